"""What is answered from where no documents are given: the store, or the sample while nothing was imported."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

import knowledge
from bot.prepared import Prepared
from bot.replies import wording
from knowledge import Handbook
from knowledge.documents.document import Document
from knowledge.errors import StoreError, WordError
from knowledge.organization import Organization
from knowledge.store.address import open_store
from knowledge.store.draft import Draft
from knowledge.store.kept.library import Current, Version, current_version, documents_of
from knowledge.store.kept.words import ONLY, Words
from knowledge.store.store import Store
from knowledge.word_list import Entry, WordList

if TYPE_CHECKING:
    from bot.asked import Asked

Opening = Callable[[bool], AbstractContextManager[Store]]  # opens a store, only to read or not


def store_address() -> str:
    """The store's address from the settings: a folder or `postgresql://…`; empty for the user's own
    folder."""
    return os.environ.get("ROLEBOT_STORE", "").strip()


def opening(address: str) -> Opening:
    """How the store of an address is opened."""
    return lambda read_only: open_store(address, read_only=read_only)


def stored_handbook(store: Store, newest_wins: bool = False) -> Handbook:
    """The handbook of the imported documents, else of the sample, with the words taught; `newest_wins`: see
    Handbook. Raises StoreError."""
    version, kept = current_version(store), store.get(Words, ONLY)
    entries = _taught(kept)
    if version is not None and version.documents:
        read = partial(_documents, store, version)
        prepared = Prepared(version.list, entries, newest_wins).handbook(read)
        return prepared or Handbook(read(), entries, newest_wins)
    handbook = Handbook.sample()
    return handbook.with_words(entries) if kept else handbook


def stored_once(store: Store, newest_wins: bool = False) -> "tuple[Handbook, Asked | None]":
    """The same for a single question, which uses what an earlier one has made of little documents; and where
    that is kept. Raises StoreError."""
    from bot.asked import Asked

    version, kept = current_version(store), store.get(Words, ONLY)
    if version is not None and version.documents:
        entries = _taught(kept)
        asked = Asked.of_store(version.list, entries, newest_wins)
        known = asked.handbook(partial(_documents, store, version), lambda: entries) if asked else None
    elif kept:
        return stored_handbook(store, newest_wins), None
    else:
        sample = Path(knowledge.__file__).parent / "sample"
        asked = Asked.of([sample]) if sample.is_dir() else None
        known = asked.handbook(lambda: Handbook.sample(keep=True).documents, tuple) if asked else None
    return known or stored_handbook(store, newest_wins), asked


def prepare_stored(store: Store, organization: Organization) -> None:
    """Make ready what was imported, where it is large: `organization` is what the documents say. Where there
    is no room for it, answers come from the documents, only later. Raises StoreError."""
    version, kept = current_version(store), store.get(Words, ONLY)
    if version is not None:
        entries = _taught(kept)
        with suppress(OSError):
            Prepared(version.list, entries).prepare(Handbook.of(organization, entries))


def _documents(store: Store, version: Version) -> list[Document]:
    """The documents of a version; where the store was closed meanwhile, it is opened again."""
    try:
        return documents_of(store, version)
    except StoreError:
        with opening(store_address())(True) as again:
            return documents_of(again, version)


class LivingHandbook:
    """The handbook of a store that other instances may import into; it follows within seconds."""

    def __init__(self, store: Store) -> None:
        """Raises StoreError."""
        self._store = store
        self._stale = Event()
        self._handbook = stored_handbook(store)

    @contextmanager
    def following(self) -> Iterator["LivingHandbook"]:
        """While this lasts, it hears of imports and of words taught."""
        with self._store.watching(self._told):
            yield self

    def _told(self, tables: frozenset[str]) -> None:
        if tables & {Current.TABLE, Words.TABLE}:
            self._stale.set()

    def current(self) -> Handbook:
        """The handbook as of now; reading it anew takes as long as reading the documents did. Where the store
        cannot be read, it stays as it was and tries again the next time. Raises StoreError."""
        if self._stale.is_set():
            self._stale.clear()
            try:
                self._handbook = stored_handbook(self._store)
            except BaseException:
                self._stale.set()
                raise
        return self._handbook


class StoredWords:
    """The company's words in a store, read and written like a file of them."""

    def __init__(self, opening: Opening) -> None:
        self._opening = opening
        self._read = ""
        self.path = _name()

    def read(self) -> WordList:
        """What is kept. Raises StoreError."""
        with self._opening(True) as store:
            kept = store.get(Words, ONLY)
        self._read = kept.text if kept else ""
        return WordList(self._read, self.path)

    def write(self, words: WordList) -> None:
        """Replace what was read. Raises WordError where somebody changed it since, StoreError where it
        cannot be written."""

        def work(draft: Draft) -> None:
            kept = draft.get(Words, ONLY) or Words()
            if kept.text != self._read:
                raise WordError(wording()["teach"]["changed_meanwhile"])
            draft.put(Words(words.text))

        with self._opening(False) as store:
            store.change(work)
        self._read = words.text


def _taught(kept: Words | None) -> tuple[Entry, ...]:
    return tuple(WordList(kept.text, _name()).entries) if kept else ()


def _name() -> str:
    return wording()["teach"]["store"]
