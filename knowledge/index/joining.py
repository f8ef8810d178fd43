"""A segment's arrays: from documents, or from the segments that it takes the place of."""

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b
from itertools import pairwise
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

from knowledge.index.part import Ints, Longs, Part, parts
from knowledge.index.stacking import joined

_FREQUENT = 128  # a feature that one text in so many has is kept as bits too
_FEWEST = 512  # but not below so many texts
_POSTINGS_AT_ONCE = 1 << 22

Arrays = dict[str, NDArray[Any]]


def segment_of(documents: Mapping[str, Sequence[str]], cut: Callable[[str], list[str]]) -> Arrays:
    """The arrays of a segment with the texts of documents, each by its name; texts that are the same are kept
    once."""
    sizes = np.fromiter(map(len, documents.values()), np.int64, len(documents))
    starts = np.cumsum(sizes) - sizes
    digests = (_digest(text) for texts in documents.values() for text in texts)
    _, firsts, same = np.unique(
        np.fromiter(digests, np.uint64, int(sizes.sum())), return_index=True, return_inverse=True
    )
    order = np.argsort(firsts)
    numbers = np.empty(order.size, np.int32)
    numbers[order] = np.arange(order.size, dtype=np.int32)
    places = np.empty((same.size, 3), np.int32)
    places[:, 0] = numbers[same.reshape(-1)]
    places[:, 1] = np.repeat(np.arange(sizes.size), sizes)
    places[:, 2] = np.arange(same.size) - np.repeat(starts, sizes)
    texts = Texts(list(documents.values()), starts, firsts[order])
    return _segment(parts(texts, cut), texts, places, list(documents))


def _digest(text: str) -> int:
    """What tells a text from others; two have the same one only by a chance of one in 10**19."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


class Texts(Sequence[str]):
    """Some of the texts of documents, read where they are."""

    def __init__(self, documents: Sequence[Sequence[str]], starts: Longs, chosen: Longs) -> None:
        """`starts`: of each document the number of its first text; `chosen`: the numbers of the texts."""
        self._documents, self._starts, self._chosen = documents, starts, chosen

    @overload
    def __getitem__(self, number: int) -> str: ...
    @overload
    def __getitem__(self, number: slice) -> list[str]: ...
    def __getitem__(self, number: int | slice) -> str | list[str]:
        if isinstance(number, slice):
            return [self[i] for i in range(*number.indices(len(self)))]
        at = int(self._chosen[number])
        document = int(np.searchsorted(self._starts, at, "right")) - 1
        return self._documents[document][at - int(self._starts[document])]

    def __len__(self) -> int:
        return int(self._chosen.size)


def _segment(found: Iterable[Part], texts: Sequence[str], places: Ints, names: Sequence[str]) -> Arrays:
    """`places`: text, document, position, a row each; texts are those of `found` one after another."""
    places = places[np.lexsort((places[:, 2], places[:, 1], places[:, 0]))]
    often = np.bincount(places[:, 0], minlength=len(texts))
    part = joined(found)
    ends = np.cumsum(part.sizes)
    spread = _spread(part, ends, often)
    frequent = np.flatnonzero((part.sizes > len(texts) // _FREQUENT) & (len(texts) >= _FEWEST))
    rows = np.full(part.keys.size, -1, np.int32)
    rows[frequent] = np.arange(frequent.size)
    bits = np.zeros((frequent.size, -(-len(texts) // 8)), np.uint8)
    for row, feature in enumerate(frequent.tolist()):
        there = np.zeros(bits.shape[1] * 8, bool)
        there[part.postings[ends[feature] - part.sizes[feature] : ends[feature]]] = True
        bits[row] = np.packbits(there, bitorder="little")
    return {
        "keys": part.keys,
        "ends": ends,
        "spread": spread,
        "rows": rows,
        "postings": part.postings,
        "features": part.features,
        "feature_ends": np.cumsum(part.lengths),
        "bits": bits,
        **packed("text", texts),
        "place_ends": np.cumsum(often),
        "places": np.ascontiguousarray(places[:, 1:]),
        **packed("document", names),
        "document_sizes": np.bincount(places[:, 1], minlength=len(names)),
    }


def _spread(part: Part, ends: Longs, often: Longs) -> Longs:
    """In how many texts of documents each feature is, repetitions included."""
    if int(often.max(initial=1)) == 1:
        return part.sizes.astype(np.int64)
    spread = np.zeros(ends.size, np.int64)
    first = 0
    while first < ends.size:  # some at a time: there are hundreds of millions
        start = int(ends[first] - part.sizes[first])
        last = max(first + 1, int(np.searchsorted(ends, start + _POSTINGS_AT_ONCE)))
        counts = often[part.postings[start : int(ends[last - 1])]]
        spread[first:last] = np.add.reduceat(counts, ends[first:last] - part.sizes[first:last] - start)
        first = last
    return spread


def packed(name: str, texts: Iterable[str]) -> Arrays:
    """Strings as two arrays: where each ends, and all of them as UTF-8."""
    everything, ends = bytearray(), array("q")
    for text in texts:
        everything += text.encode("utf-8", "surrogatepass")
        ends.append(len(everything))
    return {f"{name}_ends": np.array(ends, np.int64), f"{name}_bytes": np.frombuffer(everything, np.uint8)}


def unpacked(name: str, arrays: Mapping[str, NDArray[Any]]) -> list[str]:
    """The strings again."""
    everything = arrays[f"{name}_bytes"].tobytes()
    ends = [0, *arrays[f"{name}_ends"].tolist()]
    return [everything[s:e].decode("utf-8", "surrogatepass") for s, e in pairwise(ends)]


def merged(segments: Sequence[tuple[Mapping[str, NDArray[Any]], NDArray[np.bool_]]]) -> Arrays:
    """The arrays of one segment instead of several: each with, by document, whether it is still there."""
    numbers: dict[str, int] = {}
    names: list[str] = []
    found: list[Part] = []
    places: list[Ints] = []
    for arrays, lives in segments:
        texts = np.repeat(np.arange(arrays["place_ends"].size), np.diff(arrays["place_ends"], prepend=0))
        alive = lives[arrays["places"][:, 0]]
        count = len(numbers)
        of_text = np.full(arrays["place_ends"].size, -1, np.int32)
        fresh = np.full(arrays["place_ends"].size, -1, np.int32)
        every = unpacked("text", arrays)
        for text in np.flatnonzero(np.bincount(texts[alive], minlength=len(every))).tolist():
            of_text[text] = numbers.setdefault(every[text], len(numbers))
            if of_text[text] >= count and fresh[text] < 0:
                fresh[text] = of_text[text] - count
        found.append(_kept(arrays, fresh))
        of_document = np.cumsum(lives) - 1 + len(names)
        own = arrays["places"][alive]
        places.append(
            np.stack([of_text[texts[alive]], of_document[own[:, 0]], own[:, 1]], 1).astype(np.int32)
        )
        names += [n for n, there in zip(unpacked("document", arrays), lives.tolist(), strict=True) if there]
    return _segment(found, list(numbers), np.concatenate(places), names)


def _kept(arrays: Mapping[str, NDArray[Any]], numbers: Ints) -> Part:
    """The postings of a segment with text i as `numbers[i]`, ascending, without those whose number is -1."""
    sizes: Longs = np.diff(arrays["ends"], prepend=0)
    postings = numbers[arrays["postings"]]
    there = postings >= 0
    sizes = np.bincount(np.repeat(np.arange(sizes.size), sizes)[there], minlength=sizes.size)
    left = sizes > 0
    lengths: Longs = np.diff(arrays["feature_ends"], prepend=0)
    features = arrays["features"][np.repeat(numbers >= 0, lengths)]
    moved = (np.cumsum(left) - 1).astype(np.int32)[features] if features.size else features
    return Part(arrays["keys"][left], sizes[left], postings[there], moved, lengths[numbers >= 0])
