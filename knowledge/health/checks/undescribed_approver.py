"""A role that matters are handed to for approval, and that the documents do not know."""

from collections.abc import Iterator

from knowledge.actions import Strength
from knowledge.answer import Evidence
from knowledge.health.checks.unlisted_subordinate import is_vague
from knowledge.health.finding import Check, Finding, Severity
from knowledge.health.records import Records, stated
from knowledge.roles.grades import grades
from knowledge.roles.prose import prose
from knowledge.text import bare, fold


def find(records: Records) -> Iterator[Finding]:
    """A finding for each such name. A short form that fits one role is told as that."""
    organization = records.organization
    found: dict[str, list[Evidence]] = {}
    for statement in organization.statements:
        for right in statement.rights:
            if right.holder and not right.performed and right.strength in (Strength.DECIDE, Strength.REVIEW):
                name = records.holder(statement, right)
                if name not in organization.roles and _is_post(name):
                    found.setdefault(name, []).append(stated(statement))
    for name, evidence in found.items():
        fitting = organization.naming.fitting(bare(name))
        variant = "short" if len(fitting) == 1 else "default"
        slots = {"role": name, "full": fitting[0] if variant == "short" else ""}
        severity = Severity.LOW if variant == "short" else Severity.MEDIUM
        roles = (name, *fitting) if variant == "short" else (name,)
        yield Finding("undescribed_approver", severity, roles, tuple(evidence), slots, variant)


def _is_post(name: str) -> bool:
    """Whether a name that a sentence hands something to is that of one post: 财务总监, not 相关领导."""
    folded = fold(name)
    return (
        folded.endswith(grades().heads)
        and name not in prose().unnamed
        and not is_vague(name)
        and not any(mark in folded for mark in "、/或和及与,的")
    )


CHECK = Check("undescribed_approver", find)
