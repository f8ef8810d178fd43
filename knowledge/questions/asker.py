"""For whom a question asks: the role of the person, or the one role that the question names."""

from collections.abc import Iterable, Sequence

from knowledge.grouping import NOBODY
from knowledge.organization import Organization
from knowledge.questions.match import Match
from knowledge.questions.reading import Case
from knowledge.questions.tiers import holders

_NEAR = 0.15  # of what the best match explains


def asker_of(case: Case) -> str:
    """The role that a rule has to apply to; empty where the question tells of none or of several."""
    named = {r.names for r in case.question.known_roles if case.question.asking(r.start)}
    found = next(iter(named)) if len(named) == 1 else case.me if not named else ()
    return found[0] if len(found) == 1 else ""


def applying(matches: Iterable[Match], asker: str, organization: Organization) -> list[Match]:
    """The matches without the rules that are made for others than the asker, where one is made for him."""
    found = [*matches]
    fits = {id(m): organization.fit(m.statement.applies_to, asker) for m in found if m.statement.rule}
    top = max((m.coverage for m in found), default=0.0)
    near = (fits[id(m)] for m in found if id(m) in fits and m.coverage >= top - _NEAR)
    best = max(near, default=NOBODY)  # a rule of another matter is not made for him instead
    if not asker:
        return found
    return (
        [m for m in found if fits.get(id(m), best) == best] if best else _of_line(found, asker, organization)
    )


def _of_line(matches: list[Match], asker: str, organization: Organization) -> list[Match]:
    """Of rules that name other people (门店员工, 中央厨房员工) those in which a superior of the asker has a
    step."""
    above = {line.superior for line in organization.chain(asker)}
    own = {
        m.statement.applies_to
        for m in matches
        if m.statement.rule and not above.isdisjoint(holders(m, organization))
    }
    return [m for m in matches if not m.statement.rule or not own or m.statement.applies_to in own]


def instead(matches: Sequence[Match], asker: str, organization: Organization) -> list[list[Match]]:
    """The steps of one rule in order, those together that stand for each other (由A或B批准); of such ones
    only those above the asker, where any is."""
    steps: list[list[Match]] = []
    for match in matches:
        last = steps[-1][-1] if steps else None
        joined = last is not None and f"{last.right.holder}或{match.right.holder}" in match.statement.folded
        steps[-1:] = [[*steps[-1], match]] if joined else [*steps[-1:], [match]]
    above = {line.superior for line in organization.chain(asker)} if asker else set()

    def is_above(match: Match) -> bool:
        return not above.isdisjoint(meant(holders(match, organization), match, asker, organization))

    return [[m for m in step if is_above(m)] or step if len(step) > 1 else step for step in steps]


def meant(names: Sequence[str], match: Match, asker: str, organization: Organization) -> list[str]:
    """Who holds a right for an asker: of a group (部门主管) whoever is above him."""
    if not asker or not match.statement.rule:
        return [*names]
    return [organization.step_for(name, asker) for name in names]
