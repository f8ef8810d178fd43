"""A text of the documents that may explain words of a question: its words, its groups of meaning."""

from collections.abc import Callable
from functools import cached_property
from typing import Protocol

from knowledge.questions.borders import Borders
from knowledge.regex import regex
from knowledge.segmenter import Segmenter
from knowledge.thesaurus import Thesaurus

_IN_BODY = regex("部(?!门|分|署|下|属|件)")  # 财务 in 财务部 is no matter of a line


class TextParts(Protocol):
    """What is told apart in a text."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words in order."""

    @property
    def apart(self) -> str:
        """The text with the names of roles and teams in it blanked."""

    @property
    def meanings(self) -> tuple[frozenset[int], frozenset[int]]:
        """The groups of meaning of its words; those of them that cover narrower words."""


class ReadText:
    """One text without blanks and damage; each part is worked out when it is asked for."""

    def __init__(
        self, text: str, segmenter: Segmenter, thesaurus: Thesaurus, without_names: Callable[[str], str]
    ) -> None:
        self._text, self._without_names = text, without_names
        self._segmenter, self._thesaurus = segmenter, thesaurus

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words in order."""
        return tuple(self._segmenter.cut(self._text))

    @cached_property
    def apart(self) -> str:
        """The text with the names of roles and teams in it blanked."""
        return self._without_names(self._text)

    @cached_property
    def meanings(self) -> tuple[frozenset[int], frozenset[int]]:
        """The groups of meaning of its words; those of them that cover narrower words: none of a word that a
        longer one narrows (合同 in 劳动合同), or 采购合同 would be met."""
        thesaurus, borders = self._thesaurus, Borders(self.words)
        found = [
            o
            for o in thesaurus.find(self._text)
            if not borders.torn(o.start, o.end) and not _IN_BODY.match(self._text, o.end)
        ]
        narrow = [(o, wide) for o in found if (wide := thesaurus.broader(o.groups))]
        covering = frozenset(
            group
            for o in found
            for group in o.groups
            if not any(group in wide and longer.holds(o) for longer, wide in narrow)
        )
        return frozenset(group for o in found for group in o.groups), covering
