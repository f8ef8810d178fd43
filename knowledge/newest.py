"""The newest description of each role and department alone, for those who say that newer files win."""

from collections.abc import Iterable
from dataclasses import replace

from knowledge.documents.document import Document
from knowledge.readings import readings_of
from knowledge.roles.reading import Reading


def newest(documents: Iterable[Document]) -> list[Reading]:
    """What the documents say, without the roles and departments that a newer file describes too. Of files
    that are equally new all are kept."""
    documents = list(documents)
    readings = list(readings_of(documents))
    ages: dict[tuple[str, ...], float] = {}
    for document, reading in zip(documents, readings, strict=True):
        for key in _keys(reading):
            ages[key] = max(ages.get(key, document.modified), document.modified)
    return [
        replace(
            reading,
            roles=tuple(r for r in reading.roles if ages[r.name, r.organization] == document.modified),
            departments=tuple(d for d in reading.departments if ages[(d.name,)] == document.modified),
        )
        for document, reading in zip(documents, readings, strict=True)
    ]


def _keys(reading: Reading) -> list[tuple[str, ...]]:
    return [*((r.name, r.organization) for r in reading.roles), *((d.name,) for d in reading.departments)]
