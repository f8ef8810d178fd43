"""A verb of one character with what is said behind it: 收走, 修好, 租出去, 收不回来, 查一查."""

from collections.abc import Iterable

from knowledge.questions.mention import Token
from knowledge.questions.phrases import phrases
from knowledge.thesaurus import Thesaurus

LONGEST = 5  # characters
_BETWEEN = "得不"
_AGAIN = "一了"
_AWAY = "去来"


def spoken_verb(word: str, thesaurus: Thesaurus) -> str | None:
    """The verb of a word that is such a verb and no word of the tables itself; None for any other word.
    `word`: folded."""
    if not 1 < len(word) <= LONGEST:
        return None
    verb, rest, ends = word[0], word[1:], phrases().complements
    if rest not in ends and not (rest[0] in _BETWEEN and rest[1:] in ends) and not _doubled(verb, rest):
        return None
    if not (thesaurus.is_act(verb) or thesaurus.groups(verb)):
        return None
    if word[-1] in _AWAY and thesaurus.groups(word[:-1]):
        return None  # 退回|去
    return None if thesaurus.groups(word) or thesaurus.said(word) else verb


def verb_positions(tokens: Iterable[Token], thesaurus: Thesaurus) -> frozenset[int]:
    """Where verbs are said that need an object (多久能修好), with what is said behind them."""
    verbs = (t for t in tokens if thesaurus.is_act(t.text) or spoken_verb(t.text, thesaurus))
    return frozenset(i for t in verbs for i in range(t.start, t.end))


def _doubled(verb: str, rest: str) -> bool:
    return rest == verb or (len(rest) == 2 and rest[0] in _AGAIN and rest[1] == verb)
