"""Groups of roles that documents define, and to whom a rule applies."""

from collections.abc import Callable, Iterable

from knowledge.roles.group import BODIES, Group
from knowledge.roles.prose import prose
from knowledge.standing_for import is_head_of_body
from knowledge.text import bare, fold

NAMED, MEMBER, EVERYBODY, NOBODY = 3, 2, 1, 0  # how closely a rule fits an asker
_BODY_ENDS = ("部", "科", "处", "室", "中心", "车间")
_PEOPLE = ("工作人员", "人员", "员工", "职工")


class Grouping:
    """Groups with their members by canonical names."""

    def __init__(self, groups: Iterable[Group], canonical: Callable[[str], str]) -> None:
        """`canonical`: the full name of a role as written."""
        self.groups: dict[str, Group] = {}
        for group in groups:
            self.groups.setdefault(group.name, group)
        self._canonical = canonical
        self._by_name = {bare(name): group for name, group in self.groups.items()}

    def members(self, name: str) -> list[str]:
        """The members of a group, in the order of the documents; empty where it is none."""
        group = self._by_name.get(bare(name))
        return [self._canonical(member) for member in group.members] if group else []

    def of(self, role: str) -> list[Group]:
        """The groups that a role belongs to, but for bodies, which act as one."""
        return [g for name, g in self.groups.items() if not g.is_body and role in self.members(name)]

    def fit(self, applies_to: Iterable[str], role: str, department: str = "") -> int:
        """How closely a rule fits a role: NAMED, MEMBER of a group or department, EVERYBODY, or NOBODY.

        Of the rules of one matter those hold that fit best.
        """
        names = list(applies_to)
        return max(self._fit(name, role, department) for name in names) if names else EVERYBODY

    def _fit(self, name: str, role: str, department: str) -> int:
        if self._canonical(name) == role:
            return NAMED
        if not name.endswith(BODIES) and role in self.members(name):
            return MEMBER
        place = next((name.removesuffix(word) for word in _PEOPLE if name.endswith(word)), "")
        if department and _is_in(bare(place or name), department):
            return MEMBER
        if is_head_of_body(fold(name), role, department):
            return MEMBER
        return EVERYBODY if fold(name) in prose().everybody else NOBODY


def _is_in(place: str, department: str) -> bool:
    """Whether a department is a place or a part of it: 销售部展厅组 is one of 销售部."""
    homes = (bare(department), *map(bare, department.split("/")))
    return place in homes or (place.endswith(_BODY_ENDS) and any(home.startswith(place) for home in homes))
