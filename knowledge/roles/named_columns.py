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
from knowledge.roles.column_fields import Labelled, fields_of
from knowledge.roles.labels import Field
from knowledge.roles.labels_written import NAME, labels_written, tells_of_posts
from knowledge.roles.table_labels import Headed, Turned, headed, spread, turned

_LEAST_OF_MATRIX = 3  # fields that a table tells of posts though it looks like a matrix


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
    if not tells_of_posts(fields):
        return False
    told = {field for field in fields if field is not None}
    return (len(told) >= _LEAST_OF_MATRIX and Field.DUTIES in told) or not is_matrix(rows)


def _with_head(rows: Sequence[Block], head: Headed) -> Sequence[Block]:
    known = [field_of(column.label) for column in head.columns]
    if head.end - head.first == 1 and None not in known:
        return rows
    fields = fields_of(head.columns)
    fields[head.key] = None
    if not _fits(rows, fields):
        return rows
    cells = labels_written(head.columns, fields)
    cells[head.key] = NAME
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
    own = labels_written(found.rows, fields)
    own[found.names] = NAME
    order = [found.names, *(i for i in range(len(rows)) if i != found.names)]
    grid = [spread(row) for row in rows]
    return [
        replace(rows[i], cells=pair, text=" | ".join(pair), spans=(), continued=frozenset())
        for column in range(found.first, len(grid[0]))
        for i in order
        for pair in [(own[i], grid[i][column])]
    ]
