"""Keyword postings over texts, candidates rescored by fuzzy matching.

Features of a text are its words (weight 1) and its character bigrams (weight 1 inside a word, else 0.25; none
of Latin words, since letters say nothing). A query touches the postings of its features; the best candidates
by idf coverage are rescored with rapidfuzz. The index knows texts only, nothing of questions or roles.
"""

import heapq
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from knowledge.text import bigrams

_RESCORED = 50
_LOOSE_BIGRAM = 0.25
_FUZZY_SHARE = 0.15
_LENGTH_COST = 0.1


@dataclass(frozen=True, slots=True)
class Hit:
    """A text's number in the index and its score: 0 nothing in common, about 1.3 the same text."""

    number: int
    score: float


class Index:
    """An index over texts, each by its number in the order given."""

    def __init__(self, texts: Sequence[str], cut: Callable[[str], list[str]]) -> None:
        """`texts`: folded; `cut`: text to words, the same for texts and queries."""
        self._texts = list(texts)
        self._cut = cut
        self._postings: dict[str, list[int]] = {}
        for number, text in enumerate(self._texts):
            for feature in _features(cut(text)):
                self._postings.setdefault(feature, []).append(number)
        self._count = max(1, len(self._texts))

    def idf(self, feature: str) -> float:
        """How rare a word or bigram is: 0 in every text, 1 in none or one."""
        number = len(self._postings.get(feature, ()))
        return math.log(self._count / max(1, number)) / math.log(self._count) if self._count > 1 else 1.0

    def search(self, query: str, also: Iterable[str] = (), limit: int = 10) -> list[Hit]:
        """The best `limit` texts for a folded query, best first; `also`: further words, such as synonyms."""
        own = _features(self._cut(query))
        features = {f: w for word in also for f, w in _features([word]).items()} | own
        total = sum(weight * self.idf(feature) for feature, weight in own.items())
        scores: dict[int, float] = {}
        for feature, weight in features.items():
            gain = weight * self.idf(feature)
            for number in self._postings.get(feature, ()):
                scores[number] = scores.get(number, 0.0) + gain
        best = heapq.nlargest(max(limit, _RESCORED), scores.items(), key=lambda item: (item[1], -item[0]))
        hits = [
            Hit(number, self._rescore(query, number, min(1.0, gain / total) if total else 0.0))
            for number, gain in best
        ]
        return sorted(hits, key=lambda hit: (-hit.score, hit.number))[:limit]

    def _rescore(self, query: str, number: int, coverage: float) -> float:
        text = self._texts[number]
        longer = max(len(query), len(text), 1)
        fuzzy = (fuzz.partial_ratio(query, text) + fuzz.ratio(query, text)) / 100
        return coverage - _LENGTH_COST * abs(len(query) - len(text)) / longer + _FUZZY_SHARE * fuzzy


def _features(words: Iterable[str]) -> dict[str, float]:
    features: dict[str, float] = {}
    previous = ""
    for word in words:
        if not word.strip() or not any(map(str.isalnum, word)):
            previous = ""
            continue
        features[word] = 1.0
        for pair in () if word.isascii() else bigrams(word):
            features.setdefault(pair, 1.0)
        if previous:
            features.setdefault(previous[-1] + word[0], _LOOSE_BIGRAM)
        previous = word
    return features
