"""What checks look at: an organization, its documents, and what joins the two."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from knowledge.answer import Evidence
from knowledge.documents.document import Block, Document, Kind, Source
from knowledge.health.names_in_text import NamesInText
from knowledge.organization import Organization
from knowledge.post import home
from knowledge.reporting import Reporting
from knowledge.roles.labels import Field, labels
from knowledge.roles.role import Passage, Role
from knowledge.roles.statement import Right, Statement
from knowledge.text import bare, fold

_LONG = 60  # characters; a longer block is quoted by the words that matter alone
FIELD_NAMES = {
    Field.SUPERIOR: "直接上级",
    Field.DOTTED_SUPERIOR: "虚线上级",
    Field.SUBORDINATES: "直接下级",
    Field.DEPARTMENT: "所在部门",
    Field.HEADCOUNT: "编制",
    Field.CODE: "岗位编号",
    Field.LEVEL: "职级",
    Field.SUMMARY: "职责概述",
}


class Records:
    """An organization with look-ups that several checks need; each is made once, when it is first needed."""

    def __init__(self, organization: Organization, documents: Iterable[Document]) -> None:
        self.organization = organization
        self.documents = tuple(documents)
        self._above: dict[str, tuple[str, ...]] = {}

    @cached_property
    def descriptions(self) -> list[Role]:
        """Every job description, also a second one of the same role."""
        return [role for roles in self.organization.descriptions.values() for role in roles]

    @cached_property
    def names(self) -> NamesInText:
        """Finds the names of roles in a text."""
        return NamesInText(self.organization.roles)

    @cached_property
    def _places(self) -> dict[str, list[tuple[int, str]]]:
        places: dict[str, list[tuple[int, str]]] = {}
        for role in self.descriptions:
            places.setdefault(role.named.source.document, []).append((role.named.source.line, role.name))
        for department in self.organization.departments.values():
            source = department.named.source
            places.setdefault(source.document, []).append((source.line, department.name))
        return {document: sorted(found) for document, found in places.items()}

    @cached_property
    def _blocks(self) -> dict[tuple[str, int], list[Block]]:
        blocks: dict[tuple[str, int], list[Block]] = {}
        for document in self.documents:
            for block in document.blocks:
                blocks.setdefault((document.name, block.source.line), []).append(block)
        return blocks

    @cached_property
    def statements_of(self) -> dict[str, list[Statement]]:
        """The statements of each role, by its name."""
        found: dict[str, list[Statement]] = {}
        for statement in self.organization.statements:
            if not statement.is_department and not statement.rule:
                found.setdefault(statement.owner, []).append(statement)
        return found

    def blocks_at(self, source: Source) -> list[Block]:
        """The blocks that begin on a line of a document."""
        return self._blocks.get((source.document, source.line), [])

    def owner_at(self, source: Source) -> str:
        """Whose description a line stands in: the last name above it, or an empty text."""
        places = self._places.get(source.document, [])
        at = bisect_right(places, source.line, key=lambda place: place[0])
        return places[at - 1][1] if at else ""

    def above(self, name: str) -> tuple[str, ...]:
        """The line of superiors of a role, nearest first."""
        if name not in self._above:
            self._above[name] = tuple(line.superior for line in self.organization.chain(name))
        return self._above[name]

    def home(self, name: str) -> str:
        """The department of a role as its description states it."""
        role = self.organization.roles.get(name)
        return home(role) if role else ""

    def same_organization(self, one: str, other: str) -> bool:
        """Whether two roles belong to one organization."""
        roles = self.organization.roles
        return one not in roles or other not in roles or roles[one].organization == roles[other].organization

    def holder(self, statement: Statement, right: Right) -> str:
        """Who has a right: the owner, the one it is handed to, or an empty text where that is an own superior
        whom the documents do not name."""
        if right.holder is None:
            return statement.owner
        if right.holder:
            return self.organization.holder_name(right.holder, statement.passage.text, short=False)
        return next((line.superior for line in self.organization.superiors(statement.owner)), "")

    def blank(self, role: Role, field: Field) -> Passage:
        """The label that stands in a description without a value; where it cannot be found, the name."""
        spellings = sorted((s for s, f in labels().fields.items() if f is field), key=lambda s: -len(s))
        after = False
        for block in self._description(role):
            text = block.text if block.kind is Kind.ROW else block.text.strip()
            folded = fold(text)
            start = folded.find(fold(role.name)) + 1 if not after and len(text) > _LONG else 0
            after = True
            for spelling in spellings:
                at = folded.find(spelling, start)
                if at >= 0 and (len(text) <= _LONG or bare(folded[at : at + len(spelling)]) == spelling):
                    quote = block.quote or text
                    short = quote if len(text) <= _LONG else text[at : at + len(spelling)]
                    return Passage(short, short, block.source)
        return role.named

    def _description(self, role: Role) -> Iterator[Block]:
        """The blocks of a description, from the line of its name to the next name."""
        source = role.named.source
        places = self._places.get(source.document, [])
        at = bisect_right(places, source.line, key=lambda place: place[0])
        end = places[at][0] if at < len(places) else None
        for document in self.documents:
            if document.name == source.document:
                first = bisect_right(document.blocks, source.line - 1, key=lambda block: block.source.line)
                for block in document.blocks[first:]:
                    if end is not None and block.source.line >= end:
                        return
                    yield block


def relation(line: Reporting) -> Evidence:
    """The passage that states a reporting line."""
    field = Field.SUPERIOR if line.stated_by == line.subordinate else Field.SUBORDINATES
    name = "虚线关系" if line.dotted else FIELD_NAMES[field]
    return Evidence(line.stated_by, name, _with_value(line.passage))


def stated(statement: Statement) -> Evidence:
    """A statement as evidence."""
    return Evidence(statement.owner, statement.section, statement.passage)


def fact(role: Role, field: Field) -> Evidence:
    """A short field of a description as evidence; its name where the field has no line of its own."""
    passage = _with_value(role.facts.get(field, role.named))
    return Evidence(role.name, FIELD_NAMES.get(field, "岗位名称"), passage)


def _with_value(passage: Passage) -> Passage:
    """A passage whose quote shows its value; where the label alone stands on the line, the value alone."""
    if passage.text.split("\n")[0] in passage.quote:
        return passage
    return replace(passage, quote=passage.text)
