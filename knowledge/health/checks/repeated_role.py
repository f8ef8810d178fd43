"""The same role described twice: which of the two holds?"""

from collections.abc import Iterator

from knowledge.answer import NAMED, Evidence
from knowledge.conflict import differences
from knowledge.health.finding import Check, Finding, Severity
from knowledge.health.records import Records


def find(records: Records) -> Iterator[Finding]:
    """A finding for each further description; high where the two say different things."""
    for role in records.organization.repeated:
        first = records.organization.descriptions[role.name][0]
        found = differences(first, role)
        named = (Evidence(first.name, NAMED, first.named), Evidence(role.name, NAMED, role.named))
        shown = tuple(e for difference in found for e in difference.evidence())
        yield Finding(
            "repeated_role",
            Severity.HIGH if found else Severity.MEDIUM,
            (role.name,),
            (*named, *shown),
            {"role": role.name, "fields": "、".join(difference.label for difference in found)},
            "different" if found else "default",
        )


CHECK = Check("repeated_role", find)
