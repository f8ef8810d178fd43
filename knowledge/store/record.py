"""A record: what the store keeps one of under a key."""

import hashlib
from dataclasses import dataclass
from typing import Any, ClassVar, Self, TypeVar

from knowledge.errors import StoreError
from knowledge.store.packing import clean, pack, unpack

Value = dict[str, Any]  # a record as JSON
Row = tuple[str, Value]  # its key and itself
_LONGEST_KEY = 200  # characters


@dataclass(frozen=True, slots=True)
class Record:
    """Base of everything that is kept.

    `TABLE`: the table it lies in, a word of a-z and _. `MOST`: how many the table holds before those put
    longest ago are dropped; 0: no end. `TOLD`: whether those who watch the store hear of a change.
    """

    TABLE: ClassVar[str]
    MOST: ClassVar[int] = 0
    TOLD: ClassVar[bool] = False

    @property
    def key(self) -> str:
        """What it is found by; another record of this key replaces it."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Tally(Record):
    """A record that is only counted up, never put: it need not last before it is acknowledged."""

    def plus(self, later: Self) -> Self:
        """What is kept when `later`, of the same key, is counted on top of it."""
        raise NotImplementedError


R = TypeVar("R", bound=Record)


def row(record: Record) -> Row:
    """A record as a store keeps it."""
    return row_key(record.key), pack(record)


def row_key(key: str) -> str:
    """A key as a store keeps it; a long one by its digest."""
    cleaned = clean(key)
    return cleaned if len(cleaned) <= _LONGEST_KEY else hashlib.sha256(cleaned.encode()).hexdigest()


def record(kind: type[R], value: Value) -> R:
    """The record that a store kept. Raises StoreError where it is none of that kind."""
    try:
        return unpack(kind, value)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise StoreError(
            f"存储里“{kind.TABLE}”的一条记录读不懂({error})。它可能是更新的版本写的,请升级程序后再试。"
        ) from error
