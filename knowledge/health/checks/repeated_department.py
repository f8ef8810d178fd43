"""The same department described twice."""

from collections.abc import Iterator

from knowledge.answer import Evidence
from knowledge.health.finding import Check, Finding, Severity
from knowledge.health.records import Records
from knowledge.roles.role import Department


def find(records: Records) -> Iterator[Finding]:
    """A finding for each further description that says what an earlier one says too: its overview, its
    functions. An overview here and functions there are two parts of one description."""
    said: dict[tuple[str, str], Department] = {}
    for department in (d for reading in records.organization.readings for d in reading.departments):
        parts = {"overview": department.overview, "functions": department.functions}
        earlier = [
            first
            for part, value in parts.items()
            if value and (first := said.setdefault((department.name, part), department)) is not department
        ]
        if earlier:
            evidence = tuple(Evidence(d.name, "部门说明", d.named) for d in (earlier[0], department))
            slots = {"role": department.name}
            yield Finding("repeated_department", Severity.MEDIUM, (department.name,), evidence, slots)


CHECK = Check("repeated_department", find)
