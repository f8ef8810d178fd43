"""The parts of which questions about rights are made, as words, and where they stand in a text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any

from knowledge.questions.phrases import compact
from knowledge.spellings import Spellings, lengths_of
from knowledge.tables import load_table, table_digest
from knowledge.workings import WORKINGS

PartWords = Spellings[frozenset[str]]
PartsAt = Sequence[Sequence[tuple[int, frozenset[str]]]]  # by place: where the parts there end, their kinds
_FILE, _CODE = "right_parts.toml", "right_parts.py"
_FURTHER = ("follow", "of_role", "both")  # sections with the parts of other kinds of questions


@dataclass(frozen=True, slots=True)
class Part:
    """A part in a text: where it stands, and the kinds it is of."""

    start: int
    end: int
    kinds: frozenset[str]


@cache
def right_table() -> dict[str, Any]:
    """The table of parts."""
    return load_table(__package__, _FILE)


@cache
def part_words(further: str = "") -> PartWords:
    """The kinds of each word. `further`: the section of the table with those of another kind of question."""
    key = " ".join(table_digest(__package__, name) for name in (_FILE, _CODE))
    kinds: dict[str, frozenset[str]] = WORKINGS.recall(
        f"parts of rights {further} {key}", lambda: _kinds(further)
    )
    return Spellings(kinds, lengths_of(kinds))


def _kinds(further: str) -> dict[str, frozenset[str]]:
    table, pieces = right_table(), _pieces()
    found = {word: set(kinds) for word, kinds in part_words().items()} if further else {}
    for kind, sources in table[further or "parts"].items():
        for word in {compact(w) for source in sources for w in spelled(source, pieces)}:
            found.setdefault(word, set()).add(kind)
    found.pop("", None)
    return {word: frozenset(of) for word, of in found.items()}


@cache
def _pieces() -> dict[str, list[str]]:
    """The words of each piece of the table."""
    pieces: dict[str, list[str]] = {}
    for name, sources in right_table()["pieces"].items():
        pieces[name] = [word for source in sources for word in spelled(source, pieces)]
    return pieces


def make_parts_ready() -> None:
    """Makes ready what a question about a right is taken apart by."""
    for further in ("", *_FURTHER):
        part_words(further)


def spelled(source: str, pieces: Mapping[str, list[str]]) -> list[str]:
    """Every word that a description in parts stands for."""
    words, at = _alternatives(source, 0, pieces)
    assert at == len(source), source
    return words


def _alternatives(source: str, at: int, pieces: Mapping[str, list[str]]) -> tuple[list[str], int]:
    """The words of what stands between | up to a closing bracket, and where that is."""
    found, parts = list[str](), list[list[str]]()
    while at < len(source) and source[at] != ")":
        character = source[at]
        if character == "|":
            found += map("".join, product(*parts))
            parts, at = [], at + 1
            continue
        if character == "(":
            some, at = _alternatives(source, at + 1, pieces)
        elif character == "{":
            close = source.index("}", at)
            some, at = pieces[source[at + 1 : close]], close
        else:
            some = [character]
        at += 1
        if source.startswith("?", at):
            some, at = [*some, ""], at + 1
        parts.append(some)
    return [*found, *map("".join, product(*parts))], at


def leading(parts: PartsAt, start: int, end: int) -> Iterator[tuple[int, tuple[Part, ...]]]:
    """How far a stretch of a text is nothing but parts from its start on, farthest first, with the fewest
    parts each time."""
    best: dict[int, tuple[Part, ...]] = {start: ()}
    for at in range(start, end):
        if at in best:
            for stop, kinds in parts[at]:
                if stop <= end and (stop not in best or len(best[stop]) > len(best[at]) + 1):
                    best[stop] = (*best[at], Part(at, stop, kinds))
    yield from sorted(best.items(), reverse=True)


def closing(parts: PartsAt, start: int, end: int) -> Iterator[tuple[int, tuple[Part, ...]]]:
    """From where on a stretch of a text is nothing but parts up to its end, farthest first, with the fewest
    parts each time."""
    best: dict[int, tuple[Part, ...]] = {end: ()}
    for at in range(end - 1, start - 1, -1):
        for stop, kinds in parts[at]:
            if stop in best and (at not in best or len(best[at]) > len(best[stop]) + 1):
                best[at] = (Part(at, stop, kinds), *best[stop])
    yield from sorted(best.items())
