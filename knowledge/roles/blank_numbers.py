"""Items whose numbers only a blank sets apart, as scanned pages have them: 1 制定计划 / 2 审核订单."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.documents.document import Block, Kind
from knowledge.regex import regex
from knowledge.roles.headings import label_of
from knowledge.roles.labels import Field

_NUMBER = regex(r"^\s*(?P<n>\d{1,2})[ \u3000]+(?=[\u4e00-\u9fff《“])")
_LISTED = (Field.DUTIES, Field.TASKS, Field.AUTHORITIES, Field.FUNCTIONS, Field.QUALIFICATION, Field.KPI)


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
