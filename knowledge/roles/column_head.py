"""Heads of columns: which row of a table holds the labels of those below it, and where they end."""

from collections.abc import Iterator, Sequence

from knowledge.documents.document import Block
from knowledge.regex import regex
from knowledge.roles.beside import field_of, is_label
from knowledge.roles.labels import Field, labels
from knowledge.roles.table_shape import begins
from knowledge.text import bare, fold

LISTED = (Field.COLLABORATION, Field.COLLABORATION_KIND, Field.KPI, Field.QUALIFICATION)
COUNTED = regex(r"\d{1,2}[.、)]?")
_STATED = (Field.DUTIES, Field.AUTHORITIES)  # 工作职责 | 要求
_OF_LISTS = (Field.NAME, Field.DEPARTMENT)  # columns of a list of posts


def parts(rows: Sequence[Block], here: Field | None) -> Iterator[Sequence[Block]]:
    """A form cut where a row of it is the head of columns: 一级职能 | 二级职能."""
    start, number = 0, 0
    while number < len(rows):
        if start == 0 and number > 1 and _leaves_columns(rows[0], rows[number]):
            yield rows[start:number]
            start, number = number, number + 1
            continue
        alone = field_of(rows[number - 1].cells[0]) if number and len(rows[number - 1].cells) == 1 else None
        if not heads_columns(rows, number, here if not number else alone):
            number += 1
            continue
        if start < number:
            yield rows[start:number]
        end = end_of_columns(rows, number)
        yield rows[number:end]
        start = number = end
    if start < len(rows):
        yield rows[start:]


def end_of_columns(rows: Sequence[Block], head: int) -> int:
    """Where the rows below a head of columns end: at the next label or head of what is counted."""
    end = head + 1
    while end < len(rows) and (0 in rows[end].continued or not begins(rows[end].cells[0])):
        if bare(rows[end].cells[0]) in labels().authority_kinds and counts(rows[head:]):
            break  # 人事权限 below 序号 | 职责
        if counts(rows[end:]) and rows[end].cells != rows[head].cells and any(map(is_label, rows[end].cells)):
            break  # 序号 | 权限 below 序号 | 职责 | 频次
        end += 1
    return end


def _leaves_columns(head: Block, row: Block) -> bool:
    """Whether a row below a head of columns is a label with its value: 直接下级 | A、B below 岗位 | 部门."""
    fields = [field_of(cell) for cell in head.cells]
    fewer = len(row.cells) == 2 < len(fields) and not row.continued
    return fewer and None not in fields and is_label(row.cells[0]) and not is_label(row.cells[1])


def heads_columns(rows: Sequence[Block], number: int, above: Field | None) -> bool:
    """Whether a row inside a form is nothing but labels, with rows of values below it; `above`: the field
    of a label alone above it."""
    cells = rows[number].cells
    fields = [field_of(cell) for cell in cells]
    if number == 0 and not set(_OF_LISTS).isdisjoint(fields):
        return False  # a list of posts
    if counts(rows[number:]):
        return True
    if len(fields) < 2 or number + 1 == len(rows) or rows[number].continued:
        return False
    below = rows[number + 1].cells
    known = [field for field in fields if field not in (None, Field.NEUTRAL)]
    ends = (*labels().column_ends, *labels().limit_columns)
    named = all(f or bare(cell).endswith(ends) for f, cell in zip(fields, cells, strict=True))
    unknown = fields.count(None)
    listed = (above in LISTED and fields[0] is above) or (fields[0] in _STATED and bare(cells[-1]) in ends)
    if not known or not named or unknown * 2 > len(fields) or (unknown and len(fields) == 2 and not listed):
        return False
    return len(below) == len(fields) and field_of(below[0]) is None


def counts(rows: Sequence[Block]) -> bool:
    """Whether a row heads statements that are counted below it: 序号 | 具体内容 | 占比."""
    if len(rows) < 2 or len(rows[0].cells) < 2 or field_of(rows[0].cells[0]) is not Field.NEUTRAL:
        return False
    below = rows[1].cells
    return len(below) == len(rows[0].cells) and COUNTED.fullmatch(fold(below[0])) is not None
