"""Sections put together: which of them belong to one role or department."""

from collections.abc import Iterable
from dataclasses import replace

from knowledge.regex import regex
from knowledge.roles.adding import add, add_department_text, tell, tell_behind, tell_parts, without_imprint
from knowledge.roles.approval import Approval
from knowledge.roles.approval_matrix import read_matrix
from knowledge.roles.chapter import Chapter, make_chapter
from knowledge.roles.draft import Draft
from knowledge.roles.form_parts import is_fresh, parts_form, parts_post
from knowledge.roles.headings import (
    SHORT,
    is_below,
    is_chapter,
    is_department,
    is_of_many,
    is_post,
    may_be_post,
    names_place,
    names_post,
    post_title,
    title_name,
    unnumbered,
    without_count,
)
from knowledge.roles.items import as_line, passage, passages
from knowledge.roles.keepers import read_keepers
from knowledge.roles.labels import Field, labels
from knowledge.roles.lines import Line, Section, make_line
from knowledge.roles.listed_rights import with_rights_apart
from knowledge.roles.matter_above import Above, Trail
from knowledge.roles.names import split_alias
from knowledge.roles.relations import states_superior
from knowledge.roles.role import Department, Passage, Role
from knowledge.roles.sections import OWN_LABEL, SUB_HEADING
from knowledge.roles.shared_duties import is_shared
from knowledge.roles.staffing import is_rank
from knowledge.roles.told_duties import speak, told_duties
from knowledge.roles.unknown_posts import says_where
from knowledge.text import bare, fold

_CLAUSE_END, _JOINED = regex("[。；;，,]"), regex("[及与和]")
_OF_DEPARTMENTS = (Field.DEPARTMENT_OVERVIEW, Field.FUNCTIONS)


class Assembler:
    """Takes the sections of a document one by one.

    `roles`, `departments`, `approvals`: what they made; `loose`: lines that belong to none of them; `shared`:
    headings of what all posts have to do, with the lines below.
    """

    def __init__(self, document: str) -> None:
        self._document = document
        self.roles: list[Role] = []
        self.departments: list[Department] = []
        self.approvals: list[Approval] = []
        self.loose: list[Chapter] = []
        self.shared: list[tuple[str, list[Line]]] = []
        self._draft: Draft | None = None
        self._title: Section | None = None
        self._context: Section | None = None
        self._organization = ""
        self._division: Section | None = None  # the heading of a department above headings of its posts
        self._above = Trail()  # the headings read last

    def add(self, section: Section) -> None:
        """Take one more section; in a chapter about no role a label is a line like any other."""
        chapter = self._draft is not None and self._draft.is_chapter
        if chapter and section.field not in (Field.HEADING, Field.NAME, Field.APPROVALS):
            return self._chapter_text(section)
        match section.field:
            case Field.APPROVALS:
                title, remarks = self._above.last or self._document, passages(section.lines)
                above = Above(section.label, self._above.all, self._document)
                found, left = read_matrix(section.rows, title, remarks, above)
                self.approvals += found
                kept = tuple((as_line(p), p) for p in read_keepers(section.rows))
                self.loose += [Chapter(title, True, kept)] if kept else []
                self._unplaced_passages(left)
            case Field.HEADING:
                self._heading(section)
            case Field.NAME:
                self._name(section)
            case Field.DEPARTMENT_NAME if section.value.strip():
                self._start(section.value, section).is_department = True
                self._title = None
            case Field.NEUTRAL | Field.TITLE if section.level > 0 or is_fresh(self._draft):
                self._part(section)
            case Field.NEUTRAL | Field.TITLE | Field.NOTE:
                self._unplaced(section.lines)
            case Field.OTHER if not section.label:
                self._free_text(section)
            case Field.FUNCTIONS if self._heads_departments(section):
                self.finish()
                self._title = None
            case _:
                self._field(section)

    def finish(self) -> None:
        """Close the role or department under construction."""
        draft, self._draft, self._context = self._draft, None, None
        if draft is None:
            return
        if draft.is_chapter and is_shared(draft.name):
            return self.shared.append((draft.name, draft.lines))
        with_rights_apart(draft)
        department = draft.department()
        if not draft.is_department and self._division is not None:
            self._place(draft, self._division)
        role = None if draft.is_department else draft.role(self._organization)
        self.departments += [department] if department else []
        self.roles += [role] if role else []
        remains = draft.remains(as_role=role is not None, as_department=department is not None)
        if role is None and department is None:
            self.loose.append(make_chapter(draft.name, draft.lines, named=True))
            taken = {passage.source for passage in self.loose[-1].passages}
            remains = (passage for passage in remains if passage.source not in taken)
        self.loose.append(Chapter(draft.name, False, tuple((as_line(p), p) for p in remains)))

    def _part(self, section: Section) -> None:
        """Sentences below a heading that only parts the form of a post: 基本情况 / 店长隶属营运部，…."""
        draft, title = self._draft, self._title
        post = not draft.is_department if draft is not None else title is not None and is_post(title.label)
        if draft is None and title is not None and not post and section.lines:
            post = says_where(unnumbered(title.label), section.lines[0].text)
            if post:
                self._start(title.label, title).evident = True
        if post and any(line.ended or "，" in line.text for line in section.lines):
            return self._free_text(replace(section, field=Field.OTHER, label=""))
        self._unplaced(section.lines)

    def _heads_departments(self, section: Section) -> bool:
        """Whether 部门职能 is the heading of a part whose departments have headings of their own."""
        titled = self._title is not None and labels().department_name.match(fold(self._title.label).strip())
        alone = section.level > 0 and not section.lines and not section.value.strip()
        return alone and (self._draft is None or not self._draft.stands_above(section)) and not titled

    def _place(self, draft: Draft, division: Section) -> None:
        """A post that states no department is of the one whose heading stands above its own."""
        found = labels().department_name.match(fold(division.label).strip())
        if found is not None and Field.DEPARTMENT not in draft.facts and draft.below_division:
            name = division.label.strip()[: found.end("name")]
            draft.facts[Field.DEPARTMENT] = Passage(name, division.quote or division.label, division.source)
            if is_rank(draft.name):  # 主任 below 调度中心 is none below 票务科
                draft.name, draft.aliases = name + draft.name, [*draft.aliases, draft.name]

    def _chapter_text(self, section: Section) -> None:
        label = [make_line(section.label, section.source, section.depth)] if section.label else []
        if self._draft is not None:
            self._draft.lines += [*label, *section.lines]

    def _heading(self, section: Section) -> None:
        self._above.add(section)
        if is_shared(section.label):
            self._start(section.label, section).is_chapter = True
            return self._chapter_text(replace(section, label=""))
        if self._is_sub_heading(section):
            self._sub_heading(section)
            return
        folded = fold(section.label).strip()
        if self._draft is None and parts_post(self._title, section):
            return self._part(section)
        self.finish()
        self._divide(section)
        if company := labels().company_title.match(folded):
            self._organization = section.label.strip()[: company.end("name")]
            self._title = None
            self._unplaced(section.lines)
            return
        self._title = section
        if section.closing or is_chapter(section.label):
            self._start(section.label, section).is_chapter = True
        if post_title(section.label):
            self._start(title_name(section.label), section)
        if section.lines:
            self._free_text(section)

    def _divide(self, section: Section) -> None:
        """Take notice of a heading that is the name of a department and no more, or that ends its posts."""
        posts = labels().department_posts.match(fold(section.label).strip())  # 财务部各岗位
        if posts is not None and not section.lines:
            name = section.label.strip()[: posts.end("name")]
            self._division = replace(section, label=name, quote=section.quote or section.label)
        elif is_department(section.label) and not any(line.depth for line in section.lines):
            self._division = section
        elif self._division is not None and not is_below(section, self._division):
            self._division = None

    def _is_sub_heading(self, section: Section) -> bool:
        draft, context = self._draft, self._context
        if draft is None or section.level <= 1:
            return False
        if section.level == OWN_LABEL:
            return not draft.is_department
        if context is None:
            return parts_form(draft, section)
        if draft.is_department or section.level == SUB_HEADING:
            post = draft.is_department and is_post(post_title(section.label) or section.label)
            return section.level > context.level and not post  # no function of its department
        return section.level > draft.level if draft.level else section.level >= max(2, context.level)

    def _sub_heading(self, section: Section) -> None:
        draft, context = self._draft, self._context
        if draft is None:
            return
        if section.level == OWN_LABEL:  # 隶属关系 in each description parts its form
            self._context = replace(section, field=Field.OTHER, level=draft.level)
            draft.add_under(section, None)
        elif context is not None and section.level > context.level:
            draft.add_under(section, context.field)
        else:
            self._context = replace(section, field=Field.OTHER)
            draft.add_under(section, None)

    def _name(self, section: Section) -> None:
        text = section.value.strip().rstrip("：:。；;")
        if not text:
            return
        name, aliases = split_alias(text)
        draft = self._draft
        if draft is None or draft.named or draft.is_department or draft.duties:
            draft = self._start(name, section)
        draft.name, draft.named = name, True
        draft.passage = Passage(name, section.quote, section.source)
        draft.aliases += aliases
        self._title = None

    def _start(self, title: str, section: Section) -> Draft:
        """A new draft; bracketed names in its title are aliases where the title names the same post."""
        self.finish()
        name, aliases = split_alias(title)
        named = Passage(name, section.quote or section.label, section.source)
        draft = Draft(name, named, section.level, aliases=list(aliases))
        if self._title is not None and self._title is not section:
            draft.level = draft.level or self._title.level
            other, more = split_alias(title_name(self._title.label))
            draft.aliases += more if bare(other) == bare(name) else ()
        if count := without_count(unnumbered(title))[1]:
            draft.facts[Field.HEADCOUNT] = Passage(count, section.quote or section.label, section.source)
        draft.below_division = self._division is not None and section.field is Field.NAME
        if section.field is Field.HEADING:
            found = labels().department_name.match(fold(title).strip())
            draft.is_department = found is not None
            draft.name = title.strip()[: found.end("name")] if found else draft.name
            draft.below_division = self._division is not None and is_below(section, self._division)
            said = [part for line in section.lines for part in _CLAUSE_END.split(line.text)]
            one = may_be_post(name) and not _JOINED.search(name)  # 剧务：在制片主任领导下…
            draft.evident = names_post(section.label, name)
            draft.evident |= one and any(states_superior(part, name) for part in said)
            draft.doubtful = names_place(name)
        self._draft = draft
        return draft

    def _ensure(self, section: Section) -> Draft | None:
        """The draft a section belongs to; a title with no name field in sight names a new one."""
        if self._draft is None and self._title is not None and not is_of_many(self._title.label):
            self._start(title_name(self._title.label), self._title)
        draft = self._draft
        if draft is not None and section.field in _OF_DEPARTMENTS and not draft.facts:
            draft.is_department = draft.is_department or not draft.duties
        return draft

    def _field(self, section: Section) -> None:
        if self._draft is not None and not self._draft.stands_above(section):
            self.finish()
        draft = self._ensure(section)
        if draft is None:
            return self._unplaced(section.lines)
        add(draft, section)
        if section.field is not Field.OTHER:
            draft.evident = True
        if section.field not in SHORT:
            level = self._context.level if self._context else draft.level
            self._context = replace(section, level=section.level or level)

    def _free_text(self, section: Section) -> None:
        """Lines that follow a title or a table: items are duties, the first paragraph is the summary."""
        draft = self._ensure(section)
        if draft is None or not section.lines:
            self._unplaced(section.lines)
            return
        draft.lines += section.lines
        section = without_imprint(draft, section)
        items = [line for line in section.lines if line.depth > 0]
        if draft.is_department:
            return self._unplaced(add_department_text(draft, section))
        post = draft.named or ((draft.evident or may_be_post(draft.name)) and not draft.doubtful)
        if post and not draft.duties and tell_parts(draft, section):
            return
        first = section.lines[0]
        titled = section.field is Field.HEADING and post_title(section.label) is not None
        before, told = told_duties(section.lines, draft.name, titled)
        if told and post and (section.field is Field.HEADING or speak(told)) and not draft.duties:
            if before and Field.SUMMARY not in draft.facts:
                draft.facts[Field.SUMMARY] = draft.guessed = passage(before.pop(0))
            draft.notes += passages(before)
            tell(draft, replace(section, field=Field.DUTIES, lines=told))
            return
        if items and not first.depth and first.strong.rstrip(":： ") == first.text.rstrip(":： "):
            section = replace(section, lines=section.lines[1:])  # 他做什么, in bold above its list
        elif first.depth == 0 and Field.SUMMARY not in draft.facts and not draft.duties:
            draft.facts[Field.SUMMARY] = draft.guessed = passage(first)
            section = replace(section, lines=section.lines[1:])
        if items:
            add(draft, replace(section, field=Field.DUTIES))
        elif post and draft.duties:
            tell_behind(draft, section)
        else:
            draft.notes += passages(section.lines)

    def _unplaced(self, lines: Iterable[Line]) -> None:
        self.loose.append(make_chapter(self._above.last or self._document, list(lines), named=False))

    def _unplaced_passages(self, lines: Iterable[Passage]) -> None:
        entries = tuple((as_line(p), p) for p in lines)
        self.loose.append(Chapter(self._above.last or self._document, False, entries))
