"""The outline of a text without mark-up, told from the whole of it: which short lines are headings.

A line alone does not tell a heading from an item: 1、仓储部经理 may be either. Where lines of one kind (the
same style of number, or none) are names of posts with text below them, all lines of that kind head
descriptions, and those of another kind that count on across them head the parts of the document.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.documents.document import Block, Kind
from knowledge.regex import regex
from knowledge.roles.blank_fields import values_below
from knowledge.roles.headings import (
    NEVER_LAST,
    is_post,
    is_short,
    label_and_value,
    label_of,
    may_be_post,
    post_title,
    unwrapped,
    without_count,
)
from knowledge.roles.held import does
from knowledge.roles.names import split_alias
from knowledge.roles.numbering import leading_number
from knowledge.roles.posts import Posts
from knowledge.text import fold

_LEAST = 2  # posts that lines of one kind name
_ALONE, _COUNTED_POST = "", "post"  # the kinds of lines without number, and of 岗位一：会计
_COUNTED = regex(
    r"^(?:岗位|职位|职务)\s*[(（]?(?P<n>[一二三四五六七八九十]{1,3}|\d{1,2})[)）]?\s*[:：、.]?\s*(?=\S)"
)
_REMARK = regex(r"^(?P<name>[^（(:：。，,;；]{2,16})\s*[（(](?P<remark>[^（()）]{2,60})[)）]\s*[:：]?$")
_REMARKS = regex(r"[，,;；。]\s*")
_SAYS = regex(r"[:：]|\d\s*[人名]|上级|汇报|负责|领导|编制|定员")  # a remark that is more than another name
_UPWARDS = regex(
    r"^(?:直接)?(?:(?:向|对)(?P<name>[^，,;；]{2,12}?)(?:汇报|负责|报告)(?:工作)?"
    r"|(?:归|受|由)(?P<whose>[^，,;；]{2,12}?)(?:直接)?(?:管理|领导|管))$"
)
_HEADCOUNT = regex(r"^(?:定员|编制|共|设)?\s*(\d{1,3}\s*[人名个])$")


@dataclass(frozen=True, slots=True)
class _Head:
    """A line that may be a heading: its place, kind and count, its words, whether they name a post, and what
    it adds in brackets."""

    at: int
    kind: str
    number: int | None
    words: str
    post: bool
    remark: str


def outlined(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with the headings of the outline; just as they are where none can be told."""
    values = frozenset(values_below(blocks))
    heads = [head for i, block in enumerate(blocks) if i not in values and (head := _head(i, block))]
    kind = _kind_of_posts(heads, blocks)
    if kind is None:
        return list(blocks)
    posts = _siblings(kind, heads)
    outer = _outer(kind, posts, heads)
    return list(_marked(blocks, {head.at: head for head in posts}, frozenset(head.at for head in outer)))


def _marked(blocks: Sequence[Block], posts: dict[int, _Head], outer: frozenset[int]) -> Iterator[Block]:
    for i, block in enumerate(blocks):
        head = posts.get(i)
        if i in outer:
            yield block.as_heading(1)
        elif head is not None:
            yield block.as_heading(2 if outer else 1, head.words)
            for said in filter(None, _REMARKS.split(head.remark)):
                count, upwards = _HEADCOUNT.match(said), _UPWARDS.match(said)
                above = f"直接上级：{upwards['name'] or upwards['whose']}" if upwards else said
                yield replace(block, text=f"定员：{count[1]}" if count else above, quote=block.text)
        else:
            yield block


def _head(at: int, block: Block) -> _Head | None:
    """A short line without an end mark; None for any other."""
    if block.kind is not Kind.TEXT or block.level > 0:
        return None
    text = block.text.strip()
    number = leading_number(text)
    kind, count, plain = _ALONE, number.number if number else None, text[number.start :] if number else text
    if number is not None:
        kind = text[0] if number.style == "bullet" else number.style
    elif counted := _COUNTED.match(text):
        kind, count, plain = _COUNTED_POST, None, text[counted.end() :]
    words, remark = _without_remark(unwrapped(plain).strip())
    words = words.rstrip(":： ")
    labelled = label_and_value(plain)
    if not words or words.endswith(NEVER_LAST) or (labelled and labelled[1] and not remark):
        return None
    post = _names_post(words) and label_of(words) is None
    if not post and (not is_short(words) or kind == "-"):
        return None
    return _Head(at, kind, count, words, post, remark if post else "")


def _without_remark(words: str) -> tuple[str, str]:
    """The name before what a heading says of its post in brackets: 仓储主管（定员2人，向经理汇报）."""
    found = _REMARK.match(words)
    return (found["name"], found["remark"]) if found and _SAYS.search(found["remark"]) else (words, "")


def _names_post(words: str) -> bool:
    name = split_alias(without_count(words)[0])[0]
    several = not does(name) and len(Posts().whole(fold(name).strip())) > 1
    return several or is_post(name) or post_title(words) is not None


def _kind_of_posts(heads: Sequence[_Head], blocks: Sequence[Block]) -> str | None:
    """The kind of line that most names of posts with text below them are of; None where they are too few."""
    found: dict[str, int] = {}
    places = {head.at for head in heads if head.post}
    for head in heads:
        below = blocks[head.at + 1] if head.at + 1 < len(blocks) else None
        bears = below is not None and below.kind is not Kind.HEADING and head.at + 1 not in places
        if head.post and bears:
            found[head.kind] = found.get(head.kind, 0) + 1
    best = max(found, key=lambda kind: found[kind], default=None)
    return best if best is not None and found[best] >= _LEAST else None


def _siblings(kind: str, heads: Sequence[_Head]) -> list[_Head]:
    """The lines that head descriptions: of the kind, naming a post or counted on from one that does."""
    found: list[_Head] = []
    for head in heads:
        if head.kind != kind or label_of(head.words) is not None:
            continue
        on = bool(found) and head.number is not None and _counts_on(head, found[-1])
        if head.post or (on and may_be_post(head.words)):
            found.append(head)
    return found


def _outer(kind: str, posts: Sequence[_Head], heads: Sequence[_Head]) -> list[_Head]:
    """The headings above the posts: lines of another style, the last one before the posts and what counts on
    from it."""
    first, found = posts[0].at, list[_Head]()
    places = {head.at for head in posts}
    for style in dict.fromkeys(head.kind for head in heads if head.kind != kind and head.number is not None):
        own = [head for head in heads if head.kind == style and head.at not in places]
        before = [head for head in own if head.at < first]
        after = _counted_on(before[-1], own) if before else []
        if len(before) > 1 and before[-1].at == before[-2].at + 1:
            continue  # items of a list, right below each other
        if before and (after or before[-1].at == first - 1):
            found += [*_counted_to(before), *after]
    return found


def _counts_on(head: _Head, above: _Head) -> bool:
    return head.number is not None and above.number is not None and head.number == above.number + 1


def _counted_on(last: _Head, heads: Sequence[_Head]) -> list[_Head]:
    """The lines behind a heading that go on with its count."""
    found: list[_Head] = []
    for head in heads:
        if head.at > last.at and _counts_on(head, found[-1] if found else last):
            found.append(head)
    return found


def _counted_to(heads: Sequence[_Head]) -> list[_Head]:
    """The lines that count up to the last one of them."""
    found = [heads[-1]]
    for head in reversed(heads[:-1]):
        if _counts_on(found[0], head):
            found.insert(0, head)
    return found
