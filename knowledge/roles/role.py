"""What a document says of a role or a department, each piece with the place where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from knowledge.documents.document import Source
from knowledge.roles.labels import Field
from knowledge.text import fold


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a document: `text` as a value (no number, no end mark), `quote` verbatim with its label."""

    text: str
    quote: str = field(compare=False)
    source: Source = field(compare=False)


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty: its statement, the tasks below it, and a short label in front of it (职责一, 预算管理)."""

    title: Passage
    tasks: tuple[Passage, ...] = ()
    label: str = ""

    def passages(self) -> Iterator[Passage]:
        """The statement, then each task."""
        yield self.title
        yield from self.tasks


@dataclass(frozen=True, slots=True)
class Listing:
    """A list under a label: authorities of one kind, partners of one kind."""

    kind: str
    items: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """A post (岗位) and all that its job description says.

    `facts` holds the short fields as the document writes them, absent where it says nothing or leaves a blank
    (`blank` tells which labels stood there without a value); `none` the fields stated as none. A role that is
    only mentioned in other descriptions has `described` False and nothing but its name and what sentences
    say of it. `stated`: for names that its own sentences relate it to, the sentence.
    """

    name: str
    named: Passage
    described: bool = True
    aliases: tuple[str, ...] = ()
    organization: str = ""
    superiors: tuple[str, ...] = ()
    dotted_superiors: tuple[str, ...] = ()
    subordinates: tuple[str, ...] = ()
    dotted_subordinates: tuple[str, ...] = ()
    facts: dict[Field, Passage] = field(default_factory=dict)
    none: frozenset[Field] = frozenset()
    blank: frozenset[Field] = frozenset()
    duties: tuple[Duty, ...] = ()
    authorities: tuple[Listing, ...] = ()
    collaboration: tuple[Listing, ...] = ()
    others: tuple[Listing, ...] = ()
    stated: dict[str, Passage] = field(default_factory=dict)

    def text(self, of: Field) -> str | None:
        """A short field's value, or None."""
        return self.facts[of].text if of in self.facts else None

    @property
    def department(self) -> str:
        """The department as written, or an empty text."""
        return self.text(Field.DEPARTMENT) or ""


def brief(role: Role) -> Role:
    """A role without its lists, and what its sentences say: most of what its description holds. Of its rights
    the kinds are left."""
    kinds = tuple(Listing(listing.kind, ()) for listing in role.authorities)
    return replace(role, duties=(), authorities=kinds, collaboration=(), others=(), stated={})


@dataclass(frozen=True, slots=True)
class Department:
    """A department: its overview, its functions (一级职能) with their items (二级职能), its short fields."""

    name: str
    named: Passage
    overview: Passage | None = None
    functions: tuple[Duty, ...] = ()
    facts: dict[Field, Passage] = field(default_factory=dict)


def as_written(name: str, text: str) -> str:
    """A folded name as a text writes it."""
    at = fold(text).find(name)
    return text[at : at + len(name)].strip() if at >= 0 else name
