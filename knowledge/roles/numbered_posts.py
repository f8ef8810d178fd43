"""Posts as chapters of plain text: 二、校长 / （一）隶属与配备 / （二）职责 / 1.…

They are made headings, so that a part of a description is not taken for a post.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.documents.document import Block, Kind
from knowledge.roles.headings import is_department, is_post, is_short, label_of, unnumbered
from knowledge.roles.labels import Field
from knowledge.roles.names import split_alias
from knowledge.roles.numbering import leading_number

_LEAST = 2  # posts described so
_SUMMARY, _PLACE = "岗位概述", "基本情况"


def with_numbered_posts(blocks: Sequence[Block], repeated: frozenset[str]) -> list[Block]:
    """The blocks of a document; where it is no such text, just as they are. `repeated`: labels of its own."""
    posts = [
        i
        for i, block in enumerate(blocks[:-1])
        if _heads(block, "chinese") and _is_post(block) and _part(blocks[i + 1], repeated)
    ]
    return list(_marked(blocks, frozenset(posts), repeated)) if len(posts) >= _LEAST else list(blocks)


def _marked(blocks: Sequence[Block], posts: frozenset[int], repeated: frozenset[str]) -> Iterator[Block]:
    inside = functions = False
    told = any(_heads(block, "bracket") and _label(block) is Field.SUMMARY for block in blocks)
    place = _PLACE if told else _SUMMARY  # （一）岗位关系 above （二）岗位概述
    for i, block in enumerate(blocks):
        if _heads(block, "chinese"):
            inside = i in posts or _is_post(block)
            functions = label_of(unnumbered(block.text)) is Field.FUNCTIONS
            yield block.as_heading(1)
        elif inside and _part(block, repeated):
            plain = unnumbered(block.text).rstrip(":：")
            if plain in repeated and label_of(plain) is None:
                yield replace(block, text=f"{place}：", quote=block.text)
            else:
                yield block.as_heading(2)
        elif functions and _heads(block, "bracket") and is_department(unnumbered(block.text)):
            yield block.as_heading(2)
        else:
            yield block


def _heads(block: Block, style: str) -> bool:
    """Whether a line is nothing but a number of a style and a few words."""
    number = leading_number(block.text) if block.kind is Kind.TEXT else None
    return number is not None and number.style == style and is_short(unnumbered(block.text).rstrip(":："))


def _label(block: Block) -> Field | None:
    return label_of(unnumbered(block.text).rstrip(":："))


def _is_post(block: Block) -> bool:
    return is_post(split_alias(unnumbered(block.text))[0])


def _part(block: Block, repeated: frozenset[str]) -> bool:
    """Whether a line parts a description: （二）职责, or a label that only this document has."""
    plain = unnumbered(block.text).rstrip(":：")
    return _heads(block, "bracket") and (plain in repeated or label_of(plain) not in (None, Field.NEUTRAL))
