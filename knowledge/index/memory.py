"""An index of some thousand texts, in memory.

A query touches the postings of its features; the best candidates by idf coverage are compared letter by
letter. The index knows texts only, nothing of questions or roles.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from knowledge.index.features import features, features_of
from knowledge.index.hit import RESCORED, Hit, rescored


class Index:
    """An index over texts, each by its number in the order given."""

    def __init__(
        self,
        texts: Sequence[str],
        cut: Callable[[str], list[str]],
        postings: Mapping[str, Sequence[int]] | None = None,
    ) -> None:
        """`texts`: folded; `cut`: text to words, the same for texts and queries; `postings`: those of another
        index over the same texts."""
        self._texts = texts
        self._cut = cut
        self.postings = _postings(texts, cut) if postings is None else postings
        count = max(1, len(self._texts))
        self._idf = [
            math.log(count / max(1, n)) / math.log(count) if count > 1 else 1.0 for n in range(count + 1)
        ]

    def idf(self, feature: str) -> float:
        """How rare a word or bigram is: 0 in every text, 1 in none or one."""
        return self._idf[len(self.postings.get(feature, ()))]

    def search(self, query: str, also: Iterable[str] = (), limit: int = 10) -> list[Hit]:
        """The best `limit` texts for a folded query, best first; `also`: further words, such as synonyms."""
        return self._search(query, also, limit, None)

    def search_among(
        self, numbers: Collection[int], query: str, also: Iterable[str] = (), limit: int = 10
    ) -> list[Hit]:
        """The best `limit` of the texts of some numbers."""
        return self._search(query, also, limit, numbers)

    def _search(
        self, query: str, also: Iterable[str], limit: int, among: Collection[int] | None
    ) -> list[Hit]:
        own = features(self._cut(query))
        every = {f: w for word in also for f, w in features_of(word)} | own
        total = sum(weight * self.idf(feature) for feature, weight in own.items())
        scores = defaultdict[int, float](float)
        for feature, weight in every.items():
            numbers = self.postings.get(feature, ())
            gain = weight * self._idf[len(numbers)]
            for number in numbers:
                scores[number] += gain
        if among is not None:
            scores = defaultdict(float, ((n, gain) for n, gain in scores.items() if n in among))
        best = sorted([(-gain, number) for number, gain in scores.items()])[: max(limit, RESCORED)]
        found = rescored(
            query,
            [self._texts[number] for _, number in best],
            [min(1.0, -loss / total) if total else 0.0 for loss, _ in best],
        )
        ranked = sorted((-score, number) for (_, number), score in zip(best, found, strict=True))
        return [Hit(number, -loss) for loss, number in ranked[:limit]]


def _postings(texts: Iterable[str], cut: Callable[[str], list[str]]) -> dict[str, list[int]]:
    """The numbers of the texts that have a feature."""
    found: dict[str, list[int]] = {}
    for number, text in enumerate(texts):
        for feature in features(cut(text)):
            found.setdefault(feature, []).append(number)
    return found
