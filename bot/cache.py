"""Where the program keeps what it can work out again: nothing is lost when it is deleted."""

import os
from collections.abc import Iterable
from pathlib import Path

_OFF = "off"


def cache_folder() -> Path | None:
    """`ROLEBOT_CACHE`, else in the user's folder for such things; None where it is `off`."""
    own = os.environ.get("ROLEBOT_CACHE", "").strip()
    base = os.environ.get("XDG_CACHE_HOME", "").strip() or "~/.cache"
    try:
        return None if own == _OFF else Path(own or f"{base}/rolebot").expanduser()
    except RuntimeError:  # nobody's home
        return None


def drop_oldest(folders: Iterable[Path], kept: int) -> None:
    """Remove folders but for so many that were used last. Raises OSError where they cannot be looked at."""
    import shutil  # seldom

    for old in sorted(folders, key=lambda path: path.stat().st_mtime, reverse=True)[kept:]:
        shutil.rmtree(old, ignore_errors=True)
