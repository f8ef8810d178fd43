"""Paragraphs that only count the parts of a description: 3.1 店长隶属…。 3.2 其职责为：（1）…；（2）…."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from knowledge.documents.document import Block, Kind
from knowledge.regex import regex
from knowledge.roles.headings import (
    AUTHORITIES,
    LISTS,
    PARTNERS,
    heading_field,
    is_post,
    label_and_value,
    unnumbered,
)
from knowledge.roles.numbering import leading_number, split_numbered
from knowledge.roles.told_sentences import places

_LEAST = 2  # items of a list inside a paragraph, and numbered paragraphs
_LEADS = regex("(?:职责|任务|工作|权限|职权|权力)(?:就?是|为|有|包括|如下)?[:：](?=.)")
_PARTS = LISTS | AUTHORITIES | PARTNERS


def with_prose_unnumbered(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; numbered paragraphs below a heading without their numbers, where one of them is a label
    with a list of its own: the numbers are none of duties."""
    plain, run, title = list[Block](), list[Block](), ""
    for block in blocks:
        if block.level or block.kind is not Kind.TEXT:
            plain += [*_unnumbered(run, title), block]
            run, title = [], unnumbered(block.text)
        else:
            run.append(block)
    return [*plain, *_unnumbered(run, title)]


def _unnumbered(run: Sequence[Block], title: str) -> Iterator[Block]:
    unlabelled = (block for block in run if _label(block) is None)  # a label may have lost its number
    styles = {_style(block) for block in unlabelled}
    parts = len(run) >= _LEAST and len(styles) == 1 and "" not in styles and any(map(_has_list, run))
    outer = _style(run[0]) if not parts and run and _is_placed(run, title) else ""
    for block in run:
        taken = parts or (outer and _style(block) == outer)
        yield replace(block, text=unnumbered(block.text), quote=block.quote or block.text) if taken else block


def _is_placed(run: Sequence[Block], title: str) -> bool:
    """Whether the first of the paragraphs says where the post of the title stands, and a further one is a
    label above a list that is counted in another way, or a sentence that leads one."""
    outer = _style(run[0])
    heads = any(
        _style(block) == outer
        and (_LEADS.search(block.text) or (_label(block) == "" and _style(below) not in ("", outer)))
        for block, below in pairwise(run[1:])
    )
    return heads and outer != "" and is_post(title) and places(unnumbered(run[0].text), (title,))


def _style(block: Block) -> str:
    number = leading_number(block.text)
    return number.style if number else ""


def _has_list(block: Block) -> bool:
    return len(split_numbered(_label(block) or "")) >= _LEAST


def _label(block: Block) -> str | None:
    """What stands behind the label of a part that a paragraph begins with; None where it has none."""
    found = label_and_value(unnumbered(block.text))
    return found[1] if found and heading_field(found[0]) in _PARTS else None
