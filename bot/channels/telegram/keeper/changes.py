"""What changes between two states of the documents, in words: for the admin, and for each person whom it
concerns."""

from collections.abc import Iterable

from bot.changes import Change, Kind
from bot.channels.telegram.house import wording

_LONGEST = 80  # characters of a piece that are shown


def change_lines(found: Iterable[Change]) -> list[str]:
    """The changes, one a line."""
    return [_line(change) for change in found]


def changes_of(found: Iterable[Change], role: str) -> list[str]:
    """What changes at a role, one a line; nothing where nothing does."""
    return [
        _line(change, alone=True)
        for change in found
        if role == change.where or (change.kind is Kind.MOVED and role in (change.before, change.after))
    ]


def _line(change: Change, *, alone: bool = False) -> str:
    """A change as a sentence; `alone`: without saying where."""
    words = wording()["changes"]
    none = words["none"]
    slots = {
        "where": "" if alone else words["where"].format(where=change.where),
        "field": change.field,
        "before": _short(change.before) or none,
        "after": _short(change.after) or none,
        "text": _short(change.text),
    }
    return words[change.kind.value].format(**slots)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
