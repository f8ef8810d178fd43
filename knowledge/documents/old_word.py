"""Word files of the old format (.doc, and .wps of WPS): made into .docx, then read as such.

msdoc2docx (MIT, 1 MB, pure Python) kept all 106 cells of a form merged both ways in 0.14 s, but of 121 odd
files it fails on one in seven: then LibreOffice makes them where it is installed, else antiword bare text.
"""

from pathlib import Path
from shutil import which

from knowledge.documents.apart import run
from knowledge.documents.document import Document
from knowledge.documents.file import bytes_of, scratch
from knowledge.documents.plain import read_plain
from knowledge.documents.problem import opening, problem
from knowledge.documents.word import read_word
from knowledge.errors import DocumentError

_MOST_BYTES = 200_000_000  # of the .docx that is made


def read_old_word(name: str, data: bytes) -> Document:
    """The document in a .doc file. Raises DocumentError for one that is damaged or has a password."""
    import doc2docx

    with opening(name, ".docx"), scratch(data, ".doc") as file:
        made = file.with_suffix(".docx")
        try:
            doc2docx.convert(file, made)
            return read_word(name, bytes_of(made, _MOST_BYTES))
        except doc2docx.errors.EncryptedDocumentError as error:
            raise problem("encrypted", name, suffix=".docx") from error
        except MemoryError:
            raise
        except Exception as error:  # it has many ways to fail over files that Word opens
            made.unlink(missing_ok=True)
            document = _by_program(name, file, made)
            if document is None:
                raise error
            return document


def _by_program(name: str, file: Path, made: Path) -> Document | None:
    """What the programs of this machine make of a file; None where there are none, or they fail."""
    if program := which("soffice"):
        profile = f"-env:UserInstallation={file.parent.joinpath('profile').as_uri()}"
        run([program, profile, "--headless", "--convert-to", "docx", "--outdir", str(file.parent), str(file)])
        if made.exists():
            try:
                return read_word(name, bytes_of(made, _MOST_BYTES))
            except DocumentError:
                pass
    if program := which("antiword"):
        text = run([program, "-m", "UTF-8.txt", "-w", "0", str(file)])
        if text.strip():
            return read_plain(name, text.decode("utf-8", "replace"))
    return None
