"""The changes since the last snapshot: a line each, with its checksum, so that half a line is known as
such."""

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from zlib import crc32

from knowledge.store.draft import Change

_CHECKSUM = 8  # hexadecimal digits, and a blank behind them


@dataclass(frozen=True, slots=True)
class Journal:
    """What a journal file holds: the changes in order; `good`: bytes up to the last whole line; `damaged`:
    lines that are no changes although others follow them."""

    changes: tuple[Change, ...]
    good: int
    damaged: int


def read_journal(path: Path) -> Journal:
    """The changes in a file, none where it does not exist. What was cut off at the end was never
    acknowledged. Raises OSError."""
    content = path.read_bytes() if path.exists() else b""
    changes: list[Change] = []
    at = good = bad = damaged = 0
    for line in content.splitlines(keepends=True):
        at += len(line)
        found = _parse(line)
        if found is None:
            bad += 1
        else:
            changes += found
            good, damaged = at, bad
    return Journal(tuple(changes), good, damaged)


def _parse(line: bytes) -> list[Change] | None:
    body = line[_CHECKSUM + 1 :]
    if not line.endswith(b"\n") or line[:_CHECKSUM] != _checksum(body):
        return None
    return [(table, key, value) for table, key, value in json.loads(body)]


def _checksum(body: bytes) -> bytes:
    return b"%08x" % crc32(body)


class JournalWriter:
    """Appends changes to a file. One thread appends at a time; any may wait for what it wrote to last."""

    def __init__(self, path: Path, good: int = 0) -> None:
        """`good`: what of the file stays. Raises OSError."""
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
        os.ftruncate(self._handle, good)
        self.size = good
        self._lasts = 0  # bytes known to have reached the disk
        self._syncing = Lock()
        self._broken = False

    def append(self, changes: Sequence[Change]) -> None:
        """Write changes down as one. Raises OSError, and then has written nothing."""
        if self._broken:
            raise OSError("the journal is broken")
        body = json.dumps(changes, ensure_ascii=False, separators=(",", ":")).encode("utf-8") + b"\n"
        line = _checksum(body) + b" " + body
        try:
            os.lseek(self._handle, self.size, os.SEEK_SET)
            _write(self._handle, line)
        except OSError:
            self._cut()
            raise
        self.size += len(line)

    def _cut(self) -> None:
        """Take back what of a line was written."""
        try:
            os.ftruncate(self._handle, self.size)
        except OSError:
            self._broken = True

    def sync(self, mark: int) -> None:
        """Make what lies before a mark last; several threads that wait share one turn of the disk. Raises
        OSError; what was written since may then be lost, and nothing more is taken."""
        with self._syncing:
            if self._lasts >= mark:
                return
            size = self.size
            try:
                os.fsync(self._handle)
            except OSError:
                self._broken = True
                raise
            self._lasts = size

    def close(self) -> None:
        """Close the file. Raises OSError."""
        with self._syncing:
            os.close(self._handle)
            self._lasts = self.size  # whoever closes it has put its changes elsewhere


def _write(handle: int, content: bytes) -> None:
    while content:
        content = content[os.write(handle, content) :]
