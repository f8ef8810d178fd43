"""The order in which the roles that lines name for a matter take its steps."""

from collections.abc import Sequence

from knowledge.actions import Strength
from knowledge.organization import Organization
from knowledge.questions.match import Match
from knowledge.questions.tiers import holders


def in_order(matches: Sequence[Match], organization: Organization) -> list[str]:
    """The holders of the rights, first step first: as one line hands the matter on, whoever reviews before
    whoever decides, and the lower before the higher."""
    strengths: dict[str, Strength] = {}
    before: dict[str, set[str]] = {}
    for statement in dict.fromkeys(m.statement for m in matches):
        handed: list[str] = []
        for match in sorted((m for m in matches if m.statement is statement), key=_place):
            for name in holders(match, organization):
                strengths[name] = max(strengths.get(name, match.right.strength), match.right.strength)
                before.setdefault(name, set()).update(n for n in handed if n != name)
                handed.append(name)
    order: list[str] = []
    while len(order) < len(strengths):
        left = [name for name in strengths if name not in order]
        free = [name for name in left if before[name] <= {*order, name}] or left
        order.append(min(free, key=lambda name: (strengths[name], -len(organization.chain(name)))))
    return order


def _place(match: Match) -> tuple[int, int]:
    """Where a right stands in its line: whoever is named first comes first."""
    right = match.right
    if right.holder is None:
        return right.start, -1
    return right.start, match.statement.folded.find(right.holder, right.start)
