"""Text that lost its line breaks (a scraped page, a pasted form): labels found inside it, items cut apart."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from knowledge.documents.document import PAGE_BREAK
from knowledge.regex import regex
from knowledge.roles.appended import appended, before_rules, without_appended
from knowledge.roles.broken_forms import labels_begun
from knowledge.roles.form_labels import NO_FORMS, FormLabels, forms_in, own_labels
from knowledge.roles.labels import Field, labels
from knowledge.roles.numbering import leading_number, split_numbered
from knowledge.roles.scan import DEPARTMENT_NAME, Mark, Scan, once_in
from knowledge.roles.title_lead import title_lead
from knowledge.text import fold, is_word

_LONG = 4
_LEAST_FORMS = 2  # that have a label
_LEAST_LABELS = 3  # fewer anchors than this, and it is an ordinary line
_HEADING_STYLE = "chinese"  # of numbers that head items counted in another way: 一、预算1.编制…2.上报…
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
_OPENED = (Field.SUMMARY, Field.DEPARTMENT_OVERVIEW, Field.FUNCTIONS)
_DEPARTMENT = frozenset((Field.DEPARTMENT_OVERVIEW, Field.FUNCTIONS))  # what describes a department
_COUNTED = regex(r"[一二三四五六七八九十]{1,3}\s*[:：、]\s*")  # 职能一：行政管理
_SENTENCE_END = regex(r".*[。；;]", re.DOTALL)
_COUNTED_HEADING = regex(  # 二、站长 at the end of what stands before a form
    r"(?:第[一二三四五六七八九十\d]{1,3}(?:[章节篇]|部分)[、.:]?|[(（][一二三四五六七八九十\d]{1,3}[)）][、.]?"
    r"|[一二三四五六七八九十]{1,3}[、.]|(?<![\d.])\d{1,2}[、.])\s*(?P<name>[^\s\d,;。:、()（）]{2,16})\s*$"
)
_NESTED = (Field.FUNCTIONS, Field.DUTIES)
_HEADS_ITEMS = regex(r"[^,，。；;、]{2,12}[:：]?\s*")  # the words of an item that others are counted below
_BREAKS = regex(rf"(?<=[。；;])[\v{PAGE_BREAK}]+")
_OF_ITEM = regex(r"\s*[(（]?\d")
_LATER_HEADING = regex(
    r"(?:[一二三四五六七八九十]{1,3}[、.]|[(（][一二三四五六七八九十]{1,3}[)）])[^,，。；;、\d(（]{2,12}(?=[(（]?1[.、)）]|\s*$)"
)
_CLOSING = regex(
    r"(?P<paper>[本该](?:汇编|手册|制度|说明书|规定|办法|文件|标准|规范|细则|规则|文本|职责))"
    r"(?:[^。；;]{0,30}?(?:执行|施行|实施|生效|解释|修订|试行|为准)).*$",
    re.DOTALL,
)
_ITEM_BREAK = regex(r"[;；]\s*|(?<=[权利力])。\s*|(?<=[^\s,，、:：和与及或])\s+(?![和与及或、,，])")


@dataclass(frozen=True, slots=True)
class Part:
    """A label found in running text, its field, its items as (text, depth), and both as they stand there."""

    field: Field
    label: str
    items: tuple[tuple[str, int], ...]
    quote: str


def split_running(text: str, before: Field | None = None, known: FormLabels = NO_FORMS) -> list[Part]:
    """The labelled parts of a flattened form, in order; empty where `text` is an ordinary line.

    `before`: the field that the line above ends with, where that is such a form. A part without label goes on
    with it. `known`: the labels of the document's forms.
    """
    closing = _CLOSING.search(text)
    if closing is None:
        return _split(text, before, known)
    above = text[: closing.start()]
    parts = _split(above, before, known)
    if not parts and before is not None and leading_number(above):
        parts = [Part(before, "", tuple(_items(before, above)), _quote(above))]
    note = Part(Field.NOTE, closing["paper"], ((closing.group(), 0),), _quote(closing.group()))
    return [*parts, note] if parts else []


def _split(text: str, before: Field | None, known: FormLabels) -> list[Part]:
    """The labelled parts of a form without the sentence that closes the document."""
    folded = fold(text)
    opened = known.opened(folded)
    goes_on = before is not None and not opened
    if (
        not opened
        and not any(label in folded for label in _openers())
        and not _may_go_on().search(folded)
        and not goes_on
    ):
        return []
    marks = before_rules(Scan(folded, before if goes_on else None, known).marks, folded)
    if goes_on and before is not None and (marks or (before is Field.DUTIES and _LATER_HEADING.search(text))):
        return list(_going_on(text, folded, marks, before))
    fields = {mark.field for mark in marks}
    forms = _goes_on(marks) or sum(folded.count(label) for label in labels().anywhere) >= _LEAST_LABELS
    post = Field.NAME in fields and len(fields) > _LEAST_FIELDS
    if not forms and not post and not fields >= _DEPARTMENT:
        return []
    names = _names(folded, marks)
    lead = title_lead(folded, _before_titles(text, folded, marks, names))
    marks = without_appended(marks, text, lead, names)
    parts = list(_headings(text, folded, marks)) if folded[: marks[0].start].strip(" :") else []
    for mark, after in pairwise([*marks, None]):
        if mark is not None:
            parts += _parts(text, folded, mark, after, names, lead)
    return parts


def labels_of_forms(texts: Sequence[str]) -> FormLabels:
    """The labels of the flattened forms among lines; those that stand once in each of several are parts of
    all of them."""
    own, forms = FormLabels(own=own_labels(texts) | labels_begun(texts)), list[str]()
    for text in texts:
        if own.opened(fold(text)) and split_running(text, None, own):
            forms += forms_in(fold(text)) or [fold(text)]
        elif forms:
            forms[-1] += f"\n{fold(text)}"
    found = Counter[str]()
    for form in forms:
        found.update(once_in(form, own))
    sure = {label for label, times in found.items() if times >= _LEAST_FORMS}
    return replace(own, sure=frozenset(sure | {label for label, _ in own.own}))


def _going_on(text: str, folded: str, marks: list[Mark], before: Field) -> Iterator[Part]:
    """The parts of a line that goes on with the form of the line above."""
    if rest := (text[: marks[0].start] if marks else text).strip():
        yield Part(before, "", tuple(_items(before, rest)), _quote(rest))
    for mark, after in pairwise([*marks, None]):
        if mark is not None:
            yield from _parts(text, folded, mark, after, ())


def _goes_on(marks: list[Mark]) -> bool:
    """Whether a line is a further part of a form: several duties, kinds of rights, or kinds of partners."""
    fields = [mark.field for mark in marks]
    if fields.count(Field.DUTY) > 1 and not {Field.DUTY_TITLE, Field.TASKS}.isdisjoint(fields):
        return True
    heads = {Field.AUTHORITIES: Field.AUTHORITY_KIND, Field.COLLABORATION: Field.COLLABORATION_KIND}
    starts = bool(marks) and marks[0].start == 0 and marks[0].field in heads
    return starts and fields.count(heads[marks[0].field]) > 1


def _before_titles(text: str, folded: str, marks: list[Mark], names: tuple[str, ...]) -> Iterator[str]:
    """What stands before the title of each form but the first."""
    for mark, after in pairwise(marks):
        if mark.field is not Field.TITLE and after.field is Field.TITLE:
            yield folded[mark.end : _cut_title(text, folded, mark.end, after.start, names)[0]]


def _parts(
    text: str, folded: str, mark: Mark, after: Mark | None, names: tuple[str, ...], lead: str = ""
) -> Iterator[Part]:
    """A label with its value, and the title of what comes next at its end; `lead`: before all titles."""
    end, title = after.start if after else len(text), ""
    if after and after.field is Field.DEPARTMENT_OVERVIEW and mark.field is not Field.TITLE:
        end, title = _cut_department(text, mark.end, after.start)
    elif after and (
        after.field is Field.TITLE
        or (mark.field is Field.TITLE and after.field in _OPENED)
        or (mark.field is Field.FUNCTIONS and after.field is Field.SUMMARY)  # the next department begins
    ):
        end, title = _cut_title(text, folded, mark.end, after.start, names)
    elif after and after.field is Field.NAME:
        end, title = _cut_name(text, folded, mark.end, after, names)
    if lead and (title or (after and after.field is Field.TITLE)) and folded.endswith(lead, mark.end, end):
        end -= len(lead)
    value = text[mark.end : end]
    if chapter := appended(value, lead, names):
        end, value = mark.end + chapter.start, value[: chapter.start]
    if mark.field is not Field.TITLE:
        items = tuple(_items(mark.field, value))
        yield Part(
            mark.field, text[mark.start : mark.end].strip(" :："), items, _quote(text[mark.start : end])
        )
    elif value.strip():
        yield _heading(value)
    if title:
        yield _heading(title)
    if chapter:
        rest = text[mark.end + chapter.start : after.start if after else len(text)]
        yield Part(Field.HEADING, chapter.name, tuple((rule, 1) for rule in chapter.rules), _quote(rest))


def _heading(text: str) -> Part:
    return Part(Field.HEADING, text.strip(), (), _quote(text))


def _quote(text: str) -> str:
    """The words before the first page break."""
    return text.strip().split(PAGE_BREAK)[0].strip()


def _names(folded: str, marks: list[Mark]) -> tuple[str, ...]:
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


def _headings(text: str, folded: str, marks: list[Mark]) -> Iterator[Part]:
    """What stands before the first label: the document's title, and the heading of the form."""
    end, title = marks[0].start, ""
    if marks[0].field is Field.NAME:
        end, title = _cut_name(text, folded, 0, marks[0], _names(folded, marks))
    if text[:end].strip():
        yield _heading(text[:end])
    if title:
        yield _heading(title)


def _cut_name(text: str, folded: str, start: int, at: Mark, names: tuple[str, ...]) -> tuple[int, str]:
    """Where the value before the label of a post's name ends, and the heading in front of the label: the name
    itself, counted or not, below that of its department or not (二、财务科 1.出纳)."""
    cut, title = at.start, ""
    own = next((name for name in names if folded.startswith(name, at.end)), "")
    if counted := _COUNTED_HEADING.search(folded[start:cut]):  # 二、站长, whose name is 泵站站长
        short = counted["name"].strip()
        if own.endswith(short) or (own and short.startswith(own)):
            cut, title = start + counted.start(), text[start + counted.start("name") : cut].strip()
    if not title and own and folded[start:cut].rstrip().endswith(own):
        cut = start + len(folded[start:cut].rstrip()) - len(own)
        title = text[cut : cut + len(own)]
    above = _COUNTED_HEADING.search(folded[start:cut]) if title else None
    return (start + above.start() if above and above["name"].strip() in names else cut), title


def _cut_department(text: str, start: int, end: int) -> tuple[int, str]:
    """Where the value before the label of an overview ends, and the name of the department in front of it."""
    mark = _SENTENCE_END.match(text, start, end)
    name = text[mark.end() : end].strip() if mark else ""
    return (mark.end(), name) if mark and DEPARTMENT_NAME.fullmatch(name) else (end, "")


def _items(field: Field, value: str) -> list[tuple[str, int]]:
    """The items of a value as (text, depth); items that hold neither a word nor a mark for none vanish."""
    items: list[tuple[str, int]] = []
    value = _BREAKS.sub("", value)
    later = _LATER_HEADING.search(value, 1) if field is Field.DUTIES and _OF_ITEM.match(value) else None
    if later:  # the end of one group and the next: 2.上报计划二、采购1.询价
        end = _items(field, value[: later.start()])
        return [*((text, 2) for text, _ in end), *_items(field, value[later.start() :])]
    several = len(split_numbered(value, gaps=True)) > 1  # 一、运输…二、维修…
    if field is Field.FUNCTIONS and not several and (counted := _COUNTED.match(value)):
        value = value[counted.end() :]
        inner_start = _first_inner(value, "")
        items = [(value[:inner_start].strip(), 1)]
        inner = value[inner_start:] if inner_start is not None else ""
        return [*items, *((inner[i.start : i.end].strip(), 2) for i in split_numbered(inner, gaps=True))]
    numbered = split_numbered(value, gaps=True) if field in _LISTED else []
    if numbered:
        for item in numbered:
            text = value[item.start : item.end].strip()
            inner_start = _first_inner(text, item.style) if field in _NESTED else None
            if inner_start and field is Field.DUTIES and item.style != _HEADING_STYLE:
                inner_start = inner_start if _HEADS_ITEMS.fullmatch(text[:inner_start]) else None
            inner_start = inner_start or None  # an item with no words of its own holds no others
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
    return regex(f"{table.duty.pattern}|^(?:{'|'.join(sorted(map(re.escape, heads)))})")
