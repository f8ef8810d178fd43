"""Paragraphs that only count the parts of a description: 3.1 店长隶属…。 3.2 其职责为：（1）…；（2）…."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.documents.document import Block, Kind
from knowledge.roles.headings import AUTHORITIES, LISTS, PARTNERS, heading_field, label_and_value, unnumbered
from knowledge.roles.numbering import leading_number, split_numbered

_LEAST = 2  # items of a list inside a paragraph, and numbered paragraphs
_PARTS = LISTS | AUTHORITIES | PARTNERS


def with_prose_unnumbered(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; numbered paragraphs below a heading without their numbers, where one of them is a label
    with a list of its own: the numbers are none of duties."""
    plain, run = list[Block](), list[Block]()
    for block in blocks:
        if block.level or block.kind is not Kind.TEXT:
            plain += [*_unnumbered(run), block]
            run = []
        else:
            run.append(block)
    return [*plain, *_unnumbered(run)]


def _unnumbered(run: Sequence[Block]) -> Iterator[Block]:
    unlabelled = (block for block in run if _label(block) is None)  # a label may have lost its number
    styles = {number.style if (number := leading_number(b.text)) else "" for b in unlabelled}
    parts = len(run) >= _LEAST and len(styles) == 1 and "" not in styles and any(map(_has_list, run))
    for block in run:
        quote = block.quote or block.text
        yield replace(block, text=unnumbered(block.text), quote=quote) if parts else block


def _has_list(block: Block) -> bool:
    return len(split_numbered(_label(block) or "")) >= _LEAST


def _label(block: Block) -> str | None:
    """What stands behind the label of a part that a paragraph begins with; None where it has none."""
    found = label_and_value(unnumbered(block.text))
    return found[1] if found and heading_field(found[0]) in _PARTS else None
