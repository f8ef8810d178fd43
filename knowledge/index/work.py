"""What a search in a segment works with."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from knowledge.index.part import Floats

_ROUNDING = 1e-5  # of sums of 32 bits


@dataclass(frozen=True, slots=True)
class FeatureList:
    """A feature that the segment has: the place of its postings, its row of bits or -1, what it is worth."""

    size: int
    start: int
    end: int
    row: int
    gain: float


by_size = attrgetter("size")


@dataclass(frozen=True, slots=True)
class Work:
    """A search under way: what texts have of the features touched, what each feature is worth, the features
    not touched; how far from the best a text may be, and the sum from which on all are equally good. `most`:
    how many texts are wanted; `least`: what so many are known to have."""

    sums: Floats
    worth: Floats
    others: Sequence[FeatureList]
    reach: float
    ceiling: float
    most: int
    least: float

    def floor(self, best: float) -> float:
        """What a text must have to be wanted, where `best` is the best sum."""
        return max(best - self.reach, self.least) - _ROUNDING
