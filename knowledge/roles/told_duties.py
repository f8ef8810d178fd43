"""Duties without numbers or label: the lines or sentences that say, below its name, what a post does."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from knowledge.regex import regex
from knowledge.roles.lines import Line
from knowledge.roles.prose import alternatives, prose
from knowledge.roles.relations import states_superior
from knowledge.text import fold

_SHORTEST = 4  # characters of a clause that says what somebody does
_ENDS = "。；;"
_OPEN, _CLOSE = "（(“《「【", "）)”》」】"
_LEAST = 2  # duties that are told so


def clauses(line: Line) -> list[Line]:
    """The sentences of a line, and what semicolons part; one that goes on with the one before stays with it."""
    parts: list[str] = []
    for part in _cut(line.text):
        if parts and (len(part) < _SHORTEST or _goes_on().match(fold(part))):
            parts[-1] += part
        else:
            parts.append(part)
    parts = [part.strip() for part in parts if part.strip()]
    if len(parts) < _LEAST:
        return [line]
    return [replace(line, text=part, quote=part, strong="", depth=1) for part in parts]


def told_duties(lines: Sequence[Line], name: str) -> tuple[list[Line], list[Line]]:
    """What lines below the name of a post say before its duties, and the duties; no duties where they are
    fewer than two. A sentence about whom the post answers to is none."""
    said = [clause for line in lines for clause in clauses(line)]
    first = next((i for i, clause in enumerate(said) if not states_superior(clause.text, name)), len(said))
    if len(said) - first < _LEAST or any(line.depth for line in lines):
        return list(lines), []
    return said[:first], [replace(clause, depth=1) for clause in said[first:]]


def _cut(text: str) -> Iterator[str]:
    """The pieces of a text that end with a mark outside any bracket."""
    start = depth = 0
    for at, mark in enumerate(text):
        depth += (mark in _OPEN) - (mark in _CLOSE)
        if mark in _ENDS and depth <= 0:
            yield text[start : at + 1]
            start, depth = at + 1, 0
    yield text[start:]


@cache
def _goes_on() -> re.Pattern[str]:
    """How a sentence begins that says more of the one before: 超过的报经理, 3天以上由…, 其中…."""
    return regex(rf"\s*(?:{alternatives(prose().going_on)}|\d)")


def run_together(lines: Iterable[Line]) -> list[Line]:
    """The lines of a list of duties; a single paragraph without numbers is cut into its sentences."""
    kept = list(lines)
    return clauses(kept[0]) if len(kept) == 1 and not kept[0].depth and not kept[0].style else kept
