"""What counts are worth together: a table of points, as a scorecard has them.

`scorecard.toml` holds for each count the values above which it earns points, and the points: one table for
lines that may be `meant` where no reading explains a question whole, one for lines that would be `told`. They
were fitted by `benchmarks/scorecard.py` to judged questions of many organizations, each put to its own
documents and to those of others; nothing but the names of counts and numbers is kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import exp

from knowledge.tables import load_table


@dataclass(frozen=True, slots=True)
class Scorecard:
    """`base`: the points to begin with; `steps`: by count the values and what lying above each earns."""

    base: float
    steps: Mapping[str, tuple[tuple[float, float], ...]]

    def likelihood(self, counts: Mapping[str, float]) -> float:
        """How likely a line with such counts is the one asked for: 0 … 1."""
        points = self.base
        for name, steps in self.steps.items():
            count = counts[name]
            points += sum(worth for above, worth in steps if count > above)
        return 1.0 / (1.0 + exp(-points))


@cache
def scorecard(name: str) -> Scorecard:
    """A table of `scorecard.toml`, by its name: meant or told."""
    return read_scorecard("scorecard.toml", name)


def read_scorecard(file: str, name: str) -> Scorecard:
    """A table of a file, by its name."""
    table = load_table("knowledge.questions", file)[name]
    steps = {name: tuple((above, worth) for above, worth in rows) for name, rows in table["steps"].items()}
    return Scorecard(table["base"], steps)
