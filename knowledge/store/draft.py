"""A change being made: what it puts and removes, over what the store holds. Nothing lasts before it ends."""

import hashlib
from collections.abc import Callable, Iterable
from typing import Protocol

from knowledge.store.record import R, Record, Row, Tally, Value, record, row, row_key

Change = tuple[str, str, Value | None]  # a table, a key, and what lies there from now on


class View(Protocol):
    """What can be read: a store, or a draft of a change to it."""

    def get(self, kind: type[R], key: str) -> R | None:
        """The record of a key."""
        ...

    def all(self, kind: type[R]) -> list[R]:
        """Every record of a kind, the one put longest ago first."""
        ...


class Draft:
    """A change as seen from inside: it reads what it has written itself; what it counts is seen after it."""

    def __init__(
        self,
        read: Callable[[str, str], Value | None],
        scan: Callable[[str], list[Row]],
        stored_files: Callable[[Iterable[str]], dict[str, bytes]],
    ) -> None:
        """`read`: the row of a table and key, held for this change alone until it ends; `scan`: a table."""
        self._stored_files = stored_files
        self._read = read
        self._scan = scan
        self.changes: dict[tuple[str, str], Value | None] = {}
        self.kinds: dict[str, type[Record]] = {}
        self.tallies: list[Tally] = []
        self.files: dict[str, bytes] = {}
        self.kept_files: frozenset[str] | None = None

    def get(self, kind: type[R], key: str) -> R | None:
        """The record of a key; nobody else changes it before this change ends."""
        place = kind.TABLE, row_key(key)
        value = self.changes[place] if place in self.changes else self._read(*place)
        return None if value is None else record(kind, value)

    def all(self, kind: type[R]) -> list[R]:
        """Every record of a kind, the one put longest ago first. Others may change them meanwhile."""
        return [record(kind, value) for value in self.values(kind)]

    def values(self, kind: type[Record]) -> list[Value]:
        """The records of a kind as the store keeps them; for a look at many, of which few are wanted."""
        rows = dict(self._scan(kind.TABLE))
        for (table, key), value in self.changes.items():
            if table == kind.TABLE:
                rows.pop(key, None)
                if value is not None:
                    rows[key] = value
        return list(rows.values())

    def put(self, kept: Record) -> None:
        """Keep a record in place of the one of its key."""
        key, value = row(kept)
        self._note(type(kept), key, value)

    def put_row(self, table: str, key: str, value: Value) -> None:
        """Keep a row as another store kept it."""
        self.changes[table, key] = value

    def count(self, tally: Tally) -> None:
        """Count on top of what is kept under a key, once the change is made. It may be lost where the process
        dies within a second of that."""
        self.tallies.append(tally)

    def settle(self) -> None:
        """Put what was counted; for stores."""
        for tally in self.tallies:
            before = self.get(type(tally), tally.key)
            self.put(before.plus(tally) if before else tally)
        self.tallies.clear()

    def remove(self, kind: type[Record], key: str) -> None:
        """Keep no record of this key."""
        self._note(kind, row_key(key), None)

    def _note(self, kind: type[Record], key: str, value: Value | None) -> None:
        self.changes.pop((kind.TABLE, key), None)  # what is put last lies last
        self.changes[kind.TABLE, key] = value
        self.kinds[kind.TABLE] = kind

    def file(self, digest: str) -> bytes:
        """The bytes of a file. Raises StoreError where there is none."""
        if digest in self.files:
            return self.files[digest]
        return self._stored_files([digest])[digest]

    def put_file(self, content: bytes) -> str:
        """Keep the bytes of a file; the digest by which they are found."""
        digest = hashlib.sha256(content).hexdigest()
        self.files[digest] = content
        return digest

    def keep_files(self, digests: frozenset[str]) -> None:
        """Drop every file but these when the change has been made."""
        self.kept_files = digests

    def told(self) -> frozenset[str]:
        """The tables changed whose watchers hear of it."""
        return frozenset(name for name, kind in self.kinds.items() if kind.TOLD)
