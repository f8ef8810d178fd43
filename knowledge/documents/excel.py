"""Excel files: every sheet a heading and its tables; a merged cell stands in each row that it spans."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from knowledge.documents.document import Block, Document, Kind, Source
from knowledge.documents.grid import Cell, Row, grid_rows
from knowledge.errors import DocumentError

_TITLE_LENGTH = 40  # characters
_END_MARKS = ("。", "；", ";", "：", ":")


def read_excel(name: str, data: bytes) -> Document:
    """The document in an .xlsx file; a block's place is its row. Raises DocumentError for a damaged file."""
    import openpyxl

    try:
        book = openpyxl.load_workbook(BytesIO(data), data_only=True)
    except Exception as error:  # whatever a damaged archive makes the library raise
        raise DocumentError(f"“{name}”打不开,可能已损坏或设了密码。请用 Excel 另存为 .xlsx 再试。") from error
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible" and sheet.max_row]
    blocks: list[Block] = []
    for number, sheet in enumerate(sheets):
        place = name if len(sheets) == 1 else f"{name}·{sheet.title}"
        blocks.append(Block(Kind.HEADING, sheet.title, Source(place, 1), 1, quote=sheet.title))
        blocks += _tables(_rows(sheet), place, (number + 1) * 1000)
    return Document(name, tuple(blocks))


def _rows(sheet: Any) -> list[tuple[int, list[Cell]]]:
    """The rows of a sheet with their numbers; cells where merged ranges begin, as HTML has them."""
    spans = {
        (area.min_row, area.min_col): (area.max_col - area.min_col + 1, area.max_row - area.min_row + 1)
        for area in sheet.merged_cells.ranges
    }
    covered = {
        (row, column)
        for area in sheet.merged_cells.ranges
        for row in range(area.min_row, area.max_row + 1)
        for column in range(area.min_col, area.max_col + 1)
    } - spans.keys()
    found = []
    for number, values in enumerate(sheet.iter_rows(values_only=True), start=1):
        cells = []
        for column, value in enumerate(values, start=1):
            if (number, column) not in covered:
                columns, rows = spans.get((number, column), (1, 1))
                cells.append(Cell(_text(value), columns, rows))
        found.append((number, cells))
    return found


def _text(value: object) -> str:
    """A cell's value as it is shown: whole numbers without a decimal point."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "\n".join(line.strip() for line in str(value).replace("\r", "\n").split("\n") if line.strip())


def _tables(rows: Sequence[tuple[int, list[Cell]]], place: str, first: int) -> Iterator[Block]:
    """The blocks of a sheet: rows with a single text are lines, a blank row ends a table."""
    table, titled = first, True
    numbers = [number for number, _ in rows]
    grid = _aligned([cells for _, cells in rows])
    for number, row in zip(numbers, grid, strict=True):
        source = Source(place, number)
        texts = [text for text in row.cells if text]
        if not texts:
            table += 1
        elif len(texts) == 1 and not row.continued:
            table += 1
            titled = (
                titled and len(texts[0]) <= _TITLE_LENGTH and not any(mark in texts[0] for mark in _END_MARKS)
            )
            for line in texts[0].split("\n"):
                kind = Kind.HEADING if titled else Kind.TEXT
                yield Block(kind, line, source, level=2 if titled else 0, quote=line)
        else:
            titled = False
            text = " | ".join(row.cells)
            yield Block(
                Kind.ROW,
                text,
                source,
                cells=row.cells,
                continued=row.continued,
                spans=row.spans,
                table=table,
                quote=text,
            )


def _aligned(rows: list[list[Cell]]) -> list[Row]:
    """Every row of the sheet as plain cells, blank rows too; without the columns that are empty in all."""
    marked = [[*cells, Cell("\0")] for cells in rows]  # keeps blank rows and their count
    grid = grid_rows(marked)
    plain = [Row(row.cells[: row.cells.index("\0")], row.continued, row.spans) for row in grid]
    width = max((len(row.cells) for row in plain), default=0)
    used = [i for i in range(width) if any(i < len(row.cells) and row.cells[i] for row in plain)]
    ends = [max((i for i, text in enumerate(row.cells) if text), default=-1) + 1 for row in plain]
    last = max(ends, default=0)
    kept = [i for i in used if i < last]
    return [
        Row(
            tuple(row.cells[i] for i in kept if i < len(row.cells)),
            frozenset(kept.index(i) for i in row.continued if i in kept),
            tuple(row.spans[i] for i in kept if i < len(row.cells)),
        )
        for row in plain
    ]
