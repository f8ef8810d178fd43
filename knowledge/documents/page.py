"""A page as it is printed: lines of text and ruled tables, each with its place; PDFs and scans give these.

Places are in points or pixels from the upper left corner.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.documents.grid import Cell
from knowledge.regex import regex

_NEW_LINE = regex(  # beginnings of lines that no line above goes on into
    r"[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[）)、．:：]|\d{1,2}\.(?!\d{1,2}(?!\d))|[a-zA-Z][、.．）)]"
    r"|[①-⑳●◆■▪◇○□☆★※·•▶➢√-]"
    r"|第[一二三四五六七八九十百\d]{1,4}[条章节部项]|[职任][责务][一二三四五六七八九十\d]"
    r"|[\u4e00-\u9fff]{3,5}(?<![括是为下含有即到做])[：:]"  # 岗位概述：
)
_SHORT = 2.2  # characters by which a full line may end before the margin: no line begins with a comma
_INSET = 0.8  # characters that are left free at most between the edge of a cell and its text
_NEAR = 3.0  # how far apart edges of cells may lie that are the same


@dataclass(frozen=True, slots=True)
class Box:
    """Where something stands on a page."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def center(self) -> tuple[float, float]:
        """Its middle as (x, y)."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def holds(self, other: "Box") -> bool:
        """Whether the middle of the other lies inside."""
        x, y = other.center
        return self.left <= x <= self.right and self.top <= y <= self.bottom


@dataclass(frozen=True, slots=True)
class Line:
    """The text of one line.

    `size`: the height of its characters. `bold`: the bold words it begins with. `parts`: where wide gaps part
    it, the left edge and the text of each part; else none.
    """

    text: str
    box: Box
    size: float
    bold: str = ""
    parts: tuple[tuple[float, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table: rows of cells, and the edges of its columns."""

    box: Box
    rows: tuple[tuple[Cell, ...], ...]
    edges: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """What a page shows outside of tables, and its tables; `size`: the height of most of its characters."""

    width: float
    height: float
    size: float
    lines: tuple[Line, ...]
    tables: tuple[Table, ...] = ()


def is_full(line: Line, right: float) -> bool:
    """Whether a line goes so near to the margin at its right that the next character had no room."""
    return line.box.right + _SHORT * line.size >= right


def goes_on(line: Line, below: Line, right: float) -> bool:
    """Whether the line below is the same sentence, broken at the margin."""
    alike = abs(line.size - below.size) <= 0.15 * line.size
    return alike and is_full(line, right) and not _NEW_LINE.match(below.text)


def ends_line(above: str, below: str) -> bool:
    """Whether the text above ends with a mark or the one below begins an item, so that they are two lines."""
    return above.endswith(("。", "；", ";", "：", ":")) or _NEW_LINE.match(below) is not None


def joined(above: str, below: str) -> str:
    """Two parts of a sentence; Latin words with a blank between them."""
    latin = above[-1:].isascii() and above[-1:].isalnum() and below[:1].isascii() and below[:1].isalpha()
    return f"{above} {below}" if latin else above + below


def cell_text(lines: Sequence[Line], box: Box) -> str:
    """The text of a cell: lines broken at its edge put together."""
    texts: list[str] = []
    above: Line | None = None
    inset = min((line.box.left for line in lines), default=box.left) - box.left  # as wide at the right
    for line in sorted(lines, key=lambda line: (line.box.top, line.box.left)):
        if above is not None and goes_on(above, line, box.right - min(max(inset, 0.0), _INSET * above.size)):
            texts[-1] = joined(texts[-1], line.text)
        else:
            texts.append(line.text)
        above = line
    return "\n".join(texts)


def ruled_table(cells: Sequence[tuple[Box, Sequence[Line]]]) -> Table:
    """The table of cells given with their lines; places that no cell covers are empty cells."""
    xs = _edges([x for box, _ in cells for x in (box.left, box.right)])
    ys = _edges([y for box, _ in cells for y in (box.top, box.bottom)])
    at: dict[tuple[int, int], Cell] = {}
    covered: set[tuple[int, int]] = set()
    for box, lines in cells:
        left, right = _index(xs, box.left), _index(xs, box.right)
        top, bottom = _index(ys, box.top), _index(ys, box.bottom)
        at[top, left] = Cell(cell_text(lines, box), max(1, right - left), max(1, bottom - top))
        covered |= {(row, column) for row in range(top, bottom) for column in range(left, right)}
    rows = tuple(
        tuple(
            at.get((row, column), Cell(""))
            for column in range(len(xs) - 1)
            if (row, column) in at or (row, column) not in covered
        )
        for row in range(len(ys) - 1)
    )
    return Table(Box(xs[0], ys[0], xs[-1], ys[-1]), rows, tuple(xs))


def _edges(places: Sequence[float]) -> list[float]:
    """The places in order, those that lie near each other as one."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return found


def _index(edges: Sequence[float], place: float) -> int:
    return min(range(len(edges)), key=lambda i: abs(edges[i] - place))
