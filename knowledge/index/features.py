"""What a text is found by: its words, and its pairs of neighbouring characters (bigrams).

Words weigh 1, bigrams inside a word 1, bigrams across two words `LOOSE`. Latin words have no bigrams, since
letters say nothing; a word without letters and digits is a gap.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from knowledge.text import bigrams

LOOSE = 0.25
_MOST_WORDS = 20_000


def features(words: Iterable[str]) -> dict[str, float]:
    """The features of a cut text with their weights."""
    found: dict[str, float] = {}
    previous = ""
    for word in words:
        if not word.strip() or not any(map(str.isalnum, word)):
            previous = ""
            continue
        found[word] = 1.0
        for pair in () if word.isascii() else bigrams(word):
            found.setdefault(pair, 1.0)
        if previous:
            found.setdefault(previous[-1] + word[0], LOOSE)
        previous = word
    return found


@lru_cache(maxsize=_MOST_WORDS)
def features_of(word: str) -> Sequence[tuple[str, float]]:
    """The features of a word, of which synonyms are asked for again and again."""
    return tuple(features([word]).items())
