"""Tables of posts whose labels no table has, written with those that the tables have.

归口 | 听谁调度 | 手底下 | 每天的活 above a row for each post, in one row or two; or before their values, with a
column for each post. `column_fields` tells what they mean.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from knowledge.documents.document import Block, Kind
from knowledge.roles.approval_matrix import is_matrix
from knowledge.roles.beside import field_of
from knowledge.roles.column_fields import Labelled, fields_of, said_by
from knowledge.roles.labels import Field, labels
from knowledge.roles.learned_labels import written
from knowledge.roles.table_labels import Headed, Turned, headed, plain_label, spread, turned
from knowledge.text import bare

_NAME, _COUNTER, _REMARK = "岗位名称", "序号", "备注"
_TELLING = {Field.SUPERIOR, Field.SUBORDINATES, Field.DUTIES, Field.AUTHORITIES}
_LEAST, _LEAST_OF_MATRIX = 2, 3  # fields that a table of posts tells, one that looks like a matrix
_KINDS = {Field.AUTHORITIES: "工作权限", Field.COLLABORATION: "协作关系"}


def with_named_columns(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, such tables with known labels; any other table just as it is."""
    for (is_row, _), group in groupby(blocks, key=lambda block: (block.kind is Kind.ROW, block.table)):
        rows = list(group)
        yield from _named(rows) if is_row else rows


def _named(rows: Sequence[Block]) -> Sequence[Block]:
    head, found = headed(rows), turned(rows)
    if head is not None and (found is None or _told(head.columns) >= _told(found.rows)):
        return _with_head(rows, head)
    return _with_forms(rows, found) if found is not None else rows


def _told(columns: Sequence[Labelled]) -> int:
    return sum(field is not None for field in fields_of(columns))


def _fits(rows: Sequence[Block], fields: Sequence[Field | None]) -> bool:
    """Whether a table tells enough of its posts to be a table of posts, and no matrix."""
    told = {field for field in fields if field is not None}
    if len(told) < _LEAST or told.isdisjoint(_TELLING):
        return False
    return (len(told) >= _LEAST_OF_MATRIX and Field.DUTIES in told) or not is_matrix(rows)


def _with_head(rows: Sequence[Block], head: Headed) -> Sequence[Block]:
    known = [field_of(column.label) for column in head.columns]
    if head.end - head.first == 1 and None not in known:
        return rows
    fields = fields_of(head.columns)
    fields[head.key] = None
    if not _fits(rows, fields):
        return rows
    cells = _labels(head.columns, fields)
    cells[head.key] = _NAME
    low, tops = rows[head.end - 1], [row.cells for row in rows[head.first : head.end]]
    quote = "\n".join(dict.fromkeys(row.quote or row.text for row in rows[head.first : head.end]))
    own = replace(low, cells=tuple(cells), text=" | ".join(cells), spans=(), continued=frozenset(), quote=quote)
    below = (row for row in rows[head.end :] if row.cells not in tops)  # the head again, on the next page
    return [*rows[: head.first], own, *(_wide(row, len(cells)) for row in below)]


def _wide(row: Block, width: int) -> Block:
    """A row with a cell for each column."""
    cells = spread(row)
    if len(cells) == len(row.cells) or len(row.cells) == 1 or len(cells) > width:
        return row
    return replace(row, cells=cells, spans=(), continued=frozenset())


def _with_forms(rows: Sequence[Block], found: Turned) -> Sequence[Block]:
    """The rows of each post in turn, its label before each value."""
    body = [row for i, row in enumerate(found.rows) if i != found.names]
    known = [field_of(row.label) for row in body]
    if found.first == 1 and None not in known:
        return rows
    fields = fields_of(found.rows)
    fields[found.names] = None
    if not _fits(rows, fields):
        return rows
    own = _labels(found.rows, fields)
    own[found.names] = _NAME
    order = [found.names, *(i for i in range(len(rows)) if i != found.names)]
    grid = [spread(row) for row in rows]
    return [
        replace(rows[i], cells=pair, text=" | ".join(pair), spans=(), continued=frozenset())
        for column in range(found.first, len(grid[0]))
        for i in order
        for pair in [(own[i], grid[i][column])]
    ]


def _labels(columns: Sequence[Labelled], fields: Sequence[Field | None]) -> list[str]:
    """The label of each column as the tables have it; that of one kind of rights or partners behind theirs."""
    return [_label(column, field, fields) for column, field in zip(columns, fields, strict=True)]


def _label(column: Labelled, field: Field | None, fields: Sequence[Field | None]) -> str:
    label = plain_label(column.label)
    own = field_of(label)
    if field is None:
        return _COUNTER if column.ordinal else label or _REMARK
    kind = _KINDS.get(field)
    if kind is None:
        return label if own is field else written(bare(label), field)
    if bare(label) in labels().authority_kinds or own is Field.COLLABORATION_KIND:
        return label
    several = fields.count(field) > 1 or (bool(column.group) and field in said_by(column.group))
    if several and own is not field:
        return f"{kind}：{label}"
    return label if own is field else written(bare(label), field)
