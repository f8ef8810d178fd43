"""Tables that a line or a page cuts in two, as one: 一、人事类 between the rows, the head repeated or not."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from knowledge.documents.document import Block, Kind
from knowledge.roles.approval_matrix import is_matrix
from knowledge.roles.footnote import is_footnote
from knowledge.roles.headings import is_title, label_of
from knowledge.roles.labels import Field

_LONGEST_GROUP = 20  # characters of a line that names a group of rows
_LEAST_COLUMNS = 3
_MOST_BETWEEN = 2  # lines between the parts of a matrix: 一、人事类 and the matter whose tiers follow
_NEAR = 4  # lines above a table that may belong to it
_END_MARKS = ("。", "；", ";", "：", ":")


def rejoined(blocks: Iterable[Block]) -> list[Block]:
    """The blocks with the parts of a table joined; a line between them becomes a row of a single cell."""
    found: list[Block] = []
    table: list[Block] = []  # the rows of the table read last
    between: list[Block] = []  # what stands behind it
    for (is_row, _), group in groupby(blocks, key=lambda block: (block.kind is Kind.ROW, block.table)):
        part = list(group)
        if not is_row:
            between += part
            continue
        rows = _further(table, between, part, [line.text for line in found[-_NEAR:]])
        if rows:
            table += rows
        else:
            found += [*table, *between]
            table = part
        between = []
    return [*found, *table, *between]


def with_lone_values(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with a line of a sheet as a row where labels stand right above it, their only value, or
    where it is a label of the form above it itself: its value is blank, and the form goes on below it."""
    blocks, above = list(blocks), None
    forms: dict[int, int] = {}  # the table that goes on in another one
    for block, below in zip(blocks, [*blocks[1:], None], strict=True):
        blank = above is not None and below is not None and _is_blank_label(block, above, below)
        if above is not None and (blank or _is_value(block, above)):
            block = replace(block, kind=Kind.ROW, text=" | ".join(block.cells), table=above.table)
            forms |= {below.table: above.table} if blank and below is not None else {}
        elif block.kind is Kind.ROW:
            block = replace(block, table=forms.get(block.table, block.table))
        yield block
        above = block


def _is_blank_label(line: Block, above: Block, below: Block) -> bool:
    """Whether a line is a label alone, right between two rows of a form."""
    labelled = line.kind is Kind.TEXT and bool(line.cells) and _is_label(line.text)
    between = all(row.kind is Kind.ROW and _is_label(row.cells[0]) for row in (above, below))
    return labelled and between and _follows(line, above) and _follows(below, line)


def _follows(line: Block, above: Block) -> bool:
    return line.source.document == above.source.document and line.source.line == above.source.line + 1


def _is_value(line: Block, above: Block) -> bool:
    if line.kind is not Kind.TEXT or not line.cells or above.kind is not Kind.ROW:
        return False
    heads = [cell for cell in above.cells if cell]
    return (
        _follows(line, above) and len(heads) > 1 and all(map(_is_label, heads)) and not _is_label(line.text)
    )


def _further(
    table: Sequence[Block], between: Sequence[Block], part: Sequence[Block], above: Sequence[str]
) -> list[Block]:
    """The rows of a part as rows of the table above it; none where it is a table of its own.

    `above`: the lines above the table, which may say what its marks and numbers mean.
    """
    if not table or len(between) > _MOST_BETWEEN or _width(part[0]) != _width(table[0]):
        return []
    if not all(_names_group(line) for line in between):
        return []
    matrix = is_matrix([*table, *part], above)
    if not matrix and (len(between) > 1 or _width(table[0]) < _LEAST_COLUMNS or not _headed(table, part)):
        return []
    if any(_labels_below(row) for row in [*table[1:], *part]):
        return []  # 工作职责 in a row of its own: each part is the form of one post
    if any(len(row.cells) < len(table[0].cells) and _is_label(row.cells[0]) for row in table[1:]):
        return []  # and so it is where labels above their values have 直接下属 | A、B below them
    repeated = [row for row in part if row.cells != table[0].cells]
    if not matrix and len(repeated) == len(part) and any(_is_label(cell) for cell in part[0].cells):
        return []
    lines = [replace(line, kind=Kind.ROW, cells=(line.text,), spans=(_width(table[0]),)) for line in between]
    return [replace(row, table=table[0].table) for row in [*lines, *repeated]]


def _headed(table: Sequence[Block], part: Sequence[Block]) -> bool:
    """Whether a table begins with the labels of its columns; its rows may come with the next part only."""
    labels = [_is_label(cell) for cell in table[0].cells]
    below = [*table, *part][1]
    return sum(labels) > 1 and any(labels[1::2]) and not _is_label(below.cells[0])


def _labels_below(row: Block) -> bool:
    return len(row.cells) == 1 and _is_label(row.cells[0])


def _names_group(line: Block) -> bool:
    return (
        line.kind is Kind.TEXT
        and len(line.text) <= _LONGEST_GROUP
        and not line.text.endswith(_END_MARKS)
        and not is_footnote(line.text)
        and not is_title(line.text)
        and label_of(line.text) is None
    )


def _is_label(cell: str) -> bool:
    return label_of(cell) not in (None, Field.NEUTRAL)


def _width(row: Block) -> int:
    return sum(row.spans) if row.spans else len(row.cells)
