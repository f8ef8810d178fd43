"""The company's words that were taught, as the lines of a words.txt."""

from dataclasses import dataclass
from typing import ClassVar

from knowledge.store.record import Record

ONLY = "words"


@dataclass(frozen=True, slots=True)
class Words(Record):
    """`text`: one `报账=费用报销` a line."""

    TABLE: ClassVar[str] = "words"
    TOLD: ClassVar[bool] = True
    text: str = ""

    @property
    def key(self) -> str:
        """There is one such text."""
        return ONLY
