"""Formats whose bytes are text: decoded, then read; what could not be decoded is told."""

from collections.abc import Callable
from dataclasses import replace

from knowledge.documents.document import Document
from knowledge.documents.encoding import decode, garbled_lines
from knowledge.documents.problem import wording

_MOST_TOLD = 5


def read_lettered(name: str, data: bytes, read: Callable[[str, str], Document]) -> Document:
    """What `read` makes of the text in the bytes. Raises DocumentError where they are no text."""
    text = decode(data, name)
    document = read(name, text)
    lines = [str(number) for number in garbled_lines(text)] if "\ufffd" in text else []
    if not lines:
        return document
    told = "、".join(lines[:_MOST_TOLD]) + ("…" if len(lines) > _MOST_TOLD else "")
    return replace(document, missing=(*document.missing, wording("garbled", name, lines=told)))
