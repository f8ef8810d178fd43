"""A page that fills from top to bottom: title, what is drawn, notes at the foot."""

from collections.abc import Iterable

from bot.pictures.canvas import Canvas, wrap
from bot.pictures.style import style, words

_TITLE_LINES, _NOTE_LINES = 3, 2


class Sheet:
    """A canvas with how far it is filled."""

    def __init__(self, title: str, subtitle: str = "") -> None:
        self.canvas = Canvas(style()["width"])
        self._top = float(style()["margin"])
        self._write(title, "title", _TITLE_LINES, style()["ink"])
        if subtitle:
            self._write(subtitle, "note", _NOTE_LINES, style()["grey"])
        self._top += style()["gap"]

    @property
    def inner(self) -> float:
        """The width between the margins."""
        return float(style()["width"] - 2 * style()["margin"])

    @property
    def used(self) -> float:
        """The height used so far."""
        return self._top

    def take(self, height: float) -> float:
        """Use so much of the height, and a gap; the result is where it begins."""
        top = self._top
        self._top += height + style()["gap"]
        return top

    def note(self, text: str, most: int = _NOTE_LINES) -> None:
        """A remark in small type, in at most so many lines."""
        self._write(text, "note", most, style()["grey"])

    def finish(self, notes: Iterable[str]) -> float:
        """Write the notes at the foot, also what the font lacks; the result is the height of the page."""
        for note in notes:
            self.note(note)
        if self.canvas.lacking:
            self.note(words()["legend_lacking"].format(count=len(self.canvas.lacking)))
        return self._top + float(style()["margin"])

    def _write(self, text: str, kind: str, most: int, colour: str) -> None:
        size, height = style()[f"{kind}_size"], style()[f"{kind}_line"]
        for line in wrap(text, size, self.inner, most):
            self.canvas.text(style()["margin"], self._top + size, line, size, colour)
            self._top += height
