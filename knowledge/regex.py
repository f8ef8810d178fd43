"""Regular expressions that are compiled when they are first used: a question needs few of them, and compiling
all takes longer than answering it. What was compiled in an earlier run is taken from there.
"""

import re
from array import array
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from knowledge.workings import WORKINGS

# What the engine makes a pattern of, and the characters: one of each text stands in whatever it matches.
_Parts = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...], tuple[str, ...]]
_Needs = tuple[frozenset[str], ...]
_MOST_NEEDED = 24  # characters
_MOST_TEXTS = 64  # whose characters are remembered

if TYPE_CHECKING:
    regex = re.compile
else:

    class regex:
        """Stands for `re.compile(source, flags)` and becomes it with the first use of its methods."""

        def __init__(self, source: str, flags: int = 0, sifted: bool = False) -> None:
            self._source = source, int(flags), sifted

        def __getattr__(self, name: str) -> Any:
            if name == "made":  # the pattern itself, and what it needs
                found: Any = _made(*self._source)
            else:
                found = self.made[1] if name == "needs" else getattr(self.made[0], name)
            setattr(self, name, found)  # from now on as quick as the pattern itself
            return found


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """The same as `re.compile`; sooner where it was compiled in an earlier run. Raises re.error."""
    return _made(source, flags, False)[0]


def sifted(source: str) -> re.Pattern[str]:
    """A pattern of which `needed` tells what a text must have for it."""
    lazy: Any = regex
    made: re.Pattern[str] = lazy(source, sifted=True)
    return made


def needed(pattern: re.Pattern[str]) -> frozenset[str]:
    """Characters of which at least one stands in every text that a pattern of `sifted` is found in; empty
    where none are known."""
    return next(iter(every_needed(pattern)), frozenset())


def may_stand(pattern: re.Pattern[str], text: str) -> bool:
    """Whether a text has all that a pattern of `sifted` needs."""
    return not any(map(_characters(text).isdisjoint, every_needed(pattern)))


@lru_cache(_MOST_TEXTS)
def _characters(text: str) -> frozenset[str]:
    """The characters of a text, which many patterns in a row are held against."""
    return frozenset(text)


def every_needed(pattern: re.Pattern[str]) -> _Needs:
    """Sets of characters: of each at least one stands in every text that a pattern of `sifted` is found in;
    the fewest first."""
    lazy: Any = pattern
    needs: _Needs = lazy.needs
    return needs


def begins_with(source: str) -> frozenset[str] | None:
    """The characters one of which begins whatever a pattern matches, unless that is empty; None where it may
    be any character."""
    try:
        return frozenset(_firsts(import_module("re._parser").parse(source))[0])
    except (_AnyCharacter, ImportError):
        return None


def _made(source: str, flags: int, sifts: bool) -> tuple[re.Pattern[str], _Needs]:
    """A pattern, and what it needs."""
    try:
        found, code, groups, index, names, needs = WORKINGS.recall(
            f"parts of regex {flags} {sifts} {source}", lambda: _parts(source, flags, sifts)
        )
        made: re.Pattern[str] = import_module("_sre").compile(
            source, found, list(array("I", code)), groups, index, names
        )
    except re.error:
        raise
    except Exception:  # another Python may do it in another way
        return re.compile(source, flags), ()
    return made, tuple(map(frozenset, needs))


def _parts(source: str, flags: int, sifts: bool) -> _Parts:
    """What `re.compile` works out and hands to the engine."""
    compiler: Any = import_module("re._compiler")
    parsed = import_module("re._parser").parse(source, flags)
    index: dict[str, int] = parsed.state.groupdict
    names: list[str | None] = [None] * parsed.state.groups
    for name, number in index.items():
        names[number] = name
    code = array("I", compiler._code(parsed, flags)).tobytes()
    every = flags | parsed.state.flags
    needs = _needed(parsed) if sifts and not every & re.IGNORECASE else []
    return every, code, parsed.state.groups - 1, index, tuple(names), tuple(map("".join, map(sorted, needs)))


def _needed(parts: Any) -> list[set[str]]:
    """The characters that some parts of a pattern cannot do without, a set each, the fewest first."""
    found = [some for kind, value in parts for some in _needed_by(str(kind), value)]
    return sorted((some for some in found if 0 < len(some) <= _MOST_NEEDED), key=len)


def _needed_by(kind: str, value: Any) -> list[set[str]]:
    """The sets of characters of which one part needs one each."""
    if kind == "LITERAL":
        return [{chr(value)}]
    if kind == "IN":
        return [{chr(v) for _, v in value}] if all(str(of) == "LITERAL" for of, _ in value) else []
    if kind == "BRANCH":
        ways = [_needed(way) for way in value[1]]
        return [set().union(*(way[0] for way in ways))] if all(ways) else []
    if kind in ("MAX_REPEAT", "MIN_REPEAT"):
        return _needed(value[2]) if value[0] > 0 else []
    return _needed(value[-1]) if kind in ("SUBPATTERN", "ASSERT") else []


class _AnyCharacter(Exception):
    """A pattern may begin with any character, or it is not known with which."""


def _firsts(parts: Any) -> tuple[set[str], bool]:
    """The characters with which the parts of a pattern may begin, and whether they may match nothing. Raises
    _AnyCharacter."""
    found = set[str]()
    for kind, value in parts:
        some, empty = _firsts_by(str(kind), value)
        found |= some
        if not empty:
            return found, False
    return found, True


def _firsts_by(kind: str, value: Any) -> tuple[set[str], bool]:
    """The same of one part."""
    if kind == "LITERAL":
        return {chr(value)}, False
    if kind == "IN" and all(str(of) == "LITERAL" for of, _ in value):
        return {chr(v) for _, v in value}, False
    if kind == "BRANCH":
        ways = [_firsts(way) for way in value[1]]
        return set().union(*(some for some, _ in ways)), any(empty for _, empty in ways)
    if kind in ("MAX_REPEAT", "MIN_REPEAT"):
        some, empty = _firsts(value[2])
        return some, empty or value[0] == 0
    if kind == "SUBPATTERN":
        return _firsts(value[-1])
    if kind in ("ASSERT", "ASSERT_NOT", "AT"):
        return set(), True
    raise _AnyCharacter
