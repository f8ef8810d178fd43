"""Word files: turned into HTML by mammoth, then read like any page; headers and footers are left out."""

from io import BytesIO

from knowledge.documents.document import Document
from knowledge.documents.html import html_blocks
from knowledge.errors import DocumentError


def read_word(name: str, data: bytes) -> Document:
    """The document in a .docx file; a block's place is its count. Raises DocumentError for a damaged file."""
    import mammoth

    try:
        html: str = mammoth.convert_to_html(BytesIO(data), convert_image=_no_image(mammoth)).value
    except Exception as error:  # whatever a damaged archive makes the library raise
        raise DocumentError(f"“{name}”打不开,可能已损坏或设了密码。请用 Word 另存为 .docx 再试。") from error
    return Document(name, tuple(html_blocks(name, html)))


def _no_image(mammoth: object) -> object:
    return mammoth.images.img_element(lambda image: {"src": ""})  # type: ignore[attr-defined]
