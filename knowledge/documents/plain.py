"""Plain text: one block a line. Scraped web pages come this way too."""

from dataclasses import replace

from knowledge.documents.document import Block, Document, Kind, Source
from knowledge.documents.drawn import Drawn, drawn_rows
from knowledge.documents.frame import split_frame
from knowledge.documents.tree import NO_ITEM, tree_items


def read_plain(name: str, text: str) -> Document:
    """The document `name` with one block for every line of `text` that is not blank; its frame set apart."""
    lines = text.splitlines()
    tree = tree_items(lines)
    drawn = drawn_rows(["" if i in tree else line for i, line in enumerate(lines)])
    blocks = [
        _item(name, number, line.strip(), *tree[number - 1])
        if number - 1 in tree
        else _block(name, number, line.strip(), drawn.get(number - 1))
        for number, line in enumerate(lines, start=1)
        if line.strip() and (number - 1 not in drawn or drawn[number - 1].cells)
        if tree.get(number - 1) != NO_ITEM
    ]
    content, frame = split_frame(blocks)
    return Document(name, content, frame)


def _item(name: str, number: int, line: str, depth: int, text: str) -> Block:
    """A line of a tree."""
    return Block(Kind.ITEM, text, Source(name, number), depth, quote=line)


def _block(name: str, number: int, line: str, row: Drawn | None) -> Block:
    """A line of text; with its cells where it is a row of a table that lines draw."""
    block = Block(Kind.TEXT, line, Source(name, number), quote=line)
    if row is None:
        return block
    spans = (row.width,) if len(row.cells) == 1 else (1,) * row.width
    return replace(block, cells=row.cells, spans=spans, table=row.table)
