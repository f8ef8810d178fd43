"""Mappings, sets and sequences whose parts are read when they are asked for; the latest stay in memory."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Any, Generic, TypeVar, overload

from knowledge.compiled.records import Records
from knowledge.compiled.table import Table

_V = TypeVar("_V")
_Read = Callable[[memoryview], _V]
_REMEMBERED = 4_000  # values of each mapping or sequence


class KeptMapping(Mapping[str, _V], Generic[_V]):
    """A table of values by text."""

    def __init__(self, table: Table, read: _Read[_V], remembered: int = _REMEMBERED) -> None:
        self._table, self._read = table, read
        self._found = lru_cache(maxsize=remembered)(self._find)

    def _find(self, key: str) -> _V | None:
        found = self._table.find(key.encode("utf-8", "surrogatepass"))
        return None if found is None else self._read(found)

    def __getitem__(self, key: str) -> _V:
        found = self._found(key)
        if found is None:
            raise KeyError(key)
        return found

    def get(self, key: str, default: Any = None) -> Any:
        """The value of a key, else the default."""
        found = self._found(key)
        return default if found is None else found

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self._table.find(key.encode("utf-8", "surrogatepass")) is not None

    def __iter__(self) -> Iterator[str]:
        return (key.decode("utf-8", "surrogatepass") for key in self._table.written())

    def __len__(self) -> int:
        return len(self._table)


class KeptSet(AbstractSet[str]):
    """A set of texts."""

    def __init__(self, table: Table, longest: int) -> None:
        """`longest`: characters of the longest text."""
        self._table, self._longest = table, longest

    def __contains__(self, text: object) -> bool:
        if not isinstance(text, str) or len(text) > self._longest:
            return False
        return self._table.find(text.encode("utf-8", "surrogatepass")) is not None

    def __iter__(self) -> Iterator[str]:
        return (key.decode("utf-8", "surrogatepass") for key in self._table.written())

    def __len__(self) -> int:
        return len(self._table)


class KeptSequence(Sequence[_V], Generic[_V]):
    """Values by number."""

    def __init__(self, records: Records, read: _Read[_V], remembered: int = _REMEMBERED) -> None:
        self.records = records
        self._fresh: Callable[[int], _V] = lambda number: read(records[number])
        self._at = lru_cache(maxsize=remembered)(self._fresh) if remembered else self._fresh

    @overload
    def __getitem__(self, number: int) -> _V: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[_V]: ...
    def __getitem__(self, number: int | slice) -> _V | Sequence[_V]:
        if isinstance(number, slice):
            return [self[i] for i in range(*number.indices(len(self)))]
        return self._at(number if number >= 0 else len(self) + number)

    def __iter__(self) -> Iterator[_V]:
        return map(self._fresh, range(len(self)))  # a pass over all of them pushes nothing out of memory

    def __len__(self) -> int:
        return len(self.records)
