"""The order in which updates were made, where they may arrive out of it: a webhook delivers over several
connections, and what it has to deliver again comes late."""

import heapq
from collections.abc import Iterable

_MOST_MISSING = 100  # numbers that are worth looking for
_LONGEST = 1.5  # seconds that a number which is missing is waited for


class Arrival:
    """Knows by the numbers of the updates, which follow one another, whether one before is still to come."""

    def __init__(self, numbers: Iterable[int] = (), now: float = 0.0, longest: float = _LONGEST) -> None:
        """`numbers`: of the updates that came before this one began; `now`: seconds, from any start."""
        self._longest = longest
        self._through: int | None = None  # every number up to here has come, or is waited for no longer
        self._ahead: list[int] = []
        self._seen: set[int] = set()  # the same
        self._since = now
        for number in sorted(numbers):
            self.came(number, now)

    def came(self, number: int, now: float) -> None:
        """An update arrived."""
        if self._through is None:
            self._through = number
        elif number > self._through and number not in self._seen:
            if not self._ahead:
                self._since = now
            heapq.heappush(self._ahead, number)
            self._seen.add(number)
            self._close(now)

    def missing(self) -> list[int]:
        """The numbers that are waited for, the first of them."""
        if not self._ahead or self._through is None:
            return []
        return list(range(self._through + 1, self._ahead[0]))[:_MOST_MISSING]

    def ready(self, number: int, now: float) -> bool:
        """Whether an update need not wait for one before it."""
        while self._ahead and now - self._since >= self._longest:
            self._through = self._ahead[0]
            self._close(now)
        return self._through is None or number <= self._through

    def _close(self, now: float) -> None:
        """Move on as far as no number is missing."""
        while self._ahead and self._through is not None and self._ahead[0] <= self._through + 1:
            self._through = max(self._through, heapq.heappop(self._ahead))
            self._seen.discard(self._through)
            self._since = now
