"""Whether a line goes on with what stands above it, or leaves the section it stands in."""

from knowledge.documents.document import Block, Kind
from knowledge.regex import regex
from knowledge.roles.headings import PARAGRAPHS, PARTNERS
from knowledge.roles.lines import Line, Section, begins_list
from knowledge.roles.numbering import leading_number
from knowledge.roles.ranges import opens_with_range
from knowledge.text import fold

_OF_HEADINGS = ("chinese", "bracket", "double", "triple")  # numbers that headings have too
_MARK = regex(r"[,，;；。:：、()（）]")
_CLOSES = regex(r"(?:本|以上|上述)(?:规定|办法|制度|细则|流程|权限|标准|表)")  # how papers end
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
