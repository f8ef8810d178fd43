"""A large handbook made ready once, in the user's cache folder, so that a question needs no documents.

It is found by what it was made of; where it is missing, damaged or made by another release, answers come from
the documents, only later.
"""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from knowledge import Handbook
from knowledge.compiled.manifest import program
from knowledge.documents.document import Document
from knowledge.word_list import Entry

LARGE = 5_000  # statements; fewer are read in a second
_MOST_KEPT = 3


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
    def folder(self) -> Path:
        """Where it lies."""
        return cache_folder() / hashlib.sha256(self.key.encode()).hexdigest()[:24]

    def handbook(self, documents: Callable[[], Iterable[Document]]) -> Handbook | None:
        """The handbook; None where it was not prepared. `documents`: for what is not kept."""
        return Handbook.compiled(self.folder, self.key, documents, self.entries, self.newest_wins)

    def prepare(self, handbook: Handbook) -> bool:
        """Keep a handbook if it is large; whether it was. Those not used for longest go. Raises OSError."""
        if len(handbook.organization.statements) < LARGE:
            return False
        handbook.compile(self.folder, self.key)
        kept = sorted(cache_folder().iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
        for old in kept[_MOST_KEPT:]:
            with suppress(OSError):
                shutil.rmtree(old)
        return True


def cache_folder() -> Path:
    """Where prepared handbooks are kept: `ROLEBOT_CACHE`, else in the user's folder for such things."""
    own = os.environ.get("ROLEBOT_CACHE", "").strip()
    base = os.environ.get("XDG_CACHE_HOME", "").strip() or "~/.cache"
    return Path(own or f"{base}/rolebot").expanduser()
