"""Pictures of pages to pages, by optical character recognition without network: the optional extra `[scan]`.

faster-paddle (MIT, 62 MB with the models and no dependencies) read 99.9 % of the characters of a scan at
150 dpi in 2.2 s; rapidocr takes 354 MB and 4.2 s, tesseract read 91 %.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO
from statistics import median
from typing import Any

from knowledge.documents.document import Document
from knowledge.documents.flow import flow
from knowledge.documents.page import Box, Line, Page, ruled_table
from knowledge.documents.problem import opening, problem
from knowledge.documents.rulings import ruled_cells

MOST_PIXELS = 60_000_000
_LEAST_CONFIDENCE = 0.5  # of a line; what is less sure is mostly a stamp or a picture
_PADDING = 4  # pixels by which lines are found wider than they are
_WIDE = 1.5  # times the size of a character: a gap between columns


def read_scan(name: str, data: bytes) -> Document:
    """The document in a picture (.png, .jpg). Raises DocumentError, also where the extra is not installed."""
    from PIL import Image

    if not can_scan():
        raise problem("no_scan", name)
    with opening(name, ".png"):
        with Image.open(BytesIO(data)) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise problem("too_many_pixels", name, most=MOST_PIXELS // 10_000)
        return flow(name, [scanned_page(data)])


@cache
def can_scan() -> bool:
    """Whether the extra is installed."""
    try:
        import faster_paddle
    except ImportError:
        return False
    return bool(faster_paddle)


@cache
def _engine() -> Any:
    from faster_paddle import OcrEngine

    return OcrEngine(model_size="small")


def scanned_page(data: bytes) -> Page:
    """The page that a picture (a file's bytes) shows, put straight."""
    from PIL import Image

    straight = _engine().prepare(data, resize=True, deskew=True)
    found = _engine().ocr(straight)["bounds"].values()
    pieces = [_piece(piece) for piece in found if piece["confidence"] >= _LEAST_CONFIDENCE]
    pieces = [piece for piece in pieces if piece.text]
    size = median([piece.size for piece in pieces] or [0.0])
    with Image.open(BytesIO(_engine().prepare(straight, binarize=True))) as picture:
        cells = [boxes for boxes in ruled_cells(picture, size) if len(boxes) > 1] if size else []
        width, height = picture.size
    tables = []
    for boxes in cells:
        held = [[piece for piece in pieces if box.holds(piece.box)] for box in boxes]
        taken = {id(piece) for cell in held for piece in cell}
        pieces = [piece for piece in pieces if id(piece) not in taken]
        tables.append(ruled_table([(box, list(_lines(cell))) for box, cell in zip(boxes, held, strict=True)]))
    return Page(width, height, size, tuple(_lines(pieces)), tuple(tables))


def _piece(found: dict[str, Any]) -> Line:
    """A piece of a line as it was recognized; its characters are as high as they are wide."""
    (left, top), (right, bottom) = found["topLeftCoord"], found["bottomRightCoord"]
    text = found["text"].strip()
    # marks may be wide on the page though they are recognized as narrow ones
    units = sum(0.5 if sign.isascii() and sign.isalnum() else 1.0 for sign in text) or 1.0
    return Line(text, Box(left, top, right, bottom), max(1.0, (right - left - _PADDING) / units))


def _lines(pieces: Sequence[Line]) -> Iterator[Line]:
    """The lines that pieces make: those whose middles are on one height."""
    rows: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda piece: piece.box.center[1]):
        last = rows[-1][0].box if rows else None
        if last is not None and last.top <= piece.box.center[1] <= last.bottom:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    for row in rows:
        row.sort(key=lambda piece: piece.box.left)
        yield _line(row)


def _line(row: Sequence[Line]) -> Line:
    """The line of pieces from left to right."""
    size = median(piece.size for piece in row)
    parts: list[tuple[float, str]] = []
    for before, piece in zip([None, *row], row, strict=False):
        if before is None or piece.box.left - before.box.right > _WIDE * size:
            parts.append((piece.box.left, piece.text))
        else:
            left, text = parts[-1]
            parts[-1] = (left, f"{text} {piece.text}")
    box = Box(
        min(piece.box.left for piece in row),
        min(piece.box.top for piece in row),
        max(piece.box.right for piece in row),
        max(piece.box.bottom for piece in row),
    )
    text = "  ".join(text for _, text in parts)
    return Line(text, box, size, parts=tuple(parts) if len(parts) > 1 else ())
