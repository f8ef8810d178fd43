"""What takes long is worked out before the change in which an update is answered, in a thread of its own, so
that other chats are answered meanwhile. The handlers do the same themselves where it was not."""

from collections.abc import Callable
from typing import Any

from bot.access import Access
from bot.channels.telegram.buttons import pressed
from bot.channels.telegram.command import read_command
from bot.channels.telegram.drawings import drawn
from bot.channels.telegram.house import House
from bot.channels.telegram.keeper import checking, documents, unanswered
from bot.named_role import named_roles

Work = Callable[[], Any]


def ahead(house: House, access: Access, raw: dict[str, Any]) -> Work | None:
    """What is to be worked out for an update; None where answering it takes no time, or is not for this
    person. Raises StoreError."""
    query, message = raw.get("callback_query"), raw.get("message")
    event: dict[str, Any] = query or message or {}
    person = event.get("from", {}).get("id", 0)
    if query:
        action, argument = pressed(house.store, query.get("data") or "") or ("", "")
        work = _ACTIONS.get(action)
    else:
        command = read_command(event.get("text") or "")
        work = _COMMANDS.get(command.name) if command else None
        argument = command.argument if command else ""
    if work is None:
        return None
    chat = ((query or {}).get("message") or event).get("chat", {}).get("id", 0)
    keeping = work not in (_chart, _path)
    if person not in access.admins if keeping else not access.allows(house.store, person, chat):
        return None
    return lambda: work(house, argument)


def _chart(house: House, name: str) -> None:
    found = named_roles(house.shelf.handbook, name) if name else [""]
    if len(found) == 1:
        drawn(house.shelf.handbook, "chart", found[0])


def _path(house: House, question: str) -> None:
    drawn(house.shelf.handbook, "path", question)


def _groups(house: House, _: str) -> None:
    unanswered.groups(house, house.store)  # the shelf remembers the answers


_COMMANDS: dict[str, Callable[[House, str], Any]] = {
    "org": _chart,
    "check": checking.examine,
    "unanswered": _groups,
}
_ACTIONS: dict[str, Callable[[House, str], Any]] = {
    "org": _chart,
    "chart": _chart,
    "draw": _path,
    "live": documents.look_ahead,
    "goback": documents.look_back,
    "group": _groups,
    "scope": _groups,
}
