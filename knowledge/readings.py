"""What many documents say, read several at a time where that is worth the processes it takes."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from knowledge.documents.apart import MEGABYTE, Apart, Limit
from knowledge.documents.document import Document
from knowledge.errors import DocumentError
from knowledge.roles.job_description import read_roles
from knowledge.roles.reading import Reading

_FEW = 100  # documents that are read here in the time that a process takes to start
_LIMIT = Limit(60, 700 * MEGABYTE)  # beyond it a document is read here, as if it were alone


def readings_of(documents: Iterable[Document]) -> Iterator[Reading]:
    """What each document says, in their order."""
    coming = iter(documents)
    yield from map(read_roles, islice(coming, _FEW))
    first = next(coming, None)
    if first is not None:
        from knowledge.documents.side_by_side import side_by_side  # and all that threads need

        yield from side_by_side(_read, chain([first], coming))


def _read(document: Document, apart: Apart) -> Reading:
    try:
        return apart.ask(_roles, document.name, document, _LIMIT)
    except DocumentError:
        return read_roles(document)


def _roles(_name: str, document: Document) -> Reading:
    return read_roles(document)
