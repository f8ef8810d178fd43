"""A right held against a matter: how well it answers, and which of several answer best."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from knowledge.roles.statement import Right, Statement

EXPLAINED = 0.38  # a character below this counts as unexplained
NOTHING = 0.02


class Match(NamedTuple):
    """How a right answers a matter: `quality` by position, and their weighted mean `coverage`.

    `missing`: the share of weight that is not explained; `score`: coverage with bonuses for order and
    completeness; `missed`: where words stand that the documents know and the right does not explain;
    `denied`: whether one of them tells lines of the documents apart (前端, 后端). `relaxed`: whether words
    that no document has were passed over, since what is done to what is explained all the same.
    """

    statement: Statement
    right: Right
    quality: dict[int, float]
    coverage: float
    missing: float
    score: float
    denied: bool = False
    relaxed: bool = False
    missed: frozenset[int] = frozenset()

    def mean(self, start: int, end: int) -> float | None:
        """How well a stretch of the question is explained in the mean; None where none of it is asked."""
        found = [self.quality[i] for i in range(start, end) if i in self.quality]
        return sum(found) / len(found) if found else None


def good_enough(matches: Iterable[Match], least: float, most_missing: float) -> list[Match]:
    """The matches good enough to assert."""
    return [m for m in matches if m.coverage >= least and m.missing <= most_missing and not m.denied]


def best_set(matches: Sequence[Match], least: float, most_missing: float, spread: float) -> list[Match]:
    """The matches good enough to assert, and as good as the best of them; best first."""
    good = good_enough(matches, least, most_missing)
    if not good:
        return []
    if any(m.missing <= NOTHING for m in good):
        good = [
            m for m in good if m.missing <= NOTHING
        ]  # what explains every word leaves no room for what does not
    top = max(m.score for m in good)
    return [m for m in good if m.score >= top - spread]
