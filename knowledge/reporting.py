"""Reporting lines: who stands below whom, and where that is said."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from knowledge.roles.labels import Field
from knowledge.roles.role import Passage, Role


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


def lines_of(reportings: Iterable[Reporting]) -> Lines:
    """The lines by both of their ends, in their order."""
    up: dict[str, list[Reporting]] = {}
    down: dict[str, list[Reporting]] = {}
    for reporting in reportings:
        up.setdefault(reporting.subordinate, []).append(reporting)
        down.setdefault(reporting.superior, []).append(reporting)
    return Lines(up, down)


def distinct(lines: Iterable[Reporting], by: str) -> list[Reporting]:
    """The lines, one for each `superior` or `subordinate`, as `by` says."""
    seen: dict[str, Reporting] = {}
    for line in lines:
        seen.setdefault(getattr(line, by), line)
    return list(seen.values())


def stated_in(role: Role, written: str, field: Field, dotted: bool) -> Passage:
    """The field of a description that states a relation, else its heading."""
    apart = role.facts.get(Field.DOTTED_SUPERIOR)
    if dotted and apart is not None and field is Field.SUPERIOR and written in apart.text:
        return apart
    return role.facts.get(field) or apart or role.named
