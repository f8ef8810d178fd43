"""Which of the rights over a matter a role may be said to have, and which of them are doubtful."""

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.actions import Strength
from knowledge.questions.asked import Asked
from knowledge.questions.implying import hands_away, merely_does, takes_two, waits_for
from knowledge.questions.match import NOTHING, Match
from knowledge.questions.matter import Matter
from knowledge.questions.other_case import in_other_case
from knowledge.questions.right_search import Found
from knowledge.questions.tiers import reaches

_CLEARLY = 0.05
_AT_LEAST = (Strength.TAKE_PART, Strength.ADVISE, Strength.INFORMED, Strength.USE)


@dataclass(frozen=True, slots=True)
class HeldRights:
    """The rights that say yes; those of which it is not sure that they are meant (`doubtful`); and those that
    wait for the word of another, without which it is asked to do (`waiting`)."""

    fitting: tuple[Match, ...]
    doubtful: tuple[Match, ...] = ()
    waiting: tuple[Match, ...] = ()


def weighed(own: Found, everyone: Found, his: Mapping[int, bool], asked: Asked, matter: Matter) -> HeldRights:
    """The rights of a role among its own and everyone's; `his`: whether it has each, by the match's id."""
    text, raw = matter.question.text, matter.question.raw
    own_lines = {m.statement for m in own.fitting}
    together = [m for m in everyone.fitting if m.statement not in own_lines]
    held = [m for m in (*own.fitting, *together) if his[id(m)]]
    if not asked.word and matter.question.amounts:  # who reviews 5000元以上 may not buy for that
        held = [m for m in held if m.right.strength is not Strength.REVIEW]
    better = max((m.coverage for m in everyone.fitting if not his[id(m)]), default=0.0)
    whole = any(m.missing <= NOTHING for m in everyone.fitting)
    fitting = [m for m in held if m.coverage > better - _CLEARLY and (m.missing <= NOTHING or not whole)]
    doubtful = [m for m in own.fitting if m in held and m not in fitting and _reaches(m, matter)]
    if not fitting and asked.strongest in _AT_LEAST:  # else another role's matter
        least = asked.strongest or 0
        others = (m for m in own.other if m.right.strength >= least and not m.right.negated)
        fitting = [m for m in others if his[id(m)]]
    fitting = [m for m in fitting if not takes_two(text, m.statement.folded)]
    waiting = [m for m in fitting if waits_for(m, raw)]
    fitting = [m for m in fitting if not hands_away(m, matter) and m not in waiting]
    if all(in_other_case(m, matter) or merely_does(m, raw) for m in fitting):
        doubtful, fitting = [*doubtful, *fitting], []
    return HeldRights(tuple(fitting), tuple(doubtful), tuple(waiting))


def _reaches(match: Match, matter: Matter) -> bool:
    """Whether a right is a role's own decision within a limit that holds for what is asked."""
    own = match.right.holder is None and match.right.strength is Strength.DECIDE
    return own and any(reaches(match, amount) for amount in matter.question.amounts)
