"""Names looked up in a text at the cost of the text's length, however many names there are."""

from collections.abc import Iterable

from knowledge.spellings import Spellings


class NameSet:
    """A set of names in folded spelling; of several that fit, the longest."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = frozenset(names) - {""}
        self._forward = Spellings({name: name for name in self.names})
        self._backward = Spellings({name[::-1]: name for name in self.names})

    def __contains__(self, name: str) -> bool:
        return name in self.names

    def beginning(self, text: str, at: int = 0) -> str:
        """The name that stands in a text at a place; empty where none does."""
        return next((name for _, name in self._forward.at(text, at)), "")

    def ending(self, text: str, least: int = 1) -> str:
        """The name of at least so many characters that a text ends with; empty where it ends with none."""
        return next((name for end, name in self._backward.at(text[::-1], 0) if end >= least), "")

    def within(self, text: str) -> tuple[str, ...]:
        """All names that occur in a text, also inside longer ones; longest first, then by spelling."""
        found = {name for at in range(len(text)) for _, name in self._forward.at(text, at)}
        return tuple(sorted(found, key=lambda name: (-len(name), name)))
