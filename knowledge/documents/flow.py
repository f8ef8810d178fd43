"""Pages to blocks: what is broken by lines and pages becomes whole again.

Headers, footers and page numbers go; a line that ends at the margin goes on below, over the page as well; a
table goes on where the next page begins with one of the same columns.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf
from statistics import median

from knowledge.documents.columns import with_columns
from knowledge.documents.document import Block, Document, Kind, Source
from knowledge.documents.frame import split_frame
from knowledge.documents.grid import Row, grid_rows, row_block
from knowledge.documents.page import Line, Page, Table, ends_line, goes_on, is_full, joined
from knowledge.regex import regex

_MARGIN = 0.09  # of the height of a page: where its header and footer stand
_PAGE_NUMBER = regex(r"[-–—~\s]*(?:第\s*)?\d{1,4}\s*(?:页)?[-–—~\s]*|.*第\s*\d+\s*页.*|\d+\s*/\s*\d+")
_LARGE = 1.15  # times the size of most characters: a heading
_HEADING_LENGTH = 40  # characters
_NEAR = 3.0  # how far apart the columns of a table may lie on two pages
_LEVELS = 6
_LEAST_PAGES, _NEARLY_ALWAYS = 3, 0.8  # pages on which a line stands at the edge, and the share of them
_LEAST_LINES = 3  # on a page that has edges
_FEW = 2  # lines that may reach as far as the longest by chance


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line or table, and its page (from 1)."""

    page: int
    item: Line | Table


def flow(name: str, pages: Sequence[Page], missing: Sequence[str] = ()) -> Document:
    """The document of printed pages; a block's place is its page, and its count there."""
    repeated = _repeated(pages)
    items = [placed for number, page in enumerate(pages, 1) for placed in _in_order(number, page, repeated)]
    flowing = _Flow(name, pages, [placed.item for placed in items if isinstance(placed.item, Line)])
    for above, placed in zip([None, *items], items, strict=False):
        flowing.take(above, placed)
    content, frame = split_frame(flowing.blocks)
    return Document(name, content, frame, missing=tuple(missing))


def _repeated(pages: Sequence[Page]) -> frozenset[str]:
    """The patterns of lines that stand in the margins of half of the pages or more, or are nearly always the
    first or last on a page and no larger than the rest of it."""
    counts = Counter(
        pattern
        for page in pages
        for pattern in {_pattern(line) for line in page.lines if _in_margin(line, page)}
    )
    found = {pattern for pattern, n in counts.items() if n > 1 and n * 2 >= len(pages)}
    edges = Counter(pattern for page in pages for pattern in _at_edges(page))
    often = max(_LEAST_PAGES, _NEARLY_ALWAYS * len(pages))
    return frozenset(found | {pattern for pattern, n in edges.items() if n >= often})


def _at_edges(page: Page) -> set[str]:
    """The patterns of the first and last line of a page, where no table stands beyond them."""
    places: list[Line | Table] = [*page.lines, *page.tables]
    if len(places) < _LEAST_LINES:
        return set()
    ends = (min(places, key=lambda p: p.box.top), max(places, key=lambda p: p.box.bottom))
    lines = (place for place in ends if isinstance(place, Line))
    return {_pattern(line) for line in lines if line.size <= _LARGE * page.size}


def _in_order(number: int, page: Page, repeated: frozenset[str]) -> list[_Placed]:
    """The lines and tables of a page from top to bottom, without its header and footer."""
    edges = _at_edges(page)
    lines = [
        line
        for line in page.lines
        if not (
            (_pattern(line) in repeated and (_in_margin(line, page) or _pattern(line) in edges))
            or (_in_margin(line, page) and _PAGE_NUMBER.fullmatch(line.text))
        )
    ]
    found: list[Line | Table] = []
    tables = sorted(page.tables, key=lambda table: table.box.top)
    for table, below in zip([None, *tables], [*tables, None], strict=True):
        first = table.box.top if table is not None else -inf
        last = below.box.top if below is not None else inf
        between = [line for line in lines if first <= line.box.top < last]
        found += [table] if table is not None else []
        found += with_columns(sorted(between, key=lambda line: (line.box.top, line.box.left)))
    return [_Placed(number, item) for item in found]


def _in_margin(line: Line, page: Page) -> bool:
    return line.box.bottom < page.height * _MARGIN or line.box.top > page.height * (1 - _MARGIN)


def _pattern(line: Line) -> str:
    return re.sub(r"\d+", "0", line.text)


class _Flow:
    """Takes the lines and tables of a document in order and makes blocks of them."""

    def __init__(self, name: str, pages: Sequence[Page], lines: Sequence[Line]) -> None:
        self.blocks: list[Block] = []
        self._name = name
        self._pages = len(pages)
        self._counts: Counter[int] = Counter()
        self._tables = 0
        self._right = _right_margin(pages, lines)
        self._levels = _levels(pages, lines)

    def take(self, above: _Placed | None, placed: _Placed) -> None:
        """Take one more line or table; `above`: what was taken before it."""
        before = above.item if above is not None else None
        if isinstance(placed.item, Line):
            if isinstance(before, Line) and goes_on(before, placed.item, self._right):
                self._lengthen(placed.item.text)
            else:
                self._line(placed.item, placed.page)
        else:
            same = isinstance(before, Table) and _same_columns(before, placed.item)
            self._table(placed.item, placed.page, same)

    def _source(self, page: int) -> Source:
        self._counts[page] += 1
        place = self._name if self._pages == 1 else f"{self._name}·第{page}页"
        return Source(place, self._counts[page])

    def _line(self, line: Line, page: int) -> None:
        level = self._levels.get(round(line.size), 0) if len(line.text) <= _HEADING_LENGTH else 0
        kind = Kind.HEADING if level else Kind.TEXT
        bold = "" if level else line.bold
        self.blocks.append(Block(kind, line.text, self._source(page), level, strong=bold, quote=line.text))

    def _lengthen(self, text: str) -> None:
        """The last line goes on."""
        whole = joined(self.blocks[-1].text, text)
        self.blocks[-1] = replace(self.blocks[-1], text=whole, quote=whole)

    def _table(self, table: Table, page: int, same: bool) -> None:
        """Take a table; `same`: it is the rest of the last one, which began on the page before."""
        rows = grid_rows(table.rows)
        if same:
            rows = self._rest(rows)
        else:
            self._tables += 1
        for row in rows:
            self.blocks.append(row_block(row, self._source(page), self._tables))

    def _rest(self, rows: list[Row]) -> list[Row]:
        """The rows of a table on its next page: without the head again and without what ends the row above;
        blank cells at the left of the first one are those above, merged."""
        last = self.blocks[-1]
        head = next((block for block in self.blocks if block.table == self._tables), last)
        if rows and rows[0].cells == head.cells:
            rows = rows[1:]
        if rows and (filled := [i for i, text in enumerate(rows[0].cells) if text]) == [len(last.cells) - 1]:
            end = filled[0]
            texts = [*last.cells[:end], _appended(last.cells[end], rows[0].cells[end])]
            self.blocks[-1] = row_block(
                Row(tuple(texts), last.continued, last.spans), last.source, self._tables
            )
            rows = rows[1:]
        merged: list[Row] = []
        hanging = {i for i, text in enumerate(rows[0].cells[:-1]) if not text} if rows else set()
        for number, row in enumerate(rows):
            hanging = {i for i in hanging if not number or i in row.continued}
            hanging = {i for i in hanging if set(range(i)) <= hanging and i < len(last.cells)}
            cells = tuple(last.cells[i] if i in hanging else text for i, text in enumerate(row.cells))
            merged.append(Row(cells, row.continued | hanging, row.spans))
        return merged


def _appended(above: str, below: str) -> str:
    """The text of a cell that the page cut in two: a line that ends without a mark goes on, as far as one can
    tell without its margin."""
    return joined(above, below) if above and not ends_line(above, below) else f"{above}\n{below}"


def _same_columns(above: Table, below: Table) -> bool:
    """Whether two tables are as wide, and one has all the columns of the other: a row may lack some."""
    fewer, more = sorted((above.edges, below.edges), key=len)
    ends = ((above.edges[0], below.edges[0]), (above.edges[-1], below.edges[-1]))
    return all(abs(one - other) <= _NEAR for one, other in ends) and all(
        any(abs(edge - other) <= _NEAR for other in more) for edge in fewer
    )


def _right_margin(pages: Sequence[Page], lines: Sequence[Line]) -> float:
    """Where lines end that go on: where several do, beyond the middle of the page, else as far from the edge
    as the lines begin."""
    farthest = max((line.box.right for line in lines), default=0.0)
    width = max((page.width for page in pages), default=0.0)
    if farthest * 2 > width and sum(is_full(line, farthest) for line in lines) > _FEW:
        return farthest
    first = min((line.box.left for line in lines), default=0.0)
    return max(farthest, width - first)


def _levels(pages: Sequence[Page], lines: Sequence[Line]) -> dict[int, int]:
    """The level of a heading by the size of its characters: what is larger than most of the text."""
    usual = median([page.size for page in pages if page.size] or [0.0])
    large = sorted({round(line.size) for line in lines if line.size >= usual * _LARGE}, reverse=True)
    return {size: min(level, _LEVELS) for level, size in enumerate(large, start=1)}
