"""Parts of a paper that each tell one thing of all posts: 一、隶属关系 / 二、各岗位职责 / 三、各岗位权限.

The parts become headings above those of the posts, and what the part about rights says behind the name of a
post is a list of rights below its heading: 店长：有权调班；有权订货。
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.documents.document import Block, Kind
from knowledge.regex import regex
from knowledge.roles.headings import NEVER_LAST, is_post, is_short, label_and_value, post_title, unnumbered
from knowledge.roles.names import split_alias
from knowledge.roles.numbering import leading_number, split_numbered
from knowledge.text import fold

_STYLES = ("chinese", "chapter")  # how such parts are counted
_OF_ALL = regex(
    r"(?:关于)?(?:(?:各|所有|全体|全部|上述|以上)(?:级|类|个|部门)?)?(?:的)?(?:岗位?|职位|职务|人员|员工|工作人员)(?:人员)?(?:的)?"
    r"(?:岗位|工作|主要|具体|基本|审批|管理){0,2}(?P<what>职责|职权|权限|权力|权利|授权)(?:范围|划分|规定|说明|一览|明细)?"
)
_DUTIES = "职责"
_EACH = "各"  # before the words for posts, so that the heading is no label of one
_RIGHTS = "工作权限："
_RIGHTS_OF = regex(r"(?P<name>.{2,14}?)的?(?:岗位|工作|主要)?(?:权限|职权|权力|权利)")
_MAY = regex(r"(?P<name>[^,，;；:：。、\s]{2,12}?)(?=(?:有权|无权|可以|享有|拥有|不得))")
_PARTS = regex("[;；]")
_LEAST = 2  # posts of a part, and parts of a paper


@dataclass(frozen=True)
class _Part:
    """A heading of a part: its place, its count, and what it tells of all posts; empty for any other."""

    at: int
    number: int
    what: str


def with_parts(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a paper; where it has no such parts, just as they are."""
    parts = _parts(blocks)
    if len(parts) < _LEAST:
        return list(blocks)
    told = [
        part for part, end in _bounded(parts, blocks) if part.what and _tells(blocks[part.at + 1 : end], part)
    ]
    if not told:
        return list(blocks)
    found = list(blocks[: parts[0].at])
    for part, end in _bounded(parts, blocks):
        found.append(_heading(blocks[part.at], part))
        body = blocks[part.at + 1 : end]
        rights = part in told and part.what != _DUTIES
        found += [line for block in body for line in _rights(block)] if rights else body
    return found


def _bounded(parts: Sequence[_Part], blocks: Sequence[Block]) -> Iterator[tuple[_Part, int]]:
    ends = [*(part.at for part in parts[1:]), len(blocks)]
    yield from zip(parts, ends, strict=True)


def _parts(blocks: Sequence[Block]) -> list[_Part]:
    """The headings that count up from one, none of them the name of a post."""
    for style in _STYLES:
        found: list[_Part] = []
        for i, block in enumerate(blocks):
            number = leading_number(block.text) if block.kind is not Kind.ROW else None
            if number is None or number.style != style or number.number != len(found) + 1:
                continue
            words = unnumbered(block.text).rstrip(":：")
            if is_short(words) and not block.text.strip().endswith(NEVER_LAST):
                whole = _OF_ALL.fullmatch(fold(words))
                found.append(_Part(i, number.number, whole["what"] if whole else ""))
                if is_post(words) or (post_title(words) is not None and not whole):
                    return []
        if any(part.what for part in found):
            return found
    return []


def _tells(body: Sequence[Block], part: _Part) -> bool:
    """Whether several lines of a part begin with names of posts."""
    names = {name for block in body if (name := _post_of(block) if part.what != _DUTIES else _titled(block))}
    return len(names) >= _LEAST


def _titled(block: Block) -> str:
    """The post that a line names alone, as a title, or before what it says."""
    plain = unnumbered(block.text)
    found = label_and_value(plain)
    name = (found[0] if found else plain).strip()
    name = post_title(name) or name
    return name if block.kind is not Kind.ROW and is_post(split_alias(name)[0]) else ""


def _post_of(block: Block) -> str:
    """The post whose rights a line tells or heads; empty where it does neither."""
    return _parted(block)[0]


def _parted(block: Block) -> tuple[str, str]:
    """The post that a line begins with, and its rights behind it."""
    plain = unnumbered(block.text) if block.kind in (Kind.TEXT, Kind.ITEM, Kind.HEADING) else ""
    found = label_and_value(plain)
    name, rest = found or (plain.rstrip(":： "), "")
    if titled := _RIGHTS_OF.fullmatch(name):
        name = titled["name"]
    elif found is None and (may := _MAY.match(plain)):
        name, rest = may["name"], plain[may.end() :]
    return (name.strip(), rest.strip()) if is_post(split_alias(name.strip())[0]) else ("", "")


def _rights(block: Block) -> Iterator[Block]:
    """A line of the part about rights; with the name of a post before it, the heading of that and a list."""
    name, rest = _parted(block)
    if not name:
        yield block
        return
    level = block.level if block.kind is Kind.HEADING else _LEAST
    yield replace(block, strong="", quote=name).as_heading(level, name)
    yield _line(block, _RIGHTS, name)
    items = [rest] if split_numbered(rest) else [item.strip() for item in _PARTS.split(rest)]
    for number, item in enumerate(filter(None, items), start=1):
        yield _line(block, item if split_numbered(item) else f"{number}、{item}", item)


def _line(block: Block, text: str, quote: str) -> Block:
    return replace(
        block, kind=Kind.TEXT, level=0, text=text, quote=quote, strong="", number=None, continues=False
    )


def _heading(block: Block, part: _Part) -> Block:
    words = unnumbered(block.text).rstrip(":：")
    level = block.level if block.kind is Kind.HEADING else 1
    return block.as_heading(level, f"{_EACH}{words}" if part.what and not words.startswith(_EACH) else words)
