"""The statements of a compiled organization, of which a question reads no more than it needs: making a whole
statement of what is written takes ten times as long as finding one word in it."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from knowledge.compiled.kept import KeptSequence
from knowledge.compiled.layout import STATEMENT
from knowledge.compiled.records import Records
from knowledge.roles.statement import Statement
from knowledge.statements import Numbers, Statements


@dataclass(frozen=True)
class KeptStatements(Statements):
    """Statements on disk."""

    records: Records | None = None

    @classmethod
    def open(cls, path: Path, numbers: Numbers) -> "KeptStatements":
        """Those in a file. Raises OSError, and ValueError where it is no such file."""
        records = Records(path)
        return cls(KeptSequence(records, STATEMENT.read), numbers, records=records)

    def owner_of(self, number: int) -> str:
        """Whose a statement is."""
        return self._owners[number]

    def speaking_of(self, owner: str, words: Collection[str]) -> list[Statement]:
        """Those of a role or department that have one of some words."""
        records, written = self.records, [word.encode() for word in words]
        assert records is not None
        may = (n for n in self.numbers_of([owner]) if any(w in bytes(records[n]) for w in written))
        return [s for s in map(self.every.__getitem__, sorted(may)) if any(w in s.folded for w in words)]

    @cached_property
    def _owners(self) -> KeptSequence[str]:
        assert self.records is not None
        return KeptSequence(self.records, partial(STATEMENT.field, name="owner"))
