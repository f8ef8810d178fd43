"""Items whose numbers only a blank sets apart, as scanned pages have them: 1 制定计划 / 2 审核订单; and those
whose numbers stand in lines of their own, as pages copied from the web have them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from knowledge.documents.document import Block, Kind
from knowledge.regex import regex
from knowledge.roles.headings import label_of, post_title, unnumbered
from knowledge.roles.labels import Field

_NUMBER = regex(r"^\s*(?P<n>\d{1,2})[ \u3000]+(?=[\u4e00-\u9fff《“])")
_RUN_INTO = regex(
    r"^\s*(?P<n>\d{1,2})[.．](?=\d+(?:\.\d+)?(?!\d*[.．、\s])(?:[万千百]|[-~—至]|[天日元折%个小]))"
)
_DOTTED = regex(r"^\s*(?P<n>\d{1,2})[.．](?!\s*$)")
_NEAR = 8  # lines from an item to the next one
_ALONE = regex(r"^\s*(?P<n>\d{1,2})[.、．]\s*$")
_STEMS, _NUMERALS = "甲乙丙丁戊己庚辛壬癸", "一二三四五六七八九十"
_STEM = regex(rf"^\s*(?P<n>[{_STEMS}])[、.．]\s*(?![{_STEMS}])")
_CHINESE = regex(rf"^\s*(?P<n>[{_NUMERALS}])[ \u3000]+(?=[\u4e00-\u9fff])")
_LISTED = (Field.DUTIES, Field.TASKS, Field.AUTHORITIES, Field.FUNCTIONS, Field.QUALIFICATION, Field.KPI)


def with_plain_numbers(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; 甲、乙、丙、 and 一 二 三 with but a blank behind them, counted up over the document, are
    written as 一、二、三、."""
    for pattern, marks in ((_STEM, _STEMS), (_CHINESE, _NUMERALS)):
        found = {i: m for i, b in enumerate(blocks) if b.kind is Kind.TEXT and (m := pattern.match(b.text))}
        counted = [marks.find(m["n"]) for m in found.values()]
        if len(counted) > 1 and counted == list(range(len(counted))):
            return [
                replace(
                    b, text=f"{_NUMERALS[marks.find(m['n'])]}、{b.text[m.end() :]}", quote=b.quote or b.text
                )
                if (m := found.get(i))
                else b
                for i, b in enumerate(blocks)
            ]
    return list(blocks)


def with_apart_numbers(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; numbers that count up are set apart from the amounts that they run into: 1.3天以内 /
    2.3天以上 are items 1 and 2."""
    numbers = [_dotted(block) for block in blocks]
    found: list[Block] = []
    last = 0
    for i, block in enumerate(blocks):
        number, match = numbers[i], _RUN_INTO.match(block.text) if block.kind is Kind.TEXT else None
        begins = number == 1 and next((n for n in numbers[i + 1 : i + _NEAR] if n), 0) == 2
        if match and (begins or (last and number == last + 1)):
            text = f"{number}. {block.text[match.end() :]}"
            block = replace(block, text=text, quote=block.quote or block.text)
        last = number or last
        found.append(block)
    return found


def _dotted(block: Block) -> int:
    found = _DOTTED.match(block.text) if block.kind is Kind.TEXT else None
    return int(found["n"]) if found else 0


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
    last, above, titled = 0, None, False
    for block in blocks:
        found = _NUMBER.match(block.text) if block.kind is Kind.TEXT else None
        number = int(found["n"]) if found else 0
        begins = number == 1 and (above in _LISTED or titled)
        if found and (begins or (last and number == last + 1)):
            last = number
            text = f"{number}. {block.text[found.end() :]}"
            yield replace(block, text=text, quote=block.quote or block.text)
        else:
            last = 0 if block.kind is not Kind.TEXT or label_of(block.text) else last
            yield block
        titled = post_title(unnumbered(block.text)) is not None
        above = label_of(block.text) if block.kind in (Kind.TEXT, Kind.HEADING) else None
