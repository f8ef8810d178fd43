"""Files to documents, and what becomes of files that cannot be read.

What its library cannot be trusted with is read in a process apart, with limits (apart.py).
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from knowledge.documents.apart import MEGABYTE, Apart, checked_length
from knowledge.documents.document import Document, Documents, Unread
from knowledge.documents.encoding import decode
from knowledge.documents.file import bytes_of, display_name, folder_files
from knowledge.documents.formats import FORMATS
from knowledge.documents.namesakes import told_apart
from knowledge.documents.own_words import is_word_file
from knowledge.documents.problem import problem
from knowledge.documents.signature import BROKEN, ENCRYPTED, suffix_of
from knowledge.errors import DocumentError
from knowledge.word_list import WordList

# Documents that are not read: told where they lie in a folder, whereas anything else there is passed over.
_OTHERS = (
    *(".rtf", ".odt", ".ods", ".ppt", ".pptx", ".pages", ".numbers", ".ofd", ".mht", ".mhtml"),
    *(".zip", ".rar", ".7z", ".tar", ".gz", ".xmind"),
)
_SMALL = 200_000  # bytes
_MOST_TOLD = 5
_FEW = 100  # files that are read here, where they may be, in the time that a process takes to start


def read_documents(paths: Iterable[Path], besides: Collection[Path] = ()) -> Documents:
    """Every document of the given files and folders, folders in order of file name, and what is not read.

    Raises DocumentError for a path that does not exist, and where nothing at all can be read. Files of no
    known format inside a folder are passed over, and so are files of words, by their name or because they are
    `besides`.
    """
    files, passed_over = document_files(paths, besides)
    found = read_files(files)
    unread = [*passed_over, *found.unread]
    if not found.read and unread:
        more = f"\n(另有 {len(unread) - _MOST_TOLD} 个文件没有读)" if len(unread) > _MOST_TOLD else ""
        raise DocumentError("\n".join(note.reason for note in unread[:_MOST_TOLD]) + more)
    return replace(found, unread=tuple(unread))


def document_files(paths: Iterable[Path], besides: Collection[Path] = ()) -> tuple[list[Path], list[Unread]]:
    """The files that `read_documents` reads, in its order, each once, and what it knows it cannot read.
    Raises DocumentError."""
    apart_from = {path.resolve() for path in besides}
    files: dict[Path, Path] = {}
    unread: list[Unread] = []
    for file in _files(paths):
        if isinstance(file, Unread):
            unread.append(file)
        elif not is_word_file(file) and (real := file.resolve()) not in apart_from:
            files.setdefault(real, file)
    return list(files.values()), unread


def read_files(files: Sequence[Path], passing: Iterable[Path] | None = None) -> Documents:
    """The documents in files, several read at a time where they are many, and what is not read of them.

    `passing`: the same files, for somebody who looks on how they are taken one by one.
    """
    coming = files if passing is None else passing
    results = _many(coming) if len(files) > _FEW else _one_by_one(coming)
    read: list[tuple[Path, Document]] = []
    unread: list[Unread] = []
    for file, result in zip(files, results, strict=True):
        name = display_name(file)
        if isinstance(result, DocumentError):
            unread.append(Unread(name, str(result)))
        else:
            read.append((file, result))
            unread += [Unread(name, reason) for reason in result.missing]
    return Documents(tuple(told_apart(read)), tuple(unread), tuple(file for file, _ in read))


def _one_by_one(files: Iterable[Path]) -> Iterator[Document | DocumentError]:
    with Apart() as apart:
        for file in files:
            yield _tried(file, apart)


def _many(files: Iterable[Path]) -> Iterator[Document | DocumentError]:
    from knowledge.documents.side_by_side import side_by_side  # and all that threads need

    return side_by_side(partial(_tried, limited=True), files)


def _tried(file: Path, apart: Apart, limited: bool = False) -> Document | DocumentError:
    try:
        return read_document(file, apart, limited)
    except DocumentError as error:
        return error


def _files(paths: Iterable[Path]) -> Iterable[Path | Unread]:
    """The files given, and those of the folders given that may be documents. Raises DocumentError."""
    for path in paths:
        if not path.is_dir():
            if not path.exists():
                raise problem("missing", display_name(path))
            yield path
            continue
        files = [file for file in folder_files(path) if isinstance(file, Unread) or _is_document(file)]
        if not files:
            raise problem("no_documents", str(path), supported=_supported())
        yield from files


def read_document(path: Path, apart: Apart | None = None, limited: bool = False) -> Document:
    """The document in one file, named after the file; read `apart` where need be, or `limited` to it. Raises
    DocumentError."""
    name, suffix = display_name(path), path.suffix.lower()
    if path.exists() and suffix not in FORMATS:
        raise problem("unknown", name, supported=_supported())
    data = bytes_of(path, FORMATS[suffix].most_bytes if suffix in FORMATS else 0)
    if not data:
        raise problem("empty", name)
    known = FORMATS[_true_suffix(name, suffix, data)]
    if known.trusted and len(data) <= _SMALL and not limited:
        document = checked_length(known.read(name, data))
    elif apart is not None:
        document = apart.read(known.read, name, data, known.limit)
    else:
        with Apart() as own:
            document = own.read(known.read, name, data, known.limit)
    if not any(re.search(r"\w", block.text) for block in (*document.blocks, *document.frame)):
        raise problem("no_text", name)
    return replace(document, modified=path.stat().st_mtime)


def _true_suffix(name: str, suffix: str, data: bytes) -> str:
    """The suffix of the format that a file has by its bytes. Raises DocumentError where it is not read."""
    if FORMATS[suffix].trusted:
        return suffix
    new = FORMATS[suffix].anew
    found = suffix_of(data)
    if found in (ENCRYPTED, BROKEN):
        raise problem(found, name, suffix=new)
    if found not in FORMATS:
        raise problem("other_content", name, suffix=new)
    return found


def read_words(path: Path) -> WordList:
    """The company words in a file. Raises DocumentError."""
    if not path.is_file():
        raise DocumentError(f"找不到公司用语文件“{path}”。请检查路径是否写对。")
    return WordList(decode(bytes_of(path, MEGABYTE), path.name), path.name)


def _is_document(file: Path) -> bool:
    """Whether a file of a folder is a document, readable or not; a file of words is none."""
    return (file.suffix.lower() in FORMATS or file.suffix.lower() in _OTHERS) and not is_word_file(file)


def _supported() -> str:
    return "、".join(FORMATS)
