"""Words that no document has, passed over: 卖出去的药要召回 is about 召回, and says more closely of what."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from knowledge.questions.lexicon import Lexicon
from knowledge.questions.match import EXPLAINED
from knowledge.questions.mention import Token, TokenKind
from knowledge.questions.scope import NEARLY, TRACE, Scope

_SHARE = 1.5  # how many characters may be passed over for each that is explained
_WITHIN = 0.55  # what an absent word counts where a limit in the unit asked with tells what is meant
_SHARE_WITHIN = 2.5  # the same share there


def is_unwritten(token: Token, lexicon: Lexicon) -> bool:
    """Whether a token is a word that no document has as it stands."""
    word = token.kind in (TokenKind.WORD, TokenKind.UNKNOWN)
    return word and token.text not in lexicon.words and token.text not in lexicon.pairs


def absent_words(tokens: Iterable[Token], heads: Collection[int], lexicon: Lexicon) -> list[Token]:
    """The words that no document has, but for those that say what is done to what."""
    found = (t for t in tokens if t.start not in heads and not t.text.isascii())
    return [t for t in found if is_unwritten(t, lexicon)]


def done_to(heads: Collection[int], tokens: Iterable[Token]) -> list[Token]:
    """The tokens of one character right before a head word (改|方案), or of no word at all."""
    single = (t for t in tokens if len(t.text) == 1)
    return [t for t in single if t.kind is TokenKind.UNKNOWN or t.end in heads]


def of_other_kind(
    own: Scope, tokens: Sequence[Token], heads: Collection[int], absent: Collection[Token]
) -> bool:
    """Whether a head word is one of another kind in a right's own clause than it is asked about."""
    kinds = _kinds_before(tokens, absent) if absent else {}
    named = (t for t in tokens if t.start in heads and t.start in kinds)
    return any(own.is_of_other(t.text, kinds[t.start]) for t in named)


def _kinds_before(tokens: Iterable[Token], absent: Collection[Token]) -> dict[int, str]:
    """What stands together before a place and begins with an absent word, by the place: it says of which
    kind something is (会员卡|价格)."""
    kinds, before = dict[int, str](), dict[int, str]()
    for token in tokens:
        begun = kinds.get(token.start, "")
        if begun or token in absent:
            kinds[token.end] = (begun or before.get(token.start, "")) + token.text
        before[token.end] = before.get(token.start, "") + token.text
    return kinds


def absent_positions(tokens: Iterable[Token], lexicon: Lexicon) -> frozenset[int]:
    """Where words stand that no document has."""
    return frozenset(i for t in tokens if is_unwritten(t, lexicon) for i in range(t.start, t.end))


def passed_over(
    quality: Mapping[int, float],
    asked: Collection[int],
    heads: Collection[int],
    absent: Iterable[Token],
    limited: bool = False,
) -> dict[int, float] | None:
    """How well each position is explained where absent words count as a trace; None where that may not be:
    where what is done to what is not explained, or too little else is. `limited`: whether the line has a
    limit in the unit asked with."""
    if not heads or any(quality.get(at, 0.0) < NEARLY for at in heads):
        return None
    passed = {
        i for t in absent for i in range(t.start, t.end) if i in asked and quality.get(i, 1.0) < EXPLAINED
    }
    if not passed:
        return None
    rest = [q for i, q in quality.items() if i in asked and i not in passed]
    if min(rest, default=0.0) < NEARLY or len(rest) * (_SHARE_WITHIN if limited else _SHARE) < len(passed):
        return None
    trace = _WITHIN if limited else TRACE
    return {i: trace if i in passed else q for i, q in quality.items()}
