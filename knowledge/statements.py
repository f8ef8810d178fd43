"""All statements of an organization, and those that one asks for together, without looking at every one."""

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Protocol

from knowledge.actions import Strength
from knowledge.roles.acting import deputies_named
from knowledge.roles.statement import Statement

_OWN, _HANDED, _RULES, _FUNCTIONS, _DEPUTIES = "own", "handed", "rules", "functions", "deputies"

Numbers = Mapping[str, Sequence[int]]
HolderName = Callable[[str, str], str]
_LEAST_COINED, _MOST_COINED = 2, 4  # characters of the name of a right


@dataclass(frozen=True)
class Statements:
    """The statements in the order of the documents. `numbers`: what is asked for together, by its key;
    `coined`: what rights are called that have no verb of authority (退测权)."""

    every: Sequence[Statement]
    numbers: Numbers
    coined: frozenset[str] = frozenset()

    @property
    def sought(self) -> Sequence[str]:
        """Of each statement the folded text by which it is found."""
        return [statement.sought for statement in self.every]

    @property
    def folded(self) -> Sequence[str]:
        """Of each statement the folded text."""
        return [statement.folded for statement in self.every]

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
        return [self.every[number] for number in self.numbers_about(names)]

    def numbers_about(self, names: Iterable[str]) -> list[int]:
        """The numbers of those of roles, and of those that hand a right to one of them."""
        return self._numbers(*(f"{kind} {name}" for name in names for kind in (_OWN, _HANDED)))

    def owner_of(self, number: int) -> str:
        """Whose a statement is."""
        return self.every[number].owner

    def speaking_of(self, owner: str, words: Collection[str]) -> list[Statement]:
        """Those of a role or department that have one of some words."""
        return [s for s in self.of(owner) if any(word in s.folded for word in words)]

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
        return [self.every[number] for number in self._numbers(*keys)]

    def _numbers(self, *keys: str) -> list[int]:
        return sorted(set(chain.from_iterable(self.numbers.get(key, ()) for key in keys)))


def keys_of(
    statement: Statement, holder_name: HolderName, spellings: Mapping[str, Sequence[str]]
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


@dataclass(frozen=True)
class Batch:
    """Some statements in order, `packed` as a shelf takes them, and what is asked of them: see Statements."""

    packed: Any
    keys: list[tuple[str, ...]]
    coined: frozenset[str]


class Shelf(Protocol):
    """Where statements are put as they are made, by several processes where they are very many."""

    def pack(self, statements: Sequence[Statement]) -> Any:
        """Statements as they are sent to the process that keeps them."""

    def put(self, packed: Any) -> None:
        """Take in what was packed, behind what was taken in before."""

    def statements(self, numbers: Numbers, coined: frozenset[str]) -> Statements:
        """All that was put in; `numbers`, `coined`: see Statements."""


class MemoryShelf:
    """Keeps statements in memory."""

    def __init__(self) -> None:
        self._every: list[Statement] = []

    def pack(self, statements: Sequence[Statement]) -> Sequence[Statement]:
        """The statements themselves."""
        return statements

    def put(self, packed: Sequence[Statement]) -> None:
        """Take them in."""
        self._every += packed

    def statements(self, numbers: Numbers, coined: frozenset[str]) -> Statements:
        """All of them."""
        return Statements(tuple(self._every), numbers, coined)


def batch(
    statements: Sequence[Statement],
    shelf: Shelf,
    holder_name: HolderName,
    spellings: Mapping[str, Sequence[str]],
) -> Batch:
    """Statements with what they are asked for by; see `keys_of`."""
    keys = [tuple(dict.fromkeys(keys_of(statement, holder_name, spellings))) for statement in statements]
    rights = (right for statement in statements for right in statement.rights)
    coined = (
        right.verb
        for right in rights
        if right.strength is Strength.EXECUTE and _LEAST_COINED <= len(right.verb) <= _MOST_COINED
    )
    return Batch(shelf.pack(statements), keys, frozenset(coined))


def gathered(batches: Iterable[Batch], shelf: Shelf) -> Statements:
    """The statements of batches one after another, put on a shelf."""
    numbers: dict[str, array[int]] = {}
    coined, number = set[str](), 0
    for made in batches:
        shelf.put(made.packed)
        coined |= made.coined
        for keys in made.keys:
            for key in keys:
                found = numbers.get(key)
                if found is None:
                    found = numbers[key] = array("I")
                found.append(number)
            number += 1
    return shelf.statements(numbers, frozenset(coined))
