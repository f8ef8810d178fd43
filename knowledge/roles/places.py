"""The departments of a text without mark-up, told from the whole of it: lines that head what one does.

财务科 alone in a line may be a heading, a member of a list, or where the line above ends. Where several lines
of one kind (the same style of number, or none) name departments and have what is done below them, they head
descriptions. A text about a single department names it in its title or as the subject of its first sentence.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from knowledge.documents.document import Block, Kind
from knowledge.regex import regex
from knowledge.roles.departments_told import is_place
from knowledge.roles.headings import (
    NEVER_LAST,
    SHORT,
    is_department,
    is_post,
    is_title,
    label_and_value,
    label_of,
    unnumbered,
    unwrapped,
)
from knowledge.roles.held import does
from knowledge.roles.numbering import leading_number
from knowledge.text import bare, fold

_LEAST, _LEAST_TAGGED = 2, 3  # departments that lines of one kind name
_LONGEST, _LONGEST_TAG = 14, 10  # characters of a name, and of what is said of it behind a blank
_MOSTLY, _HALF = 0.6, 0.5  # of the lines of one kind have work below them; where they say more, half of them
_SHORTEST_WORK = 6  # characters
_FUNCTIONS = "部门职能"
_PARTS = regex(r"[。；;，,]")
_WORK = regex(r"负责|承担|(?:的|各项|全部|日常)(?:工作|管理|事务)")
_REMARK = regex(r"\s*[(（][^()（）]{1,20}[)）]$")
_SUBJECT = regex(r"^(?P<name>[^,;。:的]{2,14}?)(?:属于|隶属于?|是|为|主要|负责|承担|成立于|下设|内设|设有)")
_TITLE_LINES = 6  # the title may stand below the path of a web page
_FIRST_SENTENCES = 4


@dataclass(frozen=True, slots=True)
class _Head:
    """A line that may name a department: its place, kind and count, the name, and what stands behind it."""

    at: int
    kind: str
    number: int | None
    name: str
    rest: str = ""


def with_places(blocks: Sequence[Block], name: str, posts: bool) -> list[Block]:
    """The blocks with the lines that head departments as headings; just as they are where none can be told.

    `name`: of the document; `posts`: whether it describes any, so that 财务科：… may be their partner.
    """
    heads = [
        head for i, block in enumerate(blocks) if (head := _head(i, block)) and not (posts and head.rest)
    ]
    kinds = dict.fromkeys(head.kind for head in heads)
    siblings = [own for kind in kinds if (own := _bearing([h for h in heads if h.kind == kind], blocks))]
    best = max(siblings, key=len, default=[])
    if best:
        return list(_marked(blocks, {head.at: head for head in best}))
    return list(blocks) if posts else _about_one(blocks, name)


def _head(at: int, block: Block) -> _Head | None:
    if block.kind not in (Kind.TEXT, Kind.ITEM) or (block.kind is Kind.TEXT and block.level > 0):
        return None
    text = block.text.strip()
    number = leading_number(text)
    style, count = (number.style, number.number) if number else ("", block.number)
    plain = unwrapped(text[number.start :] if number else text).strip()
    found = label_and_value(plain)
    if found is not None and found[1]:
        says = len(found[1]) >= _SHORTEST_WORK and _names(found[0])
        return _Head(at, f"{style}:", count, found[0], found[1]) if says else None
    plain = plain.rstrip(":： ")
    if block.kind is Kind.ITEM or plain.endswith(NEVER_LAST):
        return None
    named, _, tag = plain.partition(" ")
    if tag and _names(named) and len(tag.strip()) <= _LONGEST_TAG:
        return _Head(at, f"{style} ", count, named)
    named = _REMARK.sub("", plain)
    return _Head(at, style, count, named) if _names(named) else None


def _names(text: str) -> bool:
    """Whether words are the name of a department and no more."""
    plain = fold(text).strip()
    if not 2 <= len(plain) <= _LONGEST or not is_place(plain) or label_of(text) is not None:
        return False
    return not (is_post(text) or is_title(text))


def _bearing(heads: list[_Head], blocks: Sequence[Block]) -> list[_Head]:
    """The lines of one kind, where most of them have work below them and none has a list of posts."""
    ends = [*(head.at for head in heads[1:]), len(blocks)]
    below = [blocks[head.at + 1 : end] for head, end in zip(heads, ends, strict=True)]
    if any(_lists_posts(lines) for lines in below):
        return []
    bears = sum(does(h.rest) if h.rest else _works(lines) for h, lines in zip(heads, below, strict=True))
    least, share = (_LEAST_TAGGED, _HALF) if heads[0].kind.endswith(" ") else (_LEAST, _MOSTLY)
    own = len({bare(head.name) for head in heads}) == len(heads) >= least
    return heads if own and bears >= max(_LEAST, share * len(heads)) else []


def _works(lines: Sequence[Block]) -> bool:
    """Whether lines say what is done: right below the name, in one of their first sentences."""
    if not lines or lines[0].kind in (Kind.HEADING, Kind.ROW) or len(lines[0].text) < _SHORTEST_WORK:
        return False
    said = [part for line in lines[:_FIRST_SENTENCES] for part in _PARTS.split(unnumbered(line.text))]
    return any(does(part.strip()) or _WORK.search(part) for part in said)


def _lists_posts(lines: Sequence[Block]) -> bool:
    for line in lines:
        words = unnumbered(line.text).rstrip(":： ")
        label, _ = label_and_value(words) or (words, "")
        if is_post(label) or label_of(label) in SHORT:
            return True
    return False


def _marked(blocks: Sequence[Block], heads: dict[int, _Head]) -> Iterator[Block]:
    for i, block in enumerate(blocks):
        head = heads.get(i)
        if head is None:
            yield block
            continue
        plain = replace(block, number=None, strong="", quote=block.text)
        yield plain.as_heading(1, head.name)
        if not is_department(head.name):  # 人事局, 档案馆: what follows says so
            yield replace(plain, kind=Kind.TEXT, level=0, text=f"{_FUNCTIONS}：")
        if head.rest:
            yield replace(plain, kind=Kind.TEXT, level=0, text=head.rest)


# ── a text about one department ──────────────────────────────────────────────────────────────────────────


def _about_one(blocks: Sequence[Block], name: str) -> list[Block]:
    """The blocks, the one department of the text as a heading above the rest."""
    lines = [(i, block) for i, block in enumerate(blocks) if block.kind is Kind.TEXT]
    for (i, block), (_, after) in pairwise(lines[:_TITLE_LINES]):
        subject = _subject(after) if i + 1 < len(blocks) else ""
        alone = _names(block.text) and _names_again(block.text, name, blocks[i + 1 :])
        if subject and bare(block.text) in bare(subject):
            return [*blocks[:i], block.as_heading(1, subject), *blocks[i + 1 :]]
        if alone:
            return [*blocks[:i], block.as_heading(1, block.text.strip()), *blocks[i + 1 :]]
    for i, block in lines[:_FIRST_SENTENCES]:
        if (subject := _subject(block)) and bare(subject) in bare(name):
            return [*blocks[:i], block.as_heading(1, subject), *blocks[i:]]
    return list(blocks)


def _subject(block: Block) -> str:
    """The department that a sentence begins with as what it is about."""
    found = _SUBJECT.match(fold(block.text).strip())
    return block.text.strip()[: found.end("name")] if found and _names(found["name"]) else ""


def _names_again(line: str, name: str, below: Sequence[Block]) -> bool:
    """Whether a line that names a department is the title: the document has its name, or goes on about it."""
    return bare(line) in bare(name) or any(bare(b.text).startswith(bare(line)) for b in below)
