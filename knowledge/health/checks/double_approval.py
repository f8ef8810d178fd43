"""A matter that two roles approve at two levels, or side by side in one department."""

from collections.abc import Iterator

from knowledge.actions import Strength
from knowledge.health.competing import competitions
from knowledge.health.finding import Check, Finding, Severity
from knowledge.health.records import Records, stated


def find(records: Records) -> Iterator[Finding]:
    """A finding for each pair; limits that differ divide a matter between two levels and are none."""
    for pair in competitions(records, Strength.DECIDE):
        roles = (pair.one.role, pair.other.role)
        yield Finding(
            "double_approval",
            Severity.HIGH if pair.levels else Severity.MEDIUM,
            roles,
            (stated(pair.one.statement), stated(pair.other.statement)),
            {"one": roles[0], "other": roles[1], "matter": pair.one.matter},
            "levels" if pair.levels else "beside",
        )


CHECK = Check("double_approval", find)
