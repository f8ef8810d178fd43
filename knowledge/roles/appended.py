"""A chapter behind the last form of a text without line breaks: 第三部分 其他规定1.…, 附:审批规定1.…."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.regex import regex
from knowledge.roles.headings import is_chapter
from knowledge.roles.labels import Field
from knowledge.roles.numbering import leading_number, split_numbered
from knowledge.roles.scan import Mark
from knowledge.text import is_word

_PART = regex(
    r"第[一二三四五六七八九十]{1,3}(?:部分|章|篇)\s*(?P<name>\S{2,14}?)[:：]?\s*"
    r"(?P<rules>(?:1|一|第一条|[（(]一)[.．、)）\s].*)",
    re.DOTALL,
)
APPENDED = (
    r"附(?:件|录|表)?[一二三四五六七八九十\d]{0,2}\s*[:：]"  # what the title of an appendix begins with
)
_TITLE = (
    rf"(?:{APPENDED}|附(?:件|录|表)[一二三四五六七八九十\d]{{0,2}}\s)\s*"
    r"(?P<name>[^\s\d,，。;；:：]{0,16}?(?:规定|办法|制度|权限|细则|规则|流程|程序){1,2}(?:一览|明细)?表?)(?![的内外])[:：]?\s*"
)
_ALONE = regex(_TITLE)
_APPENDIX = regex(_TITLE + r"(?P<rules>\S.*)", re.DOTALL)
_NUMBERED = r"(?:一、|1[.．、]|第一条|[（(](?:一|1)[）)])"
_RULED = regex(  # …供应商后勤部审批规定一、采购:…: no mark tells where the title begins
    r"(?P<name>[^\s,，。;；:：、]{2,36}?(?:规定|办法|制度|权限|细则|规则|流程|程序)(?:一览)?表?)(?:[（(][^（）()]{1,8}[）)])?"
    rf"\s*(?:[:：]?\s*(?P<rules>{_NUMBERED}.*)|[:：]\s*(?P<plain>\S.*))",
    re.DOTALL,
)
_ABOUT = (
    "(?:费用|财务|资金|采购|请假|休假|考勤|报销|借款|用章|用印|用车|合同|付款|支出"
    "|内部|分级|授权|审批|审核|报批|签批|权限|管理)"
)
_TOPIC = regex(  # what such a title is about, where no name in front of it tells its beginning
    rf"(?:{_ABOUT}+(?:规定|办法|制度|细则|规则|流程|程序)|{_ABOUT}*(?:审批|审核|签批|授权)权限)(?:一览)?表?$"
)
_COUNT = regex(r"[一二三四五六七八九十]{1,3}、\s*$")
_DECIDED = regex(r"(?:由|报|经).{1,30}?[批准定核签销]|→|->")  # rules say by whom
_ENDS = ("。", "；", ";")
_SENTENCE = regex(r"(?<=。)\s*")


@dataclass(frozen=True, slots=True)
class Appended:
    """Where a chapter begins in a text, its title and its rules."""

    start: int
    name: str
    rules: tuple[str, ...]


def appended(text: str, lead: str = "", names: Sequence[str] = ()) -> Appended | None:
    """The chapter that the end of a text is; None where it is none. `lead`: what stands before the titles of
    the text, `names`: of its posts and departments, with which a title may begin."""
    if (part := _PART.search(text)) and is_chapter(part["name"]):
        return Appended(part.start(), part["name"], _rules(part["rules"]))
    if (appendix := _APPENDIX.search(text)) and _DECIDED.search(appendix["rules"]):
        return Appended(appendix.start(), appendix["name"], _rules(appendix["rules"]))
    return _ruled(text, lead, names)


def _ruled(text: str, lead: str, names: Sequence[str]) -> Appended | None:
    """A chapter whose title no mark begins: the lead of all titles does, or the name of a department or what
    it is about does behind the end of a sentence or list."""
    for found in _RULED.finditer(text):
        name, rules = found["name"], found["rules"] or found["plain"]
        if not _DECIDED.search(rules):
            continue
        if lead and 0 <= (at := name.find(lead)) < len(name) - len(lead):
            return Appended(found.start() + at, name[at + len(lead) :], _rules(rules))
        topic = _TOPIC.search(name) if found["rules"] else None
        if topic is None:
            continue
        known = next((n for n in names if name.endswith(n, 0, topic.start())), "")
        at = topic.start() - len(known)
        before = text[: found.start() + at]
        if count := _COUNT.search(before):
            before = before[: count.start()]
        if before.endswith(_ENDS) or not any(mark in before for mark in _ENDS):
            return Appended(len(before), name[at:], _rules(rules))
    return None


def chapter_title(line: str) -> str:
    """The title of a chapter behind the posts that a line is: 请假规定 of 附件1：请假规定, 审批事项 of
    第三部分 审批事项; empty where it is none."""
    number = leading_number(line)
    plain = line[number.start :].strip() if number and number.style == "chapter" else ""
    found = _ALONE.fullmatch(line)
    return found["name"] if found else plain if plain and is_chapter(plain) else ""


def before_rules(marks: Sequence[Mark], text: str) -> list[Mark]:
    """The labels but those in an appendix behind the last post: 附件一:审批权限 1.包车业务:…."""
    titles = [found.start("name") for found in _ALONE.finditer(text)]
    last = max((mark.start for mark in marks if mark.field is Field.NAME), default=0)
    end = next((start for start in titles if start > last), len(text))
    return [mark for mark in marks if mark.start < end]


def without_appended(marks: Sequence[Mark], text: str, lead: str, names: Sequence[str]) -> list[Mark]:
    """The labels but those in a chapter behind the last post whose title no mark begins."""
    last = max((i for i, mark in enumerate(marks) if mark.field is Field.NAME), default=len(marks))
    for i in range(last + 1, len(marks)):
        start = marks[i].end
        chapter = appended(text[start:], lead, names)
        if chapter and (i + 1 == len(marks) or chapter.start < marks[i + 1].end - start):
            return [*marks[: i + 1]]
    return [*marks]


def _rules(text: str) -> tuple[str, ...]:
    items = split_numbered(text, gaps=True)
    found = [text[item.start : item.end] for item in items] if len(items) > 1 else _SENTENCE.split(text)
    return tuple(rule.strip() for rule in found if any(map(is_word, rule)))
