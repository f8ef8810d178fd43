"""A role that stands alone: no superior, nobody below it, while the others have their place."""

from collections.abc import Iterator

from knowledge.answer import NAMED, Evidence
from knowledge.health.finding import Check, Finding, Severity
from knowledge.health.records import Records
from knowledge.roles.labels import Field

_USUAL = 0.5  # the share of descriptions with a superior, from which on one without is strange


def find(records: Records) -> Iterator[Finding]:
    """One finding with all such roles. A blank field is told as that; 无 is a statement."""
    organization = records.organization
    roles = organization.described()
    placed = [r for r in roles if organization.superiors(r.name) or Field.SUPERIOR in r.none]
    if len(placed) < max(1, _USUAL * len(roles)):
        return
    alone = [
        role
        for role in roles
        if not organization.superiors(role.name)
        and not organization.subordinates(role.name)
        and not organization.superiors(role.name, dotted=True)
        and Field.SUPERIOR not in role.facts
        and Field.SUPERIOR not in role.blank
    ]
    if alone:
        names = tuple(role.name for role in alone)
        evidence = tuple(Evidence(role.name, NAMED, role.named) for role in alone)
        slots = {"roles": "、".join(names), "count": str(len(names))}
        yield Finding("no_superior", Severity.MEDIUM, names, evidence, slots)


CHECK = Check("no_superior", find)
