"""What a conversation remembers of a question that was not understood."""

from dataclasses import replace

from knowledge.questions.context import Context
from knowledge.questions.follow_up import has_content
from knowledge.questions.question import Question
from knowledge.questions.role_term import identity


def after_refusal(question: Question, context: Context, options: tuple[str, ...]) -> Context:
    """The conversation after a question that was not understood: the one role that it names is he."""
    named = {role.names for role in question.known_roles}
    one = next(iter(named)) if len(named) == 1 else ()
    return replace(
        context,
        me=identity(question) or context.me,
        question=question.part(0) if has_content(question) else context.question,
        subjects=one if len(one) == 1 else context.subjects,
        found=(),
        topic="",
        options=options,
    )
