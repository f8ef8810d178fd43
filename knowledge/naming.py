"""Names of roles: which spellings mean which role, and which short forms are safe to join."""

from collections.abc import Iterable

from knowledge.abbreviation import abbreviates, word_starts
from knowledge.neighbours import strangers
from knowledge.regex import regex
from knowledge.roles.grades import drops_grade, grades
from knowledge.roles.labels import Field
from knowledge.roles.role import Role
from knowledge.text import bare, fold

_TWO = regex(r"[a-z0-9]+|[\u4e00-\u9fff]{1,2}|[^\s]")


class Naming:
    """The names and aliases of roles, by their bare spelling."""

    def __init__(self, described: Iterable[Role]) -> None:
        self._described = {role.name: role for role in described}
        self._homes = {role.name: role.organization for role in self._described.values()}
        self._names: dict[str, list[str]] = {}
        self._cuts: dict[str, tuple[str, frozenset[int], int]] = {}
        self._numbered: list[str] = []
        self._having: dict[str, set[int]] = {}  # a character → the numbers of the names that have it
        self.inferred: dict[str, dict[str, str]] = {}
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
        if name in self._cuts:
            return
        self._cuts[name] = word_starts(fold(name), cut_name)
        for character in set(self._cuts[name][0]):
            self._having.setdefault(character, set()).add(len(self._numbered))
        self._numbered.append(name)

    def _abbreviated(self, short: str) -> list[str]:
        """The names that a bare text may be a short form of, in the order of the documents: those that have
        all of its characters are looked at, not every name."""
        having = sorted((self._having.get(character, set()) for character in set(short)), key=len)
        numbers = sorted(set.intersection(*having)) if having else []
        names = [self._numbered[number] for number in numbers]
        return [n for n in names if abbreviates(short, *self._cuts[n]) and not drops_grade(short, bare(n))]

    def learn(self, spelling: str, name: str) -> None:
        """Take in a further name of a role."""
        self._add(spelling, name)

    def fitting(self, short: str) -> list[str]:
        """The roles of whose names a bare text is a short form, in the order of the documents."""
        return self._abbreviated(short)

    def add_mentioned(self, name: str, organization: str = "") -> None:
        """Take in the name of a role that has no description, and the organization that mentions it."""
        self._homes.setdefault(name, organization)
        self._add(name, name)
        self._cut(name)

    @property
    def spellings(self) -> dict[str, list[str]]:
        """Bare spelling → the roles it names; two roles where an alias is shared (PM)."""
        return self._names

    def cuts(self) -> dict[str, tuple[str, frozenset[int], int]]:
        """Each role's name with the places where its words start."""
        return self._cuts

    def canonical(self, written: str, by: Role, field: Field) -> str | None:
        """The role that `by` means with a name in its superior or subordinates field; None: a role of its
        own.

        A short form is joined only where it is safe: exactly one described role of the same organization
        fits, and that role's own description does not speak against the relation.
        """
        names = [name for name in self._names.get(bare(written), []) if not self._is_strange(name, by)]
        if names:
            return names[0] if len(names) == 1 else None
        fitting = [
            role
            for role in map(self._described.get, self._abbreviated(bare(written)))
            if role is not None
            and role.name != by.name
            and role.organization == by.organization
            and self._agrees(role, by, field)
        ]
        if len(fitting) != 1:
            return None
        self._add(written, fitting[0].name)
        self.inferred.setdefault(fitting[0].name, {})[written] = by.name
        return fitting[0].name

    def _is_strange(self, name: str, by: Role) -> bool:
        """Whether a name is that of another organization's role."""
        return strangers(self._homes.get(name, ""), by.organization)

    def _agrees(self, role: Role, by: Role, field: Field) -> bool:
        """Whether the description of `role` leaves room for the relation that `by` states."""
        if field is Field.SUBORDINATES:
            return not role.superiors or any(self._means(name, by) for name in role.superiors)
        return not role.subordinates or any(self._means(name, by) for name in role.subordinates)

    def _means(self, written: str, role: Role) -> bool:
        return role.name in self._names.get(bare(written), []) or abbreviates(
            bare(written), *self._cuts[role.name]
        )


def cut_name(text: str) -> list[str]:
    """The words of a folded post name: its head (主管) and before it words of two characters (客户|开发)."""
    head = next((h for h in grades().heads if text.endswith(h)), "")
    if not head and text.endswith(tuple("员长师工")) and len(text) > 2:
        head = text[-3:] if len(text) > 4 else text[-1]  # 调查员 of 人伤调查员
    body = text[: len(text) - len(head)] if head else text
    return [*_TWO.findall(body), *([head] if head else [])]
