"""Broad words that a text narrows: 合同 in 签订运输合同 is not each 合同, 采购 in 采购蔬菜 no other 采购."""

from collections.abc import Sequence
from functools import cache

from knowledge.actions import actions
from knowledge.questions.phrases import phrases

_BEFORE_NOUNS = ("的", "对", "将", "把", "从", "向", "按", "各", "本")
_LEAST = 2  # characters of a word that narrows another


class Narrowing:
    """Where the words of a text stand, and which stretches of it are narrowed by their neighbours."""

    def __init__(self, words: Sequence[str]) -> None:
        """`words`: in order; together they are the text."""
        self._words = words
        self._ends: dict[int, int] = {}
        at = 0
        for number, word in enumerate(words):
            at += len(word)
            self._ends[at] = number

    def behind_noun(self, start: int) -> bool:
        """Whether a noun ends where a stretch starts, behind the first word of its clause."""
        before = self._ends.get(start, 0)
        return before > 0 and self._narrows(before) and self._leads_to_noun(before - 1)

    def noun_before(self, start: int) -> str:
        """The noun that ends where a stretch starts; empty where none does."""
        return self._words[self._ends[start]] if self.behind_noun(start) else ""

    def has_object(self, verb: str) -> bool:
        """Whether the text has a verb, and an object right behind it each time."""
        objects = [number + 1 for number, word in enumerate(self._words) if word == verb]
        return bool(objects) and all(n < len(self._words) and self._narrows(n) for n in objects)

    def _narrows(self, number: int) -> bool:
        word = self._words[number]
        return len(word) >= _LEAST and self._is_word(number) and word not in _neutral()

    def _leads_to_noun(self, number: int) -> bool:
        return self._is_word(number) or self._words[number] in _BEFORE_NOUNS

    def _is_word(self, number: int) -> bool:
        return self._words[number][0].isalnum() and self._words[number] not in phrases().joining


@cache
def _neutral() -> frozenset[str]:
    """Words that narrow nothing: verbs of authority, soft words, fillers, people."""
    table = phrases()
    return frozenset((*actions().written, *actions().asked, *table.soft, *table.filler, *table.people))
