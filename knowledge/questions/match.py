"""A right held against a matter: how well it answers, and which of several answer best."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.questions.scope import Scope
from knowledge.questions.unit import Unit
from knowledge.roles.statement import Right, Statement

EXPLAINED = 0.38  # a character below this counts as unexplained
_NOTHING = 0.02
_ADJACENT_BONUS, _WHOLE_BONUS, _RUN_BONUS = 0.03, 0.03, 0.08
_LONGEST_RUN = 24  # characters of a matter that are looked for word for word


@dataclass(frozen=True, slots=True)
class Match:
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


def best_set(matches: Sequence[Match], least: float, most_missing: float, spread: float) -> list[Match]:
    """The matches good enough to assert, and as good as the best of them; best first."""
    good = [m for m in matches if m.coverage >= least and m.missing <= most_missing and not m.denied]
    if not good:
        return []
    if any(m.missing <= _NOTHING for m in good):
        good = [
            m for m in good if m.missing <= _NOTHING
        ]  # what explains every word leaves no room for what does not
    top = max(m.score for m in good)
    return [m for m in good if m.score >= top - spread]


def wording_bonus(
    text: str, positions: Sequence[int], words: Sequence[str], matter: str, own: Scope
) -> float:
    """What a clause gains by having the very words of a question, in its order. `positions`, `words`: of the
    `matter` in the question's `text`."""
    clause = own.text
    pairs = [(a, b) for a, b in pairwise(positions) if b == a + 1]
    adjacent = sum(text[a : b + 1] in clause for a, b in pairs) / len(pairs) if pairs else 0.0
    written = [w for w in own.words if len(w) > 1]
    whole = sum(any(w in a or a in w for a in words) for w in written) / max(1, len(written))
    run = shared_run(matter[:_LONGEST_RUN], clause)
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


def raise_quality(quality: dict[int, float], unit: Unit, best: float) -> None:
    """Let a unit's positions be explained at least so well."""
    for i in range(unit.start, unit.end):
        if i in quality and quality[i] < best:
            quality[i] = best
