"""The stored index of statements, searched as the one in memory is."""

from collections.abc import Callable, Collection, Iterable
from functools import lru_cache
from pathlib import Path

from knowledge.index import Hit
from knowledge.index.stored import REACH, StoredIndex, Unusable, open_index

_FEW = 50_000  # texts; among these even the far ones are worth having
_ALL = 2.0  # further than any text is
_SEARCHES = 32  # remembered; one question asks for the same twice
_RARITIES = 10_000  # words whose rarity is remembered


class Search:
    """An open index; of very many texts only those near the best one are found."""

    def __init__(self, index: StoredIndex) -> None:
        self._index = index
        self._reach = _ALL if index.count <= _FEW else REACH
        self._search = lru_cache(maxsize=_SEARCHES)(
            self._searched
        )  # one question searches for the same twice
        self.idf: Callable[[str], float] = lru_cache(maxsize=_RARITIES)(index.idf)

    def search(self, query: str, also: Iterable[str] = (), limit: int = 10) -> list[Hit]:
        """The best `limit` texts for a folded query, best first; `also`: further words."""
        return [*self._search(query, tuple(also), limit)]

    def _searched(self, query: str, also: tuple[str, ...], limit: int) -> tuple[Hit, ...]:
        return tuple(self._index.search(query, also, limit, self._reach))

    def search_among(
        self, numbers: Collection[int], query: str, also: Iterable[str] = (), limit: int = 10
    ) -> list[Hit]:
        """The best `limit` of the texts of some numbers."""
        return self._index.search_among(numbers, query, also, limit)


def open_search(folder: Path, cut: Callable[[str], list[str]]) -> Search:
    """The index in a folder. Raises OSError where it cannot be used."""
    opened = open_index(folder, cut)
    if isinstance(opened, Unusable):
        raise OSError(f"{folder}: {opened}")
    return Search(opened)
