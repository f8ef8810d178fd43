"""Labels that stand beside several rows of a form, or before another label."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.documents.document import Block
from knowledge.regex import regex
from knowledge.roles.headings import label_of, unnumbered
from knowledge.roles.labels import Field, labels
from knowledge.text import bare, fold

ASPECTS = (Field.QUALIFICATION, Field.KPI, Field.OTHER)  # what an unknown label below them belongs to
_LONGEST_ASPECT = 6  # characters: 学历, 工作经验
_DUTY = regex(r"(?:岗位|工作|主要)?职责\s*\d{1,2}[:.、]?")  # in running text 职责1 is a label and a number
_COUNTED = regex(r"\d{1,2}[.、)]?")
_COUNTER = regex(r"[（(/](?:单位[:：])?[人名个位][)）]?\s*$")  # 编制(人)


def peeled(rows: Sequence[Block]) -> Iterator[Block]:
    """The rows with a label that stands beside several rows, or before another label, in a row of its own.

    A group that is no known label, 考核 beside rows of a form, ends what stood above it.
    """
    form = False
    for row, below in zip(rows, [*rows[1:], None], strict=True):
        goes_on = below.continued if below is not None else frozenset[int]()
        if form and _groups(row, goes_on):
            yield replace(row, cells=row.cells[:1], continued=frozenset())
        form = form or is_label(row.cells[0])
        yield from [row] if _heads_columns(row, below) else _peel(row, goes_on)


def _heads_columns(row: Block, below: Block | None) -> bool:
    """Whether a row holds the labels of columns: 职责描述 | 工作任务 | 考核标准 above 巡检 | 1.… | 100%."""
    if below is None or len(below.cells) != len(row.cells) or row.continued or below.continued:
        return False
    return len(row.cells) > 2 and all(map(is_label, row.cells)) and not any(map(is_label, below.cells))


def _groups(row: Block, below: frozenset[int]) -> bool:
    """Whether an unknown word stands beside this row and those below it, before a label and its value."""
    unknown = field_of(row.cells[0]) is None and bare(row.cells[0]) not in labels().authority_kinds
    return (
        unknown and 0 in below and 0 not in row.continued and len(row.cells) % 2 == 1 and len(row.cells) > 2
    )


def _peel(row: Block, below: frozenset[int]) -> Iterator[Block]:
    cells, goes_on = row.cells, 0 in row.continued
    if len(cells) < 2:
        yield row
        return
    label = is_label(cells[0]) or bare(cells[0]) in labels().authority_kinds
    spans = goes_on or 0 in below
    second = is_label(cells[1]) or bare(cells[1]) in labels().authority_kinds
    group = field_of(cells[0]) is Field.NEUTRAL or (not label and len(cells) % 2 == 1)
    aspect = len(cells) == 3 and field_of(cells[0]) in ASPECTS and len(bare(cells[1])) <= _LONGEST_ASPECT
    counted = label and len(cells) == 3 and _COUNTED.fullmatch(fold(cells[1])) is not None  # 权限 | 1 | …
    inner = (label and second and len(cells) % 2 == 1) or aspect or counted
    if not (spans and (label or group)) and not inner:
        yield row
        return
    if label and not goes_on:
        yield replace(row, cells=cells[:1], continued=frozenset())
    rest = cells[1:] if len(cells) > 2 else ("", *cells[1:])
    shift = 1 if len(cells) > 2 else 0
    part = replace(row, cells=rest, continued=_shifted(row.continued, shift))
    yield from _peel(part, _shifted(below, shift)) if shift else [replace(part, continued=frozenset())]


def _shifted(indices: frozenset[int], by: int) -> frozenset[int]:
    return frozenset(i - by for i in indices if i >= by)


def field_of(cell: str) -> Field | None:
    """The field that a cell names, None where it is no label."""
    if _DUTY.fullmatch(fold(cell).strip()):
        return Field.DUTY
    return label_of(_COUNTER.sub("", cell)) or label_of(unnumbered(cell))  # 一、基本信息


def is_label(cell: str) -> bool:
    """Whether a cell is a label of its own, not one of any table like 项目."""
    return field_of(cell) not in (None, Field.NEUTRAL)


def part_of_duty(label: str, here: Field | None) -> Field | None:
    """The field of a label inside a cell that parts a duty: 职责表述：…, 工作任务：…. Behind 职责一 so does
    职责描述."""
    field = label_of(label)
    if here is Field.DUTY and field is Field.DUTIES:
        return Field.DUTY_TITLE
    return field if field in (Field.DUTY_TITLE, Field.TASKS) else None
