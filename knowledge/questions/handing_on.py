"""The lines of several roles that hand one matter on, joined: 受理退费,提交A审核 and 审核退费,报B审批."""

from collections.abc import Iterable, Sequence

from knowledge.actions import Strength
from knowledge.organization import Organization
from knowledge.questions.match import Match
from knowledge.questions.tiers import holders
from knowledge.roles.approval import words
from knowledge.roles.statement import Right, Statement

_APPROVES = frozenset((Strength.DECIDE, Strength.REVIEW))
_LESS = 0.25  # how much less a line may explain that another one hands the matter to
_MISSING = 0.02


def joined(fitting: Sequence[Match], pool: Iterable[Match], organization: Organization) -> list[Match]:
    """The steps that lines give: those of `fitting`, of the lines among `pool` that hand the matter to one of
    their roles or get it from them, and of whoever takes the matter up before he hands it on."""
    if not fitting:
        return []
    found = [*fitting]
    least = max(m.coverage for m in found) - _LESS
    missing = min(m.missing for m in found) + _MISSING
    left = [
        m
        for m in pool
        if m.right.strength in _APPROVES and not m.right.negated and not m.denied
        if m.coverage >= least and m.missing <= missing and m.right not in [f.right for f in found]
    ]
    while more := [m for m in left if _linked(m, found, organization)]:
        found += more
        left = [m for m in left if m not in more]
    for statement in dict.fromkeys(m.statement for m in found):
        taken = [r for r in statement.rights if _takes_up(r, statement)]
        found += [Match(statement, r, {}, 1.0, 0.0, 1.0) for r in taken]
    return found


def apart(matches: Sequence[Match], organization: Organization) -> list[list[Match]]:
    """The matches of lines that have nothing to do with each other apart: of two roles neither of which is
    named by the other's line, or above the other."""
    ways: list[tuple[set[str], list[Match]]] = []
    for statement in dict.fromkeys(m.statement for m in matches):
        own = [m for m in matches if m.statement is statement]
        names = {statement.owner, *(name for m in own for name in holders(m, organization))}
        near = names | {line.superior for name in names for line in organization.chain(name)}
        same = [way for way in ways if not way[0].isdisjoint(near) or _above(names, way[0], organization)]
        ways = [way for way in ways if way not in same]
        ways.append((names.union(*(way[0] for way in same)), [m for way in same for m in way[1]] + own))
    return [way[1] for way in ways]


def _above(names: set[str], others: set[str], organization: Organization) -> bool:
    """Whether one of some roles stands above one of others."""
    return any(line.superior in names for name in others for line in organization.chain(name))


def _linked(match: Match, found: Sequence[Match], organization: Organization) -> bool:
    """Whether a line hands on to, or gets the matter from, a role that the lines found name."""
    handed = {n for m in found if m.right.holder is not None for n in holders(m, organization)}
    owners = {m.statement.owner for m in found}
    if match.statement.owner in handed or match.statement in {m.statement for m in found}:
        return True
    return match.right.holder is not None and not owners.isdisjoint(holders(match, organization))


def _takes_up(right: Right, statement: Statement) -> bool:
    """Whether the owner of a line takes a matter up and hands it on: 受理申请,提交A审核."""
    own = right.holder is None and right.strength not in _APPROVES and not right.negated
    handed = any(r.holder is not None and r.strength in _APPROVES for r in statement.rights)
    clause = statement.folded[right.start : right.end].strip().removeprefix("负责")
    return own and handed and clause.startswith(tuple(words()["sentences"]["handle"]))
