"""Text cut into the likeliest words, as jieba cuts it without guessing at unknown ones.

Among all ways to make a text of known words and single characters, the one counts whose words are written
most often together; of two equal ways the one with the longer first word.
"""

from collections.abc import Iterator, Mapping
from math import log

from knowledge.dictionary import TOTAL
from knowledge.regex import regex

_RUN = regex("([\u4e00-\u9fd5a-zA-Z0-9+#&._%-]+)")  # what words are made of
_LATIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
_UNKNOWN = -log(TOTAL)  # the worth of a word that is not known
_MOST_KEPT = 100_000  # words


class Cutter:
    """Cuts by the frequencies of words."""

    def __init__(self, frequencies: Mapping[str, int]) -> None:
        """`frequencies`: of words; 0 for what is none but begins one."""
        self._worth = _Worth(frequencies)

    def cut(self, text: str) -> list[str]:
        """The words in order; concatenated they are the text."""
        found: list[str] = []
        for number, piece in enumerate(_RUN.split(text)):
            found += self._cut_run(piece) if number % 2 else piece
        return found

    def reach(self, text: str, start: int, most: int) -> int:
        """The end of the longest beginning of a word that stands at a place, `most` at most: no word of two
        characters or more that begins there ends behind it."""
        kept, end = self._worth, start + 1
        while end < most:
            word = text[start : end + 1]
            worth = kept[word]
            if worth is None:
                break
            end += 1
        return end

    def _ends(self, run: str) -> list[int]:
        """Where the word ends that begins at each place, on the likeliest way from there to the end."""
        kept, size = self._worth, len(run)
        if len(kept) > _MOST_KEPT:
            kept.clear()
        best, ends = [0.0] * (size + 1), [0] * size
        for start in range(size - 1, -1, -1):
            value, end = None, start + 1
            for stop in range(start + 1, size + 1):
                word = run[start:stop]
                worth = kept[word]
                if worth is None:
                    break
                if worth and (value is None or worth + best[stop] >= value):
                    value, end = worth + best[stop], stop
            best[start] = _UNKNOWN + best[start + 1] if value is None else value
            ends[start] = end
        return ends

    def _cut_run(self, run: str) -> Iterator[str]:
        """The words of a run; letters and digits that are no words stay together."""
        ends, start, letters = self._ends(run), 0, ""
        while start < len(run):
            end = ends[start]
            if end == start + 1 and run[start] in _LATIN:
                letters += run[start]
            else:
                if letters:
                    yield letters
                    letters = ""
                yield run[start:end]
            start = end
        if letters:
            yield letters


class _Worth(dict[str, float | None]):
    """What words are worth, worked out once: 0 for what only begins one, None for what does not even that."""

    def __init__(self, frequencies: Mapping[str, int]) -> None:
        super().__init__()
        self._frequencies = frequencies

    def __missing__(self, word: str) -> float | None:
        frequency = self._frequencies.get(word)
        worth = None if frequency is None else log(frequency) + _UNKNOWN if frequency else 0.0
        self[word] = worth
        return worth
