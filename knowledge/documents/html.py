"""HTML: headings, paragraphs, list items and tables as blocks; scripts and the site's frame left out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

from knowledge.documents.document import Block, Document, Kind, Source
from knowledge.documents.frame import split_frame
from knowledge.documents.grid import Cell, Row, grid_rows, row_block

_PASSED_OVER = frozenset(
    (
        "script",
        "style",
        "head",
        "nav",
        "footer",
        "aside",
        "noscript",
        "template",
        "select",
        "s",
        "del",
        "strike",
    )
)
_BLOCKS = frozenset(("p", "div", "section", "article", "main", "blockquote", "pre", "caption", "br"))
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_DEEPEST = 20  # tables inside one another
_DIGITS = 4  # of a span
_VOID = frozenset(("br", "img", "hr", "input", "meta", "link", "col", "wbr", "area", "base", "source"))


def read_html(name: str, text: str) -> Document:
    """The document `name`; the place of a block is its count among the blocks, a table row being one."""
    content, frame = split_frame(html_blocks(name, text))
    return Document(name, content, frame)


def html_blocks(name: str, text: str) -> list[Block]:
    """The blocks of a piece of HTML in reading order."""
    walker = _Walker(name)
    walker.feed(text)
    walker.close()
    walker.finish()
    return walker.blocks


@dataclass
class _Table:
    """A table being read; `rows` of cells, the last cell taking text; `open`: whether it is in a row."""

    number: int
    rows: list[list[Cell]] = field(default_factory=list)
    open: bool = False


@dataclass
class _List:
    """A list being read: whether it counts, and how far."""

    ordered: bool
    count: int = 0


class _Walker(HTMLParser):
    def __init__(self, name: str) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._name = name
        self._text = ""
        self._level = self._hidden = self._tables_seen = self._too_deep = 0
        self._lists: list[_List] = []
        self._item: int | None = (
            None  # the number of the item whose text is read, 0 in a list without numbers
        )
        self._tables: list[_Table] = []
        self._strong, self._bold = "", 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _PASSED_OVER:
            self._hidden += 1
        elif tag in ("strong", "b"):
            self._bold += 1
        elif tag in ("table", "tr", "td", "th"):
            self._begin_part_of_table(tag, attrs)
        elif tag in ("dl", "dt", "dd"):
            self._begin_part_of_definitions(tag)
        elif tag in _HEADINGS:
            self.flush()
            self._level = _HEADINGS[tag]
        elif tag in ("ul", "ol"):
            self.flush()
            self._lists.append(_List(tag == "ol"))
        elif tag == "li":
            self._begin_item()
        elif tag in _BLOCKS:
            self.flush()

    def _begin_item(self) -> None:
        self.flush()
        if self._lists:
            self._lists[-1].count += 1
        self._item = self._lists[-1].count if self._lists and self._lists[-1].ordered else 0

    def _begin_part_of_table(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        if tag == "table" and len(self._tables) >= _DEEPEST:
            self._too_deep += 1
        elif tag == "table":
            self.flush()
            self._tables_seen += 1
            self._tables.append(_Table(self._tables_seen))
        elif tag == "tr" and self._tables:
            self._tables[-1].rows.append([])
            self._tables[-1].open = True
        elif self._tables and self._tables[-1].rows:
            if not self._tables[-1].open:  # a cell behind the end of a row begins one, as browsers do
                self._tables[-1].rows.append([])
                self._tables[-1].open = True
            spans = {key: int(value[:_DIGITS]) for key, value in attrs if value and value.isdecimal()}
            cell = Cell("", spans.get("colspan", 1), spans.get("rowspan", 1))
            self._tables[-1].rows[-1].append(cell)

    def _begin_part_of_definitions(self, tag: str) -> None:
        """A list of definitions is a table: each term with what is said of it, a line for each part."""
        self.flush()
        if tag == "dl":
            self._begin_part_of_table("table", ())
        elif self._tables and (tag == "dt" or not self._tables[-1].rows):
            self._tables[-1].rows.append([Cell("")])
        elif self._tables and len(self._tables[-1].rows[-1]) == 1:
            self._tables[-1].rows[-1].append(Cell(""))

    def handle_endtag(self, tag: str) -> None:
        if tag in _PASSED_OVER:
            self._hidden = max(0, self._hidden - 1)
        elif tag in _HEADINGS:
            self.flush()
            self._level = 0
        elif tag in ("ul", "ol"):
            self.flush()
            del self._lists[-1:]
        elif tag in ("td", "th", "li", "dt", "dd") or (tag in _BLOCKS and tag not in _VOID):
            self.flush()
        elif tag == "tr" and self._tables:
            self.flush()
            self._tables[-1].open = False
        elif tag in ("table", "dl") and self._too_deep:
            self._too_deep -= 1
        elif tag in ("table", "dl") and self._tables:
            self.flush()
            self._end_table()
        elif tag in ("strong", "b"):
            self._bold = max(0, self._bold - 1)

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            if self._bold and not self._text.replace(self._strong, "").strip():
                self._strong += data
            self._text += data

    def flush(self) -> None:
        """Close the paragraph, item or line of a cell that is being read."""
        text, self._text = " ".join(self._text.split()), ""
        strong, self._strong = " ".join(self._strong.split()), ""
        number, self._item = self._item, None
        if not text:
            self._item = number
            return
        if self._tables and self._tables[-1].rows and self._tables[-1].rows[-1]:
            cell = self._tables[-1].rows[-1][-1]
            line = f"{number}. {text}" if number else text
            cell.text = f"{cell.text}\n{line}" if cell.text else line
            return
        source = Source(self._name, len(self.blocks) + 1)
        if self._level:
            self.blocks.append(Block(Kind.HEADING, text, source, self._level, quote=text))
        elif number is not None:
            depth = max(1, len(self._lists))
            self.blocks.append(Block(Kind.ITEM, text, source, depth, number or None, strong, quote=text))
        else:
            self.blocks.append(Block(Kind.TEXT, text, source, strong=strong, quote=text))

    def finish(self) -> None:
        """Close whatever the text left open."""
        self.flush()
        while self._tables:
            self._end_table()

    def _end_table(self) -> None:
        """Turn the table into rows; one inside a cell becomes lines of that cell, but a table that only
        frames another one does not count."""
        table = self._tables.pop()
        rows = grid_rows(table.rows)
        if self._tables and self._tables[-1].rows and self._tables[-1].rows[-1]:
            outer = self._tables[-1]
            if len(rows) > 1 and all(len(row) == 1 for row in outer.rows):
                self._rows(outer, grid_rows(outer.rows))
                outer.rows[:] = [[Cell("")]]
            else:
                cell = outer.rows[-1][-1]
                lines = ["：".join(filter(None, (t.replace("\n", " ") for t in row.cells))) for row in rows]
                cell.text = "\n".join(filter(None, [cell.text, *lines]))
                return
        self._rows(table, rows)

    def _rows(self, table: _Table, rows: Iterable[Row]) -> None:
        for row in rows:
            source = Source(self._name, len(self.blocks) + 1)
            self.blocks.append(row_block(row, source, table.number))
