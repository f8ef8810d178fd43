"""All words that an organization and the tables know, by what they are; made once per organization."""

from collections.abc import Callable, Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import Any, Protocol

from knowledge.index import Hit, Index
from knowledge.name_index import cut_of
from knowledge.organization import Organization
from knowledge.questions.name_table import name_table, place_table
from knowledge.questions.phrases import compact, phrases
from knowledge.questions.read_text import ReadText, TextParts
from knowledge.questions.text_runs import (
    LATIN,
    RUN,
    latin_of,
    pairs_of,
    searchable,
    short_runs_of,
    trigrams_of,
    words_of,
)
from knowledge.regex import regex
from knowledge.roles.grades import grades
from knowledge.segmenter import Segmenter
from knowledge.spellings import Spellings
from knowledge.text import fold
from knowledge.thesaurus import Thesaurus, extended_thesaurus, general_thesaurus

_TEAM = regex("[\u4e00-\u9fff]{4}(?:小组|组|团队)(?!长|织|成|建|合)")


class SearchIndex(Protocol):
    """Texts that are searched, by number."""

    @property
    def idf(self) -> Callable[[str], float]:
        """How rare a word or bigram is: 0 in every text, 1 in none or one."""

    def search(self, query: str, also: Iterable[str] = (), limit: int = 10) -> list[Hit]:
        """The best `limit` texts for a folded query, best first; `also`: further words."""

    def search_among(
        self, numbers: Collection[int], query: str, also: Iterable[str] = (), limit: int = 10
    ) -> list[Hit]:
        """The best `limit` of the texts of some numbers."""


class Lexicon:
    """Names, places, words and the index of statements of one organization."""

    def __init__(self, organization: Organization, thesaurus: Thesaurus | None = None) -> None:
        """`thesaurus`: the words that mean the same; by default the general ones and those of the
        organization."""
        self.organization = organization
        rows = organization.words.rows
        self.thesaurus = thesaurus or (extended_thesaurus(rows) if rows else general_thesaurus())
        self.worths: tuple[dict[str, Any], ...] = ({}, {})  # of pieces of questions; see Tokenizer
        self.memo: dict[Any, Any] = {}  # what is worked out once per statement, kept by those who work it out

    @cached_property
    def segmenter(self) -> Segmenter:
        """What cuts texts and questions into words."""
        organization = self.organization
        return Segmenter(organization.statements.sought, self._terms(), organization.department_names())

    @cached_property
    def index(self) -> SearchIndex:
        """The statements, each by its number."""
        return Index(self.written, self.segmenter.cut)

    @cached_property
    def written(self) -> Sequence[str]:
        """The statements' texts as they are searched: without blanks and known damage."""
        return list(map(searchable, self.organization.statements.sought))

    @cached_property
    def names(self) -> Spellings[tuple[str, ...]]:
        """Spelling → the roles that it may mean."""
        return Spellings(name_table(self.organization))

    @cached_property
    def places(self) -> Spellings[tuple[str, str]]:
        """Spelling → kind and name of a department, partner and the like."""
        return Spellings(place_table(self.organization))

    @cached_property
    def longest_name(self) -> int:
        """The characters of the longest name, place or phrase."""
        table = phrases()
        own = self.organization.words.every
        return max(map(len, [*self.names, *self.places, *table.kinds, *table.filler, *own]), default=1)

    @cached_property
    def heads(self) -> tuple[str, ...]:
        """Last words of post names, longest first."""
        return tuple(sorted(self._heads(), key=lambda head: (-len(head), head)))

    def heads_in(self, text: str) -> list[str]:
        """The last words of post names that a text has, in the order of `heads`."""
        ranks, lengths = self._head_ranks
        found = {
            text[start : start + length]
            for start, character in enumerate(text)
            if character in lengths
            for length in lengths[character]
        }
        return sorted(found & ranks.keys(), key=ranks.__getitem__)

    @cached_property
    def _head_ranks(self) -> tuple[dict[str, int], dict[str, set[int]]]:
        """The places of last words in their order, and their lengths by their first characters."""
        lengths: dict[str, set[int]] = {}
        for head in self.heads:
            lengths.setdefault(head[0], set()).add(len(head))
        return {head: rank for rank, head in enumerate(self.heads)}, lengths

    def parts_of(self, text: str) -> TextParts:
        """What is told apart in a text that may explain a question; worked out once by those who ask."""
        return ReadText(text, self.segmenter, self.thesaurus, self.without_names)

    def _terms(self) -> set[str]:
        """Words to be cut as one besides those of the dictionary: of the tables, and names of rights
        (退测权)."""
        table = phrases()
        sources = (*table.kinds, *table.filler, *self.thesaurus.words, *self.organization.words.every)
        words = {word for word in sources if not word.isascii()}
        return words | self.organization.statements.coined

    def _heads(self) -> set[str]:
        """Last words of post names: the general ones, and those of the names at hand."""
        heads = {head for head in grades().heads if len(head) > 1}
        for name, starts, last in self.organization.naming.cuts().values():
            if len(name) - last == 1:  # 受权人 of 质量受权人
                last = max((at for at in starts if 0 < at < last), default=last)
            if len(name) - last > 1:
                heads.add(name[last:])
        return heads

    def cut_of(self, name: str) -> tuple[str, frozenset[int], int]:
        """A name with the places where its words start."""
        return cut_of(name)

    def names_have(self, word: str) -> bool:
        """Whether the name of a role has an English last word of posts in it."""
        return word in self.english[0]

    def names_begin(self, word: str) -> bool:
        """Whether the name of a role begins with an English first word of posts."""
        return word in self.english[1]

    @cached_property
    def english(self) -> tuple[frozenset[str], frozenset[str]]:
        """The English last words of posts that are in names, and the first words that names begin with."""
        latin = [name for name in self.names if LATIN.search(name)]
        last = (word for word in grades().english if any(word in name for name in latin))
        first = (word for word in grades().prefixes if any(name.startswith(word) for name in latin))
        return frozenset(last), frozenset(first)

    def called(self, role: str) -> tuple[str, ...]:
        """What the company calls a role, and its name, without blanks; nothing where it has no own words."""
        words = self.organization.words.called(role)
        return (compact(role), *map(compact, words)) if words else ()

    @cached_property
    def words(self) -> AbstractSet[str]:
        """The words of the documents, two characters or more, none of them a name."""
        return words_of(self.organization.statements.sought, self.segmenter.cut)

    def without_names(self, text: str) -> str:
        """A compact text with the names of roles and teams (客户开发组) in it blanked; its length stays."""
        kept, start, begins = [], 0, self.role_names.lengths
        teams = "组" in text or "团队" in text
        may = [text[i : i + 2] in begins or text[i] in begins for i in range(len(text))]
        if not teams and not any(may):
            return text
        while start < len(text):
            end = next((end for end, _ in self.role_names.at(text, start)), start) if may[start] else start
            team = _TEAM.match(text, start) if teams and end == start else None
            end = team.end() if team else end
            kept.append("\0" * (end - start) or text[start])
            start = max(end, start + 1)
        return "".join(kept)

    @cached_property
    def role_names(self) -> Spellings[bool]:
        """The names of roles as texts have them."""
        return Spellings({compact(name): True for name in self.organization.roles})

    def writes(self, word: str) -> bool:
        """Whether the documents have a word anywhere, as it is written or as a name; a long one where all its
        runs of three characters are."""
        runs = self.short_runs if len(word) < RUN else self.trigrams
        size = min(len(word), RUN)
        written = bool(word) and all(word[i : i + size] in runs for i in range(len(word) - size + 1))
        return written or word in self.names

    @cached_property
    def pairs(self) -> AbstractSet[str]:
        """Every two neighbouring characters of the documents."""
        return pairs_of(self.organization.statements.folded)

    @cached_property
    def short_runs(self) -> AbstractSet[str]:
        """Every character of the documents, and every two neighbouring ones where blanks are left out."""
        return short_runs_of(self.written)

    @cached_property
    def trigrams(self) -> AbstractSet[str]:
        """Every three neighbouring characters of the documents, with blanks and without them."""
        return trigrams_of({*self.written, *self.organization.statements.folded})

    @cached_property
    def latin(self) -> AbstractSet[str]:
        """Latin words that are no pinyin: of names, documents, tables and the thesaurus."""
        return self.latin_names() | latin_of(self.organization.statements.folded)

    def latin_names(self) -> set[str]:
        """Those of names, tables and the thesaurus."""
        sources = [
            *self.names,
            *self.organization.roles,
            *phrases().kinds,
            *phrases().filler,
            *self.thesaurus.words,
        ]
        return latin_of([fold("\n".join(sources))])

    def knows(self, word: str) -> bool:
        """Whether a text is a word of the documents, of the tables or of the thesaurus."""
        return (
            self.segmenter.knows(word)
            or word in phrases().kinds
            or bool(self.thesaurus.groups(word) or self.thesaurus.said(word))
        )

    def reach(self, text: str, start: int, most: int) -> int:
        """How far a word may reach that begins at a place of a folded text, `most` at most: of those that
        `knows` knows, of fillers and of words of the documents none with two characters or more ends behind
        it."""
        return most if text[start].isascii() else self.segmenter.reach(text, start, most)
