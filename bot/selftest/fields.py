"""Items about a role's own description: its duties, its department, its headcount."""

from collections.abc import Iterator

from bot.selftest.item import Item
from knowledge.organization import Organization
from knowledge.roles.labels import Field
from knowledge.roles.role import Role

_FIELDS = {Field.DEPARTMENT: "department", Field.HEADCOUNT: "headcount"}


def field_items(organization: Organization) -> Iterator[Item]:
    """What each description has."""
    for role in organization.described():
        slots = {"role": role.name}
        if role.duties:
            yield Item("duties", "duties", slots, ("role",), has=_ends_of_duties(role))
        for field, kind in _FIELDS.items():
            value = role.text(field)
            if value and field not in role.none:
                note = role.facts[field].quote
                yield Item(kind, kind, slots, ("role",), has=(value,), note=note)


def _ends_of_duties(role: Role) -> tuple[str, ...]:
    """The first and the last duty: a reply with both has not stopped half-way."""
    titles = [duty.title.text for duty in role.duties]
    return tuple(dict.fromkeys((titles[0], titles[-1])))
