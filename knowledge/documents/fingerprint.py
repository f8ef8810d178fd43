"""What tells documents from others without reading them: the names and bytes of their files."""

from collections.abc import Iterable
from pathlib import Path

from knowledge.digest import blake2b
from knowledge.documents.document import Unread
from knowledge.documents.file import bytes_of, folder_files
from knowledge.errors import DocumentError

_SIZE = 16  # bytes


def fingerprint(paths: Iterable[Path], most: int) -> str | None:
    """The same for the same files and folders with the same content, unequal for others. None where one of
    them cannot be read, or all together have more than `most` bytes."""
    made, room = blake2b(digest_size=_SIZE), most
    for path in paths:
        for file in folder_files(path) if path.is_dir() else [path]:
            if isinstance(file, Unread):
                return None
            try:
                data, time = bytes_of(file, room), file.stat().st_mtime_ns
            except (DocumentError, OSError):
                return None
            room -= len(data)
            made.update(repr((str(file), str(file.resolve()), len(data), time)).encode())
            made.update(data)
    return made.hexdigest()
