"""Tables: which cells are labels, which are values, and which rows list something else."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.documents.document import Block
from knowledge.roles.labels import Field, labels
from knowledge.text import bare, fold

_COUNTED = re.compile(r"\d{1,2}[.、)]?")
_LISTED = (Field.COLLABORATION, Field.COLLABORATION_KIND, Field.KPI, Field.QUALIFICATION)
_LABELS_OF_DUTIES = (Field.DUTIES, Field.DUTY, Field.DUTY_TITLE, Field.TASKS, Field.AUTHORITIES)
_KINDS: dict[Field | None, Field] = {
    Field.AUTHORITIES: Field.AUTHORITY_KIND,
    Field.AUTHORITY_KIND: Field.AUTHORITY_KIND,
    Field.DUTIES: Field.DUTY,
}  # what an unknown label of a table names in such a section


@dataclass(frozen=True, slots=True)
class Entry:
    """A value of a table with its label before or above it; without `field` it goes on with the last."""

    field: Field | None
    label: str
    value: str
    row: Block
    quote: str


def read_rows(rows: Sequence[Block], here: Field | None) -> Iterator[Entry]:
    """The entries of a table that stands in a section of the field `here`."""
    heads = [_field_of(cell) for cell in rows[0].cells]
    grouped = len(rows) > 1 and 0 in rows[1].continued  # 基本信息 beside the first rows of a form
    if grouped or not (len(rows) > 1 and _above(rows[0], heads)):
        rows = list(_peeled(rows))
    first, rest = rows[0], rows[1:]
    heads = [_field_of(cell) for cell in first.cells]
    labelled = [any(map(_is_label, row.cells[::2])) for row in rest]
    named = any(map(_is_label, first.cells[::2]))
    if rest and not any(labelled) and _lists(here, heads):
        yield from map(_listed, rest)
    elif rest and _above(first, heads) and _field_of(rest[0].cells[0]) in (None, Field.NEUTRAL):
        yield from _columns(first.cells, heads, rest)
    elif rest and not named and (all(labelled) or Field.NEUTRAL in heads or here in _KINDS):
        if not all(head is Field.NEUTRAL for head in heads):
            yield _remark(first)
        yield from _pairs(rest, here)
    elif named or any(labelled) or len(first.cells) == 2:
        yield from _pairs(rows, here)
    else:
        yield from map(_remark, rows)


def _peeled(rows: Sequence[Block]) -> Iterator[Block]:
    """The rows with a label that stands beside several rows, or before another label, in a row of its own."""
    for row, below in zip(rows, [*rows[1:], None], strict=True):
        yield from _peel(row, below.continued if below is not None else frozenset())


def _peel(row: Block, below: frozenset[int]) -> Iterator[Block]:
    cells, goes_on = row.cells, 0 in row.continued
    if len(cells) < 2:
        yield row
        return
    label = _is_label(cells[0]) or bare(cells[0]) in labels().authority_kinds
    spans = goes_on or 0 in below
    second = _is_label(cells[1]) or bare(cells[1]) in labels().authority_kinds
    group = _field_of(cells[0]) is Field.NEUTRAL or (not label and len(cells) % 2 == 1)
    if not (spans and (label or group)) and not (label and second and len(cells) % 2 == 1):
        yield row
        return
    if label and not goes_on:
        yield replace(row, cells=cells[:1], continued=frozenset())
    rest = cells[1:] if len(cells) > 2 else ("", *cells[1:])
    shift = 1 if len(cells) > 2 else 0
    inner = replace(row, cells=rest, continued=_shifted(row.continued, shift))
    yield from _peel(inner, _shifted(below, shift)) if shift else [replace(inner, continued=frozenset())]


def _shifted(indices: frozenset[int], by: int) -> frozenset[int]:
    return frozenset(i - by for i in indices if i >= by)


def _lists(here: Field | None, heads: Sequence[Field | None]) -> bool:
    """Whether the rows below the first are members of a list: partners and matters, indicators."""
    if any(head in _LABELS_OF_DUTIES for head in heads):
        return False
    return here in _LISTED and heads[0] in (*_LISTED, None, Field.NEUTRAL, Field.NAME, Field.DEPARTMENT)


def _above(first: Block, heads: Sequence[Field | None]) -> bool:
    """Whether the first row holds the labels of the columns."""
    known = sum(head is not None for head in heads)
    pairs = len(heads) % 2 == 0 and all(head is None for head in heads[1::2])
    return (
        known >= 2
        and not pairs
        and any(head not in (None, Field.NEUTRAL) for head in heads)
        and all(first.cells)
    )


def _columns(names: Sequence[str], heads: Sequence[Field | None], rows: Iterable[Block]) -> Iterator[Entry]:
    order = sorted(range(len(heads)), key=lambda i: heads[i] is not Field.NAME)  # a row is about its post
    for row in rows:
        cells = [*row.cells, *[""] * (len(heads) - len(row.cells))]
        for name, head, cell in ((names[i], heads[i], cells[i]) for i in order):
            if head is not Field.NEUTRAL:
                yield Entry(head or Field.OTHER, name, cell, row, row.quote)


def _pairs(rows: Iterable[Block], here: Field | None) -> Iterator[Entry]:
    """Label, value, label, value …; a cell beyond that is a remark, a value without label goes on."""
    for row in rows:
        cells = row.cells
        if len(cells) == 1 and _is_label(cells[0]):
            here = _field_of(cells[0])  # 工作权限 in a row of its own heads the rows below it
        for start in range(0, len(cells) - 1, 2):
            label, value = cells[start], cells[start + 1]
            field = _field_of(label)
            if _COUNTED.fullmatch(fold(label)) or not label:
                if value:
                    yield Entry(None, "", value, row, row.quote)
            elif field is not Field.NEUTRAL:
                yield Entry(
                    field or _KINDS.get(here, Field.OTHER), label, value, row, _quote(label, value, row)
                )
            elif value and _field_of(value) is not Field.NEUTRAL:
                yield Entry(Field.OTHER, label, value, row, _quote(label, value, row))
        if len(cells) % 2 and cells[-1]:
            field = _field_of(cells[-1]) if len(cells) == 1 else None
            yield Entry(field or Field.NOTE, cells[-1], "" if field else cells[-1], row, row.quote)


def _remark(row: Block) -> Entry:
    return Entry(Field.NOTE, "", row.text, row, row.quote)


def _listed(row: Block) -> Entry:
    return Entry(None, "", "：".join(cell for cell in row.cells if cell), row, row.quote)


def _quote(label: str, value: str, row: Block) -> str:
    quote = f"{label} | {value}".replace("\n", "<br>")
    return quote if quote in row.quote else row.quote


def _field_of(cell: str) -> Field | None:
    return labels().field_of(cell.rstrip(":： "))


def _is_label(cell: str) -> bool:
    return _field_of(cell) not in (None, Field.NEUTRAL)
