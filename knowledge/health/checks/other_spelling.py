"""A role that another description names by a short form which no description states."""

from collections.abc import Iterator

from knowledge.health.finding import Check, Finding, Severity
from knowledge.health.records import Records, relation
from knowledge.reporting import Reporting


def find(records: Records) -> Iterator[Finding]:
    """A finding for each description that uses short forms, with all of them."""
    organization = records.organization
    used: dict[str, dict[str, str]] = {}
    for name, shorts in organization.naming.inferred.items():
        for short, by in shorts.items():
            used.setdefault(by, {})[short] = name
    lines: dict[str, list[Reporting]] = {}
    for line in organization.reportings if used else ():
        lines.setdefault(line.stated_by, []).append(line)
    for by, names in used.items():
        full = set(names.values())
        told = [line for line in lines[by] if not full.isdisjoint((line.superior, line.subordinate))]
        evidence = tuple(dict.fromkeys(map(relation, told)))
        pairs = "、".join(f"“{short}”（{name}）" for short, name in names.items())
        yield Finding(
            "other_spelling", Severity.LOW, (by, *names.values()), evidence, {"role": by, "names": pairs}
        )


CHECK = Check("other_spelling", find)
