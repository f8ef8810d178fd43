"""What a company's own words mean among the names and words of its documents, and which may not be taught:
whatever would make two roles the same, change how questions are read, or do nothing."""

from collections.abc import Iterable

from knowledge.abbreviation import abbreviates
from knowledge.company_words import MATTER, ROLE, CompanyWords, Meaning, Refusal
from knowledge.dictionary import is_general
from knowledge.errors import WordError
from knowledge.organization import Organization
from knowledge.questions.name_table import name_table, place_table
from knowledge.questions.phrases import compact
from knowledge.questions.word_form import check_form, check_strengths, check_verb, is_post
from knowledge.roles.grades import drops_grade, grades
from knowledge.text import bare, undamaged
from knowledge.thesaurus import general_thesaurus
from knowledge.word_list import Entry

_PARTNER = "partner"
_KINDS = {
    "department": "部门",
    _PARTNER: "协作对象",
    "function": "部门职能",
    "authority": "权限类别",
    "organization": "单位",
}
_BODY = (*"部处科组室", "中心", "公司", "集团", "团队", "车间", "委员会")


class _Unknown(WordError):
    """Nothing that the documents know is in an entry; a later entry may change that."""


class Teacher:
    """Takes in the entries of one organization, one after another."""

    def __init__(self, organization: Organization) -> None:
        """`organization`: read without any words of its own."""
        self._organization = organization
        self._names, self._places = name_table(organization), place_table(organization)
        self._text = "\n".join(compact(undamaged(s.folded)) for s in organization.statements)
        self._holders = {right.holder for s in organization.statements for right in s.rights}
        cuts = organization.naming.cuts().values()
        self._heads = {*grades().heads, *(name[last:] for name, _, last in cuts if len(name) - last > 1)}
        self._roles: dict[str, str] = {}
        self._bodies: dict[str, tuple[str, str]] = {}
        self._rows: list[frozenset[str]] = []

    def learn(self, entries: Iterable[Entry]) -> CompanyWords:
        """What the entries mean, whatever order they are in, and which are refused."""
        every = tuple(entries)
        meanings: list[Meaning] = []
        refused: dict[int, str] = {}
        pending, before = [*enumerate(every)], -1
        while pending and len(pending) != before:
            before, later = len(pending), []
            for number, entry in pending:
                try:
                    meanings.append(self.teach(entry))
                except _Unknown as error:
                    later.append((number, entry))
                    refused[number] = str(error)
                except WordError as error:
                    refused[number] = str(error)
                else:
                    refused.pop(number, None)
            pending = later
        refusals = tuple(Refusal(every[number], reason) for number, reason in sorted(refused.items()))
        return CompanyWords(every, tuple(meanings), refusals)

    def teach(self, entry: Entry) -> Meaning:
        """What an entry means, which counts from now on. Raises WordError, and then nothing has changed."""
        named = {word: self._roles_of(word) for word in entry.words}
        written = {w for w in entry.words if bare(w) in self._names or bare(w) in self._places}
        check_form(entry.words, written, frozenset(w for w in written if named[w]))
        for word, names in named.items():
            if len(names) > 1:
                raise WordError(f"“{word}”可以指几个岗位：{'、'.join(names)}。请写岗位全名。")
        roles = {word: names[0] for word, names in named.items() if names}
        bodies = {word: body for word in entry.words if (body := self._body_of(word)) and not named[word]}
        if roles:
            meaning = self._role(entry, roles, bodies)
            self._roles |= {bare(word): meaning.name for word in meaning.words}
        else:
            meaning = (self._body(entry, bodies) if bodies else None) or self._matter(entry)
            if meaning.kind != MATTER:
                self._bodies |= {bare(word): (meaning.kind, meaning.name) for word in meaning.words}
        if meaning.kind != ROLE and not meaning.known:
            self._rows.append(frozenset(map(compact, entry.words)))
        return meaning

    def _roles_of(self, word: str) -> tuple[str, ...]:
        """The roles that a word names: by name, as taught, or as a short form."""
        key = bare(word)
        if key in self._roles:
            return (self._roles[key],)
        names = self._names.get(key) or self._names.get(compact(word), ())
        if not names and key.endswith(tuple(self._heads)):
            return tuple(self._organization.naming.fitting(key))
        return names

    def _body_of(self, word: str) -> tuple[str, str] | None:
        return self._bodies.get(bare(word)) or self._places.get(bare(word))

    def _role(self, entry: Entry, roles: dict[str, str], bodies: dict[str, tuple[str, str]]) -> Meaning:
        """The entry as other names of a role."""
        name = self._one_role(roles)
        new = [w for w in entry.words if self._roles_of(w) != (name,)]
        for word in new:
            body = bodies.get(word)
            if body and (body[0] != _PARTNER or bare(word).endswith(_BODY)):
                raise WordError(f"“{word}”在文档里是{_KINDS[body[0]]}，“{name}”是岗位，不能是一回事。")
            if not self._roles_of(word):
                if bare(word).endswith(_BODY) and not body:
                    raise WordError(f"“{word}”像一个部门，“{name}”是岗位，不能是一回事。")
                self._check_name(word, name, "岗位")
        return Meaning(ROLE, name, tuple(new) or _others(entry, name), known=not new)

    def _one_role(self, roles: dict[str, str]) -> str:
        """The one role that all words mean: two of the documents are two, but for a mere nickname."""
        names = list(roles.values())
        described = [name for name in names if self._organization.role(name).described]
        kept = (described or [name for name in names if is_post(name)] or names)[0]
        others = [name for name in names if name != kept and not self._is_nickname(name, kept)]
        if not others:
            return kept
        for word, name in roles.items():
            if bare(word) != bare(name):
                other = kept if name in others else others[0]
                raise WordError(f"“{word}”已经指岗位“{name}”，不能再指“{other}”。")
        raise WordError(f"“{others[0]}”和“{kept}”在文档里是两个岗位，不能当作一个。")

    def _is_nickname(self, name: str, kept: str) -> bool:
        """Whether a name that documents only mention can be a role's other name: not built like a post's
        name, or a short form of the other's; and no document tells the two apart."""
        organization = self._organization
        short = abbreviates(bare(name), *organization.naming.cuts()[kept]) and not drops_grade(name, kept)
        if organization.role(name).described or (is_post(name) and not short):
            return False
        lines = [line for dotted in (False, True) for line in organization.superiors(name, dotted)]
        lines += [line for dotted in (False, True) for line in organization.subordinates(name, dotted)]
        if any(kept in (line.superior, line.subordinate) for line in lines):
            return False
        lists = (r.subordinates for r in organization.described())
        return not any(
            {name, kept} <= {found for w in names for found in self._roles_of(w)} for names in lists
        )

    def _body(self, entry: Entry, bodies: dict[str, tuple[str, str]]) -> Meaning | None:
        """The entry as other names of a department, partner and the like; None: it is of words only."""
        found = sorted(dict.fromkeys(bodies.values()), key=lambda body: body[0] == _PARTNER)
        kind, name = found[0]
        for other_kind, other in found[1:]:
            if other_kind != _PARTNER or self._listed_together(name, other):
                one, two = _KINDS[other_kind], _KINDS[kind]
                raise WordError(f"文档里“{other}”({one})和“{name}”({two})是两回事，不能当作一个。")
        new = [word for word in entry.words if bodies.get(word) != (kind, name)]
        fresh = [word for word in new if word not in bodies]
        if kind == _PARTNER and any(self._is_word(word) for word in fresh):
            return None
        for word in fresh:
            self._check_name(word, name, _KINDS[kind])
        return Meaning(kind, name, tuple(new) or _others(entry, name), known=not new)

    def _listed_together(self, one: str, two: str) -> bool:
        """Whether a role works together with both, each by name."""
        for role in self._organization.described():
            partners = [compact(item.text) for listing in role.collaboration for item in listing.items]
            if all(any(p.startswith(compact(name)) for p in partners) for name in (one, two)):
                return True
        return False

    def _check_name(self, word: str, name: str, kind: str) -> None:
        """Raises WordError where a new word for a name would be taken from something else."""
        key = bare(word)
        if "的" in key:
            raise WordError(f"“{word}”里有“的”，问句里会分不开。请去掉再教。")
        for grade in (*grades().before, *grades().after):
            plain = key.replace(grade, "", 1)
            if (
                grade in key
                and grade not in bare(name)
                and (plain == bare(name) or name in self._roles_of(plain))
            ):
                raise WordError(f"“{word}”多了“{grade}”，听起来是“{name}”之外的另一个岗位。")
        if self._is_word(word):
            raise WordError(f"“{word}”是说事情的常用词，当作{kind}“{name}”的叫法，会听错别的问题。")
        names = [*self._organization.roles, *self._organization.department_names()]
        others = [other for other in names if other != name and (key in bare(other) or bare(other) in key)]
        if others:
            raise WordError(f"“{word}”和“{others[0]}”一个套着一个，会弄混。")

    def _is_word(self, word: str) -> bool:
        """Whether a word is one for things already: of the tables, as taught, or of the documents' text."""
        text = compact(word)
        if general_thesaurus().groups(text) or any(text in row for row in self._rows):
            return True
        if text in self._holders or text not in self._text:
            return False
        return is_general(text[:2]) or is_general(text[-2:])

    def _matter(self, entry: Entry) -> Meaning:
        """The entry as words that mean the same."""
        words = frozenset(map(compact, entry.words))
        for word in entry.words:
            if self._written(word):
                continue
            if is_post(word):
                raise WordError(f"“{word}”像一个岗位，但文档里没有这个岗位。请写文档里的岗位全名。")
            check_verb(compact(word))
            inside = [name for name in self._organization.roles if bare(name) in bare(word)]
            if inside:
                raise WordError(f"“{word}”里有岗位“{inside[0]}”，会弄混。请只写事情本身。")
        spoken = [word for word in entry.words if self._is_known(word)]
        if not spoken:
            absent = "、".join(f"“{word}”" for word in entry.words)
            raise _Unknown(f"文档里没有{absent}，记下来也用不上。请检查有没有写错，或者改用文档里的词。")
        check_strengths(self._connected(words))
        meant = [word for word in spoken if self._written(word)] or spoken
        name = meant[0] if len(meant) == 1 else ""
        return Meaning(MATTER, name, _others(entry, name), known=any(words <= row for row in self._rows))

    def _connected(self, words: frozenset[str]) -> list[str]:
        """The words, and all that earlier entries tie to them, however far."""
        reached, before = set(words), 0
        while len(reached) != before:
            before = len(reached)
            reached.update(*(row for row in self._rows if not row.isdisjoint(reached)))
        return sorted(reached)

    def _is_known(self, word: str) -> bool:
        """Whether the documents speak of what a word says, in this word, its parts or one of its meaning."""
        text, table = compact(word), general_thesaurus()
        groups = table.groups(text)
        if any(map(self._written, (text, *table.expansions(groups)))) or any(
            text in row for row in self._rows
        ):
            return True
        pairs = [*table.parts(groups), *([(text[:2], text[2:])] if len(text) == 4 else [])]
        return any(one in line and two in line for line in self._text.split("\n") for one, two in pairs)

    def _written(self, word: str) -> bool:
        return bare(word) in self._places or compact(word) in self._text


def _others(entry: Entry, name: str) -> tuple[str, ...]:
    return tuple(word for word in entry.words if bare(word) != bare(name))
