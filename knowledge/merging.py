"""Several descriptions of one role as one: nothing is lost, and where they differ the first one leads."""

from collections.abc import Iterable
from dataclasses import replace
from functools import reduce

from knowledge.roles.role import Department, Duty, Listing, Passage, Role
from knowledge.text import bare


def merged(roles: Iterable[Role]) -> Role:
    """The role that descriptions of one name tell of together. Short fields are those of the first that has
    them; duties, rights and partners are those of all, each sentence once with the place where it stands."""
    return reduce(_merged, roles)


def _merged(one: Role, other: Role) -> Role:
    facts = {**other.facts, **one.facts}
    none = {field for field in facts if field in (one.none if field in one.facts else other.none)}
    return replace(
        one,
        aliases=tuple(dict.fromkeys((*one.aliases, *other.aliases))),
        organization=one.organization or other.organization,
        superiors=one.superiors or other.superiors,
        dotted_superiors=one.dotted_superiors or other.dotted_superiors,
        subordinates=one.subordinates or other.subordinates,
        dotted_subordinates=one.dotted_subordinates or other.dotted_subordinates,
        facts=facts,
        none=frozenset(none),
        blank=(one.blank | other.blank) - facts.keys(),
        duties=_duties((*one.duties, *other.duties)),
        authorities=_listings((*one.authorities, *other.authorities)),
        collaboration=_listings((*one.collaboration, *other.collaboration)),
        others=_listings((*one.others, *other.others)),
        stated={**other.stated, **one.stated},
    )


def _duties(duties: Iterable[Duty]) -> tuple[Duty, ...]:
    """The duties, those with one title joined."""
    found: dict[str, Duty] = {}
    for duty in duties:
        key = bare(duty.title.text)
        known = found.get(key)
        found[key] = replace(known, tasks=_once((*known.tasks, *duty.tasks))) if known else duty
    return tuple(found.values())


def _listings(listings: Iterable[Listing]) -> tuple[Listing, ...]:
    """The lists, those of one kind joined."""
    found: dict[str, Listing] = {}
    for listing in listings:
        known = found.get(listing.kind)
        found[listing.kind] = (
            replace(known, items=_once((*known.items, *listing.items))) if known else listing
        )
    return tuple(found.values())


def _once(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    found: dict[str, Passage] = {}
    for passage in passages:
        found.setdefault(bare(passage.text), passage)
    return tuple(found.values())


def by_name(departments: Iterable[Department]) -> dict[str, Department]:
    """The departments by name, several descriptions of one as one: all functions, the first overview."""
    found: dict[str, Department] = {}
    for department in departments:
        known = found.get(department.name)
        found[department.name] = _joined(known, department) if known else department
    return found


def _joined(one: Department, other: Department) -> Department:
    further = tuple(function for function in other.functions if function not in one.functions)
    return replace(one, overview=one.overview or other.overview, functions=(*one.functions, *further))
