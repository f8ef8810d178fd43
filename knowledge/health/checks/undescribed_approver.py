"""A role that matters are handed to for approval, and that the documents do not know."""

from collections.abc import Iterator

from knowledge.actions import Strength
from knowledge.answer import Evidence
from knowledge.health.finding import Check, Finding, Severity
from knowledge.health.records import Records, stated
from knowledge.organization import Organization
from knowledge.rule_posts import names_one_post
from knowledge.text import bare


def find(records: Records) -> Iterator[Finding]:
    """A finding for each such name. A short form that fits one role is told as that. Documents of rules
    alone describe no post, and need not."""
    organization = records.organization
    if not organization.described():
        return
    found: dict[str, list[Evidence]] = {}
    for statement in organization.statements:
        for right in statement.rights:
            if right.holder and not right.performed and right.strength in (Strength.DECIDE, Strength.REVIEW):
                name = records.holder(statement, right)
                if _is_only_named(name, organization) and names_one_post(name):
                    found.setdefault(name, []).append(stated(statement))
    for name, evidence in found.items():
        fitting = organization.naming.fitting(bare(name))
        variant = "short" if len(fitting) == 1 else "default"
        slots = {"role": name, "full": fitting[0] if variant == "short" else ""}
        severity = Severity.LOW if variant == "short" else Severity.MEDIUM
        roles = (name, *fitting) if variant == "short" else (name,)
        yield Finding("undescribed_approver", severity, roles, tuple(evidence), slots, variant)


def _is_only_named(name: str, organization: Organization) -> bool:
    """Whether the documents say nothing of a role but what rules do."""
    role = organization.roles.get(name)
    related = organization.lines.up.get(name) or organization.lines.down.get(name)
    return role is None or not (role.described or role.facts or related)


CHECK = Check("undescribed_approver", find)
