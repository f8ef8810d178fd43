"""Telegram's limits, kept by waiting: so many messages a second overall, one a second in a chat, 20 a minute
in a group."""

import asyncio
import time
from collections import OrderedDict, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

_GROUP = 20  # messages a minute
_MARGIN = 0.02  # seconds added to each window, since clocks differ
_MOST_CHATS = 10_000


class Limits:
    """A message counts until a window after Telegram's answer to it. It arrived before that answer, and the
    next leaves after the window; so however long a message is on its way, no window sees too many."""

    def __init__(self, rate: int = 30) -> None:
        """`rate`: messages a second overall; 0: no limits at all."""
        self._rate = rate
        self._slots = asyncio.Semaphore(rate or 1)
        self._withheld = 0  # slots that are for other instances
        self._chats: OrderedDict[int, deque[float]] = OrderedDict()

    async def share(self, instances: int) -> None:
        """Keep to an equal part of what may be sent overall, among so many instances of the bot."""
        others = self._rate - max(self._rate // instances, 1)
        while self._rate and self._withheld < others:
            await self._slots.acquire()
            self._withheld += 1
        while self._rate and self._withheld > others:
            self._slots.release()
            self._withheld -= 1

    @asynccontextmanager
    async def turn(self, chat: int) -> AsyncIterator[None]:
        """Wait until a message may be sent to a chat; it is sent inside. One of a chat at a time."""
        if not self._rate:
            yield
            return
        await asyncio.sleep(self.wait(chat, time.monotonic()))
        await self._slots.acquire()
        try:
            yield
        finally:
            self.sent(chat, time.monotonic())
            asyncio.get_running_loop().call_later(1 + _MARGIN, self._slots.release)

    def wait(self, chat: int, now: float) -> float:
        """Seconds until a message may be sent to a chat."""
        sent = self._chats.get(chat)
        if not sent:
            return 0.0
        free = sent[-1] + 1 + _MARGIN
        if chat < 0 and len(sent) == _GROUP:
            free = max(free, sent[0] + 60 + _MARGIN)
        return max(free - now, 0.0)

    def sent(self, chat: int, now: float) -> None:
        """A message was sent to a chat."""
        self._chats.setdefault(chat, deque(maxlen=_GROUP if chat < 0 else 1)).append(now)
        self._chats.move_to_end(chat)
        if len(self._chats) > _MOST_CHATS:
            self._chats.popitem(last=False)
