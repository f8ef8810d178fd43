"""Who is to be told or called: 库温不对要马上通知哪个岗位. Whoever tells him is no answer."""

from collections.abc import Iterator

from knowledge.answer import Answer, Say
from knowledge.questions.lexicon import Lexicon
from knowledge.questions.match import Match, best_set
from knowledge.questions.matter import Matter
from knowledge.questions.reading import Case, Reading, merge, used
from knowledge.questions.reply import answered, listed, statement_evidence
from knowledge.questions.right_search import LEAST, MOST_MISSING, SPREAD
from knowledge.questions.telling_whom import asks_whom
from knowledge.questions.topic import Topic
from knowledge.questions.topics.who_does import quoted
from knowledge.regex import regex

_LIGHT = ("who", "submit", "hand_up", "again", "may", "when", "relative", "informed")
_TOLD = regex("(?:通知|告知|知会|提醒|联系|报告|上报|汇报)(?:给|到|至)?")
_LONGEST = 16  # characters of a name


def propose(case: Case) -> Iterator[Reading]:
    """A verb of telling before 谁, and a matter of which lines say who is told."""
    verb = asks_whom(case.question)
    if verb is None or case.question.negated:
        return
    frame = merge(case.explain_kinds(*_LIGHT), case.explain(verb))
    matter = Matter(case.question, used(frame))
    if not matter:
        return
    told = [m for m in matter.matches() if told_by(m, case.lexicon) and not m.right.negated]
    best = best_set(told, LEAST, MOST_MISSING, SPREAD)
    if best:
        slots = {"matter": matter, "best": tuple(best), "verb": case.question.part(*verb)}
        yield Reading("notified", merge(frame, best[0].quality), 0.98, slots)


def told_by(match: Match, lexicon: Lexicon) -> list[str]:
    """The roles that the line of a match has behind a verb of telling."""
    folded, found = match.statement.folded, list[str]()
    for verb in _TOLD.finditer(folded):
        sizes = range(min(_LONGEST, len(folded) - verb.end()), 1, -1)
        names = (folded[verb.end() : verb.end() + size] for size in sizes)
        known = next((lexicon.names[n] for n in names if n in lexicon.names), ())
        found += [known[0]] if len(known) == 1 else []
    return list(dict.fromkeys(found))


def answer(case: Case, reading: Reading) -> Answer:
    """Whoever the lines say is told, with those lines."""
    best: tuple[Match, ...] = reading.slots["best"]
    roles = list(dict.fromkeys(name for m in best for name in told_by(m, case.lexicon)))
    slots = {"matter": reading.slots["matter"].text, "verb": reading.slots["verb"], "roles": listed(roles)}
    says = [Say("notified", slots), *quoted(best, case)]
    evidence = [statement_evidence(m.statement) for m in best]
    return answered(case, reading, says, evidence, roles, Say("reading.notified", slots))


TOPIC = Topic("notified", propose, answer)
