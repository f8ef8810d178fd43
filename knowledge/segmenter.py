"""Words of Chinese text, over a private dictionary of the words that matter here.

The dictionary is that of jieba, which has 350,000 words. What cuts our texts is the part
of it that occurs in them. Role names and terms are added whole.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from knowledge.cutting import Cutter
from knowledge.dictionary import dictionary
from knowledge.parallel import divided

_LONGEST = 8  # characters; longer dictionary words are proper names of no use here
_PIECE = 3  # characters
_MANY = 50_000  # texts that are divided among processes
_MISLEADING = frozenset(("参与制", "审批制", "决定性"))  # they cut 参与|制定 and the like in the wrong place
_FUNCTION = frozenset(
    "的了和与及等在对为从到由被把向按以并不或其之所将应须可能会要就也都还又各该本此每上下内外中时日月年个名条项"
    "一二三四五六七八九十两第有无是使让给经须至于者"
)  # characters that stand alone
_ADDED_FREQUENCY = 20_000


class Segmenter:
    """Cuts text into words; the same dictionary cuts documents and questions."""

    def __init__(self, texts: Sequence[str], words: Iterable[str] = (), further: Sequence[str] = ()) -> None:
        """`texts`, `further`: folded texts whose words are to be known; `words`: further words, folded."""
        frequencies = _pick([texts, further])
        for word in words:
            if len(word) > 1:
                frequencies[word] = max(frequencies.get(word, 0), _ADDED_FREQUENCY)
        _lead(frequencies, [*frequencies])
        self._use(frequencies)
        coined = self._coined([texts, further])
        frequencies.update(dict.fromkeys(coined, _ADDED_FREQUENCY))
        _lead(frequencies, coined)
        self._use(frequencies)  # what was looked up before may have changed

    @classmethod
    def of(cls, frequencies: Mapping[str, int]) -> "Segmenter":
        """One with the `frequencies` of another."""
        made = cls.__new__(cls)
        made._use(frequencies)
        return made

    def _use(self, frequencies: Mapping[str, int]) -> None:
        self.frequencies = frequencies  # of words, and 0 for what only begins one
        self._cutter = Cutter(frequencies)

    def _coined(self, texts: Iterable[Sequence[str]]) -> list[str]:
        """Words that no dictionary has: two or three characters left over side by side (首营, 巡店)."""
        found: Counter[str] = Counter()
        for some in texts:
            for counted in divided(self._left_over, some, _MANY):
                found.update(counted)
        return [run for run, count in found.items() if len(run) == 2 or (len(run) == 3 and count > 1)]

    def _left_over(self, texts: Iterable[str]) -> Counter[str]:
        """Two or three characters left over side by side, by how often they are."""
        found: Counter[str] = Counter()
        for text in texts:
            run = ""
            for word in [*self.cut(text), ""]:
                if len(word) == 1 and "\u4e00" <= word <= "\u9fff" and word not in _FUNCTION:
                    run += word
                    continue
                if 2 <= len(run) <= 3:
                    found[run] += 1
                run = ""
        return found

    def cut(self, text: str) -> list[str]:
        """The words of a folded text in order; concatenated they are the text."""
        return self._cutter.cut(text)

    def reach(self, text: str, start: int, most: int) -> int:
        """See `Cutter.reach`."""
        return self._cutter.reach(text, start, most)

    def knows(self, word: str) -> bool:
        """Whether the dictionary holds a word of two characters or more."""
        return len(word) > 1 and self.frequencies.get(word, 0) > 0


def _lead(frequencies: dict[str, int], words: Iterable[str]) -> None:
    """Makes the beginnings known that lead to words."""
    for word in words:
        for end in range(1, len(word)):
            frequencies.setdefault(word[:end], 0)


def _pick(texts: Iterable[Sequence[str]]) -> dict[str, int]:
    """The words of the dictionary that stand in the texts, with their frequencies; of a longer word every
    three characters in a row do."""
    pairs, pieces = set[str](), set[str]()
    for some in texts:
        for own_pairs, own_pieces in divided(_pieces, some, _MANY):
            pairs |= own_pairs
            pieces |= own_pieces
    return {
        word: frequency
        for word, frequency in dictionary().among(pairs)
        if len(word) <= _LONGEST
        and all(word[i : i + _PIECE] in pieces for i in range(len(word) - _PIECE + 1))
        and word not in _MISLEADING
    }


def _pieces(texts: Sequence[str]) -> tuple[set[str], set[str]]:
    """Every two and every three characters in a row; a last one stands alone."""
    return (
        {text[i : i + 2] for text in texts for i in range(len(text))},
        {text[i : i + _PIECE] for text in texts for i in range(len(text) - _PIECE + 1)},
    )
