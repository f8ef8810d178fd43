"""A role that others name as superior or subordinate, and that has no job description."""

from collections.abc import Iterator

from knowledge.health.finding import Check, Finding, Severity
from knowledge.health.records import Records, relation
from knowledge.reporting import Reporting
from knowledge.roles.prose import prose
from knowledge.text import fold


def find(records: Records) -> Iterator[Finding]:
    """A finding for each such role; low where it stands above those described, or beside them."""
    organization = records.organization
    lines: dict[str, list[Reporting]] = {}
    for line in organization.reportings:
        lines.setdefault(line.superior, []).append(line)
        lines.setdefault(line.subordinate, []).append(line)
    for name, role in organization.roles.items():
        body = fold(name).endswith(prose().bodies) or name in prose().unnamed
        if role.described or body or prose().is_vague(name) or name not in lines:
            continue
        below = any(line.subordinate == name and not line.dotted for line in lines[name])
        above = any(line.superior == name for line in lines[name])
        yield Finding(
            "undescribed_role",
            Severity.MEDIUM if below else Severity.LOW,
            (name,),
            tuple(map(relation, lines[name])),
            {"role": name},
            "subordinate" if below else "superior" if above else "default",
        )


CHECK = Check("undescribed_role", find)
