"""What a line is by its words alone: a label, a label with its value, a title."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from knowledge.regex import regex
from knowledge.roles.grades import grades
from knowledge.roles.held import does
from knowledge.roles.labels import Field, labels
from knowledge.roles.lines import Section
from knowledge.roles.numbering import Numbered, leading_number
from knowledge.roles.posts import Posts
from knowledge.roles.prose import prose
from knowledge.text import bare, fold

_MOST_KEPT = 4_096  # lines that are remembered: of one line it is asked several times
_BRACKETS = regex(r"\s*[（(【\[].*$")
_LEAD_IN = regex(r"(?:具体)?(?:如下|包括|分别为|为|是|有)$")  # 主要职责如下：
_OWN = regex(r"^(?:其(?![他它余])|该岗位?|本岗位?)的?(?:主要)?(?=.{2})")
_LABEL_VALUE = regex(
    r"^\s*([^:：。，,;；|]{1,16}?|[A-Za-z][A-Za-z /&()'-]{1,24}[\u4e00-\u9fff]{2,8})\s*[:：]\s*(.*)$",
    re.DOTALL,
)
_PADDED = regex(
    r"(?:[\s\u00a0]+|[;；|。]\s*|\s*[·•]\s*)"
    r"(?=([^\s:：。，,;；|](?:[ \u3000]?[^\s:：。，,;；|]){1,9})\s*[:：])"
)
_NEXT_BRACKETED = regex(r"[\s\u00a0]+(?=[【\[〖]([^】\]〗]{2,12})[】\]〗])")
_BRACKETED = regex(r"^\s*[【\[〖]([^】\]〗]{2,12})[】\]〗]\s*(.+)$", re.DOTALL)
_DRAWN = regex(  # 上级 —— 店长: a line drawn between a label and its value
    r"^\s*([^:：。，,;；|—=…\s-]{2,10})\s*(?:[—–－-]{2,}|\s[—–－-]\s|[—–]|[=＝]+|…+|\.{3,}|_{2,}|[>＞→]+)\s*([^\s—–－=＝…-].*|[—–－-]?)$",
    re.DOTALL,
)
_COLON = regex("[:：]")
_LONGEST_GLUED = 10  # characters of a label right behind a value
_CHAPTER = regex(r"^\d{1,2}\s+(?=[\u4e00-\u9fff])")
_ONLY_NUMBER = regex(
    r"[A-Za-z /&'-]*|[\s\d.、．()（）第条章节款一二三四五六七八九十]*"
)  # or English before the Chinese label
_LEADING = ("管理", "带领", "领导", "管", "带", "手下", "统管", "负责管理", "直接带", "管着", "带的人")
_ORNAMENT = "★☆◆◇■□●○※=*~—-·# \u3000\t"
_WRAPPING = {"【": "】", "《": "》", "〖": "〗", "「": "」", "[": "]", "〔": "〕"}
_TITLE_LENGTH = 45
_NAME_LENGTH = 16
_LONGEST_UNKNOWN = 8  # characters of the name of a post whose last word is not known
SHORT = frozenset(
    {
        Field.NAME,
        Field.ALIAS,
        Field.DEPARTMENT,
        Field.SUPERIOR,
        Field.DOTTED_SUPERIOR,
        Field.SUBORDINATES,
        Field.HEADCOUNT,
        Field.CODE,
        Field.LEVEL,
    }
)  # the fields whose value is a word or a name
LISTS = frozenset(
    {
        Field.DUTIES,
        Field.TASKS,
        Field.AUTHORITIES,
        Field.DUTY,
        Field.DUTY_TITLE,
        Field.FUNCTIONS,
        Field.AUTHORITY_KIND,
    }
)
# Labels that end a list of duties even where they are counted as its items: (九)权限：…
CLOSING = frozenset(
    {
        Field.AUTHORITIES,
        Field.COLLABORATION,
        Field.QUALIFICATION,
        Field.KPI,
        Field.SUPERIOR,
        Field.SUBORDINATES,
    }
)
AUTHORITIES = frozenset({Field.AUTHORITIES, Field.AUTHORITY_KIND})
PARTNERS = frozenset({Field.COLLABORATION, Field.COLLABORATION_KIND})
PARAGRAPHS = frozenset({Field.SUMMARY, Field.DEPARTMENT_OVERVIEW})
_LEADS_RIGHTS = regex(
    r"[^:。;]{0,30}?(?:行使|享有|拥有|具有|赋予|有)(?:以下|下列|如下)?(?:[^,:。;]{0,4}?)(?P<what>职权|权限|权力|权利)(?:如下|为|是|包括)?:$"
)
_LONGEST_LABEL = 60  # characters of a label with the remark behind it
_COUNTED_NAME = regex(
    r"^(?P<name>[^（(:：。，,]{2,16})\s*[（(](?:定员|编制|定编|共|设)?[:：]?\s*(?P<count>\d{1,3}\s*[人名个])(?:[，,；;][^（()：:]*[兼含][^（()：:]*)?[)）]$"
)
_EVERYBODY = ("各", "全体", "所有")  # a title about these names no post
_REMARKED = regex(
    r"^(?P<name>[^（(]{2,14})[（(][^（()）]{1,6}[)）](?P<rest>的?(?:岗位|工作)?职[责权].{0,8})$"
)
_NO_PARTS = (Field.NEUTRAL, Field.NOTE, Field.OTHER, Field.TITLE)  # labels that a sentence may have too
NO_LABELS = (None, Field.NEUTRAL, Field.NOTE, Field.TITLE)  # what is no label of a field of a post
_JOINED, _OBJECT = regex("[和与及]"), regex(".{2,4}?(?:各|所属|下属|全体|新(?=.{2,4}[员工]$))")
_LONGEST_VERB = 4  # characters of the name of a post that is a verb
_NO_POSTS = (
    *("权", "权限", "情况", "信息", "设置", "概况", "资料", "说明", "要求", "部", "科", "室", "中心"),
    *("关系", "架构", "规定", "原则", "事项", "标准", "制度", "范围", "目的", "附则", "总则", "记录"),
)
_MANY = ("科室", "处室", "部室")  # 职能科室 are several departments
_NO_POST = regex("(?:职能|职责)$")
NEVER_LAST = ("。", "；", ";", "，", ",", "、")  # marks that no heading ends with
_INNER_MARKS = "，,。；;：:、"


@lru_cache(_MOST_KEPT)
def label_of(text: str) -> Field | None:
    """The field that a text means as a label; a remark in brackets behind it does not count."""
    if len(text) > _LONGEST_LABEL:
        return None
    plain = unwrapped(text.rstrip(":： "))
    if ":" in fold(plain):
        return None
    field = labels().field_of(plain)
    if field is None and (short := _BRACKETS.sub("", plain)) != plain:
        field = labels().field_of(short)
    if field is None and "/" in plain and len(plain) <= _NAME_LENGTH:  # 部门/团队
        field = next(filter(None, map(labels().field_of, plain.split("/"))), None)
    if field is None and (own := _OWN.sub("", plain)) != plain:  # 其职责是
        field = next((f for f in [label_of(own)] if f in LISTS), None)
    return field or (labels().field_of(led) if (led := _LEAD_IN.sub("", plain)) != plain else None)


def heading_field(text: str) -> Field | None:
    """The field that a text means as a heading: a label, or words that a sentence may have too (日常工作)."""
    plain = unwrapped(text.rstrip(":： "))
    return label_of(text) or labels().headings.get(bare(plain)) or _led_heading(plain)


def _led_heading(plain: str) -> Field | None:
    """The same before words that lead a list: 日常工作包括."""
    return labels().headings.get(bare(led)) if (led := _LEAD_IN.sub("", plain)) != plain else None


def label_and_value(text: str) -> tuple[str, str] | None:
    """What stands before and behind the first colon of a line; None where that is no label by its form."""
    found = _LABEL_VALUE.match(text) or _BRACKETED.match(text)
    if found is None and (drawn := _DRAWN.match(text)) and label_of(drawn[1]) in {*SHORT, Field.SUMMARY}:
        found = drawn
    return (found[1], found[2].strip()) if found else None


def leads_posts(label: str, value: str) -> bool:
    """Whether a word for leading stands before nothing but names of posts: 管理：领班、收银员."""
    return bare(label) in _LEADING and bool(Posts().whole(fold(value).strip().rstrip("。")))


def right_heading(heading: str, here: Field | None) -> Field | None:
    """Authorities where a heading inside a form names a kind of right: ### 财务权 behind ### 职责."""
    named = bare(heading) in labels().authority_kinds and heading.endswith(("权", "权限"))
    return Field.AUTHORITY_KIND if named and here in SHORT | LISTS | PARTNERS | CLOSING else None


def leads_rights(text: str) -> str:
    """The word for rights that ends a sentence above a list of them: 部长行使下列职权：; else empty."""
    found = _LEADS_RIGHTS.match(fold(text).strip())
    return text.strip()[found.start("what") : found.end("what")] if found else ""


def without_count(text: str) -> tuple[str, str]:
    """The name of a post and the number in brackets behind it, empty where there is none: 站长岗（1名）."""
    found = _COUNTED_NAME.match(text.strip())
    return (found["name"].strip(), found["count"].strip()) if found else (text, "")


def pieces(text: str) -> list[str]:
    """The parts of a line that holds several labels with their values."""
    parts, start = list[str](), 0
    bracketed = _NEXT_BRACKETED.finditer(text) if text[:1] in _WRAPPING else ()
    for found in (*_PADDED.finditer(text), *bracketed):
        before = text[start : found.start()]
        field = label_of(found[1])
        own = field is not None and field not in (_NO_PARTS if found[0][0] == "。" else (Field.NEUTRAL,))
        led = _OWN.match(found[1]) or _LEAD_IN.search(
            found[1]
        )  # 其职责：, 主要工作是： go on with a paragraph
        own = own and not (found[0][0] in "。；;" and led)
        if own and not _ONLY_NUMBER.fullmatch(before):
            parts.append(before)
            start = found.end()
    return [piece for part in (*parts, text[start:]) for piece in _unglued(part)]


def _unglued(text: str) -> Iterator[str]:
    """The labels of a line with their values, where nothing stands between the value of a short field and the
    next label: 岗位名称：店长所在部门：营业部."""
    start, field = 0, None
    for colon in _COLON.finditer(text):
        if field is not None and field not in SHORT:
            break
        first = max(start, colon.start() - _LONGEST_GLUED)
        labels_here = ((at, label_of(text[at : colon.start()])) for at in range(first, colon.start() - 1))
        at, own = next(((at, own) for at, own in labels_here if own not in NO_LABELS), (0, None))
        if own is None or (field is None and text[:at].strip()):
            break
        if at > start:
            yield text[start:at]
        start, field = at, own
    yield text[start:]


def unwrapped(text: str) -> str:
    """The text without the brackets and ornaments around it: 【岗位职责】, ★会计岗位职责★."""
    plain = _CHAPTER.sub("", text.strip(_ORNAMENT))
    close = _WRAPPING.get(plain[:1])
    whole = close is not None and plain.endswith(close) and plain.count(close) == 1
    return plain[1:-1].strip() if whole else plain


def unnumbered(text: str) -> str:
    """The text without the item number it begins with."""
    number = leading_number(text)
    return text[number.start :].strip() if number else text.strip()


def is_title(text: str) -> bool:
    """Whether a line is the title of a description: X岗位职责, Y公司岗位说明, 2号岗位."""
    folded = fold(unwrapped(text))
    table = labels()
    if len(folded) > _TITLE_LENGTH or any(mark in folded for mark in ",。;"):
        return False
    patterns = (table.role_title, table.company_title, table.ordinal_title, table.department_title)
    return any(pattern.match(folded) for pattern in patterns) or post_title(text) is not None


def is_of_many(title: str) -> bool:
    """Whether a title is that of a paper about many posts (岗位职责一览表), and of none by its name."""
    return post_title(title) is None and fold(title).strip().endswith(labels().papers)


def is_chapter(text: str) -> bool:
    """Whether a heading is that of a chapter about no role: 总则, 请假制度, 附则."""
    plain = fold(unwrapped(unnumbered(text))).rstrip(": ")
    return is_short(plain) and labels().chapter_title.fullmatch(plain) is not None and not is_title(text)


@lru_cache(_MOST_KEPT)
def post_title(text: str) -> str | None:
    """The post that a title names: 总经理 of 总经理职责; None where it is no title."""
    table, text = labels(), unwrapped(text).rstrip(":：")
    if (remark := _REMARKED.match(text)) and is_post(remark["name"]):  # 生物安全员（兼）职责
        text = remark["name"] + remark["rest"]
    if found := table.role_title.match(fold(text)):
        return text[: found.end("name")]
    found = table.post_title.match(fold(text))
    return text[: found.end("name")] if found and is_post(text[: found.end("name")]) else None


def title_name(title: str) -> str:
    """The post that a title names, else the title."""
    return post_title(title) or title.strip()


@lru_cache(_MOST_KEPT)
def is_post(text: str) -> bool:
    """Whether a short line can be the name of a post and no more."""
    if not is_short(text):
        return False
    first, *others = _JOINED.split(text)
    if does(text) and (_OBJECT.match(text) or (others and bare(first).endswith(grades().heads))):
        return False  # 考核各组长, 考核主管和领班
    return bare(text).endswith(grades().heads) or Posts().looks_like_post(fold(text).strip())


def names_post(title: str, name: str) -> bool:
    """Whether a title is the name of a post: X岗位职责, or its last word is that of one."""
    if name in prose().unnamed or name.startswith(_EVERYBODY):
        return False
    if post_title(title) is not None or bare(name).endswith(grades().heads) or Posts().is_post(fold(name)):
        return True
    return "、" in name and len(Posts().whole(fold(name).strip())) > 1


def is_department(text: str) -> bool:
    """Whether a line is the name of a department and no more."""
    folded = fold(text).strip()
    return labels().department_name.fullmatch(folded) is not None and not folded.endswith(_MANY)


def names_place(name: str) -> bool:
    """Whether a title is about a place or its people, with the posts to come: 小学, 客运站工作人员."""
    return bare(name).endswith(prose().places) and not is_post(name)


def may_be_post(text: str) -> bool:
    """Whether a short line can be the name of a post whose last word is not known: 迎宾, 导播."""
    return (
        2 <= len(text) <= _LONGEST_UNKNOWN
        and is_short(text)
        and label_of(text) is None
        and not (text.endswith(_NO_POSTS) or _NO_POST.search(text))
        and not (len(text) > _LONGEST_VERB and does(text))  # 登记成绩单, but 检票
        and not is_chapter(text)
    )


def is_short(text: str) -> bool:
    """Whether a line is short and without marks, as names are."""
    return len(text) <= _NAME_LENGTH and not any(mark in text for mark in _INNER_MARKS)


def is_below(section: Section, other: Section) -> bool:
    """Whether a heading stands below another one: it is deeper, or counted in another way."""
    if section.level != other.level:
        return section.level > other.level
    own, above = section.number, other.number
    return own is not None and above is not None and own.style != above.style


def like_posts(plain: str, number: Numbered | None, sections: Iterable[Section]) -> bool:
    """Whether a short line has a number of the kind that the names of posts above it have."""
    if number is None or not is_short(plain) or plain.endswith(_NO_POSTS):
        return False
    headings = (s for s in sections if s.field is Field.HEADING and s.number is not None)
    return any(s.number and s.number.style == number.style and is_post(s.label) for s in headings)
