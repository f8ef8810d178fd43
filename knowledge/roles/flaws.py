"""What a reading tells of itself that it went wrong: names that are none, posts of which nothing is said."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from knowledge.regex import regex
from knowledge.roles.reading import Reading
from knowledge.roles.role import Role
from knowledge.text import bare, fold

_LONGEST = 18  # characters of a name
_NO_NAME = regex(r"[,;。:!?、]|^[\d\W_]|^(?:负责|协助|参与|组织|编制|根据|按照|对|在|向|及时|做好)")
_JOINS = regex(r"[、/及和与]")


@dataclass(frozen=True)
class Flaw:
    """A post that was read badly, why (`name`, `nothing`, `missing`), and how much that weighs."""

    post: str
    kind: str
    weight: int


def flaws(reading: Reading, expected: Iterable[str] = ()) -> Iterator[Flaw]:
    """What is wrong with a reading. `expected`: names that headings of the document seem to be."""
    for role in reading.roles:
        if not is_name(role.name):
            yield Flaw(role.name, "name", 3)
        elif not says(role):
            yield Flaw(role.name, "nothing", 2)
    read = {bare(name) for role in reading.roles for name in (role.name, *role.aliases)}
    for name in expected:
        parts = [bare(part) for part in _JOINS.split(name)]
        if bare(name) not in read and not any(known.endswith(parts[-1]) for known in read):
            yield Flaw(name, "missing", 3)


def is_name(text: str) -> bool:
    """Whether a text can be the name of a post by its form."""
    folded = fold(text).strip()
    return len(folded) <= _LONGEST and not _NO_NAME.search(folded)


def says(role: Role) -> bool:
    """Whether a description says what a post does or may decide."""
    return bool(role.duties or role.authorities)
