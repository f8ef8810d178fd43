"""What a person said of himself, and how far he has come in learning about his post."""

from dataclasses import dataclass, field
from typing import ClassVar

from knowledge.store.record import Record


@dataclass(frozen=True, slots=True)
class Person(Record):
    """`roles`: the posts he holds; `steps`: steps of the onboarding with the state of each; `started`:
    seconds since 1970 when it began, 0: not yet; `settings`: what else he chose."""

    TABLE: ClassVar[str] = "people"
    person: str
    roles: tuple[str, ...] = ()
    steps: dict[str, str] = field(default_factory=dict)
    started: float = 0.0
    settings: dict[str, str] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The person."""
        return self.person
