"""Which lines without any mark-up open the description of a post, or a chapter about none."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from knowledge.documents.document import Block, Kind
from knowledge.regex import regex
from knowledge.roles.headings import (
    AUTHORITIES,
    LISTS,
    NEVER_LAST,
    PARTNERS,
    SHORT,
    is_chapter,
    is_department,
    is_post,
    is_short,
    is_title,
    label_and_value,
    label_of,
    like_posts,
    may_be_post,
    pieces,
    post_title,
    unnumbered,
    unwrapped,
    without_count,
)
from knowledge.roles.labels import Field
from knowledge.roles.lines import Section, make_line, unfinished
from knowledge.roles.names import split_alias
from knowledge.roles.numbering import Numbered, leading_number
from knowledge.roles.one_line import FIRST, LEAST_DONE, in_one_line
from knowledge.roles.posts import Posts
from knowledge.roles.relations import states_superior
from knowledge.roles.unknown_posts import is_next_form, ranked
from knowledge.text import fold

_FORM = (SHORT | {Field.SUMMARY, Field.DUTIES}) - {Field.NAME}
_ABOVE_TEXT = (Field.TITLE, Field.NEUTRAL)  # 岗位说明, 基本情况: a paragraph about the post may follow
_OF_HEADINGS = ("chinese", "chapter", "article")  # numbers of headings rather than of items
_WORK = regex(r"负责|承担|承办|主管")
_PARTS = regex(r"[。；;，,]|\d{1,2}[.、．]")
_LEAST_SAID, _LONGEST_CHAPTER = 4, 20  # characters beside a name in a sentence, of a chapter's heading


def opening(
    block: Block,
    plain: str,
    number: Numbered | None,
    after: Block | None,
    sections: Sequence[Section],
    last: int,
) -> Section | None:
    """The heading that an unmarked line is: of a post, of a department, or of a chapter about no role."""
    heading = Section(Field.HEADING, unwrapped(plain), block.source, 1, plain, number)
    if number is None and block.source.line - last <= 1 and unfinished(sections):  # 班长、 / 阀门工
        return None
    if is_title(plain) or opens_role(block, plain, number, after, sections, last):
        return heading
    if opens_department(plain, after) or _parts_posts(plain, number, after, sections):
        return heading
    if opens_chapter(plain, number, after, sections):
        return replace(heading, label=plain, closing=True)
    if posts_in_lines(plain, after, sections):
        name, done = label_and_value(plain) or (plain, "")
        return replace(heading, label=name, lines=in_one_line(name, done, block))
    if (
        number is None
        and is_short(plain.rstrip(":："))
        and plain.endswith((":", "："))
        and _in_line(sections)
    ):
        return replace(heading, label=plain.rstrip(":："), closing=True)
    chapter = is_chapter(plain) and label_of(plain) is None and plain.endswith((":", "："))
    if chapter and _apart(block, plain, number, last):
        return replace(heading, label=plain.rstrip(":："), closing=True)  # 注意事项：
    if inline := chapter_in_line(plain, number, sections):
        text = make_line(inline[1], block.source)
        return replace(heading, label=inline[0], closing=True, lines=[text])
    return None


def heads_own_list(plain: str, number: Numbered | None, after: Block | None) -> bool:
    """Whether a counted line is the title of a description with a list of its own: 二、秘书长职责 / (一)…"""
    below = leading_number(after.text) if after is not None and after.kind is Kind.TEXT else None
    if number is None or below is None or number.style not in _OF_HEADINGS:
        return False
    return is_title(plain) and below.number == 1 and below.style != number.style


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
    if after is None or after.kind is not Kind.TEXT or block.level > 0:  # a quotation is a remark
        return False
    here, name = sections[-1] if sections else None, without_count(unwrapped(plain))[0]
    below = unnumbered(after.text)
    label, said = label_and_value(pieces(below)[0]) or (below, "")
    if label_of(label) is Field.NAME and said and split_alias(name)[0] == split_alias(said)[0]:
        return True  # 二、会计 / 岗位名称：会计
    again = label_of(label) in _stated(sections)  # the form of the next post begins, and the label is blank
    value = here is not None and here.field in SHORT and here.stands_alone and not again
    if value and block.source.line - last <= _spacing(sections):
        return False  # a value of the label above
    apart = _apart(block, plain, number, last) or not sections
    placed = ranked(name, below)
    if not (_is_posts(name) or like_posts(name, number, sections)):
        apart = apart and label_of(label) is not Field.NAME  # 岗位名称：化验员 below an item
        told = placed or is_next_form(name, label, sections)
        return apart and told and may_be_post(name) and here is not None and not _names_post(here)
    speaks = below.startswith(name) and len(below) > len(name) + _LEAST_SAID  # 一、会计 / 会计在主任领导下…
    posts_list = _is_posts(name) and _heads_list(number, after, sections)
    bracketed = plain[:1] in ("【", "〖") and _is_posts(name)
    placed |= label_of(label) in _ABOVE_TEXT
    return label_of(label) in _FORM or speaks or posts_list or bracketed or (apart and placed)


def _spacing(sections: Sequence[Section]) -> int:
    """How far the label read last stands below what is above it: 2 where a blank line is between all."""
    if len(sections) < 2:
        return 1
    here, above = sections[-1], sections[-2]
    return max(1, here.source.line - (above.lines[-1].source.line if above.lines else above.source.line))


def _stated(sections: Sequence[Section]) -> set[Field]:
    """The short fields of the post described last that have a label already."""
    own = takewhile(lambda section: section.field not in (Field.NAME, Field.HEADING), reversed(sections))
    return {section.field for section in own} & SHORT


def _is_posts(name: str) -> bool:
    """Whether a line is the name of a post, or of several (会计、出纳)."""
    several = "、" in name and not name.endswith(NEVER_LAST)
    return is_post(name) or (several and len(Posts().whole(fold(name).strip())) > 1)


def _apart(block: Block, plain: str, number: Numbered | None, last: int) -> bool:
    """Whether a line is set apart from those above it: by a blank line, brackets, an ornament or bold."""
    if unwrapped(plain) != plain or (block.strong and block.strong == plain):
        return True
    return block.source.line - last > 1 or (number is not None and number.style == "bullet")


def _names_post(here: Section) -> bool:
    """Whether a section has done no more than name a post, so that its form is still to come."""
    named = is_post(title_of(here))
    return here.field is Field.NAME or (here.field is Field.HEADING and not here.lines and named)


def _parts_posts(
    plain: str, number: Numbered | None, after: Block | None, sections: Sequence[Section]
) -> bool:
    """Whether a numbered line is the name of a department with the list of its posts below it: 二、仓储部."""
    if number is None or number.style not in _OF_HEADINGS or after is None or not is_short(plain):
        return False
    if not is_department(plain) or (sections and sections[-1].field in PARTNERS):
        return False
    below = leading_number(after.text) if after.kind is Kind.TEXT else None
    says = after.kind is Kind.TEXT and after.text.strip().startswith(plain) and _WORK.search(after.text)
    return bool(says) or (below is not None and below.style != number.style and below.number == 1)


def _heads_list(number: Numbered | None, after: Block, sections: Sequence[Section]) -> bool:
    """Whether a numbered line is counted on from the headings above it, or heads a list outside any other."""
    below = leading_number(after.text)
    if number is None or (below is not None and below.style == number.style):
        return False
    if _counts_on(number, sections):
        return True
    if number.style == "article" and below is not None and below.number == 1:
        return True  # 第二条 馆长 / (一)…
    here = sections[-1] if sections else None
    place = here is not None and is_department(here.label)
    empty = here is not None and (not here.lines or (place and all(not line.depth for line in here.lines)))
    if here is not None and here.field is Field.HEADING and empty:
        return number.number == 1 and below is not None and below.number == 1  # 一、领导班子岗位职责 (一)经理
    outside = not sections or sections[-1].field not in LISTS | PARTNERS | AUTHORITIES
    return outside and number.style in _OF_HEADINGS and below is not None and below.number == 1


def opens_chapter(
    plain: str, number: Numbered | None, after: Block | None, sections: Sequence[Section]
) -> bool:
    """Whether a short line is the heading of a chapter about no role.

    It counts on from the headings above it, or has the words of such a heading and a list below it.
    """
    if not 2 <= len(plain) <= _LONGEST_CHAPTER or not is_short(plain) or after is None or is_post(plain):
        return False
    if label_of(plain) not in (None, Field.NOTE, Field.NEUTRAL) and not _counts_on(number, sections, least=2):
        return False
    below = leading_number(after.text) if after.kind is Kind.TEXT else None
    other_style = below is None or number is None or below.style != number.style
    if _counts_on(number, sections):
        return other_style
    if number is not None and number.style == "chapter":
        label, _ = label_and_value(after.text) or (after.text, "")
        return is_chapter(plain) or (label_of(plain) is None and label_of(label) is None)
    if not is_chapter(plain) or not other_style:
        return False
    above = sections[-1].lines[-1] if sections and sections[-1].lines else None
    free = above is None or above.ended or bool(above.style)
    if number is not None and number.style == "chinese" and number.number == 1 and below is None:
        return _below_title(sections)  # 一、报销流程, right below the document's title
    return below is not None and below.number == 1 and (free or number is not None)


def _below_title(sections: Sequence[Section]) -> bool:
    """Whether nothing but a title stands above."""
    return len(sections) == 1 and sections[0].field is Field.HEADING and not sections[0].lines


def posts_in_lines(plain: str, after: Block | None, sections: Sequence[Section]) -> bool:
    """Whether a line is all that is said of a post, as is the one above or below it: 出纳：办理收付，登账."""
    if not _says_of_post(plain):
        return False
    if _in_line(sections):
        return True
    if after is None or after.kind is not Kind.TEXT or not _says_of_post(unnumbered(after.text)):
        return False
    here = sections[-1] if sections else None
    if any(s.field is Field.NAME or (s.field is Field.HEADING and is_post(title_of(s))) for s in sections):
        return False
    return here is None or here.field is Field.OTHER or (not here.closing and not here.lines)


def _says_of_post(text: str) -> bool:
    found = label_and_value(text)
    if found is None or len(found[1]) < LEAST_DONE or label_of(found[0]) is not None:
        return False
    if is_post(split_alias(without_count(found[0])[0])[0]) and (
        not found[1][0].isdigit() or FIRST.match(found[1])
    ):
        return True
    parts = [part.strip() for part in _PARTS.split(found[1])]
    return may_be_post(found[0]) and any(states_superior(part, found[0]) for part in parts if part)


def _in_line(sections: Sequence[Section]) -> bool:
    """Whether the section above is a post with its duties in one line; the name of a department may stand
    between them."""
    here = sections[-1] if sections else None
    if here is not None and here.field is Field.HEADING and is_department(here.label) and not here.lines:
        here = sections[-2] if len(sections) > 1 else None
    if here is None or here.field is not Field.HEADING or here.closing or not here.lines:
        return False
    one = all(line.source.line == here.source.line for line in here.lines)
    return (
        one
        and here.quote.rstrip("。；;").endswith(here.lines[-1].text.rstrip("。；;"))
        and may_be_post(split_alias(without_count(here.label)[0])[0])
    )


def title_of(section: Section) -> str:
    """The name in the heading of a section: without number, brackets and the words of a title."""
    return unnumbered(unwrapped(post_title(section.label) or section.label))


def chapter_in_line(
    plain: str, number: Numbered | None, sections: Sequence[Section]
) -> tuple[str, str] | None:
    """The heading and text of a chapter that is one line: 四、借款审批：借款人申请→店长审核→总经理批准."""
    found = label_and_value(plain)
    if found is None or not found[1] or label_of(found[0]) is not None or is_post(found[0]):
        return None
    return found if _counts_on(number, sections, least=2) else None


def _counts_on(number: Numbered | None, sections: Sequence[Section], least: int = 1) -> bool:
    """Whether a number is the next one of the headings above it, of which there are `least` or more."""
    if number is None or number.number is None:
        return False
    counted = [s.number for s in sections if s.field is Field.HEADING and s.number is not None]
    same = [n.number for n in counted if n.style == number.style and n.number is not None]
    last = counted[-1] if counted else None
    if last is None or len(same) < least or not same:
        return False
    if last.style != number.style and any(line.style == number.style for line in sections[-1].lines):
        return False  # behind (一)科长 a 三、 goes on with 一、 and 二、, but not as an item of its list
    return number.number - same[-1] in ((1, 2) if last.style == number.style else (1,))


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


def opens_department(plain: str, after: Block | None) -> bool:
    """Whether a short line is the name of a department whose description begins below it."""
    if after is None or after.kind is not Kind.TEXT or not is_short(plain):
        return False
    below = unnumbered(after.text)
    label, _ = label_and_value(below) or (below, "")
    return is_department(plain) and label_of(label) in (Field.DEPARTMENT_OVERVIEW, Field.FUNCTIONS)
