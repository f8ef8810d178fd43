"""How much a person may ask: so many questions in a window of time."""

from collections import OrderedDict, deque
from enum import Enum

_MOST_PEOPLE = 10_000


class Rate(Enum):
    """Whether a question may be asked; FIRST_OVER: no, and the person has not been told yet."""

    WITHIN = "within"
    FIRST_OVER = "first_over"
    OVER = "over"


class Rates:
    """Counts what each person asks; forgets the person heard of longest ago first."""

    def __init__(self, most: int, window: float) -> None:
        """`most` questions in a `window` of seconds; 0: any number."""
        self._most = most
        self._window = window
        self._asked: OrderedDict[int, deque[float]] = OrderedDict()
        self._told: dict[int, float] = {}

    def ask(self, person: int, now: float) -> Rate:
        """Count a question, and say whether it may be answered."""
        if not self._most:
            return Rate.WITHIN
        asked = self._asked.setdefault(person, deque(maxlen=self._most))
        self._asked.move_to_end(person)
        if len(self._asked) > _MOST_PEOPLE:
            forgotten, _ = self._asked.popitem(last=False)
            self._told.pop(forgotten, None)
        if len(asked) < self._most or now - asked[0] >= self._window:
            asked.append(now)
            self._told.pop(person, None)
            return Rate.WITHIN
        if person in self._told:
            return Rate.OVER
        self._told[person] = now
        return Rate.FIRST_OVER

    def wait(self, person: int, now: float) -> float:
        """Seconds until the person may ask again."""
        asked = self._asked.get(person)
        return max(asked[0] + self._window - now, 0.0) if asked and len(asked) == self._most else 0.0
