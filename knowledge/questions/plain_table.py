"""The forms of `plain_form.toml` as patterns: parts put together, with what may be passed over between."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from knowledge.regex import compiled, regex
from knowledge.tables import load_table, table_digest
from knowledge.workings import WORKINGS

ROLE, DEPARTMENT, PASSED = "\ue010", "\ue011", "\ue012"  # PASSED stands behind what may be passed over
_FILE, _CODE = "plain_form.toml", "plain_table.py"
_GAP = f"(?:[^{PASSED}]{PASSED})*"
_PASSED_OVER = regex(f"[^{PASSED}]{PASSED}")
_SYNTAX = frozenset(")|?+")


@cache
def plain_table() -> dict[str, Any]:
    """The table of forms."""
    return load_table(__package__, _FILE)


@cache
def forms() -> dict[str, re.Pattern[str]]:
    """One pattern for the forms of each kind."""
    key = " ".join(table_digest(__package__, name) for name in (_FILE, _CODE))
    return {
        kind: compiled(source) for kind, source in WORKINGS.recall(f"plain forms {key}", _sources).items()
    }


def form_of(text: str, kinds: Iterable[str]) -> str:
    """The first of some kinds of which a text with its marks has a form; none where there is none."""
    firm = frozenset(_PASSED_OVER.sub("", text))
    may = (kind for kind in kinds if firm <= _alphabets()[kind])
    return next((kind for kind in may if forms()[kind].fullmatch(text)), "")


@cache
def _alphabets() -> dict[str, frozenset[str]]:
    """The characters of the forms of each kind: what has another one, not to be passed over, has none."""
    return {kind: frozenset(pattern.pattern) for kind, pattern in forms().items()}


@cache
def part(name: str) -> re.Pattern[str]:
    """A part as a pattern."""
    return compiled(_named(name, {}))


@cache
def any_word(name: str) -> re.Pattern[str]:
    """The words of a table as one pattern, the longest first; patterns stand as they are."""
    table = plain_table()[name]
    words = [re.escape(word) for word in sorted(table.get("words", ()), key=lambda w: (-len(w), w))]
    return compiled("|".join([*words, *table.get("patterns", ())]))


def _sources() -> dict[str, str]:
    parts: dict[str, str] = {}
    return {
        kind: f"{_GAP}(?:{'|'.join(_source(form, parts) for form in of_kind)})"
        for kind, of_kind in plain_table()["forms"].items()
    }


def _source(form: str, parts: dict[str, str]) -> str:
    """A form as the source of a pattern, in which each character may have the mark behind it."""
    source, at = "", 0
    while at < len(form):
        character = form[at]
        if character == "{":
            close = form.index("}", at)
            source += _named(form[at + 1 : close], parts)
            at = close
        elif character == "*":
            source += _GAP
        elif character == "(":
            source += "(?:"
        elif character in _SYNTAX:
            source += character
        else:
            source += f"(?:{re.escape(character)}{PASSED}?)"
        at += 1
    return source


def _named(name: str, parts: dict[str, str]) -> str:
    """The source of a part."""
    if name in ("role", "dept"):
        return ROLE if name == "role" else DEPARTMENT
    if name not in parts:
        words = sorted(plain_table()["parts"][name], key=lambda word: (-len(word), word))
        parts[name] = f"(?:{'|'.join(_source(word, parts) for word in words)})"
    return parts[name]
