"""A sheet to draw on: boxes, lines and text, collected as SVG. Everything from outside is escaped here."""

import unicodedata
from dataclasses import dataclass
from xml.sax.saxutils import escape

from bot.pictures.font import FAMILY, font

LACKING = "〓"  # stands for a character that the font lacks, as printers mark a missing sort
_ELLIPSIS = "…"
_NOT_FIRST = "，。、；：！？）】》”’%…,.;:!?)]"  # what no line begins with
_CONTROL = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


@dataclass(frozen=True, slots=True)
class Pen:
    """How a box or line is drawn; a `dash` of 0 is a line without gaps."""

    colour: str
    width: float = 2
    dash: int = 0


class Canvas:
    """A sheet of a fixed width that grows downwards."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.lacking: dict[str, None] = {}
        self._parts: list[str] = []

    def box(self, x: float, y: float, width: float, height: float, fill: str, pen: Pen) -> None:
        """A box with round corners."""
        place = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
        self._parts.append(f'<rect {place} rx="14" fill="{fill}" {_stroke(pen)}/>')

    def line(self, points: list[tuple[float, float]], pen: Pen) -> None:
        """A line through points."""
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        self._parts.append(f'<polyline points="{path}" fill="none" stroke-linejoin="round" {_stroke(pen)}/>')

    def arrow(self, x: float, top: float, bottom: float, pen: Pen) -> None:
        """A line downwards with a head."""
        self.line([(x, top), (x, bottom - 14)], pen)
        head = f"{x - 13:.1f},{bottom - 20:.1f} {x + 13:.1f},{bottom - 20:.1f} {x:.1f},{bottom:.1f}"
        self._parts.append(f'<polygon points="{head}" fill="{pen.colour}"/>')

    def text(self, x: float, baseline: float, text: str, size: float, colour: str) -> None:
        """One line of text that starts at x."""
        drawn = self.drawable(text)
        place = f'x="{x:.1f}" y="{baseline:.1f}" font-size="{size:g}" fill="{colour}"'
        self._parts.append(f"<text {place}>{escape(drawn)}</text>")

    def drawable(self, text: str) -> str:
        """A text as it can be drawn: on one line, no control characters, a mark for what the font lacks."""
        shown = []
        for character in unicodedata.normalize("NFC", " ".join(text.split())):
            if unicodedata.category(character) in _CONTROL:
                continue
            if not font().has(character):
                self.lacking[character] = None
                character = LACKING
            shown.append(character)
        return "".join(shown)

    def svg(self, height: float, background: str) -> str:
        """The sheet, so many pixels high, as SVG."""
        size = f'width="{self.width}" height="{height:.0f}"'
        head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{FAMILY}" xml:space="preserve">'
        return f'{head}<rect {size} fill="{background}"/>{"".join(self._parts)}</svg>'


def wrap(text: str, size: float, width: float, most: int) -> list[str]:
    """A text in lines that are at most so wide, and at most so many: what does not fit ends in `…`.

    Latin words and numbers stay whole where they can; no line begins with a closing mark.
    """
    lines: list[str] = []
    left = " ".join(text.split())
    while left and len(lines) < most:
        end = _fitting(left, size, width)
        lines.append(left[:end].rstrip())
        left = left[end:].lstrip()
    if left and lines:
        last = lines[-1]
        while last and font().width(last + _ELLIPSIS, size) > width:
            last = last[:-1]
        lines[-1] = last + _ELLIPSIS
    return lines or [""]


def _fitting(text: str, size: float, width: float) -> int:
    """How many characters of a text go on a line; at least one."""
    total, end = 0.0, 0
    while end < len(text):
        total += font().width(text[end], size)
        if total > width:
            break
        end += 1
    if end == len(text):
        return end
    whole = end
    while whole > 0 and (text[whole] in _NOT_FIRST or _is_inside(text, whole)):
        whole -= 1
    return whole or max(end, 1)


def _is_inside(text: str, at: int) -> bool:
    """Whether a Latin word or number would be cut."""
    return all(character.isascii() and character.isalnum() for character in text[at - 1 : at + 1])


def _stroke(pen: Pen) -> str:
    dash = f' stroke-dasharray="{pen.dash},{pen.dash * 0.75:g}"' if pen.dash else ""
    return f'stroke="{pen.colour}" stroke-width="{pen.width:g}"{dash}'
