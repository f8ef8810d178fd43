"""Plain text: one block a line. Scraped web pages come this way too."""

from knowledge.documents.document import Block, Document, Kind, Source
from knowledge.documents.frame import split_frame


def read_plain(name: str, text: str) -> Document:
    """The document `name` with one block for every line of `text` that is not blank; its frame set apart."""
    blocks = [
        Block(Kind.TEXT, line.strip(), Source(name, number), quote=line.strip())
        for number, line in enumerate(text.splitlines(), start=1)
        if line.strip()
    ]
    content, frame = split_frame(blocks)
    return Document(name, content, frame)
