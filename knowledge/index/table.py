"""What counts in the folder of an index: its segments, and the documents in them that are still there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.index.file import ArrayFile, Unusable, read_arrays, write_arrays
from knowledge.index.joining import packed, unpacked
from knowledge.index.part import Keys, Longs
from knowledge.store.disk import sync_folder

_TABLE = "table"
_TRIES = 3  # a segment that the table names may be gone when it is opened: the table is another one by then


@dataclass(frozen=True)
class Lost:
    """Of features, how many texts of a segment are gone with their documents."""

    keys: Keys
    counts: Longs


@dataclass(frozen=True)
class Entry:
    """A segment's file; what is gone of it."""

    name: str
    file: ArrayFile
    lost: Lost


@dataclass(frozen=True)
class Table:
    """`rows`: of each document, in order, its segment, its number there and how many texts it has."""

    generation: int
    words: str  # how texts were cut
    entries: tuple[Entry, ...]
    rows: Longs
    packed_names: Mapping[str, NDArray[Any]]

    @property
    def names(self) -> list[str]:
        """The names of the documents."""
        return unpacked("document", self.packed_names)

    def bases(self) -> list[Longs]:
        """By segment: the number of the first text of each of its documents, -1 where it is gone."""
        first = np.cumsum(self.rows[:, 2]) - self.rows[:, 2]
        found = []
        for number, entry in enumerate(self.entries):
            own = self.rows[:, 0] == number
            bases = np.full(entry.file.arrays["document_sizes"].size, -1, np.int64)
            bases[self.rows[own, 1]] = first[own]
            found.append(bases)
        return found


def nothing_lost() -> Lost:
    """What is gone of a new segment."""
    return Lost(np.zeros(0, np.uint64), np.zeros(0, np.int64))


def read_table(folder: Path, words: str, thorough: bool = False) -> Table | Unusable:
    """What counts in a folder, its segments opened; where it cannot be used, the reason."""
    found: Table | Unusable = Unusable.MISSING
    for _ in range(_TRIES):
        found = _read(folder, words, thorough)
        if found is not Unusable.MISSING:
            break
    if found is Unusable.MISSING and (folder / _TABLE).exists():
        return Unusable.DAMAGED
    return found


def _read(folder: Path, words: str, thorough: bool) -> Table | Unusable:
    table = read_arrays(folder / _TABLE, thorough)
    if isinstance(table, Unusable):
        return table
    if table.about["words"] != words:
        return Unusable.OTHER_WORDS
    entries = []
    for number, (name, checksum) in enumerate(table.about["segments"]):
        file = read_arrays(folder / name, thorough)
        if isinstance(file, Unusable):
            return file
        if file.checksum != checksum:
            return Unusable.DAMAGED
        lost = Lost(table.arrays[f"lost_keys_{number}"], table.arrays[f"lost_counts_{number}"])
        entries.append(Entry(name, file, lost))
    return Table(table.about["generation"], words, tuple(entries), table.arrays["rows"], table.arrays)


def current_generation(folder: Path) -> int:
    """The generation of the index in a folder, 0 where there is none that can be read."""
    table = read_arrays(folder / _TABLE)
    return 0 if isinstance(table, Unusable) else int(table.about["generation"])


def replace_table(
    folder: Path,
    generation: int,
    words: str,
    entries: Sequence[tuple[str, int, Lost]],
    rows: Longs,
    names: Sequence[str],
) -> None:
    """Makes another table count, and removes the files that it does not name. `entries`: name, checksum and
    what is gone of each segment. Raises OSError."""
    lost: dict[str, NDArray[Any]] = {f"lost_keys_{n}": entry[2].keys for n, entry in enumerate(entries)}
    lost |= {f"lost_counts_{number}": entry[2].counts for number, entry in enumerate(entries)}
    about = {
        "generation": generation,
        "words": words,
        "segments": [(name, checksum) for name, checksum, _ in entries],
    }
    sync_folder(folder)
    write_arrays(folder / _TABLE, about, {"rows": rows, **packed("document", names), **lost})
    sync_folder(folder)
    used = {_TABLE, *(name for name, _, _ in entries)}
    for path in [*folder.glob("*.segment"), *folder.glob(".*.tmp")]:
        if path.name not in used:
            path.unlink(missing_ok=True)
