"""Duties that stand word for word in two descriptions, so many that the two roles cannot be told apart."""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from knowledge.answer import Evidence
from knowledge.health.finding import Check, Finding, Severity
from knowledge.health.matter import words
from knowledge.health.parallel import are_parallel
from knowledge.health.records import Records
from knowledge.roles.role import Passage, Role
from knowledge.text import bare

_SHORTEST = 8  # characters of a sentence that says something
_LEAST = 3  # sentences in common
_SHARE = 0.3  # of the shorter description's sentences
_MOST_ROLES = 12  # with one sentence; what more roles have is the house's own wording
_MOST_SHOWN = 5


def find(records: Records) -> Iterator[Finding]:
    """A finding for each pair of roles of one organization, with the first sentences in common. Posts that do
    the same work in several places may have one description."""
    organization = records.organization
    duties = {role.name: _sentences(role) for role in organization.described()}
    owners: dict[tuple[str, str], list[str]] = {}
    for name, sentences in duties.items():
        for text in sentences:
            owners.setdefault((organization.role(name).organization, text), []).append(name)
    common: Counter[tuple[str, str]] = Counter()
    for names in owners.values():
        if 1 < len(names) <= _MOST_ROLES:
            common.update(combinations(names, 2))
    for (one, other), count in common.items():
        if count < _LEAST or count < _SHARE * min(len(duties[one]), len(duties[other])):
            continue
        if are_parallel(one, other):
            continue
        shared = [text for text in duties[one] if text in duties[other]]
        evidence = tuple(
            Evidence(name, "职责", duties[name][text])
            for text in shared[:_MOST_SHOWN]
            for name in (one, other)
        )
        slots = {"one": one, "other": other, "count": str(len(shared))}
        yield Finding("same_duties", Severity.MEDIUM, (one, other), evidence, slots)


def _sentences(role: Role) -> dict[str, Passage]:
    """The sentences that say something of this role, by their bare text."""
    passages = [passage for duty in role.duties for passage in duty.passages()]
    found = {bare(passage.text): passage for passage in passages}
    return {
        text: passage
        for text, passage in found.items()
        if len(text) >= _SHORTEST and not any(word in text for word in words()["boilerplate"]["words"])
    }


CHECK = Check("same_duties", find)
