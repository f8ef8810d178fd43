"""The likeliest rule: the last resort for a question of the way of an approval, in words no rule has."""

from collections.abc import Iterator

from knowledge.actions import Strength
from knowledge.organization import Organization
from knowledge.questions.matter import Matter
from knowledge.questions.own_lines import is_tier, ranked
from knowledge.roles.statement import Statement

_LIKELY, _CLEARLY = 0.45, 0.15  # how likely the rule is at least, and how much likelier than any other
_MOST = 2_000  # statements; of more only those near to the question are looked at
_APPROVES = (Strength.DECIDE, Strength.REVIEW)


def likely_rule(matter: Matter, organization: Organization) -> Iterator[tuple[float, list[Statement]]]:
    """How likely a rule is the one meant, and its tiers that hold for the amount asked about; all of them
    where none is asked about."""
    lines = rules(matter, organization)
    found = ranked(matter, lines, (), "rule") if matter.tokens else []
    if not found or found[0].likelihood < _LIKELY:
        return
    best = found[0]
    others = (one.likelihood for one in found if not is_tier(one.statement, best.statement))
    if best.likelihood - next(others, 0.0) < _CLEARLY:
        return
    tiers = [s for s in lines if is_tier(s, best.statement) and _holds(s, matter)]
    if tiers:
        yield best.likelihood, tiers


def rules(matter: Matter, organization: Organization) -> list[Statement]:
    """The rules that tell who reviews or decides."""
    every = organization.statements
    return [s for s in (every if len(every) <= _MOST else matter.candidates()) if _is_rule(s)]


def _is_rule(statement: Statement) -> bool:
    return statement.rule and any(right.strength in _APPROVES for right in statement.rights)


def _holds(statement: Statement, matter: Matter) -> bool:
    """Whether a tier holds for the amount asked about, or there is none of either."""
    amounts = matter.question.amounts
    limits = [r.limit_in(amounts[-1].unit) for r in statement.rights] if amounts else []
    limited = any(right.limit is not None for right in statement.rights)
    return not amounts or not limited or any(limit and limit.holds(amounts[-1]) for limit in limits)
