"""A large handbook made ready once, in the user's cache folder, so that a question needs no documents.

It is found by what it was made of; where it is missing, damaged or made by another release, answers come from
the documents, only later.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from bot.cache import cache_folder, drop_oldest
from knowledge import Handbook
from knowledge.compiled.manifest import program
from knowledge.documents.document import Document
from knowledge.regex import regex
from knowledge.word_list import Entry
from knowledge.workings import is_own

LARGE = 5_000  # statements; fewer are read in a second
_MOST_KEPT = 3
_LENGTH = 24  # characters of the name of a folder, which tell it from others in the cache
_NAME = regex(f"[0-9a-f]{{{_LENGTH}}}")


@dataclass(frozen=True, slots=True)
class Prepared:
    """Where a handbook is kept that was made of documents, by their digest, and of the company's words."""

    documents: str
    entries: tuple[Entry, ...] = ()
    newest_wins: bool = False

    @property
    def key(self) -> str:
        """What tells it from others."""
        words = [entry.written for entry in self.entries]
        return f"{program()} {self.documents} {words} {self.newest_wins}"

    @property
    def folder(self) -> Path | None:
        """Where it lies; None where nothing is kept."""
        place = cache_folder()
        return place and place / hashlib.sha256(self.key.encode()).hexdigest()[:_LENGTH]

    def handbook(self, documents: Callable[[], Iterable[Document]]) -> Handbook | None:
        """The handbook; None where it was not prepared. `documents`: for what is not kept."""
        folder = self.folder
        if folder is None or not is_own(folder):
            return None
        return Handbook.compiled(folder, self.key, documents, self.entries, self.newest_wins)

    def prepare(self, handbook: Handbook) -> bool:
        """Keep a handbook if it is large; whether it was. Those not used for longest go. Raises OSError."""
        folder = self.folder
        if folder is None or len(handbook.organization.statements) < LARGE:
            return False
        handbook.compile(folder, self.key)
        drop_oldest((path for path in folder.parent.iterdir() if _NAME.fullmatch(path.name)), _MOST_KEPT)
        return True
