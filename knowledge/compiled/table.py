"""A constant table in a file that is mapped into memory: from keys to pieces of bytes, found by hashing,
after D. J. Bernstein's cdb. A look-up takes about a microsecond and touches two or three pages.

    pieces         each: the length of the key and of the value, the key, the value
    offsets        a slot each: where the piece begins, plus one; 0 where the slot is free
    fingerprints   a slot each: the CRC of the key
"""

from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path
from struct import Struct
from zlib import crc32

from knowledge.compiled.records import mapped

_PIECE = Struct("<HI")
_END = Struct("<QQQ")  # where the slots begin, how many they are, how many pieces there are
_LONGEST_KEY = 0xFFFF  # bytes


def write_table(path: Path, items: Iterable[tuple[bytes, bytes]]) -> int:
    """Write keys, each once, with their values; how many there were. Raises OSError."""
    fingerprints, starts, at = array("I"), array("Q"), 0
    with path.open("wb") as file:
        for key, value in items:
            if len(key) > _LONGEST_KEY:
                continue
            fingerprints.append(crc32(key))
            starts.append(at)
            file.write(_PIECE.pack(len(key), len(value)))
            file.write(key)
            file.write(value)
            at += _PIECE.size + len(key) + len(value)
        slots = 1 << max(3, (len(starts) * 3 // 2).bit_length())
        found, offsets = array("I", bytes(4 * slots)), array("Q", bytes(8 * slots))
        for fingerprint, start in zip(fingerprints, starts, strict=True):
            slot = fingerprint & (slots - 1)
            while offsets[slot]:
                slot = (slot + 1) & (slots - 1)
            found[slot], offsets[slot] = fingerprint, start + 1
        file.write(bytes(-at % 8))
        file.write(offsets.tobytes())
        file.write(found.tobytes())
        file.write(_END.pack(at + -at % 8, slots, len(starts)))
    return len(starts)


class Table:
    """The pieces of a file by their keys."""

    def __init__(self, path: Path) -> None:
        """Raises OSError, and ValueError where it is no such file."""
        self._bytes = mapped(path)
        start, self._slots, self._count = _END.unpack(self._bytes[-_END.size :])
        middle, end = start + 8 * self._slots, len(self._bytes) - _END.size
        if end - middle != 4 * self._slots:
            raise ValueError(f"{path.name} is damaged")
        self._offsets, self._fingerprints = (
            self._bytes[start:middle].cast("Q"),
            self._bytes[middle:end].cast("I"),
        )
        self._mask = self._slots - 1

    def __len__(self) -> int:
        return int(self._count)

    def find(self, key: bytes) -> memoryview | None:
        """The value of a key, None where it has none."""
        fingerprint, mask, offsets = crc32(key), self._mask, self._offsets
        slot = fingerprint & mask
        while start := offsets[slot]:
            if self._fingerprints[slot] == fingerprint:
                size, length = _PIECE.unpack_from(self._bytes, start - 1)
                at = start - 1 + _PIECE.size
                if self._bytes[at : at + size] == key:
                    return self._bytes[at + size : at + size + length]
            slot = (slot + 1) & mask
        return None

    def written(self) -> Iterator[bytes]:
        """Every key, in the order in which they were written."""
        at = 0
        for _ in range(self._count):
            size, length = _PIECE.unpack_from(self._bytes, at)
            at += _PIECE.size
            yield bytes(self._bytes[at : at + size])
            at += size + length
