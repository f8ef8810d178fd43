"""Departments below 部门职能, each a line with its list, or all of it in one line: 营运中心：（1）…；（2）….

They become headings with their lists, whatever marks the heading above them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.documents.document import Block, Kind
from knowledge.regex import regex
from knowledge.roles.appended import APPENDED
from knowledge.roles.entry import statements
from knowledge.roles.headings import is_department, label_and_value, label_of, unnumbered, unwrapped
from knowledge.roles.labels import Field
from knowledge.roles.numbering import leading_number, split_numbered

_APPENDED = regex(rf"^{APPENDED}\s*(?=\S)")
_HEADS = regex(r"^(?:各|主要)?(?:部门|科室|机构|处室)(?:的|主要|工作)*(?:职能|职责|分工)(?:说明|概述)?$")
_NAMED = regex(r"^(?P<name>.{2,12}?)(?:的)?(?:部门)?(?:主要)?(?:职能|职责)$")
_MANY = "各部门职能"  # is the label of nobody's functions
_LEAST = 2  # functions in one line


def with_department_chapters(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a document; just as they are where no such heading has departments below it."""
    found: list[Block] = []
    at = level = 0
    while at < len(blocks):
        block = blocks[at]
        level = block.level if block.kind is Kind.HEADING else level
        own = block.level if block.kind is Kind.HEADING else 1
        below = list(_departments(blocks, at + 1, own + 1)) if _heads(block) else []
        if below:
            found += [block.as_heading(own, _MANY), *(made for made, _ in below)]
            at += 1 + sum(taken for _, taken in below)
        elif (alone := _in_one_line(block, level + 1)) and _NAMED.match(_label(block)):
            found += alone
            at += 1
        else:
            found.append(block)
            at += 1
    return found


def _heads(block: Block) -> bool:
    if block.kind not in (Kind.HEADING, Kind.TEXT) or block.cells:
        return False
    words = _words(block)
    return _HEADS.match(words) is not None or label_of(words) is Field.FUNCTIONS


def _words(block: Block) -> str:
    return _APPENDED.sub("", unnumbered(unwrapped(block.text))).rstrip("：: ")


def _departments(blocks: Sequence[Block], at: int, level: int) -> Iterator[tuple[Block, int]]:
    """The blocks of the departments from a place on, each with how many blocks of the document it takes."""
    style = ""
    while at < len(blocks):
        block = blocks[at]
        if lines := _in_one_line(block, level):
            yield from ((line, int(line is lines[0])) for line in lines)
            at += 1
            continue
        number = leading_number(block.text) if block.kind is Kind.TEXT else None
        name = unnumbered(block.text).rstrip("：: ")
        listed = list(_list(blocks, at + 1, number.style if number else ""))
        if block.kind is not Kind.TEXT or not is_department(name) or not listed:
            return
        if style and number and number.style != style:
            return
        style = number.style if number else style
        yield block.as_heading(level, name), 1
        yield from ((line, 1) for line in listed)
        at += 1 + len(listed)


def _list(blocks: Sequence[Block], at: int, outer: str) -> Iterator[Block]:
    """The items of the list that begins at a place, counted in another way than the line above."""
    first = leading_number(blocks[at].text) if at < len(blocks) and blocks[at].kind is Kind.TEXT else None
    counted = first is not None and first.number == 1 and first.style not in ("", outer)
    for block in blocks[at:]:
        if block.kind is Kind.ITEM:
            yield block
            continue
        number = leading_number(block.text) if block.kind is Kind.TEXT else None
        if not counted or first is None or number is None or number.style != first.style:
            return
        yield block


def _in_one_line(block: Block, level: int) -> list[Block]:
    """The heading and the items of a department that a line describes; empty for any other line."""
    found = label_and_value(unnumbered(block.text)) if block.kind is Kind.TEXT else None
    named = _NAMED.match(found[0]) if found else None
    name = named["name"] if named else found[0] if found else ""
    if found is None or not is_department(name):
        return []
    counted = [found[1][i.start : i.end].strip() for i in split_numbered(found[1])]
    items = counted if len(counted) >= _LEAST else statements(found[1], Field.FUNCTIONS)
    if len(items) < _LEAST:
        return []
    plain = replace(block, quote=block.quote or block.text)
    return [
        plain.as_heading(level, name),
        *(replace(plain, kind=Kind.ITEM, text=i, level=1, number=None, strong="", quote=i) for i in items),
    ]


def _label(block: Block) -> str:
    found = label_and_value(unnumbered(block.text))
    return found[0] if found else ""
