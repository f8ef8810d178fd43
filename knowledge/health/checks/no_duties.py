"""A description with fields of a form and nothing of what the role does."""

from collections.abc import Iterator

from knowledge.answer import NAMED, Evidence
from knowledge.health.finding import Check, Finding, Severity
from knowledge.health.records import Records


def find(records: Records) -> Iterator[Finding]:
    """One finding with all such descriptions."""
    empty = [role for role in records.descriptions if not role.duties and not role.authorities]
    if empty:
        names = tuple(dict.fromkeys(role.name for role in empty))
        evidence = tuple(Evidence(role.name, NAMED, role.named) for role in empty)
        slots = {"roles": "、".join(names), "count": str(len(names))}
        yield Finding("no_duties", Severity.MEDIUM, names, evidence, slots)


CHECK = Check("no_duties", find)
