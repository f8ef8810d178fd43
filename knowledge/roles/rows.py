"""Tables: which cells are labels, which are values, and which rows list something else."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from knowledge.documents.document import Block
from knowledge.roles.labels import Field, labels
from knowledge.text import fold

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
    for row in rows:
        for name, head, cell in zip(names, heads, row.cells, strict=False):
            if head is not Field.NEUTRAL:
                yield Entry(head or Field.OTHER, name, cell, row, row.quote)


def _pairs(rows: Iterable[Block], here: Field | None) -> Iterator[Entry]:
    """Label, value, label, value …; a cell beyond that is a remark, a value without label goes on."""
    for row in rows:
        cells = row.cells
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
