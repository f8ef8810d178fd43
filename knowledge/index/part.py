"""The postings of some texts, as arrays: made from cut texts all at once, or joined from several parts."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.parallel import divided

Ints = NDArray[np.int32]
Longs = NDArray[np.int64]
Keys = NDArray[np.uint64]
Floats = NDArray[np.float32]

_MIXERS = 64  # factors; characters further back in a word share the last one
_MASK = (1 << 64) - 1
_LOW = (1 << 32) - 1
_AT_ONCE = 1 << 14  # texts whose features are made together
_MANY = 1 << 16  # texts that are divided among processes


@dataclass(frozen=True)
class Part:
    """`keys`: of the features, ascending; `sizes`: how many texts have each; `postings`: the numbers of these
    texts (0 to `count` - 1), ascending within a feature, one feature after another."""

    keys: Keys
    sizes: Longs
    postings: Ints
    features: Ints  # the other way round: of each text its features, by their places in `keys`
    lengths: Longs  # how many features each text has

    @property
    def count(self) -> int:
        """How many texts there are."""
        return self.lengths.size


@cache
def _mixers() -> tuple[int, ...]:
    found, state = [], 0x243F6A8885A308D3
    for _ in range(_MIXERS):  # splitmix64
        state = (state + 0x9E3779B97F4A7C15) & _MASK
        mixed = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _MASK
        found.append(mixed ^ (mixed >> 31) | 1)
    return tuple(found)


def key(feature: str) -> int:
    """The number that stands for a feature in an index, 64 bits; two features have the same one only by a
    chance of one in 10**19."""
    mixers = _mixers()
    return sum((ord(c) + 1) * mixers[min(i, _MIXERS - 1)] for i, c in enumerate(feature)) & _MASK


def parts(texts: Sequence[str], cut: Callable[[str], list[str]]) -> Iterator[Part]:
    """The postings of texts, some at a time."""
    return divided(lambda some: _part([[w for w in cut(text) if w] for text in some]), texts, _MANY, _AT_ONCE)


def _part(cuts: Sequence[Sequence[str]]) -> Part:
    words = list(chain.from_iterable(cuts))
    lengths = np.fromiter(map(len, words), np.int64, len(words))
    texts = np.repeat(np.arange(len(cuts)), list(map(len, cuts)))
    empty = np.zeros(0, np.int64)
    if not words:
        none = empty.astype(np.int32)
        return Part(empty.astype(np.uint64), empty, none, none, np.zeros(len(cuts), np.int64))
    characters = np.frombuffer("".join(words).encode("utf-32-le"), np.uint32)
    starts = np.cumsum(lengths) - lengths
    worth = np.maximum.reduceat(_alphanumeric(characters), starts).astype(bool)
    chinese = worth & (np.maximum.reduceat(characters, starts) > 127)
    inside = np.arange(characters.size) - np.repeat(starts, lengths)
    mixers = np.array(_mixers(), np.uint64)
    first = (characters.astype(np.uint64) + np.uint64(1)) * mixers[0]
    second = (characters.astype(np.uint64) + np.uint64(1)) * mixers[1]
    mixed = (characters.astype(np.uint64) + np.uint64(1)) * mixers[np.minimum(inside, _MIXERS - 1)]
    whole = np.add.reduceat(mixed, starts)[worth]
    of_word = np.repeat(np.arange(len(words)), lengths)
    pair = np.flatnonzero((inside[1:] > 0) & chinese[of_word[1:]])  # with the character behind it
    loose = np.flatnonzero(worth[1:] & worth[:-1] & (texts[1:] == texts[:-1])) + 1  # a word behind a word
    border = starts[loose]
    keys = np.concatenate([whole, first[pair] + second[pair + 1], first[border - 1] + second[border]])
    owners = np.concatenate([texts[worth], texts[of_word[pair]], texts[loose]])
    return _posted(keys, owners, len(cuts))


def _alphanumeric(characters: NDArray[np.uint32]) -> NDArray[np.uint8]:
    known = np.zeros(int(characters.max()) + 1, np.uint8)
    known[characters] = 1
    for code in np.flatnonzero(known).tolist():
        known[code] = chr(code).isalnum()
    return known[characters]


def _posted(keys: Keys, owners: Longs, count: int) -> Part:
    order = np.argsort(keys)
    keys = keys[order]
    rank = np.cumsum(changes(keys)) - 1
    pairs = rank << 32 | owners[order]
    pairs.sort()
    pairs = pairs[changes(pairs)]
    ranks, texts = pairs >> 32, pairs & _LOW
    by_text = texts << 32 | ranks
    by_text.sort()
    return Part(
        keys[changes(keys)],
        np.bincount(ranks),
        texts.astype(np.int32),
        (by_text & _LOW).astype(np.int32),
        np.bincount(texts, minlength=count),
    )


def changes(ordered: NDArray[Any]) -> NDArray[np.bool_]:
    """Where an ordered array has a value for the first time, by place."""
    found = np.ones(ordered.size, bool)
    np.not_equal(ordered[1:], ordered[:-1], out=found[1:])
    return found
