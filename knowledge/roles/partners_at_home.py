"""Partners told in a line that names whose they are: 检测室主任与农业农村局保持联系, below another post."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from knowledge.roles.items import PARTNERS_TOLD
from knowledge.roles.names import split_list
from knowledge.roles.role import Listing, Passage, Role
from knowledge.text import bare


def with_partners_at_home(roles: Sequence[Role]) -> list[Role]:
    """The roles, each with the partners that lines below another one say it has."""
    names = {bare(role.name): role.name for role in roles}
    moved: dict[str, list[Listing]] = {}
    kept = []
    for role in roles:
        listings = []
        for listing in role.collaboration:
            own: list[Passage] = []
            for item in listing.items:
                whose, named = _told(item, names)
                if whose in ("", role.name):
                    own += named
                else:
                    moved.setdefault(whose, []).append(Listing(listing.kind, tuple(named)))
            listings.append(replace(listing, items=tuple(own)))
        kept.append(replace(role, collaboration=tuple(one for one in listings if one.items)))
    return [replace(r, collaboration=_joined(r.collaboration, moved.get(r.name, ()))) for r in kept]


def _told(item: Passage, names: dict[str, str]) -> tuple[str, list[Passage]]:
    """The post that an item is told of, empty where none is, and the partners it names."""
    told = PARTNERS_TOLD.fullmatch(item.text)
    whose = names.get(bare(told["who"]), "") if told else ""
    if told is None or not whose:
        return "", [item]
    return whose, [Passage(name, item.quote, item.source) for name in split_list(told["whom"])]


def _joined(own: Iterable[Listing], more: Iterable[Listing]) -> tuple[Listing, ...]:
    """The lists, those of one kind as one."""
    items: dict[str, tuple[Passage, ...]] = {}
    for listing in (*own, *more):
        items[listing.kind] = (*items.get(listing.kind, ()), *listing.items)
    return tuple(Listing(kind, told) for kind, told in items.items())
