"""Papers of headings, lines, lists and tables, written as a file of any format."""

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

import docx
import openpyxl

from tests.role_layouts import fill


@dataclass(frozen=True)
class Heading:
    """A heading of a level that the format marks."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Line:
    """A line of its own; `strong`: in bold where the format has it."""

    text: str
    strong: bool = False


@dataclass(frozen=True)
class Items:
    """A list; `counted`: with the numbers of the format."""

    items: Sequence[str]
    counted: bool = False


@dataclass(frozen=True)
class Table:
    """The rows of a table."""

    rows: Sequence[Sequence[str]]


Part = Heading | Line | Items | Table
Paper = Sequence[Part]


def written(paper: Paper, suffix: str) -> bytes:
    """The bytes of a file with that ending."""
    return _WRITERS[suffix](paper)


def _listed(part: Items) -> list[str]:
    return [f"{i}. {item}" if part.counted else f"· {item}" for i, item in enumerate(part.items, start=1)]


def _plain(paper: Paper) -> Iterator[list[str]]:
    """The cells of each line; of all but tables one. A blank line parts two tables."""
    above: Part | None = None
    for part in paper:
        if isinstance(above, Table) and isinstance(part, Table):
            yield []
        above = part
        match part:
            case Heading() | Line():
                yield [part.text]
            case Items():
                yield from ([item] for item in _listed(part))
            case Table():
                yield from ([_own(cell) for cell in row] for row in part.rows)


def _own(cell: str) -> str:
    """What stands in a cell that nothing is merged with."""
    return "" if cell == "^" else cell


def _txt(paper: Paper) -> bytes:
    return "\n".join("\t".join(cell.replace("\n", "") for cell in row) for row in _plain(paper)).encode()


def _csv(paper: Paper) -> bytes:
    rows = list(_plain(paper))
    most = max(map(len, rows))
    quoted = ([f'"{cell}"' if set(cell) & set(',"\n') else cell for cell in row] for row in rows)
    return "\n".join(",".join([*row, *[""] * (most - len(row))]) for row in quoted).encode()


def _md(paper: Paper) -> bytes:
    lines: list[str] = []
    for part in paper:
        match part:
            case Heading():
                lines += ["#" * part.level + " " + part.text]
            case Line():
                lines += [f"**{part.text}**" if part.strong else part.text]
            case Items():
                lines += [
                    f"{i}. {item}" if part.counted else f"- {item}" for i, item in enumerate(part.items, 1)
                ]
            case Table():
                flat = [" | ".join(_own(cell).replace("\n", "<br>") for cell in row) for row in part.rows]
                lines += [
                    f"| {flat[0]} |",
                    "|" + "---|" * len(part.rows[0]),
                    *(f"| {row} |" for row in flat[1:]),
                ]
        lines.append("")
    return "\n".join(lines).encode()


def _html(paper: Paper) -> bytes:
    text = "<html><body>"
    for part in paper:
        match part:
            case Heading():
                text += f"<h{part.level}>{escape(part.text)}</h{part.level}>\n"
            case Line():
                text += (
                    f"<p><b>{escape(part.text)}</b></p>\n" if part.strong else f"<p>{escape(part.text)}</p>\n"
                )
            case Items():
                tag = "ol" if part.counted else "ul"
                text += (
                    f"<{tag}>" + "".join(f"<li>{escape(item)}</li>" for item in part.items) + f"</{tag}>\n"
                )
            case Table():
                cells = (
                    "".join(f"<td>{escape(_own(c)).replace(chr(10), '<br>')}</td>" for c in row)
                    for row in part.rows
                )
                text += "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>\n"
    return (text + "</body></html>").encode()


def _docx(paper: Paper) -> bytes:
    document = docx.Document()
    for part in paper:
        match part:
            case Heading():
                document.add_heading(part.text, part.level)
            case Line():
                document.add_paragraph().add_run(part.text).bold = part.strong or None
            case Items():
                for item in part.items:
                    document.add_paragraph(item, "List Number" if part.counted else "List Bullet")
            case Table():
                table = document.add_table(len(part.rows), len(part.rows[0]))
                fill(table, [[cell or " " for cell in row] for row in part.rows])
    return _saved(document.save)


def _xlsx(paper: Paper) -> bytes:
    book = openpyxl.Workbook()
    for row in _plain(paper):
        book.worksheets[0].append(row)
    return _saved(book.save)


def _saved(save: Callable[[io.BytesIO], object]) -> bytes:
    data = io.BytesIO()
    save(data)
    return data.getvalue()


# ── pages ────────────────────────────────────────────────────────────────────────────────────────────────

_WIDTH, _TOP, _BOTTOM, _LEFT, _RIGHT = 595, 780, 60, 60, 540
_SIZE, _LEADING = 10, 16


class _Pages:
    """Pages that are filled from top to bottom."""

    def __init__(self) -> None:
        self.pages, self._y = [b""], float(_TOP)

    def put(self, x: float, y: float, text: str, size: float) -> None:
        shown = text.encode("utf-16-be").hex().encode()
        self.pages[-1] += b"BT /F %g Tf %g %g Td <%s> Tj ET\n" % (size, x, y, shown)

    def line(self, text: str, size: float = _SIZE) -> None:
        for row in _wrapped(text, (_RIGHT - _LEFT) / size):
            self._room(_LEADING)
            self._y -= _LEADING
            self.put(_LEFT, self._y, row, size)

    def row(self, cells: Sequence[str], widths: Sequence[float]) -> None:
        wrapped = [
            [row for line in _own(cell).split("\n") for row in _wrapped(line, (width - 6) / _SIZE)]
            for cell, width in zip(cells, widths, strict=True)
        ]
        height = 14 * max(map(len, wrapped)) + 4
        self._room(height)
        x = float(_LEFT)
        for rows, width in zip(wrapped, widths, strict=True):
            self.pages[-1] += b"%g %g %g %g re S\n" % (x, self._y - height, width, height)
            for n, text in enumerate(rows):
                self.put(x + 3, self._y - 12 - 14 * n, text, _SIZE)
            x += width
        self._y -= height

    def gap(self) -> None:
        self._y -= 10

    def _room(self, height: float) -> None:
        if self._y - height < _BOTTOM:
            self.pages.append(b"")
            self._y = _TOP


def _wrapped(text: str, most: float) -> list[str]:
    rows, width = [""], 0.0
    for character in text:
        own = 0.5 if character.isascii() else 1.0
        if width + own > most and character not in "，。；、：）":
            rows, width = [*rows, ""], 0.0
        rows[-1] += character
        width += own
    return rows


def _pdf(paper: Paper) -> bytes:
    pages = _Pages()
    for part in paper:
        match part:
            case Heading():
                pages.gap()
                pages.line(part.text, 18 - 2 * part.level)
            case Line():
                pages.line(part.text)
            case Items():
                for item in _listed(part):
                    pages.line(item)
            case Table():
                pages.gap()
                longest = [
                    max(4, *(max(map(len, cell.split("\n"))) for cell in column)) for column in _columns(part)
                ]
                widths = [min(n, 28) for n in longest]
                for row in part.rows:
                    pages.row(row, [(_RIGHT - _LEFT) * width / sum(widths) for width in widths])
    return _bound(pages.pages)


def _columns(table: Table) -> list[tuple[str, ...]]:
    return list(zip(*table.rows, strict=True))


def _bound(pages: Sequence[bytes]) -> bytes:
    kids = b" ".join(b"%d 0 R" % (4 + 2 * i) for i in range(len(pages)))
    font = (
        b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts[<</Type/Font"
        b"/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/W[1 95 500 814 939 500]"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>>>]>>"
    )
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(pages)),
        font,
    ]
    for i, shown in enumerate(pages):
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d 842]/Contents %d 0 R/Resources<</Font<</F 3 0 R>>>>>>"
            % (_WIDTH, 5 + 2 * i)
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(shown), shown))
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (number, content)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % at for at in places)
    return (
        data
        + table
        + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(data))
    )


_WRITERS: dict[str, Callable[[Paper], bytes]] = {
    ".txt": _txt,
    ".md": _md,
    ".docx": _docx,
    ".xlsx": _xlsx,
    ".html": _html,
    ".csv": _csv,
    ".pdf": _pdf,
}
