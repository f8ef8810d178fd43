"""Telling a chat that an answer is on its way, where it takes long."""

import asyncio

from bot.channels.telegram.call import Call
from bot.channels.telegram.sender import Sender

_SOON, _LASTS = 0.7, 4.5  # seconds until it is told, and until it has to be told again


class Typing:
    """Begins by itself a moment after it was made, and goes on until it is ended."""

    def __init__(self, sender: Sender, chat: str) -> None:
        """`chat`: the chat of an update; only one that is a number can be told."""
        self._sender = sender
        self._chat = chat
        self._task: asyncio.Task[None] | None = None
        self._timer = asyncio.get_running_loop().call_later(_SOON, self._begin)

    def end(self) -> None:
        """The answer is there."""
        self._timer.cancel()
        if self._task is not None:
            self._task.cancel()

    def _begin(self) -> None:
        if self._chat.lstrip("-").isdecimal():
            self._task = asyncio.create_task(self._tell())

    async def _tell(self) -> None:
        while True:
            await self._sender.try_once(
                Call("sendChatAction", {"chat_id": int(self._chat), "action": "typing"})
            )
            await asyncio.sleep(_LASTS)
