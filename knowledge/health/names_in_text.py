"""Names of roles found in a text by look-up, so that the number of names costs nothing."""

from collections.abc import Iterable, Iterator

from knowledge.roles.grades import grades
from knowledge.text import fold

_SHORTEST = 3  # characters; a shorter name is an ordinary word as well


class NamesInText:
    """Finds whole names in folded texts."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = {fold(name): name for name in names if len(name) >= _SHORTEST}
        self._lengths = sorted({len(name) for name in self._names}, reverse=True)
        self._grades = tuple(g for g in grades().before if not g.isascii())
        self._after = tuple(g for g in grades().after if not g.isascii())

    def find(self, folded: str) -> Iterator[str]:
        """The names in a text, in order, the longest of those that begin at one place; 副X is another one."""
        at = 0
        while at < len(folded):
            found = next((n for n in self._lengths if folded[at : at + n] in self._names), 0)
            if found and self._is_whole(folded, at, at + found):
                yield self._names[folded[at : at + found]]
            at += found or 1

    def _is_whole(self, folded: str, start: int, end: int) -> bool:
        return not folded[:start].endswith(self._grades) and not folded.startswith(self._after, end)
