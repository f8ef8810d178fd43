"""Whether a line goes on with what stands above it, or leaves the section it stands in."""

from knowledge.documents.document import Block, Kind
from knowledge.regex import regex
from knowledge.roles.blank_fields import may_be_value
from knowledge.roles.headings import LISTS, PARAGRAPHS, PARTNERS, is_post, is_short, label_and_value
from knowledge.roles.labels import Field
from knowledge.roles.lines import Line, Section, begins_list
from knowledge.roles.numbering import leading_number
from knowledge.roles.ranges import opens_with_range
from knowledge.text import fold

_OF_HEADINGS = ("chinese", "bracket", "double", "triple", "quadruple")  # numbers that headings have too
_MARK = regex(r"[,，;；。:：、()（）]")
_CLOSES = regex(r"(?:本|以上|上述)(?:规定|办法|制度|细则|流程|权限|标准|表)")  # how papers end
_LONGEST_LABEL = 6  # characters
_SHORTEST_WRAPPED = 8  # characters of a line that is wrapped


def continues(section: Section, line: Line, block: Block, after: Block | None, before: int) -> bool:
    """Whether a line without number goes on with the line above it, wrapped in the middle.

    `before`: the line of the document that was taken last.
    """
    last = section.lines[-1]
    if block.continues or last.listed or last.ended or block.kind is not Kind.TEXT:
        return block.continues
    if last.unfinished:
        return True
    if last.depth == 0:
        return section.field in PARAGRAPHS and block.source.line - before <= 1
    if not line.unfinished and not line.ended and begins_list(after):
        return False
    if heads(last) and line.ended:
        return False  # （一）请假 / 职工请假1天以内由班长批准。
    if _CLOSES.match(line.text) or opens_with_range(fold(line.text)):
        return False
    if _is_between(last, after):
        return True
    return line.ended or any(earlier.ended for earlier in section.lines[:-1])


def heads(line: Line) -> bool:
    """Whether a counted line is no more than a few words, which what is below it is about."""
    short = 2 <= len(line.text.strip()) < _SHORTEST_WRAPPED and not _MARK.search(line.text)
    return short and line.style in _OF_HEADINGS


def _is_between(last: Line, after: Block | None) -> bool:
    """Whether the next item of the list follows, so that a line between the two can only go on with it."""
    number = leading_number(after.text) if after is not None and after.kind is Kind.TEXT else None
    if number is None or number.number is None or last.number is None or len(last.text) < _SHORTEST_WRAPPED:
        return False
    return number.style == last.style and number.number == last.number + 1


def strays(section: Section, block: Block, text: str, before: int) -> bool:
    """Whether a line below a list of partners, set apart by a blank line, belongs to it no more."""
    if section.field not in PARTNERS or block.kind is not Kind.TEXT or not section.lines:
        return False
    if section.lines[-1].unfinished or section.lines[-1].listed or leading_number(text):
        return section.lines[-1].listed and not block.continues
    usual = max(1, section.lines[0].source.line - section.source.line)
    return block.source.line - before > usual


def leaves_value(section: Section, block: Block, text: str, beside: bool) -> bool:
    """Whether a line below a short field with its value is no more of that value; `beside`: the line stands
    beside the label of the field."""
    if not section.lines:
        return not may_be_value(section.field, text)  # 定员： was left blank
    if section.lines[-1].unfinished:
        return False
    if section.field not in (Field.SUBORDINATES, Field.SUPERIOR):
        return True
    if section.lines[0].source.line == section.source.line:  # the value stood behind its label
        return beside and not is_post(text)
    return not is_short(text)


def leaves_cell(section: Section, text: str) -> bool:
    """Whether a line right behind a table is no more of the list in its last cell, nor its next item."""
    if section.field not in LISTS or not section.lines or section.lines[-1].unfinished:
        return False
    number = leading_number(text)
    return number is None or not section.counts_on(number)


def leaves_list(section: Section, block: Block, text: str, before: int) -> list[str] | None:
    """What a line behind a counted list says that is no item of it, with its label if it has one; None where
    it belongs to the list: 第八条 behind （四）, or 工作往来：… behind 4、 and a blank line."""
    last = section.lines[-1] if section.lines else None
    if section.field not in LISTS or block.kind is not Kind.TEXT or last is None or not last.style:
        return None
    number = leading_number(text)
    if number is not None:
        return [text[number.start :].strip()] if number.style == "article" != last.style else None
    found = label_and_value(text)
    apart = block.source.line - before > 1 and not last.unfinished
    return (
        list(found) if apart and found is not None and found[1] and len(found[0]) <= _LONGEST_LABEL else None
    )
