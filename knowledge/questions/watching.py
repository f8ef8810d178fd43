"""Rights only to watch over what others do (督促收款, 指导签订): weaker than doing it."""

from collections.abc import Sequence
from dataclasses import replace

from knowledge.actions import Strength, actions
from knowledge.questions.asked import Asked
from knowledge.questions.match import Match
from knowledge.questions.matter import Matter
from knowledge.questions.right_search import Found


def doing(found: Found, matter: Matter, asked: Asked) -> Found:
    """What was found, with those who only watch over a matter among the others where somebody does it, and
    where a verb of its own is asked with (谁排课表) those who only review what others do; those who only
    urge others on are no answer even where nobody else is found."""
    acts = not asked.word and any(matter.lexicon.thesaurus.is_act(t.text) for t in matter.tokens)
    watching = tuple(
        m for m in found.fitting if _only_watches(m, matter) or (acts and _only_reviews(m, matter))
    )
    if not watching or (len(watching) == len(found.fitting) and not _only_urged(watching, matter)):
        return found
    does = tuple(m for m in found.fitting if m not in watching)
    return replace(found, fitting=does, other=(*watching, *found.other))


def only_watched(found: Found, matter: Matter) -> bool:
    """Whether everything that was found only watches over the matter."""
    return bool(found.fitting) and all(_only_watches(m, matter) for m in found.fitting)


def doers(matches: Sequence[Match], matter: Matter, asked: Asked) -> list[Match]:
    """The matches without those who only check on the matter (监督出勤), unless that is asked for."""
    checking = Strength.OVERSEE in asked.strengths
    return [m for m in matches if checking or not _only_watches(m, matter)]


def _only_urged(watching: Sequence[Match], matter: Matter) -> bool:
    """Whether nobody is found but who urges others on (督促收款), and the question does not ask for that."""
    watches = (w for w, strengths in actions().asked.items() if Strength.OVERSEE in strengths)
    asked_for = any(w in matter.question.text for w in watches)
    return not asked_for and all(m.right.verb in actions().urging for m in watching)


def _only_reviews(match: Match, matter: Matter) -> bool:
    return match.right.strength is Strength.REVIEW and match.right.verb not in matter.question.text


def _only_watches(match: Match, matter: Matter) -> bool:
    """Whether a right is one to watch over a matter, and the question has no word for that, as 催款 is one
    (督促回款)."""
    verb = match.right.verb
    if match.right.strength is not Strength.OVERSEE or verb in matter.question.text:
        return False
    thesaurus = matter.lexicon.thesaurus
    meant = {groups for t in matter.tokens if (groups := thesaurus.groups(t.text))}
    return not any(verb in pair for groups in meant for pair in thesaurus.parts(groups)) and not any(
        not groups.isdisjoint(thesaurus.groups(verb)) for groups in meant
    )
