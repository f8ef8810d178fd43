"""Files on the disk: their bytes and names, and the files of a folder. Nothing else here touches the disk."""

import os
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from knowledge.documents.document import Unread
from knowledge.documents.problem import problem, wording

MOST_FILES = 20_000  # looked at in one folder
_MEGABYTE = 1_000_000


def bytes_of(path: Path, most: int) -> bytes:
    """The bytes of a file. Raises DocumentError where there is none, or more than `most`."""
    name = display_name(path)
    try:
        if not path.exists():
            raise problem("missing", name)
        if not path.is_file():
            raise problem("no_file", name)
        size = path.stat().st_size
        if size <= most:
            with path.open("rb") as file:
                data = file.read(most + 1)  # a file may grow, or not tell its size
            size = len(data)
    except OSError as error:
        raise problem("unopenable", name, why=error.strerror or error) from error
    if size > most:
        raise problem(
            "too_large", name, size=max(size, most + _MEGABYTE) // _MEGABYTE, most=most // _MEGABYTE
        )
    return data


@contextmanager
def scratch(data: bytes, suffix: str) -> Iterator[Path]:
    """A file with the bytes, in a folder of its own, for what reads files only; both vanish afterwards."""
    from tempfile import TemporaryDirectory  # few documents need it

    with TemporaryDirectory() as folder:
        file = Path(folder, f"document{suffix}")
        with file.open("wb") as opened:
            opened.write(data)
        yield file


def display_name(path: Path) -> str:
    """A file's name fit to be shown: names in GB18030, as archives unpack them, put right; no control
    characters."""
    name = path.name or str(path)
    if any("\udc80" <= sign <= "\udcff" for sign in name):
        name = os.fsencode(name).decode("gb18030", "replace")
    return "".join("\ufffd" if unicodedata.category(sign) in ("Cc", "Cs", "Cf") else sign for sign in name)


def folder_files(folder: Path) -> Iterator[Path | Unread]:
    """The files of a folder and its folders in order of path, without hidden ones; what is not to be read.

    Links to folders are not followed; nor are those to files elsewhere.
    """
    root = os.path.realpath(folder)
    unread: list[Unread] = []

    def note(error: OSError) -> None:
        path = Path(str(error.filename))
        unread.append(
            Unread(display_name(path), wording("unopenable", display_name(path), why=error.strerror))
        )

    found: list[Path] = []
    for place, folders, names in os.walk(folder, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [Path(place, name) for name in names if not name.startswith((".", "~$"))]
        if len(found) > MOST_FILES:
            name = display_name(folder)
            unread.append(Unread(name, wording("too_many", name, most=MOST_FILES)))
            break
    yield from unread
    for path in sorted(found[:MOST_FILES]):
        real = os.path.realpath(path)
        if path.is_symlink() and os.path.commonpath([root, real]) != root:
            yield Unread(display_name(path), wording("outside", display_name(path)))
        elif os.path.isfile(real):
            yield path
