"""Files that are there whole or not at all, and last."""

import os
from collections.abc import Mapping
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in place of what is there; a crash leaves the old one or the new one. Raises OSError."""
    _write(path, content)
    sync_folder(path.parent)


def write_missing(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write those files of a folder that are not there, each whole, by name. Raises OSError."""
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        if not (folder / name).exists():
            _write(folder / name, content)
    sync_folder(folder)


def _write(path: Path, content: bytes) -> None:
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder last, where the system can. Raises OSError."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
