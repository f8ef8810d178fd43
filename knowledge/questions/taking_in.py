"""How much is taken in of what somebody typed."""

from knowledge.answer import Answer, NotFound, Say

LONGEST_QUESTION = 400  # characters


def too_long(text: str) -> Answer:
    """That a question is too long to be read."""
    says = (Say("too_long"),)
    return NotFound(
        question=text, intent="unknown", reading=Say("reading.unknown"), says=says, confidence=0.9
    )
