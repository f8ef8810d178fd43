"""Tables whose cells nobody merged: blank columns that only a wider table of the sheet needs, and blank cells
below the label that holds for several rows."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from knowledge.documents.document import Block, Kind
from knowledge.roles.headings import label_of
from knowledge.roles.labels import Field

_OF_A_DUTY = (Field.DUTY_TITLE, Field.TASKS)


def with_merged(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with each table as wide as its own cells, and 职责一 beside each row that tells of it."""
    found: list[Block] = []
    for (is_row, _), group in groupby(blocks, key=lambda block: (block.kind is Kind.ROW, block.table)):
        part = list(group)
        found += _below_labels(list(_trimmed(part))) if is_row else part
    return found


def _trimmed(rows: Sequence[Block]) -> Iterator[Block]:
    """The rows without the last columns, where all rows have them and nothing stands in them."""
    width = max((i + 1 for row in rows for i, cell in enumerate(row.cells) if cell), default=0)
    even = len({len(row.cells) for row in rows}) == 1 and all(span == 1 for row in rows for span in row.spans)
    for row in rows:
        if even and width < len(row.cells):
            cells = row.cells[:width]
            row = replace(row, cells=cells, spans=row.spans[:width], text=" | ".join(cells))
        yield row


def _below_labels(rows: Sequence[Block]) -> Iterator[Block]:
    above = ""
    for row in rows:
        told = len(row.cells) > 1 and label_of(row.cells[1]) in _OF_A_DUTY
        if told and not row.cells[0] and label_of(above) is Field.DUTY:
            cells = (above, *row.cells[1:])
            row = replace(row, cells=cells, text=" | ".join(cells), continued=row.continued | {0})
        above = row.cells[0] if row.cells else ""
        yield row
