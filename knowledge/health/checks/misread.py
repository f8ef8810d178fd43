"""Parts of a document that were not read as what they seem to be: names of posts with text below them that
belongs to nobody, and documents of which little was understood."""

from collections.abc import Iterator

from knowledge.answer import NAMED, Evidence
from knowledge.health.finding import Check, Finding, Severity
from knowledge.health.records import Records
from knowledge.roles.headings import is_post, post_title, unwrapped
from knowledge.roles.reading import Reading
from knowledge.roles.role import Passage
from knowledge.text import bare

_LEAST, _MOST = 10, 3  # lines of such a document, lines that are quoted of it
_NAME = 12  # characters of a line that is the name of a post


def find(records: Records) -> Iterator[Finding]:
    """A finding for each document with such lines, and for each that was hardly understood."""
    totals: dict[str, int] = {}
    for document in records.documents:
        totals[document.name] = sum(len(bare(block.text)) for block in document.blocks)
    for reading in records.organization.readings:
        yield from _posts(reading, records)
        left = sum(len(bare(passage.text)) for passage in reading.unplaced)
        total = totals.get(reading.document, 0)
        if len(reading.unplaced) >= _LEAST and left * 2 > total > 0:
            evidence = tuple(Evidence(reading.document, NAMED, p) for p in reading.unplaced[:_MOST])
            slots = {"document": reading.document, "share": f"{1 - left / total:.0%}"}
            yield Finding("misread", Severity.MEDIUM, (), evidence, slots, "share")


def _posts(reading: Reading, records: Records) -> Iterator[Finding]:
    known = {bare(name) for role in records.descriptions for name in (role.name, *role.aliases)}
    found = dict[str, Passage]()
    for passage in reading.unplaced:
        text = unwrapped(passage.text).rstrip("：: ")
        name = post_title(text) or text
        if len(text) <= _NAME and is_post(name) and bare(name) not in known:
            found.setdefault(name, passage)
    if found:
        evidence = tuple(Evidence(reading.document, NAMED, passage) for passage in found.values())
        slots = {"roles": "、".join(found), "count": str(len(found)), "document": reading.document}
        yield Finding("misread", Severity.MEDIUM, tuple(found), evidence, slots)


CHECK = Check("misread", find)
