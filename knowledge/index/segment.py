"""One file of an index: texts, each once, with their postings; never changed after it is written."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.index.file import ArrayFile
from knowledge.index.part import Ints, Keys, Longs, changes

Floats = NDArray[np.float32]

_SEEDS = 64  # texts looked at in full to learn how good the best are
_FEW = 256  # texts of which none is put aside before it is looked at in full
_ROWS = 4  # frequent features looked up at once
_CHEAP = 1500  # entries of postings that are touched without asking whether it is worth it
_BIT = np.array([1, 2, 4, 8, 16, 32, 64, 128], np.uint8)


@dataclass(frozen=True, slots=True)
class _List:
    """A feature that the segment has: the place of its postings, its row of bits or -1, what it is worth."""

    size: int
    start: int
    end: int
    row: int
    gain: float


class Segment:
    """An open segment. `bases`: the number of the first text of each document, -1 where it is gone."""

    def __init__(self, file: ArrayFile, bases: Longs) -> None:
        arrays = file.arrays
        self.arrays = arrays
        self._keys: Keys = arrays["keys"]
        self._ends: Longs = arrays["ends"]
        self._rows: Ints = arrays["rows"]
        self._spread: Longs = arrays["spread"]
        self._postings: Ints = arrays["postings"]
        self._bits: NDArray[np.uint8] = arrays["bits"].reshape(-1)
        self._width = arrays["bits"].shape[1]
        self._text_ends: Longs = arrays["text_ends"]
        self._texts = arrays["text_bytes"].data
        self._place_ends: Longs = arrays["place_ends"]
        self._places: Ints = arrays["places"]
        self._bases = bases
        self.count = self._text_ends.size
        self._alive = None if bool((bases >= 0).all()) else self._living()
        self._free: list[Floats] = []  # sums by text, all zero; one for each search at work

    def _living(self) -> NDArray[np.bool_]:
        """By text, whether any document that has it is still there."""
        there = (self._bases >= 0)[self._places[:, 0]]
        return np.logical_or.reduceat(there, self._place_ends - np.diff(self._place_ends, prepend=0))

    def find(self, keys: Keys) -> Longs:
        """Where the features are in this segment; -1 for those that it does not have."""
        if not self._keys.size:
            return np.full(keys.size, -1, np.int64)
        found = np.searchsorted(self._keys, keys)
        found[self._keys.take(found, mode="clip") != keys] = -1
        return found

    def spread(self, found: Longs) -> Longs:
        """In how many texts of documents each feature is, gone ones and repetitions included."""
        return np.where(found >= 0, self._spread.take(found), 0) if self._spread.size else found * 0

    def text(self, number: int) -> str:
        """The text of a number within the segment."""
        start = int(self._text_ends[number - 1]) if number else 0
        return str(self._texts[start : int(self._text_ends[number])], "utf-8", "surrogatepass")

    def firsts(self, texts: Ints) -> Longs:
        """Of texts that are there, the first number of each in the whole index."""
        starts = np.where(texts > 0, self._place_ends.take(texts - 1, mode="clip"), 0)
        sizes = self._place_ends.take(texts) - starts
        ahead = np.cumsum(sizes) - sizes
        places = self._places[np.arange(int(sizes.sum())) + np.repeat(starts - ahead, sizes)]
        bases = self._bases.take(places[:, 0])
        numbers = np.where(bases >= 0, bases + places[:, 1], np.iinfo(np.int64).max)
        return np.minimum.reduceat(numbers, ahead)

    def numbers(self, text: int, limit: int) -> list[int]:
        """The first numbers in the whole index of a text."""
        start = int(self._place_ends[text - 1]) if text else 0
        places = self._places[start : int(self._place_ends[text])]
        bases = self._bases.take(places[:, 0])
        numbers = (bases + places[:, 1])[bases >= 0]
        numbers.sort()
        found: list[int] = numbers[:limit].tolist()
        return found

    def candidates(
        self, found: Longs, gains: Floats, best: float, reach: float, ceiling: float
    ) -> tuple[Ints, Floats, float]:
        """The texts whose features add up to at least the best sum less `reach`, ascending; these sums; the
        best sum.

        `found`: from `find`; `gains`: what each feature is worth; `best`: the best sum known before; sums
        above `ceiling` count as that. Rare features are touched first, and no more of them than could still
        lead to a text that is good enough; the others are looked up for the texts found.
        """
        lists = self._lists(found, gains)
        if not lists:
            return np.zeros(0, np.int32), np.zeros(0, np.float32), best
        sums = self._free.pop() if self._free else np.zeros(self.count, np.float32)
        unseen = sum(one.gain for one in lists)  # what a text not touched yet can have at most
        floor = max(best, min(unseen, ceiling)) - reach
        done, touched = 0, np.zeros(0, np.int32)
        while True:
            fresh = done
            size = touched.size
            while done < len(lists) and (
                unseen >= floor or done == fresh or size + lists[done].size <= _CHEAP
            ):
                unseen -= lists[done].gain
                size += lists[done].size
                done += 1
            touched = self._touch(sums, touched, lists[fresh:done])
            texts, full, best = self._best(sums, touched, lists[done:], best, reach, ceiling)
            if done == len(lists) or unseen < best - reach:
                break
            floor = best - reach
        sums[touched] = 0
        self._free.append(sums)
        return texts, full, best

    def _lists(self, found: Longs, gains: Floats) -> list[_List]:
        """The features that the segment has, rare ones first."""
        there = found >= 0
        slots = found[there]
        ends = self._ends.take(slots)
        starts = np.where(slots > 0, self._ends.take(slots - 1, mode="clip"), 0)
        sizes = ends - starts
        order = np.argsort(sizes, kind="stable")
        columns = (sizes, starts, ends, self._rows.take(slots), gains[there])
        return [_List(*row) for row in zip(*(column[order].tolist() for column in columns), strict=True)]

    def _touch(self, sums: Floats, touched: Ints, lists: Sequence[_List]) -> Ints:
        postings = [self._postings[one.start : one.end] for one in lists]
        fresh = np.concatenate(postings) if len(postings) > 1 else postings[0]
        gains = np.array([one.gain for one in lists], np.float32)
        np.add.at(sums, fresh, np.repeat(gains, [one.size for one in lists]))
        return np.concatenate([touched, fresh]) if touched.size else fresh

    def _best(
        self,
        sums: Floats,
        touched: Ints,
        others: Sequence[_List],
        best: float,
        reach: float,
        ceiling: float,
    ) -> tuple[Ints, Floats, float]:
        """Of the texts touched those that are good enough, their full sums, and the best of these."""
        rest = sum(one.gain for one in others)
        if touched.size > _FEW:
            known = sums.take(touched)
            least = np.partition(known, known.size - _SEEDS)[known.size - _SEEDS]
            seeds = touched[known >= least][: 2 * _SEEDS]
            best = self._full(seeds, sums.take(seeds), others, rest, best, reach, ceiling)[2]
            touched = touched[known >= best - reach - rest]
        texts = np.sort(touched)
        texts = texts[changes(texts)]
        return self._full(texts, sums.take(texts), others, rest, best, reach, ceiling)

    def _full(
        self,
        texts: Ints,
        sums: Floats,
        others: Sequence[_List],
        rest: float,
        best: float,
        reach: float,
        ceiling: float,
    ) -> tuple[Ints, Floats, float]:
        """The same of texts whose sums lack the features of `others`, `rest` in all; the most telling of
        them first, after each some texts are out."""
        if self._alive is not None:
            there = self._alive.take(texts)
            texts, sums = texts[there], sums[there]
        in_rows = [one for one in others if one.row >= 0]
        for one in others:
            if one.row < 0 and texts.size:
                postings = self._postings[one.start : one.end]
                at = np.searchsorted(postings, texts)
                sums = sums + (postings.take(at, mode="clip") == texts) * np.float32(one.gain)
                rest -= one.gain
                texts, sums, best = _left(texts, sums, best, reach + rest, ceiling)
        for start in range(0, len(in_rows), _ROWS):
            rows = in_rows[start : start + _ROWS]
            places = (texts >> 3) + np.array([[one.row * self._width] for one in rows])
            there = (self._bits.take(places) & _BIT.take(texts & 7)) != 0
            sums = sums + np.array([one.gain for one in rows], np.float32) @ there.astype(np.float32)
            rest -= sum(one.gain for one in rows)
            texts, sums, best = _left(texts, sums, best, reach + rest, ceiling)
        return _left(texts, sums, best, reach, ceiling)


def _left(texts: Ints, sums: Floats, best: float, short: float, ceiling: float) -> tuple[Ints, Floats, float]:
    """The texts that are short of the best by no more than `short`."""
    if not texts.size:
        return texts, sums, best
    best = max(best, min(float(sums.max()), ceiling))
    good = sums >= best - short - 1e-5
    return texts[good], sums[good], best
