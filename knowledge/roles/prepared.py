"""The blocks of a document made ready to be cut into sections: what only the whole of it tells is marked."""

from collections.abc import Sequence

from knowledge.documents.document import Block
from knowledge.roles.articles import with_articles
from knowledge.roles.blank_numbers import with_apart_numbers, with_numbers, with_plain_numbers, with_points
from knowledge.roles.counted_headings import with_headings
from knowledge.roles.department_chapters import with_department_chapters
from knowledge.roles.document_title import with_titles_apart
from knowledge.roles.headed_tables import with_headed_tables
from knowledge.roles.labelled_headings import with_plain_headings
from knowledge.roles.learned_labels import with_learned_labels
from knowledge.roles.listed_below import with_depth
from knowledge.roles.named_columns import with_named_columns
from knowledge.roles.named_forms import with_named_forms
from knowledge.roles.nested_posts import with_nested_posts
from knowledge.roles.numbered_posts import with_numbered_posts
from knowledge.roles.numbered_prose import with_prose_unnumbered
from knowledge.roles.posts_in_cells import with_posts_in_cells
from knowledge.roles.quotations import unquoted
from knowledge.roles.repeated_labels import repeated_labels
from knowledge.roles.shared_duties import with_shared_headings
from knowledge.roles.split_tables import rejoined, with_lone_values
from knowledge.roles.stopped_labels import with_stopped_labels
from knowledge.roles.strong_posts import with_strong_labels, with_strong_posts
from knowledge.roles.unmerged import with_merged


def prepared(blocks: Sequence[Block]) -> tuple[list[Block], frozenset[str]]:
    """The blocks with headings and labels told by the whole document, and labels that only this one has."""
    plain = with_stopped_labels(list(with_plain_headings(with_titles_apart(blocks))))
    plain = with_prose_unnumbered(plain)
    chapters = with_department_chapters(with_depth(plain))
    named = with_named_forms(list(with_named_columns(list(with_nested_posts(chapters)))))
    levelled = with_posts_in_cells(named)
    tables = with_headed_tables(with_merged(rejoined(with_lone_values(levelled))))
    plain = with_strong_posts(with_plain_numbers(list(with_strong_labels(tables))))
    plain, unknown = with_learned_labels(with_shared_headings(plain))
    marked = list(
        with_points(list(unquoted(with_headings(with_articles(with_numbers(with_apart_numbers(plain)))))))
    )
    repeated = repeated_labels(marked) | unknown
    return with_numbered_posts(marked, repeated), repeated
