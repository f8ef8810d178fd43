"""Two limits on one right of one role: which of them holds?"""

from collections.abc import Iterator

from knowledge.actions import Strength
from knowledge.health.finding import Check, Finding, Severity
from knowledge.health.matter import matter_of
from knowledge.health.records import Records, stated
from knowledge.roles.limit import Limit
from knowledge.roles.statement import Statement


def find(records: Records) -> Iterator[Finding]:
    """A finding where two statements end the same role's right over a matter at different amounts."""
    seen: dict[tuple[str, str, str, tuple[str, ...]], tuple[Limit, Statement]] = {}
    for statement in records.organization.statements:
        for right in statement.rights:
            limit = right.limit
            if limit is None or limit.least is not None or right.strength is not Strength.DECIDE:
                continue
            name, matter = records.holder(statement, right), matter_of(right)
            if not name or not matter or right.negated or right.performed:
                continue
            first, before = seen.setdefault(
                (name, matter, limit.unit, statement.applies_to), (limit, statement)
            )
            if (first.most, first.most_included) != (limit.most, limit.most_included):
                yield Finding(
                    "disagreeing_limit",
                    Severity.HIGH,
                    (name,),
                    (stated(before), stated(statement)),
                    {"role": name, "matter": matter, "one": _text(first), "other": _text(limit)},
                )


def _text(limit: Limit) -> str:
    return f"{limit.most:,g}{limit.unit}（{'含' if limit.most_included else '不含'}）"


CHECK = Check("disagreeing_limit", find)
