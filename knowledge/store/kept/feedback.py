"""What people think of answers."""

from dataclasses import dataclass
from typing import ClassVar

from knowledge.store.kept.counter import number_key
from knowledge.store.record import Record


@dataclass(frozen=True, slots=True)
class Feedback(Record):
    """`number`: from `next_number`; `good`: None where only a comment was given; `at`: seconds since 1970;
    `settled`: the keeper has seen to it."""

    TABLE: ClassVar[str] = "feedback"
    MOST: ClassVar[int] = 5_000
    number: int
    chat: str = ""
    person: str = ""
    question: str = ""
    reply: str = ""
    good: bool | None = None
    comment: str = ""
    at: float = 0.0
    settled: bool = False

    @property
    def key(self) -> str:
        """The number."""
        return number_key(self.number)
