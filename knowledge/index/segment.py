"""One file of an index: texts, each once, with their postings; never changed after it is written."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from knowledge.index.file import ArrayFile
from knowledge.index.part import Floats, Ints, Keys, Longs, changes
from knowledge.index.work import FeatureList, Work, by_size

_SEEDS = 64  # texts looked at in full to learn how good the best are
_MUCH = 32  # of all texts one in so many: then it is quicker to forget all sums than those touched
_FEW = 256  # texts of which none is put aside before it is looked at in full
_ROWS = 2  # frequent features looked up before texts are put aside
_CHEAP = 1500  # entries of postings that are touched without asking whether it is worth it
_ALIKE = 2e-4  # sums this near may count as equal
_VALUES = 16  # sums that very many texts have, each looked at by itself
_BIT = np.array([1, 2, 4, 8, 16, 32, 64, 128], np.uint8)


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
        self._features: Ints = arrays["features"]
        self._feature_ends: Longs = arrays["feature_ends"]
        self._text_ends: Longs = arrays["text_ends"]
        self._texts = arrays["text_bytes"].data
        self._place_ends: Longs = arrays["place_ends"]
        self._places: Ints = arrays["places"]
        self._bases = bases
        self.count = self._text_ends.size
        self._alive = None if bool((bases >= 0).all()) else self._living()
        self._free: list[tuple[Floats, Floats]] = []  # all zero, by text and by feature; for a search at work

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

    def texts(self, numbers: Ints) -> list[str]:
        """The texts of numbers within the segment."""
        ends = self._text_ends.take(numbers).tolist()
        starts = np.where(numbers > 0, self._text_ends.take(numbers - 1, mode="clip"), 0).tolist()
        found = self._texts
        return [str(found[s:e], "utf-8", "surrogatepass") for s, e in zip(starts, ends, strict=True)]

    def firsts(self, texts: Ints) -> Longs:
        """Of texts that are there, the first number of each in the whole index."""
        starts = np.where(texts > 0, self._place_ends.take(texts - 1, mode="clip"), 0)
        sizes = self._place_ends.take(texts) - starts
        ahead = np.cumsum(sizes) - sizes
        places = self._places[np.arange(int(sizes.sum())) + np.repeat(starts - ahead, sizes)]
        bases = self._bases.take(places[:, 0])
        numbers = np.where(bases >= 0, bases + places[:, 1], np.iinfo(np.int64).max)
        return np.minimum.reduceat(numbers, ahead)

    def texts_of(self, numbers: Longs) -> tuple[Ints, Longs]:
        """The texts of numbers within the whole index, each once; by number its text, -1 where it is in
        another segment."""
        order, starts, ends = self._documents
        at = np.searchsorted(starts, numbers, "right") - 1
        own = (at >= 0) & (numbers < ends.take(at, mode="clip"))
        found = np.full(numbers.size, -1, np.int64)
        at = at[own]
        found[own] = self._by_place.take(self._firsts.take(order.take(at)) + numbers[own] - starts.take(at))
        return _distinct(found[own].astype(np.int32)), found

    @cached_property
    def _documents(self) -> tuple[Longs, Longs, Longs]:
        """The documents that are there by their first numbers; these; the numbers behind their last ones."""
        order = np.flatnonzero(self._bases >= 0)
        order = order[np.argsort(self._bases[order], kind="stable")]
        starts = self._bases[order]
        return order, starts, starts + self.arrays["document_sizes"][order]

    @cached_property
    def _firsts(self) -> Longs:
        """By document, in which place of `_by_place` its first text stands."""
        sizes: Longs = self.arrays["document_sizes"]
        ends: Longs = np.cumsum(sizes)
        return ends - sizes

    @cached_property
    def _by_place(self) -> Ints:
        """The texts of all documents one after another."""
        texts = np.repeat(np.arange(self.count, dtype=np.int32), np.diff(self._place_ends, prepend=0))
        found = np.empty(texts.size, np.int32)
        found[self._firsts.take(self._places[:, 0]) + self._places[:, 1]] = texts
        return found

    def sums(self, found: Longs, gains: Floats, texts: Ints) -> Floats:
        """What the features of texts add up to. `found`: from `find`; `gains`: what each feature is worth."""
        sums_by_text, worth = self._free.pop() if self._free else self._zeros()
        worth[found[found >= 0]] = gains[found >= 0]
        sums = self._added(worth, texts) if texts.size else np.zeros(0, np.float32)
        worth[found[found >= 0]] = 0
        self._free.append((sums_by_text, worth))
        return sums

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
        self, found: Longs, gains: Floats, best: float, reach: float, ceiling: float, most: int
    ) -> tuple[Ints, Floats, float]:
        """The texts whose features add up to at least the best sum less `reach`, ascending; these sums; the
        best sum. Of more than `most` at least those with the highest sums, of equal ones those with the first
        numbers.

        `found`: from `find`; `gains`: what each feature is worth; `best`: the best sum known before; sums
        above `ceiling` count as that. Rare features are touched first, and no more of them than could still
        lead to a text that is good enough; the others are looked up for the texts found.
        """
        lists = self._lists(found, gains)
        if not lists:
            return np.zeros(0, np.int32), np.zeros(0, np.float32), best
        sums, worth = self._free.pop() if self._free else self._zeros()
        worth[found[found >= 0]] = gains[found >= 0]
        unseen = sum(one.gain for one in lists)  # what a text not touched yet can have at most
        floor = max(best, min(unseen, ceiling)) - reach
        done, touched, least = 0, np.zeros(0, np.int32), 0.0
        while True:
            fresh, size = done, touched.size
            much = max(_CHEAP, 2 * size)
            while done < len(lists) and (
                done == fresh
                or (unseen >= floor and size < much)
                or (size + lists[done].size <= _CHEAP and touched.size == 0)
            ):
                unseen -= lists[done].gain
                size += lists[done].size
                done += 1
            new = self._touch(sums, lists[fresh:done])
            touched = np.concatenate([touched, new]) if touched.size else new
            work = Work(sums, worth, lists[done:], reach, ceiling, most, least)
            texts, full, best = self._seeds(work, touched if touched.size <= _FEW else new, best)
            if full.size > most:
                least = max(least, float(np.partition(full, full.size - most)[full.size - most]) - _ALIKE)
            floor = max(best - reach, least)
            if done == len(lists) or unseen < floor:
                break
        if touched.size > _FEW:
            texts, full, best = self._rest(replace(work, least=least), touched, unseen, best)
        if touched.size > self.count // _MUCH:
            sums.fill(0)
        else:
            sums[touched] = 0
        worth[found[found >= 0]] = 0
        self._free.append((sums, worth))
        return texts, full, best

    def _zeros(self) -> tuple[Floats, Floats]:
        return np.zeros(self.count, np.float32), np.zeros(self._keys.size, np.float32)

    def _lists(self, found: Longs, gains: Floats) -> list[FeatureList]:
        """The features that the segment has, rare ones first."""
        there = found >= 0
        slots = found[there]
        ends = self._ends.take(slots)
        starts = np.where(slots > 0, self._ends.take(slots - 1, mode="clip"), 0)
        columns = zip(
            *((ends - starts).tolist(), starts.tolist(), ends.tolist()),
            *(self._rows.take(slots).tolist(), gains[there].tolist()),
            strict=True,
        )
        return sorted((FeatureList(*row) for row in columns), key=by_size)

    def _touch(self, sums: Floats, lists: Sequence[FeatureList]) -> Ints:
        """Adds up what texts have of these features; the texts touched."""
        postings = [self._postings[one.start : one.end] for one in lists]
        fresh = np.concatenate(postings) if len(postings) > 1 else postings[0]
        gains = np.array([one.gain for one in lists], np.float32)
        np.add.at(sums, fresh, np.repeat(gains, [one.size for one in lists]))
        return fresh

    def _seeds(self, work: Work, touched: Ints, best: float) -> tuple[Ints, Floats, float]:
        """Of the texts touched the most promising (all, where they are few) that are good enough, their full
        sums, and the best of these."""
        if touched.size <= _FEW:
            return self._full(work, _distinct(touched), best)
        known = work.sums.take(touched)
        at = known.size - _SEEDS
        seeds = touched[known >= np.partition(known, at)[at]]
        return self._full(work, _distinct(seeds[: 2 * _SEEDS]), best)

    def _rest(self, work: Work, touched: Ints, rest: float, best: float) -> tuple[Ints, Floats, float]:
        """The same of all texts touched; `rest`: what features that are not touched may add."""
        least = work.floor(best) - rest
        texts = _distinct(touched[work.sums.take(touched) >= least] if least > 0 else touched)
        if texts.size > _FEW:
            texts, known, best = self._sifted(work, texts, rest, best)
            if texts.size > _FEW and all(one.row >= 0 for one in work.others):
                texts = self._first_of_equal(texts, known, work.most)
        return self._full(work, texts, best)

    def _first_of_equal(self, texts: Ints, sums: Floats, most: int) -> Ints:
        """Texts without those that have the very sum of `most` with smaller numbers; all texts where their
        order tells nothing of the numbers."""
        kept = np.zeros(texts.size, bool)
        left = np.arange(texts.size)
        for _ in range(_VALUES if self._in_order else 0):
            if not left.size:
                return texts[kept]
            same = sums[left] == sums[left[0]]
            kept[left[same][:most]] = True
            left = left[~same]
        return texts

    @cached_property
    def _in_order(self) -> bool:
        """Whether the texts come in the order of their first numbers, and none is gone."""
        if self._alive is not None or not bool((np.diff(self._bases) >= 0).all()):
            return False
        first = self._places[self._place_ends - np.diff(self._place_ends, prepend=0)]
        order = first[:, 0].astype(np.int64) << 32 | first[:, 1]
        return bool((np.diff(order) > 0).all())

    def _sifted(self, work: Work, texts: Ints, rest: float, best: float) -> tuple[Ints, Floats, float]:
        """Fewer texts, by features that many texts have, some at a time; what is known of their sums; the
        best sum so far."""
        known = work.sums.take(texts)
        in_rows = [one for one in work.others if one.row >= 0]
        for start in range(0, len(in_rows), _ROWS):
            byte, bit = texts >> 3, _BIT.take(texts & 7)
            for one in in_rows[start : start + _ROWS]:
                row = self._bits[one.row * self._width : (one.row + 1) * self._width]
                known += ((row.take(byte) & bit) != 0) * np.float32(one.gain)
                rest -= one.gain
            best = max(best, min(float(known.max()), work.ceiling)) if self._alive is None else best
            good = known >= work.floor(best) - rest
            texts, known = texts[good], known[good]
            if texts.size <= _FEW:
                break
        return texts, known, best

    def _full(self, work: Work, texts: Ints, best: float) -> tuple[Ints, Floats, float]:
        """The texts that are good enough by all their features, with their sums; the best sum."""
        if self._alive is not None:
            texts = texts[self._alive.take(texts)]
        if not texts.size:
            return texts, np.zeros(0, np.float32), best
        sums = self._added(work.worth, texts)
        best = max(best, min(float(sums.max()), work.ceiling))
        good = sums >= work.floor(best)
        return texts[good], sums[good], best

    def _added(self, worth: Floats, texts: Ints) -> Floats:
        """What all features of texts add up to."""
        ends = self._feature_ends.take(texts)
        starts = np.where(texts > 0, self._feature_ends.take(texts - 1, mode="clip"), 0)
        sizes = ends - starts
        ahead = np.cumsum(sizes) - sizes
        places = np.repeat(starts - ahead, sizes)
        places += np.arange(places.size)
        sums: Floats = np.add.reduceat(worth.take(self._features.take(places)), ahead)
        return sums


def _distinct(numbers: Ints) -> Ints:
    ordered = np.sort(numbers)
    return ordered[changes(ordered)]
