"""A role or department under construction, and what comes of it at the end."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from knowledge.regex import regex
from knowledge.roles.grades import grades
from knowledge.roles.headings import is_department, may_be_post
from knowledge.roles.held import held_field
from knowledge.roles.items import (
    DutyDraft,
    ListingDraft,
    finished_duties,
    finished_functions,
    finished_listings,
    partners,
    passages,
    says_none,
)
from knowledge.roles.labels import Field
from knowledge.roles.lines import Line, Section
from knowledge.roles.names import read_names
from knowledge.roles.role import Department, Passage, Role
from knowledge.text import bare

_COUNTED = regex(
    r"(?P<label>(?:主要|核心|工作|岗位)?(?:职责|任务|职能|模块|板块|工作)\s*[（(]?[一二三四五六七八九十\d]{1,3}[)）]?)\s*[：:、.．]\s*"
    r"(?P<title>\S.*)"
)
_LEAST = 2  # functions that the description of a post tells of its department
_NOTES = "说明"  # the kind of paragraphs without label


@dataclass
class Draft:
    """A role or department under construction.

    `level` is its heading's; `named` False while only a title names it; `evident` once something says that
    it is a post: a field of a job description, a title; `doubtful` where that title names a place or people;
    `below_division` where its heading is below a department's; `is_chapter` where it is no role's; `guessed`:
    taken for the summary till a label names one; `told`: how many of its duties stand in sentences without a
    label; `functions_of`: the department whose functions its description tells; `notes`: paragraphs without
    label, `lines`: all lines so.
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
    functions_of: Passage | None = None
    told: int = 0
    overview: Passage | None = None
    guessed: Passage | None = None
    left: list[Passage] = field(default_factory=list)
    notes: list[Passage] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    @property
    def stated(self) -> list[DutyDraft]:
        """What it does: the duties of a role, the functions of a department."""
        return self.functions if self.is_department else self.duties

    def add_under(self, heading: Section, context: Field | None) -> None:
        """Take the lines under a heading that stands inside a section of the field `context`."""
        if context in (Field.DUTIES, Field.FUNCTIONS):
            counted = _COUNTED.match(heading.label)  # 职责一：客户开发
            label, text = (counted["label"], counted["title"]) if counted else ("", heading.label)
            title = Passage(text.strip(), heading.quote, heading.source)
            drafts = self.duties if context is Field.DUTIES else self.functions
            drafts.append(DutyDraft(title, label, passages(heading.lines)))
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

    def stands_above(self, section: Section) -> bool:
        """Whether a heading with a label can be a part of it: no label beside the title of no post is."""
        sure = self.evident or self.named or not 0 < section.level <= self.level
        return sure or may_be_post(self.name)

    def department(self) -> Department | None:
        """The finished department, or that of a post whose description tells what it does; None where nothing
        is said of one."""
        if not self.is_department:
            return self._department_of_post()
        if self.overview is None and not self.functions:
            return None
        functions = finished_functions(self.functions)
        return Department(self.name, self.passage, self.overview, functions, self.facts)

    def _department_of_post(self) -> Department | None:
        stated = self.facts.get(Field.DEPARTMENT)
        named = self.functions_of or stated
        if len(self.functions) < _LEAST or named is None or not is_department(named.text):
            return None
        return Department(named.text, named, self.overview, finished_functions(self.functions))

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
