"""Posts that do the same work in several places or shifts: 华东大区经理 and 华南大区经理."""

import re
from functools import cache
from itertools import takewhile

from knowledge.health.matter import words
from knowledge.regex import regex
from knowledge.text import bare


def are_parallel(one: str, other: str) -> bool:
    """Whether two names differ in nothing but a place, a shift or a number."""
    first, second = bare(one), bare(other)
    if first != second and _core(first) == _core(second):
        return True
    shared = "".join(a for a, _ in takewhile(_same, zip(reversed(first), reversed(second), strict=False)))
    return shared[::-1].startswith(tuple(words()["parallel"]["units"]))


def _same(pair: tuple[str, str]) -> bool:
    return pair[0] == pair[1]


def _core(name: str) -> str:
    """A name without the place, shift or number that it begins with."""
    return _marker().sub("", name) or name


@cache
def _marker() -> re.Pattern[str]:
    marks = sorted(words()["parallel"]["marks"], key=lambda word: (-len(word), word))
    return regex(rf"^(?:第?(?:{'|'.join(map(re.escape, marks))}|\d+)+[号#]?)")
