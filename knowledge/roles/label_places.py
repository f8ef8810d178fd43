"""Where words that may be a label no table has stand in a document, and what stands below or behind them.

One mechanism for every layout of text: headings, lines alone or before a colon, items. Those of tables are
`column_fields`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from knowledge.documents.document import Block, Kind
from knowledge.regex import regex
from knowledge.roles.headings import (
    NEVER_LAST,
    is_department,
    is_post,
    is_title,
    label_and_value,
    label_of,
    post_title,
    unnumbered,
    unwrapped,
    without_count,
)
from knowledge.roles.labels import Field, labels
from knowledge.roles.names import split_alias
from knowledge.roles.numbering import leading_number, split_numbered
from knowledge.text import bare, fold

_SHORTEST, _LONGEST, _LEAST = 2, 12, 2  # characters of a label, times that it stands there
_MOSTLY = 2 / 3  # of its places that have something below
_LONGEST_TITLE = 40  # characters
_MOST_LINES = 24  # of what stands below one
_NUMBERS = ("chinese", "bracket", "chapter")  # of headings rather than of items
_MARKS = regex("[,。;:、!?|()<>=]")
_WORDS = regex(r"[\u4e00-\u9fffa-z/ ]+")
_PARTS = regex("[;；\n]")
_OPEN_FIELDS = (None, Field.TITLE, Field.SUPERIOR, Field.SUBORDINATES)  # of labels that are looked at
_OPEN = ("【", "〖", "「", "[")


class Stands(StrEnum):
    """How a label stands: marked by the format, as a line like any other, before a value, in a table."""

    MARKED = "marked"
    BARE = "bare"
    INLINE = "inline"
    ITEM = "item"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a label stands: the number of its block, how, the items or lines of its content, whose it is."""

    at: int
    stands: Stands
    content: tuple[str, ...]
    listed: bool = False
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The label of a block: its words, the value behind it, how it stands."""

    label: str
    value: str
    stands: Stands


def label_places(blocks: Sequence[Block]) -> dict[str, list[Place]]:
    """The places of each such label, by its bare spelling, where it stands in several of them."""
    found = [label_in(block, after) for block, after in pairwise([*blocks, None]) if block is not None]
    times = Counter(bare(f.label) for f in found if f)
    keys = {key for key, count in times.items() if count >= _LEAST}
    for _ in range(2):  # what stands above another label alone is none
        places = _places(blocks, found, keys)
        keys = {key for key, at in places.items() if _heads(at)}
    told = _places(blocks, found, keys)
    places = {key: told[key] for key in keys}
    run_on = {key for key in places if any(_runs_on(block, key) for block in blocks)}
    run_on |= {key for key in places for other in times if len(other) > _LEAST and key[:-1].startswith(other)}
    return {key: at for key, at in places.items() if key not in run_on and _differs(at)}


def _differs(at: Sequence[Place]) -> bool:
    """Whether other words stand below a label in each place, where no mark tells it from a line."""
    marked = all(place.stands in (Stands.MARKED, Stands.INLINE, Stands.ITEM) for place in at)
    return marked or len({place.content for place in at}) >= _LEAST


def _runs_on(block: Block, key: str) -> bool:
    """Whether a line begins with a label and goes on without a mark, as flattened forms do."""
    text = unnumbered(block.text) if block.kind is Kind.TEXT and key in block.text else ""
    return text.startswith(key) and text[len(key) : len(key) + 1].isalpha()


def label_in(block: Block, after: Block | None) -> Found | None:
    """The words of a line that may be a label by their form alone."""
    if block.kind is Kind.ROW or (block.level and block.kind is Kind.TEXT):
        return None
    number = leading_number(block.text)
    plain = unwrapped(unnumbered(block.text))
    found = label_and_value(plain)
    if found is not None and found[1]:
        item = block.kind is Kind.ITEM or (number is not None and number.style not in _NUMBERS)
        stands = Stands.ITEM if item else Stands.INLINE
        return Found(found[0], found[1], stands) if _may_be(found[0]) else None
    words = plain.rstrip(":： ")
    marked = block.kind is Kind.HEADING or plain.endswith((":", "：")) or block.strong.rstrip("：: ") == words
    marked |= block.text.strip().startswith(_OPEN) or (number is not None and number.style in _NUMBERS)
    if block.kind is Kind.ITEM:
        below = after is not None and (
            after.continues or (after.kind is Kind.ITEM and after.level > block.level)
        )
        return Found(words, "", Stands.ITEM) if below and _may_be(words) else None
    if words.endswith(NEVER_LAST) or not _may_be(words):
        return None
    if not marked and number is not None:
        return Found(words, "", Stands.ITEM)
    return Found(words, "", Stands.MARKED if marked else Stands.BARE)


def _may_be(words: str) -> bool:
    folded = fold(words).strip()
    if not _SHORTEST <= len(bare(words)) <= _LONGEST or not _WORDS.fullmatch(folded):
        return False
    if labels().duty.match(folded) or any(label in folded for label in labels().anywhere):
        return False  # labels that ran together: 职责二职责表述
    title = is_title(words) and label_of(words) is None
    if title or labels().is_none(words) or label_of(words) not in _OPEN_FIELDS:
        return False
    said = any(pattern.search(words) for _, pattern in labels().alone)  # 上级主管岗, 所带班组
    return said or not (is_post(words) or is_department(words))


def _places(
    blocks: Sequence[Block], found: Sequence[Found | None], keys: set[str]
) -> Mapping[str, list[Place]]:
    places: dict[str, list[Place]] = defaultdict(list)
    owner, labelled = "", False
    for i, own in enumerate(found):
        owner = owner if labelled else _owner(blocks[i]) or owner
        labelled = _stands_alone(blocks[i], own, keys)
        if own is None or bare(own.label) not in keys:
            continue
        content, listed = _content(blocks, found, keys, i)
        value = [part.strip() for part in _items(own.value)]
        listed |= len(value) > 1
        places[bare(own.label)].append(Place(i, own.stands, (*value, *content), listed, owner))
    return places


def _owner(block: Block) -> str:
    """The post that a line heads the description of; empty for any other line."""
    plain = unwrapped(unnumbered(block.text))
    if block.kind is Kind.ITEM or len(plain) > _LONGEST_TITLE:
        return ""
    found = label_and_value(plain)
    if found is not None and label_of(found[0]) is Field.NAME:
        return found[1]
    name = split_alias(without_count(post_title(plain) or plain)[0])[0]
    return name if post_title(plain) or is_post(name) else ""


def _stands_alone(block: Block, own: Found | None, keys: set[str]) -> bool:
    """Whether a line is a label alone, so that the name of a post below it is its value."""
    if own is not None and bare(own.label) in keys:
        return not own.value
    return block.kind is not Kind.ROW and label_of(unwrapped(unnumbered(block.text))) not in (
        None,
        Field.TITLE,
    )


def _content(
    blocks: Sequence[Block], found: Sequence[Found | None], keys: set[str], at: int
) -> tuple[list[str], bool]:
    """The lines below a label, to the next one, and whether they are a list."""
    content, listed = list[str](), False
    for i in range(at + 1, min(at + 1 + _MOST_LINES, len(blocks))):
        block, own = blocks[i], found[i]
        if block.kind in (Kind.HEADING, Kind.ROW) or (own and bare(own.label) in keys) or _ends(block):
            break
        number = leading_number(block.text) if block.kind is Kind.TEXT else None
        listed |= block.kind is Kind.ITEM or (number is not None and number.number in (1, None))
        content += _items(unnumbered(block.text))
    return content, listed


def _ends(block: Block) -> bool:
    """Whether a line is a label that the table has, or heads another description."""
    plain = unwrapped(unnumbered(block.text))
    if block.kind is not Kind.ITEM and label_of(plain) not in (None, Field.NEUTRAL):
        return True
    found = label_and_value(plain)
    if found is not None and block.kind is not Kind.ITEM and label_of(found[0]) not in (None, Field.NEUTRAL):
        return True
    number = leading_number(block.text)
    titled = number is not None and number.style in _NUMBERS and is_post(plain)
    return titled or is_title(plain)


def _items(text: str) -> list[str]:
    counted = split_numbered(text)
    parts = [text[i.start : i.end] for i in counted] if counted else _PARTS.split(text)
    return [part.strip(" 。；;") for part in parts if part.strip(" 。；;")]


def _heads(places: Sequence[Place]) -> bool:
    """Whether words have something below them in most of their places, and stand apart."""
    apart = all(b.at - a.at >= _LEAST for a, b in pairwise(places))
    return len(places) >= _LEAST and apart and sum(bool(p.content) for p in places) >= _MOSTLY * len(places)


def lines_of(value: str) -> Iterator[str]:
    """The items of a cell, without their numbers."""
    for line in value.split("\n"):
        yield from _items(unnumbered(line))
