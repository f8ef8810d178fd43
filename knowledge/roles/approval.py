"""Approvals that documents state outside any role's description: a row of a matrix, a rule, a chain."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from knowledge.actions import Strength
from knowledge.regex import regex
from knowledge.roles.denial import denies
from knowledge.roles.limit import Limit, apart, find_limit
from knowledge.roles.role import Passage
from knowledge.roles.statement import Right, Statement
from knowledge.tables import load_table
from knowledge.text import fold

_CLAUSE = regex(r"[^,;。]+")


@dataclass(frozen=True, slots=True)
class Step:
    """A step of an approval: whose it is as the document writes it, how strong, and with which verb."""

    who: str
    strength: Strength
    verb: str


@dataclass(frozen=True, slots=True)
class Approval:
    """A matter with the condition under which its steps hold, in order.

    `title`: the heading of the matrix or rule; `condition`: as written, empty where there is none; `note`:
    its remark, `footnotes`: where that stands below the table; `applies_to`: whose matter it is as written
    (一线员工, 项目经理), empty where it holds for everybody; `range`: the condition with the unit that the
    document names elsewhere, empty where it has its own.
    """

    title: str
    matter: str
    condition: str
    steps: tuple[Step, ...]
    passage: Passage
    note: str = ""
    applies_to: tuple[str, ...] = ()
    range: str = ""
    footnotes: tuple[Passage, ...] = ()

    @property
    def limit(self) -> Limit | None:
        """The range that the condition sets."""
        return find_limit(self.range or self.condition or self.matter)


def rule_statements(approvals: list[Approval]) -> Iterator[Statement]:
    """The approvals as statements: one right for each step, in order; limits that meet are told apart."""
    limits = _limits(approvals)
    for approval, limit in zip(approvals, limits, strict=True):
        folded = fold(approval.passage.text)
        matter = fold(f"{approval.matter} {approval.condition}".strip())
        rights = tuple(
            Right(step.strength, step.verb, matter, 0, len(folded), fold(step.who), False, limit)
            for step in approval.steps
        )
        rights += tuple(_forbidden(folded))
        yield Statement(
            approval.title,
            approval.title,
            approval.passage,
            folded,
            rights,
            fold(approval.matter),
            rule=True,
            applies_to=approval.applies_to,
            notes=approval.footnotes,
        )


def _forbidden(folded: str) -> Iterator[Right]:
    """What a rule forbids beside its steps: 涉及安全指标的一律不得让步接收."""
    for clause in _CLAUSE.finditer(folded):
        if denies(clause.group().strip()) and not clause.group().strip().startswith("未经"):
            matter, start = clause.group().strip(), clause.start()
            yield Right(Strength.EXECUTE, "", matter, start, clause.end(), None, True)


def _limits(approvals: list[Approval]) -> list[Limit | None]:
    """The limits of approvals; two of one matter that meet at an amount leave it to the one that says 含."""
    found: list[Limit | None] = []
    for approval in approvals:
        same = [a for a in approvals if (a.title, a.matter) == (approval.title, approval.matter)]
        limit = approval.limit
        for other in same:
            if limit is not None and other is not approval and other.limit is not None:
                limit = apart(limit, other.limit)
        found.append(limit)
    return found


@cache
def words() -> dict[str, Any]:
    """The table of columns, steps and cells."""
    return load_table(__package__, "approvals.toml")


def step_of(text: str) -> tuple[Strength, str] | None:
    """The strength and verb that a label or cell names; None for where the matter starts, or nothing."""
    folded = fold(text)
    for kind, strength in STRENGTHS:
        for word in words()["steps"][kind]:
            if word in folded:
                return (strength, word) if strength is not None else None
    return None


STRENGTHS = (
    ("decide", Strength.DECIDE),
    ("review", Strength.REVIEW),
    ("informed", Strength.INFORMED),
    ("start", None),
    ("partake", Strength.TAKE_PART),
    ("oversee", Strength.OVERSEE),
    ("advise", Strength.ADVISE),
)
