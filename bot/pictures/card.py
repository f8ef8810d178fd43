"""A box with a name in big type and facts below it."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.pictures.canvas import Canvas, Pen, wrap
from bot.pictures.style import style

_NAME_LINES, _FACT_LINES = 3, 2


@dataclass(frozen=True, slots=True)
class Card:
    """The lines of a box, broken to its width, and the look in the table that it has; without a name it is
    bare text."""

    names: tuple[str, ...]
    facts: tuple[str, ...]
    look: str

    @property
    def height(self) -> float:
        """In pixels."""
        lines = len(self.names) * style()["name_line"] + len(self.facts) * style()["fact_line"]
        return float(lines + (2 * style()["padding"] if self.names else 0))


def make_card(name: str, facts: Iterable[str], width: float, look: str, most: int = _NAME_LINES) -> Card:
    """A box so wide; its name takes at most so many lines."""
    inner = width - 2 * style()["padding"]
    names = wrap(name, style()["name_size"], inner, most) if name else []
    lines = [line for fact in facts for line in wrap(fact, style()["fact_size"], inner, _FACT_LINES)]
    return Card(tuple(names), tuple(lines), look)


def draw_card(canvas: Canvas, card: Card, left: float, top: float, width: float) -> None:
    """The box with its left upper corner at a place."""
    look = style()["card"][card.look]
    if card.names:
        dash = style()["dash"] if look["dashed"] else 0
        canvas.box(left, top, width, card.height, look["fill"], Pen(look["edge"], 3, dash))
        top += style()["padding"]
    for lines, kind in ((card.names, "name"), (card.facts, "fact")):
        size = style()[f"{kind}_size"]
        for line in lines:
            canvas.text(left + style()["padding"], top + size, line, size, look[kind])
            top += style()[f"{kind}_line"]
