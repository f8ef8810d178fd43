"""Whether Telegram took a message whose answer got lost. It cannot be asked; but it numbers messages one
after the other, and an edit that changes nothing tells whether there is such a one."""

from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

from bot.channels.telegram.call import Call

_OWN = -1_000_000_000_000  # chats from here down number their messages by themselves, the others together
MOST_TRIED = 8  # numbers; where more are in question, the message is sent again
_FAR = 100  # numbers behind the last one known, within which it is looked for
_MOST_CHATS = 10_000
_MOST_RECENT = 2_000
_EDITS = {"sendMessage": ("editMessageText", "text"), "sendPhoto": ("editMessageCaption", "caption")}
_SHARED = ("chat_id", "parse_mode", "link_preview_options", "reply_markup")


@dataclass(frozen=True, slots=True)
class Mark:
    """The highest numbers known at a time: in a chat, and in all chats that number together; 0: none."""

    chat: int
    together: int


class Numbers:
    """The numbers of messages that came in and went out."""

    def __init__(self) -> None:
        self._highest: OrderedDict[int, int] = OrderedDict()
        self._together = 0
        self._recent: OrderedDict[tuple[int, int], None] = OrderedDict()

    def saw(self, chat: int, number: int) -> None:
        """There is a message of a number in a chat."""
        self._highest[chat] = max(number, self._highest.get(chat, 0))
        self._highest.move_to_end(chat)
        space = chat if chat <= _OWN else 0
        if not space:
            self._together = max(number, self._together)
        self._recent[space, number] = None
        for kept, most in ((self._highest, _MOST_CHATS), (self._recent, _MOST_RECENT)):
            if len(kept) > most:
                kept.popitem(last=False)

    def saw_update(self, raw: dict[str, Any]) -> None:
        """An update came, which may hold a message."""
        message = raw.get("message")
        if isinstance(message, dict) and isinstance(message.get("chat"), dict):
            chat, number = message["chat"].get("id"), message.get("message_id")
            if isinstance(chat, int) and isinstance(number, int):
                self.saw(chat, number)

    def mark(self, chat: int) -> Mark:
        """What is known by now."""
        highest = self._highest.get(chat, 0)
        return Mark(highest, highest if chat <= _OWN else self._together)

    def after(self, chat: int, mark: Mark) -> list[int]:
        """The numbers that a message may have that was sent to a chat after a mark."""
        space = chat if chat <= _OWN else 0
        found: list[int] = []
        for number in (mark.chat, *range(mark.together, mark.together + _FAR)) if mark.together else ():
            if number and (space, number + 1) not in self._recent and number + 1 not in found:
                found.append(number + 1)
        return found


def as_edit(call: Call) -> Call | None:
    """The edit of a message that changes nothing where the call made it; None for what cannot be edited."""
    markup = call.params.get("reply_markup") or {}
    if call.method not in _EDITS or "force_reply" in markup:
        return None
    method, text = _EDITS[call.method]
    return Call(method, {name: call.params[name] for name in (*_SHARED, text) if name in call.params})
