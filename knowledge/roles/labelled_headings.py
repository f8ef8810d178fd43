"""Headings with a label before the name or brackets around it: ## 岗位：店长, ## 部门：财务科, ## 【店长】.

Items that are the label of the items below them get its colon.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from knowledge.documents.document import Block, Kind
from knowledge.regex import regex
from knowledge.roles.behind import relates
from knowledge.roles.headings import (
    LISTS,
    PARTNERS,
    is_department,
    is_short,
    label_and_value,
    label_of,
    unnumbered,
    unwrapped,
)
from knowledge.roles.labels import Field
from knowledge.roles.numbering import leading_number
from knowledge.text import fold

_ORDINAL = regex(r"(?<=[位务门])\s*[（(]?[\d一二三四五六七八九十]{1,3}[)）]?$")
_BARS = regex(r"\s*[｜|]\s*|\s+[·•]\s+")
_LEAST = 3  # parts of a line that bars part
_LABEL = "岗位名称"


def with_plain_headings(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks; a heading that names a post behind a label is its name, with the label in a line below."""
    level = 1  # of the last heading
    counted = False  # whether the lines of an item are counted: - 职责 / 1、… / 2、…
    for block, after in pairwise([*blocks, None]):
        if block is None:
            continue
        counted = block.continues and (counted or _heads_lines(block))
        if counted:
            block = replace(block, continues=leading_number(block.text) is None)
        if block.kind is Kind.ITEM and _heads_items(block, after):
            yield replace(block, text=f"{block.text}：", quote=block.quote or block.text)
            continue
        block = _with_clauses(block)
        if after is not None and _introduces(block, after):
            yield block.as_heading(level)
            continue
        level = block.level if block.kind is Kind.HEADING else level
        if block.kind is Kind.HEADING and (plain := unwrapped(block.text)) != block.text:
            block = block.as_heading(block.level, plain)
        found = label_and_value(unnumbered(block.text)) if block.kind is Kind.HEADING else None
        field = label_of(_ORDINAL.sub("", found[0].strip())) if found else None
        if found is None or field not in (Field.NAME, Field.DEPARTMENT) or not _is_name(found[1]):
            yield block
            continue
        yield replace(block.as_heading(block.level, found[1]), quote=block.quote or block.text)
        if field is Field.NAME:
            quote = block.quote or block.text
            yield replace(
                block, kind=Kind.TEXT, level=0, text=f"{_LABEL}：{found[1]}", quote=quote, strong=""
            )


def _with_clauses(block: Block) -> Block:
    """A line whose bars part what it says of where a post stands, with commas: 隶属工程部｜编制2人｜…."""
    parts = [part.strip() for part in _BARS.split(block.text)] if block.kind is Kind.TEXT else []
    if len(parts) < _LEAST or any(mark in block.text for mark in "：:。") or not any(map(relates, parts)):
        return block
    return replace(block, text=f"{'，'.join(parts)}。", quote=block.quote or block.text)


def _introduces(block: Block, after: Block) -> bool:
    """Whether a line is the name of a department that the paragraph below begins with: 物流部 / 物流部由…."""
    name, below = block.text.strip(), after.text.strip()
    plain = block.kind is after.kind is Kind.TEXT
    return plain and is_department(name) and below.startswith(name) and below.endswith("。")


def _heads_items(block: Block, after: Block | None) -> bool:
    """Whether an item is nothing but a label of a list, and the list is below it."""
    if after is None:
        return False
    below = after.level > block.level if after.kind is Kind.ITEM else after.continues and _heads_lines(after)
    return below and block.text[-1:] not in ":：" and label_of(block.text) in LISTS | PARTNERS


def _heads_lines(block: Block) -> bool:
    """Whether a line is the first one of a counted list."""
    number = leading_number(block.text)
    return number is not None and number.number == 1


def _is_name(value: str) -> bool:
    """Whether a value is a name and no more, its other name in brackets behind it."""
    return bool(value) and is_short(fold(value).split("(")[0].strip())
