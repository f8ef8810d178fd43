"""The only jieba: words of Chinese text, over a private dictionary of the words that matter here.

jieba's own dictionary has 350,000 words and takes most of a second to load. What cuts our texts is the part
of it that occurs in them. Role names and terms are added whole.
"""

import importlib
import logging
import sys
from collections import Counter
from collections.abc import Iterable
from math import log
from types import ModuleType
from typing import Any

from knowledge.dictionary import TOTAL, dictionary


class _Deferred(ModuleType):
    """A module that is loaded when something of it is first used."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(importlib.import_module(self.__name__), name)


# the tables for guessing at unknown words, which nothing here uses, take most of the time to import jieba
sys.modules.setdefault("jieba.finalseg", _Deferred("jieba.finalseg"))
import jieba  # noqa: E402

jieba.setLogLevel(logging.WARNING)

_LONGEST = 8  # characters; longer dictionary words are proper names of no use here
_PIECE = 3  # characters
_MISLEADING = frozenset(("参与制", "审批制", "决定性"))  # they cut 参与|制定 and the like in the wrong place
_FUNCTION = frozenset(
    "的了和与及等在对为从到由被把向按以并不或其之所将应须可能会要就也都还又各该本此每上下内外中时日月年个名条项"
    "一二三四五六七八九十两第有无是使让给经须至于者"
)  # characters that stand alone
_ADDED_FREQUENCY = 20_000
_LOG_TOTAL = log(TOTAL)


class _Tokenizer(jieba.Tokenizer):  # type: ignore[misc]
    """jieba's tokenizer with the logarithms of its dictionary worked out once."""

    def __init__(self, frequencies: dict[str, int]) -> None:
        super().__init__()
        self.FREQ, self.total, self.initialized = frequencies, TOTAL, True
        self._worth: dict[str, float] = {}

    def calc(self, sentence: str, DAG: dict[int, list[int]], route: dict[int, tuple[float, int]]) -> None:
        """Fills `route` with the likeliest way to the end from each place, and where its first word ends."""
        worth = self._worth
        route[len(sentence)] = (0.0, 0)
        for start in range(len(sentence) - 1, -1, -1):
            ways = []
            for last in DAG[start]:
                word = sentence[start : last + 1]
                known = worth.get(word)
                if known is None:
                    known = worth[word] = log(self.FREQ.get(word) or 1) - _LOG_TOTAL
                ways.append((known + route[last + 1][0], last))
            route[start] = max(ways)


class Segmenter:
    """Cuts text into words; the same dictionary cuts documents and questions."""

    def __init__(self, texts: Iterable[str], words: Iterable[str] = ()) -> None:
        """`texts`: folded texts whose words are to be known; `words`: further words, folded."""
        texts = list(texts)
        frequencies = _pick(texts)
        for word in words:
            if len(word) > 1:
                frequencies[word] = max(frequencies.get(word, 0), _ADDED_FREQUENCY)
        _lead(frequencies, [*frequencies])
        self._tokenizer = _Tokenizer(frequencies)
        coined = self._coined(texts)
        frequencies.update(dict.fromkeys(coined, _ADDED_FREQUENCY))
        _lead(frequencies, coined)
        self._tokenizer = _Tokenizer(frequencies)
        self._words = frozenset(word for word, count in frequencies.items() if count and len(word) > 1)

    def _coined(self, texts: Iterable[str]) -> list[str]:
        """Words that no dictionary has: two or three characters left over side by side (首营, 巡店)."""
        found: Counter[str] = Counter()
        for text in texts:
            run = ""
            for word in [*self.cut(text), ""]:
                if len(word) == 1 and "\u4e00" <= word <= "\u9fff" and word not in _FUNCTION:
                    run += word
                    continue
                found[run] += 1
                run = ""
        return [run for run, count in found.items() if len(run) == 2 or (len(run) == 3 and count > 1)]

    def cut(self, text: str) -> list[str]:
        """The words of a folded text in order; concatenated they are the text."""
        return list(self._tokenizer.cut(text, HMM=False))

    def knows(self, word: str) -> bool:
        """Whether the dictionary holds a word of two characters or more."""
        return word in self._words


def _lead(frequencies: dict[str, int], words: Iterable[str]) -> None:
    """Makes the beginnings known that lead to words."""
    for word in words:
        for end in range(1, len(word)):
            frequencies.setdefault(word[:end], 0)


def _pick(texts: Iterable[str]) -> dict[str, int]:
    """The words of the dictionary that stand in the texts, with their frequencies; of a longer word every
    three characters in a row do."""
    pairs = {text[i : i + 2] for text in texts for i in range(len(text))}
    pieces = {text[i : i + _PIECE] for text in texts for i in range(len(text) - _PIECE + 1)}
    return {
        word: frequency
        for word, frequency in dictionary().among(pairs)
        if len(word) <= _LONGEST
        and all(word[i : i + _PIECE] in pieces for i in range(len(word) - _PIECE + 1))
        and word not in _MISLEADING
    }
