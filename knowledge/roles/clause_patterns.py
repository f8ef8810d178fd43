"""Patterns of clauses whose subject is a role: made for its names, once for several sentences."""

import re
from functools import cache, lru_cache

from knowledge.regex import regex
from knowledge.roles.prose import alternatives, prose
from knowledge.text import fold

SENTENCE, CLAUSE = regex(r"[^。;]+"), regex(r"(?:\([^()]*\)|[^,()])+")  # no clause ends inside brackets
CLAUSE_START = r"(?:^|(?<=[,;。:、]))\s*"
_KEPT = 64  # patterns of roles read last


def may_match(patterns: tuple[str, ...], folded: str) -> bool:
    """Whether one of the patterns can match at all: making them for the names of a role takes a while."""
    return any(pattern.search(folded) for pattern in _startless(patterns))


@cache
def _startless(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    blank = (pattern.replace("{start}", "").replace("{own}", "[^,;。]{1,20}?") for pattern in patterns)
    return tuple(map(regex, blank))


@lru_cache(_KEPT)
def compiled(patterns: tuple[str, ...], names: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """The patterns of clauses whose subject is left out, a pronoun, or one of the role's own names."""
    own = alternatives([*map(fold, names)])
    start = rf"(?:{CLAUSE_START}(?:{own}(?:\([^()]{{1,16}}\))?[、和及与]?|{prose().subject}){{0,4}})"
    this = alternatives([*map(fold, names), "本岗位", "该岗位", "其"])
    return tuple(re.compile(p.replace("{start}", start).replace("{own}", this)) for p in patterns)


def clause_start(folded: str, at: int) -> int:
    """Where the clause begins that a place of a folded text stands in."""
    return 1 + max(folded.rfind(mark, 0, at) for mark in ",;。:")
