"""Rendering in a process of its own, since it lets nothing else run in the one that it is in.

python -m bot.pictures.render < sheet.svg > page.png
"""

import subprocess
import sys
from functools import lru_cache

from bot.pictures.picture import png

_KEPT = 32  # pages
_LONGEST = 60.0  # seconds


@lru_cache(_KEPT)
def png_beside(sheet: str) -> bytes:
    """A page as PNG; the other threads of this process run meanwhile. What was rendered lately is not
    rendered again."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", __name__],
            input=sheet.encode(),
            capture_output=True,
            timeout=_LONGEST,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return png(sheet)  # no room for another process
    return done.stdout


if __name__ == "__main__":
    sys.stdout.buffer.write(png(sys.stdin.buffer.read().decode()))
