"""The blocks of a document as its layout means them: headings told from lines, tables joined or headed."""

from knowledge.documents.document import Block, Document
from knowledge.roles.articles import with_articles
from knowledge.roles.blank_numbers import with_points
from knowledge.roles.counted_headings import with_headings
from knowledge.roles.headed_tables import with_headed_tables
from knowledge.roles.learned_labels import with_learned_labels
from knowledge.roles.numbered_posts import with_numbered_posts
from knowledge.roles.quotations import unquoted
from knowledge.roles.repeated_labels import repeated_labels
from knowledge.roles.split_tables import rejoined, with_lone_values


def laid_out(document: Document) -> tuple[list[Block], frozenset[str]]:
    """The blocks of a document in reading order, and the labels that only this document has."""
    tables = list(with_headed_tables(rejoined(with_lone_values(document.blocks))))
    blocks = with_headings(with_articles(with_learned_labels(tables)))
    blocks = list(with_points(list(unquoted(blocks))))
    repeated = repeated_labels(blocks)
    return with_numbered_posts(blocks, repeated), repeated
