"""Quotations: remarks about the document, but for those that are all that stands under a heading."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from knowledge.documents.document import Block, Kind
from knowledge.roles.headings import LISTS, PARAGRAPHS, PARTNERS, label_and_value, label_of, unnumbered
from knowledge.roles.labels import Field


def unquoted(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks; a quotation that is the whole text below the heading of a field is text like any other."""
    groups = [(quoted, list(group)) for quoted, group in groupby(blocks, key=_is_quoted)]
    for i, (quoted, group) in enumerate(groups):
        above = groups[i - 1][1][-1] if i else None
        below = groups[i + 1][1][0] if i + 1 < len(groups) else None
        whole = quoted and _wants_text(above) and (below is None or below.kind is Kind.HEADING)
        yield from (replace(b, level=0) if whole and not _is_note(b.text) else b for b in group)


def _is_quoted(block: Block) -> bool:
    return block.kind is Kind.TEXT and block.level > 0


def _wants_text(block: Block | None) -> bool:
    if block is None or block.kind is not Kind.HEADING:
        return False
    return label_of(unnumbered(block.text)) in LISTS | PARTNERS | PARAGRAPHS


def _is_note(text: str) -> bool:
    found = label_and_value(text)
    return found is not None and label_of(found[0]) in (Field.NOTE, Field.NEUTRAL)
