"""A table with merged cells as plain rows.

A cell merged over columns stands once; one merged over rows stands in every row, marked as going on from the
row above. Rows and trailing columns without any text vanish.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from knowledge.documents.document import Block, Kind, Source


@dataclass(slots=True)
class Cell:
    """A cell as a format has it, with how many columns and rows it spans."""

    text: str
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """The texts of a row, which of them (by index) go on from the row above, how many columns each spans."""

    cells: tuple[str, ...]
    continued: frozenset[int] = frozenset()
    spans: tuple[int, ...] = field(default=(), compare=False)


def grid_rows(rows: Iterable[Sequence[Cell]]) -> list[Row]:
    """The rows of a table whose cells are given where they begin, as HTML does."""
    hanging: dict[int, tuple[Cell, int]] = {}  # column → a cell from above, and how many rows it still spans
    found: list[Row] = []
    for row in rows:
        cells: list[str] = []
        spans: list[int] = []
        continued: set[int] = set()
        column, waiting = 0, list(row)
        while waiting or column in hanging:
            if column in hanging:
                cell, left = hanging.pop(column)
                if left > 1:
                    hanging[column] = (cell, left - 1)
                continued.add(len(cells))
            else:
                cell = waiting.pop(0)
                if cell.rows > 1:
                    hanging[column] = (cell, cell.rows - 1)
            cells.append(cell.text.strip())
            spans.append(max(1, cell.columns))
            column += spans[-1]
        if any(text for i, text in enumerate(cells) if i not in continued):
            found.append(Row(tuple(cells), frozenset(continued), tuple(spans)))
    return _trimmed(found)


def row_block(row: Row, source: Source, table: int) -> Block:
    """The block of a row of the table with a number."""
    text = " | ".join(row.cells)
    return Block(
        Kind.ROW,
        text,
        source,
        cells=row.cells,
        continued=row.continued,
        spans=row.spans,
        table=table,
        quote=text,
    )


def _trimmed(rows: list[Row]) -> list[Row]:
    """The rows without the columns at the right that are empty in all of them."""
    width = max((len(row.cells) for row in rows), default=0)
    while width > 1 and not any(row.cells[width - 1] for row in rows if len(row.cells) >= width):
        width -= 1
    return [
        Row(row.cells[:width], frozenset(i for i in row.continued if i < width), row.spans[:width])
        for row in rows
    ]
