"""Labels inside text that lost its line breaks: which of them count, by what stands around them."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from knowledge.actions import actions
from knowledge.documents.document import PAGE_BREAK
from knowledge.regex import regex
from knowledge.roles.form_labels import NO_FORMS, FormLabels
from knowledge.roles.labels import Field, labels
from knowledge.roles.numbering import leading_number
from knowledge.text import bare

_LONG = 4
_AUTHORITY = (Field.AUTHORITIES, Field.AUTHORITY_KIND)
_COLLABORATION = (Field.COLLABORATION, Field.COLLABORATION_KIND)
_JOINED_BEFORE = "、,和与及或并的"
_JOINED_AFTER = regex("[、,和与或并的]|及(?!时|早)")
_LEADER = regex("副|领导|负责人|总(?:经理|监|裁|工)")
_OF_NAMES = ("分管", "主管领导", "上级领导", "部门")  # labels that names begin with: 直接上级分管副总
_INSIDE, _OUTSIDE = "内部", "外部"
_ENDS_OF_ITEMS = (" ", "权", "利", "力", ";", "。", PAGE_BREAK)
_KIND_ENDS = ("权", "权限", "方面")
_NONE = regex(r"\s*(?:无|/|-{1,2})\s*")
_PARTS = frozenset(
    {
        Field.SUMMARY,
        Field.DUTIES,
        Field.AUTHORITIES,
        Field.COLLABORATION,
        Field.QUALIFICATION,
        Field.KPI,
    }
)
_NAME = regex(r"(?!的)[^\s,;。:、]{2,14}")
_OF_DEPARTMENTS = (Field.DEPARTMENT_OVERVIEW, Field.FUNCTIONS)
_COUNTED = regex(r"[一二三四五六七八九十]{1,3}\s*:")
DEPARTMENT_NAME = regex(r"\S{1,20}(?:(?<!干)部|科|室|处|中心|办公室|委员会)")


@dataclass(frozen=True, slots=True)
class Mark:
    """A label that counts: its field, its bare spelling, and where it stands."""

    field: Field
    label: str
    start: int
    end: int


class Scan:
    """Goes through a text for the labels that count, by what stands around them.

    `before`: the field that the line above ends with, where the text goes on with its form; `known`: the
    labels of the document's forms.
    """

    def __init__(self, folded: str, before: Field | None = None, known: FormLabels = NO_FORMS) -> None:
        self.marks: list[Mark] = []
        self._folded, self._before, self._known = folded, before, known
        self._pattern = known.pattern(folded)
        self._in_head = False
        self._kinds: set[str] = set()
        at = 0
        while match := self._pattern.search(folded, at):
            field = self._field_of(match)
            at = self._take(match, field) if self._counts(match, field) else match.start() + 1

    def _field_of(self, match: re.Match[str]) -> Field:
        """The field of a label; 职责描述 right behind 职责一 is that duty's statement."""
        field = self._known.field_of(match.group()) or Field.AUTHORITY_KIND
        if field is Field.DEPARTMENT and not self._in_head:
            return Field.DEPARTMENT_NAME
        return (
            Field.DUTY_TITLE
            if field is Field.DUTIES and self._here() is Field.DUTY and self._bound(match)
            else field
        )

    def _take(self, match: re.Match[str], field: Field) -> int:
        end = match.end()
        while end < len(self._folded) and self._folded[end] in " :":
            end += 1
        label = bare(match.group())
        self.marks.append(Mark(field, label, match.start(), end))
        if field is Field.NAME:
            self._in_head = True
        elif field not in labels().head:
            self._in_head = False
        if field is Field.COLLABORATION_KIND:
            self._kinds.add(labels().kinds[label])
        else:
            self._kinds.clear()
        return end

    def _counts(self, match: re.Match[str], field: Field) -> bool:
        if field is Field.DUTY_TITLE and self._here() is Field.DUTY and self._bound(match):
            return True
        if field is Field.DUTY:
            return self._followed(match.end())
        if field is Field.DEPARTMENT_NAME:
            return self._heads_department(match)
        if field in labels().head:
            of_name = match.group() in _OF_NAMES and (self._bound(match) or self._before_leader(match))
            return self._in_head and not of_name
        if self._known.opens(bare(match.group())):
            return True
        return _TESTS.get(field, Scan._counts_as_label)(self, match)

    def _before_leader(self, match: re.Match[str]) -> bool:
        """分管 inside the name of whoever is above: 直接上级总公司分管副总."""
        leader = _LEADER.match(self._folded, match.end()) is not None
        return leader and self._here() in (Field.SUPERIOR, Field.DOTTED_SUPERIOR)

    def _counts_never(self, _match: re.Match[str]) -> bool:
        return False

    def _counts_as_name(self, match: re.Match[str]) -> bool:
        return self._bound(match) or self._before_colon(match)

    def _counts_as_label(self, match: re.Match[str]) -> bool:
        joined = self._joined_before(match)
        long = len(bare(match.group())) >= _LONG
        if (long and self._in_head and not joined) or self._behind_department(match):
            return True
        if self._bound(match):
            return True
        if not long:  # 职责, 职能, 权限: the short ones are also ordinary words
            if (
                self._known.field_of(match.group()) is Field.AUTHORITIES
                and not joined
                and self._heads_kinds(match)
            ):
                return True
            counted = _COUNTED.match(self._folded, match.end()) is not None  # 职能二：
            begins = counted or self._before_list(match) or self._begins_part(match)
            return self._before_colon(match) or (not joined and begins)
        if self._bears_tasks(match):
            return True
        return not joined and (self._followed(match.end()) or self._begins_part(match))

    def _begins_part(self, match: re.Match[str]) -> bool:
        """Whether a label without colon or number behind it begins the next part of a form: one that surely
        counts in other forms, or one behind the end of an item: 建议权工作协作车队长."""
        form = self._before is not None or any(mark.field is Field.NAME for mark in self.marks)
        if not form or self._stated(match):
            return False
        if _JOINED_AFTER.match(self._folded, match.end()):
            return False
        ended = not match.start() or self._folded.endswith(_ENDS_OF_ITEMS, 0, match.start())
        sure = bare(match.group()) in self._known.sure
        if len(bare(match.group())) >= _LONG:
            return ended or sure
        return sure and (ended or self._in_head or self._here() in _COLLABORATION)

    def _stated(self, match: re.Match[str]) -> bool:
        """Whether the form has the label already."""
        own = takewhile(lambda mark: mark.field is not Field.NAME, reversed(self.marks))
        return any(mark.label == bare(match.group()) for mark in own)

    def _heads_department(self, match: re.Match[str]) -> bool:
        """部门名称 before the name of a department and the label of what it is for."""
        after = self._pattern.search(self._folded, match.end())
        name = self._folded[match.end() : after.start()].strip(" :") if after else ""
        field = self._known.field_of(after.group()) if after else None
        alone = not match.start() or len(bare(match.group())) >= _LONG
        return alone and _NAME.fullmatch(name) is not None and field in _OF_DEPARTMENTS

    def _bears_tasks(self, match: re.Match[str]) -> bool:
        """工作任务 behind the statement of a counted duty: 职责一 职责表述：…工作任务…"""
        statement = self._here() is Field.DUTY_TITLE and any(mark.field is Field.DUTY for mark in self.marks)
        return statement and self._known.field_of(match.group()) is Field.TASKS

    def _behind_department(self, match: re.Match[str]) -> bool:
        """Whether nothing but the name of a department stands before the label of its overview."""
        field = self._known.field_of(match.group())
        before = self._folded[: match.start()].strip()
        alone = DEPARTMENT_NAME.fullmatch(before) is not None or self._here() is Field.DEPARTMENT_NAME
        return field is Field.DEPARTMENT_OVERVIEW and alone

    def _counts_as_authority(self, match: re.Match[str]) -> bool:
        """人事权 before its list; not the 财务 of 财务报表."""
        if self._here() not in _AUTHORITY or self._joined_before(match):
            return False
        stem = bare(match.group()).removesuffix("限").removesuffix("权")
        before = self._folded[match.start() - 1 : match.start()]
        if stem in actions().written and before not in _ENDS_OF_ITEMS and not self._bound(match):
            return False  # 淘汰建议权 is an item, 奖惩权建议权 has the label of the next ones at its end
        after = self._folded[match.end() : match.end() + 1]
        named = match.group().endswith(_KIND_ENDS)
        listed = self._bound(match) or self._before_list(match) or self._before_none(match)
        return after in (" ", ":") or (named and (listed or match.end() == len(self._folded)))

    def _before_none(self, match: re.Match[str]) -> bool:
        """财务权 before a mark for none and the next label: 任免建议权财务权无业务权1)."""
        none = _NONE.match(self._folded, match.end())
        return none is not None and (
            none.end() == len(self._folded) or self._pattern.match(self._folded, none.end()) is not None
        )

    def _heads_kinds(self, match: re.Match[str]) -> bool:
        """权限 right before the first kind of it: 权限人事权1."""
        kind = self._pattern.match(self._folded, match.end())
        if kind is None:
            return False
        known = bare(kind.group()) in labels().authority_kinds and kind.group().endswith(_KIND_ENDS)
        return known or self._known.field_of(kind.group()) is None  # 权限经费方面：

    def _counts_as_kind(self, match: re.Match[str]) -> bool:
        """外部 after the list of 内部, even where nothing separates them."""
        if self._folded.startswith("部门", match.start()) and self._ends_as_departments(match.start()):
            return False  # 各部门外部协调关系: the departments are partners inside
        if self._here() not in _COLLABORATION:  # 考核权。内部协作医务科: the label of the next field
            ended = self._folded[: match.start()].rstrip().endswith("。")
            begins = self._here() in _AUTHORITY and (ended or self._before_other_side(match))
            long = len(bare(match.group())) >= _LONG - 1
            return begins and long and not _JOINED_AFTER.match(self._folded, match.end())
        if self._bound(match) or self._followed(match.end()):
            return True
        if self._named_otherwise(match):
            return False
        new = labels().kinds[bare(match.group())] not in self._kinds
        joined = self._joined_before(match) or _JOINED_AFTER.match(self._folded, match.end())
        return new and not joined

    def _named_otherwise(self, match: re.Match[str]) -> bool:
        """车间外部协作关系 behind 内部协作关系: the shorter label, behind a name that ends in 车间."""
        label, above = bare(match.group()), self.marks[-1]
        if above.field is not Field.COLLABORATION_KIND:
            return False
        return any(
            label[at:] == f"{_OUTSIDE}{above.label.removeprefix(_INSIDE)}" for at in range(1, len(label))
        )

    def _before_other_side(self, match: re.Match[str]) -> bool:
        """Whether the partners outside follow those inside: 断网权内部联系各科室外部联系县医保局."""
        relation = bare(match.group()).lstrip(_INSIDE)
        ended = self._folded.endswith(_ENDS_OF_ITEMS, 0, match.start())
        return ended and bool(relation) and self._folded.find(f"{_OUTSIDE}{relation}", match.end()) >= 0

    def _ends_as_departments(self, at: int) -> bool:
        return self._folded.endswith(("各", "相关", "有关", "其他", "其它", "业务", "职能"), 0, at)

    def _here(self) -> Field | None:
        return self.marks[-1].field if self.marks else self._before

    def _bound(self, match: re.Match[str]) -> bool:
        """Whether nothing stands between the label before and this one."""
        return bool(self.marks) and not self._folded[self.marks[-1].end : match.start()].strip(
            " :" + PAGE_BREAK
        )

    def _before_colon(self, match: re.Match[str]) -> bool:
        return self._folded[match.end() : match.end() + 1] == ":"

    def _before_list(self, match: re.Match[str]) -> bool:
        """职权 before its first item; not the 职能 of 其他职能 inside a list of them."""
        number = leading_number(self._folded[match.end() : match.end() + 8])
        if self._known.field_of(match.group()) is self._here():
            return False
        return number is not None and number.number == 1

    def _followed(self, end: int) -> bool:
        """Whether a colon, an item number or another label follows."""
        while self._folded[end : end + 1].isspace():
            end += 1
        if self._folded[end : end + 1] == ":":
            return True
        number = leading_number(self._folded[end : end + 24])
        counted = number is not None and number.style != "bullet"
        return counted or self._pattern.match(self._folded, end) is not None

    def _joined_before(self, match: re.Match[str]) -> bool:
        return match.start() > 0 and self._folded[match.start() - 1] in _JOINED_BEFORE


def once_in(folded: str, known: FormLabels) -> Iterator[str]:
    """The labels of parts of a form that a text has once, not joined to other words."""
    found = Counter[str]()
    for match in known.pattern(folded).finditer(folded):
        before = folded[match.start() - 1 : match.start()] in tuple(_JOINED_BEFORE)
        joined = before or _JOINED_AFTER.match(folded, match.end())
        if known.field_of(match.group()) in _PARTS and not joined:
            found[bare(match.group())] += 1
    return (label for label, times in found.items() if times == 1)


_TESTS: dict[Field, Callable[[Scan, re.Match[str]], bool]] = {
    Field.NEUTRAL: Scan._counts_never,
    Field.NOTE: Scan._counts_never,
    Field.AUTHORITY_KIND: Scan._counts_as_authority,
    Field.NAME: Scan._counts_as_name,
    Field.COLLABORATION_KIND: Scan._counts_as_kind,
}
