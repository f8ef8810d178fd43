"""PDF files with text, by pdfplumber (MIT, 54 MB with pdfminer, pypdfium2 and Pillow).

Of a form of 46 rows merged both ways on two pages it gave every cell, where markitdown, kreuzberg and others
lost a fourth or more. PyMuPDF is not used for its licence (AGPL).
"""

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from statistics import median
from typing import Any

from knowledge.documents.document import Document
from knowledge.documents.flow import flow
from knowledge.documents.page import Box, Line, Page, ruled_table
from knowledge.documents.problem import opening, problem, wording
from knowledge.documents.scan import can_scan, scanned_page
from knowledge.errors import DocumentError

MOST_PAGES = 500
MOST_SCANNED = 60  # pages that are recognized
_RESOLUTION = 150  # dots per inch
_LONGEST = 3_000  # pixels
_FEW = 20  # characters on a page that is a picture: a stamp, a number
_MOST_TOLD = 10
_Char = dict[str, Any]
_BLANK = 0.2  # times the size of a character: a gap wider than this is a blank between words
_BLANK_CHINESE = 0.6  # the same, where one of them is Chinese
_WIDE = 1.5  # times that size: a gap between columns


def read_pdf(name: str, data: bytes) -> Document:
    """The document in a PDF; a block's place is its page, and its count there.

    Raises DocumentError for one that is damaged, has a password, or too many pages.
    """
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect

    with opening(name, ".pdf"):
        try:
            pdf = pdfplumber.open(BytesIO(data))
        except Exception as error:
            if any(
                isinstance(cause, PDFPasswordIncorrect) for cause in (error, *error.args, error.__cause__)
            ):
                raise problem("encrypted", name, suffix=".pdf") from error
            raise
        with pdf:
            if len(pdf.pages) > MOST_PAGES:
                raise problem("too_many_pages", name, most=MOST_PAGES)
            return _document(name, pdf)


def _document(name: str, pdf: Any) -> Document:
    """The document of an open PDF; pages without text are recognized where the extra `[scan]` is there."""
    pages: list[Page] = []
    unread: dict[str, list[int]] = {}
    scanned = 0
    for number, page in enumerate(pdf.pages, start=1):
        why = _without_text(page)
        if not why:
            pages.append(_page(page))
        elif can_scan() and scanned < MOST_SCANNED:
            scanned += 1
            pages.append(scanned_page(_picture(page)))
        else:
            pages.append(Page(float(page.width), float(page.height), 0.0, ()))
            unread.setdefault("too_many_scanned" if can_scan() else why, []).append(number)
        page.close()  # lets go of its characters
    missing = [
        wording(why, name, pages="、".join(map(str, numbers[:_MOST_TOLD])), most=MOST_SCANNED)
        for why, numbers in unread.items()
    ]
    if unread and sum(map(len, unread.values())) == len(pages):
        raise DocumentError(missing[0])
    return flow(name, pages, missing)


def _without_text(page: Any) -> str:
    """Why a page has no text that can be taken: it is a picture, or its fonts do not tell their characters;
    else ""."""
    texts = [char["text"] for char in page.chars if char["text"].strip()]
    unknown = sum(text.startswith("(cid:") for text in texts)
    if len(texts) < _FEW and page.images:
        return "scanned_pages"
    return "no_characters" if unknown * 2 > len(texts) else ""


def _picture(page: Any) -> bytes:
    """A page as the bytes of a picture."""
    points = max(page.width, page.height, 1)
    resolution = min(_RESOLUTION, _LONGEST * 72 / points)
    data = BytesIO()
    page.to_image(resolution=resolution).original.convert("L").save(data, "PNG")
    return data.getvalue()


def _page(page: Any) -> Page:
    """What a page shows. Slanted text is a watermark."""
    chars = [char for char in page.dedupe_chars().chars if _is_upright(char) and _is_shown(char)]
    tables, inside = [], set[int]()
    for found in page.find_tables():
        boxes = [Box(*cell) for cell in found.cells]
        if len(boxes) > 1:
            held = [
                [char for char in chars if id(char) not in inside and box.holds(_box(char))] for box in boxes
            ]
            inside |= {id(char) for cell in held for char in cell}
            tables.append(ruled_table([(box, list(_lines(c))) for box, c in zip(boxes, held, strict=True)]))
    lines = _lines(char for char in chars if id(char) not in inside)
    size = median([char["size"] for char in chars] or [0.0])
    return Page(float(page.width), float(page.height), size, tuple(lines), tuple(tables))


def _box(char: _Char) -> Box:
    return Box(char["x0"], char["top"], char["x1"], char["bottom"])


def _is_upright(char: _Char) -> bool:
    a, b, c, d = char["matrix"][:4]
    return (not b and not c) or (not a and not d)


def _is_shown(char: _Char) -> bool:
    return bool(char["text"].strip("\x00"))


def _lines(chars: Iterable[_Char]) -> Iterator[Line]:
    """The lines that characters make: those whose middles are on one height."""
    rows: list[list[_Char]] = []
    for char in sorted(chars, key=lambda char: (char["top"] + char["bottom"]) / 2):
        middle = (char["top"] + char["bottom"]) / 2
        last = rows[-1][0] if rows else None
        if last is not None and last["top"] <= middle <= last["bottom"]:
            rows[-1].append(char)
        else:
            rows.append([char])
    for row in rows:
        row.sort(key=lambda char: char["x0"])
        inked = [char for char in row if char["text"].strip()]
        if inked:
            box = Box(
                inked[0]["x0"],
                min(char["top"] for char in inked),
                max(char["x1"] for char in inked),
                max(char["bottom"] for char in inked),
            )
            size = median(char["size"] for char in inked)
            parts = [(part[0]["x0"], _text(part)) for part in _parts(row, size)]
            text = "  ".join(text for _, text in parts)
            bold = _text(list(_bold(inked)))
            yield Line(text, box, size, bold, tuple(parts) if len(parts) > 1 else ())


def _parts(row: Sequence[_Char], size: float) -> Iterator[list[_Char]]:
    """The parts of a line between wide gaps."""
    part: list[_Char] = []
    last: _Char | None = None
    for char in row:
        if char["text"].isspace():
            part += [char] if part else []
            continue
        if last is not None and char["x0"] - last["x1"] > _WIDE * size:
            yield part
            part = []
        part.append(char)
        last = char
    yield part


def _text(chars: Sequence[_Char]) -> str:
    """The text of characters; a gap becomes a blank, but not the one that layouts put between Chinese and
    Latin characters."""
    text = ""
    for before, char in zip([None, *chars], chars, strict=False):
        if before is not None and not before["text"].isspace() and not char["text"].isspace():
            latin = before["text"].isascii() and char["text"].isascii()
            if char["x0"] - before["x1"] > (_BLANK if latin else _BLANK_CHINESE) * char["size"]:
                text += " "
        text += char["text"]
    return " ".join(text.split())


def _bold(row: Sequence[_Char]) -> Iterator[_Char]:
    for char in row:
        if "bold" not in char["fontname"].lower():
            return
        yield char
