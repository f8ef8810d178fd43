"""Where an organization keeps its own words: a file called words.txt among its documents or beside them."""

from collections.abc import Iterable
from pathlib import Path

from knowledge.documents.file import folder_files

NAME = "words.txt"


def is_word_file(path: Path) -> bool:
    """Whether a file holds words, so that it is no document."""
    return path.name.lower() == NAME


def word_files(documents: Iterable[Path]) -> list[Path]:
    """The files of words that go with documents: inside a folder, beside a folder or file."""
    found: list[Path] = []
    for path in documents:
        files = folder_files(path) if path.is_dir() else ()
        inside = [file for file in files if isinstance(file, Path) and is_word_file(file)]
        found += [file for file in (*inside, path.resolve().parent / NAME) if file.is_file()]
    return [file for i, file in enumerate(found) if not any(file.samefile(earlier) for earlier in found[:i])]


def new_word_file(documents: Iterable[Path]) -> Path:
    """Where such a file belongs that does not exist yet: in the first folder, beside the first file."""
    first = next(iter(documents))
    return (first if first.is_dir() else first.resolve().parent) / NAME
