"""All statements of an organization, and those that one asks for together, without looking at every one."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from knowledge.roles.acting import deputies_named
from knowledge.roles.statement import Statement

_OWN, _HANDED, _RULES, _FUNCTIONS, _DEPUTIES = "own", "handed", "rules", "functions", "deputies"

Numbers = Mapping[str, Sequence[int]]


@dataclass(frozen=True)
class Statements:
    """The statements in the order of the documents. `numbers`: what is asked for together, by its key."""

    every: Sequence[Statement]
    numbers: Numbers

    def __len__(self) -> int:
        return len(self.every)

    def __iter__(self) -> Iterator[Statement]:
        return iter(self.every)

    def __getitem__(self, number: int) -> Statement:
        return self.every[number]

    def of(self, *owners: str) -> list[Statement]:
        """Those of roles or departments."""
        return self._those(*(f"{_OWN} {owner}" for owner in owners))

    def numbers_of(self, owners: Iterable[str]) -> set[int]:
        """The numbers of the statements of roles or departments."""
        return set(chain.from_iterable(self.numbers.get(f"{_OWN} {owner}", ()) for owner in owners))

    def about(self, names: Iterable[str]) -> list[Statement]:
        """Those of roles, and those that hand a right to one of them."""
        return self._those(*(f"{kind} {name}" for name in names for kind in (_OWN, _HANDED)))

    def rules(self, owner: str) -> list[Statement]:
        """The approvals under a heading outside any description."""
        return self._those(f"{_RULES} {owner}")

    def functions(self) -> list[Statement]:
        """The items of the functions of departments."""
        return self._those(_FUNCTIONS)

    def on_deputies(self, name: str) -> list[Statement]:
        """Those that say who stands in for a role by its name, and all of its own."""
        return self._those(f"{_OWN} {name}", f"{_DEPUTIES} {name}")

    def _those(self, *keys: str) -> list[Statement]:
        numbers = sorted(set(chain.from_iterable(self.numbers.get(key, ()) for key in keys)))
        return [self.every[number] for number in numbers]


def keys_of(
    statement: Statement, holder_name: Callable[[str, str], str], spellings: Mapping[str, Sequence[str]]
) -> Iterator[str]:
    """What a statement is asked for by. `holder_name`: the canonical name of a holder; see Organization;
    `spellings`: see Naming."""
    yield f"{_OWN} {statement.owner}"
    for right in statement.rights:
        if right.holder:
            yield f"{_HANDED} {holder_name(right.holder, right.holder)}"
    if statement.rule:
        yield f"{_RULES} {statement.owner}"
    if statement.is_department and statement.heading:
        yield _FUNCTIONS
    for whose, _ in deputies_named(statement.folded):
        yield from (f"{_DEPUTIES} {name}" for name in (whose, *spellings.get(whose, ())))


def numbered(
    every: Iterable[Statement], holder_name: Callable[[str, str], str], spellings: Mapping[str, Sequence[str]]
) -> dict[str, list[int]]:
    """The numbers of statements by what they are asked for by."""
    numbers: dict[str, list[int]] = {}
    for number, statement in enumerate(every):
        for key in dict.fromkeys(keys_of(statement, holder_name, spellings)):
            numbers.setdefault(key, []).append(number)
    return numbers
