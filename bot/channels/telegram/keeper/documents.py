"""Documents sent by an admin: shown, put live or dropped; and going back to what was before."""

import json
from dataclasses import dataclass
from typing import ClassVar

from bot.changes import Change, changes
from bot.channels.telegram.case import Case
from bot.channels.telegram.house import House, wording
from bot.channels.telegram.keeper.notices import tell
from bot.channels.telegram.keeper.preview import Preview
from bot.channels.telegram.page import Line
from knowledge import Handbook
from knowledge.documents.document import Document
from knowledge.errors import KnowledgeError
from knowledge.organization import Organization
from knowledge.store.kept.audit import note
from knowledge.store.kept.counter import next_number, number_key
from knowledge.store.kept.library import (
    Original,
    Version,
    current_version,
    documents_of,
    filed,
    go_back,
    import_version,
    originals_of,
    versions,
)
from knowledge.store.packing import pack, unpack
from knowledge.store.record import Record

_SHOWN = 20  # documents in a list


@dataclass(frozen=True, slots=True)
class Pending(Record):
    """A document that waits to be put live. `original`, `read`: the digests of the file and of what was read
    from it; `summary`: what it changes, in a sentence."""

    TABLE: ClassVar[str] = "telegram_pending"
    MOST: ClassVar[int] = 200
    number: int
    name: str = ""
    original: str = ""
    read: str = ""
    summary: str = ""
    by: str = ""
    at: float = 0.0

    @property
    def key(self) -> str:
        """The number."""
        return number_key(self.number)


@dataclass(frozen=True, slots=True)
class Outlook:
    """What putting a document live comes to: the documents from then on, and what changes against the version
    that it is `instead_of`."""

    instead_of: Version | None
    originals: tuple[Original, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Backward:
    """What changes when a version is gone back to."""

    version: Version
    changes: tuple[Change, ...]


def look_ahead(house: House, number: str) -> Outlook | None:
    """What putting a document live comes to; None where it does not wait any more. It takes seconds where
    there are many documents. Raises StoreError."""
    pending = house.store.get(Pending, number)
    if pending is None or not {pending.original, pending.read} <= house.store.digests():
        return None
    return _outlook(house, pending, current_version(house.store))


def _outlook(house: House, pending: Pending, current: Version | None) -> Outlook:
    store = house.store
    found = store.files([pending.original, pending.read])
    document = unpack(Document, json.loads(found[pending.read]))
    originals = originals_of(store, filed(store, current))
    fresh = Original(document, found[pending.original])
    names = [original.document.name for original in originals]
    if document.name in names:
        originals[names.index(document.name)] = fresh
    else:
        originals.append(fresh)
    after = _organization([original.document for original in originals])
    return Outlook(current, tuple(originals), tuple(changes(house.organization, after)))


def look_back(house: House, _: str) -> Backward | None:
    """What changes when the version before is gone back to; None where there is none. Raises StoreError."""
    current = current_version(house.store)
    earlier = [one for one in versions(house.store) if current and one.number < current.number]
    return _backward(house, earlier[-1]) if earlier else None


def _backward(house: House, version: Version) -> Backward:
    after = _organization(documents_of(house.store, version))
    return Backward(version, tuple(changes(house.organization, after)))


def show_import(case: Case, _: str) -> None:
    """How to bring documents up to date, and which there are."""
    if case.house.shelf.fixed:
        case.say(case.words("documents_fixed"))
        return
    listed = filed(case.house.store, current_version(case.draft))
    words = wording()["keeper"]
    lines = [Line(words["send_one"])]
    lines += [Line(words["documents"].format(count=len(listed)) if listed else words["sample"])]
    lines += [Line(words["item"].format(text=one.name)) for one in listed[:_SHOWN]]
    if len(listed) > _SHOWN:
        lines.append(Line(words["and_more"].format(count=len(listed) - _SHOWN)))
    earlier = len(versions(case.draft)) > 1
    case.write(lines, [[case.button(words["go_back"], "goback")]] if earlier else [])


def received(case: Case) -> None:
    """Show what a document would change, with the buttons to put it live or drop it."""
    words = wording()["keeper"]
    if not case.admin:
        case.say(case.words("document_admins"))
        return
    if case.house.shelf.fixed:
        case.say(case.words("documents_fixed"))
        return
    preview = case.fetched.get("preview")
    if isinstance(preview, KnowledgeError):
        case.say(str(preview))
    elif not isinstance(preview, Preview):
        case.say(words[f"missing_{case.fetched.get('missing', 'gone')}"])
    else:
        _offer(case, preview)


def _offer(case: Case, preview: Preview) -> None:
    draft, words = case.draft, wording()["keeper"]
    number = next_number(draft, Pending)
    original = preview.original
    read = json.dumps(pack(original.document), ensure_ascii=False).encode()
    pending = Pending(
        number,
        original.document.name,
        draft.put_file(original.content),
        draft.put_file(read),
        preview.note,
        str(case.person_id),
        case.house.clock(),
    )
    draft.put(pending)
    live = case.button(words["put_live"], "live", str(number))
    case.write(list(preview.lines), [[live, case.button(words["drop"], "drop", str(number))]])


def put_live(case: Case, argument: str) -> None:
    """Answer from the document from now on."""
    draft, store, words = case.draft, case.house.store, wording()["keeper"]
    pending = draft.get(Pending, argument)
    if pending is None or not {pending.original, pending.read} <= store.digests():
        case.say(words["send_again"])
        return
    current = current_version(draft)
    outlook = case.fetched.get("ahead")
    if not isinstance(outlook, Outlook) or outlook.instead_of != current:
        outlook = _outlook(case.house, pending, current)
    at, by = case.house.clock(), str(case.person_id)
    number = current.number if current else 0
    version = import_version(draft, outlook.originals, by, at, pending.summary, number)
    if version is None:
        case.say(words["send_again"])
        return
    draft.remove(Pending, pending.key)
    note(draft, by, "import", words["note"].format(name=pending.name), at)
    told = tell(case, outlook.changes) if current is not None else 0
    said = words["is_live"].format(name=pending.name, version=version.number, documents=version.documents)
    if told:
        said += words["told"].format(count=told)
    case.say(said, [[case.button(words["go_back"], "goback")]] if len(versions(draft)) > 1 else [])


def drop(case: Case, argument: str) -> None:
    """Forget a document that was sent."""
    case.draft.remove(Pending, argument)
    case.say(wording()["keeper"]["dropped"])


def go_to_earlier(case: Case, _: str) -> None:
    """Answer from the version before."""
    words = wording()["keeper"]
    version = go_back(case.draft)
    if version is None:
        case.say(words["no_earlier"])
        return
    at = case.house.clock()
    note(case.draft, str(case.person_id), "go_back", words["back_note"].format(version=version.number), at)
    outlook = case.fetched.get("ahead")
    if not isinstance(outlook, Backward) or outlook.version != version:
        outlook = _backward(case.house, version)
    tell(case, outlook.changes)
    case.say(words["went_back"].format(version=version.number, documents=version.documents))


def _organization(documents: list[Document]) -> Organization:
    return Handbook(documents).organization
