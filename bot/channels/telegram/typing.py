"""Telling a chat that an answer is on its way, where it takes long."""

import asyncio
import json
from typing import Any

from bot.channels.telegram.call import Call
from bot.channels.telegram.sender import Sender
from knowledge.store.kept.update import Update

_SOON, _LASTS = 0.7, 4.5  # seconds until it is told, and until it has to be told again


class Typing:
    """Begins by itself a moment after it was made, and goes on until it is ended."""

    def __init__(self, sender: Sender, update: Update) -> None:
        """`update`: what is answered; only a chat that is a number can be told."""
        self._sender = sender
        self._update = update
        self._task: asyncio.Task[None] | None = None
        self._timer = asyncio.get_running_loop().call_later(_SOON, self._begin)

    def end(self) -> None:
        """The answer is there."""
        self._timer.cancel()
        if self._task is not None:
            self._task.cancel()

    def _begin(self) -> None:
        if self._update.chat.lstrip("-").isdecimal():
            self._task = asyncio.create_task(self._tell())

    async def _tell(self) -> None:
        where = {"chat_id": int(self._update.chat), **_topic(self._update)}
        while True:
            await self._sender.try_once(Call("sendChatAction", {**where, "action": "typing"}))
            await asyncio.sleep(_LASTS)


def _topic(update: Update) -> dict[str, Any]:
    """The topic of a group in which an update is answered."""
    raw = json.loads(update.payload)
    message = raw.get("message") or (raw.get("callback_query") or {}).get("message") or {}
    return {"message_thread_id": message["message_thread_id"]} if message.get("is_topic_message") else {}
