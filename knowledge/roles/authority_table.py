"""Tables of authorities: 类别 | 权限 | 限额, a right a row, with its kind before it and its limit behind."""

from collections.abc import Iterator, Sequence

from knowledge.documents.document import Block
from knowledge.roles.entry import Entry
from knowledge.roles.labels import Field, labels
from knowledge.text import bare


def of_authorities(names: Sequence[str], heads: Sequence[Field | None]) -> bool:
    """Whether a table of one post has a column of authorities and one of their kinds or limits."""
    if heads.count(Field.AUTHORITIES) != 1 or Field.NAME in heads:
        return False
    others = [name for name, head in zip(names, heads, strict=True) if head is not Field.AUTHORITIES]
    return 0 < len(others) <= 2 and all(_is_kind(name) or _is_limit(name) for name in others)


def authority_rows(
    names: Sequence[str], heads: Sequence[Field | None], rows: Sequence[Block]
) -> Iterator[Entry]:
    """The entries, one a right, with the limit behind it."""
    right = heads.index(Field.AUTHORITIES)
    kinds = [i for i, name in enumerate(names) if _is_kind(name) and not _counts(i, rows)]
    kind = kinds[0] if kinds else None
    limit = next((i for i, name in enumerate(names) if _is_limit(name)), None)
    for row in rows:
        cells = (*row.cells, *[""] * (len(heads) - len(row.cells)))
        text = cells[right].strip()
        most = cells[limit].strip() if limit is not None else ""
        if most and not labels().is_none(most):
            text = f"{text}（{most}）"
        name = cells[kind].strip() if kind is not None else ""
        if cells[right].strip():
            field = Field.AUTHORITY_KIND if name else Field.AUTHORITIES
            yield Entry(field, name or names[right], text, row, row.quote)


def _counts(column: int, rows: Sequence[Block]) -> bool:
    """Whether a column does no more than count the rows."""
    cells = [row.cells[column].strip() for row in rows if column < len(row.cells)]
    return all(cell.rstrip(".、").isdecimal() for cell in cells if cell)


def _is_kind(name: str) -> bool:
    return bare(name) in labels().kind_columns


def _is_limit(name: str) -> bool:
    return bare(name) in labels().limit_columns
