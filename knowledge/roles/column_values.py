"""Values in columns: what the rows below a head say of their posts, with the departments beside them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from knowledge.documents.document import Block
from knowledge.roles.entry import Entry, kind_under, quoted_below
from knowledge.roles.headings import LISTS, is_department, is_short, unnumbered
from knowledge.roles.labels import Field, labels
from knowledge.text import bare

_TITLES = (Field.FUNCTIONS, Field.DUTIES)
_OF_DUTIES = "职责"  # how the label of a column begins that holds classes of duties
_PLACES = (
    *"队站组班线店园馆院厂库",
    "校区",
    "窗口",
)  # how departments end beside those of the table of labels
_LONGEST_HEAD = 8  # characters of the label of a column


@dataclass(frozen=True)
class _Head:
    """The labels of columns and the fields they mean; `own`: the field of each column's values."""

    names: Sequence[str]
    heads: Sequence[Field | None]
    own: Sequence[Field | None]

    @cached_property
    def order(self) -> list[int]:
        """The columns, that of the post first: a row is about its post."""
        return sorted(range(len(self.heads)), key=lambda i: self.heads[i] is not Field.NAME)

    @cached_property
    def key(self) -> int | None:
        """The column whose cells tell whom a row is about."""
        return next((self.heads.index(f) for f in (Field.NAME, Field.DEPARTMENT) if f in self.heads), None)

    @cached_property
    def department(self) -> int | None:
        """The column of departments."""
        return self.heads.index(Field.DEPARTMENT) if Field.DEPARTMENT in self.heads else None

    @cached_property
    def functions(self) -> int | None:
        """The column that tells beside the posts of a department what it does."""
        beside = {Field.NAME, Field.DEPARTMENT, Field.FUNCTIONS, Field.DUTIES} <= set(self.heads)
        return self.heads.index(Field.FUNCTIONS) if beside else None

    def filled(self, row: Block, above: Sequence[str]) -> tuple[str, ...]:
        """The cells of a row, with the department that stands once above the posts of several rows."""
        cells = (*row.cells, *[""] * (len(self.heads) - len(row.cells)))[: len(self.heads)]
        i = self.department
        return cells if i is None or cells[i] or not above else (*cells[:i], above[i], *cells[i + 1 :])


def column_entries(
    names: Sequence[str], heads: Sequence[Field | None], rows: Iterable[Block]
) -> Iterator[Entry]:
    """The entries of rows below a head; a row that goes on about the post above gives what is new in it."""
    own = [
        field or _kind_of(name, heads) for name, field in zip(names, _with_tasks(names, heads), strict=True)
    ]
    head = _Head([kind_under(name)[1] for name in names], heads, own)
    above: tuple[str, ...] = ()
    group = None
    for row in rows:
        only = [cell for cell in row.cells[: len(heads)] if cell]
        if len(only) == 1 and len(heads) > 2 and not (above and _goes_on(head, row)):
            line = replace(row, text=only[0])
            group = line if _department_of(line) else (None if _names_group(line) else group)
            yield from () if group is line else (remark(line),)
            continue
        cells = head.filled(row, above)
        if tuple(names) == cells:
            continue  # the head again, on the next page
        if any(bare(cell) in labels().totals for cell in cells[:2]):
            yield remark(row)
            continue
        key = head.key
        same = key is not None and bool(above) and (key in row.continued or cells[key] in ("", above[key]))
        yield from _functions_beside(head, cells, above, row)
        yield from _row_entries(head, cells, above if same else (), row, group)
        above = tuple(cells[i] or above[i] for i in range(len(cells))) if same else cells


def _row_entries(
    head: _Head, cells: Sequence[str], same: Sequence[str], row: Block, group: Block | None
) -> Iterator[Entry]:
    """The entries of a row; `same`: the cells above it where they are about the same post."""
    for i in head.order:
        field = head.own[i]
        if head.heads[i] is Field.NEUTRAL or i == head.functions:
            continue
        if same and (i in row.continued or cells[i] in ("", same[i])):
            continue
        if i in row.continued and field in _TITLES:
            continue
        yield Entry(field or Field.OTHER, head.names[i], cells[i], row, quoted_below(cells, head.key, i, row))
        if head.heads[i] is Field.NAME and group and head.department is None:
            yield Entry(Field.DEPARTMENT, "", _department_of(group), group, group.quote)


def _goes_on(head: _Head, row: Block) -> bool:
    """Whether the only cell of a row is a further item of a list of the post above."""
    at = next(i for i, cell in enumerate(row.cells) if cell)
    return at > 0 and at < len(head.own) and head.own[at] in LISTS


def _functions_beside(head: _Head, cells: Sequence[str], above: Sequence[str], row: Block) -> Iterator[Entry]:
    """What the department of a post does, told once beside its first post: 部门 | 部门职能 | 岗位 | 职责."""
    i, of = head.functions, head.department
    if i is None or of is None or not (cells[i] and cells[of]):
        return
    if not above or (i not in row.continued and cells[i] != above[i]):
        yield Entry(Field.DEPARTMENT_NAME, head.names[of], cells[of], row, quoted_below(cells, None, of, row))
        yield Entry(Field.FUNCTIONS, head.names[i], cells[i], row, quoted_below(cells, None, i, row))


def _kind_of(name: str, heads: Sequence[Field | None]) -> Field | None:
    """The field of a column of authorities of one kind (审批权), or of one beside names of posts whose last
    words tell it: 要干的活."""
    if (kind := kind_under(name)[0]) is not None:
        return kind
    if bare(name) in labels().authority_kinds and name.endswith(("权", "权限")):
        return Field.AUTHORITY_KIND
    if Field.NAME not in heads or len(bare(name)) > _LONGEST_HEAD:
        return None
    field = next((field for field, ending in labels().learned if ending.search(bare(name))), None)
    return None if field in heads else field


def _names_group(line: Block) -> bool:
    """Whether a row between the rows of a table names those below it: what is above it ends there."""
    return is_short(unnumbered(line.text)) and bare(line.text) not in labels().totals


def _department_of(group: Block) -> str:
    """The department that a row between the rows of a table names: 一、生产部; empty where it is none."""
    name = unnumbered(group.text)
    return name if is_department(name) or (_names_group(group) and name.endswith(_PLACES)) else ""


def _with_tasks(names: Sequence[str], heads: Sequence[Field | None]) -> list[Field | None]:
    """The fields of columns; of two that both hold functions the second holds the items of the first, and so
    it does behind classes of duties: 职责类别 | 工作内容."""
    fields = list(heads)
    for i, (before, field) in enumerate(pairwise(heads), start=1):
        if before in _TITLES and field is before:
            fields[i] = Field.TASKS
        elif (before, field) == (Field.FUNCTIONS, Field.DUTIES) and names[i - 1].startswith(_OF_DUTIES):
            fields[i - 1 : i + 1] = Field.DUTIES, Field.TASKS
    return fields


def remark(row: Block) -> Entry:
    """A row that says nothing of a post by its place in the table."""
    return Entry(Field.NOTE, "", row.text, row, row.quote)
