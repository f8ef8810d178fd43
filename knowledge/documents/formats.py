"""The one table of formats. A format's reader is loaded with the first file of it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from knowledge.documents.apart import MEGABYTE, Limit, Read
from knowledge.documents.document import Document
from knowledge.documents.lettered import read_lettered
from knowledge.documents.plain import read_plain


@dataclass(frozen=True, slots=True)
class Format:
    """How a format is read, what that may cost, and how many bytes a file may have.

    `anew`: the suffix to save a file as that cannot be read. `trusted`: a small file of it is read in this
    process.
    """

    read: Read
    limit: Limit
    anew: str
    most_bytes: int = 50 * MEGABYTE
    trusted: bool = False


_OFFICE = Limit(30, 700 * MEGABYTE)


def _csv(name: str, text: str) -> Document:
    from knowledge.documents.csv import read_csv

    return read_csv(name, text)


def _html(name: str, text: str) -> Document:
    from knowledge.documents.html import read_html

    return read_html(name, text)


def _markdown(name: str, text: str) -> Document:
    from knowledge.documents.markdown import read_markdown

    return read_markdown(name, text)


def _word(name: str, data: bytes) -> Document:
    from knowledge.documents.word import read_word

    return read_word(name, data)


def _old_word(name: str, data: bytes) -> Document:
    from knowledge.documents.old_word import read_old_word

    return read_old_word(name, data)


def _excel(name: str, data: bytes) -> Document:
    from knowledge.documents.excel import read_excel

    return read_excel(name, data)


def _old_excel(name: str, data: bytes) -> Document:
    from knowledge.documents.old_excel import read_old_excel

    return read_old_excel(name, data)


def _pdf(name: str, data: bytes) -> Document:
    from knowledge.documents.pdf import read_pdf

    return read_pdf(name, data)


def _scan(name: str, data: bytes) -> Document:
    from knowledge.documents.scan import read_scan

    return read_scan(name, data)


def _plain(read: Callable[[str, str], Document]) -> Format:
    return Format(partial(read_lettered, read=read), _OFFICE, ".txt", 20 * MEGABYTE, trusted=True)


_WORD = Format(_word, _OFFICE, ".docx")
_OLD_WORD = Format(_old_word, Limit(60, 2_000 * MEGABYTE), ".docx")
_EXCEL = Format(_excel, _OFFICE, ".xlsx")
_OLD_EXCEL = Format(_old_excel, _OFFICE, ".xlsx")
_PDF = Format(_pdf, Limit(600, 3_000 * MEGABYTE), ".pdf", 100 * MEGABYTE)
_SCAN = Format(_scan, Limit(120, 3_000 * MEGABYTE), ".png")
FORMATS: dict[str, Format] = {
    ".txt": _plain(read_plain),
    ".text": _plain(read_plain),
    ".md": _plain(_markdown),
    ".markdown": _plain(_markdown),
    ".html": _plain(_html),
    ".htm": _plain(_html),
    ".csv": _plain(_csv),
    ".docx": _WORD,
    ".docm": _WORD,
    ".doc": _OLD_WORD,
    ".wps": _OLD_WORD,
    ".xlsx": _EXCEL,
    ".xlsm": _EXCEL,
    ".pdf": _PDF,
    ".png": _SCAN,
    ".jpg": _SCAN,
    ".jpeg": _SCAN,
    ".xls": _OLD_EXCEL,
    ".et": _OLD_EXCEL,
}
