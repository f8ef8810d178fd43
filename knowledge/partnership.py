"""Which roles may name a word in their lists of partners, without looking at every list."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from knowledge.characters import Characters, GrowingCharacters
from knowledge.roles.role import Role
from knowledge.text import bare


@dataclass(frozen=True)
class Partnership:
    """`names`: bare names of partners; `having`: the characters of the lists, by the numbers of the roles."""

    names: AbstractSet[str]
    having: Characters

    def numbers(self, words: Iterable[str]) -> list[int]:
        """The roles whose lists have all characters of a word, or of a partner that a word names."""
        found = set[int]()
        for word in map(bare, words):
            parts = {word[a:b] for a in range(len(word)) for b in range(a + 2, len(word) + 1)}
            for part in (word, *(part for part in parts if part in self.names)):
                found.update(self.having.all_of(part))
        return sorted(found)


def partnership(roles: Iterable[Role], partners: Iterable[str]) -> Partnership:
    """That of roles in order, and the names of all their partners."""
    having = GrowingCharacters()
    for number, role in enumerate(roles):
        for listing in role.collaboration:
            having.add(number, bare("".join(item.text for item in listing.items)))
    names = frozenset(map(bare, partners))
    return Partnership(names | {name.removeprefix("各大").removeprefix("各") for name in names}, having)


def partner_names(roles: Iterable[Role]) -> list[str]:
    """Everyone named as a partner in collaboration, in order."""
    items = (item.text for role in roles for listing in role.collaboration for item in listing.items)
    return list(dict.fromkeys(text.split("：")[0].split(":")[0].strip() for text in items))
