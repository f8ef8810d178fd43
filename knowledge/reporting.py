"""Reporting lines: who stands below whom, and where that is said."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from knowledge.roles.role import Passage


@dataclass(frozen=True, slots=True)
class Reporting:
    """A reporting line and the passage that states it; `stated_by` is the role whose description has it."""

    superior: str
    subordinate: str
    passage: Passage
    stated_by: str
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """The reporting lines by the subordinate (`up`) and by the superior (`down`)."""

    up: Mapping[str, Sequence[Reporting]]
    down: Mapping[str, Sequence[Reporting]]


def distinct(lines: Iterable[Reporting], by: str) -> list[Reporting]:
    """The lines, one for each `superior` or `subordinate`, as `by` says."""
    seen: dict[str, Reporting] = {}
    for line in lines:
        seen.setdefault(getattr(line, by), line)
    return list(seen.values())
