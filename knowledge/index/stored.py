"""An index on disk for any number of texts: built once, opened in milliseconds, shared by processes.

    index = build_index(folder, documents, cut)          documents: by name their texts, in order
    index = open_index(folder, cut)                      a StoredIndex, or why it cannot be used
    index = index.updated({name: texts}, removed=[...])  only what changed is written
    index.search("谁审批费用报销")                         hits, numbered through all documents in order

A folder holds segments, which never change, and a table of what counts. The table is replaced as a whole,
last, so who has the index open goes on with what he has, and who dies while writing leaves what was there.
One process writes at a time, any number read.
"""

import math
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.errors import StoreBusyError
from knowledge.index.features import features, features_of
from knowledge.index.file import Unusable
from knowledge.index.hit import RESCORED, Hit, rescored
from knowledge.index.part import Floats, Ints, Longs, key
from knowledge.index.segment import Segment
from knowledge.index.table import Table, current_generation, read_table
from knowledge.index.updating import write_new, write_update

__all__ = ["REACH", "StoredIndex", "Unusable", "build_index", "open_index"]

REACH = 0.1
_ALIKE = 1e-4  # of sums of the same numbers added in another order
_key = lru_cache(1 << 16)(key)
Cut = Callable[[str], list[str]]
Documents = Mapping[str, Sequence[str]]


def build_index(folder: Path, documents: Documents, cut: Cut, words: str = "") -> "StoredIndex":
    """Builds an index, in place of one that may be in the folder, and opens it. `words` says how `cut` cuts
    (such as a checksum of its dictionary): an index is only good for queries that are cut the same way.
    Raises OSError, StoreBusyError."""
    write_new(folder, documents, cut, words)
    return _opened(folder, cut, words)


def open_index(folder: Path, cut: Cut, words: str = "", thorough: bool = False) -> "StoredIndex | Unusable":
    """Opens an index; where it cannot be used, the reason: build it anew. `thorough`: reads all of it, to see
    whether a single bit is wrong; otherwise what says where things are is checked."""
    table = read_table(folder, words, thorough)
    return table if isinstance(table, Unusable) else StoredIndex(folder, table, cut)


def _opened(folder: Path, cut: Cut, words: str) -> "StoredIndex":
    opened = open_index(folder, cut, words)
    if isinstance(opened, Unusable):
        raise OSError(f"the index in {folder} cannot be read back: {opened}")
    return opened


@dataclass(frozen=True, slots=True)
class _Candidates:
    """Texts of a segment with what their features add up to."""

    segment: Segment
    texts: Ints
    sums: Floats


class StoredIndex:
    """An open index; it stays as it was opened, whatever is written to its folder."""

    def __init__(self, folder: Path, table: Table, cut: Cut) -> None:
        self.folder = folder
        self._table = table
        self._cut = cut
        self._segments = [
            Segment(entry.file, bases) for entry, bases in zip(table.entries, table.bases(), strict=True)
        ]
        self.count = int(table.rows[:, 2].sum())  # of all texts, repetitions included

    @property
    def documents(self) -> list[str]:
        """The names of the documents, in order."""
        return self._table.names

    def is_current(self) -> bool:
        """Whether nothing was written to the folder since; else open it again."""
        return current_generation(self.folder) == self._table.generation

    def updated(self, changed: Documents, removed: Collection[str] = ()) -> "StoredIndex":
        """The index with some documents changed (each keeps its place), new ones at the end, and `removed`
        ones gone; written to its folder. Raises OSError, and StoreBusyError where another process writes or
        has written to it since this one was opened."""
        if not write_update(self.folder, self._table, changed, removed, self._cut):
            raise StoreBusyError(f"索引“{self.folder}”已被另一个进程更新，请重新打开后再试。")
        return _opened(self.folder, self._cut, self._table.words)

    def idf(self, feature: str) -> float:
        """How rare a word or bigram is: 0 in every text, 1 in none or one."""
        return float(self._found([feature])[0][0])

    def search(
        self, query: str, also: Iterable[str] = (), limit: int = 10, reach: float = REACH
    ) -> list[Hit]:
        """The best `limit` texts for a folded query, best first; `also`: further words, such as synonyms.

        `reach`: texts whose coverage (0 to 1) is less than the best one's by more than this are left out;
        a smaller one is quicker. Texts that are the same are hits of their own, by number.
        """
        own = features(self._cut(query))
        every = {f: w for word in also for f, w in features_of(word)} | own
        if not every or not self.count:
            return []
        places, worth, total = self._weighed(own, every)
        ceiling = total or float(worth.sum()) or 1.0
        best = 0.0
        found = []
        for segment, there in zip(self._segments, places, strict=True):
            texts, sums, best = segment.candidates(
                there, worth, best, reach * ceiling, ceiling, max(limit, RESCORED)
            )
            found.append(_Candidates(segment, texts, sums))
        ranked = self._ranked(query, found, best - reach * ceiling, limit, total)
        hits: list[Hit] = []
        for score, text_number, segment in ranked:
            if len(hits) >= limit and score < hits[-1].score:
                break
            hits += [Hit(number, score) for number in segment.numbers(text_number, limit)]
        return sorted(hits, key=lambda hit: (-hit.score, hit.number))[:limit]

    def search_among(
        self, numbers: Collection[int], query: str, also: Iterable[str] = (), limit: int = 10
    ) -> list[Hit]:
        """The best `limit` of some texts, given by their numbers in the index, as `search` ranks them."""
        own = features(self._cut(query))
        every = {f: w for word in also for f, w in features_of(word)} | own
        if not every or not numbers:
            return []
        places, worth, total = self._weighed(own, every)
        wanted = np.array(sorted(numbers), np.int64)
        found: list[_Candidates] = []
        those: dict[int, Longs] = {}  # by segment, the text of each number
        for segment, there in zip(self._segments, places, strict=True):
            texts, of_numbers = segment.texts_of(wanted)
            found.append(_Candidates(segment, texts, segment.sums(there, worth, texts)))
            those[id(segment)] = of_numbers
        ranked = self._ranked(query, found, _ALIKE * 2, limit, total)
        hits = [
            Hit(number, score)
            for score, text, segment in ranked
            for number in wanted[those[id(segment)] == text].tolist()
        ]
        return sorted(hits, key=lambda hit: (-hit.score, hit.number))[:limit]

    def _weighed(
        self, own: Mapping[str, float], every: Mapping[str, float]
    ) -> tuple[list[Longs], Floats, float]:
        """Where features are in each segment, what each is worth, and what those of the query add up to."""
        idf, places = self._found(every)
        gains = np.fromiter(every.values(), np.float64, len(every)) * idf
        total = sum(gain for feature, gain in zip(every, gains.tolist(), strict=True) if feature in own)
        return places, gains.astype(np.float32), total

    def _ranked(
        self, query: str, found: Sequence[_Candidates], least: float, limit: int, total: float
    ) -> list[tuple[float, int, Segment]]:
        """The best texts with their scores, best first."""
        ranked = []
        for segment, texts, sums in _best(found, least, max(limit, RESCORED)):
            coverages = [min(1.0, gain / total) if total else 0.0 for gain in sums.tolist()]
            scores = rescored(query, [*segment.texts(texts)], coverages)
            ranked += [(score, number, segment) for score, number in zip(scores, texts.tolist(), strict=True)]
        return sorted(ranked, key=itemgetter(0), reverse=True)

    def _found(self, wanted: Collection[str]) -> tuple[NDArray[np.float64], list[Longs]]:
        """How rare features are, and where they are in each segment."""
        keys = np.fromiter(map(_key, wanted), np.uint64, len(wanted))
        places = [segment.find(keys) for segment in self._segments]
        number = np.zeros(keys.size, np.int64)
        for segment, there, entry in zip(self._segments, places, self._table.entries, strict=True):
            number += segment.spread(there)
            if entry.lost.keys.size:
                at = np.searchsorted(entry.lost.keys, keys)
                same = entry.lost.keys.take(at, mode="clip") == keys
                number -= np.where(same, entry.lost.counts.take(at, mode="clip"), 0)
        if self.count < 2:
            return np.ones(keys.size), places
        return np.log(self.count / np.maximum(number, 1)) / math.log(self.count), places


def _best(found: Sequence[_Candidates], least: float, most: int) -> Iterator[tuple[Segment, Ints, Floats]]:
    """The best texts of all segments with their sums, of equal ones those with the first numbers."""
    good = [one.sums >= least - _ALIKE for one in found]
    if sum(map(np.count_nonzero, good)) > most:
        sums = np.concatenate([one.sums[those] for one, those in zip(found, good, strict=True)]).round(4)
        bound = sums.size - most
        worth = np.partition(sums, bound)[bound]
        good = [those & (one.sums.round(4) >= worth) for one, those in zip(found, good, strict=True)]
        sums = np.concatenate([one.sums[those] for one, those in zip(found, good, strict=True)]).round(4)
        firsts = [one.segment.firsts(one.texts[those]) for one, those in zip(found, good, strict=True)]
        kept = np.zeros(sums.size, bool)
        kept[np.lexsort((np.concatenate(firsts), -sums))[:most]] = True
        for those in good:
            there = np.flatnonzero(those)
            those[there[~kept[: there.size]]] = False
            kept = kept[there.size :]
    for one, those in zip(found, good, strict=True):
        if those.any():
            yield one.segment, one.texts[those], one.sums[those]
