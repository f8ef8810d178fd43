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
    found = _Columns()
    unknown = [i for i, label in enumerate(rows[0].cells) if not _placed(found, i, label)]
    marks = [row.cells[i] for row in rows[1:] for i in found.roles if i < len(row.cells)]
    marked = len(found.roles) > 1 and any(len(mark) <= _LONGEST_MARK and step_of(mark) for mark in marks)
    strong = any(strength >= Strength.REVIEW for strength, _ in found.steps.values())
    if not found.matter and unknown[:1] == [0] and (strong or marked):
        found.matter.append(0)
    if not found.matter or not (strong or marked) or (unknown and found.matter != [0]):
        return None
    if not marked:
        found.roles = {}
    return found


def _placed(found: _Columns, i: int, label: str) -> bool:
    """Put a column where its label says; False for a label that says nothing known."""
    name = bare(_REMARK.sub("", label)) or bare(label)
    table = {kind: set(map(bare, labels)) for kind, labels in words()["columns"].items()}
    step = step_of(label) if len(name) <= _LONGEST_LABEL else None
    if name in table["ordinal"] or (not name and not i):
        return True
    for kind, columns in (("condition", found.condition), ("matter", found.matter), ("note", found.note)):
        if name in table[kind] or bare(label) in table[kind]:
            columns.append(i)
            return True
    if step:
        found.steps[i] = step
    elif name.endswith(grades().heads):
        found.roles[i] = label.strip()
    else:
        return any(word in fold(label) for word in words()["steps"]["start"])
    return True


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
