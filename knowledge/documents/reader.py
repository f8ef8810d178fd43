"""Files to documents: the one place that opens files, and the table of formats."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from pathlib import Path

from knowledge.documents.csv import read_csv
from knowledge.documents.document import Document
from knowledge.documents.excel import read_excel
from knowledge.documents.html import read_html
from knowledge.documents.markdown import read_markdown
from knowledge.documents.namesakes import told_apart
from knowledge.documents.own_words import is_word_file
from knowledge.documents.plain import read_plain
from knowledge.documents.word import read_word
from knowledge.errors import DocumentError
from knowledge.word_list import WordList

FORMATS: dict[str, Callable[[str, str], Document]] = {
    ".txt": read_plain,
    ".text": read_plain,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".csv": read_csv,
}
BINARY: dict[str, Callable[[str, bytes], Document]] = {".docx": read_word, ".xlsx": read_excel}
_MOST_BYTES = 20_000_000


def read_documents(paths: Iterable[Path], besides: Collection[Path] = ()) -> list[Document]:
    """Every document of the given files and folders, folders in order of file name.

    Raises DocumentError for a path that does not exist, a file of unknown format or one that cannot be
    decoded, and where nothing readable is found. Unknown files inside a folder are passed over, and so are
    files of words, by their name or because they are `besides`.
    """
    return told_apart([(file, read_document(file)) for file in document_files(paths, besides)])


def document_files(paths: Iterable[Path], besides: Collection[Path] = ()) -> list[Path]:
    """The files that `read_documents` reads, in its order. Raises DocumentError for a folder without any."""
    found: list[Path] = []
    apart = {path.resolve() for path in besides}
    for path in paths:
        if path.is_dir():
            files = sorted(f for f in path.rglob("*") if _is_readable(f) and f.resolve() not in apart)
            if not files:
                raise DocumentError(
                    f"文件夹“{path}”里没有可以读取的文档(支持 {_supported()})。请放入文档后再试。"
                )
            found += files
        elif not is_word_file(path) and path.resolve() not in apart:
            found.append(path)
    return list({file.resolve(): file for file in found}.values())  # each once


def read_document(path: Path) -> Document:
    """The document in one file, named after the file. Raises DocumentError."""
    if not path.exists():
        raise DocumentError(f"找不到“{path}”。请检查路径是否写对。")
    suffix = path.suffix.lower()
    if suffix not in FORMATS and suffix not in BINARY:
        raise DocumentError(f"还不能读取“{path.name}”这种格式(支持 {_supported()})。请另存为其中一种再试。")
    data = _bytes(path)
    if suffix in BINARY:
        document = BINARY[suffix](path.name, data)
    else:
        document = FORMATS[suffix](path.name, decode(data, path.name))
    return replace(document, modified=path.stat().st_mtime)


def read_words(path: Path) -> WordList:
    """The company words in a file. Raises DocumentError."""
    if not path.is_file():
        raise DocumentError(f"找不到公司用语文件“{path}”。请检查路径是否写对。")
    return WordList(decode(_bytes(path), path.name), path.name)


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= _MOST_BYTES else b""
    except OSError as error:
        raise DocumentError(f"打不开“{path}”({error.strerror})。请检查文件权限。") from error
    if size > _MOST_BYTES:
        raise DocumentError(f"“{path.name}”太大({size // 1_000_000} MB,上限 20 MB)。请拆成几份再试。")
    return data


def _is_readable(path: Path) -> bool:
    """Whether a file of a folder is a document; the lock files of open Office documents (~$…) are none, nor
    is a file of words."""
    known = path.suffix.lower() in FORMATS or path.suffix.lower() in BINARY
    return known and path.is_file() and not path.name.startswith(("~$", ".")) and not is_word_file(path)


def decode(data: bytes, name: str) -> str:
    """Text of UTF-8, UTF-16 with its mark, or GB18030. Raises DocumentError where it is none of them."""
    encodings = ["utf-16"] if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise DocumentError(f"“{name}”不是文本文件,或文字编码无法识别。请另存为 UTF-8 文本再试。")


def _supported() -> str:
    return "、".join([*FORMATS, *BINARY])
