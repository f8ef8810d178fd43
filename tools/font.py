"""Make the font of the pictures: Noto Sans SC with the characters of GB2312, the 5,401 most used of Big5,
and Latin; no hints and no lay-out tables, which upright Chinese text does not need. Run by `make font`."""

import sys
from importlib.resources import as_file, files
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

_NAME = "Noto Sans SC Subset"
_LATIN = range(0x20, 0x250)
_BIG5_FIRST, _BIG5_LAST = 0xA440, 0xC67E  # level 1: the characters in common use
_NO_USE = ["vhea", "vmtx", "VORG", "GPOS", "GSUB", "GDEF", "BASE", "DSIG"]
_WINDOWS, _UNICODE_FULL, _FORMAT_32_BITS = 3, 10, 12


def _of_codec(codec: str, first: int, last: int) -> set[int]:
    """The characters that a codec has for the two-byte codes from first to last."""
    found = set()
    for code in range(first, last + 1):
        try:
            text = code.to_bytes(2, "big").decode(codec)
        except UnicodeDecodeError:
            continue
        found |= set(map(ord, text))
    return found


def main() -> None:
    """Write the font to the path given."""
    wanted = {*_LATIN, *_of_codec("gb2312", 0xA1A1, 0xF7FE), *_of_codec("big5", 0xA140, 0xA3BF)}
    wanted |= _of_codec("big5", _BIG5_FIRST, _BIG5_LAST)
    with as_file(files("pylopdf_fonts_zh_cn").joinpath("NotoSansSC-Regular.otf")) as path:
        font = TTFont(path)
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 13, 14]
    options.drop_tables += _NO_USE
    chosen = subset.Subsetter(options)
    chosen.populate(unicodes=wanted)
    chosen.subset(font)
    table = CmapSubtable.newSubtable(_FORMAT_32_BITS)
    table.platformID, table.platEncID, table.language = _WINDOWS, _UNICODE_FULL, 0
    table.cmap = font.getBestCmap()
    font["cmap"].tables = [table]
    for name in font["name"].names:
        if name.nameID in (1, 4):
            name.string = _NAME
        elif name.nameID == 6:
            name.string = _NAME.replace(" ", "")
    font["head"].modified = font["head"].created  # the same characters give the same file
    font.recalcTimestamp = False
    font.save(Path(sys.argv[1]))


if __name__ == "__main__":
    main()
