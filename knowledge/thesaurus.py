"""Words of general business Chinese that mean the same, and broader words that cover narrower ones."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from knowledge.tables import load_table
from knowledge.text import fold


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A word of the thesaurus in a text: where it stands and the groups of meaning it belongs to."""

    start: int
    end: int
    word: str
    groups: frozenset[int]


class Thesaurus:
    """Groups of words by number. A group holds words of one meaning; `broader` gives what a narrow word
    falls under."""

    def __init__(self, same: Iterable[Iterable[str]], kinds: Iterable[Iterable[str]]) -> None:
        self._groups: dict[str, set[int]] = {}
        self._broader: dict[int, set[int]] = {}
        number = 0
        for words in same:
            for word in words:
                self._groups.setdefault(fold(word), set()).add(number)
            number += 1
        for broad, *narrow in kinds:
            wide = self._number(broad, number)
            number = max(number, wide + 1)
            for word in narrow:
                tight = self._number(word, number)
                number = max(number, tight + 1)
                self._broader.setdefault(tight, set()).update(self._groups[fold(broad)])
        self._members: dict[int, list[str]] = {}
        for word, groups in self._groups.items():
            for group in groups:
                self._members.setdefault(group, []).append(word)
        self._longest = max(map(len, self._groups), default=0)
        self._starts = frozenset(word[0] for word in self._groups)

    def _number(self, word: str, fresh: int) -> int:
        groups = self._groups.setdefault(fold(word), set())
        if not groups:
            groups.add(fresh)
        return min(groups)

    @property
    def words(self) -> Iterable[str]:
        """Every word of the thesaurus, folded."""
        return self._groups

    def groups(self, word: str) -> frozenset[int]:
        """The groups of a folded word."""
        return frozenset(self._groups.get(word, ()))

    def broader(self, groups: Iterable[int]) -> frozenset[int]:
        """The groups that cover the given ones."""
        return frozenset(wide for group in groups for wide in self._broader.get(group, ()))

    def members(self, groups: Iterable[int]) -> list[str]:
        """The words of the given groups."""
        return [word for group in sorted(groups) for word in self._members.get(group, ())]

    def find(self, folded: str) -> list[Occurrence]:
        """Every occurrence of a word in a folded text, overlapping ones too, by start and then longest
        first."""
        found = []
        for start, character in enumerate(folded):
            if character not in self._starts:
                continue
            for end in range(min(len(folded), start + self._longest), start, -1):
                word = folded[start:end]
                if word in self._groups and _whole(folded, start, end):
                    found.append(Occurrence(start, end, word, frozenset(self._groups[word])))
        return found


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a Latin word is not cut out of a longer one."""
    before = start > 0 and text[start - 1].isascii() and text[start - 1].isalnum() and text[start].isascii()
    after = end < len(text) and text[end].isascii() and text[end].isalnum() and text[end - 1].isascii()
    return not (before or after)


@cache
def thesaurus() -> Thesaurus:
    """The thesaurus that ships with the program."""
    table = load_table("knowledge", "synonyms.toml")
    return Thesaurus(table["same"], table["kinds"])
