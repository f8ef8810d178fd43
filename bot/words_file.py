"""A file of company words as it lies on the disk: read, and replaced whole, so that a crash or a full disk
leaves the old one or the new one."""

import os
from pathlib import Path
from typing import Protocol

from knowledge import WordError
from knowledge.store.disk import sync_folder
from knowledge.word_list import WordList

_MARK = b"\xef\xbb\xbf"  # what some editors put in front of UTF-8, and look for


class WordsPlace(Protocol):
    """Where company words are kept; `path` is what messages call it."""

    @property
    def path(self) -> Path | str:
        """Its name."""
        ...

    def read(self) -> WordList:
        """What it holds. Raises KnowledgeError."""
        ...

    def write(self, words: WordList) -> None:
        """Replace what it holds. Raises KnowledgeError."""
        ...


class WordsFile:
    """One file; it need not exist yet."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> WordList:
        """What the file holds; nothing where there is none. Raises DocumentError where it cannot be read."""
        from knowledge.documents.reader import read_words  # asking once needs nothing that reads documents

        return read_words(self.path) if self.path.exists() else WordList("", self.path.name)

    def write(self, words: WordList) -> None:
        """Replace what the file holds. Raises WordError where it cannot be written."""
        target = self.path.resolve()
        draft = target.with_name(f".{target.name}.{os.getpid()}.tmp")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            try:
                with draft.open("wb") as file:
                    file.write(self._mark() + words.text.encode("utf-8"))
                    file.flush()
                    os.fsync(file.fileno())
                if target.exists():
                    draft.chmod(target.stat().st_mode)
                draft.replace(target)
            finally:
                draft.unlink(missing_ok=True)
            sync_folder(target.parent)
        except OSError as error:
            raise WordError(
                f"“{self.path}”写不进去（{error.strerror}）。请检查文件夹权限和磁盘空间。"
            ) from error

    def _mark(self) -> bytes:
        """The mark that the file begins with."""
        if not self.path.exists():
            return b""
        with self.path.open("rb") as file:
            return _MARK if file.read(len(_MARK)) == _MARK else b""
