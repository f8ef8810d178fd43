"""Numbers for what has no name of its own: 1, 2, 3, … in the order of the changes, whatever the clock
says."""

from dataclasses import dataclass
from typing import ClassVar

from knowledge.store.draft import Draft
from knowledge.store.record import Record


@dataclass(frozen=True, slots=True)
class Counter(Record):
    """The last number given out for a table."""

    TABLE: ClassVar[str] = "counters"
    table: str
    last: int = 0

    @property
    def key(self) -> str:
        """The table."""
        return self.table


def next_number(draft: Draft, kind: type[Record]) -> int:
    """A number that no record of the kind has had."""
    before = draft.get(Counter, kind.TABLE)
    number = (before.last if before else 0) + 1
    draft.put(Counter(kind.TABLE, number))
    return number


def number_key(number: int) -> str:
    """A number as a key."""
    return str(number)
