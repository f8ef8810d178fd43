"""Whether an answer is what a question with a known answer allows."""

from collections.abc import Iterable
from typing import Any

from bot.conversation import Conversations
from bot.replies import reply_object
from knowledge import Handbook


def last_answer(handbook: Handbook, turns: Iterable[str]) -> dict[str, Any]:
    """The answer object to the last of the turns of one chat."""
    conversations, answer = Conversations(handbook), {}
    for turn in turns:
        answer = reply_object(conversations.ask("chat", turn))
    return answer


def plain(text: str) -> str:
    """Letters, digits and ideographs alone, in lower case."""
    return "".join(filter(str.isalnum, text)).lower()


def said(answer: dict[str, Any]) -> str:
    """What an answer says or quotes, plain."""
    return plain(answer["text"]) + "".join(plain(e["quote"]) for e in answer["evidence"])
