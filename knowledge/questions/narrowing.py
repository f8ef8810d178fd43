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

    def noun_before(self, start: int) -> str:
        """The noun that ends where a stretch starts, behind the first word of its clause or as the beginning
        of one word with it (延迟退房); empty where none does."""
        before = self._ends.get(start)
        if before is None:
            return self._beginning(start)
        led = before > 0 and self._narrows(before) and self._leads_to_noun(before - 1)
        return self._words[before] if led else ""

    def _beginning(self, at: int) -> str:
        """What a word has before a place inside it, where that may be a word."""
        start = max((end for end in self._ends if end < at), default=0)
        number = self._ends.get(start, -1) + 1
        beginning = self._words[number][: at - start] if number < len(self._words) else ""
        return beginning if len(beginning) >= _LEAST and beginning not in _neutral() else ""

    def has_object(self, verb: str) -> bool:
        """Whether the text has a verb, and an object right behind it each time."""
        objects = [
            n + 1 for n, word in enumerate(self._words) if word == verb and not (n and self._narrows(n - 1))
        ]
        return bool(objects) and all(n < len(self._words) and self._narrows(n) for n in objects)

    def _narrows(self, number: int) -> bool:
        word = self._words[number]
        if not self._is_word(number) or word in _neutral():
            return False
        return len(word) >= _LEAST or (number > 0 and self._narrows(number - 1))  # 私房|菜|价格

    def _leads_to_noun(self, number: int) -> bool:
        return self._is_word(number) or self._words[number] in _BEFORE_NOUNS

    def _is_word(self, number: int) -> bool:
        return self._words[number][0].isalnum() and self._words[number] not in phrases().joining


@cache
def _neutral() -> frozenset[str]:
    """Words that narrow nothing: verbs of authority, soft words, fillers, people."""
    table = phrases()
    return frozenset((*actions().written, *actions().asked, *table.soft, *table.filler, *table.people))
