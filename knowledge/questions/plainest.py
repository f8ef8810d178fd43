"""A question in the plainest words, where its form or its parts are known as a whole."""

from knowledge.questions.context import Context
from knowledge.questions.may_follow_up import right_plainly
from knowledge.questions.plain_form import plain_form
from knowledge.questions.question import Question
from knowledge.questions.repair import Speller
from knowledge.questions.role_term import identity


def plainest(question: Question, context: Context, speller: Speller) -> str | None:
    """The question in the plainest words: of a plain thing, or of a right; notes on it whether it asks of a
    right."""
    plain = plain_form(question, identity(question), context.me)
    if plain and not question.has("whether"):
        return plain
    right = right_plainly(question, context, speller)
    question.of_right = right is not None
    return right or plain
