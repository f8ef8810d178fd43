"""Rights over one matter that two roles have, one above the other or side by side."""

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.actions import Strength
from knowledge.health.matter import is_comparable, is_shared, matter_of
from knowledge.health.parallel import are_parallel
from knowledge.health.records import Records
from knowledge.roles.limit import Limit
from knowledge.roles.statement import Statement

_MOST_HOLDERS = 20  # of one matter; more than that have it from a form

_Key = tuple[str, str, Limit | None, str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Claim:
    """A role's right over a matter, and the statement that gives it."""

    role: str
    matter: str
    limit: Limit | None
    statement: Statement


@dataclass(frozen=True, slots=True)
class Competition:
    """Two claims to one matter; `levels` where the first role is above the second."""

    one: Claim
    other: Claim
    levels: bool


def competitions(records: Records, strength: Strength, shared: bool = False) -> Iterator[Competition]:
    """The claims of this strength to one matter, by pairs; `shared`: only where the matter is that of a
    department or company. Each role is compared with those above it and with the first of its department."""
    for claims in _claims(records, strength, shared).values():
        if not 1 < len(claims) <= _MOST_HOLDERS:
            continue
        peers: dict[str, Claim] = {}
        for name, claim in claims.items():
            above = [claims[up] for up in records.above(name) if up in claims]
            if above:
                yield Competition(above[0], claim, levels=True)
                continue
            peer = peers.setdefault(records.home(name), claim)
            if peer is not claim and records.home(name) and not are_parallel(peer.role, name):
                yield Competition(peer, claim, levels=False)


def _claims(records: Records, strength: Strength, shared: bool) -> dict[_Key, dict[str, Claim]]:
    """The claims by organization, matter, limit, the department whose it is, and whom it applies to."""
    organization = records.organization
    found: dict[_Key, dict[str, Claim]] = {}
    for statement in organization.statements:
        for right in statement.rights:
            if right.strength is not strength or right.negated or right.performed or statement.is_department:
                continue
            name = records.holder(statement, right)
            if name not in organization.roles:
                continue
            matter = matter_of(right, records.home(name))
            if not is_comparable(matter) or (shared and not is_shared(matter)):
                continue
            owned = records.home(name) if "部门" in matter else ""
            home = organization.role(name).organization
            key = (home, matter, right.limit, owned, statement.applies_to)
            found.setdefault(key, {}).setdefault(name, Claim(name, matter, right.limit, statement))
    return found
