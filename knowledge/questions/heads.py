"""The head words of a matter: what is done to what. No line answers a question without them."""

from collections.abc import Sequence

from knowledge.actions import actions
from knowledge.questions.mention import Token, TokenKind
from knowledge.questions.phrases import phrases
from knowledge.questions.question import Question


def head_words(question: Question, tokens: Sequence[Token]) -> frozenset[int]:
    """Where the words start that stand behind 谁 or 能, and at the end of the object."""
    common = phrases().soft
    asked = [
        t
        for t in tokens
        if question.primary(t.start) and t.text not in common and not actions().is_general(t.text)
    ]
    words = [t for t in asked if t.kind in (TokenKind.WORD, TokenKind.UNKNOWN)]
    who = [m for m in question.of("who") if question.primary(m.start)]
    may = [m for m in question.of("may") if question.primary(m.start)] if not who else []
    behind = [t.start for m in [*who, *may[-1:]] for t in words if t.start >= m.end][:1]
    before = [t.start for t in words if who and t.end <= who[-1].start][-1:]
    return frozenset([*behind, *(before or [t.start for t in words[-1:]])])
