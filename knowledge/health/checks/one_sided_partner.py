"""A collaboration that is stated from one side only."""

from collections.abc import Iterator

from knowledge.answer import Evidence
from knowledge.health.finding import Check, Finding, Severity
from knowledge.health.records import Records
from knowledge.roles.role import Role
from knowledge.text import bare


def find(records: Records) -> Iterator[Finding]:
    """A finding for each description that lacks partners who name its role, with all of them. Naming the
    department of a partner is enough, and so is being his superior; a description without partners says
    nothing."""
    organization = records.organization
    spellings = organization.naming.spellings
    named = {role.name: dict(_partners(role)) for role in organization.described() if role.collaboration}
    lacking: dict[str, list[Evidence]] = {}
    for name, partners in named.items():
        known = {name, *organization.role(name).aliases, records.home(name), *records.home(name).split("/")}
        keys = {bare(key) for key in known if key}
        for key, piece in partners.items():
            other = spellings.get(key, [])
            if len(other) != 1 or other[0] == name or other[0] not in named:
                continue
            told = not keys.isdisjoint(named[other[0]]) or other[0] in records.above(name)[:1]
            if not told and records.same_organization(name, other[0]):
                lacking.setdefault(other[0], []).append(piece)
    for name, evidence in lacking.items():
        names = [piece.role for piece in evidence]
        slots = {"role": name, "others": "、".join(names), "count": str(len(names))}
        yield Finding("one_sided_partner", Severity.LOW, (name, *names), tuple(evidence), slots)


def _partners(role: Role) -> Iterator[tuple[str, Evidence]]:
    for listing in role.collaboration:
        for item in listing.items:
            partner = item.text.split("：")[0].split(":")[0]
            yield bare(partner), Evidence(role.name, listing.kind, item)


CHECK = Check("one_sided_partner", find)
