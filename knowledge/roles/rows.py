"""Tables: which cells are labels, which are values, and which rows list something else."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from knowledge.documents.document import Block
from knowledge.regex import regex
from knowledge.roles.authority_table import authority_rows, of_authorities
from knowledge.roles.beside import ASPECTS, field_of, is_label, peeled
from knowledge.roles.column_head import COUNTED, LISTED, counts, end_of_columns, heads_columns, parts
from knowledge.roles.column_values import column_entries, remark
from knowledge.roles.entry import Entry, names_right, quoted, titled_entries
from knowledge.roles.headings import LISTS, SHORT, is_post
from knowledge.roles.labelled_cells import with_cells_parted
from knowledge.roles.labels import Field, labels
from knowledge.roles.table_shape import (
    begins,
    lead_of,
    with_counters,
    with_forms_below,
    with_labels_before,
    with_one_head,
    with_posts_below,
    with_values_beside,
)
from knowledge.text import bare, fold

_SIGNED = regex("(?:审核|审批|批准|校对|复核|审定|日期)[:：]")
_OF_POSTS = (Field.NAME, Field.LEVEL, Field.QUALIFICATION)
_OF_LINES = (Field.SUPERIOR, Field.SUBORDINATES, Field.AUTHORITIES, Field.CODE)
_TITLES = (Field.FUNCTIONS, Field.DUTIES)
_STATEMENTS = (Field.DUTIES, Field.FUNCTIONS, Field.TASKS, Field.AUTHORITIES, Field.AUTHORITY_KIND)
_BEFORE_NAMES = SHORT | {Field.OTHER, Field.NOTE, Field.TITLE, Field.NEUTRAL}
_COUNT = regex(r"\d|^[一二三四五六七八九十两百若按定]|[一二三四五六七八九十两百干][人名个位]")
_DATE = regex(r"\d{4}\s*[-年./]\s*\d{1,2}(?:\s*[-月./]\s*\d{0,2}\s*日?)?")
_LABELS_OF_DUTIES = (Field.DUTIES, Field.DUTY, Field.DUTY_TITLE, Field.TASKS, Field.AUTHORITIES)
_KINDS: dict[Field | None, Field] = {
    Field.AUTHORITIES: Field.AUTHORITY_KIND,
    Field.AUTHORITY_KIND: Field.AUTHORITY_KIND,
    Field.DUTIES: Field.DUTY,
}  # what an unknown label of a table names in such a section


def read_rows(rows: Sequence[Block], here: Field | None) -> Iterator[Entry]:
    """The entries of a table that stands in a section of the field `here`."""
    lead = lead_of(rows)
    yield from map(remark, rows[:lead])
    rows = list(with_counters(list(with_cells_parted(rows[lead:]))))
    rows = with_forms_below(with_posts_below(with_one_head(rows)))
    rows = list(with_labels_before(list(with_values_beside(rows))))
    entries: list[Entry] = []
    if heads_columns(rows, 0, here):
        end = end_of_columns(rows, 0)
        entries += _read(rows[:end], here)
        here, rows = _last_field(entries, here), rows[end:]
    for part in _form(rows, here) if rows else ():
        entries += _read(part, here)
        here = _last_field(entries, here)
    if _of_departments(entries):
        entries = [
            replace(entry, field=Field.DEPARTMENT_NAME) if entry.field is Field.DEPARTMENT else entry
            for entry in entries
        ]
    yield from _named_first(entries)


def _last_field(entries: Sequence[Entry], here: Field | None) -> Field | None:
    return next((e.field for e in reversed(entries) if e.field is not None), here)


def _form(rows: Sequence[Block], here: Field | None) -> Iterator[Sequence[Block]]:
    """The parts of a form, its labels beside several rows set apart."""
    heads = [field_of(cell) for cell in rows[0].cells]
    grouped = len(rows) > 1 and 0 in rows[1].continued  # 基本信息 beside the first rows of a form
    if grouped or not (len(rows) > 1 and _above(rows[0], heads)):
        rows = list(peeled(rows))
    return parts(rows, here)


def _named_first(entries: Sequence[Entry]) -> Sequence[Entry]:
    """The entries of the form of one post with its name before its code and department."""
    names = [i for i, entry in enumerate(entries) if entry.field is Field.NAME and entry.value]
    if len(names) != 1 or any(entry.field not in _BEFORE_NAMES for entry in entries[: names[0]]):
        return entries
    first = next((i for i, entry in enumerate(entries) if entry.field in SHORT), names[0])
    return [*entries[:first], entries[names[0]], *entries[first : names[0]], *entries[names[0] + 1 :]]


def _stating(heads: Sequence[Field | None], rows: Sequence[Block], here: Field) -> list[Field | None]:
    """The fields of the columns of counted statements: the fullest is of the field they stand in."""
    sizes = [sum(len(row.cells[i]) for row in rows if i < len(row.cells)) for i in range(len(heads))]
    fullest = max(range(1, len(heads)), key=lambda i: sizes[i])
    titled = here in _TITLES and fullest > 1
    return [here if i == fullest or (titled and i == fullest - 1) else field for i, field in enumerate(heads)]


def _of_departments(entries: Sequence[Entry]) -> bool:
    """Whether a table is about departments and no posts: it names them with what they do."""
    fields = {entry.field for entry in entries}
    if Field.DEPARTMENT not in fields or not fields.isdisjoint(_OF_POSTS):
        return False
    if not fields.isdisjoint((Field.FUNCTIONS, Field.DEPARTMENT_OVERVIEW)):
        return True
    posts = any(entry.field is Field.OTHER and is_post(entry.value) for entry in entries)
    return Field.DUTIES in fields and not posts and fields.isdisjoint(_OF_LINES)


def _read(rows: Sequence[Block], here: Field | None) -> Iterator[Entry]:
    """The entries of rows of one layout."""
    first, rest = rows[0], rows[1:]
    heads = [field_of(cell) for cell in first.cells]
    if Field.NAME in heads and rest:  # 岗位 | 可以自行决定
        heads = [h or labels().headings.get(bare(c)) for h, c in zip(heads, first.cells, strict=True)]
    labelled = [any(map(begins, row.cells[::2])) for row in rest]
    named = any(map(begins, first.cells[::2]))
    stated = here in _STATEMENTS and all(field in (None, Field.NEUTRAL) for field in heads)
    if here and stated and counts(rows):
        yield from column_entries(first.cells, _stating(heads, rest, here), rest)
    elif rest and not any(labelled) and _lists(here, heads):
        yield from map(_listed, rest if _names_columns(first.cells, heads) else rows)
    elif rest and of_authorities(first.cells, heads):
        yield from authority_rows(first.cells, heads, rest)
    elif (
        rest
        and (_above(first, heads) or (heads[0] in LISTS and heads_columns(rows, 0, here)))
        and field_of(rest[0].cells[0]) in (None, Field.NEUTRAL)
    ):
        yield from column_entries(first.cells, heads, rest)
    elif COUNTED.fullmatch(fold(first.cells[0])) and not named:
        yield from _pairs(rows, here)
    elif rest and not named and (all(labelled) or Field.NEUTRAL in heads or here in _KINDS):
        headed = not _is_kind(first.cells[0])  # 人事 | 领班录用的审批权, right below 权限, heads nothing
        if headed and not all(head is Field.NEUTRAL for head in heads):
            yield remark(first)
        yield from _pairs(rest if headed else rows, here)
    elif named or any(labelled) or len(first.cells) == 2:
        yield from _pairs(rows, here)
    else:
        yield from map(remark, rows)


def _is_kind(label: str) -> bool:
    """Whether a label is that of a kind of rights or of partners, so that no list has it for its head."""
    return bare(label) in labels().authority_kinds or bare(label) in labels().kinds


def _lists(here: Field | None, heads: Sequence[Field | None]) -> bool:
    """Whether the rows below the first are members of a list: partners and matters, indicators."""
    if any(head in _LABELS_OF_DUTIES for head in heads):
        return False
    if len(heads) == 1 and heads[0] not in (None, Field.NEUTRAL, here):
        return False  # 任职资格 in a row of its own, behind the partners
    return here in LISTED and heads[0] in (*LISTED, None, Field.NEUTRAL, Field.NAME, Field.DEPARTMENT)


def _names_columns(cells: Sequence[str], heads: Sequence[Field | None]) -> bool:
    """Whether the first row of a list says what its columns hold: 指标 | 权重, not 学历 | 本科."""
    if any(head is not None for head in heads):
        return True
    return any(bare(cell).endswith(labels().column_ends) for cell in cells)


def _above(first: Block, heads: Sequence[Field | None]) -> bool:
    """Whether the first row holds the labels of the columns."""
    known = sum(head is not None for head in heads)
    pairs = len(heads) % 2 == 0 and all(head is None for head in heads[1::2])
    return (
        known >= 2
        and not pairs
        and any(head not in (None, Field.NEUTRAL) for head in heads)
        and all(first.cells)
    )


def _heads_group(row: Block) -> bool:
    """Whether a row is the cell of a group that `peeled` set apart: its line holds more."""
    return row.text != row.cells[0]


def _pairs(rows: Sequence[Block], here: Field | None) -> Iterator[Entry]:
    """Label, value, label, value …; a cell beyond that is a remark, a value without label goes on."""
    for i, row in enumerate(rows):
        cells = row.cells
        if any(map(signs, cells[::2], cells[1::2])):  # 编制 | 张三 | 审核 | 李四
            yield remark(row)
            continue
        if len(cells) == 1 and is_label(cells[0]):
            here = field_of(cells[0])  # 工作权限 in a row of its own heads the rows below it
            if here is Field.DUTIES and _has_titles(rows[i + 1 :]):
                here = Field.DUTY_TITLE
        elif len(cells) == 1 and not row.continued and _heads_group(row):
            here = Field.OTHER
            yield Entry(Field.OTHER, cells[0], "", row, row.quote)
            continue
        short = any(field_of(label) in SHORT for label in cells[:-1:2])
        for label, value in zip(cells[::2], cells[1::2], strict=False):
            yield from _pair(label, value, row, None if short else here)  # 定员 | 2 | 编写日期 | 2021年
        known = [f for f in map(field_of, cells[:-1:2]) if f not in (None, Field.NEUTRAL)]
        if known:
            here = known[-1] if known[-1] in ASPECTS else None
        if len(cells) % 2 and cells[-1]:
            field = field_of(cells[-1])
            field = None if field is Field.NEUTRAL and len(cells) > 1 else field
            yield Entry(field or Field.NOTE, cells[-1], "" if field else cells[-1], row, row.quote)


def _has_titles(rows: Sequence[Block]) -> bool:
    """Whether the rows below a label of duties begin with titles of several statements: 计划管理 | 1.… 2.…"""
    own = list(takewhile(lambda row: len(row.cells) == 2 and not begins(row.cells[0]), rows))
    return any("\n" in row.cells[1].strip() for row in own)


def _pair(label: str, value: str, row: Block, here: Field | None) -> Iterator[Entry]:
    """The entry of a label and its value in a section of the field `here`."""
    field = field_of(label)
    if field is None and _DATE.fullmatch(fold(value).strip()):
        yield Entry(Field.NOTE, "", f"{label}：{value}", row, quoted(label, value, row))
        return
    if field is None and (titled := titled_entries(label, value, row)):
        yield from titled
        return
    if COUNTED.fullmatch(fold(label)) or not label:
        if value:
            yield Entry(None, "", value, row, row.quote)
    elif field is None and here in ASPECTS and bare(label) not in labels().authority_kinds:
        yield Entry(None, "", f"{label}：{value}", row, quoted(label, value, row))
    elif field is None and here is Field.DUTY_TITLE:
        yield Entry(Field.DUTY_TITLE, label, label, row, quoted(label, value, row))
        yield Entry(Field.TASKS, "", value, row, quoted(label, value, row))
    elif field is None and names_right(label):
        yield Entry(Field.AUTHORITY_KIND, label, value, row, quoted(label, value, row))
    elif field is not Field.NEUTRAL:
        yield Entry(field or _KINDS.get(here, Field.OTHER), label, value, row, quoted(label, value, row))
    elif value and field_of(value) is not Field.NEUTRAL:
        yield Entry(Field.OTHER, label, value, row, quoted(label, value, row))


def _listed(row: Block) -> Entry:
    return Entry(None, "", "：".join(cell for cell in row.cells if cell), row, row.quote)


def signs(label: str, value: str) -> bool:
    """Whether 编制 says who compiled the document, not how many hold the post: 编制:人力资源部."""
    plain = fold(value).strip()
    counted = _COUNT.search(plain) or labels().is_none(plain)
    signed = _SIGNED.search(plain) is not None  # 编制：综合部 审核：办公会 日期：3月
    return bare(label) == "编制" and bool(plain) and (signed or not counted)
