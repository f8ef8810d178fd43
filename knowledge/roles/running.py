"""Text that lost its line breaks (a scraped page, a pasted form): labels found inside it, items cut apart."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from knowledge.actions import actions
from knowledge.documents.document import PAGE_BREAK
from knowledge.roles.labels import Field, labels
from knowledge.roles.numbering import leading_number, split_numbered
from knowledge.text import bare, fold, is_word

_LONG = 4
_LEAST_LABELS = 3  # fewer anchors than this, and it is an ordinary line
_LEAST_FIELDS = 4  # or fewer fields than this beside the name of the post
_LISTED = frozenset(
    {
        Field.DUTIES,
        Field.TASKS,
        Field.FUNCTIONS,
        Field.AUTHORITIES,
        Field.AUTHORITY_KIND,
        Field.QUALIFICATION,
        Field.KPI,
    }
)
_AUTHORITY = (Field.AUTHORITIES, Field.AUTHORITY_KIND)
_COLLABORATION = (Field.COLLABORATION, Field.COLLABORATION_KIND)
_OPENED = (Field.SUMMARY, Field.DEPARTMENT_OVERVIEW, Field.FUNCTIONS)
_OF_NAMES = ("分管", "主管领导", "上级领导", "部门")  # labels that names begin with: 直接上级分管副总
_JOINED_BEFORE = "、,和与及或并的"
_JOINED_AFTER = "、,和与及或并的"
_DEPARTMENT_NAME = re.compile(r"\S{1,20}(?:部|科|室|处|中心|办公室|委员会)")
_DEPARTMENT = frozenset((Field.DEPARTMENT_OVERVIEW, Field.FUNCTIONS))  # what describes a department
_ENDS_OF_ITEMS = (" ", "权", "利", "力", ";", "。", PAGE_BREAK)
_KIND_ENDS = ("权", "权限", "方面")
_ITEM_BREAK = re.compile(r"[;；]\s*|(?<=[^\s,，、:：和与及或])\s+(?![和与及或、,，])")


@dataclass(frozen=True, slots=True)
class Part:
    """A label found in running text, its field, its items as (text, depth), and both as they stand there."""

    field: Field
    label: str
    items: tuple[tuple[str, int], ...]
    quote: str


@dataclass(frozen=True, slots=True)
class _Mark:
    field: Field
    label: str
    start: int
    end: int


def split_running(text: str) -> list[Part]:
    """The labelled parts of a flattened form, in order; empty where `text` is an ordinary line."""
    folded = fold(text)
    if not any(label in folded for label in _openers()) and not _may_go_on().search(folded):
        return []
    marks = _Scan(folded).marks
    fields = {mark.field for mark in marks}
    forms = _goes_on(marks) or sum(folded.count(label) for label in labels().anywhere) >= _LEAST_LABELS
    post = Field.NAME in fields and len(fields) > _LEAST_FIELDS
    if not forms and not post and not fields >= _DEPARTMENT:
        return []
    names = _names(folded, marks)
    parts = [_heading(text[: marks[0].start])] if folded[: marks[0].start].strip(" :") else []
    for mark, after in pairwise([*marks, None]):
        if mark is not None:
            parts += _parts(text, folded, mark, after, names)
    return parts


def _goes_on(marks: list[_Mark]) -> bool:
    """Whether a line is a further part of a form: several duties, kinds of rights, or kinds of partners."""
    fields = [mark.field for mark in marks]
    if fields.count(Field.DUTY) > 1 and not {Field.DUTY_TITLE, Field.TASKS}.isdisjoint(fields):
        return True
    heads = {Field.AUTHORITIES: Field.AUTHORITY_KIND, Field.COLLABORATION: Field.COLLABORATION_KIND}
    starts = bool(marks) and marks[0].start == 0 and marks[0].field in heads
    return starts and fields.count(heads[marks[0].field]) > 1


def _parts(
    text: str, folded: str, mark: _Mark, after: _Mark | None, names: tuple[str, ...]
) -> Iterator[Part]:
    """A label with its value, and the title of what comes next where one stands at the value's end."""
    end = after.start if after else len(text)
    title = ""
    if after and (after.field is Field.TITLE or (mark.field is Field.TITLE and after.field in _OPENED)):
        end, title = _cut_title(text, folded, mark.end, after.start, names)
    value = text[mark.end : end]
    if mark.field is not Field.TITLE:
        items = tuple(_items(mark.field, value))
        yield Part(
            mark.field, text[mark.start : mark.end].strip(" :："), items, _quote(text[mark.start : end])
        )
    elif value.strip():
        yield _heading(value)
    if title:
        yield _heading(title)


def _heading(text: str) -> Part:
    return Part(Field.HEADING, text.strip(), (), _quote(text))


def _quote(text: str) -> str:
    """The words before the first page break."""
    return text.strip().split(PAGE_BREAK)[0].strip()


class _Scan:
    """Goes through a text for the labels that count, by what stands around them."""

    def __init__(self, folded: str) -> None:
        self.marks: list[_Mark] = []
        self._folded = folded
        self._in_head = False
        self._kinds: set[str] = set()
        at = 0
        while match := _pattern().search(folded, at):
            field = self._field_of(match)
            at = self._take(match, field) if self._counts(match, field) else match.start() + 1

    def _field_of(self, match: re.Match[str]) -> Field:
        """The field of a label; 职责描述 right behind 职责一 is that duty's statement."""
        field = labels().field_of(match.group()) or Field.AUTHORITY_KIND
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
        self.marks.append(_Mark(field, label, match.start(), end))
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
            return _followed(self._folded, match.end())
        if field in labels().head:
            return self._in_head and not (self._bound(match) and match.group() in _OF_NAMES)
        if bare(match.group()) in labels().anywhere:
            return True
        return _TESTS.get(field, _Scan._counts_as_label)(self, match)

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
                labels().field_of(match.group()) is Field.AUTHORITIES
                and not joined
                and self._heads_kinds(match)
            ):
                return True
            return self._before_colon(match) or (not joined and self._before_list(match))
        return _followed(self._folded, match.end()) and not joined

    def _behind_department(self, match: re.Match[str]) -> bool:
        """Whether nothing but the name of a department stands before the label of its overview."""
        field = labels().field_of(match.group())
        before = self._folded[: match.start()].strip()
        return field is Field.DEPARTMENT_OVERVIEW and _DEPARTMENT_NAME.fullmatch(before) is not None

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
        return after in (" ", ":") or (named and (self._bound(match) or self._before_list(match)))

    def _heads_kinds(self, match: re.Match[str]) -> bool:
        """权限 right before the first kind of it: 权限人事权1."""
        kind = _pattern().match(self._folded, match.end())
        return (
            kind is not None
            and bare(kind.group()) in labels().authority_kinds
            and kind.group().endswith(_KIND_ENDS)
        )

    def _counts_as_kind(self, match: re.Match[str]) -> bool:
        """外部 after the list of 内部, even where nothing separates them."""
        if self._here() not in _COLLABORATION:
            return False
        if self._bound(match) or _followed(self._folded, match.end()):
            return True
        after = self._folded[match.end() : match.end() + 1]
        new = labels().kinds[bare(match.group())] not in self._kinds
        return new and not self._joined_before(match) and after not in _JOINED_AFTER

    def _here(self) -> Field | None:
        return self.marks[-1].field if self.marks else None

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
        if labels().field_of(match.group()) is self._here():
            return False
        return number is not None and number.number == 1

    def _joined_before(self, match: re.Match[str]) -> bool:
        return match.start() > 0 and self._folded[match.start() - 1] in _JOINED_BEFORE


_TESTS: dict[Field, Callable[[_Scan, re.Match[str]], bool]] = {
    Field.NEUTRAL: _Scan._counts_never,
    Field.NOTE: _Scan._counts_never,
    Field.AUTHORITY_KIND: _Scan._counts_as_authority,
    Field.NAME: _Scan._counts_as_name,
    Field.COLLABORATION_KIND: _Scan._counts_as_kind,
}


def _followed(folded: str, end: int) -> bool:
    """Whether a colon, an item number or another label follows."""
    rest = folded[end : end + 24].lstrip()
    if rest.startswith(":"):
        return True
    number = leading_number(rest)
    return (number is not None and number.style != "bullet") or _pattern().match(rest) is not None


def _names(folded: str, marks: list[_Mark]) -> tuple[str, ...]:
    """The names of posts and departments that the form states, longest first."""
    found = {
        folded[mark.end : after.start].strip()
        for mark, after in pairwise(marks)
        if mark.field in (Field.NAME, Field.DEPARTMENT)
    }
    return tuple(sorted(found - {""}, key=lambda name: (-len(name), name)))


def _cut_title(text: str, folded: str, start: int, end: int, names: tuple[str, ...]) -> tuple[int, str]:
    """Where the value before a title ends, and the title: the run of known names in front of the label."""
    cut = end
    while name := next((n for n in names if folded.endswith(n, start, cut)), ""):
        cut -= len(name)
    return cut, text[cut:end].strip()


def _items(field: Field, value: str) -> list[tuple[str, int]]:
    """The items of a value as (text, depth); items that hold neither a word nor a mark for none vanish."""
    items: list[tuple[str, int]] = []
    numbered = split_numbered(value, gaps=True) if field in _LISTED else []
    if numbered:
        for item in numbered:
            text = value[item.start : item.end].strip()
            inner_start = _first_inner(text, item.style) if field is Field.FUNCTIONS else None
            head = text if inner_start is None else text[:inner_start].strip()
            items.append((head, 1))
            if inner_start is not None:
                inner = text[inner_start:]
                items += [(inner[i.start : i.end].strip(), 2) for i in split_numbered(inner, gaps=True)]
    elif field in _AUTHORITY:
        items = [(text.strip(), 1) for text in _ITEM_BREAK.split(value)]
    else:
        items = [(value.strip(), 0)]
    return [(text, depth) for text, depth in items if any(map(is_word, text)) or labels().is_none(text)]


def _first_inner(text: str, outer: str) -> int | None:
    """Where the first item of a deeper numbering begins inside an item, or None."""
    for match in re.finditer(r"[(（]?[1一①]", text):
        number = leading_number(text[match.start() :])
        if number and number.number == 1 and number.style not in (outer, "bullet"):
            return match.start()
    return None


@cache
def _openers() -> tuple[str, ...]:
    """What a flattened form cannot be without: the name of the post, a label that counts anywhere, or one of
    a department's functions."""
    table = labels()
    functions = (
        label for label, field in table.fields.items() if field is Field.FUNCTIONS and len(label) >= _LONG
    )
    return (
        *table.anywhere,
        *functions,
        *(f"{label}:" for label, field in table.fields.items() if field is Field.NAME),
    )


@cache
def _may_go_on() -> re.Pattern[str]:
    """How a line that is a further part of a form begins, or what it has in it."""
    table = labels()
    heads = [w for w, field in table.fields.items() if field in (Field.AUTHORITIES, Field.COLLABORATION)]
    return re.compile(f"{table.duty.pattern}|^(?:{'|'.join(sorted(map(re.escape, heads)))})")


@cache
def _pattern() -> re.Pattern[str]:
    table = labels()
    words = {*table.fields, *table.kinds, *table.authority_kinds}
    longest = sorted((w for w in words if len(w) > 1), key=lambda w: (-len(w), w))
    return re.compile("|".join([table.duty.pattern, *map(re.escape, longest)]))
