"""Statements put on disk as they are made, so that no memory holds all of them."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from knowledge.compiled.kept import KeptSequence
from knowledge.compiled.layout import STATEMENT
from knowledge.compiled.records import Records, RecordsWriter
from knowledge.roles.statement import Statement
from knowledge.statements import Numbers, Statements

_LENGTH = 4  # bytes
Packed = list[tuple[bytes, bytes]]


@dataclass(frozen=True)
class ShelvedStatements(Statements):
    """Statements on disk, and their texts beside them: these are asked for more often while an organization
    is compiled, and read in no time."""

    texts: Records | None = field(default=None, repr=False)

    @property
    def sought(self) -> Sequence[str]:
        """Of each statement the folded text by which it is found."""
        return KeptSequence(self._texts, _sought, remembered=0)

    @property
    def folded(self) -> Sequence[str]:
        """Of each statement the folded text."""
        return KeptSequence(self._texts, _folded, remembered=0)

    @property
    def _texts(self) -> Records:
        assert self.texts is not None
        return self.texts


class FileShelf:
    """Keeps statements in files that are gone when nobody has them open any more."""

    def __init__(self, folder: Path) -> None:
        """`folder`: where there is room for them. Raises OSError."""
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = Path(tempfile.mkdtemp(prefix=".statements-", dir=folder))
        self._every = RecordsWriter(self._folder / "every")
        self._texts = RecordsWriter(self._folder / "texts")

    def pack(self, statements: Sequence[Statement]) -> Packed:
        """Each statement as bytes, and its texts."""
        return [(STATEMENT.write(statement), _texts(statement)) for statement in statements]

    def put(self, packed: Packed) -> None:
        """Write them. Raises OSError."""
        for statement, texts in packed:
            self._every.add(statement)
            self._texts.add(texts)

    def statements(self, numbers: Numbers, coined: frozenset[str]) -> ShelvedStatements:
        """All of them, read one by one. Raises OSError."""
        opened = list(self._opened())
        every = KeptSequence(opened[0], STATEMENT.read, remembered=0)
        return ShelvedStatements(every, numbers, coined, opened[1])

    def _opened(self) -> Iterator[Records]:
        for writer in (self._every, self._texts):
            writer.close()
            yield Records(writer.path)
            with suppress(OSError):
                writer.path.unlink()  # what is mapped stays
        with suppress(OSError):
            self._folder.rmdir()


def _texts(statement: Statement) -> bytes:
    """The folded text behind its length, and what it is sought by where that is another one."""
    folded = statement.folded.encode("utf-8", "surrogatepass")
    other = statement.sought if statement.sought != statement.folded else ""
    return len(folded).to_bytes(_LENGTH, "little") + folded + other.encode("utf-8", "surrogatepass")


def _folded(written: memoryview) -> str:
    end = _LENGTH + int.from_bytes(written[:_LENGTH], "little")
    return str(written[_LENGTH:end], "utf-8", "surrogatepass")


def _sought(written: memoryview) -> str:
    end = _LENGTH + int.from_bytes(written[:_LENGTH], "little")
    return str(written[end:] or written[_LENGTH:end], "utf-8", "surrogatepass")
