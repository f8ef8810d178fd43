"""The very words of a matter, in their order, and what a clause gains by having them."""

from collections.abc import Sequence
from itertools import pairwise

from knowledge.questions.scope import Scope
from knowledge.questions.unit import Unit

_ADJACENT_BONUS, _WHOLE_BONUS, _RUN_BONUS = 0.03, 0.03, 0.08
_LONGEST_RUN = 24  # characters of a matter that are looked for word for word


class Wording:
    """The words of a matter as a question has them."""

    def __init__(self, text: str, positions: Sequence[int], units: Sequence[Unit], matter: str) -> None:
        """`positions`, `units`: of the `matter` in the question's `text`."""
        self._pairs = [text[a : b + 1] for a, b in pairwise(positions) if b == a + 1]
        self._words = [unit.text for unit in units if len(unit.text) > 1]
        self._matter = matter[:_LONGEST_RUN]

    def bonus(self, own: Scope) -> float:
        """What a clause gains by having the very words, in their order: 0 to 0.14."""
        clause, pairs, words, written = own.text, self._pairs, self._words, own.long_words
        adjacent = sum(pair in clause for pair in pairs) / len(pairs) if pairs else 0.0
        whole = sum(any(w in a or a in w for a in words) for w in written) / max(1, len(written))
        run = shared_run(self._matter, clause)
        return _ADJACENT_BONUS * adjacent + _WHOLE_BONUS * whole + _RUN_BONUS * run


def shared_run(text: str, clause: str) -> float:
    """The longest stretch of a text that a clause has word for word, as a share of the text."""
    longest, start = 0, 0
    while start + longest < len(text):
        if text[start : start + longest + 1] in clause:
            longest += 1
        else:
            start += 1
    return longest / len(text) if longest > 1 else 0.0
