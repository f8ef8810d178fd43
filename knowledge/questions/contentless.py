"""Words of a question that say nothing of what it is about, although they are no fillers."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from knowledge.questions.mention import Token

if TYPE_CHECKING:
    from knowledge.questions.question import Question

_RIGHTS = ("权", "权力", "权利")
_SPENT = "费用"


def allows(question: "Question", spans: Iterable[tuple[int, int]]) -> bool:
    """Whether a word for being allowed stands in one of the stretches right behind 谁 and before a verb of
    authority: 谁有权批."""
    ends, verbs = {m.end for m in question.of("who")}, {m.start for m in question.of("action")}
    allowed = [m for m in question.of("authority") if m.start in ends and m.end in verbs]
    return any(start <= m.start < end for m in allowed for start, end in spans)


def is_mere_right(question: "Question", token: Token) -> bool:
    """Whether a token is a right and nothing over what (参与权)."""
    return any(m.start == token.start and token.text[len(m.text) :] in _RIGHTS for m in question.of("action"))


def only_spends(question: "Question", token: Token) -> bool:
    """Whether a token stands for 花 before an amount, and says nothing of what for (要花8000块)."""
    return token.text == _SPENT and _SPENT not in question.raw
