"""Teaching the company's words: checked against the documents, written to their file, effective at once."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bot.replies import wording
from bot.words_file import WordsFile, WordsPlace
from knowledge import Handbook, WordError
from knowledge.company_words import Meaning
from knowledge.documents.own_words import new_word_file, word_files
from knowledge.word_list import Entry, WordList, make_entry

if TYPE_CHECKING:
    from bot.asked import Asked
    from knowledge.documents.document import Document


class Teaching:
    """A handbook, and the places that its company words are in; new words go into the first.

    `notices`: Chinese sentences about damage found in the store.
    """

    def __init__(self, handbook: Handbook, files: Sequence[WordsPlace], notices: Sequence[str] = ()) -> None:
        self.notices = tuple(notices)
        self.handbook = handbook
        self._files = files
        self._asked: Asked | None = None
        self._words = wording()["teach"]

    @classmethod
    def load(
        cls,
        documents: Sequence[str],
        words: str | None,
        new: bool = False,
        newest_wins: bool = False,
        once: bool = False,
    ) -> "Teaching":
        """The handbook of some documents, else of the store; `words`: the file its company words are in,
        which may be `new`; `newest_wins`: see Handbook; `once`: for a single question, so that what an
        earlier one has made of the documents does. Raises KnowledgeError."""
        paths = [Path(path) for path in documents]
        given = Path(words) if words is not None else None
        if given and not new:
            _read_words(given)  # tells of a file that is not there
        if not paths:
            return cls._stored(given, newest_wins, once)
        files = [given] if given else word_files(paths) or [new_word_file(paths)]
        own = given if given and given.exists() else None
        asked, handbook = _asked(paths, files, newest_wins) if once else (None, None)
        handbook = handbook or Handbook.load(paths, own, newest_wins=newest_wins)
        teaching = cls(handbook, [WordsFile(file) for file in files])
        teaching._asked = asked
        return teaching

    @classmethod
    def _stored(cls, words: Path | None, newest_wins: bool, once: bool) -> "Teaching":
        """The handbook of the store, with the words in a file, else with its own."""
        from bot.stored import StoredWords, opening, store_address, stored_handbook, stored_once

        opened = opening(store_address())
        with opened(True) as store:
            if once and not words:
                handbook, asked = stored_once(store, newest_wins)
            else:
                handbook, asked = stored_handbook(store, newest_wins), None
            notices = store.notices
        teaching = cls(handbook, [WordsFile(words) if words else StoredWords(opened)], notices)
        teaching._asked = asked
        if words:
            teaching._refresh()
        return teaching

    def keep(self) -> None:
        """Keep what answering a single question took, for the next one."""
        if self._asked is not None:
            self._asked.keep(self.handbook)

    def teach(self, lines: Iterable[str]) -> list[str]:
        """Take in `报账=费用报销` and the like, all of them or none; what they mean, and where they were
        written. Raises WordError, saying why one cannot be taught."""
        self._refresh()
        file = self._files[0]
        words, said, taught = file.read(), [], self.handbook
        before = words
        for line in lines:
            meaning = _meaning(taught, line, self._words["refused"])
            said += self._told(meaning)
            if not meaning.known:
                taught = taught.taught(line)
                words = (words if words.text else self._fresh(words)).with_entry(make_entry(line))
        if words is not before:
            file.write(words)
            self.handbook = taught
            said.append(self._words["written"].format(path=file.path))
        return said

    def forget(self, word: str) -> list[str]:
        """Take a word out of the files; what was done. Raises WordError where none of them has it."""
        self._refresh()
        said = []
        for file in self._files:
            words = file.read()
            if any(entry.has(word) for entry in words.entries):
                file.write(words.without(word))
                said.append(self._words["forgotten"].format(word=word, path=file.path))
        if not said:
            raise WordError(self._words["forget_unknown"].format(word=word))
        self._refresh()
        return said

    def listed(self) -> list[str]:
        """The words by what they mean, and those that are not used."""
        self._refresh()
        words = self.handbook.words
        said = [self._means(meaning) for meaning in words.meanings]
        return [*said, *self.unused()] or [self._words["list_empty"]]

    def unused(self) -> list[str]:
        """The lines of the files that are not used, and why."""
        return [
            self._words["unused"].format(
                document=refusal.entry.source.document if refusal.entry.source else "",
                line=refusal.entry.source.line if refusal.entry.source else "",
                entry=refusal.entry.written,
                reason=refusal.reason,
            )
            for refusal in self.handbook.words.refusals
        ]

    def _refresh(self) -> None:
        """Take in what the files hold now; somebody may have edited them."""
        entries: list[Entry] = [entry for file in self._files for entry in file.read().entries]
        if [e.written for e in entries] != [e.written for e in self.handbook.words.entries]:
            self.handbook = self.handbook.with_words(entries)

    def _fresh(self, words: WordList) -> WordList:
        return WordList(self._words["header"], words.name)

    def _told(self, meaning: Meaning) -> list[str]:
        told = [self._words["known" if meaning.known else "taught"].format(means=self._means(meaning))]
        return told if meaning.name or meaning.known else [*told, self._words["caution"]]

    def _means(self, meaning: Meaning) -> str:
        """A sentence: “大龙”就是岗位“财务经理”."""
        key = meaning.kind if meaning.name else "same"
        words = "、".join(f"“{word}”" for word in meaning.words)
        return self._words[f"means.{key}"].format(words=words, name=meaning.name)


def _asked(
    paths: Sequence[Path], words: Iterable[Path], newest_wins: bool
) -> "tuple[Asked | None, Handbook | None]":
    """Where it is kept what a single question makes of documents and the company's words, and the handbook,
    where it is."""
    from bot.asked import Asked  # other commands need none of it

    lists = [file for file in words if file.is_file()]
    asked = Asked.of([*paths, *lists], newest_wins)
    if asked is None:
        return None, None

    def documents() -> "Iterable[Document]":
        from knowledge.documents.reader import read_documents

        return read_documents(paths, lists).read

    def entries() -> Iterable[Entry]:
        return [entry for file in lists for entry in _read_words(file).entries]

    return asked, asked.handbook(documents, entries)


def _read_words(file: Path) -> WordList:
    from knowledge.documents.reader import read_words  # and all that reads documents

    return read_words(file)


def _meaning(handbook: Handbook, line: str, refused: str) -> Meaning:
    try:
        return handbook.meaning(line)
    except WordError as error:
        raise WordError(refused.format(line=line.strip(), reason=error)) from error
