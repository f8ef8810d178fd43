"""Questions asked, in aggregate: which wordings, how often, with what outcome. Not by whom."""

from dataclasses import dataclass, field, replace
from typing import ClassVar, Self

from knowledge.store.draft import Draft, View
from knowledge.store.kept.counter import number_key
from knowledge.store.packing import clean
from knowledge.store.record import Tally
from knowledge.text import bare

_LONGEST = 200  # characters of a wording that are kept
_DAY = 86_400  # seconds


@dataclass(frozen=True, slots=True)
class Asked(Tally):
    """A wording. `counts`: how often by outcome (answered, ambiguous, not_found); `outcome`: the last one;
    `first`, `last`: seconds since 1970."""

    TABLE: ClassVar[str] = "asked"
    MOST: ClassVar[int] = 10_000
    wording: str
    counts: dict[str, int] = field(default_factory=dict)
    outcome: str = ""
    first: float = 0.0
    last: float = 0.0

    @property
    def key(self) -> str:
        """The wording without its blanks and marks."""
        return bare(self.wording) or self.wording

    def plus(self, later: Self) -> Self:
        """Both counts together; the outcome is the later one's."""
        counts = _sum(self.counts, later.counts)
        return replace(self, counts=counts, outcome=later.outcome, last=max(self.last, later.last))

    @property
    def times(self) -> int:
        """How often it was asked."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class AskedOn(Tally):
    """How many questions came on a day (in days since 1970, UTC), by outcome."""

    TABLE: ClassVar[str] = "asked_on"
    MOST: ClassVar[int] = 400
    day: int
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The day."""
        return number_key(self.day)

    def plus(self, later: Self) -> Self:
        """Both counts together."""
        return replace(self, counts=_sum(self.counts, later.counts))


def count_question(draft: Draft, wording: str, outcome: str, at: float) -> None:
    """Count a question. `outcome`: the answer's status; `at`: seconds since 1970."""
    draft.count(Asked(clean(wording)[:_LONGEST].strip(), {outcome: 1}, outcome, at, at))
    draft.count(AskedOn(int(at // _DAY), {outcome: 1}))


def unanswered(view: View) -> list[Asked]:
    """The wordings that the documents did not answer when they were last asked, the most frequent first."""
    return _by_times([asked for asked in view.all(Asked) if asked.outcome == "not_found"])


def most_asked(view: View) -> list[Asked]:
    """Every wording, the most frequent first."""
    return _by_times(view.all(Asked))


def _sum(counts: dict[str, int], more: dict[str, int]) -> dict[str, int]:
    return counts | {outcome: counts.get(outcome, 0) + count for outcome, count in more.items()}


def _by_times(asked: list[Asked]) -> list[Asked]:
    return sorted(asked, key=lambda one: (-one.times, one.wording))
