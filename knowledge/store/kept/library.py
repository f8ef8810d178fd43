"""The documents that are answered from, as versions: each import makes one, and an earlier one can be gone
back to.

A version keeps the files as they came and what was read from them. Answers come from what was read then, so
a newer reader changes no answer until the documents are imported anew.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from knowledge.documents.document import Document
from knowledge.store.draft import Draft, View
from knowledge.store.kept.counter import next_number, number_key
from knowledge.store.packing import pack, unpack
from knowledge.store.record import Record
from knowledge.store.store import Store

MOST_VERSIONS = 20
_ONLY = "current"


@dataclass(frozen=True, slots=True)
class Original:
    """A document as it was read, and the file that it was read from."""

    document: Document
    content: bytes


@dataclass(frozen=True, slots=True)
class Filed:
    """Where a document of a version lies: the digests of the file and of what was read from it."""

    name: str
    original: str
    read: str


@dataclass(frozen=True, slots=True)
class Version(Record):
    """Documents imported together. `list`: the digest of the list of them; `documents`: how many; `by`: who
    imported them; `at`: seconds since 1970; `note`: a sentence on what changed."""

    TABLE: ClassVar[str] = "versions"
    number: int
    list: str = ""
    documents: int = 0
    by: str = ""
    at: float = 0.0
    note: str = ""

    @property
    def key(self) -> str:
        """The number."""
        return number_key(self.number)


@dataclass(frozen=True, slots=True)
class Current(Record):
    """The version that is answered from; 0: none, so that the sample answers."""

    TABLE: ClassVar[str] = "current"
    TOLD: ClassVar[bool] = True
    number: int = 0

    @property
    def key(self) -> str:
        """There is one current version."""
        return _ONLY


def versions(view: View) -> list[Version]:
    """Every version that is kept, oldest first."""
    return sorted(view.all(Version), key=lambda version: version.number)


def current_version(view: View) -> Version | None:
    """The version that is answered from; None where nothing was imported."""
    current = view.get(Current, _ONLY)
    return view.get(Version, number_key(current.number)) if current else None


def filed(store: Store, version: Version | None) -> list[Filed]:
    """The documents of a version, in their order."""
    return [] if version is None else _listed(store.files([version.list])[version.list])


def documents_of(store: Store, version: Version | None) -> list[Document]:
    """What was read from the documents of a version."""
    listed = filed(store, version)
    found = store.files(one.read for one in listed)
    return [unpack(Document, json.loads(found[one.read])) for one in listed]


def originals_of(store: Store, listed: Iterable[Filed]) -> list[Original]:
    """Documents of a version with the files that they were read from."""
    listed = list(listed)
    found = store.files(digest for one in listed for digest in (one.read, one.original))
    return [Original(unpack(Document, json.loads(found[one.read])), found[one.original]) for one in listed]


def import_version(
    draft: Draft, originals: Sequence[Original], by: str, at: float, note: str, instead_of: int | None = None
) -> Version | None:
    """Make a version of documents and answer from it; of more than MOST_VERSIONS the oldest are dropped.

    `instead_of`: the number of the version that it was compared with, 0 for none; where another is current by
    now, nothing changes and the result is None.
    """
    current = draft.get(Current, _ONLY) or Current()  # held, so that there is one import at a time
    if instead_of not in (None, current.number):
        return None
    listed = [
        Filed(
            original.document.name,
            draft.put_file(original.content),
            draft.put_file(_json(pack(original.document))),
        )
        for original in originals
    ]
    digest = draft.put_file(_json([pack(one) for one in listed]))
    version = Version(next_number(draft, Version), digest, len(listed), by, at, note)
    draft.put(version)
    draft.put(Current(version.number))
    _drop_oldest(draft)
    return version


def go_back(draft: Draft, number: int | None = None) -> Version | None:
    """Answer from an earlier version: of a number, else from the one before the current. None where there is
    none; then nothing changes."""
    current = draft.get(Current, _ONLY) or Current()
    earlier = [version for version in versions(draft) if version.number < current.number]
    found = draft.get(Version, number_key(number)) if number is not None else earlier[-1] if earlier else None
    if found is not None:
        draft.put(Current(found.number))
    return found


def _drop_oldest(draft: Draft) -> None:
    """Drop versions beyond the most, and the files that no version has."""
    every = versions(draft)
    for version in every[:-MOST_VERSIONS]:
        draft.remove(Version, version.key)
    kept: set[str] = set()
    for version in every[-MOST_VERSIONS:]:
        kept.add(version.list)
        for one in _listed(draft.file(version.list)):
            kept |= {one.original, one.read}
    draft.keep_files(frozenset(kept))


def _listed(content: bytes) -> list[Filed]:
    return [unpack(Filed, one) for one in json.loads(content)]


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
