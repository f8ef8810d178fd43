"""A role or department under construction: what each section adds to it, and what comes of it at the end."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from knowledge.regex import regex
from knowledge.roles.behind import split_behind, states_right
from knowledge.roles.collaboration import kinds_apart
from knowledge.roles.grades import grades
from knowledge.roles.held import held_field
from knowledge.roles.items import (
    STRIPPED,
    DutyDraft,
    ListingDraft,
    add_items,
    add_listings,
    finished_duties,
    finished_functions,
    finished_listings,
    partners,
    passages,
    rights_apart,
    rights_of,
    says_none,
)
from knowledge.roles.labels import Field, labels
from knowledge.roles.lines import Line, Section
from knowledge.roles.names import in_sentences, read_names, split_list
from knowledge.roles.role import Department, Passage, Role
from knowledge.roles.told_duties import by_kind, run_together
from knowledge.text import bare

_REMARK = regex(r"\s*[（(][^（()）]*[）)]$")  # 考核指标（KPI）
_SENTENCES = regex(r"[对内外部][内外部]?(?:与|同|跟)")  # 对内与财务部联系
_TOLD_RIGHTS, _NOTES = "权限", "说明"  # kinds: rights told behind the duties, paragraphs without label


@dataclass
class Draft:
    """A role or department under construction.

    `level` is its heading's; `named` False while only a title names it; `evident` once something says that
    it is a post: a field of a job description, a title; `doubtful` where that title names a place or people;
    `below_division` where its heading is below a department's; `is_chapter` where it is no role's; `guessed`:
    taken for the summary till a label names one; `notes`: paragraphs without label, `lines`: all lines so.
    """

    name: str
    passage: Passage
    level: int
    named: bool = False
    evident: bool = False
    doubtful: bool = False
    below_division: bool = False
    is_department: bool = False
    is_chapter: bool = False
    aliases: list[str] = field(default_factory=list)
    facts: dict[Field, Passage] = field(default_factory=dict)
    none: set[Field] = field(default_factory=set)
    blank: set[Field] = field(default_factory=set)
    duties: list[DutyDraft] = field(default_factory=list)
    authorities: list[ListingDraft] = field(default_factory=list)
    collaboration: list[ListingDraft] = field(default_factory=list)
    others: list[ListingDraft] = field(default_factory=list)
    functions: list[DutyDraft] = field(default_factory=list)
    overview: Passage | None = None
    guessed: Passage | None = None
    left: list[Passage] = field(default_factory=list)
    notes: list[Passage] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    @property
    def stated(self) -> list[DutyDraft]:
        """What it does: the duties of a role, the functions of a department."""
        return self.functions if self.is_department else self.duties

    def add(self, section: Section) -> None:
        """Take what a labelled section says; the duties of a department are its functions."""
        field_ = Field.FUNCTIONS if self.is_department and section.field is Field.DUTIES else section.field
        _ADDERS.get(field_, _add_other)(self, section)

    def tell(self, section: Section) -> None:
        """Take the sentences of a description in running prose."""
        does, may, others = by_kind(section.lines, (self.name, *self.aliases))
        self.add(replace(section, lines=does))
        self.authorities += [ListingDraft(_TOLD_RIGHTS, passages(may))] if may else []
        self.notes += passages(others)

    def add_under(self, heading: Section, context: Field | None) -> None:
        """Take the lines under a heading that stands inside a section of the field `context`."""
        if context in (Field.DUTIES, Field.FUNCTIONS):
            title = Passage(heading.label, heading.quote, heading.source)
            drafts = self.duties if context is Field.DUTIES else self.functions
            drafts.append(DutyDraft(title, "", passages(heading.lines)))
        elif context in (Field.AUTHORITIES, Field.AUTHORITY_KIND):
            self.authorities.append(ListingDraft(heading.label, passages(heading.lines)))
        elif context in (Field.COLLABORATION, Field.COLLABORATION_KIND):
            self.collaboration.append(ListingDraft(heading.label, partners(heading.lines)))
        else:
            self.others.append(ListingDraft(heading.label, passages(heading.lines)))

    def remains(self, as_role: bool, as_department: bool) -> Iterator[Passage]:
        """What a role, a department or neither of them has no place for."""
        yield from self.left
        yield from () if as_role else self.notes
        duties = [*([] if as_role else self.duties), *([] if as_department else self.functions)]
        listings = [] if as_role else [*self.authorities, *self.collaboration, *self.others]
        yield from () if as_role or as_department else self.facts.values()
        yield from [] if as_department or self.overview is None else [self.overview]
        for duty in duties:
            yield from [duty.title] if duty.title else []
            yield from duty.tasks
        for listing in listings:
            yield from listing.items

    def department(self) -> Department | None:
        """The finished department; None where nothing is said of it."""
        if self.overview is None and not self.functions:
            return None
        functions = finished_functions(self.functions)
        return Department(self.name, self.passage, self.overview, functions, self.facts)

    def role(self, organization: str) -> Role | None:
        """The finished role; None where nothing says that it is one."""
        told = self.named or self.duties or self.facts.keys() - {Field.SUMMARY}
        if not (self.named or self.evident) or (self.doubtful and not told):
            return None
        facts = self.facts
        said = facts or self.duties or self.authorities or self.collaboration or self.others or self.notes
        if not (self.named or said) and not bare(self.name).endswith(grades().heads):
            return None  # 领导班子岗位职责 above the posts of its members
        self._place()
        if self.notes:
            self.others.append(ListingDraft(_NOTES, self.notes))
        up = read_names(facts[Field.SUPERIOR].text) if Field.SUPERIOR in facts else None
        down = read_names(facts[Field.SUBORDINATES].text) if Field.SUBORDINATES in facts else None
        dotted = read_names(facts[Field.DOTTED_SUPERIOR].text).solid if Field.DOTTED_SUPERIOR in facts else ()
        return Role(
            name=self.name,
            named=self.passage,
            aliases=tuple(dict.fromkeys(a for a in self.aliases if bare(a) != bare(self.name))),
            organization=organization,
            superiors=up.solid if up else (),
            dotted_superiors=(up.dotted if up else ()) + dotted,
            subordinates=down.solid if down else (),
            dotted_subordinates=down.dotted if down else (),
            facts=facts,
            none=frozenset(self.none),
            blank=frozenset(self.blank - facts.keys()),
            duties=finished_duties(self.duties),
            authorities=finished_listings(self.authorities),
            collaboration=finished_listings(self.collaboration),
            others=finished_listings(self.others),
        )

    def _place(self) -> None:
        """Tell by their words what lists under unknown headings hold, where no label does."""
        for listing in list(self.others):
            held = held_field(listing.kind, [item.text for item in listing.items])
            if held is Field.AUTHORITIES and not self.authorities:
                self.authorities.append(listing)
            elif held is Field.DUTIES and not self.duties:
                self.duties += [DutyDraft(item) for item in listing.items]
            else:
                continue
            self.others.remove(listing)
        rights = [item for listing in self.authorities for item in listing.items]
        if rights and all(says_none(item.text) for item in rights):
            self.facts[Field.AUTHORITIES] = rights[0]
            self.none.add(Field.AUTHORITIES)
            self.authorities = []
        elif rights:
            self.facts.pop(Field.AUTHORITIES, None)
            self.none.discard(Field.AUTHORITIES)


_RELATED = (Field.SUPERIOR, Field.SUBORDINATES, Field.DOTTED_SUPERIOR, Field.DEPARTMENT)


def _add_short(draft: Draft, section: Section) -> None:
    text = section.value.strip().strip("。；;")
    if not text:
        draft.blank.add(section.field)
        return
    if section.field in _RELATED and in_sentences(text):  # 汇报关系：对主任负责，直接管理出纳
        draft.others.append(
            ListingDraft(section.label, [Passage(text, section.quote or text, section.source)])
        )
        return
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
    text = section.value.strip().rstrip(STRIPPED)
    if not text:
        return
    quote = section.lines[0].quote or text
    quote = quote if len(section.lines) > 1 else quote.strip().rstrip(STRIPPED)
    summary = Passage(text, quote, section.lines[0].source)
    if draft.is_department and draft.overview is None:
        draft.overview = summary
    elif not draft.is_department and draft.facts.get(Field.SUMMARY) is draft.guessed:
        draft.notes += filter(None, [draft.guessed])
        draft.facts[Field.SUMMARY], draft.guessed = summary, None
    else:
        draft.left.append(summary)


def _add_duties(draft: Draft, section: Section) -> None:
    items, notes, closing = split_behind(run_together(section.lines), (draft.name, *draft.aliases))
    add_items(draft.duties, replace(section, lines=items))
    rights = [line for line in notes if states_right(line.text)]  # 食堂管理员有权拒收不合格的食材。
    draft.authorities += [ListingDraft(_TOLD_RIGHTS, passages(rights))] if rights else []
    draft.notes += passages(line for line in notes if line not in rights)
    draft.left += passages(closing)


def _add_functions(draft: Draft, section: Section) -> None:
    """The functions; a paragraph above items tells what the department is for."""
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
    if draft.stated:
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
    section = replace(section, lines=rights_apart(section.lines))
    add_listings(draft.authorities, section, rights_of)


def _add_collaboration(draft: Draft, section: Section) -> None:
    if len(section.lines) > 1 and not any(_SENTENCES.search(line.text) for line in section.lines):
        add_listings(draft.collaboration, section, partners)
        return
    for part in kinds_apart(section):
        add_listings(draft.collaboration, part, partners)


def _add_other(draft: Draft, section: Section) -> None:
    kind = _REMARK.sub("", section.label).strip() or section.label
    draft.others.append(ListingDraft(kind, passages(section.lines)))


_ADDERS: dict[Field, Callable[[Draft, Section], None]] = {
    **dict.fromkeys(
        (
            Field.DEPARTMENT,
            Field.SUPERIOR,
            Field.DOTTED_SUPERIOR,
            Field.SUBORDINATES,
            Field.HEADCOUNT,
            Field.CODE,
            Field.LEVEL,
        ),
        _add_short,
    ),
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
SHORT = frozenset(of for of, add in _ADDERS.items() if add is _add_short)
