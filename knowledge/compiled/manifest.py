"""What a compiled organization was made of, and whether its files are whole."""

import json
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from zlib import crc32

from knowledge.compiled.layout import FORMAT, MANIFEST

_SAMPLE = 1 << 16  # bytes at each end of a file that are checked when it is opened


def digest_of(path: Path) -> list[int]:
    """The size of a file, and a check sum of its ends. Raises OSError."""
    size = path.stat().st_size
    with path.open("rb") as file:
        check = crc32(file.read(_SAMPLE))
        if size > _SAMPLE:
            file.seek(-_SAMPLE, 2)
            check = crc32(file.read(_SAMPLE), check)
    return [size, check]


def is_whole(folder: Path, key: str) -> bool:
    """Whether a folder holds what was compiled of a key, in the format of this program, undamaged as far as
    sizes and the ends of the files tell."""
    try:
        manifest = json.loads(folder.joinpath(MANIFEST).read_text("utf-8"))
        if (manifest["format"], manifest["key"]) != (FORMAT, key):
            return False
        return all(digest_of(folder / name) == digest for name, digest in manifest["files"].items())
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False


@cache
def program() -> str:
    """What tells this program from others whose compiled form may differ: its files, and the version of
    Python (see coding.py)."""
    stats = sorted(_files(str(Path(__file__).parents[1])))
    return f"{sys.version_info[:3]} {crc32(repr(stats).encode()):08x}"


def _files(folder: str) -> Iterator[tuple[str, int, int]]:
    """The sources and tables in a folder and its folders, with size and time."""
    for entry in os.scandir(folder):
        if entry.name.endswith((".py", ".toml")):
            stat = entry.stat()
            yield entry.name, stat.st_size, stat.st_mtime_ns
        elif entry.is_dir() and entry.name != "__pycache__":
            yield from _files(entry.path)
