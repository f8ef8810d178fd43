"""Names of roles taken in: which spellings mean which role, and which short forms are safe to join."""

from collections.abc import Iterable, Iterator

from knowledge.abbreviation import abbreviates, is_clipped, is_ending, is_initials
from knowledge.characters import GrowingCharacters
from knowledge.name_index import NameIndex, cut_of
from knowledge.neighbours import strangers
from knowledge.regex import regex
from knowledge.roles.grades import drops_grade, grades, spelled
from knowledge.roles.labels import Field
from knowledge.roles.role import Role
from knowledge.roles.staffing import is_rank
from knowledge.standing_for import own_head
from knowledge.text import bare, has_in_order

_WHICH = regex(
    r"^(?:本[\u4e00-\u9fff]{1,4}的|所辖的?|所属的?|下属的?|辖区内?的?|各([\u4e00-\u9fff])的?(?=\1)|各(?=[\u4e00-\u9fff]{3}))"
)
_LEAST_LISTED = 3  # characters of a short form that only the relation tells


class Naming(NameIndex):
    """The names and aliases of roles, taken in one by one."""

    def __init__(self, described: Iterable[Role]) -> None:
        self._names: dict[str, list[str]] = {}
        self._in_order: list[str] = []
        self._aliases: dict[str, list[str]] = {}
        self._trades: dict[str, list[str]] = {}
        self._having, self._having_aliases = GrowingCharacters(), GrowingCharacters()
        super().__init__(
            self._names, self._in_order, self._aliases, self._trades, self._having, self._having_aliases
        )
        self._numbers: dict[str, int] = {}
        self._described = {role.name: role for role in described}
        self._homes = {role.name: role.organization for role in self._described.values()}
        self._at_home: dict[str, list[Role]] = {}
        for role in self._described.values():
            self._at_home.setdefault(bare(role.department), []).append(role)
        for name in self._described:
            self._add(name, name)
        for role in self._described.values():
            for alias in role.aliases:
                self._add(alias, role.name)
        for name in self._described:
            self._cut(name)

    def _add(self, spelling: str, name: str) -> None:
        names = self._names.setdefault(bare(spelling), [])
        if name not in names:
            names.append(name)

    def _cut(self, name: str) -> None:
        if name in self._numbers:
            return
        whole, _, last = cut_of(name)
        number = self._numbers[name] = len(self._in_order)
        self._trades.setdefault(whole[:last], []).append(name)
        self._having.add(number, whole)
        self._in_order.append(name)

    def add_alias(self, alias: str, name: str) -> None:
        """Take in that short forms of an alias mean a role too."""
        self._aliases.setdefault(name, []).append(alias)
        self._having_aliases.add(self._numbers[name], bare(alias))

    def learn(self, spelling: str, name: str) -> None:
        """Take in a further name of a role."""
        self._add(spelling, name)

    def add_mentioned(self, name: str, organization: str = "") -> None:
        """Take in the name of a role that has no description, and the organization that mentions it."""
        self._homes.setdefault(name, organization)
        self._add(name, name)
        self._cut(name)

    def canonical(self, written: str, by: Role, field: Field) -> str | None:
        """The role that `by` means with a name in its superior or subordinates field; None: a role of its
        own.

        A short form is joined only where it is safe: exactly one described role of the same organization
        fits, and that role's own description does not speak against the relation; of several the only one
        of the same department, for this description alone.
        """
        names = [name for name in self._names.get(bare(written), []) if not self._is_strange(name, by)]
        if by.department and is_rank(written):  # the short name of a post of another department is not meant
            names = [name for name in names if bare(name) == bare(written) or self._is_near(name, by)]
        if not any(name in self._described for name in names):
            here = self._placed(written, by) or (
                self._own_head(written, by) if field is Field.SUPERIOR else ""
            )
            if here:
                return here
        if not names:
            full = self._names.get(_plain(written), [])
            names = [name for name in full if name != by.name and not self._is_strange(name, by)]
        if names:
            return names[0] if len(names) == 1 else None
        fitting = [
            role
            for role in map(self._described.get, self._abbreviated(bare(written)))
            if role is not None
            and role.name != by.name
            and role.organization == by.organization
            and self._agrees(role, by, field)
            and not _lists(by, role.name)
        ]
        fitting = fitting or self._clipped(written, by, field) or self._with_initials(written, by, field)
        fitting = fitting or self._unlisted(written, by, field)
        if len(fitting) > 1 and by.department:
            near = [role for role in fitting if bare(role.department) == bare(by.department)]
            return near[0].name if len(near) == 1 else None
        if len(fitting) != 1:
            return None
        self._add(written, fitting[0].name)
        self.inferred.setdefault(fitting[0].name, {})[written] = by.name
        return fitting[0].name

    def _clipped(self, written: str, by: Role, field: Field) -> list[Role]:
        """The described roles whose names are written broken off, unless that is a name by itself (会计 of
        会计师): what people call a post for short (总编) is none."""
        short = bare(written)
        if short.endswith(grades().heads) and not short.endswith(tuple(grades().short.values())):
            return []
        fitting = (r for r in self._others(short, by) if is_clipped(short, *cut_of(r.name)[::2]))
        return [role for role in fitting if self._agrees(role, by, field) and not _lists(by, role.name)]

    def _with_initials(self, written: str, by: Role, field: Field) -> list[Role]:
        """The described roles whose initials are written, and whose own description states the relation."""
        short = bare(written)
        names = map(self._in_order.__getitem__, self._having.all_of(short))
        roles = [self._described.get(name) for name in names if is_initials(short, *cut_of(name)[:2])]
        stated = [
            role
            for role in roles
            if role is not None and (role.superiors if field is Field.SUBORDINATES else role.subordinates)
        ]
        return [r for r in stated if r.organization == by.organization and self._agrees(r, by, field)]

    def _unlisted(self, written: str, by: Role, field: Field) -> list[Role]:
        """The described roles that name `by` as their superior, are not on its list of subordinates, and have
        what is listed in their names, in order: 质检员 for 质检专员."""
        short = bare(written)
        if field is not Field.SUBORDINATES or len(short) < _LEAST_LISTED:
            return []
        within = (r for r in self._others(short, by) if _is_within(short, bare(r.name)))
        return [
            role
            for role in within
            if not drops_grade(short, bare(role.name))
            and any(self._means(name, by) for name in role.superiors)
            and not _lists(by, role.name)
        ]

    def _others(self, short: str, by: Role) -> Iterator[Role]:
        """The other described roles of the organization whose names have all characters of a bare text."""
        for name in map(self._in_order.__getitem__, self._having.all_of(short)):
            role = self._described.get(name)
            if role is not None and role.name != by.name and role.organization == by.organization:
                yield role

    def _is_near(self, name: str, by: Role) -> bool:
        """Whether a described role is of the department of `by`, or of none that is known."""
        role = self._described.get(name)
        return role is None or bare(role.department) in ("", bare(by.department))

    def _placed(self, written: str, by: Role) -> str | None:
        """The described role of the department of `by` that a last word alone means: 主任 for 阅览部主任."""
        plain = bare(written)
        if not by.department or plain.removeprefix("副") not in grades().heads:
            return None
        places = {bare(by.department), bare(by.department.split("/")[-1])}
        found = [n for place in places for n in self._names.get(place + plain, []) if n in self._described]
        return found[0] if len(found) == 1 and found[0] != by.name else None

    def _own_head(self, written: str, by: Role) -> str:
        """The described head of the department of `by` that words for any such head mean: 部门经理, 科长."""
        for place in dict.fromkeys((bare(by.department), bare(by.department.split("/")[-1]))):
            near = [r for r in self._at_home.get(place, ()) if r.organization == by.organization]
            if place and (found := own_head(written, by, place, near)):
                return found
        return ""

    def ending_in(self, written: str, names: Iterable[str]) -> list[str]:
        """The described roles whose names end in a short form (大厅主管)."""
        short = bare(written)
        return [n for n in names if is_ending(short, *cut_of(n)[::2]) and not drops_grade(short, bare(n))]

    def _is_strange(self, name: str, by: Role) -> bool:
        """Whether a name is that of another organization's role."""
        return strangers(self._homes.get(name, ""), by.organization)

    def _agrees(self, role: Role, by: Role, field: Field) -> bool:
        """Whether the description of `role` leaves room for the relation that `by` states."""
        if field is Field.SUBORDINATES:
            return not role.superiors or any(self._means(name, by) for name in role.superiors)
        return not role.subordinates or any(self._means(name, by) for name in role.subordinates)

    def _means(self, written: str, role: Role) -> bool:
        short = bare(written)
        name, starts, last = cut_of(role.name)
        known = role.name in (*self._names.get(short, []), *self._names.get(_plain(written), []))
        return known or abbreviates(short, name, starts, last) or is_initials(short, name, starts)


def _lists(role: Role, name: str) -> bool:
    """Whether a description names another by its full name as well: 副导演、选角副导演 are two."""
    listed = (*role.superiors, *role.subordinates, *role.dotted_superiors, *role.dotted_subordinates)
    return any(bare(one) == bare(name) for one in listed)


def _is_within(short: str, name: str) -> bool:
    """Whether a name begins and ends like a shorter one and has its characters between in their order."""
    return short[0] == name[0] and short[-1] == name[-1] and has_in_order(name, short)


def _plain(written: str) -> str:
    """A name without words that say which of them, its last word in full: 各园园长, 营运副总."""
    return spelled(_WHICH.sub("", written.strip()))
