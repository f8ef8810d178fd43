"""Messages of the bot that something will refer to: the replies to a question that may be edited, and prompts
that may be replied to."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from bot.channels.telegram.call import Call
from bot.channels.telegram.sender import Refused
from knowledge.store.draft import Draft, View
from knowledge.store.record import Record

_REPLY = "reply:"


@dataclass(frozen=True, slots=True)
class Posted(Record):
    """`message`: the question's number; `replies`: the numbers of the messages that answer it."""

    TABLE: ClassVar[str] = "telegram_posted"
    MOST: ClassVar[int] = 20_000
    chat: int
    message: int
    replies: tuple[int, ...] = ()

    @property
    def key(self) -> str:
        """The chat and the question's number."""
        return f"{self.chat} {self.message}"


@dataclass(frozen=True, slots=True)
class Prompt(Record):
    """`message`: the number of a message that asks for a reply; `purpose`: what the reply is for."""

    TABLE: ClassVar[str] = "telegram_prompts"
    MOST: ClassVar[int] = 2_000
    chat: int
    message: int
    purpose: str = ""

    @property
    def key(self) -> str:
        """The chat and the message."""
        return f"{self.chat} {self.message}"


def reply_mark(message: int) -> str:
    """The mark of a call that answers a message."""
    return f"{_REPLY}{message}"


def remember(draft: Draft, sent: Iterable[tuple[Call, Any]]) -> None:
    """Keep the numbers of what was sent with a mark. `sent`: each call with Telegram's result."""
    replies: dict[tuple[int, int], tuple[int, ...]] = {}
    for call, result in sent:
        # one that was edited to what it is already has no result
        number = result.get("message_id") if isinstance(result, dict) else call.params.get("message_id")
        if not call.mark or number is None or isinstance(result, Refused):
            continue
        chat, message = int(call.params["chat_id"]), int(number)
        if call.mark.startswith(_REPLY):
            place = chat, int(call.mark.removeprefix(_REPLY))
            replies[place] = (*replies.get(place, ()), message)
        else:
            draft.put(Prompt(chat, message, call.mark))
    for (chat, question), messages in replies.items():
        draft.put(Posted(chat, question, messages))


def replies_to(view: View, chat: int, message: int) -> tuple[int, ...]:
    """The messages that answered a message."""
    posted = view.get(Posted, f"{chat} {message}")
    return posted.replies if posted else ()


def purpose_of(view: View, chat: int, message: int) -> str:
    """What a reply to a message is for; empty where it is for nothing in particular."""
    prompt = view.get(Prompt, f"{chat} {message}")
    return prompt.purpose if prompt else ""
