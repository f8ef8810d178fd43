"""Texts that are nearly the same, found through keys that such texts share (MinHash), not by all pairs."""

import zlib
from collections.abc import Hashable, Iterable
from typing import TypeVar

from knowledge.text import bigrams

_BANDS, _ROWS = 16, 2
_ALIKE = 0.75
_LEADERS = 16  # of one key; more than that share a phrase, not a text
_SEEDS = tuple(0x9E3779B1 * (i + 1) & 0xFFFFFFFF for i in range(_BANDS * _ROWS))

T = TypeVar("T", bound=Hashable)


def groups(texts: Iterable[tuple[T, str]]) -> list[list[T]]:
    """The keys whose bare texts are nearly the same, in groups of two and more, each in the order given."""
    leaders: list[tuple[frozenset[str], list[T]]] = []
    buckets: dict[tuple[int, ...], list[int]] = {}
    whole: dict[str, int] = {}
    for key, text in texts:
        if not text:
            continue
        pairs = frozenset(bigrams(text))
        if text in whole:
            leaders[whole[text]][1].append(key)
            continue
        bands = _bands(pairs)
        near = dict.fromkeys(number for band in bands for number in buckets.get(band, ()))
        best = max(near, key=lambda number: alike(pairs, leaders[number][0]), default=None)
        if best is not None and alike(pairs, leaders[best][0]) >= _ALIKE:
            leaders[best][1].append(key)
            whole[text] = best
            continue
        whole[text] = len(leaders)
        for band in bands:
            bucket = buckets.setdefault(band, [])
            if len(bucket) < _LEADERS:
                bucket.append(len(leaders))
        leaders.append((pairs, [key]))
    return [keys for _, keys in leaders if len(keys) > 1]


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of pairs of characters that two texts have in common, 0 … 1."""
    return 2 * len(one & other) / max(1, len(one) + len(other))


def _bands(pairs: frozenset[str]) -> list[tuple[int, ...]]:
    hashes = [zlib.crc32(pair.encode()) for pair in pairs]
    least = [min((h ^ seed) * 0x85EBCA6B & 0xFFFFFFFF for h in hashes) for seed in _SEEDS]
    return [(i, *least[i : i + _ROWS]) for i in range(0, len(least), _ROWS)]
