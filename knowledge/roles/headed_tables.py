"""Names of posts right above the tables that describe them, as headings: 2、会计 / 岗位名称 | 会计."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.documents.document import Block, Kind
from knowledge.roles.beside import field_of
from knowledge.roles.headings import is_post, label_of, post_title, unnumbered, unwrapped, without_count
from knowledge.roles.labels import Field
from knowledge.text import bare

_OF_FORMS = (Field.NAME, Field.SUPERIOR, Field.SUBORDINATES, Field.HEADCOUNT, Field.CODE)
_FIRST_ROWS = 3  # in which the form of a post says so


def with_headed_tables(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks of a document; such a line without mark-up is a heading as deep as those of other posts."""
    above = own = 0  # the levels of the last heading, and of the last one that names a post
    for i, block in enumerate(blocks):
        if block.kind is Kind.HEADING:
            if _names(block.text):
                own = block.level
            elif label_of(block.text) is not Field.TITLE:
                above, own = block.level, 0
            yield block
        elif block.kind is Kind.TEXT and not block.level and _heads(block, blocks[i + 1 :]):
            own = own or above + 1
            yield replace(block, kind=Kind.HEADING, level=own)
        else:
            yield block


def _names(text: str) -> bool:
    plain = without_count(unnumbered(unwrapped(text)).rstrip("：: "))[0]
    return post_title(plain) is not None or is_post(plain)


def _heads(block: Block, below: Sequence[Block]) -> bool:
    """Whether a line is the name of a post, or the one that the form below it names."""
    after = 1 if below and label_of(below[0].text) is Field.TITLE else 0
    first = below[after] if after < len(below) else None
    if first is None or first.kind is not Kind.ROW:
        return False
    rows = [row for row in below[after : after + _FIRST_ROWS] if row.table == first.table]
    fields = [(field_of(cell), row, i) for row in rows for i, cell in enumerate(row.cells)]
    if sum(field in _OF_FORMS for field, _, _ in fields) < 2:
        return False
    plain = bare(without_count(unnumbered(unwrapped(block.text)).rstrip("：: "))[0])
    named = (row.cells[i + 1] for field, row, i in fields if field is Field.NAME and i + 1 < len(row.cells))
    return _names(block.text) or plain in map(bare, named)
