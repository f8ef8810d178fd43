"""A kind of question: how it is recognized and how it is answered. Each has a file of its own in
`topics/`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from knowledge.answer import Answer
from knowledge.plugins import offered
from knowledge.questions.reading import Case, Reading


def _nothing(_: Case) -> Iterable[Reading]:
    return ()


@dataclass(frozen=True)
class Topic:
    """`propose` gives the readings that a case allows; `answer` answers one of them from the organization.

    `last`: readings of last resort, with their scores, asked for where nothing else is understood.
    `most`: what its readings score at most; it is asked only where none of the others reaches that.
    `loosely`: whether it may read a question loosely; `of_fields`: whether it asks for one field of a
    description, so that a field left blank is its answer. `needs`: kinds of mentions, without any of which a
    question is none of the topic's; `of_roles`: whether one that speaks of no role is none either.
    """

    name: str
    propose: Callable[[Case], Iterable[Reading]]
    answer: Callable[[Case, Reading], Answer]
    most: float = float("inf")
    loosely: bool = False
    of_fields: bool = False
    last: Callable[[Case], Iterable[Reading]] = _nothing
    needs: frozenset[str] = frozenset()
    of_roles: bool = False


@cache
def topics() -> dict[str, Topic]:
    """Every topic: one in each module of `knowledge.questions.topics`, by name, in order of file name."""
    return {topic.name: topic for topic in offered("knowledge.questions.topics", "TOPIC")}


@cache
def topics_by_most() -> tuple[Topic, ...]:
    """The topics, those first whose readings may score most."""
    return tuple(sorted(topics().values(), key=lambda topic: -topic.most))
