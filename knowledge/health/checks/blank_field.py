"""Fields that stand in a description without a value, and fields that all but a few descriptions have."""

from collections import Counter
from collections.abc import Iterator

from knowledge.answer import NAMED, Evidence
from knowledge.health.finding import Check, Finding, Severity
from knowledge.health.records import FIELD_NAMES, Records
from knowledge.roles.labels import Field
from knowledge.roles.role import Role

_FIELDS = (
    Field.SUPERIOR,
    Field.SUBORDINATES,
    Field.DEPARTMENT,
    Field.HEADCOUNT,
    Field.CODE,
    Field.LEVEL,
)
_USUAL = 0.8  # the share of descriptions that have a field, from which on the others lack it
_LEAST = 5  # descriptions


def find(records: Records) -> Iterator[Finding]:
    """A finding for each field with the descriptions that leave it blank, and one with those without it."""
    roles = [role for role in records.descriptions if role.facts or role.blank]
    counts = Counter(field for role in roles for field in (*role.facts, *role.blank))
    for field in _FIELDS:
        severity = Severity.MEDIUM if field in (Field.SUPERIOR, Field.DEPARTMENT) else Severity.LOW
        blank = [role for role in roles if field in role.blank]
        if blank:
            evidence = tuple(Evidence(r.name, FIELD_NAMES[field], records.blank(r, field)) for r in blank)
            yield Finding("blank_field", severity, _names(blank), evidence, _slots(field, blank))
        lacking = [role for role in roles if field not in role.facts and field not in role.blank]
        if lacking and len(roles) >= _LEAST and counts[field] >= _USUAL * len(roles):
            evidence = tuple(Evidence(role.name, NAMED, role.named) for role in lacking)
            yield Finding(
                "blank_field", severity, _names(lacking), evidence, _slots(field, lacking), "missing"
            )


def _names(roles: list[Role]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(role.name for role in roles))


def _slots(field: Field, roles: list[Role]) -> dict[str, str]:
    names = _names(roles)
    return {"field": FIELD_NAMES[field], "roles": "、".join(names), "count": str(len(names))}


CHECK = Check("blank_field", find)
