"""Questions that begin with 那 or end in 呢, and so go on with the last one; what reading them as they stand
counts."""

from knowledge.questions.mention import TokenKind
from knowledge.questions.question import Question

_BEGINS = ("那",)
_WORDS = (TokenKind.WORD, TokenKind.UNKNOWN)
_AS_IT_STANDS = 0.9
_THIN, _THIN_ACT = 0.75, 0.6  # with one word of its own; which says only what is done (那钱由谁发放)


def goes_on(question: Question) -> bool:
    """Whether a question goes on with the one before."""
    return (question.text.startswith(_BEGINS) and not question.has("him")) or _is_fragment(question)


def _is_fragment(question: Question) -> bool:
    """Whether it has nothing but a matter: 封面设计稿呢, 换成采购呢."""
    return question.text.rstrip("?").endswith("呢") and not question.has(
        "who", "what", "count", "whether", "when"
    )


def as_it_stands(question: Question, topic: str) -> float:
    """What a reading of such a question without the one before counts."""
    if not question.text.startswith(_BEGINS):
        return _AS_IT_STANDS if topic == "who_does" else 1.0
    if sum(token.kind in _WORDS for token in question.content()) > 1:
        return _AS_IT_STANDS
    return _THIN_ACT if topic == "who_does" else _THIN
