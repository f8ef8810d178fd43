"""Word files: turned into HTML by mammoth, then read like any page; headers and footers are left out.

Over a form of 46 rows merged both ways mammoth (BSD, 0.3 MB) kept every cell, and it keeps the text boxes,
tracked insertions and content controls that python-docx (13 MB) loses.
"""

import re
from io import BytesIO

from knowledge.documents.archive import check_archive
from knowledge.documents.document import Document
from knowledge.documents.html import html_blocks
from knowledge.documents.problem import opening
from knowledge.documents.word_styles import without_looks
from knowledge.regex import regex

_NOTES = regex(r'<ol>(<li id="(?:foot|end)note-.*)</ol>\Z', re.DOTALL)
_NOTE = regex(r'<li id="((?:foot|end)note-[^"]*)">(.*?)</li>(?=<li id="|\Z)', re.DOTALL)
_BACK = regex(r'\s*<a href="#[^"]*">↑</a>')
_MARK = r'<sup><a href="#(?:foot|end)note-[^"]*" id="[^"]*">\[\d+\]</a></sup>'
_PLACE = regex(rf"(</?table>|</p>|</li>|</h\d>|{_MARK})")


def read_word(name: str, data: bytes) -> Document:
    """The document in a .docx file; a block's place is its count. Raises DocumentError for a damaged file."""
    import mammoth

    check_archive(name, data, ".docx")
    with opening(name, ".docx"):
        html: str = mammoth.convert_to_html(
            BytesIO(without_looks(data)), convert_image=_no_image(mammoth)
        ).value
        return Document(name, tuple(html_blocks(name, _with_notes(html))))


def _no_image(mammoth: object) -> object:
    return mammoth.images.img_element(lambda image: {"src": ""})  # type: ignore[attr-defined]


def _with_notes(html: str) -> str:
    """The page with each footnote behind the paragraph or table that its mark is in, as 注1：…

    Marks in tables stay, since there they tell the row.
    """
    found = _NOTES.search(html)
    if not found:
        return html
    notes = dict(_NOTE.findall(found[1]))
    pieces: list[str] = []
    waiting: list[str] = []
    depth = 0
    for piece in _PLACE.split(html[: found.start()]):
        if mark := re.fullmatch(r'<sup><a href="#([^"]*)" id="[^"]*">\[(\d+)\]</a></sup>', piece):
            text = _BACK.sub("", notes.get(mark[1], ""))
            waiting.append(text.replace("<p>", f"<p>注{mark[2]}：", 1))
            pieces.append(f"[{mark[2]}]" if depth else "")
            continue
        depth += (piece == "<table>") - (piece == "</table>")
        pieces.append(piece)
        if not depth and piece.startswith("</"):
            pieces += waiting
            waiting = []
    return "".join([*pieces, *waiting])
