"""Where the labels of a table stand that tells of several posts: above its columns, in one or more rows, or
before its rows, a column a post. The names of posts tell it, whatever the labels are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from knowledge.documents.document import Block
from knowledge.roles.beside import field_of
from knowledge.roles.column_fields import Labelled, said_by
from knowledge.roles.entry import kind_under
from knowledge.roles.headings import is_post, may_be_post, unnumbered, without_count
from knowledge.roles.label_places import Place, Stands, lines_of
from knowledge.roles.labels import Field, labels
from knowledge.roles.names import split_alias
from knowledge.text import bare

_MOSTLY, _LEAST = 0.7, 2  # of the cells of a column that are names of posts; posts of a table
_MOST_HEADS, _MOST_LEADING = 3, 4  # rows of a head, rows above that of the posts
_LONGEST_LABEL, _LONGEST_ENGLISH = 14, 28  # characters
_LEAST_COLUMNS = 3
_MARKS = "。；;：:，,"


@dataclass(frozen=True)
class Headed:
    """A table with labels above its columns: the first row of its head, its end, the column of posts."""

    first: int
    end: int
    key: int
    columns: Sequence[Labelled]


@dataclass(frozen=True)
class Turned:
    """A table with a column a post: the row of their names, the first column of them, the labels by row."""

    names: int
    first: int
    rows: Sequence[Labelled]


def spread(row: Block) -> tuple[str, ...]:
    """The text of each column of a row: a cell that spans several stands in each of them."""
    spans = row.spans or (1,) * len(row.cells)
    return tuple(cell for cell, span in zip(row.cells, spans, strict=True) for _ in range(span))


def names_post(cell: str) -> bool:
    """Whether a cell is the name of a post, maybe with another name or its number behind it."""
    plain = split_alias(without_count(unnumbered(cell))[0])[0]
    return "\n" not in cell.strip() and field_of(cell) is None and is_post(plain)


def headed(rows: Sequence[Block]) -> Headed | None:
    """The head of a table with a row or more for each post; None where it has none."""
    grid = [spread(row) for row in rows]
    width = max(map(len, grid), default=0)
    grid = [(*cells, *[""] * (width - len(cells))) for cells in grid]
    going = [going_on(row) for row in rows]
    if width < _LEAST_COLUMNS:
        return None
    found = [
        (start, rank, -posts, column)
        for column in range(width)
        for start, rank, posts in _starts(grid, going, column)
    ]
    if not found:
        return None
    end, _, _, key = min(found)
    first = end - 1
    while first > 0 and end - first < _MOST_HEADS and _above(rows[first - 1], rows[first]):
        first -= 1
    if not all(_is_head(grid[i]) for i in range(first, end)):
        return None
    return Headed(first, end, key, list(_columns(grid, going, first, end, key)))


def turned(rows: Sequence[Block]) -> Turned | None:
    """The names and labels of a table with a column for each post; None where it has none."""
    grid = [spread(row) for row in rows]
    for at, first in ((at, first) for first in (1, 2) for at in range(min(_MOST_LEADING, len(grid)))):
        names = grid[at][first:]
        distinct = len({*names, grid[at][first - 1]}) == len(names) + 1 > _LEAST
        if not distinct or field_of(grid[at][first - 1]) not in (None, Field.NAME, Field.NEUTRAL):
            continue
        if sum(map(names_post, names)) < _MOSTLY * len(names) or not all(map(may_be_named, names)):
            continue
        body = grid[:at] + grid[at + 1 :]
        if len(body) < _LEAST or any(len(cells) != len(grid[at]) for cells in body):
            return None
        if not all(is_short(cells[first - 1]) for cells in body):
            return None
        own = [
            Labelled(
                plain_label(cells[first - 1]),
                plain_label(cells[0]) if first > 1 and cells[0] != cells[1] else "",
                tuple(cell_place(i, [value], name) for name, value in zip(names, cells[first:], strict=True)),
            )
            for i, cells in enumerate(grid)
        ]
        return Turned(at, first, own)
    return None


def plain_label(cell: str) -> str:
    """A label in one line."""
    return "".join(unnumbered(cell).split("\n")).strip(" ：:")


def cell_place(at: int, values: Sequence[str], owner: str) -> Place:
    """What the cells of a post at a label hold."""
    content = tuple(item for value in dict.fromkeys(values) for item in lines_of(value))
    return Place(at, Stands.CELL, content, len(content) > 1, owner)


def may_be_named(name: str) -> bool:
    """Whether a cell may be the name of a post whose last word is not known."""
    return names_post(name) or may_be_post(name.strip())


def _starts(
    grid: Sequence[Sequence[str]], going: Sequence[frozenset[int]], column: int
) -> Iterator[tuple[int, int, int]]:
    """The row with which the names of posts in a column begin, how little its label speaks for them, and how
    many they are."""
    for start in range(1, min(_MOST_LEADING + 1, len(grid))):
        above = [cells[column] for cells in grid[:start]]
        if any(map(names_post, above)):
            return
        body = [i for i in range(start, len(grid)) if _tells(grid[i])]
        values = [grid[i][column] for i in body if column not in going[i] and grid[i][column]]
        runs = [value for value, _ in groupby(values)]
        if not values or not _is_head(grid[start - 1]) or any(map(_tells, grid[start : body[0]])):
            continue  # names of groups may stand between the head and the first post
        if column in going[body[0]] or not _begins(grid[body[0]], column):
            continue
        rank = _rank(above[-1] or above[0])
        told = sum(map(names_post, runs)) >= _MOSTLY * len(runs) or not rank
        if len(set(runs)) == len(runs) >= _LEAST and told and all(map(may_be_named, runs)):
            yield start, rank, len(runs)
            return


def _begins(cells: Sequence[str], column: int) -> bool:
    """Whether a row tells of a post, and is no further row of labels."""
    return names_post(cells[column]) or (bool(cells[column]) and not _is_head(cells))


def _rank(label: str) -> int:
    """How little a label speaks for names of the posts that the rows tell of: 0 where it says so."""
    if field_of(label) is Field.NAME:
        return 0
    said = said_by(label)
    if any(said.get(field, 0) > said.get(Field.NAME, 0) for field in (Field.SUPERIOR, Field.SUBORDINATES)):
        return 3
    return 1 if Field.NAME in said else 2


def _tells(cells: Sequence[str]) -> bool:
    """Whether a row tells of a post: it has more than one text, and sums up nothing."""
    filled = {cell for cell in cells if cell}
    return len(filled) > 1 and not any(bare(cell) in labels().totals for cell in cells[:2])


def is_short(cell: str) -> bool:
    """Whether a cell may be a label by its form."""
    label = kind_under(cell)[1]
    longest = _LONGEST_ENGLISH if label.isascii() else _LONGEST_LABEL
    return len(bare(label)) <= longest and not any(mark in label.rstrip("：: ") for mark in _MARKS)


def _is_head(cells: Sequence[str]) -> bool:
    return len({cell for cell in cells if cell}) >= _LEAST and all(map(is_short, cells))


def _above(row: Block, below: Block) -> bool:
    """Whether a row has labels above those of the row below it: it spans several of them, or leaves to it
    what it does not say itself."""
    if len({cell for cell in row.cells if cell}) < _LEAST or not _is_head(spread(row)):
        return False
    wide = max(row.spans, default=1) > 1 and len(spread(row)) == len(spread(below))
    own, others = spread(row), spread(below)
    leaves = any(a and not b for a, b in zip(own, others, strict=False))
    adds = any(b and not a for a, b in zip(own, others, strict=False)) or len(others) > len(own)
    labelled = sum(map(names_post, own)) * 2 <= len(own)
    return labelled and (wide or (leaves and adds))


def going_on(row: Block) -> frozenset[int]:
    """The columns of a row whose cells go on from the row above."""
    at, found = 0, set[int]()
    for i, span in enumerate(row.spans or (1,) * len(row.cells)):
        found |= set(range(at, at + span)) if i in row.continued else set()
        at += span
    return frozenset(found)


def _columns(
    grid: Sequence[Sequence[str]], going: Sequence[frozenset[int]], first: int, end: int, key: int
) -> Iterator[Labelled]:
    owners, last = list[str](), ""
    body = [i for i in range(end, len(grid)) if _tells(grid[i]) and grid[i] not in grid[first:end]]
    for i in body:
        last = grid[i][key] or last
        owners.append(last)
    named = {owner: [i for i, own in zip(body, owners, strict=True) if own == owner] for owner in owners}
    above = ""
    for column in range(len(grid[0])):
        heads = [plain_label(grid[i][column]) for i in range(first, end)]
        own = next((head for head in reversed(heads) if head), "")
        over = heads[0] if heads[0] and heads[0] != own else ""
        if not heads[0] and own and column and above:
            over = above  # a group whose cells nobody merged
        above = over or ("" if heads[0] else above)
        values = (
            (i, owner, [grid[j][column] for j in at if column not in going[j] or j == at[0]])
            for owner, at in named.items()
            for i in at[:1]
        )
        yield Labelled(own, over, tuple(cell_place(i, texts, owner) for i, owner, texts in values))
