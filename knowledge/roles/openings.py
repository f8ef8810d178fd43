"""Which lines without any mark-up open the description of a post, or a chapter about none."""

from collections.abc import Sequence

from knowledge.documents.document import Block, Kind
from knowledge.roles.headings import (
    SHORT,
    is_chapter,
    is_post,
    is_short,
    label_and_value,
    label_of,
    like_posts,
    unnumbered,
)
from knowledge.roles.labels import Field
from knowledge.roles.lines import Section
from knowledge.roles.numbering import Numbered, leading_number

_FORM = (SHORT | {Field.SUMMARY, Field.DUTIES}) - {Field.NAME}
_LONGEST_CHAPTER = 20  # characters of the heading of a chapter


def opens_role(
    block: Block,
    plain: str,
    number: Numbered | None,
    after: Block | None,
    sections: Sequence[Section],
    last: int,
) -> bool:
    """Whether a short line is the name of a post, and a form begins below it.

    It ends with the last word of one, or is counted like the posts above it. `last`: the line taken last.
    """
    if (
        after is None
        or after.kind is not Kind.TEXT
        or not (is_post(plain) or like_posts(plain, number, sections))
    ):
        return False
    here = sections[-1] if sections else None
    if here is not None and here.field in SHORT and here.stands_alone and block.source.line - last <= 1:
        return False  # a value of the label above
    below = unnumbered(after.text)
    label, _ = label_and_value(below) or (below, "")
    return label_of(label) in _FORM


def opens_chapter(
    plain: str, number: Numbered | None, after: Block | None, sections: Sequence[Section]
) -> bool:
    """Whether a short line is the heading of a chapter about no role.

    It counts on from the headings above it, or has the words of such a heading and a list below it.
    """
    if not 2 <= len(plain) <= _LONGEST_CHAPTER or not is_short(plain) or after is None:
        return False
    if label_of(plain) not in (None, Field.NOTE, Field.NEUTRAL):
        return False
    below = leading_number(after.text) if after.kind is Kind.TEXT else None
    other_style = below is None or number is None or below.style != number.style
    if number is not None and _counts_on(number, sections):
        return other_style
    if not is_chapter(plain) or not other_style:
        return False
    above = sections[-1].lines[-1] if sections and sections[-1].lines else None
    free = above is None or above.ended or bool(above.style)
    return below is not None and below.number == 1 and (free or number is not None)


def _counts_on(number: Numbered, sections: Sequence[Section]) -> bool:
    """Whether a number is the next one of the headings above it."""
    heading = next((s for s in reversed(sections) if s.field is Field.HEADING and s.number is not None), None)
    if heading is None or heading.number is None or heading.number.number is None or number.number is None:
        return False
    return heading.number.style == number.style and number.number - heading.number.number in (1, 2)


def outer_list(sections: Sequence[Section], number: Numbered | None) -> Section | None:
    """The section whose list goes on with a number, behind labels that were items of that list."""
    if number is None or not sections:
        return None
    own = sections[-1].number
    if own is None or own.number is None or number.number is None or own.style != number.style:
        return None
    if number.number - own.number not in (1, 2):
        return None
    for section in reversed(sections[:-1]):
        if any(line.style == number.style for line in section.lines):
            return section
        if section.number is None or section.number.style != number.style:
            return None
    return None


def heads_posts(block: Block, after: Block | None) -> bool:
    """Whether a heading such as 岗位职责 stands above headings that are names of posts."""
    if after is None or after.kind is not Kind.HEADING or after.level <= block.level:
        return False
    return is_post(unnumbered(after.text))
