"""A picture: sheets to be rendered, and the same in words. The only place that knows the renderer."""

from dataclasses import dataclass

from bot.pictures.canvas import Canvas
from bot.pictures.font import FAMILY, font
from bot.pictures.style import style

_MOST_HEIGHT = 6000  # of a sheet; one that would be higher is a fault of the lay-out, not of the documents


@dataclass(frozen=True, slots=True)
class Picture:
    """`title`: one line, fit for a caption; `sheets`: the pages as SVG, never empty, for `png`; `text`: all
    that they show in words; `lacking`: characters that the font does not have, drawn as 〓 and whole in
    `text`."""

    title: str
    sheets: tuple[str, ...]
    text: str
    lacking: tuple[str, ...] = ()

    def pngs(self) -> tuple[bytes, ...]:
        """The pages as PNG."""
        return tuple(map(png, self.sheets))


def make_sheet(canvas: Canvas, height: float) -> str:
    """A page of a picture, ready to be rendered."""
    if height > _MOST_HEIGHT:
        raise ValueError(f"a page of {height:.0f} pixels")
    return canvas.svg(height, style()["paper"])


def png(sheet: str) -> bytes:
    """A page as PNG. It takes a tenth of a second and lets nothing else run in its process meanwhile: who
    serves others at the same time calls it in another process."""
    import resvg_py

    return resvg_py.svg_to_bytes(
        svg_string=sheet,
        width=style()["pixels"],
        font_files=[str(font().path)],
        font_family=FAMILY,
        skip_system_fonts=True,
    )
