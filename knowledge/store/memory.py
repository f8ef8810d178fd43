"""The store that keeps nothing beyond the process: for tests, for trying out, and under the embedded one."""

from collections.abc import Callable, Iterable
from itertools import islice
from threading import RLock

from knowledge.errors import StoreError
from knowledge.store.draft import Change, Draft
from knowledge.store.record import Row, Value
from knowledge.store.store import Store, T


class MemoryStore(Store):
    """Tables as dictionaries, in the order in which their rows were put."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, dict[str, Value]] = {}
        self._files: dict[str, bytes] = {}
        self._lock = RLock()

    def change(self, work: Callable[[Draft], T], *, lasting: bool = True) -> T:
        """Make a change, whole or not at all."""
        with self._lock:
            draft = Draft(self.read, self.scan, self.files)
            result = work(draft)
            draft.settle()
            changes = [*self._changes(draft)]
            settle = self._write(changes, draft.files)
            self._apply(changes)
            self._drop_files(draft.kept_files)
        if lasting:
            settle()
        self._tell(draft.told())
        return result

    def read(self, table: str, key: str) -> Value | None:
        """The row of a table and key."""
        return self._rows.get(table, {}).get(key)

    def scan(self, table: str) -> list[Row]:
        """The rows of a table, the one put longest ago first."""
        with self._lock:
            return list(self._rows.get(table, {}).items())

    def tables(self) -> list[str]:
        """The tables that hold something."""
        return sorted(name for name, rows in self._rows.items() if rows)

    def files(self, digests: Iterable[str]) -> dict[str, bytes]:
        """The files of some digests."""
        try:
            return {digest: self._files[digest] for digest in digests}
        except KeyError as error:
            raise StoreError(f"存储里缺少文件 {error.args[0]}。") from error

    def digests(self) -> frozenset[str]:
        """The digests of every file."""
        return frozenset(self._files)

    def close(self) -> None:
        """Let go of the store."""

    def _changes(self, draft: Draft) -> Iterable[Change]:
        """What a draft changes, and what must go because its table is full."""
        for (table, key), value in draft.changes.items():
            yield table, key, value
        for table, kind in draft.kinds.items():
            rows = self._rows.get(table, {})
            touched = {key: value for (name, key), value in draft.changes.items() if name == table}
            grown = sum((value is not None) - (key in rows) for key, value in touched.items())
            surplus = max(len(rows) + grown - kind.MOST, 0) if kind.MOST else 0
            oldest = islice((key for key in rows if key not in touched), surplus)
            yield from ((table, key, None) for key in oldest)

    def _apply(self, changes: Iterable[Change]) -> None:
        for table, key, value in changes:
            rows = self._rows.setdefault(table, {})
            rows.pop(key, None)
            if value is not None:
                rows[key] = value

    def _write(self, changes: list[Change], files: dict[str, bytes]) -> Callable[[], None]:
        """Write down what is about to be changed; the result makes it last."""
        self._files |= files
        return _nothing

    def _drop_files(self, kept: frozenset[str] | None) -> None:
        """Drop every file but these, where some are said to be kept."""
        if kept is not None:
            self._files = {digest: content for digest, content in self._files.items() if digest in kept}


def _nothing() -> None:
    """Memory does not last."""
