"""Names looked up in a text at the cost of the text's length, however many names there are."""

from collections.abc import Iterable, Iterator


class NameSet:
    """A set of names in folded spelling; of several that fit, the longest."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = frozenset(names) - {""}
        self._lengths = sorted({len(name) for name in self.names}, reverse=True)

    def __contains__(self, name: str) -> bool:
        return name in self.names

    def beginning(self, text: str, at: int = 0) -> str:
        """The name that stands in a text at a place; empty where none does."""
        return next(self._from(text, at), "")

    def ending(self, text: str, least: int = 1) -> str:
        """The name of at least so many characters that a text ends with; empty where it ends with none."""
        fitting = (text[-n:] for n in self._lengths if least <= n <= len(text))
        return next((name for name in fitting if name in self.names), "")

    def within(self, text: str) -> tuple[str, ...]:
        """All names that occur in a text, also inside longer ones; longest first, then by spelling."""
        found = {name for at in range(len(text)) for name in self._from(text, at)}
        return tuple(sorted(found, key=lambda name: (-len(name), name)))

    def _from(self, text: str, at: int) -> Iterator[str]:
        """The names that stand at a place, longest first."""
        for length in self._lengths:
            if at + length <= len(text) and text[at : at + length] in self.names:
                yield text[at : at + length]
