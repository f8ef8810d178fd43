"""A document as the rest of the program sees it, whatever file it came from."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

PAGE_BREAK = "\f"  # fills the place of a page number inside a line, so that every character keeps its place


class Kind(StrEnum):
    """What a block is by its layout."""

    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Source:
    """Where something stands: the document's name and its 1-based line there."""

    document: str
    line: int


@dataclass(frozen=True, slots=True)
class Block:
    """One line, list item, heading or table row, without mark-up.

    `level`: of a heading 1..6, of an item its depth from 1. `number`: of an item in a numbered list.
    `strong`: the bold words that an item or line begins with. `continues`: a further line of the same item.
    `cells`, `table`: a row's cells, and which table of the document it belongs to (from 1). `continued`: the
    cells (by index) that are merged with those above them. `spans`: how many columns each cell spans; empty
    where each spans one. A line of a sheet has its cells too, where blank ones stand beside it.
    `quote`: the words as the document has them.
    """

    kind: Kind
    text: str
    source: Source
    level: int = 0
    number: int | None = None
    strong: str = ""
    continues: bool = False
    cells: tuple[str, ...] = ()
    continued: frozenset[int] = frozenset()
    spans: tuple[int, ...] = field(default=(), compare=False)
    table: int = 0
    quote: str = field(default="", compare=False)

    def as_heading(self, level: int, text: str = "") -> "Block":
        """The block as a heading, with its own words or those given; its quote is what the document has."""
        quote = self.quote or self.text
        return replace(self, kind=Kind.HEADING, level=level, text=text or self.text, quote=quote)


@dataclass(frozen=True, slots=True)
class Document:
    """A document's name and its blocks in reading order; `frame` are lines of the page around the content.

    `modified`: when its file was last changed, in seconds since 1970; 0 where that is not known. `missing`:
    what of the file was not read, a Chinese sentence each.
    """

    name: str
    blocks: tuple[Block, ...]
    frame: tuple[Block, ...] = ()
    modified: float = field(default=0.0, compare=False)
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """A file, or part of one, that was not read: its name, and why as a Chinese sentence that names it."""

    document: str
    reason: str


@dataclass(frozen=True, slots=True)
class Documents:
    """What was read of the files and folders given, and what was not; `files`: where each document lies."""

    read: tuple[Document, ...]
    unread: tuple[Unread, ...] = ()
    files: tuple[Path, ...] = ()
