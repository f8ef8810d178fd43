"""Which of the rights over a matter a role may be said to have, and which of them are doubtful."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from knowledge.actions import Strength
from knowledge.questions.asked import Asked
from knowledge.questions.implying import hands_away, merely_does, takes_two, waits_for
from knowledge.questions.match import EXPLAINED, NOTHING, Match
from knowledge.questions.matter import Matter
from knowledge.questions.mention import TokenKind
from knowledge.questions.other_case import in_other_case
from knowledge.questions.right_search import Found
from knowledge.questions.scope import NEARLY
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
    if not asked.word:  # 录用由X决定 gives X what nobody else has
        held += [m for m in own.other if his[id(m)] and _is_left_to_him(m)]
    held = [m for m in held if not _only_names(m, matter)]
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
    if _is_told_of_another(fitting, own.other, matter):
        fitting = []
    waiting = [m for m in fitting if waits_for(m, raw)]
    fitting = [m for m in fitting if not hands_away(m, matter) and m not in waiting]
    if all(in_other_case(m, matter) or merely_does(m, raw) for m in fitting):
        doubtful, fitting = [*doubtful, *fitting], []
    return HeldRights(tuple(fitting), tuple(doubtful), tuple(waiting))


def _is_left_to_him(match: Match) -> bool:
    """Whether a line leaves a decision to the role by its name."""
    right = match.right
    decides = right.strength is Strength.DECIDE and right.holder is not None and not right.negated
    return decides and match.missing <= NOTHING


def _only_names(match: Match, matter: Matter) -> bool:
    """Whether a match has nothing but names of roles of what is asked, and not what is done."""
    words = [t for t in matter.asked_tokens if t.kind is not TokenKind.MARK]
    met = [t for t in words if (match.mean(t.start, t.end) or 0.0) >= EXPLAINED]
    return len(met) < len(words) and all(t.kind is TokenKind.ROLE for t in met)


def _is_told_of_another(fitting: Sequence[Match], other: Sequence[Match], matter: Matter) -> bool:
    """Whether lines that give less have what was told before the question, and those that give it have not:
    空运加急,X签字就发吗 is about the right to review 空运加急发货, not about that to sign 报关单证."""
    amounts = matter.question.amounts
    if amounts and any(m.right.limit_in(amounts[-1].unit) for m in fitting):
        return False  # a limit in the unit asked with tells what is meant
    told = [m for m in other if _has_told(m, matter) and not m.right.negated]
    best = max((m.coverage for m in told), default=0.0)
    return (
        bool(fitting)
        and best >= max(m.coverage for m in fitting)
        and not any(_has_told(m, matter) for m in fitting)
    )


def _has_told(match: Match, matter: Matter) -> bool:
    return any(match.quality.get(i, 0.0) >= NEARLY for i in matter.beside)


def _reaches(match: Match, matter: Matter) -> bool:
    """Whether a right is a role's own decision within a limit that holds for what is asked."""
    own = match.right.holder is None and match.right.strength is Strength.DECIDE
    return own and any(reaches(match, amount) for amount in matter.question.amounts)
