"""A compiled organization opened: the same as that of the documents, but read part by part."""

from array import array
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from pathlib import Path

from knowledge.characters import Characters
from knowledge.compiled.kept import KeptMapping, KeptSequence, KeptSet
from knowledge.compiled.kept_statements import KeptStatements
from knowledge.compiled.kept_text import KeptText, text_key
from knowledge.compiled.layout import (
    APPROVAL,
    DEPARTMENT,
    INDEX,
    LINES,
    LISTINGS,
    NAMES,
    NUMBER,
    PLACE,
    POST,
    ROLE,
    ROLES,
    SETS,
    SMALL,
    SOUNDS,
    TEXT,
    Small,
)
from knowledge.compiled.records import Records
from knowledge.compiled.table import Table
from knowledge.grouping import Grouping
from knowledge.index import Index
from knowledge.name_index import NameIndex
from knowledge.organization import Organization
from knowledge.partnership import Partnership
from knowledge.post import Post
from knowledge.questions.lexicon import Lexicon, SearchIndex
from knowledge.questions.read_text import TextParts
from knowledge.questions.repair import Speller
from knowledge.reporting import Lines, Reporting
from knowledge.roles.reading import Reading
from knowledge.roles.role import Listing
from knowledge.segmenter import Segmenter
from knowledge.spellings import Spellings
from knowledge.statements import Statements


class Folder:
    """The files of a compiled organization."""

    def __init__(self, path: Path) -> None:
        """Raises OSError and ValueError."""
        self.path = path
        self.small: Small = SMALL.read(path.joinpath("small").read_bytes())

    def table(self, name: str) -> Table:
        """A table of bytes."""
        return Table(self.path / name)

    def has(self, name: str) -> bool:
        """Whether something was kept; what was written lightly lacks what had not been worked out."""
        return (self.path / name).exists()

    def records(self, name: str) -> Records:
        """Pieces by number."""
        return Records(self.path / name)

    def set(self, name: str) -> KeptSet:
        """A set of texts."""
        return KeptSet(self.table(name), self.small.longest[name])


class KeptOrganization(Organization):
    """An organization whose parts are read when they are asked for."""

    def __init__(
        self, folder: Folder, whole: Callable[[], Organization], statements: Statements | None = None
    ) -> None:
        """`whole`: the same made of the documents anew, for what is not kept; `statements`: those of the
        folder, where they are at hand."""
        self._whole, self._folder = whole, folder
        self.words = folder.small.words
        self.roles = KeptMapping(folder.table("roles"), ROLE.read, 200)
        self.briefs = KeptMapping(folder.table("briefs"), ROLE.read, 1_000)
        self._others = KeptMapping(folder.table("others"), LISTINGS.read, 1_000)
        self.departments = KeptMapping(folder.table("departments"), DEPARTMENT.read, 200)
        self.lines = Lines(
            KeptMapping(folder.table("up"), LINES.read), KeptMapping(folder.table("down"), LINES.read, 500)
        )
        self.approvals = KeptSequence(folder.records("approvals"), APPROVAL.read)
        self.naming = NameIndex(
            KeptMapping(folder.table("spellings"), NAMES.read),
            KeptSequence(folder.records("numbered"), TEXT.read),
            KeptMapping(folder.table("aliases"), NAMES.read),
            KeptMapping(folder.table("trades"), NAMES.read),
            Characters(KeptMapping(folder.table("having"), _bits, 1_000)),
            Characters(KeptMapping(folder.table("having_aliases"), _bits, 1_000)),
        )
        self.grouping = Grouping(folder.small.groups, self._full_name)
        self.statements = statements or KeptStatements.open(
            folder.path / "statements", KeptMapping(folder.table("numbers"), _numbers, 500)
        )
        self.descriptions = KeptMapping(folder.table("descriptions"), ROLES.read)
        self._lists = KeptMapping(folder.table("lists"), NAMES.read)

    def others(self, name: str) -> tuple[Listing, ...]:
        """What the description of a role has under headings of its own; nothing where there is none."""
        found: tuple[Listing, ...] = self._others.get(name, ())
        return found

    @cached_property
    def posts(self) -> Mapping[str, Post]:
        """What of each role is asked for most."""
        return KeptMapping(self._folder.table("posts"), POST.read)

    @cached_property
    def homes(self) -> Mapping[str, Sequence[str]]:
        """The roles of each department, by its bare name."""
        return KeptMapping(self._folder.table("homes"), NAMES.read)

    @cached_property
    def partnership(self) -> Partnership:
        """Which roles may name a word in their lists of partners."""
        having = Characters(KeptMapping(self._folder.table("partner_characters"), _bits, 1_000))
        return Partnership(self._folder.set("partner_names"), having)

    def department_names(self) -> list[str]:
        """Departments that have a description or roles, in order."""
        return list(self._lists["departments"])

    def organizations(self) -> list[str]:
        """The organizations that the documents name, in order."""
        return list(self._lists["organizations"])

    def partners(self) -> list[str]:
        """Everyone named as a partner in collaboration, in order."""
        return list(self._lists["partners"])

    @property
    def readings(self) -> tuple[Reading, ...]:
        """What each document says; they are read anew for that."""
        return self._whole().readings

    @property
    def reportings(self) -> tuple[Reporting, ...]:
        """Every reporting line."""
        return self._whole().reportings


class KeptLexicon(Lexicon):
    """A lexicon whose parts are read when they are asked for."""

    def __init__(self, folder: Folder, organization: Organization) -> None:
        super().__init__(organization)
        self._folder = folder
        self._texts = folder.table("texts") if folder.has("texts") else None

    @cached_property
    def segmenter(self) -> Segmenter:
        """What cuts texts and questions into words."""
        return Segmenter.of(KeptMapping(self._folder.table("frequencies"), NUMBER.read, 50_000))

    @cached_property
    def index(self) -> SearchIndex:
        """The statements, each by its number. Raises OSError where it cannot be used."""
        if not self._folder.has(INDEX):
            return super().index
        if self._folder.has("written"):
            return Index(self.written, self.segmenter.cut, KeptMapping(self._folder.table(INDEX), _numbers))
        from knowledge.compiled.searching import open_search  # numpy takes a tenth of a second to load

        return open_search(self._folder.path / INDEX, self.segmenter.cut)

    @cached_property
    def written(self) -> Sequence[str]:
        """The statements' texts as they are searched."""
        if not self._folder.has("written"):
            return super().written
        return KeptSequence(self._folder.records("written"), TEXT.read)

    @cached_property
    def names(self) -> Spellings[tuple[str, ...]]:
        """Spelling → the roles that it may mean."""
        lengths = self._folder.small.lengths["names"]
        return Spellings(KeptMapping(self._folder.table("names"), NAMES.read), lengths)

    @cached_property
    def places(self) -> Spellings[tuple[str, str]]:
        """Spelling → kind and name of a department, partner and the like."""
        lengths = self._folder.small.lengths["places"]
        return Spellings(KeptMapping(self._folder.table("places"), PLACE.read), lengths)

    @cached_property
    def role_names(self) -> Spellings[bool]:
        """The names of roles as texts have them."""
        lengths = self._folder.small.lengths["role_names"]
        return Spellings(KeptMapping(self._folder.table("role_names"), lambda _: True), lengths)

    @cached_property
    def longest_name(self) -> int:
        """The characters of the longest name, place or phrase."""
        return self._folder.small.longest_name

    @cached_property
    def heads(self) -> tuple[str, ...]:
        """Last words of post names, longest first."""
        return self._folder.small.heads

    @cached_property
    def english(self) -> tuple[frozenset[str], frozenset[str]]:
        """The English last words of posts that are in names, and the first words that names begin with."""
        return self._folder.small.english

    @cached_property
    def words(self) -> AbstractSet[str]:
        """The words of the documents, two characters or more, none of them a name."""
        return self._folder.set("words") if self._folder.has("words") else super().words

    @cached_property
    def pairs(self) -> AbstractSet[str]:
        """Every two neighbouring characters of the documents."""
        return self._folder.set("pairs") if self._folder.has("pairs") else super().pairs

    @cached_property
    def short_runs(self) -> AbstractSet[str]:
        """Every character of the documents, and every two neighbouring ones where blanks are left out."""
        return self._folder.set("short_runs") if self._folder.has("short_runs") else super().short_runs

    @cached_property
    def trigrams(self) -> AbstractSet[str]:
        """Every three neighbouring characters of the documents, with blanks and without them."""
        return self._folder.set("trigrams") if self._folder.has("trigrams") else super().trigrams

    @cached_property
    def latin(self) -> AbstractSet[str]:
        """Latin words that are no pinyin: of names, documents, tables and the thesaurus."""
        return self._folder.set("latin") if self._folder.has("latin") else super().latin

    def parts_of(self, text: str) -> TextParts:
        """What is told apart in a text that may explain a question."""
        found = self._texts.find(text_key(text)) if self._texts else None
        return super().parts_of(text) if found is None else KeptText(text, found)


class KeptSpeller(Speller):
    """A speller whose words are read when they are asked for."""

    def __init__(self, folder: Folder, lexicon: Lexicon) -> None:
        super().__init__(lexicon)
        self._folder = folder

    @cached_property
    def by_key(self) -> Mapping[str, Sequence[str]]:
        """Known words by their sound, the syllables apart."""
        if not self._folder.has("by_key"):
            return super().by_key
        return KeptMapping(self._folder.table("by_key"), NAMES.read)

    @cached_property
    def by_spelling(self) -> Mapping[str, str]:
        """Known words by their pinyin written together; the first of equal sound wins."""
        if not self._folder.has("by_spelling"):
            return super().by_spelling
        return KeptMapping(self._folder.table("by_spelling"), TEXT.read)

    @cached_property
    def vocabulary(self) -> AbstractSet[str]:
        """Every known word."""
        return self._folder.set("vocabulary") if self._folder.has("vocabulary") else super().vocabulary


def has_more(folder: Folder, lexicon: Lexicon, speller: Speller) -> bool:
    """Whether more was worked out than lies in a folder."""
    made = {**vars(lexicon), **vars(speller)}
    return any(name in made and not folder.has(name) for name in (*SETS, *SOUNDS, INDEX))


def _numbers(written: memoryview) -> Sequence[int]:
    return array("I", bytes(written))


def _bits(written: memoryview) -> int:
    return int.from_bytes(written, "little")
