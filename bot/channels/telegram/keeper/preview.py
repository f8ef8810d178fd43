"""A document that an admin sent, read before it counts: what was read, what changes, what is wrong."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.channels.telegram.house import wording
from bot.channels.telegram.keeper.changes import change_lines
from bot.channels.telegram.page import Line
from bot.health import Health, what
from bot.imports import Proposal, propose, read_given, unseen
from knowledge import Handbook
from knowledge.documents.document import Document
from knowledge.errors import DocumentError
from knowledge.organization import Organization
from knowledge.roles.role import Passage
from knowledge.store.kept.library import Original, documents_of
from knowledge.store.store import Store

_MOST_ROLES, _MOST_CHANGES, _MOST_UNPLACED, _MOST_FINDINGS = 12, 15, 8, 6


@dataclass(frozen=True, slots=True)
class Preview:
    """`original`: the document with its file; `lines`: what an admin has to know before it goes live; `note`:
    a sentence on it."""

    original: Original
    lines: tuple[Line, ...]
    note: str


def make_preview(store: Store, name: str, content: bytes) -> Preview:
    """Read a file as if it were imported. Raises DocumentError where nothing can be read from it, and
    StoreError."""
    safe = Path(name).name or "document"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / safe
        path.write_bytes(content)
        given = read_given([path], unseen)
    if not given.originals:
        raise DocumentError(wording()["keeper"]["nothing_read"].format(name=safe))
    (original,) = given.originals
    alone = Handbook([original.document]).organization
    if not alone.says_anything:
        raise DocumentError(wording()["keeper"]["nothing_read"].format(name=safe))
    proposal = propose(store, given, add=True)
    lines = [
        *_read(original.document, alone),
        *_changed(proposal),
        *_wrong(store, proposal),
        *_unplaced(alone),
    ]
    return Preview(original, tuple(lines), proposal.note)


def _read(document: Document, alone: Organization) -> list[Line]:
    words = wording()["keeper"]
    lines = [Line(words["read"].format(name=document.name), bold=True)]
    described = alone.described()
    lines += [
        Line(words["read_role"].format(role=r.name, duties=len(r.duties))) for r in described[:_MOST_ROLES]
    ]
    lines += _more(described, _MOST_ROLES)
    lines += [Line(words["read_department"].format(department=name)) for name in alone.departments]
    if alone.approvals:
        lines.append(Line(words["read_approvals"].format(count=len(alone.approvals))))
    return lines


def _changed(proposal: Proposal) -> list[Line]:
    words = wording()["keeper"]
    lines = [Line(words["changes"], bold=True)]
    if proposal.current is None:
        return [*lines, Line(words["replaces_sample"])]
    found = change_lines(proposal.changes)
    lines += [Line(words["item"].format(text=text)) for text in found[:_MOST_CHANGES]]
    lines += _more(found, _MOST_CHANGES)
    return lines if found else [*lines, Line(words["no_change"])]


def _wrong(store: Store, proposal: Proposal) -> list[Line]:
    """What contradicts, is missing or copied in the documents from then on, and was not before."""
    words = wording()["keeper"]
    before = {what(finding) for finding in health_of(documents_of(store, proposal.current)).findings}
    after = health_of([one.document for one in proposal.originals])
    fresh = [said for finding in after.findings if (said := what(finding)) not in before]
    if not fresh:
        return []
    lines = [Line(words["wrong"].format(count=len(fresh)), bold=True)]
    lines += [Line(words["item"].format(text=text)) for text in fresh[:_MOST_FINDINGS]]
    return lines + _more(fresh, _MOST_FINDINGS)


def health_of(documents: Sequence[Document]) -> Health:
    """The health of some documents."""
    handbook = Handbook(documents)
    handbook.documents = tuple(documents)
    return Health.of(handbook)


def _unplaced(alone: Organization) -> list[Line]:
    words = wording()["keeper"]
    found: list[Passage] = [passage for reading in alone.readings for passage in reading.unplaced]
    if not found:
        return []
    lines = [Line(words["unplaced"].format(count=len(found)), bold=True)]
    return lines + [
        Line(words["unplaced_line"].format(line=passage.source.line, text=passage.text[:80]), folded=True)
        for passage in found[:_MOST_UNPLACED]
    ]


def _more(items: Sequence[object], shown: int) -> list[Line]:
    left = len(items) - shown
    return [Line(wording()["keeper"]["and_more"].format(count=left))] if left > 0 else []
