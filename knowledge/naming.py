"""Names of roles: which spellings mean which role, and which short forms are safe to join."""

import re
from collections.abc import Iterable

from knowledge.abbreviation import abbreviates, word_starts
from knowledge.roles.grades import drops_grade, grades
from knowledge.roles.labels import Field
from knowledge.roles.role import Role
from knowledge.text import bare, fold

_TWO = re.compile(r"[a-z0-9]+|[\u4e00-\u9fff]{1,2}|[^\s]")


class Naming:
    """The names and aliases of roles, by their bare spelling."""

    def __init__(self, described: Iterable[Role]) -> None:
        self._described = list(described)
        self._names: dict[str, list[str]] = {}
        self.inferred: dict[str, dict[str, str]] = {}
        for role in self._described:
            self._add(role.name, role.name)
        for role in self._described:
            for alias in role.aliases:
                self._add(alias, role.name)
        self._cuts = {role.name: word_starts(fold(role.name), cut_name) for role in self._described}

    def _add(self, spelling: str, name: str) -> None:
        names = self._names.setdefault(bare(spelling), [])
        if name not in names:
            names.append(name)

    def learn(self, spelling: str, name: str) -> None:
        """Take in a further name of a role."""
        self._add(spelling, name)

    def fitting(self, short: str) -> list[str]:
        """The roles of whose names a bare text is a short form, in the order of the documents."""
        names = (name for name, cut in self._cuts.items() if abbreviates(short, *cut))
        return [name for name in names if not drops_grade(short, bare(name))]

    def add_mentioned(self, name: str) -> None:
        """Take in the name of a role that has no description."""
        self._add(name, name)
        self._cuts[name] = word_starts(fold(name), cut_name)

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
        names = self._names.get(bare(written), [])
        if names:
            return names[0] if len(names) == 1 else None
        fitting = [
            role
            for role in self._described
            if role.name != by.name
            and role.organization == by.organization
            and abbreviates(bare(written), *self._cuts[role.name])
            and not drops_grade(bare(written), bare(role.name))
            and self._agrees(role, by, field)
        ]
        if len(fitting) != 1:
            return None
        self._add(written, fitting[0].name)
        self.inferred.setdefault(fitting[0].name, {})[written] = by.name
        return fitting[0].name

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
