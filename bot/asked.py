"""What a single question from the command line has made of little documents, kept in the user's cache folder
for the next one, which needs not read them again.

It is found by what it was made of; where it is missing or damaged, answers come from the documents, only
later.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cache import cache_folder, drop_oldest
from knowledge import Handbook
from knowledge.compiled.manifest import program
from knowledge.digest import blake2b
from knowledge.documents.fingerprint import fingerprint
from knowledge.workings import is_own

if TYPE_CHECKING:
    from knowledge.documents.document import Document
    from knowledge.word_list import Entry

MOST = 5_000  # statements; more are not written in a moment
_PLACE = "asked"
_MOST_BYTES = 20_000_000  # of documents, which have to be read to know them again
_MOST_KEPT = 20


@dataclass(frozen=True, slots=True)
class Asked:
    """Where it is kept; `key` says what it was made of."""

    folder: Path
    key: str
    newest_wins: bool = False

    @classmethod
    def of(cls, paths: Iterable[Path], newest_wins: bool = False) -> "Asked | None":
        """That of files and folders, the files of company words among them; None where none can be kept."""
        place, made_of = cache_folder(), fingerprint(paths, _MOST_BYTES)
        if place is None or made_of is None:
            return None
        return cls._in(place, made_of, newest_wins)

    @classmethod
    def of_store(cls, version: str, entries: Iterable["Entry"], newest_wins: bool = False) -> "Asked | None":
        """That of a version of what was imported, by its digest, and the company's words."""
        place, words = cache_folder(), [entry.written for entry in entries]
        return cls._in(place, f"{version} {words}", newest_wins) if place else None

    @classmethod
    def _in(cls, place: Path, made_of: str, newest_wins: bool) -> "Asked":
        key = f"{program()} {made_of} {newest_wins}"
        name = blake2b(f"{made_of} {newest_wins}".encode(), digest_size=16).hexdigest()
        return cls(place / _PLACE / name, key, newest_wins)

    def handbook(
        self, documents: Callable[[], Iterable["Document"]], entries: Callable[[], Iterable["Entry"]]
    ) -> Handbook | None:
        """The handbook, where it is kept; see `Handbook.compiled`."""
        if not is_own(self.folder):
            return None
        with suppress(OSError, ValueError):
            return Handbook.compiled(self.folder, self.key, documents, entries(), self.newest_wins)
        return None

    def keep(self, handbook: Handbook) -> None:
        """Keep what a handbook has worked out, if all of its documents were read and they are few; where
        there is no room, nothing is lost but time."""
        if handbook.unread or len(handbook.organization.statements) >= MOST:
            return
        with suppress(OSError):
            if handbook.keep(self.folder, self.key):
                drop_oldest(self.folder.parent.iterdir(), _MOST_KEPT)
