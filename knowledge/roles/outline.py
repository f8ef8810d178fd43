"""Posts as headings by what a whole document does: lines of one form that name posts, each with text below.

3.2 仓储主管（定员2人，向物流经理汇报）, （一）站长 below 一、领导岗位. A form is the number or mark that a
line begins with; where most short lines of a form name posts they are headings, and what is counted on with
them, or above them, is a heading too. What stands in brackets becomes labelled lines.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.documents.document import Block, Kind
from knowledge.regex import regex
from knowledge.roles.headings import (
    heading_field,
    is_post,
    is_short,
    label_and_value,
    label_of,
    post_title,
    unnumbered,
    unwrapped,
)
from knowledge.roles.labels import Field
from knowledge.roles.numbering import leading_number
from knowledge.roles.posts import Posts
from knowledge.text import fold

_LEAST = 2  # posts of one form
_LONGEST = 40  # characters of a heading with its remark
_BLANK = regex(r"^\s*(?P<n>\d{1,2})[ \u3000]+(?=[\u4e00-\u9fff])")
_REMARK = regex(r"^(?P<name>[^（(]{2,24}?)\s*[（(【\[](?P<said>[^（()）】\]]*)[)）】\]][:：]?$")
_CODE = regex(r"^[A-Za-z]{1,6}[-—_]?\d{1,5}[-—_]?\d*[.、:：\s]*(?=[\u4e00-\u9fff])")
_COUNTED = regex(r"^(?:岗位|职位)[\d一二三四五六七八九十]{1,3}\s*[:：、.]\s*")
_NUMBER = regex(r"(?:共|定员|编制|定编|各|设)?[:：]?\s*(?:\d{1,3}|[一二两三四五六七八九十]{1,3})\s*[名人个]")
_UPWARDS = regex(
    r"^(?:直接)?(?:(?:向|对)(?P<name>.{2,12}?)(?:汇报|负责|报告)(?:工作)?|(?:归|受|由)(?P<whose>.{2,12}?)(?:管理|领导|管))$"
)
_PART = regex(r"[,，;；、/ ]+")
_DUTIES = "岗位职责"


@dataclass(frozen=True)
class _Head:
    """A line that may be a heading: its place, form, number and words, the posts it names."""

    at: int
    form: str
    number: int | None
    words: str
    name: str
    said: str


@dataclass(frozen=True)
class Outlined:
    """Blocks with the headings that the document's forms tell, and the posts that these name."""

    blocks: tuple[Block, ...]
    posts: tuple[str, ...]


def outlined(blocks: Sequence[Block]) -> Outlined | None:
    """The blocks with such headings; None where no form of line names several posts."""
    heads = [head for i, block in enumerate(blocks) if (head := _head(i, block)) is not None]
    by_form: dict[str, list[_Head]] = defaultdict(list)
    for head in heads:
        by_form[head.form].append(head)
    forms = {form for form, found in by_form.items() if _names_posts(found, blocks)}
    if not forms:
        return None
    posts = {head.at: head for form in forms for head in by_form[form] if head.name}
    above = {h.form for h in heads if h.form not in forms and h.at + 1 in posts and _counts(by_form[h.form])}
    parts = {h.at: h for h in heads if h.form in above or (h.form in forms and not h.name)}
    base = max(
        (b.level for i, b in enumerate(blocks) if b.kind is Kind.HEADING and i not in posts), default=0
    )
    marked = _marked(blocks, posts, parts, above, base)
    return Outlined(tuple(marked), tuple(head.name for head in posts.values()))


def _head(at: int, block: Block) -> _Head | None:
    text = block.text.strip()
    if block.kind is Kind.ROW or not text or len(text) > _LONGEST:
        return None
    number, blank = leading_number(text), _BLANK.match(text)
    style = number.style if number else "blank" if blank else ""
    plain = text[number.start :] if number else text[blank.end() :] if blank else text
    ornament = "*" if unwrapped(plain) != plain else ""
    words = unwrapped(plain).strip()
    colon = ":" if words.endswith((":", "：")) else ""
    strong = "!" if block.strong and block.strong.rstrip(":：") == plain.rstrip(":：") else ""
    form = f"{block.kind} {block.level} {style}{ornament}{strong}"
    form = form if style or ornament or block.kind is not Kind.TEXT else form + colon
    name, said = _named(words.rstrip(":："))
    value = number.number if number else int(blank["n"]) if blank else None
    if not name and (not is_short(words.rstrip(":：")) or label_and_value(words.rstrip(":：")) is not None):
        return None
    return _Head(at, form, value, words.rstrip(":："), name, said)


def _named(words: str) -> tuple[str, str]:
    """The post or posts that a heading names, and what its brackets say of them; empty for none."""
    words = _COUNTED.sub("", _CODE.sub("", words))
    remark = _REMARK.match(words)
    name, said = (remark["name"].strip(), remark["said"]) if remark else (words, "")
    name = post_title(name) or name
    if label_of(name) is not None or not is_short(name.replace("、", "")):
        return "", ""
    several = "、" in name and len(Posts().whole(fold(name).strip())) > 1
    return (name, said) if several or is_post(name) else ("", "")


def _names_posts(found: Sequence[_Head], blocks: Sequence[Block]) -> bool:
    """Whether most lines of a form name posts, and something is said below most of these."""
    named = [head for head in found if head.name]
    starts = {head.at for head in found}
    said = [head for head in named if head.at + 1 < len(blocks) and head.at + 1 not in starts]
    return (
        len({head.name for head in named}) >= _LEAST
        and len(named) * 2 > len(found)
        and len(said) * 3 >= len(named) * 2
    )


def _counts(found: Sequence[_Head]) -> bool:
    """Whether the numbers of a form count up through the whole document, as those of chapters do."""
    numbers = [head.number for head in found]
    return all(n is not None for n in numbers) and numbers == sorted(set(numbers), key=lambda n: n or 0)


def _marked(
    blocks: Sequence[Block], posts: dict[int, _Head], parts: dict[int, _Head], above: set[str], base: int
) -> Iterator[Block]:
    upper = base + 1
    lower = upper + 1 if above else upper
    starts = sorted({*posts, *parts, *(i for i, b in enumerate(blocks) if b.kind is Kind.HEADING)})
    ends = dict(zip(starts, [*starts[1:], len(blocks)], strict=True))
    for i, block in enumerate(blocks):
        if i in posts:
            level = block.level if block.kind is Kind.HEADING else lower
            yield replace(block, kind=Kind.HEADING, level=level, number=None, text=posts[i].name, strong="")
            yield from _said(block, posts[i].said)
            if not _has_labels(blocks[i + 1 : ends[i]]):
                yield replace(
                    block,
                    kind=Kind.TEXT,
                    level=0,
                    number=None,
                    strong="",
                    text=f"{_DUTIES}：",
                    quote=block.text,
                )
        elif i in parts and block.kind is not Kind.HEADING:
            level = upper if parts[i].form in above else lower
            yield replace(block, kind=Kind.HEADING, level=level, number=None, text=parts[i].words, strong="")
        else:
            yield block


def _said(block: Block, said: str) -> Iterator[Block]:
    """Labelled lines for what the brackets behind a post say: 定员2人，向物流经理汇报."""
    for part in filter(None, _PART.split(said)):
        upwards = _UPWARDS.match(fold(part).strip())
        label, value = "", part.strip()
        if _NUMBER.fullmatch(value):
            label = "定员"
            value = regex(r"^(?:共|定员|编制|定编|各|设)[:：]?\s*").sub("", value)
        elif upwards:
            label, value = "直接上级", (upwards["name"] or upwards["whose"]).strip()
        elif (found := label_and_value(part)) and label_of(found[0]) is not None:
            label, value = found
        if label:
            yield replace(
                block,
                kind=Kind.TEXT,
                level=0,
                number=None,
                strong="",
                text=f"{label}：{value}",
                quote=block.text,
            )


def _has_labels(body: Sequence[Block]) -> bool:
    """Whether a description has labels or items of its own, so that its lines need no label."""
    for block in body:
        if block.kind is not Kind.TEXT or leading_number(block.text) is not None:
            return True
        found = label_and_value(unnumbered(block.text))
        if heading_field(block.text) or (
            found and label_of(found[0]) not in (None, Field.NEUTRAL, Field.NOTE)
        ):
            return True
    return not body
