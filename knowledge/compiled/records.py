"""Pieces of bytes by number, in a file that is mapped into memory: nothing is read before it is asked for."""

import mmap
from array import array
from collections.abc import Iterable
from pathlib import Path
from struct import Struct

_END = Struct("<QQ")  # where the offsets begin, and how many pieces there are


def write_records(path: Path, pieces: Iterable[bytes]) -> int:
    """Write pieces in order; how many there were. Raises OSError."""
    offsets, at = array("Q", [0]), 0
    with path.open("wb") as file:
        for piece in pieces:
            file.write(piece)
            at += len(piece)
            offsets.append(at)
        file.write(bytes(-at % offsets.itemsize))
        file.write(offsets.tobytes())
        file.write(_END.pack(at + -at % offsets.itemsize, len(offsets) - 1))
    return len(offsets) - 1


class Records:
    """The pieces of a file by their numbers, from 0."""

    def __init__(self, path: Path) -> None:
        """Raises OSError, and ValueError where it is no such file."""
        self._bytes = mapped(path)
        start, self._count = _END.unpack(self._bytes[-_END.size :])
        self._offsets = self._bytes[start : -_END.size].cast("Q")
        if len(self._offsets) != self._count + 1:
            raise ValueError(f"{path.name} is damaged")

    def __len__(self) -> int:
        return int(self._count)

    def __getitem__(self, number: int) -> memoryview:
        if not 0 <= number < self._count:
            raise IndexError(number)
        return self._bytes[self._offsets[number] : self._offsets[number + 1]]


def mapped(path: Path) -> memoryview:
    """A file as memory. Raises OSError, and ValueError where it is empty."""
    with path.open("rb") as file:
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
