"""The parts that a question is cut into: patterns with their letters, of which the longest one counts."""

import re
from collections.abc import Iterable, Mapping

from knowledge.questions.alternatives import longest_first
from knowledge.regex import begins_with, regex
from knowledge.tables import load_table, table_digest
from knowledge.workings import WORKINGS

OTHER = "X"  # the letter of a character that begins no part
_Patterns = tuple[tuple[str, re.Pattern[str]], ...]


class Parts:
    """Patterns with their letters. At a place only those are tried that may begin with its character."""

    def __init__(self, sources: Iterable[tuple[str, str]], *made_of: tuple[str, str]) -> None:
        """`sources`: each letter with a pattern, as written; `made_of`: the files, by package and name, that
        they are made from."""
        patterns = [(letter, source, regex(source)) for letter, source in sources]
        digests = " ".join(table_digest(*file) for file in (*made_of, ("knowledge", "regex.py")))
        begins = WORKINGS.recall(f"parts {digests}", lambda: [begins_with(s) for _, s, _ in patterns])
        found: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
        every = frozenset[str]().union(*(begin or () for begin in begins))
        self._anywhere: _Patterns = ()
        for (letter, _, pattern), begin in zip(patterns, begins, strict=True):
            self._anywhere += ((letter, pattern),) if begin is None else ()
            for character in every if begin is None else begin:
                found.setdefault(character, []).append((letter, pattern))
        self._by_first: dict[str, _Patterns] = {character: tuple(of) for character, of in found.items()}

    def make_ready(self) -> None:
        """Compiles every pattern, so that no question waits for one."""
        for patterns in (self._anywhere, *self._by_first.values()):
            for _, pattern in patterns:
                _ = pattern.groups

    def longest(self, text: str, at: int) -> tuple[str, int]:
        """The letter of the longest part at a place, of equal ones the first, and where it ends."""
        best, end = OTHER, at + 1
        longest = 0
        for letter, pattern in self._by_first.get(text[at], self._anywhere):
            found = pattern.match(text, at)
            if found is not None and found.end() - at > longest:
                best, longest, end = letter, found.end() - at, found.end()
        return best, end


def parts_of(file: str) -> Parts:
    """The parts of a table beside this file; its pieces are put in where their names stand in braces, those
    written last first, since they may have others in them."""
    table = load_table(__package__, file)
    found = list[tuple[str, str]]()
    for letter, sources in table["parts"].items():
        for source in sources:
            for name, piece in reversed(table["pieces"].items()):
                source = source.replace(f"{{{name}}}", piece)
            found.append((letter, longest_first(source)))
    return Parts(found, *((__package__, name) for name in (file, "parts.py", "alternatives.py")))


def shown_with(text: str, marks: Mapping[int, tuple[int, str]]) -> tuple[str, list[int]]:
    """A text with one character for each of its names, and where each character stands in it, and its end.
    `marks`: by where a name begins, its end and the character."""
    shown, back, at = "", list[int](), 0
    while at < len(text):
        end, mark = marks.get(at, (at + 1, text[at]))
        shown += mark
        back.append(at)
        at = end
    return shown, [*back, len(text)]
