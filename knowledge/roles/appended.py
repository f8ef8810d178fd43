"""A chapter behind the last form of a text without line breaks: 第三部分 其他规定1.…, 附:审批规定1.…."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from knowledge.regex import regex
from knowledge.roles.headings import is_chapter
from knowledge.roles.labels import Field
from knowledge.roles.numbering import leading_number, split_numbered
from knowledge.roles.scan import Mark

_PART = regex(
    r"第[一二三四五六七八九十]{1,3}(?:部分|章|篇)\s*(?P<name>\S{2,14}?)[:：]?\s*"
    r"(?P<rules>(?:1|一|第一条|[（(]一)[.．、)）\s].*)",
    re.DOTALL,
)
APPENDED = (
    r"附(?:件|录|表)?[一二三四五六七八九十\d]{0,2}\s*[:：]"  # what the title of an appendix begins with
)
_NAMED = (
    r"(?P<name>[^\s\d,，。;；:：]{0,16}?(?:规定|办法|制度|权限|细则|规则|流程|程序){1,2}(?:一览|明细)?表?)"
    r"(?![的内外])"
)
_TITLE = rf"(?:{APPENDED}|附(?:件|录|表)[一二三四五六七八九十\d]{{0,2}}\s)\s*{_NAMED}[:：]?\s*"
_ALONE = regex(_TITLE)
_APPENDIX = regex(_TITLE + r"(?P<rules>\S.*)", re.DOTALL)
_LEAST_TITLES, _LEAST_OWNER = 3, 3  # forms, and characters of the name before their titles
_DECIDED = regex(r"(?:由|报|经).{1,30}?[批准定核签销]|→|->")  # rules say by whom
_SENTENCE = regex(r"(?<=。)\s*")


@dataclass(frozen=True, slots=True)
class Appended:
    """Where a chapter begins in a text, its title and its rules."""

    start: int
    name: str
    rules: tuple[str, ...]


def appended(text: str, owner: str = "") -> Appended | None:
    """The chapter that the end of a text is; None where it is none. `owner`: the name before each title."""
    if owner and (own := _of_owner(owner).search(text)) and _DECIDED.search(own["rules"]):
        return Appended(own.start(), own["name"], _rules(own["rules"]))
    if (part := _PART.search(text)) and is_chapter(part["name"]):
        return Appended(part.start(), part["name"], _rules(part["rules"]))
    if (appendix := _APPENDIX.search(text)) and _DECIDED.search(appendix["rules"]):
        return Appended(appendix.start(), appendix["name"], _rules(appendix["rules"]))
    return None


def chapter_title(line: str) -> str:
    """The title of a chapter behind the posts that a line is: 请假规定 of 附件1：请假规定, 审批事项 of
    第三部分 审批事项; empty where it is none."""
    number = leading_number(line)
    plain = line[number.start :].strip() if number and number.style == "chapter" else ""
    found = _ALONE.fullmatch(line)
    return found["name"] if found else plain if plain and is_chapter(plain) else ""


def before_rules(marks: Sequence[Mark], text: str, owner: str = "") -> list[Mark]:
    """The labels but those in an appendix behind the last post: 附件一:审批权限 1.包车业务:…."""
    patterns = (_ALONE, _of_owner(owner)) if owner else (_ALONE,)
    titles = sorted(found.start("name") for pattern in patterns for found in pattern.finditer(text))
    last = max((mark.start for mark in marks if mark.field is Field.NAME), default=0)
    end = next((start for start in titles if start > last), len(text))
    return [mark for mark in marks if mark.start < end]


def owner_of(folded: str, marks: Sequence[Mark]) -> str:
    """The name that stands before the title of each form, whose own title is behind it: 甲厂岗位说明书|店长
    岗位说明书. Empty where there is none."""
    titles = [i for i in range(len(marks) - 1) if marks[i].field is marks[i + 1].field is Field.TITLE]
    ends = [
        (i, marks[i - 1].end if i else 0) for i in titles if not i or marks[i - 1].field is not Field.TITLE
    ]
    before = [folded[end : marks[i].start].strip() for i, end in ends]
    if len(before) < _LEAST_TITLES:
        return ""
    backwards = takewhile(lambda marks: len(set(marks)) == 1, zip(*(t[::-1] for t in before), strict=False))
    shared = "".join(first for first, *_ in backwards)[::-1].lstrip(" ,;。:、)")
    return shared if len(shared) >= _LEAST_OWNER else ""


@lru_cache(8)
def _of_owner(owner: str) -> re.Pattern[str]:
    """A chapter whose title begins with the name that each title of a form begins with: 甲厂审批规定1、…."""
    return regex(
        rf"{re.escape(owner)}\s*{_NAMED}[:：]?\s*(?P<rules>(?:1|一|[（(]一)[.．、)）\s].*)", re.DOTALL
    )


def _rules(text: str) -> tuple[str, ...]:
    items = split_numbered(text, gaps=True)
    found = [text[item.start : item.end] for item in items] if len(items) > 1 else _SENTENCE.split(text)
    return tuple(rule.strip() for rule in found if rule.strip())
