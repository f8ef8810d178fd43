"""Roles joined into one organization: names, reporting lines, departments and statements."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from itertools import chain
from typing import TYPE_CHECKING

from knowledge.abbreviation import CHIEF
from knowledge.actions import actions
from knowledge.company_words import NO_WORDS, CompanyWords
from knowledge.grouping import Grouping
from knowledge.name_index import NameIndex
from knowledge.parallel import divided
from knowledge.partnership import Partnership, partner_names, partnership
from knowledge.post import Post, home, home_of, places_of
from knowledge.reporting import Reporting, distinct, lines_of, stated_in
from knowledge.roles.grades import grades
from knowledge.roles.labels import Field
from knowledge.roles.role import Department, Listing, Role
from knowledge.roles.statement import Statement
from knowledge.standing_for import heads_alone, plain_step, step_above
from knowledge.statements import Batch, MemoryShelf, Shelf, Statements, batch, gathered
from knowledge.text import bare, fold

if TYPE_CHECKING:  # what opens one that is kept needs nothing of how it is made
    from knowledge.roles.approval import Approval
    from knowledge.roles.reading import Reading

_MANY = 2_000  # roles whose statements are worked out by several processes
_ROLES_AT_ONCE = 100  # by one of them


class Organization:
    """What all documents together say. Every name is canonical; lists keep the order of the documents."""

    def __init__(
        self, readings: Iterable["Reading"], words: CompanyWords = NO_WORDS, shelf: Shelf | None = None
    ) -> None:
        """`words`: the organization's own, that documents and questions may have for its names; `shelf`:
        where the statements are kept, by default in memory."""
        from knowledge.merging import by_name, merged
        from knowledge.naming import Naming
        from knowledge.neighbours import kept_apart
        from knowledge.rule_posts import rule_posts

        self._readings = tuple(readings)
        self.words = words
        descriptions: dict[str, list[Role]] = {}
        for role in kept_apart(role for reading in self.readings for role in reading.roles):
            descriptions.setdefault(role.name, []).append(role)
        self.descriptions: Mapping[str, Sequence[Role]] = descriptions
        described = {name: merged(roles) for name, roles in self.descriptions.items()}
        self._described_departments = [d for reading in self.readings for d in reading.departments]
        self.departments: Mapping[str, Department] = by_name(self._described_departments)
        self.approvals: Sequence[Approval] = tuple(a for r in self.readings for a in r.approvals)
        self._joining = Naming(described.values())
        self.naming: NameIndex = self._joining
        for word, name in words.roles.items():
            self._joining.learn(word, name)
        self.roles: Mapping[str, Role] = described
        self.briefs: Mapping[str, Role] = described  # without lists, where those must be read
        self._named = described
        self._mention()
        self._reportings = tuple(self._join())
        self.lines = lines_of(self._reportings)
        self.grouping = Grouping((g for r in self.readings for g in r.groups), self._full_name)
        for named in rule_posts(self.approvals, alone=not self.descriptions):
            if not (self.grouping.members(named.name) or self.naming.could_mean(named.name)):
                self._named[named.name] = named
                self._joining.add_mentioned(named.name)
        for role in self.roles.values():
            for alias in role.aliases:
                self._joining.add_alias(alias, role.name)
        self.statements = self._state(shelf or MemoryShelf())

    @property
    def readings(self) -> "tuple[Reading, ...]":
        """What each document says."""
        return self._readings

    @property
    def says_anything(self) -> bool:
        """Whether the documents tell of roles, departments, approvals or rules."""
        rules = self.approvals or any(reading.provisions for reading in self.readings)
        return bool(self.roles or self.departments or rules)

    @property
    def reportings(self) -> tuple[Reporting, ...]:
        """Every reporting line, in the order of the documents."""
        return self._reportings

    @property
    def repeated(self) -> list[Role]:
        """The further descriptions of roles that are described more than once."""
        return [role for roles in self.descriptions.values() for role in roles[1:]]

    def _mention(self) -> None:
        """Take in the roles that sentences tell of without describing them."""
        from knowledge.merging import merged

        for reading in self.readings:
            described = [role.name for role in reading.roles if role.name in self._named]
            for role in reading.mentioned:
                if self.naming.spellings.get(bare(role.name)):
                    continue
                meant = self._joining.ending_in(role.name, described)
                if len(meant) == 1:
                    full = meant[0]
                    self._joining.learn(role.name, full)
                    self._named[full] = merged([self._named[full], replace(role, name=full, described=True)])
                elif not meant:  # 副馆长2名 where both are described counts no further post
                    self._named[role.name] = role
                    self._joining.add_mentioned(role.name, role.organization)

    def _join(self) -> Iterator[Reporting]:
        """The reporting lines; names in them made canonical, unknown ones added as mentioned roles."""
        from knowledge.neighbours import of_organization, strangers

        pending: list[tuple[Role, str, Field, bool]] = []
        for role in [d for r in self.roles.values() for d in self.descriptions.get(r.name, [r])]:
            pending += [(role, name, Field.SUPERIOR, False) for name in role.superiors]
            pending += [(role, name, Field.SUPERIOR, True) for name in role.dotted_superiors]
            pending += [(role, name, Field.SUBORDINATES, False) for name in role.subordinates]
            pending += [(role, name, Field.SUBORDINATES, True) for name in role.dotted_subordinates]
        for role, written, field, dotted in pending:
            passage = role.stated.get(written) or stated_in(role, written, field, dotted)
            name = self._joining.canonical(written, role, field)
            if name is None:
                named = Role(written, passage, described=False, organization=role.organization)
                known = self.roles.get(written)
                if known is not None and strangers(known.organization, role.organization):
                    named = of_organization(named)
                name = named.name
                self._named.setdefault(name, named)
                self._joining.add_mentioned(name, role.organization)
                for alias in named.aliases:
                    self._joining.learn(alias, name)
            up = field is Field.SUPERIOR
            yield Reporting(name if up else role.name, role.name if up else name, passage, role.name, dotted)

    def _state(self, shelf: Shelf) -> Statements:
        """Every statement: of each described role, then of each department."""
        from knowledge.roles.bounds import NOT_SAID, bounded
        from knowledge.stated import statements_beside, statements_of

        described = [name for name, role in self.roles.items() if role.described]
        _ = self.posts  # before the work is divided, or each process makes them anew

        said = {reading.document: reading.bounds for reading in self.readings}

        def made(found: Sequence[Statement]) -> Batch:
            statements = [bounded(s, said.get(s.passage.source.document, NOT_SAID)) for s in found]
            return batch(statements, shelf, self.holder_name, self.naming.spellings)

        def of_roles(names: Sequence[str]) -> Batch:
            return made(statements_of(map(self.roles.__getitem__, names)))

        names = [*self.naming.spellings, *self.roles, *self.departments, *self.grouping.groups]
        beside = statements_beside(self._described_departments, self.approvals, self.readings, names)
        return gathered(chain(divided(of_roles, described, _MANY, _ROLES_AT_ONCE), [made(beside)]), shelf)

    def _full_name(self, written: str) -> str:
        """The full name of a role as written; itself where it is none."""
        names = self.naming.spellings.get(bare(written), ())
        return names[0] if len(names) == 1 else written

    def holder_name(self, folded: str, passage: str, short: bool = True) -> str:
        """Whom a statement gives a right (`short`: by a short form too); else the name as written."""
        names = self.naming.meant(folded)
        homes = {self.posts[name].organization for name in names if name in self.posts}
        if names and len(homes) < 2:
            return names[0]
        ended = folded.endswith((*grades().heads, CHIEF)) and folded not in actions().department_head
        fitting = self.naming.fitting(bare(folded)) if short and ended and not names else []
        if len(fitting) == 1 and self.roles[fitting[0]].described:  # 仓储经理 for 仓储部经理
            return fitting[0]
        at = fold(passage).find(folded)
        return passage[at : at + len(folded)].strip() if at >= 0 else folded

    def step_for(self, who: str, asker: str) -> str:
        """Who a step of an approval means for an asker: of a group (部门主管) the nearest one above him."""
        line, homes = [asker, *(x.superior for x in self.chain(asker))], partial(home_of, self.posts)
        group = self.grouping.members(who)
        described = who in self.roles and self.roles[who].described
        known = described or who in self.lines.up or who in self.lines.down  # not by rules alone
        found = "" if known else step_above(fold(who), line, group, homes)
        return found or (who if who in self.roles else self.holder_name(plain_step(fold(who)), who))

    def fit(self, applies_to: Sequence[str], asker: str) -> int:
        """How closely a rule fits an asker; see `Grouping.fit`."""
        homes = (home_of(self.posts, n) for n in (asker, *(x.superior for x in self.superiors(asker))))
        return self.grouping.fit(applies_to, asker, next(filter(None, homes), ""))  # or his superior's

    def role(self, name: str) -> Role:
        """The role of a canonical name."""
        return self.roles[name]

    def others(self, name: str) -> tuple[Listing, ...]:
        """What the description of a role has under headings of its own; nothing where there is none."""
        role = self.roles.get(name)
        return role.others if role else ()

    def superiors(self, name: str, dotted: bool = False) -> list[Reporting]:
        """The lines to the role's superiors; its own description goes before what other roles list."""
        lines = [r for r in self.lines.up.get(name, ()) if r.dotted is dotted]
        own = [r for r in lines if r.stated_by == name]
        return distinct(own or lines, "superior")

    def subordinates(self, name: str, dotted: bool = False) -> list[Reporting]:
        """The lines to the role's subordinates, from its own list and from those who name it as superior."""
        return distinct([r for r in self.lines.down.get(name, ()) if r.dotted is dotted], "subordinate")

    def listed_subordinates(self, name: str, dotted: bool = False) -> list[str]:
        """The subordinates that the role's own description lists, by their full names."""
        lines = (line for line in self.lines.down.get(name, ()) if line.stated_by == name)
        return list(dict.fromkeys(line.subordinate for line in lines if line.dotted is dotted))

    def chain(self, name: str) -> list[Reporting]:
        """The line of superiors, nearest first; it ends where none is stated and never turns in a circle."""
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
        lines = (line for above in self.superiors(name) for line in self.subordinates(above.superior))
        return [line for line in lines if line.subordinate != name]

    def described(self) -> list[Role]:
        """The roles that have a job description, in the order of the documents."""
        return [role for role in self.roles.values() if role.described]

    def department(self, name: str) -> Department | None:
        """The department of a name; one described by its full name (X公司理赔部) is found by its end."""
        found = self.departments.get(name)
        ending = [full for full in self.departments if full.endswith(name)] if found is None else []
        return self.departments[ending[0]] if len(ending) == 1 else found

    def members(self, department: str) -> list[Role]:
        """The roles whose department is, or lies in, the named one, in brief."""
        keys = dict.fromkeys(map(bare, self.called(department)))
        found = [name for key in keys for name in self.homes.get(key, ())]
        return [self.briefs[name] for name in dict.fromkeys(found)]

    def called_in(self, short: str, department: str) -> tuple[str, ...]:
        """The roles of a department of whose names or aliases a bare text is a short form, or the whole."""
        keys = dict.fromkeys(map(bare, self.called(department)))
        names = dict.fromkeys(name for key in keys for name in self.homes.get(key, ()))
        whole = [n for n in names if n in self.naming.spellings.get(short, ())]
        return tuple(whole or (name for name in names if self.naming.fits(short, name)))

    def called(self, name: str) -> tuple[str, ...]:
        """A name of the documents, and the company's other words for it."""
        return name, *self.words.called(name)

    def department_names(self) -> list[str]:
        """Departments that have a description or roles, in order."""
        return list(self._department_names)

    @cached_property
    def _department_names(self) -> Sequence[str]:
        names = list(self.departments)
        for post in self.posts.values():
            names += [part.strip() for part in post.home.split("/") if part.strip()]
        return list(dict.fromkeys(names))

    @cached_property
    def posts(self) -> Mapping[str, Post]:
        """What of each role is asked for most."""
        return {
            name: Post(name, r.department, home(r), r.organization, r.aliases, r.described)
            for name, r in self.roles.items()
        }

    @cached_property
    def heads_alone(self) -> Mapping[str, str]:
        """The last words of names that mean one post alone: the only one, or the one above all others."""
        return heads_alone(self.posts.values(), lambda name: [line.superior for line in self.chain(name)])

    @cached_property
    def homes(self) -> Mapping[str, Sequence[str]]:
        """The roles of each department, by its bare name."""
        found: dict[str, list[str]] = {}
        for post in self.posts.values():
            for place in places_of(post.home):
                found.setdefault(place, []).append(post.name)
        return found

    def organizations(self) -> list[str]:
        """The organizations that the documents name, in order."""
        return list(self._organizations)

    @cached_property
    def _organizations(self) -> Sequence[str]:
        return list(dict.fromkeys(post.organization for post in self.posts.values() if post.organization))

    def working_with(self, words: Iterable[str]) -> list[Role]:
        """The described roles of whose lists of partners one may name a word, or be named by it; not every
        one of them does."""
        names = (self.naming.numbered[number] for number in self.partnership.numbers(words))
        return [role for role in map(self.role, names) if role.described]

    @cached_property
    def partnership(self) -> Partnership:
        """Which roles may name a word in their lists of partners."""
        return partnership(map(self.role, self.naming.numbered), self.partners())

    def partners(self) -> list[str]:
        """Everyone named as a partner in collaboration, in order."""
        return partner_names(self.roles.values())
