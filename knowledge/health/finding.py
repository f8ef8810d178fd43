"""A finding: what is wrong in the documents, how bad it is, and the lines that show it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from knowledge.answer import Evidence
from knowledge.health.records import Records


class Severity(StrEnum):
    """How bad a finding is, the worst first."""

    HIGH = "high"  # the documents contradict themselves: an answer would be wrong from one side
    MEDIUM = "medium"  # something is missing, copied or unclear
    LOW = "low"  # untidy


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to check.

    `kind`: the check that found it; `variant`: which sentence of that kind tells it; `roles`: whom it
    concerns; `slots`: what fills the sentence. Cannot be made without evidence.
    """

    kind: str
    severity: Severity
    roles: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    slots: dict[str, str] = field(default_factory=dict)
    variant: str = "default"

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"no evidence for a finding of kind {self.kind!r}")


@dataclass(frozen=True, slots=True)
class Check:
    """A kind of finding, and what finds it in the records of an organization."""

    kind: str
    find: Callable[[Records], Iterable[Finding]]
