"""What was said in a chat, for the next question in it."""

from dataclasses import dataclass, field
from typing import ClassVar

from knowledge.questions.context import Context
from knowledge.store.record import Record


@dataclass(frozen=True, slots=True)
class Conversation(Record):
    """`heard`: when the last question came, in seconds since 1970."""

    TABLE: ClassVar[str] = "conversations"
    MOST: ClassVar[int] = 10_000
    chat: str
    context: Context = field(default_factory=Context)
    heard: float = 0.0

    @property
    def key(self) -> str:
        """The chat."""
        return self.chat
