"""Questions asked, in aggregate: which wordings, how often, with what outcome. Not by whom."""

from dataclasses import dataclass, field, replace
from typing import ClassVar

from knowledge.store.draft import Draft, View
from knowledge.store.kept.counter import number_key
from knowledge.store.packing import clean
from knowledge.store.record import Record
from knowledge.text import bare

_LONGEST = 200  # characters of a wording that are kept
_DAY = 86_400  # seconds


@dataclass(frozen=True, slots=True)
class Asked(Record):
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

    @property
    def times(self) -> int:
        """How often it was asked."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class AskedOn(Record):
    """How many questions came on a day (in days since 1970, UTC), by outcome."""

    TABLE: ClassVar[str] = "asked_on"
    MOST: ClassVar[int] = 400
    day: int
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The day."""
        return number_key(self.day)


def count_question(draft: Draft, wording: str, outcome: str, at: float) -> None:
    """Count a question. `outcome`: the answer's status; `at`: seconds since 1970."""
    fresh = Asked(clean(wording)[:_LONGEST].strip(), first=at)
    before = draft.get(Asked, fresh.key) or fresh
    counts = _one_more(before.counts, outcome)
    draft.put(replace(before, counts=counts, outcome=outcome, last=max(at, before.last)))
    day = int(at // _DAY)
    today = draft.get(AskedOn, number_key(day)) or AskedOn(day)
    draft.put(replace(today, counts=_one_more(today.counts, outcome)))


def unanswered(view: View) -> list[Asked]:
    """The wordings that the documents did not answer when they were last asked, the most frequent first."""
    return _by_times([asked for asked in view.all(Asked) if asked.outcome == "not_found"])


def most_asked(view: View) -> list[Asked]:
    """Every wording, the most frequent first."""
    return _by_times(view.all(Asked))


def _one_more(counts: dict[str, int], outcome: str) -> dict[str, int]:
    return {**counts, outcome: counts.get(outcome, 0) + 1}


def _by_times(asked: list[Asked]) -> list[Asked]:
    return sorted(asked, key=lambda one: (-one.times, one.wording))
