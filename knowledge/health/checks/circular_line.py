"""Reporting lines that go round: everybody in the circle is somebody else's superior and subordinate."""

from collections.abc import Iterator

from knowledge.health.finding import Check, Finding, Severity
from knowledge.health.records import Records, relation


def find(records: Records) -> Iterator[Finding]:
    """A finding for each circle, once, from the member that the documents name first."""
    organization = records.organization
    done: set[str] = set()
    for start in organization.roles:
        path: list[str] = []
        at: dict[str, int] = {}
        name = start
        while name not in done and name not in at:
            at[name] = len(path)
            path.append(name)
            lines = organization.superiors(name)
            if not lines:
                break
            name = lines[0].superior
        if name in at and organization.superiors(name):
            circle = path[at[name] :]
            evidence = tuple(relation(organization.superiors(member)[0]) for member in circle)
            slots = {"roles": " → ".join([*circle, circle[0]])}
            yield Finding("circular_line", Severity.HIGH, tuple(circle), evidence, slots)
        done.update(path)


CHECK = Check("circular_line", find)
