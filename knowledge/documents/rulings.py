"""The ruled lines of a picture of a page, and the cells that they make."""

import re
from collections.abc import Iterator
from typing import Any

from knowledge.documents.page import Box

_SNAP, _JOIN, _MEET = (
    5,
    12,
    8,
)  # pixels: between lines that are one, in gaps of a line, between lines that meet
_WIDE, _HIGH = 2.0, 1.3  # times the size of a character: the shortest lines that are no strokes of characters


def ruled_cells(picture: Any, size: float) -> list[list[Box]]:
    """The cells of each table in a picture of Pillow that is black and white; `size`: of its characters."""
    from pdfplumber import table
    from PIL.Image import Transpose

    edges = [_edge("h", x0, x1, y) for y, x0, x1 in _runs(picture, _WIDE * size)]
    turned = picture.transpose(Transpose.TRANSPOSE)
    edges += [_edge("v", y0, y1, x) for x, y0, y1 in _runs(turned, _HIGH * size)]
    merged = table.merge_edges(edges, _SNAP, _SNAP, _JOIN, _JOIN)
    crossings = table.edges_to_intersections(merged, _MEET, _MEET)
    cells = table.intersections_to_cells(crossings)
    return [[Box(*cell) for cell in found] for found in table.cells_to_tables(cells)]


def _runs(picture: Any, least: float) -> Iterator[tuple[int, int, int]]:
    """The runs of black in each row of pixels that are long enough, as (row, first, last)."""
    width, height = picture.size
    data = picture.convert("L").tobytes()
    long = re.compile(rb"[\x00-\x7f]{%d,}" % max(2, round(least)))
    for row in range(height):
        for found in long.finditer(data, row * width, (row + 1) * width):
            yield row, found.start() - row * width, found.end() - row * width


def _edge(orientation: str, first: int, last: int, place: int) -> dict[str, Any]:
    """A line as pdfplumber has them: horizontal at a height, or vertical at a column."""
    x0, x1, top, bottom = (first, last, place, place) if orientation == "h" else (place, place, first, last)
    return {
        **{"orientation": orientation, "object_type": "line"},
        **{"x0": x0, "x1": x1, "top": top, "bottom": bottom, "width": x1 - x0, "height": bottom - top},
    }
