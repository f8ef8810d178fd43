"""Markdown: headings, list items, tables and paragraphs as blocks; front matter and comments left out.

Of raw HTML, tables and <br> are content.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge.documents.document import Block, Document, Kind, Source
from knowledge.documents.html import html_blocks
from knowledge.documents.tree import NO_ITEM, tree_items
from knowledge.regex import regex

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = regex(r"\A---\n.*?\n(?:---|\.\.\.)\n", re.DOTALL)
_TASK_MARK = regex(r"^(?:\[[ xX]\]|[:：](?=\s))\s+")  # - [x] done; of a definition below its term
_HTML_TABLE = regex(r"^ {0,3}<table\b.*?</table>", re.DOTALL | re.IGNORECASE | re.MULTILINE)
_BLANK = regex(r"^[ \t]*$", re.MULTILINE)
_BREAK = regex(r"<br\s*/?>", re.IGNORECASE)


def read_markdown(name: str, text: str) -> Document:
    """The document `name` as blocks; raw HTML other than tables and <br>, and words struck out, are no
    content."""
    from markdown_it import MarkdownIt  # only where there is Markdown: it takes long to load

    body = _FRONT_MATTER.sub(lambda found: "\n" * found.group().count("\n"), text.replace("\r\n", "\n"))
    body = _HTML_TABLE.sub(lambda found: _BLANK.sub("<!-- -->", found.group()), body)  # blank lines end HTML
    reader = _Reader(name, body.split("\n"))
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(body):
        reader.take(token)
    return Document(name, tuple(reader.blocks))


class _Reader:
    """Takes the tokens of a document in order and keeps where it is among lists, quotations and tables."""

    def __init__(self, name: str, lines: list[str]) -> None:
        self.blocks: list[Block] = []
        self._name = name
        self._lines = lines
        self._depth = self._quoted = self._table = self._heading = self._line = 0
        self._row: list[str] | None = None
        self._item = False
        self._number: int | None = None

    def take(self, token: "Token") -> None:
        """Take one more token."""
        if token.map and token.type != "inline":
            self._line = token.map[0] + 1
        if handle := _HANDLERS.get(token.type):
            handle(self, token)

    def heading(self, token: "Token") -> None:
        self._heading = int(token.tag[1]) if token.nesting > 0 else 0

    def list(self, token: "Token") -> None:
        self._depth += token.nesting

    def item(self, token: "Token") -> None:
        self._item = True
        self._number = int(token.info) if token.info.isdecimal() else None

    def quotation(self, token: "Token") -> None:
        self._quoted += token.nesting

    def table(self, _token: "Token") -> None:
        self._table += 1

    def row(self, token: "Token") -> None:
        if token.nesting > 0:
            self._row = []
            return
        cells = tuple(self._row or ())
        source = Source(self._name, self._line)
        quote = self._lines[self._line - 1].strip()
        self.blocks.append(
            Block(Kind.ROW, " | ".join(cells), source, cells=cells, table=self._table, quote=quote)
        )
        self._row = None

    def code(self, token: "Token") -> None:
        first, lines = self._line + (token.type == "fence"), token.content.split("\n")
        tree = tree_items(lines)
        for offset, text in enumerate(lines):
            source, quote = Source(self._name, first + offset), text.strip()
            depth, words = tree.get(offset, NO_ITEM)
            if depth:
                self.blocks.append(Block(Kind.ITEM, words, source, depth, quote=quote))
            elif quote and offset not in tree:
                self.blocks.append(Block(Kind.TEXT, quote, source, quote=quote))

    def html(self, token: "Token") -> None:
        """Take the tables of raw HTML; a row stands where its first words do."""
        if "<table" not in token.content.lower():
            return
        lines, at, known = token.content.split("\n"), 0, dict[int, int]()
        for block in html_blocks(self._name, token.content):
            if block.kind is not Kind.ROW:
                continue
            if block.table not in known:
                self._table += 1
                known[block.table] = self._table
            words = next(filter(None, block.cells), "").split("\n")[0]
            at = next((i for i in range(at, len(lines)) if words in lines[i]), at)
            source = Source(self._name, self._line + at)
            self.blocks.append(replace(block, source=source, table=known[block.table]))

    def inline(self, token: "Token") -> None:
        if self._row is not None:
            text, _ = _join(token.children or [])
            self._row.append(text.strip())
            return
        start = (token.map[0] if token.map else self._line - 1) + 1
        in_item = False
        for offset, wrapped, text, strong in _lines(token):
            source = Source(self._name, start + offset)
            if self._heading:
                self.blocks.append(Block(Kind.HEADING, text, source, self._heading, quote=text))
            elif self._depth and self._item:
                number, self._item, in_item = self._number, False, True
                self.blocks.append(Block(Kind.ITEM, text, source, self._depth, number, strong, quote=text))
            else:
                goes_on = in_item and wrapped
                self.blocks.append(
                    Block(Kind.TEXT, text, source, self._quoted, None, strong, goes_on, quote=text)
                )


_HANDLERS: dict[str, Callable[[_Reader, "Token"], None]] = {
    "heading_open": _Reader.heading,
    "heading_close": _Reader.heading,
    "bullet_list_open": _Reader.list,
    "bullet_list_close": _Reader.list,
    "ordered_list_open": _Reader.list,
    "ordered_list_close": _Reader.list,
    "list_item_open": _Reader.item,
    "blockquote_open": _Reader.quotation,
    "blockquote_close": _Reader.quotation,
    "table_open": _Reader.table,
    "tr_open": _Reader.row,
    "tr_close": _Reader.row,
    "fence": _Reader.code,
    "code_block": _Reader.code,
    "html_block": _Reader.html,
    "inline": _Reader.inline,
}


def _lines(token: "Token") -> Iterator[tuple[int, bool, str, str]]:
    """The lines of a paragraph that hold words.

    Each as: how far below the first, whether it is wrapped from the one above, its text, its bold beginning.
    """
    pieces: list[tuple[int, bool, list[Token]]] = [(0, False, [])]
    for child in token.children or ():
        if child.type in ("softbreak", "hardbreak"):
            pieces.append((pieces[-1][0] + 1, True, []))
        elif _is_break(child):
            pieces.append((pieces[-1][0], False, []))
        else:
            pieces[-1][2].append(child)
    for offset, wrapped, piece in pieces:
        text, strong = _join(piece)
        if text := _TASK_MARK.sub("", text.strip()).strip():
            yield offset, wrapped, text, strong.strip()


def _is_break(token: "Token") -> bool:
    return token.type == "html_inline" and bool(_BREAK.fullmatch(token.content))


def _join(children: "list[Token]") -> tuple[str, str]:
    """The words of tokens, and the bold words that they begin with."""
    text, strong, bold, struck = "", "", False, False
    for child in children:
        if child.type in ("s_open", "s_close"):
            struck = child.type == "s_open"
        elif struck:
            continue
        elif child.type == "strong_open":
            bold = not text.strip()
        elif child.type == "strong_close":
            bold = False
        elif child.type in ("softbreak", "hardbreak") or _is_break(child):
            text += "\n"
        elif child.type in ("text", "code_inline", "image"):
            text += child.content
            strong += child.content if bold else ""
    return text, strong
