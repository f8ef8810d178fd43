"""What an organization's own words mean: other names of its roles, departments and partners, and of what its
documents speak of."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from knowledge.text import bare, fold
from knowledge.word_list import Entry

ROLE, MATTER = "role", "matter"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an entry means: its `words` stand for `name`, a role, or a department, partner and the like
    (`kind`), or a word of the documents (`matter`; without a name where they have several of them).
    `known`: nothing new is said.
    """

    kind: str
    name: str
    words: tuple[str, ...]
    known: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """An entry that is not used, and why."""

    entry: Entry
    reason: str


@dataclass(frozen=True)
class CompanyWords:
    """The words of one organization, found to do no harm among the names and words of its documents."""

    entries: tuple[Entry, ...] = ()
    meanings: tuple[Meaning, ...] = ()
    refusals: tuple[Refusal, ...] = ()

    @cached_property
    def roles(self) -> Mapping[str, str]:
        """Bare word → the role that it names."""
        return {bare(word): m.name for m in self.meanings if m.kind == ROLE for word in m.words}

    @cached_property
    def places(self) -> dict[str, tuple[str, str]]:
        """Bare word → kind and name of the department, partner and the like that it names."""
        named = (m for m in self.meanings if m.kind not in (ROLE, MATTER))
        return {bare(word): (m.kind, m.name) for m in named for word in m.words}

    @cached_property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The words that a text may have for each other, without blanks; none is a role's name."""
        rows = ((*([m.name] if m.name else []), *m.words) for m in self.meanings if m.kind != ROLE)
        return tuple(tuple(map(_compact, row)) for row in rows)

    @cached_property
    def full(self) -> Mapping[str, str]:
        """Word → what a question may have for it and mean the same; both folded and without blanks."""
        meant: dict[str, set[str]] = {}
        for meaning in self.meanings:
            for word in map(_compact, meaning.words):
                meant.setdefault(word, set()).add(_compact(meaning.name))
        full = {word: min(names) for word, names in meant.items() if len(names) == 1 and "" not in names}
        for word in full:
            for _ in full:  # a word for a word; one that comes back to itself ends at the last step
                full[word] = full.get(full[word], full[word])
        return {word: name for word, name in full.items() if word != name}

    @cached_property
    def every(self) -> tuple[str, ...]:
        """Every word, folded and without blanks."""
        return tuple(dict.fromkeys(_compact(word) for meaning in self.meanings for word in meaning.words))

    def called(self, name: str) -> tuple[str, ...]:
        """The other words for a role, department or partner."""
        return self._called.get(name, ())

    @cached_property
    def _called(self) -> Mapping[str, tuple[str, ...]]:
        called: dict[str, tuple[str, ...]] = {}
        for meaning in self.meanings:
            if meaning.kind != MATTER:
                called[meaning.name] = (*called.get(meaning.name, ()), *meaning.words)
        return called


def _compact(text: str) -> str:
    return "".join(fold(text).split())


NO_WORDS = CompanyWords()
