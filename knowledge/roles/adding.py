"""What each labelled section adds to a role or department under construction."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from knowledge.regex import regex
from knowledge.roles.behind import is_closing, relates, split_behind, tells_right, without_beside
from knowledge.roles.collaboration import (
    kinds_apart,
    kinds_told,
    names_partners,
    own_contacts,
    speaks_of_partners,
)
from knowledge.roles.draft import Draft
from knowledge.roles.headings import SHORT, post_title
from knowledge.roles.home_told import home_first
from knowledge.roles.items import (
    STRIPPED,
    DutyDraft,
    ListingDraft,
    add_items,
    add_listings,
    partners,
    passage,
    passages,
    rights_of,
)
from knowledge.roles.labels import Field, labels
from knowledge.roles.lines import Line, Section
from knowledge.roles.names import in_sentences, split_list
from knowledge.roles.role import Passage
from knowledge.roles.told_duties import apart, by_kind, run_together, told_functions
from knowledge.roles.told_parts import Parts, sorted_behind, told_parts
from knowledge.roles.told_sentences import rights_in, subject_end
from knowledge.roles.told_summary import beside_place
from knowledge.text import fold, is_word

_REMARK = regex(r"\s*[（(][^（()）]*[）)]$")  # 考核指标（KPI）
_OF = regex(r"[（(]([^（()）]{2,12})[)）]\s*$")
_SENTENCES = regex(r"[对内外部][内外部]?(?:与|同|跟)")  # 对内与财务部联系
_UNITS = ("人", "名", "个", "位")
_TOLD_RIGHTS = "权限"  # the kind of rights told behind the duties
_PARTNERS = "协作"
_OF_POST = ("岗位", "介绍", "简介", "描述")  # how titles end that are of no list of duties
_LEAST_NAMED = 2  # paragraphs that begin with the name of what they describe
_SHORT = 2  # characters of the last words by which a post is called in its own description
_RELATED = (Field.SUPERIOR, Field.SUBORDINATES, Field.DOTTED_SUPERIOR, Field.DEPARTMENT)


def add(draft: Draft, section: Section) -> None:
    """Take what a labelled section says; the duties of a department are its functions."""
    field = Field.FUNCTIONS if draft.is_department and section.field is Field.DUTIES else section.field
    _ADDERS.get(field, _add_other)(draft, section)


def add_department_text(draft: Draft, section: Section) -> list[Line]:
    """Take lines below the name of a department: items are its functions, the first sentence is what it is
    for; the lines that are neither are left."""
    before, items = section.lines, [line for line in section.lines if line.depth > 0]
    if not items:
        before, items = told_functions(section.lines, draft.name)
    if items:
        add(draft, replace(section, field=Field.FUNCTIONS, lines=items))
    left = []
    for line in (line for line in before if line.depth == 0):
        remark = fold(line.text).strip().startswith("(")
        if draft.overview is None and not remark:
            draft.overview = passage(line)
        else:
            left.append(line)
    return left


def tell_parts(draft: Draft, section: Section) -> bool:
    """Take a description in paragraphs, if one of them leads a list of duties or the first says where the
    post stands; a sentence that says what it is for is its summary, else the first one above its duties."""
    titled = section.field is Field.HEADING and post_title(section.label) is not None
    titled = titled and not section.label.rstrip("：: ").endswith(_OF_POST)
    names = (draft.name, *draft.aliases)
    parts = told_parts(section.lines, names, titled)
    if parts is None:
        return False
    purpose, beside = parts.purpose[:1], [*parts.intro, *parts.purpose[1:]]
    if not purpose and beside and subject_end(fold(beside[0].text), names):
        purpose = [beside.pop(0)]
    elif not purpose and beside and (text := beside_place(beside[0].text, names)):
        purpose = [replace(beside[0], text=text, quote=beside[0].quote or beside[0].text)]
    if purpose and Field.SUMMARY not in draft.facts:
        draft.facts[Field.SUMMARY] = draft.guessed = passage(purpose.pop())
    add_items(draft.stated, replace(section, lines=parts.duties))
    named = sum(line.text.startswith(draft.name) for line in section.lines) >= _LEAST_NAMED
    draft.evident |= named or not parts.led
    draft.told = 0 if parts.led else len(draft.stated)
    tell_beside(draft, section, parts)
    draft.notes += passages([*purpose, *beside, *parts.others])
    draft.left += passages(parts.apart)
    return True


def without_imprint(draft: Draft, section: Section) -> Section:
    """The lines below a title without the one that says who made the document: 人力资源部编."""
    if not section.lines[1:] or not is_closing(section.lines[0].text):
        return section
    draft.notes += passages(section.lines[:1])
    return replace(section, lines=section.lines[1:])


def tell_behind(draft: Draft, section: Section) -> None:
    """Take what paragraphs behind the duties tell: 食堂管理员有权拒收不合格的食材。"""
    parts = sorted_behind(section.lines, (draft.name, *draft.aliases))
    tell_beside(draft, section, parts)
    draft.notes += passages([*parts.intro, *parts.purpose, *parts.duties, *parts.others])
    draft.left += passages(parts.apart)


def tell_beside(draft: Draft, section: Section, parts: Parts) -> None:
    """Take what sentences beside the duties tell of rights and partners."""
    draft.authorities += [ListingDraft(_TOLD_RIGHTS, passages(parts.rights))] if parts.rights else []
    for line in parts.partners:
        told = replace(section, field=Field.COLLABORATION, label=_PARTNERS, lines=[line])
        for part in kinds_told(told):
            add_listings(draft.collaboration, part, partners)


def tell(draft: Draft, section: Section) -> None:
    """Take the sentences of a description in running prose."""
    does, may, others = by_kind(section.lines, (draft.name, *draft.aliases))
    add(draft, replace(section, lines=does))
    draft.told = len(draft.stated)
    draft.authorities += [ListingDraft(_TOLD_RIGHTS, passages(may))] if may else []
    draft.notes += passages(others)


def _add_short(draft: Draft, section: Section) -> None:
    text = section.value.strip().strip("。；;")
    bare_unit = section.field is Field.HEADCOUNT and text.strip("_ \u3000") in _UNITS  # 编制：＿＿人
    unfilled = bare_unit or not any(map(is_word, text))
    if unfilled and not labels().is_none(text):  # ____: nobody has filled it in
        draft.blank.add(section.field)
        return
    if section.field in _RELATED and in_sentences(text):  # 汇报关系：对主任负责，直接管理出纳
        said = Passage(text, section.quote or text, section.source)
        draft.others.append(ListingDraft(section.label, [said]))
        return
    if section.field is Field.HEADCOUNT and (home := home_first(text)):  # 隶属与编制：营运部，2人
        place = Passage(home, section.quote, section.source)
        draft.facts.setdefault(Field.DEPARTMENT, place)
        text = text[len(home) :].lstrip(" ，,、；;")
    if section.field in draft.facts:
        draft.left += passages(section.lines)
        return
    draft.facts[section.field] = Passage(text, section.quote, section.source)
    head = re.split(r"[（(]", text)[0].strip() or text
    if labels().is_none(head):
        draft.none.add(section.field)


def _add_alias(draft: Draft, section: Section) -> None:
    draft.aliases += [name for name in split_list(section.value) if not labels().is_none(name)]


def _add_summary(draft: Draft, section: Section) -> None:
    below = [line for line in section.lines[1:] if line.depth > 0]
    if section.lines and not section.lines[0].depth:
        section = replace(section, lines=[line for line in section.lines if line not in below])
        add_items(draft.stated, replace(section, lines=below))
    beside = [] if draft.is_department else _about_place(draft, section.lines)
    draft.notes += passages(beside)
    section = replace(section, lines=[line for line in section.lines if line not in beside])
    text = section.value.strip().rstrip(STRIPPED)
    if not text:
        return
    quote = section.lines[0].quote or text
    quote = quote if section.lines[1:] else quote.strip().rstrip(STRIPPED)
    summary = Passage(text, quote, section.lines[0].source)
    if draft.is_department and draft.overview is None:
        draft.overview = summary
    elif not draft.is_department and _is_open(draft):
        draft.notes += [draft.facts[Field.SUMMARY]] if Field.SUMMARY in draft.facts else []
        draft.facts[Field.SUMMARY], draft.guessed = summary, None
    else:
        draft.left.append(summary)


def _about_place(draft: Draft, lines: Sequence[Line]) -> list[Line]:
    """The paragraphs behind the first that begin with the post, by its last words too (店长 of 馆店店长), or
    say no more than where it stands."""
    ends = [draft.name[i:] for i in range(1, len(draft.name) - _SHORT + 1)]
    own = (draft.name, *draft.aliases, *ends, "本岗位", "该岗位")
    return [line for line in lines[1:] if line.text.strip().startswith(own) or relates(line.text)]


def _is_open(draft: Draft) -> bool:
    """Whether nothing says yet what a post is for: no label, or one before no more than its place."""
    stated = draft.facts.get(Field.SUMMARY)
    return stated is draft.guessed or (stated is not None and relates(stated.text))


def _add_duties(draft: Draft, section: Section) -> None:
    names = (draft.name, *draft.aliases)
    lines, beside = without_beside(section.lines, names)
    items, notes, closing = split_behind(run_together(lines), names)
    if items and draft.told:  # sentences above a list of duties introduce the post
        told = [duty.title for duty in draft.duties[: draft.told] if duty.title]
        if draft.guessed is not None and draft.facts.get(Field.SUMMARY) is draft.guessed:
            told.append(draft.facts.pop(Field.SUMMARY))
        elif len(told) == 1 and Field.SUMMARY not in draft.facts:
            draft.facts[Field.SUMMARY] = told.pop()  # what the post is for, behind where it stands
        draft.notes = sorted([*told, *draft.notes], key=lambda passage: passage.source.line)
        draft.duties, draft.told = draft.duties[draft.told :], 0
    add_items(draft.duties, replace(section, lines=items))
    tell_behind(draft, replace(section, lines=[*notes, *beside]))
    draft.left += passages(closing)


def _add_functions(draft: Draft, section: Section) -> None:
    """The functions; a paragraph above items tells what the department is for."""
    if (of := _OF.search(section.label)) and not draft.is_department:  # 部门职能（质量部）
        draft.functions_of = Passage(of[1], section.quote or section.label, section.source)
    first, rest = section.lines[:1], section.lines[1:]
    leads = len(rest) > 1 and not first[0].depth and all(line.depth for line in rest)
    if leads and draft.overview is None and not draft.functions:
        draft.overview = passages(first)[0]
        section = replace(section, lines=rest)
    add_items(draft.functions, section)


def _add_duty(draft: Draft, section: Section) -> None:
    lines = passages(section.lines)
    draft.stated.append(DutyDraft(lines[0] if lines else None, section.label, lines[1:]))


def _add_duty_title(draft: Draft, section: Section) -> None:
    title = Passage(text := section.value.strip().rstrip(STRIPPED), text, section.source)
    if draft.stated and draft.stated[-1].title is None:
        draft.stated[-1].title = title
    else:
        draft.stated.append(DutyDraft(title))


def _add_tasks(draft: Draft, section: Section) -> None:
    if not draft.is_department and len(draft.duties) == draft.told:
        _add_duties(draft, section)
    elif draft.stated:
        draft.stated[-1].tasks += passages(section.lines)
    else:
        add_items(draft.stated, section)


def _add_authorities(draft: Draft, section: Section) -> None:
    kind, _, value = section.label.replace("：", ":").partition(":")
    if not section.lines and labels().is_none(value):  # 财务权限：-
        line = Line(value.strip(), section.source, quote=section.label)
        section = replace(section, label=kind, lines=[line])
    if section.field is Field.AUTHORITIES and labels().is_none(
        section.value.strip("（）() ")
    ):  # a mark holds no word
        text = section.value.strip()
        draft.facts[Field.AUTHORITIES] = Passage(text, section.lines[0].quote or text, section.source)
        draft.none.add(Field.AUTHORITIES)
        return
    lines = apart(section.lines)
    contacts = [  # 店长与供货商保持联系。 behind a list of rights
        line for i, line in enumerate(lines) if not line.depth and _tells_partners(line, beside=i > 0)
    ]
    tell_beside(draft, section, Parts(partners=contacts))
    names = (draft.name, *draft.aliases)
    rights = [part for line in lines if line not in contacts for part in _rights(line, names)]
    add_listings(draft.authorities, replace(section, lines=rights), rights_of)


def _tells_partners(line: Line, beside: bool) -> bool:
    """Whether a paragraph is about partners: by words for a list of them, `beside` another list by any."""
    return names_partners(line.text) or (beside and speaks_of_partners(line.text))


def _rights(line: Line, names: Sequence[str]) -> list[Line]:
    """The rights of a line; a sentence about the post may tell several: 店长有权调班，并有权调价."""
    told = not line.depth and subject_end(fold(line.text), names)
    return list(rights_in(line)) if told else [line]


def _add_collaboration(draft: Draft, section: Section) -> None:
    names = (draft.name, *draft.aliases)
    rights = [line for line in section.lines[1:] if not line.depth and tells_right(line, names)]
    if rights:  # 店长有权调班。 behind a sentence about partners
        tell_beside(draft, section, sorted_behind(rights, names))
        section = replace(section, lines=[line for line in section.lines if line not in rights])
    if len(section.lines) > 1 and not any(_SENTENCES.search(line.text) for line in section.lines):
        add_listings(draft.collaboration, section, partners)
        return
    told = [own_contacts(line, names) for line in section.lines]
    for part in kinds_apart(replace(section, lines=told)):
        add_listings(draft.collaboration, part, partners)


def _add_other(draft: Draft, section: Section) -> None:
    kind = _REMARK.sub("", section.label).strip() or section.label
    draft.others.append(ListingDraft(kind, passages(section.lines)))


_ADDERS: dict[Field, Callable[[Draft, Section], None]] = {
    **dict.fromkeys(SHORT - {Field.NAME}, _add_short),
    Field.ALIAS: _add_alias,
    Field.SUMMARY: _add_summary,
    Field.DEPARTMENT_OVERVIEW: _add_summary,
    Field.FUNCTIONS: _add_functions,
    Field.DUTIES: _add_duties,
    Field.DUTY: _add_duty,
    Field.DUTY_TITLE: _add_duty_title,
    Field.TASKS: _add_tasks,
    Field.AUTHORITIES: _add_authorities,
    Field.AUTHORITY_KIND: _add_authorities,
    Field.COLLABORATION: _add_collaboration,
    Field.COLLABORATION_KIND: _add_collaboration,
}
