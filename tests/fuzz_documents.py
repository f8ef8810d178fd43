"""Fuzzes the readers, led by coverage, where atheris installs: `make fuzz`.

The first byte chooses the format. What counts as a finding is anything but a document or a DocumentError.
"""

import contextlib
import sys

import atheris

with atheris.instrument_imports(include=["knowledge.documents"]):
    from knowledge.documents.formats import FORMATS
    from knowledge.documents.signature import suffix_of
    from knowledge.errors import DocumentError

_FORMATS = [FORMATS[suffix] for suffix in (".txt", ".md", ".html", ".csv", ".docx", ".xlsx", ".xls", ".pdf")]


def one(data: bytes) -> None:
    """Read the bytes as one of the formats, in this process."""
    if data:
        suffix_of(data[1:])
        with contextlib.suppress(DocumentError):
            _FORMATS[data[0] % len(_FORMATS)].read("x", data[1:])


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
