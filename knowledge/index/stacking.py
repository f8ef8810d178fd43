"""Parts of postings put one behind another, without having all of them in memory twice."""

import tempfile
from collections.abc import Iterable
from typing import IO

import numpy as np

from knowledge.index.part import Ints, Keys, Longs, Part, changes


def joined(found: Iterable[Part]) -> Part:
    """Parts one after another; their texts are numbered on. Raises OSError."""
    with tempfile.TemporaryFile() as file:
        return _Stack(file, found).joined()


class _Stack:
    """Parts whose postings wait in a file."""

    def __init__(self, file: IO[bytes], found: Iterable[Part]) -> None:
        self._file = file
        self._keys: list[Keys] = []
        self._sizes: list[Longs] = []
        self._lengths: list[Longs] = []
        for part in found:
            part.postings.astype(np.int32, copy=False).tofile(file)
            part.features.astype(np.int32, copy=False).tofile(file)
            self._keys.append(part.keys)
            self._sizes.append(part.sizes)
            self._lengths.append(part.lengths)

    def joined(self) -> Part:
        """All of them as one."""
        keys = np.concatenate([*self._keys, np.zeros(0, np.uint64)])
        keys.sort()
        keys = keys[changes(keys)]
        slots = [np.searchsorted(keys, own).astype(np.int32) for own in self._keys]
        sizes = np.zeros(keys.size, np.int64)
        for own, slot in zip(self._sizes, slots, strict=True):
            sizes[slot] += own
        ahead = np.cumsum(sizes) - sizes
        postings, features = (np.empty(int(sizes.sum()), np.int32) for _ in range(2))
        self._file.seek(0)
        texts = filled = 0
        for own, slot, lengths in zip(self._sizes, slots, self._lengths, strict=True):
            count = int(own.sum())
            to = np.repeat(ahead[slot] - (np.cumsum(own) - own), own)
            to += np.arange(count)
            postings[to] = self._read(count) + np.int32(texts)
            features[filled : filled + count] = slot[self._read(count)]
            ahead[slot] += own
            texts += lengths.size
            filled += count
        return Part(keys, sizes, postings, features, np.concatenate([*self._lengths, np.zeros(0, np.int64)]))

    def _read(self, count: int) -> Ints:
        return np.fromfile(self._file, np.int32, count)
