"""A plan or budget of a department that two roles draw up at two levels."""

from collections.abc import Iterator

from knowledge.actions import Strength
from knowledge.health.competing import competitions
from knowledge.health.finding import Check, Finding, Severity
from knowledge.health.records import Records, stated


def find(records: Records) -> Iterator[Finding]:
    """A finding for each pair of roles, one above the other; a plan of one's own is nobody else's."""
    for pair in competitions(records, Strength.DRAFT, shared=True):
        if pair.levels:
            roles = (pair.one.role, pair.other.role)
            evidence = (stated(pair.one.statement), stated(pair.other.statement))
            slots = {"one": roles[0], "other": roles[1], "matter": pair.one.matter}
            yield Finding("double_drafting", Severity.MEDIUM, roles, evidence, slots)


CHECK = Check("double_drafting", find)
