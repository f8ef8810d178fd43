"""Words that no document has, passed over: 卖出去的药要召回 is about 召回, and says more closely of what."""

from collections.abc import Collection, Iterable, Mapping

from knowledge.questions.lexicon import Lexicon
from knowledge.questions.match import EXPLAINED
from knowledge.questions.mention import Token, TokenKind
from knowledge.questions.scope import NEARLY, TRACE

_SHARE = 1.5  # how many characters may be passed over for each that is explained


def absent_words(tokens: Iterable[Token], heads: Collection[int], lexicon: Lexicon) -> list[Token]:
    """The words that no document has, but for those that say what is done to what."""
    words = (t for t in tokens if t.kind in (TokenKind.WORD, TokenKind.UNKNOWN) and t.start not in heads)
    return [
        t
        for t in words
        if t.text not in lexicon.words and t.text not in lexicon.pairs and not t.text.isascii()
    ]


def passed_over(
    quality: Mapping[int, float], asked: Collection[int], heads: Collection[int], absent: Iterable[Token]
) -> dict[int, float] | None:
    """How well each position is explained where absent words count as a trace; None where that may not be:
    where what is done to what is not explained, or too little else is."""
    passed = {
        i for t in absent for i in range(t.start, t.end) if i in asked and quality.get(i, 1.0) < EXPLAINED
    }
    rest = [q for i, q in quality.items() if i in asked and i not in passed]
    met = [quality.get(at, 0.0) for at in heads]
    if not passed or not met or min(met) < NEARLY:
        return None
    if min(rest, default=0.0) < NEARLY or len(rest) * _SHARE < len(passed):
        return None
    return {i: TRACE if i in passed else q for i, q in quality.items()}
