"""An organization and its lexicon written into a folder, whole or not at all."""

import gc
import json
import shutil
import tempfile
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, overload

from knowledge.compiled.coding import Coding
from knowledge.compiled.kept import KeptSequence
from knowledge.compiled.kept_text import text_key, text_value
from knowledge.compiled.layout import (
    APPROVAL,
    DEPARTMENT,
    FORMAT,
    INDEX,
    LINES,
    LISTINGS,
    MANIFEST,
    NAMES,
    NUMBER,
    PLACE,
    POST,
    ROLE,
    ROLES,
    SETS,
    SMALL,
    SOUNDS,
    STATEMENT,
    TEXT,
    Small,
)
from knowledge.compiled.manifest import digest_of
from knowledge.compiled.opening import Folder, KeptOrganization
from knowledge.compiled.records import write_records
from knowledge.compiled.table import write_table
from knowledge.index import Index
from knowledge.name_index import NameIndex
from knowledge.organization import Organization
from knowledge.parallel import divided
from knowledge.questions.lexicon import Lexicon
from knowledge.questions.repair import Speller
from knowledge.questions.surroundings import Surroundings
from knowledge.questions.text_runs import TextRuns, runs_of, searchable
from knowledge.roles.role import brief
from knowledge.statements import Statements

_V = TypeVar("_V")
_MANY = 50_000  # statements that are worked out by several processes
_AT_ONCE = 10_000  # by one of them
_MOST_SEEN = 1_000_000  # texts that are remembered, so as not to be written twice

Told = Callable[[str], None]


def write_compiled(
    folder: Path, make: Callable[[], Organization], key: str, told: Told = lambda _: None
) -> None:
    """Write an organization with its lexicon; what stood in the folder before is replaced.

    `make`: gives the organization; it is let go of when it is written, and the lexicon is made of what was.
    `key`: what it is made of, asked for when it is opened; `told`: hears the name of each file before it is
    written. Raises OSError.
    """
    with _replacing(folder, key) as draft:
        writer = _Writer(draft, told)
        statements = writer.organization(make())
        gc.collect()  # the organization has circles of references, and is large
        writer.lexicon(KeptOrganization(Folder(draft), make, statements))


def write_lightly(folder: Path, lexicon: Lexicon, speller: Speller, key: str) -> None:
    """Write the organization of a lexicon, and of lexicon and speller what was worked out so far: of little,
    the rest is soon made when it is needed. Raises OSError."""
    with _replacing(folder, key) as draft:
        writer = _Writer(draft, lambda _: None)
        writer.organization(lexicon.organization)
        writer.parts(lexicon, speller)


@contextmanager
def _replacing(folder: Path, key: str) -> Iterator[Path]:
    """A folder to write into that takes the place of another when all is written. Raises OSError."""
    folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        yield draft
        paths = (path for path in sorted(draft.rglob("*")) if path.is_file())
        files = {str(path.relative_to(draft)): digest_of(path) for path in paths}
        manifest = {"format": FORMAT, "key": key, "files": files}
        draft.joinpath(MANIFEST).write_text(json.dumps(manifest), "utf-8")
        if folder.exists():
            shutil.rmtree(folder)
        draft.replace(folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


class _Writer:
    def __init__(self, folder: Path, told: Told) -> None:
        self._folder, self._told = folder, told
        self._longest: dict[str, int] = {}

    def organization(self, organization: Organization) -> Statements:
        """The files of an organization; its statements, for what is made of them next."""
        self._organization(organization)
        self._naming(organization.naming)
        words, groups = organization.words, tuple(organization.grouping.groups.values())
        self._small(Small(words, groups, (), 0, (frozenset(), frozenset()), {}, self._longest))
        return organization.statements

    def lexicon(self, organization: Organization) -> None:
        """The files of the lexicon of an organization."""
        lexicon = Lexicon(organization)
        self._names(lexicon)
        self._words(lexicon)
        from knowledge.index.stored import build_index  # numpy takes a tenth of a second to load

        self._told(INDEX)
        searched = Searched(organization.statements.sought)
        build_index(self._folder / INDEX, {"": searched}, lexicon.segmenter.cut)
        self._texts(lexicon)
        self._small(_small_of(lexicon, self._longest))

    def parts(self, lexicon: Lexicon, speller: Speller) -> None:
        """The files of a lexicon and a speller, of what they have worked out."""
        self._names(lexicon)
        self._mapping("frequencies", lexicon.segmenter.frequencies, NUMBER)
        made = {**vars(lexicon), **vars(speller)}
        if isinstance(index := made.get("index"), Index):
            self._sequence("written", lexicon.written, TEXT)
            self._table(
                "index", ((key, array("I", found).tobytes()) for key, found in index.postings.items())
            )
        for name in (name for name in SETS if name in made):
            self._set(name, made[name])
        for name, coding in SOUNDS.items():
            if name in made:
                self._mapping(name, _tuples(made[name]) if coding is NAMES else made[name], coding)
        self._small(_small_of(lexicon, self._longest))

    def _small(self, small: Small) -> None:
        self._folder.joinpath("small").write_bytes(SMALL.write(small))

    def _organization(self, organization: Organization) -> None:
        self._mapping("roles", organization.roles, ROLE)
        roles = organization.roles.items()
        briefs = ((name, ROLE.write(brief(role))) for name, role in roles)
        self._table("briefs", briefs)
        self._mapping("others", {name: role.others for name, role in roles if role.others}, LISTINGS)
        self._mapping("posts", organization.posts, POST)
        self._mapping("up", _tuples(organization.lines.up), LINES)
        self._mapping("down", _tuples(organization.lines.down), LINES)
        self._mapping("departments", organization.departments, DEPARTMENT)
        self._mapping("homes", _tuples(organization.homes), NAMES)
        repeated = {name: tuple(roles) for name, roles in organization.descriptions.items() if len(roles) > 1}
        self._mapping("descriptions", repeated, ROLES)
        self._set("partner_names", organization.partnership.names)
        self._table("partner_characters", organization.partnership.having.written())
        self._sequence("approvals", organization.approvals, APPROVAL)
        every = organization.statements.every
        if isinstance(every, KeptSequence):  # as they are on the shelf
            self._told("statements")
            write_records(self._folder / "statements", map(every.records.__getitem__, range(len(every))))
        else:
            self._sequence("statements", every, STATEMENT)
        numbers = organization.statements.numbers
        self._table("numbers", ((key, array("I", found).tobytes()) for key, found in numbers.items()))
        lists = {
            "departments": tuple(organization.department_names()),
            "organizations": tuple(organization.organizations()),
            "partners": tuple(organization.partners()),
        }
        self._mapping("lists", lists, NAMES)

    def _naming(self, naming: NameIndex) -> None:
        self._mapping("spellings", _tuples(naming.spellings), NAMES)
        self._sequence("numbered", naming.numbered, TEXT)
        self._mapping("aliases", _tuples(naming.aliases), NAMES)
        self._mapping("trades", _tuples(naming.trades), NAMES)
        self._table("having", naming.having.written())
        self._table("having_aliases", naming.having_aliases.written())

    def _names(self, lexicon: Lexicon) -> None:
        self._mapping("names", lexicon.names, NAMES)
        self._mapping("places", lexicon.places, PLACE)
        self._set("role_names", lexicon.role_names.keys())

    def _words(self, lexicon: Lexicon) -> None:
        self._mapping("frequencies", lexicon.segmenter.frequencies, NUMBER)
        runs = _runs_of(lexicon)
        lexicon.words = runs.words
        latin = runs.latin | lexicon.latin_names()
        for name, words in (
            ("words", runs.words),
            ("pairs", runs.pairs),
            ("short_runs", runs.short),
            ("trigrams", runs.trigrams),
            ("latin", latin),
        ):
            self._set(name, words)
        speller = Speller(lexicon)
        self._set("vocabulary", speller.vocabulary)
        self._mapping("by_key", _tuples(speller.by_key), NAMES)
        self._mapping("by_spelling", speller.by_spelling, TEXT)

    def _texts(self, lexicon: Lexicon) -> None:
        self._told("texts")
        write_table(self._folder / "texts", _read_texts(lexicon))

    def _mapping(self, name: str, mapping: Mapping[str, _V], coding: Coding[_V]) -> None:
        self._table(name, ((key, coding.write(value)) for key, value in mapping.items()))

    def _set(self, name: str, texts: AbstractSet[str]) -> None:
        self._longest[name] = max(map(len, texts), default=0)
        self._table(name, ((text, b"") for text in sorted(texts)))

    def _table(self, name: str, items: Iterable[tuple[str, bytes]]) -> None:
        self._told(name)
        write_table(
            self._folder / name, ((key.encode("utf-8", "surrogatepass"), value) for key, value in items)
        )

    def _sequence(self, name: str, values: Iterable[_V], coding: Coding[_V]) -> None:
        self._told(name)
        write_records(self._folder / name, map(coding.write, values))


def _small_of(lexicon: Lexicon, longest: dict[str, int]) -> Small:
    organization = lexicon.organization
    lengths = {
        "names": lexicon.names.lengths,
        "places": lexicon.places.lengths,
        "role_names": lexicon.role_names.lengths,
    }
    return Small(
        organization.words,
        tuple(organization.grouping.groups.values()),
        lexicon.heads,
        lexicon.longest_name,
        lexicon.english,
        {name: dict(table) for name, table in lengths.items()},
        longest,
    )


def _runs_of(lexicon: Lexicon) -> TextRuns:
    statements, cut = lexicon.organization.statements, lexicon.segmenter.cut
    sought, folded = statements.sought, statements.folded
    found = TextRuns(set(), set(), set(), set(), set())
    for some in divided(
        lambda numbers: runs_of(map(sought.__getitem__, numbers), map(folded.__getitem__, numbers), cut),
        range(len(sought)),
        _MANY,
        _AT_ONCE,
    ):
        found |= some
    return found


def _read_texts(lexicon: Lexicon) -> Iterator[tuple[bytes, bytes]]:
    """Every text that may explain words of a question, with its parts; of very many some more than once."""
    seen = set[bytes]()
    numbers = range(len(lexicon.organization.statements))
    for found in divided(partial(_texts_around, lexicon), numbers, _MANY):
        yield from ((key, value) for key, value in found.items() if key not in seen)
        if len(seen) > _MOST_SEEN:
            seen.clear()
        seen.update(found)


def _texts_around(lexicon: Lexicon, numbers: Sequence[int]) -> dict[bytes, bytes]:
    """The texts around the rights of some statements."""
    found = dict[bytes, bytes]()
    for statement in map(lexicon.organization.statements.__getitem__, numbers):
        for right in statement.rights:
            for scope in Surroundings(statement, right, lexicon).scopes:
                key = text_key(scope.text)
                if key not in found:
                    value = text_value(scope.text, scope.parts)
                    found |= {key: value} if value is not None else {}
    lexicon.memo.clear()
    return found


class Searched(Sequence[str]):
    """Texts as they are searched, made when they are asked for."""

    def __init__(self, sought: Sequence[str]) -> None:
        self._sought = sought

    @overload
    def __getitem__(self, number: int) -> str: ...
    @overload
    def __getitem__(self, number: slice) -> list[str]: ...
    def __getitem__(self, number: int | slice) -> str | list[str]:
        found = self._sought[number]
        return searchable(found) if isinstance(found, str) else list(map(searchable, found))

    def __len__(self) -> int:
        return len(self._sought)


def _tuples(mapping: Mapping[str, Iterable[Any]]) -> Mapping[str, tuple[Any, ...]]:
    return {key: tuple(values) for key, values in mapping.items()}
