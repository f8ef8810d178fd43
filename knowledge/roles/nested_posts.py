"""Posts as items of nested lists, with their labels and lists as items below them.

- 后厨部 / - 厨师长（1人） / - 上级：总经理 / - 职责 / - 制定菜单: names become headings, labels become lines.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from knowledge.documents.document import Block, Kind
from knowledge.roles.headings import (
    is_post,
    label_and_value,
    label_of,
    may_be_post,
    post_title,
    unnumbered,
    without_count,
)
from knowledge.roles.labels import Field
from knowledge.roles.names import split_alias

_LEAST = 2  # posts described so
_OF_POSTS = (
    Field.DEPARTMENT,
    Field.SUPERIOR,
    Field.SUBORDINATES,
    Field.HEADCOUNT,
    Field.SUMMARY,
    Field.DUTIES,
    Field.AUTHORITIES,
)
_OPEN = (None, Field.NEUTRAL, Field.TITLE, Field.DUTIES, Field.NAME)  # labels that posts may stand below


def with_nested_posts(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a document; where fewer than two posts are described so, just as they are."""
    posts = {i: depth for i, block in enumerate(blocks) if (depth := _described(blocks, i))}
    known = [i for i in posts if _names_post(blocks[i].text)]
    if len(known) < _LEAST:
        return list(blocks)
    depth = posts[known[0]]
    return list(_marked(blocks, frozenset(i for i, own in posts.items() if own == depth), depth))


def _marked(blocks: Sequence[Block], posts: frozenset[int], depth: int) -> Iterator[Block]:
    above, inside = 0, False
    for i, block in enumerate(blocks):
        if block.kind is not Kind.ITEM:
            above = block.level if block.kind is Kind.HEADING else above
            inside = inside and block.continues
            yield block
        elif i in posts:
            inside = True
            yield _as_line(block).as_heading(above + depth)
        elif block.level < depth:
            inside = False
            below = list(_below(blocks, i))
            holds = any(i < post <= i + len(below) for post in posts)
            yield _as_line(block).as_heading(above + block.level) if holds else block
        elif inside and block.level == depth + 1 and _label(block.text):
            yield _as_line(block)
        elif inside and block.level > depth:
            yield replace(block, level=max(1, block.level - depth - 1))
        else:
            inside = False
            yield block


def _described(blocks: Sequence[Block], i: int) -> int:
    """The depth of an item that is a post with its labels below it; 0 for any other."""
    block = blocks[i]
    if block.kind is not Kind.ITEM or next(_below(blocks, i), None) is None:
        return 0
    if not (_names_post(block.text) or may_be_post(_name(block.text))):
        return 0
    below = list(_below(blocks, i))
    fields = {_label(item.text) for item in below if item.level == below[0].level}
    if fields.isdisjoint(_OF_POSTS) or len(fields - {None}) + (len(below) > len(fields)) < _LEAST:
        return 0
    return block.level if all(label_of(above.text) in _OPEN for above in _above(blocks, i)) else 0


def _below(blocks: Sequence[Block], i: int) -> Iterator[Block]:
    own = blocks[i].level
    return takewhile(
        lambda block: block.kind is Kind.ITEM and block.level > own,
        (blocks[k] for k in range(i + 1, len(blocks))),
    )


def _above(blocks: Sequence[Block], i: int) -> Iterator[Block]:
    """The items that an item stands below, and the line or heading above their list."""
    level = blocks[i].level
    for k in range(i - 1, -1, -1):
        block = blocks[k]
        if block.kind is not Kind.ITEM:
            yield block
            return
        if block.level < level:
            level = block.level
            yield block


def _names_post(text: str) -> bool:
    name = _name(text)
    return label_of(name) is None and (is_post(name) or post_title(name) is not None)


def _name(text: str) -> str:
    return split_alias(without_count(unnumbered(text).rstrip("：: "))[0])[0]


def _label(text: str) -> Field | None:
    """The field of an item that is a label, or begins with one."""
    found = label_and_value(text)
    field = label_of(unnumbered(found[0] if found else text))
    return None if field in (Field.NEUTRAL, Field.NOTE) else field


def _as_line(block: Block) -> Block:
    return replace(block, kind=Kind.TEXT, level=0, number=None, strong="", quote=block.quote or block.text)
