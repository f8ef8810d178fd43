"""What a word of a matter weighs: by the clause it stands in, and by how rare it is in the documents."""

from knowledge.questions.lexicon import Lexicon
from knowledge.questions.mention import Token, TokenKind
from knowledge.questions.question import Question

_ASIDE = 0.4  # a word of the documents said before the question
_LOOSELY, _LOOSELY_ABSENT = 0.5, 0.1  # words said before a question that is read loosely
_LONG_NAME = 4  # characters
_NAMES = (TokenKind.ROLE, TokenKind.UNKNOWN, TokenKind.PLACE)


def needed(question: Question, position: int, token: Token) -> float:
    """A character's weight; a word of the documents said in passing still counts for something."""
    weight = question.weights[position]
    if question.asking(token.start):
        return weight
    if question.absent is not None:
        return _LOOSELY_ABSENT if token.start in question.absent else _LOOSELY
    return max(weight, _ASIDE) if token.text in question.lexicon.words else weight


def rarity(lexicon: Lexicon, token: Token) -> float:
    """What a character of a token weighs: a long name no more than four, a common word less than others."""
    share = min(1.0, _LONG_NAME / (token.end - token.start))
    return share if token.kind in _NAMES else share * (0.4 + 0.6 * lexicon.index.idf(token.text))
