"""A run of pinyin read as Chinese: the best cutting of its letters into known words and syllables."""

from collections.abc import Iterator, Mapping

from knowledge import pinyin
from knowledge.questions.phrases import phrases
from knowledge.text import is_chinese

_LONGEST_SYLLABLE = 6  # letters
_LONGEST = 60  # letters of a word
_VOWELS, _OPEN = "aeo", 0.7  # gu|an is written gu'an, so guan is one syllable
_UNKNOWN, _ASKS = -1.5, 0.1  # what an unknown syllable costs, and what a word that asks counts above another


def decoded(words: list[str], letters: str, table: Mapping[str, str]) -> str:
    """Chinese for words of pinyin, or the words as typed where no known word is among them. `letters`: the
    words without blanks; `table`: the known words by how they are spelled."""
    ends = set()
    total = 0
    for word in words:
        total += len(word.replace("'", ""))
        ends.add(total)
    spaced, begins = len(words) > 1, {0, *ends}
    best: list[tuple[float, list[str]] | None] = [None] * (len(letters) + 1)
    best[0] = (0.0, [])
    valid, reached = pinyin.syllables(), _reached(letters)
    for start in range(len(letters)):
        here = best[start]
        if here is None:
            continue
        for end in _places(reached[start] & (2 << start + _LONGEST) - 1):
            piece = letters[start:end]
            # a word of two typed ones begins where the first of them does
            across = spaced and start not in begins and any(start < at < end for at in ends)
            word = "" if across else table.get(piece, "")
            if word and (end in ends if spaced or end - start == 1 else True):
                score = here[0] + (len(word) ** 1.6 if len(word) > 1 else 0.6)
                score -= _OPEN if piece[0] in _VOWELS and start not in begins else 0.0
                score += _ASKS if len(word) > 1 and word in phrases().kinds else 0.0
                _keep(best, end, score, [*here[1], word])
            elif piece in valid and (not spaced or end in ends or end - start >= 2):
                _keep(best, end, here[0] + _UNKNOWN, [*here[1], piece])
    last = best[len(letters)]
    if last is None or not any(is_chinese(w[0]) for w in last[1]):
        return " ".join(words)
    return _join(last[1])


def _reached(letters: str) -> list[int]:
    """For each place the places where something may end that begins there and is made of whole syllables, as
    every word is: a bit each."""
    valid, size = pinyin.syllables(), len(letters)
    reached = [0] * (size + 1)
    for start in range(size - 1, -1, -1):
        for end in range(start + 1, min(size, start + _LONGEST_SYLLABLE) + 1):
            if letters[start:end] in valid:
                reached[start] |= 1 << end | reached[end]
    return reached


def _places(bits: int) -> Iterator[int]:
    """The places of the bits that are set."""
    while bits:
        place = (bits & -bits).bit_length() - 1
        yield place
        bits &= bits - 1


def _keep(best: list[tuple[float, list[str]] | None], end: int, score: float, words: list[str]) -> None:
    there = best[end]
    if there is None or score > there[0]:
        best[end] = (score, words)


def _join(words: list[str]) -> str:
    text = ""
    for word in words:
        text += f" {word}" if word.isascii() and text and text[-1].isascii() else word
    return text


def is_pinyin(words: list[str]) -> bool:
    """Whether every word is made of whole syllables."""
    return all(_syllabic(word.replace("'", "").replace("ü", "v")) for word in words)


def _syllabic(letters: str) -> bool:
    return not letters or bool(_reached(letters)[0] >> len(letters) & 1)
