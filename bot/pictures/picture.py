"""A picture: PNG pages, and the same in words. The only place that knows the renderer."""

from dataclasses import dataclass

from bot.pictures.canvas import Canvas
from bot.pictures.font import FAMILY, font

_MOST_HEIGHT = 6000  # pixels; a page that would be higher is a fault of the lay-out, not of the documents


@dataclass(frozen=True, slots=True)
class Picture:
    """`title`: one line, fit for a caption; `pages`: the PNGs in order, never empty; `text`: all that they
    show in words; `lacking`: characters that the font does not have, drawn as 〓 and whole in `text`."""

    title: str
    pages: tuple[bytes, ...]
    text: str
    lacking: tuple[str, ...] = ()


def render(canvas: Canvas, height: float, background: str) -> bytes:
    """A sheet as PNG."""
    if height > _MOST_HEIGHT:
        raise ValueError(f"a page of {height:.0f} pixels")
    import resvg_py

    return resvg_py.svg_to_bytes(
        svg_string=canvas.svg(height, background),
        font_files=[str(font().path)],
        font_family=FAMILY,
        skip_system_fonts=True,
    )
