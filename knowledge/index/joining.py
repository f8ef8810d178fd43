"""A segment's arrays: from documents, or from the segments that it takes the place of."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.index.part import Ints, Longs, Part, changes, parts

_FREQUENT = 128  # a feature that one text in so many has is kept as bits too
_FEWEST = 512  # but not below so many texts

Arrays = dict[str, NDArray[Any]]


def segment_of(documents: Mapping[str, Sequence[str]], cut: Callable[[str], list[str]]) -> Arrays:
    """The arrays of a segment with the texts of documents, each by its name; texts that are the same are kept
    once."""
    numbers: dict[str, int] = {}
    places = [
        (numbers.setdefault(text, len(numbers)), document, position)
        for document, texts in enumerate(documents.values())
        for position, text in enumerate(texts)
    ]
    texts = list(numbers)
    found = list(parts(texts, cut))
    return _segment(found, texts, np.array(places, np.int32).reshape(-1, 3), list(documents))


def _segment(found: Sequence[Part], texts: Sequence[str], places: Ints, names: Sequence[str]) -> Arrays:
    """`places`: text, document, position, a row each; texts are those of `found` one after another."""
    places = places[np.lexsort((places[:, 2], places[:, 1], places[:, 0]))]
    often = np.bincount(places[:, 0], minlength=len(texts))
    part = _joined(found)
    ends = np.cumsum(part.sizes)
    spread = np.add.reduceat(often[part.postings], ends - part.sizes) if part.postings.size else ends
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
        "spread": spread.astype(np.int64),
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


def _joined(found: Sequence[Part]) -> Part:
    """Parts one after another; their texts are numbered on."""
    if len(found) == 1:
        return found[0]
    keys = np.concatenate([part.keys for part in found] or [np.zeros(0, np.uint64)])
    keys.sort()
    keys = keys[changes(keys)]
    slots = [np.searchsorted(keys, part.keys) for part in found]
    sizes = np.zeros(keys.size, np.int64)
    for part, slot in zip(found, slots, strict=True):
        sizes[slot] += part.sizes
    ahead = np.cumsum(sizes) - sizes
    postings = np.empty(int(sizes.sum()), np.int32)
    count = 0
    for part, slot in zip(found, slots, strict=True):
        to = np.repeat(ahead[slot] - (np.cumsum(part.sizes) - part.sizes), part.sizes)
        to += np.arange(to.size)
        postings[to] = part.postings + np.int32(count)
        ahead[slot] += part.sizes
        count += part.count
    features = [slot[part.features].astype(np.int32) for part, slot in zip(found, slots, strict=True)]
    none = [np.zeros(0, np.int32)]
    lengths = [part.lengths for part in found] or [np.zeros(0, np.int64)]
    return Part(keys, sizes, postings, np.concatenate(features or none), np.concatenate(lengths))


def packed(name: str, texts: Iterable[str]) -> Arrays:
    """Strings as two arrays: where each ends, and all of them as UTF-8."""
    encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
    ends = np.cumsum(np.fromiter(map(len, encoded), np.int64, len(encoded)))
    return {f"{name}_ends": ends, f"{name}_bytes": np.frombuffer(b"".join(encoded), np.uint8)}


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
