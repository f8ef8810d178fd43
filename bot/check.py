"""The command `rolebot check`: the documents' health in the terminal, as JSON, and as a page to print."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.health import Health, grouped, page, place, quoted, severity_name, title, to_check, what
from bot.table import wrapped
from knowledge import Handbook, KnowledgeError
from knowledge.answer import Evidence
from knowledge.health.finding import Finding, Severity

_DONE, _SEVERE, _BAD_INPUT = 0, 1, 2
_COLUMNS = 78
_MOST_QUOTES, _MOST_FINDINGS = 6, 30  # shown in the terminal, of a finding and of a kind


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
        handbook = (
            Handbook.load(paths, words, keep=True, newest_wins=parsed.newest_wins)
            if paths
            else Handbook.sample(words, keep=True)
        )
    except KnowledgeError as error:
        print(error, file=sys.stderr)
        return _BAD_INPUT
    for file in handbook.unread:
        print(file.reason, file=sys.stderr)
    health = Health.of(handbook)
    if parsed.html:
        from bot.health_page import health_page

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


def _written(path: Path, text: str) -> bool:
    try:
        path.write_text(f"{text}\n", "utf-8")
    except OSError as error:
        print(page("unwritable", path=path, reason=error.strerror), file=sys.stderr)
        return False
    print(page("written", path=path), file=sys.stderr)
    return True
