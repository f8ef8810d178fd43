"""What admins changed, for good: who, what, and how it was before."""

from dataclasses import dataclass
from typing import ClassVar

from knowledge.store.draft import Draft
from knowledge.store.kept.counter import next_number, number_key
from knowledge.store.record import Record


@dataclass(frozen=True, slots=True)
class Audit(Record):
    """`by`: who; `action`: a word such as `import`, `teach`, `invite`; `detail`: a sentence for people; `at`:
    seconds since 1970."""

    TABLE: ClassVar[str] = "audit"
    MOST: ClassVar[int] = 20_000
    number: int
    by: str = ""
    action: str = ""
    detail: str = ""
    at: float = 0.0

    @property
    def key(self) -> str:
        """The number."""
        return number_key(self.number)


def note(draft: Draft, by: str, action: str, detail: str, at: float) -> None:
    """Write down what an admin changes, with the change itself."""
    draft.put(Audit(next_number(draft, Audit), by, action, detail, at))
