"""The shape of a table before it is read: heads of two rows made one, values put beside labels above them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.documents.document import Block
from knowledge.roles.beside import field_of, is_label
from knowledge.roles.headings import is_post, may_be_post
from knowledge.roles.labels import Field

_OF_POSTS = (Field.DUTIES, Field.DUTY, Field.SUPERIOR, Field.SUBORDINATES, Field.HEADCOUNT)
_NAME = "岗位名称"
_MOST_LEADING = 3  # rows above the head
_LEAST_KNOWN = 3  # columns of a head whose labels are known


def lead_of(rows: Sequence[Block]) -> int:
    """How many rows stand above the head of the columns that say only of what the table is: 文件编号 | 版本 |
    生效日期, each over several columns."""
    for number, row in enumerate(rows[: _MOST_LEADING + 1]):
        fields = [field_of(cell) for cell in row.cells]
        known = [field for field in fields if field not in (None, Field.NEUTRAL)]
        if Field.NAME in known and len(known) >= _LEAST_KNOWN:
            return number
        if any(map(is_label, row.cells)) or max(row.spans, default=1) < 2:
            return 0
    return 0


def with_one_head(rows: Sequence[Block]) -> Sequence[Block]:
    """The rows without the first where the second has the labels of the columns: 汇报关系 above 直接上级 and
    直接下级. The second row repeats what is merged with the first."""
    if len(rows) < 3 or max(rows[0].spans, default=1) < 2 or not rows[1].continued:
        return rows
    lower = rows[1]
    own = [cell for i, cell in enumerate(lower.cells) if i not in lower.continued]
    if not own or not all(map(is_label, own)) or not all(field_of(rows[0].cells[0]) for _ in own):
        return rows
    return [replace(lower, continued=frozenset()), *rows[2:]]


def with_posts_below(rows: Sequence[Block]) -> Sequence[Block]:
    """The rows of each post in turn, where a table has a column a post: 岗位名称 | 会计 | 出纳."""
    head = rows[0]
    if len(rows) < 2 or len(head.cells) < 3 or field_of(head.cells[0]) not in (Field.NAME, Field.NEUTRAL):
        return rows
    names = head.cells[1:]
    if not all((is_post(name) or may_be_post(name)) and not is_label(name) for name in names):
        return rows
    posts, labelled = sum(map(is_post, names)), sum(is_label(row.cells[0]) for row in rows[1:])
    even = all(len(row.cells) == len(head.cells) for row in rows[1:])
    if not even or posts * 2 <= len(names) or labelled * 2 <= len(rows[1:]) or not _of_posts(rows[1:]):
        return rows
    name = replace(head, cells=(_NAME, *head.cells[1:]))
    return [
        replace(row, cells=(row.cells[0], row.cells[i]), continued=frozenset(), spans=())
        for i in range(1, len(head.cells))
        for row in [name, *rows[1:]]
    ]


def _of_posts(rows: Sequence[Block]) -> bool:
    return any(field_of(row.cells[0]) in _OF_POSTS for row in rows)


def with_values_beside(rows: Sequence[Block]) -> Iterator[Block]:
    """The rows; a label alone in a row and the values alone in rows below it are one row."""
    held: Block | None = None
    for row, below in zip(rows, [*rows[1:], None], strict=True):
        if held is not None and _is_alone(row) and not is_label(row.cells[0]):
            value = f"{held.cells[1]}\n{row.cells[0]}".strip()
            held = replace(held, cells=(held.cells[0], value), text=f"{held.text} {row.text}")
            continue
        if held is not None:
            yield held
            held = None
        heads = _is_alone(row) and is_label(row.cells[0])
        if heads and below is not None and _is_alone(below) and not is_label(below.cells[0]):
            held = replace(row, cells=(row.cells[0], ""), spans=())
        else:
            yield row
    if held is not None:
        yield held


def _is_alone(row: Block) -> bool:
    return len(row.cells) == 1 and bool(row.cells[0]) and not row.continued
