"""Pictures in front of words, which say nothing of a post: 👤 店长, ✅ 要做的事."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from knowledge.documents.document import Block, Kind
from knowledge.regex import regex

_PICTURES = regex(
    "^(?:[\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d\U0001f000-\U0001faff]+\\s*)+(?=\\w)"
)
_MARKS = "✓✔√✘✕❖✦☑➢➤"  # that number items, or say yes in a table


def without_pictures(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, headings and lines without the pictures that they begin with; quotes keep them."""
    for block in blocks:
        found = _PICTURES.match(block.text) if block.kind in (Kind.HEADING, Kind.TEXT) else None
        if found is None or block.text[0] in _MARKS:
            yield block
            continue
        strong = _PICTURES.sub("", block.strong)
        yield replace(block, text=block.text[found.end() :], strong=strong, quote=block.quote or block.text)
