"""The command `rolebot check`: the documents' health in the terminal, as JSON, and as a page to print."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from bot.table import wrapped
from knowledge import Handbook, KnowledgeError
from knowledge.answer import Evidence
from knowledge.health.checkup import check_up
from knowledge.health.finding import Finding, Severity
from knowledge.tables import load_table

_DONE, _SEVERE, _BAD_INPUT = 0, 1, 2
_COLUMNS = 78
_MOST_QUOTES, _MOST_FINDINGS = 6, 30  # shown in the terminal, of a finding and of a kind


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
        return cls(len(handbook.documents), len(organization.described()) + len(organization.repeated), found)

    def count(self, severity: Severity) -> int:
        """How many findings are that bad."""
        return sum(finding.severity is severity for finding in self.findings)

    @property
    def headline(self) -> str:
        """All in one sentence."""
        counts = {severity.value: self.count(severity) for severity in Severity}
        key = "headline" if self.findings else "healthy"
        return page(key, documents=self.documents, roles=self.roles, total=len(self.findings), **counts)


def add_arguments(command: argparse.ArgumentParser) -> None:
    """The arguments of the command, apart from `--documents`, `--words` and `--json`."""
    command.add_argument("paths", nargs="*", metavar="PATH", help="文档或文件夹，和 --documents 一样")
    command.add_argument("--html", action="store_true", help="输出一个可以打印的网页")
    command.add_argument("--output", metavar="FILE", help="写进文件，不在终端显示")
    command.add_argument("--strict", action="store_true", help="有要紧的问题时退出码为 1")


def check(parsed: argparse.Namespace) -> int:
    """Check the documents and tell what was found; 1 where that is severe and `--strict` is given."""
    try:
        paths = [*parsed.paths, *(parsed.documents or ())]
        words = parsed.words
        handbook = Handbook.load(paths, words, keep=True) if paths else Handbook.sample(words, keep=True)
    except KnowledgeError as error:
        print(error, file=sys.stderr)
        return _BAD_INPUT
    health = Health.of(handbook)
    if parsed.html:
        from bot.check_page import health_page

        text = health_page(health)
    else:
        text = json.dumps(health_object(health), ensure_ascii=False, indent=1) if parsed.json else ""
        text = text or "\n".join(health_text(health))
    if parsed.output:
        if not _written(Path(parsed.output), text):
            return _BAD_INPUT
    else:
        print(text)
    return _SEVERE if parsed.strict and health.count(Severity.HIGH) else _DONE


def health_object(health: Health) -> dict[str, Any]:
    """The findings as data, all of them with all their quotes."""
    return {
        "documents": health.documents,
        "roles": health.roles,
        "counts": {severity.value: health.count(severity) for severity in Severity},
        "findings": [
            {
                "kind": finding.kind,
                "title": title(finding.kind),
                "severity": finding.severity.value,
                "roles": list(finding.roles),
                "text": what(finding),
                "check": to_check(finding),
                "evidence": [_evidence(piece) for piece in finding.evidence],
            }
            for finding in health.findings
        ],
    }


def health_text(health: Health) -> list[str]:
    """The findings in lines for a terminal, by severity and kind."""
    lines = wrapped(health.headline, _COLUMNS)
    if health.findings:
        lines += wrapped(page("explain"), _COLUMNS)
    for severity, kinds in grouped(health.findings):
        count = sum(len(findings) for _, findings in kinds)
        lines += ["", f"━━ {page('group', severity=severity_name(severity), count=count)} ━━"]
        for kind, findings in kinds:
            lines += ["", page("kind", title=title(kind), count=len(findings))]
            for number, finding in enumerate(findings[:_MOST_FINDINGS], start=1):
                lines += _told(number, finding)
            if len(findings) > _MOST_FINDINGS:
                lines.append("  " + page("more_findings", count=len(findings) - _MOST_FINDINGS))
    return lines


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


def _told(number: int, finding: Finding) -> Iterator[str]:
    first, *rest = wrapped(f"{number}. {what(finding)}", _COLUMNS - 2, "   ")
    yield from (f"  {line}" for line in (first, *rest))
    shown = finding.evidence if len(finding.evidence) <= _MOST_QUOTES + 1 else finding.evidence[:_MOST_QUOTES]
    last = shown[-1].passage.source
    same = all(piece.passage.source == last for piece in shown)
    for piece in shown:
        where = "" if same and piece is not shown[-1] else f" {place(piece)}"
        yield from (f"     {line}" for line in wrapped(quoted(piece) + where, _COLUMNS - 5, "  "))
    if len(shown) < len(finding.evidence):
        yield "     " + page("more_quotes", count=len(finding.evidence) - len(shown))
    yield from (f"     {line}" for line in wrapped(page("check", text=to_check(finding)), _COLUMNS - 5, "  "))


def _evidence(piece: Evidence) -> dict[str, Any]:
    source = piece.passage.source
    where = {"document": source.document, "line": source.line}
    return {"role": piece.role, "section": piece.section, "quote": piece.quote, **where}


def _said(finding: Finding, part: str) -> str:
    sentence: str = _table()["findings"][finding.kind][part][finding.variant]
    return sentence.format(**finding.slots)


def _table() -> dict[str, Any]:
    return load_table("bot", "check.toml")


def _written(path: Path, text: str) -> bool:
    try:
        path.write_text(f"{text}\n", "utf-8")
    except OSError as error:
        print(page("unwritable", path=path, reason=error.strerror), file=sys.stderr)
        return False
    print(page("written", path=path), file=sys.stderr)
    return True
