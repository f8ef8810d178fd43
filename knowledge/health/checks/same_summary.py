"""Summaries of two roles that are the same, or nearly: one was copied and not adapted."""

from collections.abc import Iterator

from knowledge.answer import Evidence
from knowledge.health.finding import Check, Finding, Severity
from knowledge.health.likeness import groups
from knowledge.health.parallel import are_parallel
from knowledge.health.records import FIELD_NAMES, Records
from knowledge.roles.labels import Field
from knowledge.text import bare

_SHORTEST = 12  # characters


def find(records: Records) -> Iterator[Finding]:
    """A finding for each group of roles with one summary, unless they do one work in several places."""
    described = [role for role in records.organization.described() if Field.SUMMARY in role.facts]
    roles = {role.name: role for role in described}
    texts = ((role.name, bare(role.facts[Field.SUMMARY].text)) for role in described)
    for names in groups((name, text) for name, text in texts if len(text) >= _SHORTEST):
        if all(are_parallel(names[0], name) for name in names[1:]):
            continue
        label = FIELD_NAMES[Field.SUMMARY]
        evidence = tuple(Evidence(name, label, roles[name].facts[Field.SUMMARY]) for name in names)
        slots = {"roles": "、".join(names), "count": str(len(names))}
        yield Finding("same_summary", Severity.MEDIUM, tuple(names), evidence, slots)


CHECK = Check("same_summary", find)
