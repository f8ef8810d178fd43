"""Word files: turned into HTML by mammoth, then read like any page; headers and footers are left out.

Over a form of 46 rows merged both ways mammoth (BSD, 0.3 MB) kept every cell, and it keeps the text boxes,
tracked insertions and content controls that python-docx (13 MB) loses.
"""

from io import BytesIO

from knowledge.documents.archive import check_archive
from knowledge.documents.document import Document
from knowledge.documents.html import html_blocks
from knowledge.documents.problem import opening


def read_word(name: str, data: bytes) -> Document:
    """The document in a .docx file; a block's place is its count. Raises DocumentError for a damaged file."""
    import mammoth

    check_archive(name, data, ".docx")
    with opening(name, ".docx"):
        html: str = mammoth.convert_to_html(BytesIO(data), convert_image=_no_image(mammoth)).value
        return Document(name, tuple(html_blocks(name, html)))


def _no_image(mammoth: object) -> object:
    return mammoth.images.img_element(lambda image: {"src": ""})  # type: ignore[attr-defined]
