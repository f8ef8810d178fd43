"""Tables of posts whose labels no table has, written with those that the tables have.

归口 | 听谁调度 | 手底下 | 每天的活 above a row for each post, in one row or more; or before the values, with
a column for each post. `column_fields` tells what they mean.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from knowledge.documents.document import Block, Kind
from knowledge.roles.approval_matrix import is_matrix
from knowledge.roles.beside import field_of
from knowledge.roles.column_fields import Labelled, fields_of
from knowledge.roles.label_meaning import duties
from knowledge.roles.labels import Field
from knowledge.roles.labels_written import NAME, labels_written, tells_of_posts
from knowledge.roles.table_labels import Headed, Turned, going_on, headed, is_short, spread, turned

_LEAST_OF_MATRIX = 3  # fields that a table tells of posts though it looks like a matrix


def with_named_columns(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, such tables with known labels; any other table just as it is."""
    groups = [
        list(group) for _, group in groupby(blocks, key=lambda block: (block.kind is Kind.ROW, block.table))
    ]
    at = 0
    while at < len(groups):
        end = _end(groups, at) if groups[at][0].kind is Kind.ROW else at + 1
        part = [block for group in groups[at:end] for block in group]
        yield from _named(part) if groups[at][0].kind is Kind.ROW else part
        at = end


def _end(groups: Sequence[Sequence[Block]], at: int) -> int:
    """Where a table ends that lines which name groups of posts part: 一、护理部 between its rows."""
    end, width = at + 1, _width(groups[at])
    while end + 1 < len(groups) and _parts(groups[end]) and _width(groups[end + 1]) == width:
        if headed(groups[end + 1]) is not None or turned(groups[end + 1]) is not None:
            break
        end += 2
    return end


def _width(rows: Sequence[Block]) -> int:
    return max(len(spread(row)) for row in rows)


def _parts(lines: Sequence[Block]) -> bool:
    """Whether lines between rows are no more than the name of a group."""
    return len(lines) == 1 and lines[0].kind is Kind.TEXT and is_short(lines[0].text)


def _named(part: Sequence[Block]) -> Sequence[Block]:
    """The rows of a table, with the lines between them."""
    rows = [block for block in part if block.kind is Kind.ROW]
    head, found = headed(rows), turned(rows) if len(rows) == len(part) else None
    if head is not None and (found is None or _told(head.columns) >= _told(found.rows)):
        plain = iter(_with_head(rows, head))
        every = [_group(block, rows[0]) if block.kind is not Kind.ROW else next(plain) for block in part]
        return [replace(block, table=rows[0].table) for block in every if block is not None]
    return _with_forms(rows, found) if found is not None else part


def _group(line: Block, row: Block) -> Block:
    """A line between the rows of a table as a row of it."""
    return replace(line, kind=Kind.ROW, cells=(line.text,), spans=(len(spread(row)),))


def _told(columns: Sequence[Labelled]) -> int:
    return sum(field is not None for field in fields_of(columns))


def _fits(rows: Sequence[Block], columns: Sequence[Labelled], fields: Sequence[Field | None]) -> bool:
    """Whether a table tells enough of its posts to be a table of posts, and no matrix: that has no lists of
    work."""
    if not tells_of_posts(fields):
        return False
    lists = any(
        field is Field.DUTIES and duties(column.filled) for column, field in zip(columns, fields, strict=True)
    )
    ranges = any(map(str.isdigit, "".join(column.label for column in columns)))  # 2以下, its unit beside it
    return (lists and len({*fields} - {None}) >= _LEAST_OF_MATRIX) or not (ranges or is_matrix(rows))


def _with_head(rows: Sequence[Block], head: Headed) -> Sequence[Block | None]:
    """The rows, one of them for the head; None for each further row of that, here or on the next page."""
    known = [field_of(column.label) for column in head.columns]
    if head.end - head.first == 1 and None not in known:
        return rows
    fields = fields_of(head.columns)
    fields[head.key] = None
    if not _fits(rows, head.columns, fields):
        return rows
    cells = labels_written(head.columns, fields)
    cells[head.key] = NAME
    tops = rows[head.first : head.end]
    quote = "\n".join(dict.fromkeys(row.quote or row.text for row in tops))
    into = _joined(head.columns, fields)
    own = _row(replace(tops[-1], quote=quote, continued=frozenset()), cells, into, head=True)
    heads = [row.cells for row in tops]
    return [
        *rows[: head.first],
        own,
        *[None] * (len(tops) - 1),
        *(None if row.cells in heads else _row(row, spread(row), into) for row in rows[head.end :]),
    ]


def _joined(columns: Sequence[Labelled], fields: Sequence[Field | None]) -> list[int]:
    """The column that each one becomes part of: its own place, but for further parts of the duties."""
    first: dict[str, int] = {}
    found = list[int]()
    for i, (column, field) in enumerate(zip(columns, fields, strict=True)):
        of_duties = field is Field.DUTIES and bool(column.group)
        found.append(first.setdefault(column.group, i) if of_duties else i)
    return found


def _row(row: Block, cells: Sequence[str], into: Sequence[int], head: bool = False) -> Block:
    """A row with a cell for each column that is left."""
    if len(row.cells) == 1 or len(cells) != len(into):
        return row
    kept = sorted(set(into))
    parts = {i: [cell for cell, of in zip(cells, into, strict=True) if of == i and cell] for i in kept}
    joined = tuple((parts[i][:1] or [""])[0] if head else "\n".join(parts[i]) for i in kept)
    if joined == row.cells:
        return row
    going = going_on(row)
    continued = frozenset(n for n, i in enumerate(kept) if i in going)
    text = " | ".join(joined) if head else row.text
    return replace(row, cells=joined, text=text, spans=(), continued=continued)


def _with_forms(rows: Sequence[Block], found: Turned) -> Sequence[Block]:
    """The rows of each post in turn, its label before each value."""
    body = [row for i, row in enumerate(found.rows) if i != found.names]
    known = [field_of(row.label) for row in body]
    if found.first == 1 and None not in known:
        return rows
    fields = fields_of(found.rows)
    fields[found.names] = None
    if not _fits(rows, found.rows, fields):
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
