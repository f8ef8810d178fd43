"""Which reading of a document counts: as it stands, with the headings that its forms tell, or with its file's
name above it.

A reading is judged by what it says of itself: posts without anything said of them, names that are no names,
lines that name posts and were not taken for such.
"""

from collections.abc import Iterable
from dataclasses import replace

from knowledge.documents.document import Document, Kind
from knowledge.regex import regex
from knowledge.roles.flaws import flaws
from knowledge.roles.headings import is_post, post_title
from knowledge.roles.job_description import read_roles
from knowledge.roles.outline import outlined
from knowledge.roles.reading import Reading

_BEFORE = regex(r"^(?:附件|附录|附)?[\s\d一二三四五六七八九十、.．_—–-]*[:：]?\s*")
_BEHIND = regex(r"[\s_—–-]*(?:[（(][^（()）]*[)）]|[vV]?\d[\d.]*版?|最新|终稿|定稿|修订版?|[_—–-].*)?$")


def read_best(document: Document) -> Reading:
    """What a document says of roles and departments, by the reading with the fewest flaws."""
    plain = read_roles(document)
    if not plain.roles and (titled := _titled(document)) is not None:
        plain = max(plain, read_roles(titled), key=lambda reading: len(reading.roles))
    marked = outlined(document.blocks)
    if marked is None or not _weight(plain, marked.posts):
        return plain
    other = read_roles(replace(document, blocks=marked.blocks))
    return other if _weight(other, marked.posts) < _weight(plain, marked.posts) else plain


def _weight(reading: Reading, expected: Iterable[str]) -> int:
    return sum(flaw.weight for flaw in flaws(reading, expected))


def _titled(document: Document) -> Document | None:
    """The document below a heading with the post that its file is named for: 03-采购员.docx."""
    stem = _BEHIND.sub("", _BEFORE.sub("", document.name.rsplit(".", 1)[0]))
    name = post_title(stem) or stem
    if not document.blocks or not is_post(name):
        return None
    first = document.blocks[0]
    heading = replace(
        first, kind=Kind.HEADING, level=1, text=name, quote=first.quote or first.text, cells=(), table=0
    )
    return replace(document, blocks=(heading, *document.blocks))
