"""Two organizations in one set of documents kept apart: a post of one is no post of the other."""

from collections.abc import Iterable
from dataclasses import replace

from knowledge.roles.role import Role
from knowledge.text import bare


def strangers(one: str, other: str) -> bool:
    """Whether two names are those of different organizations. No name may be any of them, and one name may be
    the other's short form."""
    first, second = bare(one), bare(other)
    return bool(first and second) and first not in second and second not in first


def kept_apart(roles: Iterable[Role]) -> list[Role]:
    """The roles; those whose name strangers have too carry the organization in theirs: 会计（甲公司）."""
    roles = list(roles)
    homes: dict[str, list[str]] = {}
    for role in roles:
        known = homes.setdefault(role.name, [])
        if role.organization and role.organization not in known:
            known.append(role.organization)
    return [
        of_organization(role)
        if any(strangers(role.organization, home) for home in homes[role.name])
        else role
        for role in roles
    ]


def of_organization(role: Role) -> Role:
    """A role by a name that tells of which organization; the plain name is an alias."""
    name, home = role.name, role.organization
    aliases = (*role.aliases, name, f"{home}{name}", f"{home}的{name}")
    return replace(role, name=f"{name}（{home}）", aliases=tuple(dict.fromkeys(aliases)))
