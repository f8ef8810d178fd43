"""The font that pictures are written with: where it is, which characters it has, how wide each of them is."""

import struct
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

FAMILY = "Noto Sans SC Subset"
_FILE = "NotoSansSC-Subset.otf"
_WHOLE_UNICODE = 12  # the form of the character table that `make font` writes
_open = ExitStack()


@dataclass(frozen=True)
class Font:
    """`advances`: the width of each character that the font has, as a share of its size."""

    path: Path
    advances: dict[str, float]

    def has(self, character: str) -> bool:
        """Whether the font can draw a character."""
        return character in self.advances

    def width(self, text: str, size: float) -> float:
        """How wide a text is, in pixels; a character that the font lacks counts as a full square."""
        return size * sum(self.advances.get(character, 1.0) for character in text)


@cache
def font() -> Font:
    """The font of the package."""
    path = _open.enter_context(as_file(files("bot.pictures").joinpath("font", _FILE)))
    return Font(path, _advances(path.read_bytes()))


def _advances(data: bytes) -> dict[str, float]:
    """Each character's width, read from the tables `cmap` and `hmtx` of an OpenType font."""
    tables: dict[bytes, int] = {}
    for entry in range(12, 12 + 16 * struct.unpack_from(">H", data, 4)[0], 16):
        tag, _, offset, _ = struct.unpack_from(">4sIII", data, entry)
        tables[tag] = offset
    em: int = struct.unpack_from(">H", data, tables[b"head"] + 18)[0]
    count: int = struct.unpack_from(">H", data, tables[b"hhea"] + 34)[0]
    widths = [struct.unpack_from(">H", data, tables[b"hmtx"] + 4 * i)[0] / em for i in range(count)]
    # glyphs behind the last width have the same one
    return {chr(code): widths[min(glyph, count - 1)] for code, glyph in _glyphs(data, tables[b"cmap"])}


def _glyphs(data: bytes, cmap: int) -> Iterator[tuple[int, int]]:
    """The pairs of character and glyph in the first table of whole Unicode."""
    for entry in range(struct.unpack_from(">H", data, cmap + 2)[0]):
        at = cmap + struct.unpack_from(">I", data, cmap + 4 + 8 * entry + 4)[0]
        if struct.unpack_from(">H", data, at)[0] == _WHOLE_UNICODE:
            for group in range(struct.unpack_from(">I", data, at + 12)[0]):
                first, last, glyph = struct.unpack_from(">III", data, at + 16 + 12 * group)
                yield from ((code, glyph + code - first) for code in range(first, last + 1))
            return
