"""How much of a matter other texts say, found in another way than the bot finds it."""

from collections.abc import Iterable, Iterator, Sequence

from knowledge.text import bigrams, fold
from knowledge.thesaurus import general_thesaurus

_LINKING = frozenset("的和与及或并对在为等各由之其")


class Likeness:
    """Texts, each by its number in the order given, ready to be compared with a matter."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._pairs: dict[str, set[int]] = {}
        self._groups: dict[int, set[int]] = {}
        for number, text in enumerate(map(fold, texts)):
            for pair in bigrams(text):
                self._pairs.setdefault(pair, set()).add(number)
            for found in general_thesaurus().find(text):
                for group in found.groups:
                    self._groups.setdefault(group, set()).add(number)

    def shares(self, words: str) -> dict[int, float]:
        """The texts that have something of the content of `words`, as the same pairs of characters or as
        synonyms, each with the share that it has."""
        folded = fold(words)
        content = _bits(i for i, c in enumerate(folded) if c.isalnum() and c not in _LINKING)
        covered: dict[int, int] = {}
        for span, numbers in self._spans(folded):
            for number in numbers:
                covered[number] = covered.get(number, 0) | span
        whole = content.bit_count() or 1
        return {number: (bits & content).bit_count() / whole for number, bits in covered.items()}

    def _spans(self, folded: str) -> Iterator[tuple[int, set[int]]]:
        """The stretches of a text that others have too, as bits, with the numbers of the others."""
        for start, pair in enumerate(bigrams(folded)):
            yield 3 << start, self._pairs.get(pair, set())
        for found in general_thesaurus().find(folded):
            for group in found.groups:
                yield _bits(range(found.start, found.end)), self._groups.get(group, set())


def _bits(positions: Iterable[int]) -> int:
    return sum(1 << position for position in positions)
