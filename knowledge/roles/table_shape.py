"""The shape of a table before it is read: heads of two rows made one, values put beside labels above them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.documents.document import Block
from knowledge.roles.beside import field_of, is_label


def with_one_head(rows: Sequence[Block]) -> Sequence[Block]:
    """The rows without the first where the second has the labels of the columns: 汇报关系 above 直接上级 and
    直接下级. The second row repeats what is merged with the first."""
    if len(rows) < 3 or max(rows[0].spans, default=1) < 2 or not rows[1].continued:
        return rows
    lower = rows[1]
    own = [cell for i, cell in enumerate(lower.cells) if i not in lower.continued]
    if not own or not all(map(is_label, own)) or not all(field_of(rows[0].cells[0]) for _ in own):
        return rows
    return [replace(lower, continued=frozenset()), *rows[2:]]


def with_values_beside(rows: Sequence[Block]) -> Iterator[Block]:
    """The rows; a label alone in a row and the values alone in rows below it are one row."""
    held: Block | None = None
    for row, below in zip(rows, [*rows[1:], None], strict=True):
        if held is not None and _is_alone(row) and not is_label(row.cells[0]):
            value = f"{held.cells[1]}\n{row.cells[0]}".strip()
            held = replace(held, cells=(held.cells[0], value), text=f"{held.text} {row.text}")
            continue
        if held is not None:
            yield held
            held = None
        heads = _is_alone(row) and is_label(row.cells[0])
        if heads and below is not None and _is_alone(below) and not is_label(below.cells[0]):
            held = replace(row, cells=(row.cells[0], ""), spans=())
        else:
            yield row
    if held is not None:
        yield held


def _is_alone(row: Block) -> bool:
    return len(row.cells) == 1 and bool(row.cells[0]) and not row.continued
