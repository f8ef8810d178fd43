"""All words that an organization and the tables know, by what they are; made once per organization."""

import re
from functools import cached_property
from typing import Any

from knowledge.actions import Strength
from knowledge.index import Index
from knowledge.organization import Organization
from knowledge.questions.name_table import cut_of, name_table, place_table
from knowledge.questions.phrases import compact, phrases
from knowledge.roles.grades import grades
from knowledge.segmenter import Segmenter
from knowledge.spellings import Spellings
from knowledge.text import bigrams, fold, undamaged
from knowledge.thesaurus import Thesaurus, extended_thesaurus, general_thesaurus

_TEAM = re.compile("[\u4e00-\u9fff]{4}(?:小组|组|团队)(?!长|织|成|建|合)")
_LATIN = re.compile(r"[a-z]{2,}")
_RUN = 3  # characters; a longer word is written where all its runs of three are


class Lexicon:
    """Names, places, words and the index of statements of one organization."""

    def __init__(self, organization: Organization, thesaurus: Thesaurus | None = None) -> None:
        """`thesaurus`: the words that mean the same; by default the general ones and those of the
        organization."""
        self.organization = organization
        rows = organization.words.rows
        self.thesaurus = thesaurus or (extended_thesaurus(rows) if rows else general_thesaurus())
        self.memo: dict[Any, Any] = {}  # what is worked out once per statement, kept by those who work it out
        table = phrases()
        texts = [statement.sought for statement in organization.statements]
        self.segmenter = Segmenter([*texts, *organization.department_names()], self._terms())
        self._written = [compact(undamaged(text)) for text in texts]
        self.index = Index(self._written, self.segmenter.cut)
        self.names = Spellings(name_table(organization))
        self.places = Spellings(place_table(organization))
        self.longest_name = max(
            map(len, [*self.names, *self.places, *table.kinds, *table.filler, *organization.words.every]),
            default=1,
        )
        self.heads = tuple(sorted(self._heads(), key=lambda head: (-len(head), head)))

    def _terms(self) -> set[str]:
        """Words to be cut as one besides those of the dictionary: of the tables, and names of rights
        (退测权)."""
        table = phrases()
        sources = (*table.kinds, *table.filler, *self.thesaurus.words, *self.organization.words.every)
        words = {word for word in sources if not word.isascii()}
        rights = (right for statement in self.organization.statements for right in statement.rights)
        return words | {r.verb for r in rights if r.strength is Strength.EXECUTE and 2 <= len(r.verb) <= 4}

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
        return word in self._english

    def names_begin(self, word: str) -> bool:
        """Whether the name of a role begins with an English first word of posts."""
        return word in self._english_first

    @cached_property
    def _english(self) -> frozenset[str]:
        latin = [name for name in self.names if not name.isalpha() or _LATIN.search(name)]
        return frozenset(word for word in grades().english if any(word in name for name in latin))

    @cached_property
    def _english_first(self) -> frozenset[str]:
        starts = tuple(grades().prefixes)
        latin = [name for name in self.names if name.startswith(starts)]
        return frozenset(word for word in starts if any(name.startswith(word) for name in latin))

    def called(self, role: str) -> tuple[str, ...]:
        """What the company calls a role, and its name, without blanks; nothing where it has no own words."""
        words = self.organization.words.called(role)
        return (compact(role), *map(compact, words)) if words else ()

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the documents, two characters or more, none of them a name."""
        found: set[str] = set()
        for statement in self.organization.statements:
            found.update(w for w in self.segmenter.cut(statement.sought) if len(w) > 1)
        return frozenset(found)

    def without_names(self, text: str) -> str:
        """A compact text with the names of roles and teams (客户开发组) in it blanked; its length stays."""
        kept, start = [], 0
        while start < len(text):
            end = next((end for end, _ in self._role_names.at(text, start)), start)
            team = _TEAM.match(text, start) if end == start else None
            end = team.end() if team else end
            kept.append("\0" * (end - start) or text[start])
            start = max(end, start + 1)
        return "".join(kept)

    @cached_property
    def _role_names(self) -> Spellings[bool]:
        return Spellings({compact(name): True for name in self.organization.roles})

    def writes(self, word: str) -> bool:
        """Whether the documents have a word anywhere, as it is written or as a name."""
        runs = self._short_runs if len(word) < _RUN else self.trigrams
        size = min(len(word), _RUN)
        written = bool(word) and all(word[i : i + size] in runs for i in range(len(word) - size + 1))
        return written or word in self.names

    @cached_property
    def pairs(self) -> frozenset[str]:
        """Every two neighbouring characters of the documents."""
        return frozenset(pair for s in self.organization.statements for pair in bigrams(s.folded))

    @cached_property
    def _short_runs(self) -> frozenset[str]:
        """Every character of the documents, and every two neighbouring ones where blanks are left out."""
        return frozenset(pair for text in self._written for pair in bigrams(text)).union(*self._written)

    @cached_property
    def trigrams(self) -> frozenset[str]:
        """Every three neighbouring characters of the documents, with blanks and without them."""
        texts = {*self._written, *(statement.folded for statement in self.organization.statements)}
        return frozenset(text[i : i + _RUN] for text in texts for i in range(len(text) - _RUN + 1))

    @cached_property
    def latin(self) -> frozenset[str]:
        """Latin words that are no pinyin: of names, documents, tables and the thesaurus."""
        sources = [
            *self.names,
            *self.organization.roles,
            *phrases().kinds,
            *phrases().filler,
            *self.thesaurus.words,
        ]
        sources += [statement.folded for statement in self.organization.statements]
        return frozenset(word for source in sources for word in _LATIN.findall(fold(source)))

    def knows(self, word: str) -> bool:
        """Whether a text is a word of the documents, of the tables or of the thesaurus."""
        return self.segmenter.knows(word) or word in phrases().kinds or bool(self.thesaurus.groups(word))
