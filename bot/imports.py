"""Documents that are to replace those in the store: what was read from them, and what would change. Every
channel that takes documents uses this one."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from bot.changes import Change, changes
from knowledge import Handbook
from knowledge.documents.document import Unread
from knowledge.documents.file import display_name
from knowledge.documents.own_words import word_files
from knowledge.documents.reader import document_files, read_files, read_words
from knowledge.errors import DocumentError
from knowledge.organization import Organization
from knowledge.roles.role import Passage
from knowledge.store.draft import Draft
from knowledge.store.kept import library
from knowledge.store.kept.audit import note as note_audit
from knowledge.store.kept.library import Original, Version, current_version, filed, originals_of
from knowledge.store.kept.words import ONLY, Words
from knowledge.store.store import Store
from knowledge.tables import load_table
from knowledge.word_list import Entry, WordList

_T = TypeVar("_T")


class Following(Protocol):
    """Gives things one by one, and shows how far it has come."""

    def __call__(self, things: Sequence[_T], names: Sequence[str], task: str = "read") -> Iterable[_T]:
        """The things, whose names are shown; `task`: what is done with them."""
        ...


def unseen(things: Sequence[_T], names: Sequence[str], task: str = "read") -> Iterable[_T]:
    """The things one by one, with nobody looking on."""
    return things


@dataclass(frozen=True, slots=True)
class Given:
    """The documents that somebody gives, with the company words among them."""

    originals: tuple[Original, ...]
    unread: tuple[Unread, ...] = ()
    entries: tuple[Entry, ...] = ()


def read_given(paths: Iterable[Path], following: Following) -> Given:
    """The documents in files and folders; those that cannot be read are told and passed over. Raises
    DocumentError where none can."""
    chosen = list(paths)
    lists = word_files(chosen)
    files, passed_over = document_files(chosen, lists)
    found = read_files(files, following(files, [display_name(file) for file in files]))
    unread = (*passed_over, *found.unread)
    if not found.read and unread:
        raise DocumentError("\n".join(one.reason for one in unread))
    originals = [
        Original(document, file.read_bytes()) for file, document in zip(found.files, found.read, strict=True)
    ]
    entries = [entry for path in lists for entry in read_words(path).entries]
    return Given(tuple(originals), unread, tuple(entries))


@dataclass(frozen=True)
class Proposal:
    """What an import would make of the store.

    `originals`: the documents that would be answered from; `organization`: what they say; `changes`: what
    differs from the current version, `current`, which is None where nothing was imported yet; `same`:
    whether the documents are the very same; `entries`: the company words that are new.
    """

    given: Given
    originals: tuple[Original, ...]
    organization: Organization
    current: Version | None
    changes: tuple[Change, ...]
    same: bool
    entries: tuple[Entry, ...]

    @property
    def unplaced(self) -> list[Passage]:
        """The lines that were understood as nothing."""
        return [passage for reading in self.organization.readings for passage in reading.unplaced]

    @property
    def understood(self) -> float:
        """The share of the text that was understood."""
        blocks = (block for one in self.originals for block in one.document.blocks)
        every = sum(len(block.text) for block in blocks)
        return 1 - min(sum(len(passage.text) for passage in self.unplaced) / every, 1) if every else 1.0

    @property
    def note(self) -> str:
        """A few words on it, for the list of versions."""
        words = load_table("bot", "importing.toml")["report"]
        text: str = words["note"].format(roles=len(self.organization.described()), count=len(self.changes))
        return text


def propose(store: Store, given: Given, *, add: bool = False, following: Following = unseen) -> Proposal:
    """What an import of documents would make of the store: they replace all that is there, or with `add`
    only those of the same names. Raises DocumentError where they tell nothing, StoreError."""
    current = current_version(store)
    before = originals_of(store, filed(store, current))
    originals = tuple(_added(before, given.originals)) if add else given.originals
    organization = _organization(originals, following, "understand")
    if not organization.says_anything:
        names = "、".join(one.document.name for one in originals)
        raise DocumentError(load_table("bot", "importing.toml")["report"]["no_roles"].format(names=names))
    differences = changes(_organization(before, following, "compare"), organization) if current else []
    kept = store.get(Words, ONLY) or Words()
    written = {entry.written for entry in WordList(kept.text).entries}
    entries = tuple(entry for entry in given.entries if entry.written not in written)
    same = current is not None and list(originals) == before
    return Proposal(given, originals, organization, current, tuple(differences), same, entries)


def _organization(originals: Sequence[Original], following: Following, task: str) -> Organization:
    """What documents say."""
    documents = [one.document for one in originals]
    return Handbook(following(documents, [document.name for document in documents], task)).organization


def _added(before: Iterable[Original], given: Iterable[Original]) -> Iterator[Original]:
    """The documents with others in place of those of the same names, and the new ones behind."""
    new: dict[str, list[Original]] = {}
    for one in given:
        new.setdefault(one.document.name, []).append(one)
    placed: set[str] = set()
    for one in before:
        name = one.document.name
        if name not in new:
            yield one
        elif name not in placed:
            placed.add(name)
            yield from new[name]
    for name, ones in new.items():
        yield from ones if name not in placed else ()


def carry_out(
    store: Store, proposal: Proposal, by: str, clock: Callable[[], float] = time.time
) -> Version | None:
    """Answer from the proposal's documents from now on; None where somebody else imported meanwhile. `by`:
    who wants it, for the record. Raises StoreError."""
    at = clock()
    words = load_table("bot", "importing.toml")["report"]

    def work(draft: Draft) -> Version | None:
        number = proposal.current.number if proposal.current else 0
        version = library.import_version(draft, proposal.originals, by, at, proposal.note, number)
        if version is None:
            return None
        kept = WordList((draft.get(Words, ONLY) or Words()).text)
        for entry in proposal.entries:
            kept = kept.with_entry(entry)
        if proposal.entries:
            draft.put(Words(kept.text))
        detail = words["audit_import"].format(
            number=version.number, documents=version.documents, note=proposal.note
        )
        note_audit(draft, by, "import", detail, at)
        return version

    return store.change(work)


def go_back(
    store: Store, number: int | None, by: str, clock: Callable[[], float] = time.time
) -> Version | None:
    """Answer from an earlier version again; None where there is none. Raises StoreError."""
    at = clock()

    def work(draft: Draft) -> Version | None:
        version = library.go_back(draft, number)
        if version is not None:
            detail = load_table("bot", "importing.toml")["report"]["audit_back"]
            note_audit(draft, by, "back", detail.format(number=version.number), at)
        return version

    return store.change(work)
