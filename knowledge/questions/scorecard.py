"""What counts are worth together: a table of points, as a scorecard has them.

`scorecard.toml` holds what each count earns: one table for lines that may be `meant` where no reading
explains a question whole, one for lines that would be `told`. They were fitted by `benchmarks/scorecard.py`
to judged questions of many organizations, each put to its own documents and to those of others; nothing but
the names of counts and numbers is kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import exp

from knowledge.tables import load_table


@dataclass(frozen=True, slots=True)
class Scorecard:
    """`base`: the points to begin with; `points`: by count what one of it earns."""

    base: float
    points: Mapping[str, float]

    def likelihood(self, counts: Mapping[str, float]) -> float:
        """How likely a line with such counts is the one asked for: 0 … 1."""
        points = self.base + sum(worth * counts[name] for name, worth in self.points.items())
        return 1.0 / (1.0 + exp(-points))


@cache
def scorecard(name: str) -> Scorecard:
    """A table of `scorecard.toml`, by its name: meant or told."""
    return read_scorecard("scorecard.toml", name)


def read_scorecard(file: str, name: str) -> Scorecard:
    """A table of a file, by its name."""
    table = load_table("knowledge.questions", file)[name]
    return Scorecard(table["base"], table["points"])
