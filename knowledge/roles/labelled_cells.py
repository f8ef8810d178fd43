"""Cells of a form that hold a label with its value: 直接上级：站长 | 定员：2人, 职责概述：… over a row."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from knowledge.documents.document import Block
from knowledge.regex import regex
from knowledge.roles.beside import is_label
from knowledge.roles.headings import PARTNERS, SHORT, label_and_value, label_of, pieces, unnumbered
from knowledge.roles.labels import Field

_HEADED = regex(r"(?P<label>[^\s:：]{2,10})[ \u3000]+(?=[^\s:：]{2,6}[:：])")
_PARTED = (
    SHORT
    | {Field.SUMMARY, Field.DUTIES, Field.AUTHORITIES, Field.QUALIFICATION, Field.KPI, *PARTNERS}
    | {Field.DEPARTMENT_OVERVIEW, Field.FUNCTIONS}
) - {Field.COLLABORATION_KIND}


def with_cells_parted(rows: Iterable[Block]) -> Iterator[Block]:
    """The rows; where each cell of one holds a label with its value, or is one of a pair, label and value are
    cells of their own."""
    for row in rows:
        cells = _parted(row)
        yield replace(row, cells=cells, spans=(), continued=frozenset()) if cells else row


def _parted(row: Block) -> tuple[str, ...]:
    """The labels and values of a row; empty where it has none in one cell, or something else."""
    cells, found, at = row.cells, list[str](), 0
    if row.continued or not any(map(_labelled, cells)):
        return ()
    while at < len(cells):
        if inside := _labelled(cells[at]):
            found += inside
            at += 1
        elif at + 1 < len(cells) and is_label(cells[at]) and not is_label(cells[at + 1]):
            found += cells[at : at + 2]
            at += 2
        elif not cells[at].strip():
            at += 1
        else:
            return ()
    return tuple(found)


def _labelled(cell: str) -> list[str]:
    """The labels and values that a cell holds; empty where it is none with a value of its own."""
    found = list[str]()
    first, _, below = cell.strip().partition("\n")
    if below.strip() and label_of(unnumbered(first)) in _PARTED:  # 工作权限 above 1．…
        return [first, below]
    headed = _HEADED.match(first)
    if headed and label_of(headed["label"]) in _PARTED:  # 协作关系 内部：…
        return [headed["label"], cell.strip()[headed.end() :]]
    for line in cell.split("\n"):
        for piece in pieces(line):
            own = label_and_value(unnumbered(piece))
            if own is not None and label_of(own[0]) in _PARTED:
                found += own
            elif found:
                found[-1] = f"{found[-1]}\n{piece}".strip()
            else:
                return []
    return found if all(value.strip() for value in found[1::2]) else []
