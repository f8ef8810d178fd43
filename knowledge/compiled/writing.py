"""An organization and its lexicon written into a folder, whole or not at all."""

import json
import shutil
import tempfile
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Any, TypeVar

from knowledge.compiled.coding import Coding
from knowledge.compiled.kept_text import text_key, text_value
from knowledge.compiled.layout import (
    APPROVAL,
    DEPARTMENT,
    FORMAT,
    INDEX,
    LINES,
    MANIFEST,
    NAMES,
    NUMBER,
    PLACE,
    POST,
    ROLE,
    ROLES,
    SMALL,
    STATEMENT,
    TEXT,
    Small,
)
from knowledge.compiled.manifest import digest_of
from knowledge.compiled.records import write_records
from knowledge.compiled.table import write_table
from knowledge.index.stored import build_index
from knowledge.parallel import divided
from knowledge.questions.lexicon import Lexicon
from knowledge.questions.repair import Speller
from knowledge.questions.scope import Surroundings

_V = TypeVar("_V")
_MANY = 50_000  # statements that are worked out by several processes

Told = Callable[[str], None]


def write_compiled(folder: Path, lexicon: Lexicon, key: str, told: Told = lambda _: None) -> None:
    """Write a lexicon with its organization; what stood in the folder before is replaced.

    `key`: what it is made of, asked for when it is opened; `told`: hears the name of each file before it is
    written. Raises OSError.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        _Writer(draft, lexicon, told).write()
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
    def __init__(self, folder: Path, lexicon: Lexicon, told: Told) -> None:
        self._folder, self._lexicon, self._told = folder, lexicon, told
        self._longest: dict[str, int] = {}

    def write(self) -> None:
        """Every file."""
        self._organization()
        self._names()
        self._words()
        self._told(INDEX)
        build_index(self._folder / INDEX, {"": self._lexicon.written}, self._lexicon.segmenter.cut)
        self._texts()
        lexicon = self._lexicon
        lengths = {
            "names": lexicon.names.lengths,
            "places": lexicon.places.lengths,
            "role_names": lexicon.role_names.lengths,
        }
        small = Small(
            lexicon.organization.words,
            tuple(lexicon.organization.grouping.groups.values()),
            lexicon.heads,
            lexicon.longest_name,
            lexicon.english,
            {name: dict(table) for name, table in lengths.items()},
            self._longest,
        )
        self._folder.joinpath("small").write_bytes(SMALL.write(small))

    def _organization(self) -> None:
        organization = self._lexicon.organization
        self._mapping("roles", organization.roles, ROLE)
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
        self._sequence("statements", organization.statements, STATEMENT)
        numbers = organization.statements.numbers
        self._table("numbers", ((key, array("I", found).tobytes()) for key, found in numbers.items()))
        lists = {
            "departments": tuple(organization.department_names()),
            "organizations": tuple(organization.organizations()),
            "partners": tuple(organization.partners()),
        }
        self._mapping("lists", lists, NAMES)

    def _names(self) -> None:
        lexicon, naming = self._lexicon, self._lexicon.organization.naming
        self._mapping("spellings", _tuples(naming.spellings), NAMES)
        self._sequence("numbered", naming.numbered, TEXT)
        self._mapping("aliases", _tuples(naming.aliases), NAMES)
        self._mapping("trades", _tuples(naming.trades), NAMES)
        self._table("having", naming.having.written())
        self._table("having_aliases", naming.having_aliases.written())
        self._mapping("names", lexicon.names, NAMES)
        self._mapping("places", lexicon.places, PLACE)
        self._set("role_names", lexicon.role_names.keys())

    def _words(self) -> None:
        lexicon, speller = self._lexicon, Speller(self._lexicon)
        self._mapping("frequencies", lexicon.segmenter.frequencies, NUMBER)
        for name, words in (
            ("words", lexicon.words),
            ("pairs", lexicon.pairs),
            ("short_runs", lexicon.short_runs),
            ("trigrams", lexicon.trigrams),
            ("latin", lexicon.latin),
            ("vocabulary", speller.vocabulary),
        ):
            self._set(name, words)
        self._mapping("by_key", _tuples(speller.by_key), NAMES)
        self._mapping("by_spelling", speller.by_spelling, TEXT)

    def _texts(self) -> None:
        self._told("texts")
        write_table(self._folder / "texts", self._read_texts())

    def _read_texts(self) -> Iterator[tuple[bytes, bytes]]:
        """Every text that may explain words of a question, with its parts."""
        seen = set[bytes]()
        for found in divided(self._texts_around, range(len(self._lexicon.organization.statements)), _MANY):
            yield from ((key, value) for key, value in found.items() if key not in seen)
            seen.update(found)

    def _texts_around(self, numbers: Sequence[int]) -> dict[bytes, bytes]:
        """The texts around the rights of some statements."""
        lexicon, found = self._lexicon, dict[bytes, bytes]()
        for statement in map(lexicon.organization.statements.__getitem__, numbers):
            for right in statement.rights:
                for scope in Surroundings(statement, right, lexicon).scopes:
                    key = text_key(scope.text)
                    if key not in found:
                        value = text_value(scope.text, lexicon.parts_of(scope.text))
                        found |= {key: value} if value is not None else {}
        lexicon.memo.clear()
        return found

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


def _tuples(mapping: Mapping[str, Iterable[Any]]) -> Mapping[str, tuple[Any, ...]]:
    return {key: tuple(values) for key, values in mapping.items()}
