"""The files of an embedded store. A snapshot and the journal of the changes since are one generation; the one
before is kept, so that a damaged snapshot costs nothing.

    store-12.json    a snapshot: everything, as a TinyDB file
    changes-12.log   the changes since
    files/           files by their digest
"""

from collections.abc import Iterator
from pathlib import Path

from knowledge.regex import regex
from knowledge.store.draft import Change
from knowledge.store.journal import read_journal
from knowledge.store.record import Value
from knowledge.store.snapshot import read_snapshot

_NAME = regex(r"(?:store|changes)-(\d+)\.(?:json|log)")
_MOST_TRIES = 5

Tables = dict[str, dict[str, Value]]


class Generations:
    """What a folder holds, read at once."""

    def __init__(self, folder: Path) -> None:
        """Raises OSError."""
        self.folder = folder
        self.damaged: list[Path] = []  # files in which something could not be read
        self.lost = False  # whether all snapshots were among them
        for _ in range(_MOST_TRIES):
            self.tables, self.newest, self.base, self.good = self._read()
            if self._numbers()[:1] in ([], [self.newest]):
                break  # nobody wrote a new generation meanwhile

    def snapshot(self, number: int) -> Path:
        """Where a generation's snapshot lies."""
        return self.folder / f"store-{number}.json"

    def journal(self, number: int) -> Path:
        """Where a generation's changes lie."""
        return self.folder / f"changes-{number}.log"

    def older(self, number: int) -> Iterator[Path]:
        """The files of generations before one."""
        for name in self._names():
            found = _NAME.fullmatch(name)
            if found and int(found[1]) < number:
                yield self.folder / name

    def _names(self) -> list[str]:
        return sorted(path.name for path in self.folder.iterdir()) if self.folder.is_dir() else []

    def _numbers(self) -> list[int]:
        """The generations, newest first."""
        return sorted(
            {int(found[1]) for name in self._names() if (found := _NAME.fullmatch(name))}, reverse=True
        )

    def _read(self) -> tuple[Tables, int, int, int]:
        """The tables, the newest generation, the one whose snapshot was read, and how many bytes of the
        newest journal are whole."""
        numbers = self._numbers()
        self.damaged = []
        base, tables = self._base(numbers)
        good = 0
        for number in sorted(number for number in numbers if number >= base):
            journal = read_journal(self.journal(number))
            good = journal.good
            apply(tables, journal.changes)
            if journal.damaged:
                self.damaged.append(self.journal(number))
        return tables, max(numbers, default=0), base, good

    def _base(self, numbers: list[int]) -> tuple[int, Tables]:
        """The newest snapshot that can be read."""
        for number in numbers:
            path = self.snapshot(number)
            try:
                if path.exists():
                    return number, read_snapshot(path)
            except ValueError:
                self.damaged.append(path)
        self.lost = bool(self.damaged) and min(numbers) > 0
        return 0, {}


def apply(tables: Tables, changes: tuple[Change, ...] | list[Change]) -> None:
    """Make changes to tables; what is put last lies last."""
    for table, key, value in changes:
        rows = tables.setdefault(table, {})
        rows.pop(key, None)
        if value is not None:
            rows[key] = value
