"""Departments that one sentence describes: 设备科负责设备的保养；负责备件的管理。设备科定员3人."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from knowledge.regex import regex
from knowledge.roles.chapter import Chapter
from knowledge.roles.departments_listed import listed_departments
from knowledge.roles.grades import head_of
from knowledge.roles.labels import Field
from knowledge.roles.prose import alternatives
from knowledge.roles.role import Department, Duty, Passage, Role
from knowledge.text import bare, fold

_PLACE = regex(r".+(?:(?<!干)部|科|室|处|中心|站|所|院|厅|店|队|组|厂|车间|馆|局|庭|园|校|办|库|房|委员会)$")
_LISTED = regex(
    r"(?:内设|下设|设有|设立|分设|分为|设)(?P<names>[^,;。:]{2,80}?)(?:等)?(?:[一二两三四五六七八九十\d]+个?)"
    r"(?:科室|部门|机构|处室|职能部门|班组|车间|工作组|组|部室|业务部门)"
)
_PLAINLY_LISTED = regex(r"(?:内设|下设|设有|设立|分设|分为|设)(?P<names>[^,;。:]{4,80})(?=[,;。]|$)")
_OF_DEPARTMENTS = regex(r"(?:部门|科室|机构|处室|各部).{0,2}(?:职能|职责|分工)")
_OPENING = regex(r"\s*(?P<name>[^,;。:的]{2,12}?)(?:主要|全面)?负责")
_AND = regex(r"[、和与及]")
_TOPIC = regex(r"总则|机构|组织|部门|科室|设置|架构|概况|职能|分工|简介|体系")
_WORK = regex(r"\s*(?:主要|全面|具体|还)?(?:负责|承担|做好|组织|开展|牵头)")
_HEADCOUNT = regex(
    r"(?:定员|编制|定编|核定编制|共有|现有|共|人员编制)?(?:为|共)?(?P<count>\d+[名人])(?=$|[,;:])"
)
_COUNTED = regex(
    r"(?:^|[,;。])\s*(?P<name>[^,;。:\s]{2,12}?)(?:定员|编制|定编|核定编制|人员编制|现有|共有|共)(?:为|共)?\s*(?P<count>\d+\s*[名人])"
)
_LONGEST = 8  # characters before the number: 综合办公室定员4人, 全站10人


@dataclass(frozen=True)
class ToldDepartments:
    """The departments that sentences describe, and the chapters without those sentences."""

    departments: tuple[Department, ...]
    chapters: tuple[Chapter, ...]


def find_departments(
    chapters: Sequence[Chapter], roles: Iterable[Role], known: Iterable[Department]
) -> ToldDepartments:
    """The departments of sentences such as X负责…, where X is a department by what else the document says."""
    taken = {bare(department.name) for department in known}
    names = tuple(dict.fromkeys(n for n in _names(chapters, roles) if bare(n) not in taken))
    if not names:
        return ToldDepartments((), tuple(chapters))
    found: dict[str, Department] = {}
    left: list[Chapter] = []
    for chapter in chapters:
        entries = []
        listed, others = listed_departments(chapter, names)
        found.update((department.name, department) for department in listed if department.name not in found)
        for line, passage in others:
            described = list(_described(passage, names, chapter.title))
            first = bool(described) and passage.text.startswith(described[0].name)
            if not first or described[0].name in found:
                entries.append((line, passage))
            for department in described:
                found.setdefault(department.name, department)
        left.append(Chapter(chapter.title, chapter.named, tuple(entries)))
    return ToldDepartments(tuple(found.values()), tuple(left))


def set_up(passages: Iterable[Passage]) -> Iterator[str]:
    """The departments that sentences say are set up: 公司设办公室、财务部和营运部三个部门."""
    for passage in passages:
        folded = fold(passage.text)
        for listed in _LISTED.finditer(folded):
            yield from (n.strip() for n in _AND.split(listed["names"]) if _PLACE.match(n.strip()))
        for plain in _PLAINLY_LISTED.finditer(folded):
            names = [n.strip() for n in _AND.split(plain["names"])]
            yield from names if len(names) > 1 and all(map(_PLACE.match, names)) else ()


def is_place(folded: str) -> bool:
    """Whether a folded text ends like the name of a department."""
    return _PLACE.match(folded) is not None


def with_headcounts(departments: Iterable[Department], passages: Sequence[Passage]) -> list[Department]:
    """The departments; one whose number of people a sentence elsewhere tells (理赔部定员11人) has it."""
    counted: dict[str, Passage] = {}
    for passage in passages:
        for found in _COUNTED.finditer(fold(passage.text)):
            count = Passage(found["count"], passage.quote, passage.source)
            counted.setdefault(bare(found["name"]), count)
    return [
        department
        if Field.HEADCOUNT in department.facts or bare(department.name) not in counted
        else replace(department, facts={**department.facts, Field.HEADCOUNT: counted[bare(department.name)]})
        for department in departments
    ]


def _names(chapters: Sequence[Chapter], roles: Iterable[Role]) -> Iterator[str]:
    """What the document shows to be departments: where posts are, what posts are of, what is set up."""
    for role in roles:
        yield from (part.strip() for part in fold(role.department).split("/") if _PLACE.match(part.strip()))
        name = fold(role.name)
        head = head_of(name)
        place = name.removesuffix(head).removesuffix("副") if head else ""
        if _PLACE.match(place):
            yield place
    for chapter in chapters:
        yield from set_up(chapter.passages)
        of_departments = _OF_DEPARTMENTS.search(chapter.title) is not None
        for passage in chapter.passages:
            folded = fold(passage.text)
            opening = _OPENING.match(folded) if of_departments else None
            if opening is not None and _PLACE.match(opening["name"]):
                yield opening["name"]


def _described(passage: Passage, names: tuple[str, ...], title: str) -> Iterator[Department]:
    """The departments whose work the sentences of a passage describe."""
    folded = fold(passage.text)
    starts = [found for found in _begins(names).finditer(folded)]
    ends = [*(found.start() for found in starts[1:]), len(folded)]
    for start, until in zip(starts, ends, strict=False):
        if department := _department(passage, folded[:until], start, title):
            yield department


def _department(passage: Passage, folded: str, start: re.Match[str], title: str) -> Department | None:
    """The department that a sentence begins with; `folded` ends before the next one."""
    end = folded.find("。", start.end())
    end = end if end >= 0 else len(folded)
    spans = [(m.start(), m.end()) for m in re.compile(r"[^;]+").finditer(folded, start.end("name"), end)]
    items = [passage.text[a:b].strip() for a, b in spans]
    items[0] = passage.text[start.end() : spans[0][1]].strip()
    every = all(_WORK.match(fold(item)) for item in items)
    if not every or (len(items) < 2 and not _TOPIC.search(title)):
        return None
    functions = tuple(Duty(Passage(item, passage.quote, passage.source)) for item in items)
    name = passage.text[start.start("name") : start.end("name")].strip()
    what = passage.text[start.end("name") : start.end()].strip(" ，,")
    overview = Passage(what, passage.quote, passage.source) if what.startswith(("是", "为")) else None
    facts = {}
    for sentence in re.split("。", folded[end:]):
        if (count := _HEADCOUNT.search(sentence)) and count.start() <= _LONGEST:
            facts[Field.HEADCOUNT] = Passage(count["count"], passage.quote, passage.source)
            break
    return Department(name, Passage(name, passage.quote, passage.source), overview, functions, facts)


@lru_cache(16)
def _begins(names: tuple[str, ...]) -> re.Pattern[str]:
    what = r"(?:是[^,;。]{2,24}(?:机构|部门),?|为[^,;。]{2,24}(?:机构|部门),?)?"
    return re.compile(
        rf"(?:^|(?<=。))\s*(?P<name>{alternatives(names)}){what}(?:主要|全面|具体)?(?=负责(?!人(?![事力员]))|承担|牵头)"
    )
