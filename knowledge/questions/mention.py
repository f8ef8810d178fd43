"""What the words of a question mention."""

from dataclasses import dataclass
from enum import StrEnum


class TokenKind(StrEnum):
    """What a piece of a question is to the reader of it."""

    ROLE = "role"
    PLACE = "place"  # a department, function or partner by name
    PHRASE = "phrase"  # a phrase of the tables
    WORD = "word"  # a word of the documents or of general business Chinese
    UNKNOWN = "unknown"
    FILLER = "filler"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the question; tokens follow each other and cover all of it."""

    kind: TokenKind
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase of one kind at a place; mentions of different kinds may overlap."""

    kind: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class RoleMention:
    """A role that the question names: all roles that the words may mean, and how well they fit (0..1).

    `unknown` is a name built like a post's that no document has (高级主管): then `names` are the nearest
    ones.
    """

    start: int
    end: int
    text: str
    names: tuple[str, ...]
    quality: float
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A department, one of its functions, or a partner that the question names; `kind` tells which."""

    kind: str
    start: int
    end: int
    name: str
    quality: float = 1.0
