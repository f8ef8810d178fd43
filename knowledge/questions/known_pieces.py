"""Which pieces of a question are known words, so that no wrong character is sought in them."""

from functools import cache

from knowledge.actions import actions
from knowledge.questions.lexicon import Lexicon
from knowledge.questions.phrases import phrases, reach_of
from knowledge.questions.spoken_verb import LONGEST, spoken_verb
from knowledge.regex import regex
from knowledge.roles.grades import grades

_MOST_KEPT = 100_000  # pieces that are remembered
_COUNTED = regex("[一二两三四五六七八九十][级层]")  # no typing error
_COUNTED_SIZE = 2
_TO_DO = regex("[谁来去][搞弄整]")  # 谁来搞 is no 来稿
_MEASURES = "个张份台辆间套"


class KnownPieces(dict[str, bool]):
    """Whether a piece of a question is a known word, worked out once."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon
        self._reach: dict[str, int] = {}

    def __missing__(self, word: str) -> bool:
        if len(self) >= _MOST_KEPT:
            self.clear()
        known = self[word] = (
            word in _posts()
            or word in phrases().filler
            or self._lexicon.knows(word)
            or (len(word) == _COUNTED_SIZE and _COUNTED.fullmatch(word) is not None)
            or (len(word) <= LONGEST and spoken_verb(word, self._lexicon.thesaurus) is not None)
            or (len(word) == _COUNTED_SIZE and self._is_told(word))
        )
        return known

    def reach(self, first: str) -> int:
        """The length of the longest piece that begins with a character and is a known word for another reason
        than that `Lexicon.reach` reaches it."""
        found = self._reach.get(first)
        if found is None:
            thesaurus = self._lexicon.thesaurus
            spoken = thesaurus.is_act(first) or bool(thesaurus.groups(first))
            found = max(LONGEST if spoken else _COUNTED_SIZE, _posts_reach().get(first, 0))
            self._reach[first] = found
        return found

    def _is_told(self, word: str) -> bool:
        """Whether two characters are 谁 or 来 with a verb (谁搞), or a verb with a measure word (做张)."""
        acts = word[0] in actions().asked or self._lexicon.thesaurus.is_act(word[0])
        return _TO_DO.fullmatch(word) is not None or (acts and word[1] in _MEASURES)


@cache
def _posts() -> frozenset[str]:
    """Last words of names, and what stands behind names."""
    return frozenset((*grades().heads, *grades().after))


@cache
def _posts_reach() -> dict[str, int]:
    """The length of the longest of them for each first character."""
    return reach_of(_posts())
