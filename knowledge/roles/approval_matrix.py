"""Approval matrices: tables of matters and steps, with tiers by amount, days or percent."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from knowledge.actions import Strength
from knowledge.documents.document import Block
from knowledge.roles.approval import Approval, Step, step_of, words
from knowledge.roles.grades import grades
from knowledge.roles.role import Passage
from knowledge.text import bare, fold

_LONGEST_LABEL = 12  # characters
_LONGEST_MARK = 6  # characters of a step in the cell of a role
_REMARK = re.compile(r"[（(][^）)]*[）)]")


@dataclass
class _Columns:
    """Which columns of a matrix hold what: by index."""

    matter: list[int] = field(default_factory=list)
    condition: list[int] = field(default_factory=list)
    note: list[int] = field(default_factory=list)
    steps: dict[int, tuple[Strength, str]] = field(default_factory=dict)
    roles: dict[int, str] = field(default_factory=dict)


def is_matrix(rows: Sequence[Block]) -> bool:
    """Whether the rows of a table are an approval matrix: a matter, and steps or roles at its head."""
    return len(rows) > 1 and _columns(rows) is not None


def read_matrix(rows: Sequence[Block], title: str) -> Iterator[Approval]:
    """The approvals of a matrix, a row each; an empty matter is that of the row above."""
    columns = _columns(rows)
    if columns is None:
        return
    above = ""
    for row in rows[1:]:
        cells = [*row.cells, *[""] * (len(rows[0].cells) - len(row.cells))]
        named = " ".join(dict.fromkeys(cells[i].replace("\n", "") for i in columns.matter if cells[i]))
        matter = above = named or above
        condition = " ".join(cells[i].replace("\n", "") for i in columns.condition if not _none(cells[i]))
        steps = tuple(_steps(columns, cells))
        if matter and steps:
            note = " ".join(cells[i] for i in columns.note if not _none(cells[i]))
            passage = Passage(row.text, row.quote, row.source)
            yield Approval(title, matter, condition, steps, passage, note)


def _columns(rows: Sequence[Block]) -> _Columns | None:
    """The columns of a matrix by their labels; None where the table is none."""
    table, found = words()["columns"], _Columns()
    unknown: list[int] = []
    for i, label in enumerate(rows[0].cells):
        name = bare(_REMARK.sub("", label)) or bare(label)
        step = step_of(label) if len(name) <= _LONGEST_LABEL else None
        if name in map(bare, table["ordinal"]) or (not name and not i):
            continue
        if name in map(bare, table["condition"]) or bare(label) in map(bare, table["condition"]):
            found.condition.append(i)
        elif name in map(bare, table["matter"]):
            found.matter.append(i)
        elif name in map(bare, table["note"]):
            found.note.append(i)
        elif name.endswith(grades().heads) and not step:
            found.roles[i] = label.strip()
        elif step:
            found.steps[i] = step
        elif not any(word in fold(label) for word in words()["steps"]["start"]):
            unknown.append(i)
    strong = any(strength >= Strength.REVIEW for strength, _ in found.steps.values())
    marks = [row.cells[i] for row in rows[1:] for i in found.roles if i < len(row.cells)]
    marked = len(found.roles) > 1 and any(len(mark) <= _LONGEST_MARK and step_of(mark) for mark in marks)
    if not found.matter and unknown and unknown[0] == 0 and (strong or marked):
        found.matter.append(0)
    if not found.matter or not (strong or marked) or (unknown and found.matter != [0]):
        return None
    if not marked:
        found.roles = {}
    return found


def _steps(columns: _Columns, cells: Sequence[str]) -> Iterator[Step]:
    """The steps of a row: who stands under each step, or which step stands under each role."""
    for i in sorted([*columns.steps, *columns.roles]):
        cell = cells[i].strip()
        if _none(cell):
            continue
        if i in columns.roles:
            step = step_of(cell)
            if step is not None:
                yield Step(columns.roles[i], *step)
            continue
        strength, verb = columns.steps[i]
        for part in re.split(words()["cells"]["arrows"], cell):
            for who in re.split(words()["cells"]["separators"], part):
                if name := _who(who):
                    yield Step(name, strength, verb)


def _who(text: str) -> str:
    """The name in a cell: without remarks in brackets and the verb behind it."""
    name = _REMARK.sub("", text).strip(" ：:;；。")
    for kind in ("decide", "review"):
        for word in words()["steps"][kind]:
            name = name.removesuffix(word)
    return "" if _none(name) else name


def _none(text: str) -> bool:
    return text.strip() in words()["cells"]["none"]
