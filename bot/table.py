"""Text laid out for a terminal, where a Chinese character takes two columns."""

import unicodedata
from collections.abc import Iterable, Sequence

from knowledge.regex import regex

_GAP = "  "
_WIDE = ("W", "F")
# what is not broken: a word of Latin letters, digits and signs; a mark goes with what stands before it
_PIECES = regex(r"(?:[!-~]{1,40}|\s+|.)[，。；：！？、）”》」』】〕]*")


def width(text: str) -> int:
    """How many columns a text takes."""
    return sum(map(_width, text))


def table(rows: Iterable[Sequence[str]]) -> list[str]:
    """Rows as aligned lines: the first column to the left, the others to the right."""
    cells = [list(row) for row in rows]
    widest = [max(map(width, column)) for column in zip(*cells, strict=True)]
    lines = []
    for first, *rest in cells:
        padded = [f"{first}{' ' * (widest[0] - width(first))}"]
        padded += [f"{' ' * (w - width(cell))}{cell}" for cell, w in zip(rest, widest[1:], strict=True)]
        lines.append(_GAP.join(padded).rstrip())
    return lines


def wrapped(text: str, columns: int, indent: str = "") -> list[str]:
    """A text as lines of at most so many columns; the lines after the first begin with `indent`."""
    lines, line = [], ""
    for piece in _PIECES.findall(text):
        if width(line + piece.rstrip()) > columns and line.strip():
            lines.append(line.rstrip())
            line = indent
            piece = piece.lstrip()
        line += piece
    return [*lines, line.rstrip()]


def _width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1
