"""The port: what every store can do."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self, TypeVar

from knowledge.store.draft import Draft
from knowledge.store.record import R, Row, Value, record, row_key

T = TypeVar("T")
Told = Callable[[frozenset[str]], None]


class Store(ABC):
    """Keeps records by table and key, and files by digest. May be used by several threads.

    `shared`: whether other processes may change it at the same time. `notices`: Chinese sentences about what
    was found damaged when it was opened. Every method raises StoreError where it cannot do its work.
    """

    shared = False

    def __init__(self) -> None:
        self.notices: list[str] = []
        self._watchers: list[Told] = []

    def get(self, kind: type[R], key: str) -> R | None:
        """The record of a key."""
        value = self.read(kind.TABLE, row_key(key))
        return None if value is None else record(kind, value)

    def all(self, kind: type[R]) -> list[R]:
        """Every record of a kind, the one put longest ago first."""
        return [record(kind, value) for _, value in self.scan(kind.TABLE)]

    @abstractmethod
    def change(self, work: Callable[[Draft], T], *, lasting: bool = True) -> T:
        """Make a change, whole or not at all; what `work` returns.

        `work` only reads and writes the draft, since it may be run again. When this returns, the change
        survives the death of the process, and where `lasting` that of the machine. Only what it counts
        (`Draft.count`) a store may write down up to a second later, so a process that dies may lose a second
        of counts; every read of this store sees them already, other instances when they are written.
        """

    @abstractmethod
    def read(self, table: str, key: str) -> Value | None:
        """The row of a table and key."""

    @abstractmethod
    def scan(self, table: str) -> list[Row]:
        """The rows of a table, the one put longest ago first."""

    @abstractmethod
    def tables(self) -> list[str]:
        """The tables that hold something, in order of name."""

    @abstractmethod
    def files(self, digests: Iterable[str]) -> dict[str, bytes]:
        """The files of some digests. Raises StoreError where one is missing or damaged."""

    @abstractmethod
    def digests(self) -> frozenset[str]:
        """The digests of every file."""

    @abstractmethod
    def close(self) -> None:
        """Let go of the store. What was changed lasts already; counts that wait are written down."""

    @contextmanager
    def watching(self, told: Told) -> Iterator[None]:
        """While this lasts, `told` hears which tables changed, of those whose kinds are TOLD; it may be
        called in another thread, and once too often."""
        self._watchers.append(told)
        try:
            yield
        finally:
            self._watchers.remove(told)

    def _tell(self, tables: frozenset[str]) -> None:
        for told in list(self._watchers) if tables else ():
            told(tables)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
