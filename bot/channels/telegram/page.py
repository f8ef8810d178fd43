"""Lines made into messages: HTML, every outside text escaped, none longer than Telegram takes."""

import html
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from knowledge.regex import regex

MOST = 4_096  # UTF-16 units of a message without its mark-up
CAPTION = 1_024  # the same of what stands below a picture
_SENTENCE = regex("(?<=[。；！？;!?，,、])")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of plain text. `folded`: in a block that is folded up until it is tapped; `bold`."""

    text: str
    folded: bool = False
    bold: bool = False


def units(text: str) -> int:
    """The length of a text as Telegram counts it."""
    return len(text.encode("utf-16-le")) // 2


def pages(lines: Iterable[Line], most: int = MOST) -> list[str]:
    """Messages in HTML of at most so many units each, cut between lines where it can be."""
    made: list[list[Line]] = [[]]
    room = most
    for line in (part for whole in lines if whole.text.strip() for part in _cut(whole, most)):
        if units(line.text) + 1 > room and made[-1]:
            made.append([])
            room = most
        made[-1].append(line)
        room -= units(line.text) + 1
    return [_html(page) for page in made if page]


def _cut(line: Line, most: int) -> Iterator[Line]:
    """A line as it is, or one that is too long in pieces that end with a sentence, else anywhere."""
    if units(line.text) < most:
        yield line
        return
    piece = ""
    for part in _parts(line.text, most // 2 - 1):
        if units(piece) + units(part) >= most:
            yield replace(line, text=piece)
            piece = ""
        piece += part
    yield replace(line, text=piece)


def _parts(text: str, most: int) -> Iterator[str]:
    """A text in parts of at most so many characters: clauses where they are short enough."""
    for clause in _SENTENCE.split(text):
        yield from (clause[at : at + most] for at in range(0, len(clause), most))


def _html(lines: list[Line]) -> str:
    parts: list[str] = []
    folded: list[str] = []
    for line in lines:
        text = html.escape(line.text, quote=False)
        if line.folded:
            folded.append(text)
            continue
        if folded:
            parts.append(_block(folded))
            folded = []
        parts.append(f"<b>{text}</b>" if line.bold else text)
    if folded:
        parts.append(_block(folded))
    return "\n".join(parts)


def _block(lines: list[str]) -> str:
    text = "\n".join(lines)
    return f"<blockquote expandable>{text}</blockquote>"
