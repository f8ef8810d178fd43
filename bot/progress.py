"""A bar that shows how far a long task has come, where somebody looks at it."""

import sys
from collections.abc import Iterator, Sequence
from typing import TypeVar

from bot.table import width, wrapped
from knowledge.tables import load_table

_T = TypeVar("_T")
_CELLS = 20
_COLUMNS = 78
_CLEAR = "\r\x1b[K"


def progress(things: Sequence[_T], names: Sequence[str], task: str = "read") -> Iterator[_T]:
    """The things one by one; on a terminal, a bar and the name of the one in hand while there are more.
    `task`: what is done with them, by its key in the wording."""
    shown = sys.stderr.isatty() and len(things) > 1
    words = load_table("bot", "importing.toml")
    template, doing = words["report"]["progress"], words["tasks"][task]
    for done, (thing, name) in enumerate(zip(things, names, strict=True)):
        if shown:
            filled = _CELLS * done // len(things)
            bar = "█" * filled + "░" * (_CELLS - filled)
            line = template.format(task=doing, bar=bar, done=done, all=len(things), name=name)
            fitting = line if width(line) <= _COLUMNS else wrapped(line, _COLUMNS)[0]
            print(f"{_CLEAR}{fitting}", end="", file=sys.stderr, flush=True)
        yield thing
    if shown:
        print(_CLEAR, end="", file=sys.stderr, flush=True)
