"""A reading together with the question that it is of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge.questions.reading import Case, Reading
from knowledge.questions.topic import Topic, topics, topics_by_most

_LISTS = ("duties", "authority", "summary", "superior", "fact", "chain", "collaboration")
LEAST_SCORE = 0.6  # of a reading that may answer


@dataclass(frozen=True)
class Understood:
    """A reading with its case: the question as typed, or with its follow-up resolved."""

    case: Case
    reading: Reading


def weighed(found: Iterable[Understood], share: float) -> list[Understood]:
    """Readings whose scores count that much of what they are."""
    return [Understood(u.case, u.reading.scored(u.reading.score * share)) for u in found]


def proposed(topic: Topic, case: Case) -> list[Understood]:
    """The readings of one topic, with their scores."""
    if topic.needs and topic.needs.isdisjoint(case.question.mentions):
        return []
    if topic.of_roles and not case.subjects:
        return []
    return [Understood(case, r.scored(case.score(r))) for r in topic.propose(case)]


def read(case: Case) -> list[Understood]:
    """The readings of a case that may be the best one, best first; of what is asked in the plainest words
    those of its own topic."""
    asked_of = case.question.plain_of
    if asked_of and is_sure(asked := _ranked(proposed(topics()[asked_of], case))):
        return asked
    found: list[Understood] = []
    best = 0.0
    for topic in topics_by_most():
        if topic.most > best:
            for understood in proposed(topic, case):
                found.append(understood)
                best = max(best, understood.reading.score)
    return _ranked(found)


def _ranked(found: list[Understood]) -> list[Understood]:
    return sorted(found, key=lambda u: -u.reading.score)


def is_sure(found: Sequence[Understood]) -> bool:
    """Whether the best reading explains the question, and is not only the likeliest."""
    return (
        bool(found) and found[0].reading.score >= LEAST_SCORE and "likelihood" not in found[0].reading.slots
    )


def without_lists(found: list[Understood]) -> list[Understood]:
    """Those that tell of more than a role or a list: no answer to whether there is a right."""
    return [u for u in found if u.reading.topic not in _LISTS]
