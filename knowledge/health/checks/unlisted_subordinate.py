"""A role that names a superior whose own list of subordinates does not have it."""

from collections.abc import Iterator

from knowledge.health.finding import Check, Finding, Severity
from knowledge.health.records import Records, fact, relation
from knowledge.roles.labels import Field
from knowledge.roles.prose import prose


def find(records: Records) -> Iterator[Finding]:
    """A finding for each line that only the subordinate states; a list with 各部门 may mean it."""
    organization = records.organization
    listed: dict[str, frozenset[str]] = {}
    for line in organization.reportings:
        superior = organization.role(line.superior)
        if line.stated_by != line.subordinate or line.dotted or Field.SUBORDINATES not in superior.facts:
            continue
        if line.superior not in listed:
            names = organization.listed_subordinates(line.superior)
            listed[line.superior] = frozenset(
                [*names, *organization.listed_subordinates(line.superior, dotted=True)]
            )
        below = listed[line.superior]
        vague = any(map(prose().is_vague, below))
        if line.subordinate in below or line.subordinate == line.superior or vague:
            continue
        none = Field.SUBORDINATES in superior.none
        yield Finding(
            "unlisted_subordinate",
            Severity.HIGH if none else Severity.MEDIUM,
            (line.superior, line.subordinate),
            (relation(line), fact(superior, Field.SUBORDINATES)),
            {"superior": line.superior, "subordinate": line.subordinate},
            "none" if none else "default",
        )


CHECK = Check("unlisted_subordinate", find)
