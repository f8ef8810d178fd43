"""Whether what was typed is good Chinese as it stands, though it sounds or looks like a known word."""

from knowledge.dictionary import commoner, dictionary, is_general
from knowledge.pinyin import toned
from knowledge.questions.lexicon import Lexicon
from knowledge.questions.phrases import phrases

_PAIR = 2  # characters
_NEVER_MEANT_OTHERWISE = frozenset("吗呢谁")  # 优惠吗 is no 优惠码
_BESIDE_ANYTHING = frozenset("来去要把我几一两不了着的")  # a verb, a noun or a measure stands beside them
_OFTEN, _FAR_OFTENER = 100, 200  # times that a pair is written, and how much oftener what is meant must be
_WRITTEN_BOTH_WAYS = ({"帐", "账"},)


def stands(typed: str, word: str, lexicon: Lexicon) -> bool:
    """Whether what was typed is not a known `word` with wrong characters: it is written often (网上 is no
    晚上), a verb or a measure beside a light word (来问, 几箱), or leads to a word of which the documents
    have neither it nor another of its meaning."""
    differing = [{a, b} for a, b in zip(typed, word, strict=True) if a != b]
    if any(not pair.isdisjoint(_NEVER_MEANT_OTHERWISE) for pair in differing):
        return True
    if len(typed) == _PAIR and any(pair not in _WRITTEN_BOTH_WAYS for pair in differing):
        if _is_written_often(typed, word, lexicon) or _is_only_said(typed, word, lexicon):
            return True
        if any(a == b and a in _BESIDE_ANYTHING for a, b in zip(typed, word, strict=True)):
            return True
    return not _leads_somewhere(word, lexicon)


def _is_written_often(typed: str, word: str, lexicon: Lexicon) -> bool:
    """Whether a pair is written often, and the word that it may be meant for not much oftener, unless that
    sounds just like it and the documents write it (财物 is 财务)."""
    if commoner(typed, word):
        return True
    often = dictionary().frequency(typed)
    if often < _OFTEN or often * _FAR_OFTENER <= dictionary().frequency(word):
        return False
    return [*map(toned, typed)] != [*map(toned, word)] or not _leads_somewhere(word, lexicon)


def _is_only_said(typed: str, word: str, lexicon: Lexicon) -> bool:
    """Whether two characters that are a word of general Chinese (地摊) would become one that no document
    writes (地毯)."""
    if word in phrases().kinds or not is_general(typed):
        return False
    return (
        bool(lexicon.thesaurus.said(word)) and not lexicon.thesaurus.groups(word) and not lexicon.writes(word)
    )


def _leads_somewhere(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a name or a phrase, or the documents have it or another of its meaning."""
    if word in lexicon.names or word in lexicon.places or word in phrases().kinds:
        return True
    if word in lexicon.words or lexicon.writes(word):
        return True
    meanings = lexicon.thesaurus.expansions(lexicon.thesaurus.groups(word))
    return any(other in lexicon.words for other in meanings)


def is_own_word(typed: str, word: str, lexicon: Lexicon) -> bool:
    """Whether two characters may be a word of their own: the documents write the one that differs, and not
    the word that sounds like them (进厂 is no 进仓 where they write 全厂)."""
    if len(typed) != _PAIR or word in phrases().kinds or lexicon.writes(word):
        return False
    return any(a != b and lexicon.writes(a) for a, b in zip(typed, word, strict=True))
