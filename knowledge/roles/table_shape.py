"""The shape of a table before it is read: heads of two rows made one, values put beside labels above them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.documents.document import Block
from knowledge.roles.beside import field_of, is_label
from knowledge.roles.entry import titles
from knowledge.roles.headings import is_department, is_post, label_and_value, may_be_post
from knowledge.roles.labels import Field, labels
from knowledge.roles.posts import Posts
from knowledge.text import bare, fold

_OF_POSTS = (Field.DUTIES, Field.DUTY, Field.SUPERIOR, Field.SUBORDINATES, Field.HEADCOUNT)
_STATED = (Field.DUTIES, Field.AUTHORITIES, Field.FUNCTIONS, Field.TASKS)
_COUNTER, _FIRST = "序号", "1"
_NAME = "岗位名称"
_MOST_LEADING = 3  # rows above the head
_LEAST_KNOWN = 3  # columns of a head whose labels are known
_LEAST_POSTS = 2  # in columns beside each other
_LEAST_ROWS, _LEAST_LABELS = 3, 2  # of a form, of its rows of labels above values
_LONGEST_LABEL = 12  # characters


def lead_of(rows: Sequence[Block]) -> int:
    """How many rows stand above the head of the columns that say only of what the table is: 文件编号 | 版本 |
    生效日期, each over several columns."""
    for number, row in enumerate(rows[: _MOST_LEADING + 1]):
        fields = [field_of(cell) for cell in row.cells]
        known = [field for field in fields if field not in (None, Field.NEUTRAL)]
        if Field.NAME in known and len(known) >= _LEAST_KNOWN:
            return number
        if any(map(is_label, row.cells)) or max(row.spans, default=1) < 2:
            return 0
    return 0


def with_counters(rows: Sequence[Block]) -> Iterator[Block]:
    """The rows; what heads the numbers of statements is no code of a post: 编号 | 职责 above 1 | 排班."""
    for row, below in zip(rows, [*rows[1:], None], strict=True):
        first = below.cells[0].strip() if below is not None and len(below.cells) == len(row.cells) else ""
        states = len(row.cells) > 1 and field_of(row.cells[1]) in _STATED
        code = first == _FIRST and states and field_of(row.cells[0]) is Field.CODE
        yield replace(row, cells=(_COUNTER, *row.cells[1:])) if code else row


def with_one_head(rows: Sequence[Block]) -> Sequence[Block]:
    """The rows without the first where the second has the labels of the columns: 汇报关系 above 直接上级 and
    直接下级. The second row repeats what is merged with the first."""
    if len(rows) < 3 or max(rows[0].spans, default=1) < 2 or not rows[1].continued:
        return rows
    lower = rows[1]
    own = [cell for i, cell in enumerate(lower.cells) if i not in lower.continued]
    if not own or not all(map(is_label, own)) or field_of(rows[0].cells[0]) is None:
        return rows
    single = [cell for cell, span in zip(rows[0].cells, rows[0].spans, strict=True) if span == 1]
    if any(field_of(cell) is None and cell not in lower.cells for cell in single):
        return rows  # 岗位名称 | 会计 beside 基本信息 is no head
    return [replace(lower, continued=frozenset()), *rows[2:]]


def with_posts_below(rows: Sequence[Block]) -> Sequence[Block]:
    """The rows of each post in turn, where a table has a column a post: 岗位名称 | 会计 | 出纳.

    A value that spans several of them (财务部) holds for each; rows of a single cell above are a title.
    """
    lead = next((i for i, row in enumerate(rows) if len(row.cells) > 1), 0)
    head, body = rows[lead], rows[lead + 1 :]
    first, names = field_of(head.cells[0]), head.cells[1:]
    if (
        not body
        or len(names) < _LEAST_POSTS
        or not (first in (Field.NAME, Field.NEUTRAL) or not head.cells[0])
    ):
        return rows
    if not all((is_post(name) or may_be_post(name)) and not is_label(name) for name in names):
        return rows
    spread = [_spread(row) for row in body]
    posts, labelled = sum(map(is_post, names)), sum(is_label(cells[0]) for cells in spread)
    even = all(len(cells) == len(head.cells) for cells in spread)
    if not even or posts * 2 <= len(names) or labelled * 2 <= len(body) or not _of_posts(body):
        return rows
    return [
        *rows[:lead],
        *(
            replace(row, cells=cells, continued=frozenset(), spans=())
            for i in range(1, len(head.cells))
            for row, cells in [
                (head, (_NAME, head.cells[i])),
                *((row, (cells[0], cells[i])) for row, cells in zip(body, spread, strict=True)),
            ]
        ),
    ]


def _spread(row: Block) -> tuple[str, ...]:
    """The text of each column: a cell that spans several stands in each of them."""
    spans = row.spans or (1,) * len(row.cells)
    return tuple(cell for cell, span in zip(row.cells, spans, strict=True) for _ in range(span))


def _of_posts(rows: Sequence[Block]) -> bool:
    return any(field_of(row.cells[0]) in _OF_POSTS for row in rows)


def with_forms_below(rows: Sequence[Block]) -> Sequence[Block]:
    """The rows of each form in turn, where two stand side by side: 岗位名称 | 会计 | 岗位名称 | 出纳."""
    at = next((i for i, row in enumerate(rows) if len(_names(row)) > 1), None)
    if at is None:
        return rows
    starts, body = _names(rows[at]), rows[at:]
    if any(is_label(rows[at].cells[i + 1]) for i in starts if i + 1 < len(rows[at].cells)):
        return rows
    alike = sum(len({bare(row.cells[i]) for i in starts if i < len(row.cells)}) == 1 for row in body)
    if alike * 2 <= len(body) or any(len(row.cells) > 1 and len(row.cells) <= starts[-1] for row in body):
        return rows
    whole = [row for row in body if len(row.cells) == 1]
    parts = zip(starts, [*starts[1:], None], strict=True)
    return [
        *rows[:at],
        *whole,
        *(
            replace(
                row,
                cells=cells,
                continued=frozenset(i - start for i in row.continued if 0 <= i - start < len(cells)),
                spans=row.spans[start : start + len(cells)],
            )
            for start, end in parts
            for row in body
            if len(row.cells) > 1 and (cells := _without_gap(row.cells[start:end]))
        ),
    ]


def _names(row: Block) -> list[int]:
    return [i for i, cell in enumerate(row.cells) if field_of(cell) is Field.NAME]


def _without_gap(cells: tuple[str, ...]) -> tuple[str, ...]:
    """The cells of a form without the blank column that sets the next one apart."""
    return cells[:-1] if len(cells) % 2 and len(cells) > 1 and not cells[-1] else cells


def with_labels_before(rows: Sequence[Block]) -> Iterator[Block]:
    """The rows of a form; labels that stand above their values stand before them: 直接上级 | 定员 above
    店长 | 2."""
    held: Block | None = None
    last: Block | None = None
    for i, row in enumerate(rows):
        if held is not None:
            group = _group(row)
            values = _values(held, row, group) or ()
            pairs = zip(held.cells[group:], values, strict=True)
            cells = (*held.cells[:group], *(cell for pair in pairs for cell in pair))
            quote = row.quote if row.quote == held.quote else f"{held.quote}\n{row.quote}"
            yield replace(held, cells=cells, text=" | ".join(cells), spans=(), quote=quote)
            held, last = None, held
        elif _stand_above(rows, i, last):
            held = row
        else:
            last = last if len(row.cells) == 1 else None
            yield row


def _group(row: Block) -> int:
    """How many cells at the beginning of a row go on from the row above: 基本信息 beside several rows."""
    return next((i for i in range(len(row.cells)) if i not in row.continued), 0)


def _values(row: Block, below: Block, group: int) -> tuple[str, ...] | None:
    """What stands below each cell of a row behind those of a group; None where the columns differ."""
    starts, at = [], 0
    for span in row.spans or (1,) * len(row.cells):
        starts.append(at)
        at += span
    under, column = {}, 0
    for cell, span in zip(below.cells, below.spans or (1,) * len(below.cells), strict=True):
        if cell and column not in starts:
            return None
        under[column] = cell
        column += span
    return tuple(under.get(start, "") for start in starts[group:]) if column == at else None


def _stand_above(rows: Sequence[Block], i: int, last: Block | None) -> bool:
    """Whether a row holds nothing but labels and the next one their values, once; `last`: the labels that
    stood so right above."""
    row, below = rows[i], rows[i + 1] if i + 1 < len(rows) else None
    if below is None or (len(rows) < _LEAST_ROWS and _names(row)):
        return False
    group = _group(below)
    values = _values(row, below, group)
    if values is None or len(row.continued) > group or len(below.continued) > group:
        return False
    heads = row.cells[group:]
    size, known = len(heads), [is_label(cell) for cell in heads]
    if size < _LEAST_LABELS or sum(known) * 2 < size or field_of(heads[0]) is Field.NEUTRAL:
        return False  # 序号 | 职责 heads columns
    like = last is not None and (last.spans == row.spans or _fits(heads[0], values[0]))
    if not any(known[1::2]) and not (like and known[0] and not _fits(heads[0], heads[1])):
        return False
    if any(map(is_label, values)) or not all(0 < len(bare(cell)) <= _LONGEST_LABEL for cell in heads):
        return False
    after = rows[i + 2] if i + 2 < len(rows) else None
    return after is None or len(after.cells) != len(row.cells) or any(map(begins, after.cells[group:]))


def _fits(label: str, value: str) -> bool:
    """Whether a value is of the kind that a label asks for."""
    plain, field = fold(value).strip(), field_of(label)
    if field in (Field.NAME, Field.SUPERIOR, Field.SUBORDINATES):
        return bool(Posts().whole(plain)) or labels().is_none(plain)
    if field in (Field.HEADCOUNT, Field.CODE):
        return any(map(str.isdigit, plain))
    return field is Field.DEPARTMENT and is_department(plain)


def begins(cell: str) -> bool:
    """Whether a cell is a label, or begins with one: 职责一：施工策划, 编制人：张三."""
    found = label_and_value(cell)
    return is_label(cell) or titles(cell) or (found is not None and field_of(found[0]) is Field.NOTE)


def with_values_beside(rows: Sequence[Block]) -> Iterator[Block]:
    """The rows; a label alone in a row and the values alone in rows below it are one row."""
    held: Block | None = None
    for row, below in zip(rows, [*rows[1:], None], strict=True):
        if held is not None and _is_alone(row) and not begins(row.cells[0]):
            value = f"{held.cells[1]}\n{row.cells[0]}".strip()
            held = replace(held, cells=(held.cells[0], value), text=f"{held.text} {row.text}")
            continue
        if held is not None:
            yield held
            held = None
        heads = _is_alone(row) and is_label(row.cells[0])
        if heads and below is not None and _is_alone(below) and field_of(below.cells[0]) is None:
            held = replace(row, cells=(row.cells[0], ""), spans=())
        else:
            yield row
    if held is not None:
        yield held


def _is_alone(row: Block) -> bool:
    return len(row.cells) == 1 and bool(row.cells[0]) and not row.continued
