"""Items about reporting lines: who is above and below a role, asked from both sides."""

from collections.abc import Iterable, Iterator

from bot.selftest.item import ANSWERED, NO, REFUSED, Item, is_post
from knowledge.organization import Organization
from knowledge.reporting import Reporting
from knowledge.roles.labels import Field


def relation_items(organization: Organization) -> Iterator[Item]:
    """What every role's lines say; of a role with a description also that they do not say it."""
    for name in [role.name for role in organization.roles.values() if is_post(role)]:
        yield from _superior(organization, name)
        yield from _subordinates(organization, name)
        yield from _between(organization, name)


def _superior(organization: Organization, name: str) -> Iterator[Item]:
    lines = organization.superiors(name)
    dotted = _ends(organization.superiors(name, dotted=True), "superior")
    slots = {"role": name}
    if lines:
        above, note = _ends(lines, "superior"), lines[0].passage.quote
        yield Item("superior", "superior", slots, ("role",), roles=above, roles_ok=dotted, note=note)
        higher = _ends((far for role in above for far in organization.superiors(role)), "superior")
        if higher and len(above) == 1:
            yield Item("chain", "chain", slots, ("role",), roles=higher, roles_ok=above)
    else:
        yield _nothing(organization, name, "superior", Field.SUPERIOR)


def _subordinates(organization: Organization, name: str) -> Iterator[Item]:
    lines = organization.subordinates(name)
    dotted = _ends(organization.subordinates(name, dotted=True), "subordinate")
    if lines:
        below, note = _ends(lines, "subordinate"), lines[0].passage.quote
        slots = {"role": name}
        yield Item("subordinates", "subordinates", slots, ("role",), roles=below, roles_ok=dotted, note=note)
    elif not dotted:
        yield _nothing(organization, name, "subordinates", Field.SUBORDINATES)


def _nothing(organization: Organization, name: str, kind: str, field: Field) -> Item:
    """A role of which the documents state that there is none, or say nothing at all."""
    stated = field in organization.role(name).none
    status, roles = (ANSWERED, ()) if stated else (REFUSED, None)
    return Item(kind, kind, {"role": name}, ("role",), status, roles)


def _between(organization: Organization, name: str) -> Iterator[Item]:
    """Whether one is the other's superior: yes, and the other way round no."""
    for line in organization.superiors(name)[:1]:
        note = line.passage.quote
        for one, other, verdict in ((line.superior, name, True), (name, line.superior, False)):
            slots = {"role": one, "other": other}
            status = ANSWERED if verdict else NO
            yield Item("relation", "relation", slots, ("role",), status, verdict=verdict, note=note)


def _ends(lines: Iterable[Reporting], end: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(getattr(line, end) for line in lines))
