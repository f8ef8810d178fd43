"""A role that one lists as his subordinate, and that itself names another superior, or none."""

from collections.abc import Iterator

from knowledge.health.finding import Check, Finding, Severity
from knowledge.health.records import Records, fact, relation
from knowledge.roles.labels import Field


def find(records: Records) -> Iterator[Finding]:
    """A finding for each line that only the superior states while the subordinate states another."""
    organization = records.organization
    for line in organization.reportings:
        name = line.subordinate
        if line.stated_by != line.superior or line.dotted or line.superior == name:
            continue
        own = [up for up in organization.superiors(name) if up.stated_by == name]
        dotted = organization.superiors(name, dotted=True)
        if own and line.superior not in [up.superior for up in (*own, *dotted)]:
            others = "、".join(up.superior for up in own)
            yield Finding(
                "disagreeing_superior",
                Severity.HIGH,
                (line.superior, name),
                (relation(line), *map(relation, own)),
                {"superior": line.superior, "subordinate": name, "other": others},
            )
        elif Field.SUPERIOR in organization.role(name).none:
            yield Finding(
                "disagreeing_superior",
                Severity.HIGH,
                (line.superior, name),
                (relation(line), fact(organization.role(name), Field.SUPERIOR)),
                {"superior": line.superior, "subordinate": name},
                "none",
            )


CHECK = Check("disagreeing_superior", find)
