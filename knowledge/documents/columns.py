"""Tables without rules: lines whose parts, wide gaps between them, stand below each other."""

from collections.abc import Sequence
from dataclasses import replace

from knowledge.documents.grid import Cell
from knowledge.documents.page import Box, Line, Table, ends_line, joined

_NEAR = 0.7  # times the size of a character: how far apart the beginnings of one column may lie
_LEAST = 2  # lines with several parts that make a table
_BELOW = 3.0  # times the size of a character: how far below a line the next one of its table may stand


def with_columns(lines: Sequence[Line]) -> list[Line | Table]:
    """The lines of a page from top to bottom, those that make a table put together."""
    found: list[Line | Table] = []
    run: list[Line] = []
    for line in lines:
        if run and not _belongs(run, line):
            found += _table(run)
            run = []
        if run or len(line.parts) > 1:
            run.append(line)
        else:
            found.append(line)
    return [*found, *_table(run)]


def _belongs(run: Sequence[Line], line: Line) -> bool:
    """Whether a line goes on with a table: it has several parts, or its one is no first column."""
    near = line.box.top - run[-1].box.bottom < _BELOW * line.size
    indented = any(_same(line, line.box.left, left) for one in run for left, _ in one.parts[1:])
    return near and (len(line.parts) > 1 or indented)


def _same(line: Line, one: float, other: float) -> bool:
    return abs(one - other) <= _NEAR * line.size


def _table(run: Sequence[Line]) -> list[Line | Table]:
    """The table that lines make; the lines as they are where their parts do not stand below each other."""
    several = [line for line in run if len(line.parts) > 1]
    lefts: list[float] = []
    for line in several:
        lefts += [left for left, _ in line.parts if not any(_same(line, left, known) for known in lefts)]
    lefts.sort()
    labelled = sum("：" in text or ":" in text for line in several for _, text in line.parts)
    widest = max((len(line.parts) for line in several), default=0)
    apart = all(len({_column(lefts, left) for left, _ in line.parts}) == len(line.parts) for line in several)
    if (
        len(several) < _LEAST
        or len(lefts) != widest
        or not apart
        or labelled * 2 > sum(len(line.parts) for line in several)
    ):
        return list(run)
    rows: list[list[Cell | None]] = []
    for line in run:
        cells = [""] * len(lefts)
        for left, text in line.parts or ((line.box.left, line.text),):
            cells[_column(lefts, left)] = text
        if len(line.parts) < 2 and rows:
            _append(rows[-1], cells)
        else:
            rows.append([Cell(text) if text else None for text in cells])
    box = Box(
        min(line.box.left for line in run),
        run[0].box.top,
        max(line.box.right for line in run),
        run[-1].box.bottom,
    )
    return [Table(box, _merged(rows), (*lefts, box.right))]


def _column(lefts: Sequence[float], left: float) -> int:
    """The column whose beginning lies nearest."""
    return min(range(len(lefts)), key=lambda i: abs(lefts[i] - left))


def _append(row: list[Cell | None], texts: Sequence[str]) -> None:
    """Put the one text of a line below the cell of its column."""
    for i, text in enumerate(texts):
        cell = row[i]
        if text and cell is not None:
            above = cell.text
            row[i] = replace(cell, text=f"{above}\n{text}" if ends_line(above, text) else joined(above, text))
        elif text:
            row[i] = Cell(text)


def _merged(rows: Sequence[Sequence[Cell | None]]) -> tuple[tuple[Cell, ...], ...]:
    """The rows; a cell goes on below where a row begins further right, and what ends early has no cells."""
    owners: list[Cell] = []
    found: list[tuple[Cell, ...]] = []
    for row in rows:
        first = next((i for i, cell in enumerate(row) if cell is not None), 0)
        last = max((i for i, cell in enumerate(row) if cell is not None), default=0)
        for owner in owners[:first]:
            owner.rows += 1
        own = [cell if cell is not None else Cell("") for cell in row[first : last + 1]]
        owners = [*owners[:first], *own]
        found.append(tuple(own))
    return tuple(found)
