"""What lies in the folder of a compiled organization, and how each value is written."""

from dataclasses import dataclass
from typing import Any

from knowledge.company_words import CompanyWords
from knowledge.compiled.coding import Coding
from knowledge.post import Post
from knowledge.reporting import Reporting
from knowledge.roles.approval import Approval
from knowledge.roles.group import Group
from knowledge.roles.role import Department, Listing, Role
from knowledge.roles.statement import Statement

FORMAT = 2  # another one is not read
MANIFEST, INDEX = "manifest.json", "index"


@dataclass(frozen=True)
class Small:
    """What is read at once: it is little, however large the organization is. `lengths`: see Spellings, of the
    names, the places and the names of roles as texts have them; `longest`: characters of the longest text of
    each set."""

    words: CompanyWords
    groups: tuple[Group, ...]
    heads: tuple[str, ...]
    longest_name: int
    english: tuple[frozenset[str], frozenset[str]]
    lengths: dict[str, dict[str, tuple[int, ...]]]
    longest: dict[str, int]


Names = tuple[str, ...]
SMALL: Coding[Small] = Coding(Small)
NAMES: Coding[Names] = Coding(Names)
PLACE: Coding[tuple[str, str]] = Coding(tuple[str, str])
TEXT: Coding[str] = Coding(str)
NUMBER: Coding[int] = Coding(int)
ROLE: Coding[Role] = Coding(Role)
ROLES: Coding[tuple[Role, ...]] = Coding(tuple[Role, ...])
LISTINGS: Coding[tuple[Listing, ...]] = Coding(tuple[Listing, ...])
POST: Coding[Post] = Coding(Post)
LINES: Coding[tuple[Reporting, ...]] = Coding(tuple[Reporting, ...])
DEPARTMENT: Coding[Department] = Coding(Department)
APPROVAL: Coding[Approval] = Coding(Approval)
STATEMENT: Coding[Statement] = Coding(Statement)

SETS = ("words", "pairs", "short_runs", "trigrams", "latin", "vocabulary")  # of texts, of lexicon and speller
SOUNDS: dict[str, Coding[Any]] = {"by_key": NAMES, "by_spelling": TEXT}  # of the speller
