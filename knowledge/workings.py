"""What takes time to work out and is the same in every run, kept in a file of the user's from run to run:
tables as they are read, patterns and generated functions as they are compiled.

Nothing is kept before it is said where. What is kept are plain values in the form of marshal, which makes
nothing else when it is read; a file that is not the user's own, or that others may write to, is not read.
"""

import marshal
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar
from zlib import crc32

_V = TypeVar("_V")
_MARK = f"rolebot workings 1, Python {sys.version}\n".encode()
_MOST = 6_000_000  # bytes; what earlier versions of the program left is dropped with everything
_CHECK = 4  # bytes


class Workings:
    """Plain values by keys. A key says all that its value is made of."""

    def __init__(self) -> None:
        self._path: Path | None = None
        self._found: dict[str, bytes] = {}
        self._new: dict[str, bytes] = {}

    def keep_in(self, path: Path | None) -> None:
        """Keep them in a file from now on, and use what earlier runs left there; None: no longer."""
        self._path, self._new = path, {}
        self._found = {} if path is None else _read(path)

    def recall(self, key: str, make: Callable[[], _V]) -> _V:
        """The value of a key, made where it is not kept. It is plain: of dicts, lists, tuples, sets, texts,
        bytes, numbers, None, code. Raises ValueError where it is not."""
        written = self._found.get(key)
        if written is not None:
            kept: _V = marshal.loads(written)
            return kept
        made = make()
        if self._path is not None:
            plain: Any = made
            self._new[key] = marshal.dumps(plain)
        return made

    def save(self) -> None:
        """Write what was worked out in this run beside what was kept; where it cannot be, nothing is lost but
        time."""
        if self._path is None or not self._new:
            return
        found = {**_read(self._path), **self._new}  # another run may have written meanwhile
        if sum(map(len, found.values())) > _MOST:
            found = self._new
        with suppress(OSError):
            _write(self._path, found)
        self._found, self._new = found, {}


WORKINGS = Workings()


def is_own(path: Path) -> bool:
    """Whether a file or folder is there, is the user's, and nobody else may write to it."""
    try:
        stat = path.stat()
    except OSError:
        return False
    return not hasattr(os, "getuid") or (stat.st_uid == os.getuid() and not stat.st_mode & 0o022)


def _read(path: Path) -> dict[str, bytes]:
    """What a file holds; nothing where it is missing, damaged, of another version or not the user's."""
    try:
        data = path.read_bytes() if is_own(path) else b""
    except OSError:
        return {}
    start = len(_MARK) + _CHECK
    if data[: len(_MARK)] != _MARK or data[len(_MARK) : start] != _sum(data[start:]):
        return {}
    found: Any = marshal.loads(data[start:])
    return dict(found)


def _write(path: Path, found: dict[str, bytes]) -> None:
    """Whole or not at all. Raises OSError."""
    data = marshal.dumps(found)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}-{os.getpid()}")
    try:
        with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(_MARK + _sum(data) + data)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _sum(data: bytes) -> bytes:
    return crc32(data).to_bytes(_CHECK, "little")
