"""Names of posts right above the forms that describe them, as headings: 2、会计 / 岗位名称 | 会计.

Such a name may be a row of its own in the table: （1）会计 / 所属部门 | 财务部.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from knowledge.documents.document import Block, Kind
from knowledge.roles.beside import field_of
from knowledge.roles.headings import is_post, label_of, post_title, unnumbered, unwrapped, without_count
from knowledge.roles.labels import Field
from knowledge.text import bare

_OF_FORMS = (
    Field.NAME,
    Field.DEPARTMENT,
    Field.SUPERIOR,
    Field.SUBORDINATES,
    Field.HEADCOUNT,
    Field.CODE,
)
_FIRST_ROWS, _LEAST_FIELDS = 4, 2  # in which the form of a post says so, and with how many labels
_MOST_TITLES = 3  # lines between the name of a post and its form


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
            yield block.as_heading(own)
        elif block.kind is Kind.ROW and _heads_rows(block, blocks[i + 1 :]):
            own = own or above + 1
            yield replace(block, cells=(), spans=(), table=0).as_heading(own)
        else:
            yield block


def _names(text: str) -> bool:
    plain = without_count(unnumbered(unwrapped(text)).rstrip("：: "))[0]
    return post_title(plain) is not None or is_post(plain)


def _heads(block: Block, below: Sequence[Block]) -> bool:
    """Whether a line is the name of a post, or the one that the form below it names."""
    after = 0
    while after < min(_MOST_TITLES, len(below)) and _is_title(below[after]):
        after += 1
    first = below[after] if after < len(below) else None
    if first is None or first.kind is not Kind.ROW:
        return False
    rows = [row for row in below[after : after + _FIRST_ROWS] if row.table == first.table]
    cells = [(field_of(cell), row.cells[i + 1 : i + 2]) for row in rows for i, cell in enumerate(row.cells)]
    if sum(field in _OF_FORMS for field, _ in cells) < _LEAST_FIELDS:
        return False
    plain = bare(without_count(unnumbered(unwrapped(block.text)).rstrip("：: "))[0])
    return _names(block.text) or any(
        plain == bare(v) for of, beside in cells if of is Field.NAME for v in beside
    )


def _heads_rows(row: Block, below: Sequence[Block]) -> bool:
    """Whether a row of a single cell is the name of the post that the rows below are the form of: they have
    no label for its name."""
    if len(row.cells) != 1 or row.continued or not _names(row.text):
        return False
    rows = list(takewhile(lambda other: other.table == row.table and other.kind is Kind.ROW, below))
    end = next((i for i, other in enumerate(rows) if len(other.cells) == 1 and _names(other.text)), len(rows))
    fields = [field_of(cell) for other in rows[:end] for cell in other.cells]
    first = [field_of(cell) for other in rows[: min(end, _FIRST_ROWS)] for cell in other.cells]
    return Field.NAME not in fields and sum(field in _OF_FORMS for field in first) >= _LEAST_FIELDS


def _is_title(block: Block) -> bool:
    """Whether a line is no more than the title of a form or of its first part: 岗位说明书, 一、基本信息."""
    if block.kind is not Kind.TEXT:
        return False
    return label_of(unnumbered(block.text)) in (Field.TITLE, Field.NEUTRAL) or bool(post_title(block.text))
