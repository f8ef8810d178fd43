"""jieba's dictionary of Chinese words, looked up where it lies on disk instead of being read.

Its 350,000 lines (`词 frequency tag`) stand in the order of their first characters, but for a few in front
that begin with a letter or digit. So the lines of one first character are found by halving, and only the
characters at hand cost time. The only place that opens the file.
"""

import mmap
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

TOTAL = 60_101_967  # what its frequencies add up to
_FIRST = "一".encode()
_SEARCHED = 200  # bytes that are searched for one pair in the time that a line takes to be read
_COMMON = 2500  # characters


class Dictionary:
    """The words of a dictionary file with their frequencies."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._lines = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._head = b"\n" + self._lines[: self._lines.find(b"\n" + _FIRST + b" ") + 1]
        self._buckets: dict[str, bytes] = {}

    def frequency(self, word: str) -> int:
        """How often a word is written; 0 where the dictionary does not have it."""
        lines = self._beginning_with(word[:1])
        at = lines.find(f"\n{word} ".encode(errors="replace"))
        return int(lines[at:].split(b" ", 2)[1]) if at >= 0 and word else 0

    def among(self, pairs: Iterable[str]) -> Iterator[tuple[str, int]]:
        """The words, with their frequencies, that begin with one of `pairs` of characters or are the first
        character of one."""
        by_first: dict[str, set[str]] = {}
        for pair in pairs:
            found = by_first.setdefault(pair[:1], set())
            if len(pair) == 2:
                found.add(pair)
        for first, wanted in by_first.items():
            lines = self._beginning_with(first)
            yield from _entries(lines, f"{first} ")
            if len(wanted) * _SEARCHED < len(lines):
                for pair in wanted:
                    yield from _entries(lines, pair)
                continue
            for line in lines.decode().splitlines():
                if line[:2] in wanted:
                    word, frequency, _ = line.split(" ")
                    yield word, int(frequency)

    def lines(self) -> Iterator[tuple[str, int]]:
        """Every word with its frequency, in order."""
        for line in self._lines[:].decode().splitlines():
            word, frequency, _ = line.split(" ")
            yield word, int(frequency)

    def _beginning_with(self, character: str) -> bytes:
        """The lines of the words that begin with a character, behind a line end."""
        if character < "一":
            return self._head
        lines = self._buckets.get(character)
        if lines is None:
            key = character.encode(errors="replace")
            lines = self._buckets[character] = (
                b"\n" + self._lines[self._line(key) : self._line(key, after=True)]
            )
        return lines

    def _line(self, first: bytes, after: bool = False) -> int:
        """Where the lines of a first character begin, or end."""
        low, high = len(self._head) - 1, len(self._lines)
        while low < high:
            start = self._lines.rfind(b"\n", 0, (low + high) // 2) + 1
            here = self._lines[start : start + len(first)]
            if here < first or (after and here == first):
                low = self._lines.find(b"\n", start) + 1 or high
            else:
                high = start
        return low


def _entries(lines: bytes, beginning: str) -> Iterator[tuple[str, int]]:
    """The words of some lines, with their frequencies, that begin as given."""
    key = f"\n{beginning}".encode(errors="replace")
    at = lines.find(key)
    while at >= 0:
        end = lines.find(b"\n", at + 1)
        word, frequency, _ = lines[at + 1 : end].split(b" ")
        yield word.decode(), int(frequency)
        at = lines.find(key, end)


@cache
def dictionary() -> Dictionary:
    """The dictionary that comes with jieba."""
    spec = find_spec("jieba")
    origin = spec.origin if spec else None
    return Dictionary(Path(origin or "").with_name("dict.txt"))


@lru_cache(maxsize=10_000)
def is_general(word: str) -> bool:
    """Whether a word of two characters is one of general Chinese."""
    return len(word) == 2 and dictionary().frequency(word) > 0


def commoner(word: str, other: str) -> bool:
    """Whether the first of two words of general Chinese is written more often (心情 than 行情)."""
    return is_general(word) and dictionary().frequency(word) > dictionary().frequency(other) > 0


@cache
def common_characters() -> tuple[str, ...]:
    """The Chinese characters in daily use, by how often they stand in words."""
    counts: Counter[str] = Counter()
    for word, frequency in dictionary().lines():
        for character in word:
            counts[character] += frequency
    return tuple(c for c, _ in counts.most_common(_COMMON) if "\u4e00" <= c <= "\u9fff")
