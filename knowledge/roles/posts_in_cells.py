"""Posts each of which one cell, or the cells of one column, describe: 店长职责 | 收银员职责.

Their cells become headings with the lines below them, as if each stood by itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from knowledge.documents.document import Block, Kind
from knowledge.roles.headings import (
    is_post,
    label_and_value,
    label_of,
    post_title,
    unnumbered,
    unwrapped,
    without_count,
)
from knowledge.roles.labels import Field
from knowledge.text import bare

_LEAST = 2  # posts described so, and labels in the cells of one
_WITH_LABEL = 3  # cells of a row: a post, a label and its value
_NO_LABELS = (None, Field.NEUTRAL, Field.NOTE, Field.OTHER)


def with_posts_in_cells(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks of a document, such posts apart; any other table just as it is."""
    above = 0
    for (is_row, _), group in groupby(blocks, key=lambda block: (block.kind is Kind.ROW, block.table)):
        part = list(group)
        if is_row:
            level = above + 1
            yield from (
                _columns_apart(part, level) or _cells_apart(part, level) or _labels_apart(part, level) or part
            )
        else:
            levels = [block.level for block in part if block.kind is Kind.HEADING]
            above = levels[-1] if levels else above
            yield from part


def _columns_apart(rows: Sequence[Block], level: int) -> list[Block]:
    """The posts of a table with one or more to a column and no column of labels; empty for another table."""
    heads = [i for i, row in enumerate(rows) if _heads_columns(row)]
    if not heads:
        return []
    found = list(rows[: heads[0]])
    for start, end in zip(heads, [*heads[1:], len(rows)], strict=True):
        head, body = rows[start], rows[start + 1 : end]
        if any(len(row.cells) != len(head.cells) for row in body):
            return []
        posts = [(name, [row.cells[i] for row in body]) for i, name in enumerate(head.cells) if name]
        if any(not _described(cells) for _, cells in posts):
            return []
        for name, cells in posts:
            found.append(_heading(head, name, level))
            for row, cell in zip(body, cells, strict=True):
                found += _lines(row, cell)
    return found


def _cells_apart(rows: Sequence[Block], level: int) -> list[Block]:
    """The posts of a table whose rows are a post and all that is said of it; empty for another table."""
    if len(rows) < _LEAST or any(len(row.cells) != _LEAST or row.continued for row in rows):
        return []
    if not all(_names_post(row.cells[0]) and _described(row.cells[1:]) for row in rows):
        return []
    return [b for row in rows for b in (_heading(row, row.cells[0], level), *_lines(row, row.cells[1]))]


def _labels_apart(rows: Sequence[Block], level: int) -> list[Block]:
    """The posts of a table whose rows are a post, a label and its value (会计 | 上级 | 财务经理), the post
    once for all of its rows; empty for another table."""
    lead = 1 if rows and label_of(rows[0].cells[0]) in (Field.NAME, Field.NEUTRAL) else 0
    found, posts, last = list[Block](), 0, ""
    for row in rows[lead:]:
        if len(row.cells) != _WITH_LABEL or not _is_label(row.cells[1]):
            return []
        name = row.cells[0] or last
        if not name or not _names_post(name):
            return []
        if name != last:
            posts += 1
            found.append(_heading(row, name, level))
        last = name
        cells = row.cells[1:]
        found.append(
            replace(row, cells=cells, spans=row.spans[1:], continued=frozenset(), text=" | ".join(cells))
        )
    return found if posts >= _LEAST and len(found) > posts * _LEAST else []


def _is_label(cell: str) -> bool:
    return label_of(unnumbered(cell)) not in _NO_LABELS


def _heads_columns(row: Block) -> bool:
    names = [cell for cell in row.cells if cell]
    return (
        len(row.cells) >= _LEAST and bool(row.cells[0]) and not row.continued and all(map(_names_post, names))
    )


def _names_post(cell: str) -> bool:
    plain = without_count(unnumbered(unwrapped(cell)).rstrip("：: "))[0]
    if "\n" in cell or label_of(plain) is not None:  # 岗位定员 ends like a post
        return False
    return post_title(plain) is not None or is_post(plain)


def _described(cells: Sequence[str]) -> bool:
    """Whether cells hold the labels of a description, each at the beginning of a line."""
    lines = [line.strip() for cell in cells for line in cell.split("\n")]
    return len({bare(label) for line in lines if (label := _label(line))}) >= _LEAST


def _label(line: str) -> str:
    found = label_and_value(line)
    label = found[0] if found else line
    return label if label_of(label) not in _NO_LABELS else ""


def _heading(row: Block, name: str, level: int) -> Block:
    return replace(_line(row, name), quote=name).as_heading(level)


def _lines(row: Block, cell: str) -> Iterator[Block]:
    for line in cell.split("\n"):
        if line.strip():
            yield _line(row, line.strip())


def _line(row: Block, text: str) -> Block:
    return Block(Kind.TEXT, text, row.source, quote=text)
