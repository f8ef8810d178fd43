"""The handbook that is answered from now: of given documents, or of the store, where it may change."""

import threading
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager

from bot.settling import settle
from bot.stored import stored_handbook
from knowledge import Answer, Context, Handbook
from knowledge.store.kept.library import Current
from knowledge.store.kept.words import ONLY, Words
from knowledge.store.store import Store
from knowledge.word_list import WordList

_MOST_ANSWERS = 4_096


class Shelf:
    """Holds one handbook at a time, with its answers to what was asked lately: the same question in the same
    conversation has the same answer. May be asked by several threads."""

    def __init__(self, store: Store, documents: Handbook | None = None) -> None:
        """`documents`: the handbook of documents that are answered from instead of the store's; the words
        that were taught come from the store all the same. Raises StoreError."""
        self._store = store
        self._documents = documents
        self._lock = threading.Lock()
        self.stale = threading.Event()
        self.fixed = documents is not None
        self.refresh()

    @contextmanager
    def following(self) -> Iterator[None]:
        """While this lasts, it hears of imports and words, and is `stale` after them."""
        with self._store.watching(self._told):
            yield

    def _told(self, tables: frozenset[str]) -> None:
        if tables & {Current.TABLE, Words.TABLE}:
            self.stale.set()

    def refresh(self) -> None:
        """Read the handbook anew; may be called in another thread. Raises StoreError, and keeps the old
        one."""
        self.stale.clear()
        try:
            handbook = self._read()
            settle(handbook)
            handbook.ask("")  # whatever else it computes only once is computed here
        except BaseException:
            self.stale.set()
            raise
        with self._lock:
            self.handbook = handbook
            self._answers = OrderedDict[tuple[str, Context], tuple[Answer, Context]]()

    def _read(self) -> Handbook:
        if self._documents is None:
            return stored_handbook(self._store)
        kept = self._store.get(Words, ONLY)
        entries = WordList(kept.text).entries if kept else []
        return self._documents.with_words([*self._documents.words.entries, *entries])

    def ask(self, question: str, context: Context | None = None) -> tuple[Answer, Context]:
        """The answer to a question, and the context for the next one."""
        key = question, context or Context()
        with self._lock:
            handbook, answers = self.handbook, self._answers
            if key in answers:
                answers.move_to_end(key)
                return answers[key]
        found = handbook.ask(*key)
        with self._lock:
            answers[key] = found
            if len(answers) > _MOST_ANSWERS:
                answers.popitem(last=False)
        return found
