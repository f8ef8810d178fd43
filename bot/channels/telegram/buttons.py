"""Buttons: what they do stands in their 64 bytes, or in the store under a digest; so they work after a
restart."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from knowledge.store.draft import Draft, View
from knowledge.store.record import Record

MOST_BYTES = 64
_WIDEST = 9  # Chinese characters of a label that stands beside another
_DIGEST = 16  # hexadecimal digits
_WHOLE, _KEPT = ":", "#"
Button = dict[str, Any]
Keyboard = list[list[Button]]


@dataclass(frozen=True, slots=True)
class Argument(Record):
    """What a button's argument is that does not fit into it. `digest`: of the text."""

    TABLE: ClassVar[str] = "telegram_arguments"
    MOST: ClassVar[int] = 20_000
    digest: str
    text: str = ""

    @property
    def key(self) -> str:
        """The digest."""
        return self.digest


def button(draft: Draft, label: str, action: str, argument: str = "") -> Button:
    """A button that does an action, a word of a-z, to an argument, any text."""
    data = f"{action}{_WHOLE}{argument}"
    if len(data.encode()) > MOST_BYTES:
        digest = hashlib.sha256(argument.encode()).hexdigest()[:_DIGEST]
        draft.put(Argument(digest, argument))
        data = f"{action}{_KEPT}{digest}"
    return {"text": label, "callback_data": data}


def wide(label: str, most: int) -> bool:
    """Whether a label takes more room than so many Chinese characters."""
    return sum(0.55 if character.isascii() else 1.0 for character in label) > most


def in_rows(buttons: Iterable[Button]) -> Keyboard:
    """Two buttons a row where a phone shows the labels of both whole, in their order."""
    rows: Keyboard = []
    for made in buttons:
        beside = rows and len(rows[-1]) == 1 and not any(wide(b["text"], _WIDEST) for b in [*rows[-1], made])
        if beside:
            rows[-1].append(made)
        else:
            rows.append([made])
    return rows


def pressed(view: View, data: str) -> tuple[str, str] | None:
    """The action and argument of a button; None for one whose argument is not kept any more."""
    action, mark, argument = data.partition(_WHOLE)
    if mark and _KEPT not in action:
        return action, argument
    action, mark, digest = data.partition(_KEPT)
    kept = view.get(Argument, digest) if mark else None
    return (action, kept.text) if kept else None


def markup(rows: Keyboard) -> dict[str, Any] | None:
    """The keyboard as the Bot API takes it; None for one without buttons."""
    filled = [row for row in rows if row]
    return {"inline_keyboard": filled} if filled else None
