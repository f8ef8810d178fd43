"""A description without a name, in a file that is named for its post: 03-采购员.docx."""

from dataclasses import replace

from knowledge.documents.document import Document
from knowledge.regex import regex
from knowledge.roles.headings import is_post, post_title

_BEFORE = regex(r"^(?:附件|附录|附)?[\s\d一二三四五六七八九十、.．_—–-]*[:：]?\s*")
_BEHIND = regex(r"[\s_—–-]*(?:[（(][^（()）]*[)）]|[vV]?\d[\d.]*版?|最新|终稿|定稿|修订版?|[_—–-].*)?$")


def below_file_name(document: Document) -> Document | None:
    """The document below a heading with the post its file is named for; None for any other file."""
    stem = _BEHIND.sub("", _BEFORE.sub("", document.name.rsplit(".", 1)[0]))
    name = post_title(stem) or stem
    if not document.blocks or not is_post(name):
        return None
    heading = replace(document.blocks[0], cells=(), table=0).as_heading(1, name)
    return replace(document, blocks=(heading, *document.blocks))
