"""Names of roles: which spellings mean which role, and which short forms are safe to join."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from knowledge.abbreviation import abbreviates, word_starts
from knowledge.characters import Characters
from knowledge.neighbours import strangers
from knowledge.roles.grades import drops_grade, grades
from knowledge.roles.labels import Field
from knowledge.roles.role import Role
from knowledge.text import bare, fold

MOST_CALLED = 60  # roles that one short form may mean
_TWO = re.compile(r"[a-z0-9]+|[\u4e00-\u9fff]{1,2}|[^\s]")


class Naming:
    """The names and aliases of roles, by their bare spelling."""

    def __init__(self, described: Iterable[Role]) -> None:
        self._described = {role.name: role for role in described}
        self._homes = {role.name: role.organization for role in self._described.values()}
        self._names: dict[str, list[str]] = {}
        self._cuts: dict[str, tuple[str, frozenset[int], int]] = {}
        self._numbered: list[str] = []
        self._having = Characters()  # of the names, by their numbers
        self._aliases: dict[str, list[str]] = {}
        self._numbers: dict[str, int] = {}
        self._having_aliases = Characters()
        self._trades: dict[str, list[str]] = {}
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
        whole, _, last = self._cuts[name] = word_starts(fold(name), cut_name)
        self._trades.setdefault(whole[:last], []).append(name)
        self._numbers[name] = len(self._numbered)
        self._having.add(len(self._numbered), whole)
        self._numbered.append(name)

    def add_alias(self, alias: str, name: str) -> None:
        """Take in that short forms of an alias mean a role too."""
        self._aliases.setdefault(name, []).append(alias)
        self._having_aliases.add(self._numbers[name], bare(alias))

    def _abbreviated(self, short: str) -> Iterator[str]:
        """The names that a bare text may be a short form of, in the order of the documents: those that have
        all of its characters are looked at, not every name."""
        for name in map(self._numbered.__getitem__, self._having.all_of(short)):
            if abbreviates(short, *self._cuts[name]) and not drops_grade(short, bare(name)):
                yield name

    def learn(self, spelling: str, name: str) -> None:
        """Take in a further name of a role."""
        self._add(spelling, name)

    def fitting(self, short: str) -> list[str]:
        """The roles of whose names a bare text is a short form, in the order of the documents."""
        return list(self._abbreviated(short))

    def called(self, short: str) -> list[str]:
        """The roles of whose names or aliases a bare text is a short form, in the order of the documents; of
        very many the first ones."""
        if not self._aliases:
            return list(islice(self._abbreviated(short), MOST_CALLED))
        numbers = {*self._having.all_of(short), *self._having_aliases.all_of(short)}
        names = (self._numbered[number] for number in sorted(numbers))
        fitting = (n for n in names if self._fits(short, n) and not drops_grade(short, bare(n)))
        return list(islice(fitting, MOST_CALLED))

    def _fits(self, short: str, name: str) -> bool:
        return abbreviates(short, *self._cuts[name]) or any(
            abbreviates(short, *word_starts(fold(alias), cut_name)) for alias in self._aliases.get(name, ())
        )

    def trade(self, words: str) -> list[str]:
        """The roles whose names are the given words and a last word."""
        return self._trades.get(words, [])

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
