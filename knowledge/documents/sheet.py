"""A sheet of a workbook as blocks: only cells that hold text count, however far apart they lie.

Rows with a single text are lines, the first of them headings; a blank row ends a table; a cell merged over
rows stands in each of them that holds other text.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from knowledge.documents.document import Block, Document, Kind, Source
from knowledge.documents.grid import Cell, Row, grid_rows, row_block
from knowledge.documents.problem import problem
from knowledge.regex import regex

_TITLE_LENGTH = 40  # characters
_END_MARKS = ("。", "；", ";", "：", ":")
_ITEM = regex(r"\d{1,2}[.、．)）](?!\d)|[（(]\d{1,2}[)）]|[①-⑳•·●■◆-]")
_MOST_CELLS = 4_000_000  # of the rows and columns that hold text
_MOST_TABLES = 1_000_000  # in one sheet, so that tables of two sheets have different numbers


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a sheet shows: texts by (row, column) from 1, and merged areas.

    `merged`: areas as (first row, first column, last row, last column).
    """

    title: str
    texts: Mapping[tuple[int, int], str]
    merged: Sequence[tuple[int, int, int, int]] = ()


def book_document(name: str, sheets: Sequence[Sheet]) -> Document:
    """The document of the sheets of a workbook, each under its title; a block's place is its row.

    Raises DocumentError where a sheet is too large a table.
    """
    filled = [_visible(name, sheet) for sheet in sheets if sheet.texts]
    blocks: list[Block] = []
    for number, sheet in enumerate(filled):
        place = name if len(filled) == 1 else f"{name}·{sheet.title}"
        blocks.append(Block(Kind.HEADING, sheet.title, Source(place, 1), 1, quote=sheet.title))
        blocks += _blocks(sheet, place, number * _MOST_TABLES)
    return Document(name, tuple(blocks))


def _blocks(sheet: Sheet, place: str, table: int) -> Iterator[Block]:
    titled, last = True, 0
    for number, row in _grid(sheet):
        if number > last + 1:
            table += 1  # blank rows lie between
        last = number
        texts = [text for text in row.cells if text]
        source = Source(place, number)
        if len(texts) == 1 and not row.continued:
            table += 1
            titled = titled and may_be_title(texts[0])
            yield from line_blocks(texts[0], row, source, titled)
        else:
            titled = False
            yield row_block(row, source, table)


def may_be_title(text: str) -> bool:
    """Whether a text alone in its row, above any table, is a title."""
    marked = _ITEM.match(text) or any(mark in text for mark in _END_MARKS)
    return len(text) <= _TITLE_LENGTH and not marked


def line_blocks(text: str, row: Row, source: Source, titled: bool) -> Iterator[Block]:
    """The lines of a text that stands alone in its row."""
    lines = text.split("\n")
    alone = len(row.cells) > 1 and len(lines) == 1 and not titled
    for line in lines:
        kind, level = (Kind.HEADING, 2) if titled else (Kind.TEXT, 0)
        block = Block(kind, line, source, level, quote=line)
        yield replace(block, cells=row.cells, spans=row.spans) if alone else block


def _grid(sheet: Sheet) -> Iterator[tuple[int, Row]]:
    """Each row that holds text, with its number."""
    rows, columns, spans = _shape(sheet)
    hidden = _hidden(spans, rows, columns)
    grid = grid_rows(
        [
            Cell(sheet.texts.get((row, column), ""), *spans.get((row, column), (1, 1)))
            for column in columns
            if (row, column) not in hidden
        ]
        for row in rows
    )
    yield from zip(rows, grid, strict=True)


_Spans = dict[tuple[int, int], tuple[int, int]]  # by cell, how many columns and rows with text it spans


def _shape(sheet: Sheet) -> tuple[list[int], list[int], _Spans]:
    """The rows and columns that hold text, and the merged cells, those without text as well."""
    rows, columns = (sorted({place[i] for place in sheet.texts}) for i in (0, 1))
    spans: _Spans = {}
    for top, left, bottom, right in sheet.merged:
        width, height = _between(columns, left, right), _between(rows, top, bottom)
        if width and height:
            place = rows[bisect_left(rows, top)], columns[bisect_left(columns, left)]
            spans[place] = (width, height)
    return rows, columns, spans


def _visible(name: str, sheet: Sheet) -> Sheet:
    """The sheet without what lies under merged cells. Raises DocumentError where it is too large a table."""
    rows, columns, spans = _shape(sheet)
    if len(rows) * len(columns) > _MOST_CELLS:
        raise problem("too_long", name, most=_MOST_CELLS // 10_000)
    hidden = _hidden(spans, rows, columns)
    return replace(sheet, texts={place: text for place, text in sheet.texts.items() if place not in hidden})


def _hidden(spans: _Spans, rows: Sequence[int], columns: Sequence[int]) -> set[tuple[int, int]]:
    """The cells that lie under merged ones."""
    row_at, column_at = ({value: i for i, value in enumerate(values)} for values in (rows, columns))
    return {
        (row, column)
        for (top, left), (width, height) in spans.items()
        for row in rows[row_at[top] : row_at[top] + height]
        for column in columns[column_at[left] : column_at[left] + width]
    } - spans.keys()


def _between(values: Sequence[int], first: int, last: int) -> int:
    """How many of the sorted values lie between two, both included."""
    return bisect_right(values, last) - bisect_left(values, first)
