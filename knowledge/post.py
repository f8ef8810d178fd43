"""Where roles belong, and by which names they go."""

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.roles.grades import grades
from knowledge.roles.labels import labels
from knowledge.roles.role import Role
from knowledge.text import bare


@dataclass(frozen=True, slots=True)
class Post:
    """What of a role is asked for most: where it belongs (`home`: see there), by which names it goes."""

    name: str
    department: str
    home: str
    organization: str
    aliases: tuple[str, ...]
    described: bool


def home(role: Role) -> str:
    """The department of a role: as its description states it, else the one that its name begins with."""
    if role.department or not role.described:
        return role.department
    found = labels().department_in_name.match(role.name)
    return found["department"] if found and found["post"].endswith(grades().heads) else ""


def places_of(home: str) -> list[str]:
    """The bare names of a department and of those that it lies in."""
    return list(dict.fromkeys(map(bare, [home, *home.split("/")]))) if home else []


def home_of(posts: Mapping[str, Post], name: str) -> str:
    """The home of a role by its name, empty where it has none."""
    return posts[name].home if name in posts else ""
