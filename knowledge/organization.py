"""Roles joined into one organization: names, reporting lines, departments and statements."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.actions import Strength, actions
from knowledge.company_words import NO_WORDS, CompanyWords
from knowledge.grouping import Grouping
from knowledge.merging import merged
from knowledge.naming import Naming
from knowledge.neighbours import kept_apart, of_organization, strangers
from knowledge.roles.approval import Approval, rule_statements
from knowledge.roles.grades import grades
from knowledge.roles.labels import Field, labels
from knowledge.roles.performer import handed_on, with_performers
from knowledge.roles.posts import Posts
from knowledge.roles.provision import provision_statements
from knowledge.roles.reading import Reading
from knowledge.roles.role import Department, Passage, Role
from knowledge.roles.statement import Statement, make_statement
from knowledge.statements import Statements, numbered
from knowledge.text import bare, fold


@dataclass(frozen=True, slots=True)
class Reporting:
    """A reporting line and the passage that states it; `stated_by` is the role whose description has it."""

    superior: str
    subordinate: str
    passage: Passage
    stated_by: str
    dotted: bool = False


class Organization:
    """What all documents together say. Every name is canonical; lists keep the order of the documents."""

    def __init__(self, readings: Iterable[Reading], words: CompanyWords = NO_WORDS) -> None:
        """`words`: the organization's own, that documents and questions may have for its names."""
        self.readings = tuple(readings)
        self.words = words
        self.descriptions: dict[str, list[Role]] = {}
        for role in kept_apart(role for reading in self.readings for role in reading.roles):
            self.descriptions.setdefault(role.name, []).append(role)
        self.repeated = [role for roles in self.descriptions.values() for role in roles[1:]]
        described = {name: merged(roles) for name, roles in self.descriptions.items()}
        self._described_departments = [d for reading in self.readings for d in reading.departments]
        self.departments: dict[str, Department] = {}
        for department in self._described_departments:
            known = self.departments.setdefault(department.name, department)
            if known is not department:
                self.departments[department.name] = _joined(known, department)
        self.approvals: tuple[Approval, ...] = tuple(a for r in self.readings for a in r.approvals)
        self.naming = Naming(described.values())
        for word, name in words.roles.items():
            self.naming.learn(word, name)
        self.roles: dict[str, Role] = described
        self._mention()
        self.reportings = tuple(self._join())
        self._up: dict[str, list[Reporting]] = {}
        self._down: dict[str, list[Reporting]] = {}
        for reporting in self.reportings:
            self._up.setdefault(reporting.subordinate, []).append(reporting)
            self._down.setdefault(reporting.superior, []).append(reporting)
        self.grouping = Grouping((g for r in self.readings for g in r.groups), self._full_name)
        for role in self.roles.values():
            for alias in role.aliases:
                self.naming.add_alias(alias, role.name)
        every = tuple(self._state())
        self.statements = Statements(every, numbered(every, self.holder_name, self.naming.spellings))

    def _mention(self) -> None:
        """Take in the roles that sentences tell of without describing them."""
        for reading in self.readings:
            for role in reading.mentioned:
                if not self.naming.spellings.get(bare(role.name)):
                    self.roles[role.name] = role
                    self.naming.add_mentioned(role.name, role.organization)

    def _join(self) -> Iterator[Reporting]:
        """The reporting lines; names in them made canonical, unknown ones added as mentioned roles."""
        pending: list[tuple[Role, str, Field, bool]] = []
        for role in [d for r in self.roles.values() for d in self.descriptions.get(r.name, [r])]:
            pending += [(role, name, Field.SUPERIOR, False) for name in role.superiors]
            pending += [(role, name, Field.SUPERIOR, True) for name in role.dotted_superiors]
            pending += [(role, name, Field.SUBORDINATES, False) for name in role.subordinates]
            pending += [(role, name, Field.SUBORDINATES, True) for name in role.dotted_subordinates]
        for role, written, field, dotted in pending:
            passage = role.stated.get(written) or _stated_in(role, written, field, dotted)
            name = self.naming.canonical(written, role, field)
            if name is None:
                named = Role(written, passage, described=False, organization=role.organization)
                known = self.roles.get(written)
                if known is not None and strangers(known.organization, role.organization):
                    named = of_organization(named)
                name = named.name
                self.roles.setdefault(name, named)
                self.naming.add_mentioned(name, role.organization)
                for alias in named.aliases:
                    self.naming.learn(alias, name)
            up = field is Field.SUPERIOR
            yield Reporting(name if up else role.name, role.name if up else name, passage, role.name, dotted)

    def _state(self) -> Iterator[Statement]:
        """Every statement: of each described role, then of each department."""
        for role in self.described():
            own = [with_performers(statement) for statement in _role_statements(role)]
            yield from own
            yield from handed_on(own)
        for department in self._described_departments:
            yield from _department_statements(department)
        yield from rule_statements(list(self.approvals))
        yield from handed_on(map(_performed, {id(a.passage): a for a in self.approvals}.values()))
        posts = Posts([*self.naming.spellings, *self.roles, *self.departments, *self.grouping.groups])
        for reading in self.readings:
            for provisions in reading.provisions:
                yield from provision_statements(provisions, posts)

    def _full_name(self, written: str) -> str:
        """The full name of a role as written; itself where it is none."""
        names = self.naming.spellings.get(bare(written), [])
        return names[0] if len(names) == 1 else written

    def holder_name(self, folded: str, passage: str) -> str:
        """The canonical name of a holder that a statement names, else its name as the passage writes it."""
        names = self.naming.spellings.get(bare(folded), [])
        homes = {self.roles[name].organization for name in names if name in self.roles}
        if names and len(homes) < 2:
            return names[0]
        at = fold(passage).find(folded)
        return passage[at : at + len(folded)].strip() if at >= 0 else folded

    def step_for(self, who: str, asker: str) -> str:
        """Who a step of an approval means for an asker: of a group (部门主管) the nearest one above him."""
        members = self.grouping.members(who)
        above = [line.superior for line in self.chain(asker)]
        if fold(who) in actions().own_superior and above:
            return above[0]
        return next((name for name in above if name in members), who)

    def fit(self, applies_to: Sequence[str], asker: str) -> int:
        """How closely a rule fits an asker; see `Grouping.fit`."""
        return self.grouping.fit(applies_to, asker, home(self.roles[asker]) if asker in self.roles else "")

    def role(self, name: str) -> Role:
        """The role of a canonical name."""
        return self.roles[name]

    def superiors(self, name: str, dotted: bool = False) -> list[Reporting]:
        """The lines to the role's superiors; its own description goes before what other roles list."""
        lines = [r for r in self._up.get(name, ()) if r.dotted is dotted]
        own = [r for r in lines if r.stated_by == name]
        return _distinct(own or lines, "superior")

    def subordinates(self, name: str, dotted: bool = False) -> list[Reporting]:
        """The lines to the role's subordinates, from its own list and from those who name it as superior."""
        return _distinct([r for r in self._down.get(name, ()) if r.dotted is dotted], "subordinate")

    def listed_subordinates(self, name: str, dotted: bool = False) -> list[str]:
        """The subordinates that the role's own description lists, by their full names."""
        own = [line for line in self._down.get(name, ()) if line.stated_by == name and line.dotted is dotted]
        return list(dict.fromkeys(line.subordinate for line in own))

    def chain(self, name: str) -> list[Reporting]:
        """The line of superiors, nearest first; ends where none is stated or where it would turn in a
        circle."""
        chain: list[Reporting] = []
        seen = {name}
        while lines := self.superiors(name):
            name = lines[0].superior
            if name in seen:
                break
            seen.add(name)
            chain.append(lines[0])
        return chain

    def colleagues(self, name: str) -> list[Reporting]:
        """The lines of those who have the same superior."""
        return [
            line
            for above in self.superiors(name)
            for line in self.subordinates(above.superior)
            if line.subordinate != name
        ]

    def described(self) -> list[Role]:
        """The roles that have a job description, in the order of the documents."""
        return [role for role in self.roles.values() if role.described]

    def department(self, name: str) -> Department | None:
        """The department of a name; one described by its full name (X公司理赔部) is found by its end."""
        ending = [d for full, d in self.departments.items() if full.endswith(name)]
        return self.departments.get(name) or (ending[0] if len(ending) == 1 else None)

    def members(self, department: str) -> list[Role]:
        """The roles whose department is, or lies in, the named one."""
        keys = set(map(bare, self.called(department)))
        return [
            r for r in self.roles.values() if not keys.isdisjoint(map(bare, [home(r), *home(r).split("/")]))
        ]

    def called(self, name: str) -> tuple[str, ...]:
        """A name of the documents, and the company's other words for it."""
        return name, *self.words.called(name)

    def department_names(self) -> list[str]:
        """Departments that have a description or roles, in order."""
        names = list(self.departments)
        for role in self.roles.values():
            names += [part.strip() for part in home(role).split("/") if part.strip()]
        return list(dict.fromkeys(names))

    def organizations(self) -> list[str]:
        """The organizations that the documents name, in order."""
        return list(dict.fromkeys(r.organization for r in self.roles.values() if r.organization))

    def partners(self) -> list[str]:
        """Everyone named as a partner in collaboration, in order."""
        names: list[str] = []
        for role in self.roles.values():
            for listing in role.collaboration:
                names += [item.text.split("：")[0].split(":")[0].strip() for item in listing.items]
        return list(dict.fromkeys(names))


def _stated_in(role: Role, written: str, field: Field, dotted: bool) -> Passage:
    """The field of a description that states a relation, else its heading."""
    apart = role.facts.get(Field.DOTTED_SUPERIOR)
    if dotted and apart is not None and field is Field.SUPERIOR and written in apart.text:
        return apart
    return role.facts.get(field) or apart or role.named


def home(role: Role) -> str:
    """The department of a role: as its description states it, else the one that its name begins with."""
    if role.department or not role.described:
        return role.department
    found = labels().department_in_name.match(role.name)
    return found["department"] if found and found["post"].endswith(grades().heads) else ""


def _joined(one: Department, other: Department) -> Department:
    """Two descriptions of a department as one: all functions, the first overview."""
    further = tuple(function for function in other.functions if function not in one.functions)
    return replace(one, overview=one.overview or other.overview, functions=(*one.functions, *further))


def _distinct(lines: Sequence[Reporting], by: str) -> list[Reporting]:
    seen: dict[str, Reporting] = {}
    for line in lines:
        seen.setdefault(getattr(line, by), line)
    return list(seen.values())


def _performed(approval: Approval) -> Statement:
    """The line of an approval as a statement of whoever prepares or carries out what is approved."""
    title = approval.title
    return with_performers(make_statement(title, title, approval.passage, fold(approval.matter)))


def _role_statements(role: Role) -> Iterator[Statement]:
    if Field.SUMMARY in role.facts:
        yield make_statement(role.name, "职责概述", role.facts[Field.SUMMARY])
    for duty in role.duties:
        section = duty.label or "职责"
        yield make_statement(role.name, section, duty.title)
        for task in duty.tasks:
            yield make_statement(role.name, section, task, fold(duty.title.text))
    for listing in (*role.authorities, *role.others):
        for item in listing.items:
            yield _of_kind(make_statement(role.name, listing.kind, item))


def _of_kind(statement: Statement) -> Statement:
    """A line under 审批权 that has no verb of its own is a right to approve."""
    verb = bare(statement.section).removesuffix("限").removesuffix("权")
    strength = actions().written.get(verb) if verb != bare(statement.section) else None
    if strength is None:
        return statement
    rights = (
        replace(r, strength=strength, verb=verb) if (r.strength, r.verb) == (Strength.EXECUTE, "") else r
        for r in statement.rights
    )
    return replace(statement, rights=tuple(rights))


def _department_statements(department: Department) -> Iterator[Statement]:
    """The overview and the items of the functions; a flat list of functions is its own items."""
    if department.overview:
        yield make_statement(department.name, "部门职责概述", department.overview, is_department=True)
    flat = not any(function.tasks for function in department.functions)
    for function in department.functions:
        title = function.title.text
        if flat:
            yield make_statement(department.name, title, function.title, is_department=True)
        for item in function.tasks:
            yield make_statement(department.name, title, item, fold(title), is_department=True)
