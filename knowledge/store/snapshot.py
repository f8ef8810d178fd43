"""A TinyDB file that is written whole: what the store held at one moment."""

import json
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage

from knowledge.store.disk import write_whole
from knowledge.store.record import Row, Value


class WholeFileStorage(Storage):
    """TinyDB's storage port: the file is read once, and replaced whole at the end, with its Chinese
    readable."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._tables: dict[str, dict[str, Any]] | None = None
        self._changed = False

    def read(self) -> dict[str, dict[str, Any]] | None:
        """The tables; None where there is no file yet. Raises ValueError where it is damaged."""
        if self._tables is None and self._path.exists():
            tables = json.loads(self._path.read_bytes().decode("utf-8"))
            if not isinstance(tables, dict) or not all(isinstance(table, dict) for table in tables.values()):
                raise ValueError("not a TinyDB file")
            self._tables = tables
        return self._tables

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Replace the tables, for now in memory."""
        self._tables, self._changed = data, True

    def close(self) -> None:
        """Replace the file, where its tables were. Raises OSError."""
        if self._changed:
            text = json.dumps(self._tables, ensure_ascii=False, separators=(",", ":"))
            write_whole(self._path, text.encode("utf-8"))


def read_snapshot(path: Path) -> dict[str, dict[str, Value]]:
    """The rows of every table, by key. Raises ValueError where the file is damaged, OSError where it cannot
    be read."""
    tables: dict[str, dict[str, Value]] = {}
    with TinyDB(path, storage=WholeFileStorage) as file:
        try:
            for name in sorted(file.tables()):
                tables[name] = {row["key"]: row["value"] for row in file.table(name).all()}
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError("not a file of the store") from error
    return tables


def write_snapshot(path: Path, tables: dict[str, list[Row]]) -> None:
    """Write every table, in the order of its rows. Raises OSError."""
    with TinyDB(path, storage=WholeFileStorage) as file:
        file.storage.write({})
        for name, rows in tables.items():
            file.table(name).insert_multiple({"key": key, "value": value} for key, value in rows)
