"""Pieces of bytes by number, in a file that is mapped into memory: nothing is read before it is asked for."""

import mmap
from array import array
from collections.abc import Iterable
from pathlib import Path
from struct import Struct

_END = Struct("<QQ")  # where the offsets begin, and how many pieces there are


def write_records(path: Path, pieces: Iterable[bytes | memoryview]) -> int:
    """Write pieces in order; how many there were. Raises OSError."""
    with RecordsWriter(path) as writer:
        for piece in pieces:
            writer.add(piece)
    return writer.count


class RecordsWriter:
    """A file of pieces that is being written; it can be read when it is closed."""

    def __init__(self, path: Path) -> None:
        """Raises OSError."""
        self.path = path
        self._file = path.open("wb")
        self._offsets, self._at = array("Q", [0]), 0

    @property
    def count(self) -> int:
        """How many pieces there are."""
        return len(self._offsets) - 1

    def add(self, piece: bytes | memoryview) -> None:
        """Write one more. Raises OSError."""
        self._file.write(piece)
        self._at += len(piece)
        self._offsets.append(self._at)

    def close(self) -> None:
        """Write where the pieces are. Raises OSError."""
        if not self._file.closed:
            padding = -self._at % self._offsets.itemsize
            self._file.write(bytes(padding))
            self._file.write(memoryview(self._offsets))
            self._file.write(_END.pack(self._at + padding, self.count))
            self._file.close()

    def __enter__(self) -> "RecordsWriter":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


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
