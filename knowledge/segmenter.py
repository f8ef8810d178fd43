"""Words of Chinese text, cut as jieba cuts them, over a private dictionary of the words that matter here.

Loading jieba and its 350,000 words takes most of a second. What cuts our texts is the part of its dictionary
that occurs in them, and of its program the few lines that seek the likeliest cut; a test holds every cut
against jieba's own. Role names and terms are added whole.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from math import inf, log

from knowledge.dictionary import TOTAL, dictionary
from knowledge.regex import regex

_LONGEST = 8  # characters; longer dictionary words are proper names of no use here
_PIECE = 3  # characters
_MISLEADING = frozenset(("参与制", "审批制", "决定性"))  # they cut 参与|制定 and the like in the wrong place
_FUNCTION = frozenset(
    "的了和与及等在对为从到由被把向按以并不或其之所将应须可能会要就也都还又各该本此每上下内外中时日月年个名条项"
    "一二三四五六七八九十两第有无是使让给经须至于者"
)  # characters that stand alone
_ADDED_FREQUENCY = 20_000
_LOG_TOTAL = log(TOTAL)
_BLOCK = regex(r"([\u4e00-\u9fd5a-zA-Z0-9+#&._%\-]+)")  # what is cut into words
_BLANK = regex(r"(\r\n|\s)")


class Segmenter:
    """Cuts text into words; the same dictionary cuts documents and questions."""

    def __init__(self, texts: Iterable[str], words: Iterable[str] = ()) -> None:
        """`texts`: folded texts whose words are to be known; `words`: further words, folded."""
        texts = list(texts)
        self._worth: dict[str, float] = {}  # the logarithm of a word's probability
        self._lengths: dict[
            str, tuple[int, ...]
        ] = {}  # of the longer words with a first character, ascending
        frequencies = _pick(texts)
        for word in words:
            if len(word) > 1:
                frequencies[word] = max(frequencies.get(word, 0), _ADDED_FREQUENCY)
        self._learn(frequencies)
        self._learn(dict.fromkeys(self._coined(texts), _ADDED_FREQUENCY))

    def _learn(self, frequencies: Mapping[str, int]) -> None:
        lengths = {first: set(known) for first, known in self._lengths.items()}
        for word, frequency in frequencies.items():
            self._worth[word] = log(frequency) - _LOG_TOTAL
            if len(word) > 1:
                lengths.setdefault(word[0], set()).add(len(word))
        self._lengths = {first: tuple(sorted(found)) for first, found in lengths.items()}

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
        words: list[str] = []
        for number, block in enumerate(_BLOCK.split(text)):
            if number % 2:
                words += self._likeliest(block)
            elif block:
                for piece in _BLANK.split(block):
                    words += [piece] if piece.isspace() else piece
        return words

    def _likeliest(self, block: str) -> list[str]:
        """The likeliest words of a block; Latin letters and digits that stand alone are put together."""
        worth, lengths, size = self._worth, self._lengths, len(block)
        best, ends = [0.0] * (size + 1), [0] * size
        for start in range(size - 1, -1, -1):
            first = block[start]
            single = worth.get(first)
            most, end = -inf if single is None else single + best[start + 1], start + 1
            for length in lengths.get(first, ()):
                stop = start + length
                if stop > size:
                    break
                known = worth.get(block[start:stop])
                if known is not None and known + best[stop] >= most:
                    most, end = known + best[stop], stop
            best[start] = best[end] - _LOG_TOTAL if most == -inf else most
            ends[start] = end
        words: list[str] = []
        start, joins = 0, False
        while start < size:
            end = ends[start]
            word = block[start:end]
            alone = end == start + 1 and word.isascii() and word.isalnum()
            if alone and joins:
                words[-1] += word
            else:
                words.append(word)
            start, joins = end, alone
        return words

    def knows(self, word: str) -> bool:
        """Whether the dictionary holds a word of two characters or more."""
        return len(word) > 1 and word in self._worth


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
