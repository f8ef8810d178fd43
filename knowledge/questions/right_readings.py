"""The readings of a question about a right put in its plainest words, where those have an answer."""

from collections.abc import Callable, Iterator
from itertools import islice

from knowledge.answer import Answer, Answered
from knowledge.questions.context import Context
from knowledge.questions.question import Question
from knowledge.questions.repair import Speller
from knowledge.questions.right_asked import right_asked
from knowledge.questions.right_going_on import SHORT, plain_of
from knowledge.questions.right_of_role import right_of_role
from knowledge.questions.topic import topics
from knowledge.questions.understood import Understood, is_sure

_MOST = 4  # ways to put it


def by_parts(
    plain: Iterator[str],
    question: Question,
    context: Context,
    resolved: Callable[[str, Question, Context], list[Understood]],
) -> list[Understood]:
    """The readings of the first of the ways to put it that has an answer. `resolved`: how a text that stands
    for a question is read."""
    for text in islice(plain, _MOST):
        found = resolved(text, question, context)
        if is_sure(found) and isinstance(answer_of(found[0]), Answered):
            return found
    return []


def plain_ways(question: Question, context: Context, speller: Speller, firm: bool) -> Iterator[str]:
    """The ways to put it, the likeliest first. `firm`: see `right_asked`."""
    if firm and context.question and context.topic == "who_does" and len(question.text) <= SHORT:
        yield from plain_of(question, Question(context.question, question.lexicon, speller))
    if firm:
        yield from right_of_role(question)
    if not (context.me and question.has("me")):  # 我要报销找谁批 goes his own way
        yield from right_asked(question, firm)


def answer_of(read: Understood) -> Answer:
    """What a reading is answered with."""
    return topics()[read.reading.topic].answer(read.case, read.reading)
