"""What is taken in of what somebody typed: the option that a number chooses, and no more than fits."""

from knowledge.answer import Answer, NotFound, Say
from knowledge.questions.context import Context

LONGEST_QUESTION = 400  # characters


def picked(text: str, context: Context) -> str:
    """The option that a bare number chooses, else the text itself."""
    plain = text.strip().strip(".。、)）")
    if context.options and plain.isdecimal() and 1 <= int(plain) <= len(context.options):
        return context.options[int(plain) - 1]
    return text


def too_long(text: str) -> Answer:
    """That a question is too long to be read."""
    says = (Say("too_long"),)
    return NotFound(
        question=text, intent="unknown", reading=Say("reading.unknown"), says=says, confidence=0.9
    )
