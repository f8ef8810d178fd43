"""Names by their spellings, found in a text without trying every length at every place."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, TypeVar

_V = TypeVar("_V")
_START = 2  # characters by which spellings are told apart


class Spellings(Mapping[str, _V], Generic[_V]):
    """A mapping of spellings that also says what begins at a place of a text."""

    def __init__(self, table: Mapping[str, _V], lengths: Mapping[str, tuple[int, ...]] | None = None) -> None:
        """`lengths`: of the spellings that have a beginning in common, longest first; see `lengths_of`."""
        self._table = table
        self.lengths = lengths_of(table) if lengths is None else lengths

    def __getitem__(self, spelling: str) -> _V:
        return self._table[spelling]

    def __iter__(self) -> Iterator[str]:
        return iter(self._table)

    def __len__(self) -> int:
        return len(self._table)

    def __contains__(self, spelling: object) -> bool:
        return spelling in self._table

    def at(self, text: str, start: int) -> Iterator[tuple[int, _V]]:
        """Where each spelling that stands at a place of a text ends, and what it is of; longest first."""
        room = len(text) - start
        for begin in (text[start : start + _START], text[start : start + 1]):
            for length in self.lengths.get(begin, ()):
                if length <= room:
                    found = self._table.get(text[start : start + length])
                    if found is not None:
                        yield start + length, found
            if room < _START:
                break

    def starts(self, text: str) -> list[int]:
        """The places of a text where a spelling may begin."""
        lengths = self.lengths
        return [i for i, c in enumerate(text) if text[i : i + _START] in lengths or c in lengths]

    def longest(self, text: str, start: int, most: int) -> int:
        """Where the longest spelling ends that stands at a place of a text, not behind `most`; 0 where none
        does."""
        lengths, table = self.lengths, self._table
        for begin in (text[start : start + _START], text[start : start + 1]):
            for length in lengths.get(begin, ()):
                if start + length <= most and table.get(text[start : start + length]) is not None:
                    return start + length
        return 0


def lengths_of(spellings: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """The lengths of spellings by their first two characters; a single character is its own beginning."""
    found: dict[str, set[int]] = {}
    for spelling in spellings:
        found.setdefault(spelling[:_START], set()).add(len(spelling))
    return {start: tuple(sorted(lengths, reverse=True)) for start, lengths in found.items()}
