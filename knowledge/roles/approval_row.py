"""A row of an approval matrix by columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.documents.document import Block
from knowledge.roles.approval import step_of, words
from knowledge.roles.headings import is_department, is_post
from knowledge.roles.ranges import is_range
from knowledge.text import fold

_LEAST = 2  # ranges at the head of a table whose rows are steps


@dataclass(frozen=True, slots=True)
class Row:
    """A row by columns: the text of each, which cell it is, and whether it is merged with the one above."""

    texts: tuple[str, ...]
    cells: tuple[int, ...]
    merged: tuple[bool, ...]
    block: Block

    def spans(self, column: int) -> bool:
        """Whether the cell of a column spans others too, or is repeated in each of them."""
        text = self.texts[column]
        return self.cells.count(self.cells[column]) > 1 or (len(text) > 1 and self.texts.count(text) > 1)

    @property
    def only(self) -> str:
        """The text of a row that holds no more than one, else an empty text."""
        found = {(cell, text) for cell, text in zip(self.cells, self.texts, strict=True) if text}
        repeated = len(self.texts) > 2 and len(set(self.texts)) == 1  # written in each cell that it spans
        return next(iter(found))[1] if found and (repeated or len(found) == 1) else ""


def spread(block: Block) -> Row:
    """A row of a table by columns: a cell that spans several stands in each of them."""
    spans = block.spans if len(block.spans) == len(block.cells) else (1,) * len(block.cells)
    cells = tuple(i for i, span in enumerate(spans) for _ in range(span))
    return Row(
        tuple(block.cells[i].strip() for i in cells), cells, tuple(i in block.continued for i in cells), block
    )


def by_rows(blocks: Sequence[Block]) -> list[Row]:
    """The rows of a table; one whose columns are ranges and whose rows are steps is turned, so that each
    range has a row: 天数 | 1天以内 | 3天以内 / 审核 | — | 班长 / 批准 | 班长 | 厂长."""
    rows = [spread(block) for block in blocks]
    if len(rows) > 1 and _is_by_department(rows):
        return list(_by_department(rows))
    if len(rows) < 2 or not _is_turned(rows):
        return rows
    last = rows[-1].block  # holds who decides
    columns = zip(*(row.texts for row in rows), strict=True)
    return [Row(texts, tuple(range(len(rows))), (False,) * len(rows), last) for texts in columns]


def _is_by_department(rows: Sequence[Row]) -> bool:
    """Whether a table holds a range for each row and in each other column who decides for a department:
    天数 | 生产部 | 销售部 / 1天以内 | 班组长 | 销售主管."""
    head, *body = rows
    departments = len(head.texts) > _LEAST and all(map(is_department, head.texts[1:]))
    ranges = all(len(row.texts) == len(head.texts) and is_range(fold(row.texts[0])) for row in body)
    held = [text for row in body for text in row.texts[1:] if text not in words()["cells"]["none"]]
    return departments and ranges and bool(held) and all(map(is_post, held))


def _by_department(rows: Sequence[Row]) -> Iterator[Row]:
    """The same table with a row for each range and department."""
    head, *body = rows
    labels_ = (head.texts[0], words()["columns"]["applies"][0], "审批")
    yield Row(labels_, (0, 1, 2), (False,) * 3, head.block)
    for row in body:
        for department, who in zip(head.texts[1:], row.texts[1:], strict=True):
            yield Row((row.texts[0], department, who), (0, 1, 2), (False,) * 3, row.block)


def _is_turned(rows: Sequence[Row]) -> bool:
    head, *body = rows
    whole = all(len(row.texts) == len(head.texts) and not any(row.merged) and not row.only for row in rows)
    ranges = len(head.texts) > _LEAST and all(is_range(fold(text)) for text in head.texts[1:])
    start = words()["steps"]["start"]
    steps = all(step_of(row.texts[0]) or row.texts[0].startswith(tuple(start)) for row in body)
    return whole and ranges and not step_of(head.texts[0]) and steps
