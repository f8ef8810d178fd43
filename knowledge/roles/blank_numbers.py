"""Items whose numbers only a blank sets apart, as scanned pages have them: 1 制定计划 / 2 审核订单; and those
whose numbers stand in lines of their own, as pages copied from the web have them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from knowledge.documents.document import Block, Kind
from knowledge.regex import regex
from knowledge.roles.headings import label_of
from knowledge.roles.labels import Field

_NUMBER = regex(r"^\s*(?P<n>\d{1,2})[ \u3000]+(?=[\u4e00-\u9fff《“])")
_ALONE = regex(r"^\s*(?P<n>\d{1,2})[.、．]\s*$")
_LISTED = (Field.DUTIES, Field.TASKS, Field.AUTHORITIES, Field.FUNCTIONS, Field.QUALIFICATION, Field.KPI)


def with_numbers(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; where numbers that count up have lines of their own, each goes before the line below it."""
    lone = {i: int(found["n"]) for i, block in enumerate(blocks) if (found := _lone(block))}
    above = {i: before for before, i in pairwise(lone) if lone[i] == lone[before] + 1}
    counted = {i for pair in above.items() for i in pair}
    joined: list[Block] = []
    for i, block in enumerate(blocks):
        if i - 1 in counted and block.kind is Kind.TEXT and i not in lone:
            joined[-1] = replace(block, text=f"{joined[-1].text.strip()}{block.text}", source=block.source)
        else:
            joined.append(block)
    return joined


def _lone(block: Block) -> re.Match[str] | None:
    return _ALONE.match(block.text) if block.kind is Kind.TEXT else None


def with_points(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks; numbers that count up below the label of a list get the point they lack."""
    last, above = 0, None
    for block in blocks:
        found = _NUMBER.match(block.text) if block.kind is Kind.TEXT else None
        number = int(found["n"]) if found else 0
        if found and ((number == 1 and above in _LISTED) or (last and number == last + 1)):
            last = number
            text = f"{number}. {block.text[found.end() :]}"
            yield replace(block, text=text, quote=block.quote or block.text)
        else:
            last = 0 if block.kind is not Kind.TEXT or label_of(block.text) else last
            yield block
        above = label_of(block.text) if block.kind in (Kind.TEXT, Kind.HEADING) else None
