"""Ways from a role to others that are told by a number of steps: 往上两级, 往下数第二层, 隔一级的领导."""

import re
from dataclasses import dataclass
from functools import cache

from knowledge.questions.step import Step
from knowledge.regex import regex
from knowledge.tables import load_table
from knowledge.text import parse_number

_NUMBER = "(?P<n>[一二两三四五六七八九1-9])"


@dataclass(frozen=True, slots=True)
class Way:
    """`count` steps of one kind, told by the words up to `end`."""

    end: int
    step: Step
    count: int


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Step, int], ...]:
    table = load_table(__package__, "phrases.toml")["ways"]
    return tuple(
        (regex(pattern.replace("{n}", _NUMBER)), step, more)
        for step in (Step.UP, Step.DOWN)
        for more, patterns in enumerate((table[step], table[f"past_{step}"]))
        for pattern in patterns
    )


def way_at(text: str, at: int) -> Way | None:
    """The way told at a position of a question's text: the longest that fits, else nothing."""
    ways = [
        Way(found.end(), step, number + more)
        for pattern, step, more in _patterns()
        if (found := pattern.match(text, at)) and (number := parse_number(found["n"]))
    ]
    return max(ways, key=lambda way: way.end, default=None)
