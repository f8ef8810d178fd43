"""What a check of the documents found, and the words for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from knowledge import Handbook
from knowledge.answer import Evidence
from knowledge.health.checkup import check_up
from knowledge.health.finding import Finding, Severity
from knowledge.tables import load_table


@dataclass(frozen=True, slots=True)
class Health:
    """What the check of a handbook found."""

    documents: int
    roles: int
    findings: tuple[Finding, ...]

    @classmethod
    def of(cls, handbook: Handbook) -> "Health":
        """The health of a handbook that has kept its documents."""
        organization = handbook.organization
        found = tuple(check_up(organization, handbook.documents))
        return cls(len(handbook.documents), sum(map(len, organization.descriptions.values())), found)

    def count(self, severity: Severity) -> int:
        """How many findings are that bad."""
        return sum(finding.severity is severity for finding in self.findings)

    @property
    def headline(self) -> str:
        """All in one sentence."""
        counts = {severity.value: self.count(severity) for severity in Severity}
        key = "headline" if self.findings else "healthy"
        return page(key, documents=self.documents, roles=self.roles, total=len(self.findings), **counts)


def grouped(
    findings: Sequence[Finding],
) -> list[tuple[Severity, list[tuple[str, list[Finding]]]]]:
    """The findings by severity, and within it by kind."""
    return [
        (severity, [(kind, list(same)) for kind, same in groupby(alike, key=lambda f: f.kind)])
        for severity, alike in groupby(findings, key=lambda f: f.severity)
    ]


def what(finding: Finding) -> str:
    """What is wrong, as a sentence."""
    return _said(finding, "what")


def to_check(finding: Finding) -> str:
    """What to check, as a sentence."""
    return _said(finding, "check")


def title(kind: str) -> str:
    """A kind of finding in a few words."""
    name: str = _table()["findings"][kind]["title"]
    return name


def severity_name(severity: Severity) -> str:
    """A severity in Chinese."""
    name: str = _table()["severity"][severity.value]
    return name


def page(key: str, **slots: object) -> str:
    """A sentence of the page."""
    sentence: str = _table()["page"][key]
    return sentence.format(**slots)


def quoted(piece: Evidence) -> str:
    """A quote with whose it is and under which heading."""
    quote = " ".join(piece.quote.split())
    key = "quote" if piece.role else "quote_plain"
    return page(key, role=piece.role, section=piece.section, quote=quote)


def place(piece: Evidence) -> str:
    """Where a quote stands."""
    source = piece.passage.source
    return page("place", document=source.document, line=source.line)


def _said(finding: Finding, part: str) -> str:
    sentence: str = _table()["findings"][finding.kind][part][finding.variant]
    return sentence.format(**finding.slots)


def _table() -> dict[str, Any]:
    return load_table("bot", "health.toml")
