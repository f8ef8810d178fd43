"""Words of general business Chinese that mean the same, and broader words that cover narrower ones."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain
from typing import Any

from knowledge.spellings import lengths_of
from knowledge.tables import load_table, table_digest
from knowledge.workings import WORKINGS

_TABLES = (
    *("general", "people", "finance", "office", "supply", "plant", "safety", "sales", "technology", "law"),
    *("education", "health", "hospitality", "public", "construction", "sectors", "spoken"),
    *("spoken_people", "spoken_money", "spoken_supply", "spoken_plant", "spoken_office"),
    *("spoken_customers", "spoken_law", "spoken_trades"),
    *("everyday_service", "everyday_works", "everyday_office"),
)  # by field; synonyms/general.toml says what their rows are
_NONE: frozenset[int] = frozenset()
_TWO_WORDS = 4  # characters
_INQUIRING = ("哪", "几", "啥", "咋", "多少", "怎么", "什么", "多长", "多远")
_KEPT = ("_groups", "_broader", "_spaced", "_acts", "_said", "_lengths", "_reach", "_members", "inquiring")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A word of the thesaurus in a text: where it stands and the groups of meaning it belongs to."""

    start: int
    end: int
    word: str
    groups: frozenset[int]

    def holds(self, other: "Occurrence") -> bool:
        """Whether another occurrence is a part of this longer one."""
        return self.start <= other.start and other.end <= self.end and len(self.word) > len(other.word)


class Thesaurus:
    """Groups of words by number. A group holds words of one meaning; `broader` gives what a narrow word
    falls under."""

    def __init__(
        self,
        same: Iterable[Sequence[str]],
        kinds: Iterable[Sequence[str]],
        own: Iterable[Sequence[str]] = (),
        acts: Iterable[Sequence[str]] = (),
        things: Iterable[Sequence[str]] = (),
    ) -> None:
        """`same`, `kinds`, `acts`, `things`: the rows of the tables, of folded words; `own`: rows of folded
        words that an organization has added, in which each word also means what the tables say of the others,
        but nothing beyond its row."""
        self._groups: dict[str, frozenset[int]] = {}
        self._broader: dict[int, set[int]] = {}
        self._spaced: list[str] = []
        number, groups = 0, self._groups
        for words in same:
            alone = frozenset((number,))
            for written in words:
                word = self._key(written) if " " in written else written
                known = groups.get(word)
                groups[word] = alone if known is None else known | alone
            number += 1
        for broad, *narrow in kinds:
            wide = self._number(broad, number)
            number = max(number, wide + 1)
            for word in narrow:
                tight = self._number(word, number)
                number = max(number, tight + 1)
                self._broader.setdefault(tight, set()).update(self._groups[self._key(broad)])
        self._acts = {self._key(row[0]): tuple(map(self._key, row[1:])) for row in acts}
        self._said = self._acts | {self._key(row[0]): tuple(map(self._key, row[1:])) for row in things}
        # words that are said with a question word in them (住哪儿), and ask for nothing beside 谁
        self.inquiring = frozenset(w for w in self._said if any(mark in w for mark in _INQUIRING))
        if own := [*own]:
            general = dict(self._groups)
            for row in own:
                every = frozenset((number,)).union(*(general.get(word, _NONE) for word in row))
                self._groups |= {word: self.groups(word) | every for word in row}
                number += 1
        self._lengths = lengths_of(self._groups)
        self._reach: dict[str, int] = {}
        for start, lengths in self._lengths.items():
            self._reach[start[0]] = max(self._reach.get(start[0], 0), lengths[0])
        self._begin()

    def _begin(self) -> None:
        self._last: tuple[str, list[Occurrence]] = "", []  # what was found last, which is asked for twice
        self._expansions: dict[frozenset[int], tuple[str, ...]] = {}
        self._parts: dict[frozenset[int], tuple[tuple[str, str], ...]] = {}

    def written(self) -> dict[str, Any]:
        """All that it knows, as plain values."""
        return {name: getattr(self, name) for name in _KEPT}

    @classmethod
    def of(cls, written: dict[str, Any]) -> "Thesaurus":
        """One that was `written`."""
        made = cls.__new__(cls)
        vars(made).update(written)
        made._begin()
        return made

    @cached_property
    def _members(self) -> dict[int, list[str]]:
        """The words of each group."""
        members: dict[int, list[str]] = {}
        for word, known in self._groups.items():
            for group in known:
                members.setdefault(group, []).append(word)
        return members

    def _key(self, word: str) -> str:
        """A word as questions are compared, without blanks; the word as it is written is kept too."""
        if " " not in word:
            return word
        self._spaced.append(word)
        return word.replace(" ", "")

    def _number(self, word: str, fresh: int) -> int:
        return min(self._groups.setdefault(self._key(word), frozenset((fresh,))))

    @property
    def words(self) -> Iterable[str]:
        """Every word of the thesaurus, folded; several English words also with their blanks; of what is
        written for spoken words none that is two words (赔偿方案)."""
        written = (w for words in self._said.values() for w in words if len(w) < _TWO_WORDS or w.isascii())
        said = chain(self._said, written)
        return chain(self._groups, self._spaced, (word for word in said if len(word) > 1))

    def groups(self, word: str) -> frozenset[int]:
        """The groups of a folded word."""
        return self._groups.get(word, _NONE)

    def reach(self, first: str) -> int:
        """The length of the longest word that begins with a character."""
        return self._reach.get(first, 0)

    def said(self, word: str) -> tuple[str, ...]:
        """What documents write for a folded word that is only asked with."""
        return self._said.get(word, ())

    def is_act(self, word: str) -> bool:
        """Whether a folded word that is said is a verb, and asks for nothing without an object."""
        return word in self._acts

    def broader(self, groups: Iterable[int]) -> frozenset[int]:
        """The groups that cover the given ones."""
        return frozenset(wide for group in groups for wide in self._broader.get(group, ()))

    def members(self, groups: Iterable[int]) -> list[str]:
        """The words of the given groups."""
        return [word for group in sorted(groups) for word in self._members.get(group, ())]

    def expansions(self, groups: frozenset[int]) -> tuple[str, ...]:
        """The words of the given groups and of those that cover them."""
        known = self._expansions.get(groups)
        if known is None:
            known = self._expansions[groups] = tuple(self.members(groups | self.broader(groups)))
        return known

    def parts(self, groups: frozenset[int]) -> tuple[tuple[str, str], ...]:
        """The words of four characters among the given groups as their two words: 督促…回款 for 催款."""
        known = self._parts.get(groups)
        if known is None:
            words = (w for w in self.members(groups) if len(w) == 4 and not w.isascii())
            known = self._parts[groups] = tuple((w[:2], w[2:]) for w in words)
        return known

    def find(self, folded: str) -> list[Occurrence]:
        """Every occurrence of a word in a folded text without blanks, overlapping ones too, by start and then
        longest first; but no single character that is part of a longer word (招 in 招标)."""
        last, known = self._last
        if last != folded:
            known = self._find(folded)
            self._last = folded, known
        return known

    def _find(self, folded: str) -> list[Occurrence]:
        found, covered = [], 0
        groups, lengths, room = self._groups, self._lengths, len(folded)
        for start, character in enumerate(folded):
            longer = lengths.get(folded[start : start + 2], ()) if start + 1 < room else ()
            for size in (*longer, 1) if character in lengths else longer:
                end = start + size
                known = groups.get(folded[start:end]) if end <= room else None
                if known is None:
                    continue
                if (character.isascii() or folded[end - 1].isascii()) and not _whole(folded, start, end):
                    continue
                if size > 1:
                    covered = max(covered, end)
                elif start < covered:
                    continue
                found.append(Occurrence(start, end, folded[start:end], known))
        return found


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a Latin word is not cut out of a longer one."""
    before = start > 0 and text[start - 1].isascii() and text[start - 1].isalnum() and text[start].isascii()
    after = end < len(text) and text[end].isascii() and text[end].isalnum() and text[end - 1].isascii()
    return not (before or after)


@cache
def table_rows() -> dict[str, list[list[str]]]:
    """The rows of all tables by what they are: words of one meaning (`same`); a broad word with the narrow
    ones (`kinds`); a verb (`acts`) and a noun (`things`) that is said with what is written for it."""
    tables = [load_table("knowledge", f"synonyms/{name}.toml") for name in _TABLES]
    return {
        key: [row.replace(mark, "、").split("、") for table in tables for row in table.get(key, ())]
        for key, mark in (("same", "、"), ("kinds", " > "), ("acts", " = "), ("things", " = "))
    }


@cache
def general_thesaurus() -> Thesaurus:
    """The thesaurus that ships with the program; that of an organization is its lexicon's."""
    made_of = (*(f"synonyms/{name}.toml" for name in _TABLES), "thesaurus.py")
    tables = " ".join(table_digest("knowledge", name) for name in made_of)
    return Thesaurus.of(WORKINGS.recall(f"thesaurus {tables}", lambda: extended_thesaurus(()).written()))


def extended_thesaurus(own: Iterable[Sequence[str]]) -> Thesaurus:
    """That thesaurus with the rows of an organization."""
    return Thesaurus(**table_rows(), own=own)
