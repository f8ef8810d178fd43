"""The head words of a matter: what is done to what. No line answers a question without them."""

from collections.abc import Sequence

from knowledge.actions import actions
from knowledge.questions.mention import Token
from knowledge.questions.phrases import phrases
from knowledge.questions.question import Question


def head_words(question: Question, tokens: Sequence[Token]) -> frozenset[int]:
    """Where the words start that stand behind 谁 and at the end of the object."""
    common = phrases().soft
    asked = [
        t
        for t in tokens
        if question.primary(t.start) and t.text not in common and not actions().is_general(t.text)
    ]
    who = [m for m in question.of("who") if question.primary(m.start)]
    behind = [t.start for m in who for t in asked if t.start >= m.end][:1]
    before = [t.start for t in asked if who and t.end <= who[-1].start][-1:]
    return frozenset([*behind, *(before or [t.start for t in asked[-1:]])])
