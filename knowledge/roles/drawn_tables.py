"""Lines of plain text that draw a table as its rows: an approval matrix, a list of posts, the form of one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise, takewhile

from knowledge.documents.document import Block, Kind
from knowledge.regex import regex
from knowledge.roles.approval_matrix import is_matrix
from knowledge.roles.headings import SHORT, is_post, is_title, label_of, unnumbered
from knowledge.roles.labels import Field
from knowledge.roles.near_tables import NEAR, names_table
from knowledge.roles.numbering import split_numbered

_LABELS = SHORT | {Field.NAME, Field.SUMMARY, Field.DUTIES, Field.AUTHORITIES, Field.QUALIFICATION}
_OF_LISTS = (Field.SUMMARY, Field.DUTIES, Field.AUTHORITIES, Field.QUALIFICATION)
_OF_A_DUTY = (Field.DUTY_TITLE, Field.TASKS)
_LEAST_LABELS = 3
_ARTICLE = regex(r"第[一二三四五六七八九十百\d]{1,4}[条款章节]")
_DECIMAL = regex(r"\d{1,2}(?:\.\d{1,2}){0,4}")
_PARTED = regex(r"^(\S{2,10})(?:\t+|[ 　]{3,})(\S[^\t]*)$")


def with_drawn_tables(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with the lines of a drawn table as rows."""
    table = max((block.table for block in blocks), default=0)
    found: list[Block] = []
    for (drawn, _), group in groupby(blocks, key=lambda block: (_is_drawn(block), block.table)):
        for lines in _parts(list(group)) if drawn else [list(group)]:
            if drawn:
                table += 1
                rows = [replace(b, kind=Kind.ROW, text=" | ".join(b.cells), table=table) for b in lines]
                near = [block.text for block in found[-NEAR:]]
                lines = _rows(rows, near) or [replace(b, cells=(), spans=(), table=0) for b in lines]
            found += map(_labelled, lines)
    return found


def _parts(lines: list[Block]) -> Iterator[list[Block]]:
    """The lines of a table; a line below which another one begins parts it."""
    last = next(i for i in range(len(lines), 0, -1) if i == 1 or len(lines[i - 1].cells) > 1)
    inner = [i for i, line in enumerate(lines[:last]) if i and len(line.cells) == 1]
    starts = [*(i for i in inner if _begins_table(lines, i)), *range(last, len(lines))]
    for start, end in pairwise([0, *(at for i in starts for at in (i, i + 1)), len(lines)]):
        if start < end:
            yield lines[start:end]


def _begins_table(lines: Sequence[Block], i: int) -> bool:
    """Whether another table begins below a line without parts."""
    title = unnumbered(lines[i].text)
    if names_table(title):
        return True
    if is_title(title) or is_post(title):
        return i + 1 < len(lines) and _is_label(lines[i + 1].cells[0])
    sides = (lines[:i][::-1], lines[i + 1 :])
    above, below = (list(takewhile(lambda line: len(line.cells) > 1, side)) for side in sides)
    above.reverse()
    if _is_counted(below) and label_of(lines[i].text) in _OF_LISTS:
        return True
    widths = [max((sum(map(bool, row.cells)) for row in side), default=0) for side in (above, below)]
    return min(widths) > 1 and widths[0] != widths[1] and (_is_form(_narrow(above)) or _is_counted(above))


def _narrow(rows: Sequence[Block]) -> list[Block]:
    """Rows without the blank cells at their end."""
    return [replace(row, cells=tuple(cell for cell in row.cells if cell)) for row in rows]


def _labelled(block: Block) -> Block:
    """A line that a wide gap parts into the label of a list and its value, with a colon between them."""
    parted = _PARTED.match(block.text) if block.kind is Kind.TEXT else None
    if parted is None or label_of(parted[1]) not in _OF_LISTS:
        return block
    return replace(block, text=f"{parted[1]}：{parted[2]}", quote=block.quote or block.text)


def _is_drawn(block: Block) -> bool:
    return block.kind is Kind.TEXT and block.table > 0


def _rows(rows: Sequence[Block], near: Sequence[str]) -> list[Block]:
    """The rows of a table, blank cells as merged ones where they are; none where the lines are no table."""
    if all(_ARTICLE.fullmatch(row.cells[0]) for row in rows) or _is_outline(rows):
        return []  # 第二条　招待费由店长审批。
    if is_matrix(rows, near):
        return list(rows)
    rows = [_spanning(replace(row, cells=tuple(map(_item_a_line, row.cells)))) for row in rows]
    full = [row for row in rows if len(row.cells) > 1]
    if full and _is_form(full):
        return list(_merged(rows) if len(full[0].cells) > 2 else rows)
    if _is_counted(full):
        return list(rows)
    if any(label_of(cell) in _OF_A_DUTY for row in full for cell in row.cells[:2]):
        return list(_merged(rows))
    labels = [[_is_label(cell) for cell in row.cells] for row in full]
    if not full or sum(map(sum, labels)) < _LEAST_LABELS or not any(map(_names_post, full)):
        return []
    if sum(labels[0]) >= _LEAST_LABELS and not any(map(any, labels[1:])):
        return list(_continued(rows, full[0]))
    beside = any(any(of_row[1:]) for of_row in labels)
    return list(_merged(rows)) if beside or len(full[0].cells) > 2 else list(rows)


def _is_outline(rows: Sequence[Block]) -> bool:
    """Whether rows are lines that decimals count: 4　站长 / 4.1　定员：1 / 4.2.1　安排轮班."""
    numbers = [row.cells[0] for row in rows if row.cells[0] and len(row.cells) > 1]
    depths = {number.count(".") for number in numbers}
    return len(depths) > 1 and all(map(_DECIMAL.fullmatch, numbers))


def _is_form(rows: Sequence[Block]) -> bool:
    """Whether rows are labels with their values: 直接上级 | 校长, one pair or two in a row."""
    heads = [cell for row in rows for cell in row.cells[::2] if cell]
    paired = all(len(row.cells) % 2 == 0 for row in rows) and all(row.cells[0] for row in rows)
    known = sum(map(_is_label, heads))
    return paired and known >= _LEAST_LABELS and all(label_of(cell) is not None for cell in heads)


def _is_counted(rows: Sequence[Block]) -> bool:
    """Whether rows are counted items below a head: 序号 | 工作内容."""
    first, *others = [row.cells[0] for row in rows] or [""]
    return label_of(first) is Field.NEUTRAL and others == [str(n) for n in range(1, len(others) + 1)] != []


def _is_label(cell: str) -> bool:
    return label_of(cell) in _LABELS


def _names_post(row: Block) -> bool:
    named = any(label_of(cell) is Field.NAME for cell in row.cells)
    return named or (len(row.cells) > 2 and all(map(is_post, row.cells[1:])))


def _item_a_line(cell: str) -> str:
    """A cell with each of its counted items on a line of its own."""
    ends = [item.end for item in split_numbered(cell)[:-1]]
    return "\n".join(cell[a:b].strip() for a, b in pairwise([0, *ends, len(cell)])) if ends else cell


def _spanning(row: Block) -> Block:
    """A row that holds nothing but its first cell as that one over all columns."""
    width = len(row.cells)
    alone = width > 1 and row.cells[0] and not any(row.cells[1:])
    return replace(row, cells=row.cells[:1], spans=(width,), text=row.cells[0]) if alone else row


def _continued(rows: Sequence[Block], head: Block) -> Iterator[Block]:
    """The rows of a list of posts: a row without its first cell goes on with the post above, and a blank
    department is the one above."""
    above: tuple[str, ...] = ()
    for row in rows:
        cells = row.cells
        if len(above) == len(cells) > 1:
            first = not cells[0]
            same = frozenset(
                i
                for i, cell in enumerate(cells)
                if not cell and above[i] and (first or label_of(head.cells[i]) is Field.DEPARTMENT)
            )
            cells = tuple(above[i] if i in same else cell for i, cell in enumerate(cells))
            row = replace(row, cells=cells, continued=same, text=" | ".join(cells))
        above = cells if len(cells) > 1 else above
        yield row


def _merged(rows: Sequence[Block]) -> Iterator[Block]:
    """The rows of forms: a blank cell belongs to the one at its left, the first to the one above."""
    above = ""
    for row in rows:
        cells: list[str] = []
        spans: list[int] = []
        for cell in row.cells:
            if cell or not spans:
                cells.append(cell)
                spans.append(1)
            else:
                spans[-1] += 1
        continued = frozenset({0} if not cells[0] and above and len(cells) > 1 else ())
        cells[0] = above if continued else cells[0]
        above = cells[0] if len(cells) > 1 else ""
        spans = list(row.spans) if len(row.cells) == 1 else spans
        yield replace(
            row, cells=tuple(cells), spans=tuple(spans), continued=continued, text=" | ".join(cells)
        )
