"""Where updates come in: written down together, several at a time, before anyone is told that they came."""

import asyncio
import json
import logging
import time
from collections.abc import Callable, Mapping
from typing import Any

from bot.channels.telegram.metrics import Metrics
from bot.channels.telegram.taken import Numbers
from knowledge.errors import StoreError
from knowledge.store.kept.update import Inbox, Update

_CHATTING = ("message", "edited_message", "my_chat_member", "chat_member")
_LOG = logging.getLogger(__name__)


class Intake:
    """Writes updates down. Those that come while the disk is busy share its next turn."""

    def __init__(
        self, inbox: Inbox, metrics: Metrics, arrived: Callable[[list[int], int], None], numbers: Numbers
    ) -> None:
        """`arrived`: is told the numbers written down, and how many of them are new; `numbers`: of the
        messages known so far."""
        self._inbox = inbox
        self._metrics = metrics
        self._arrived = arrived
        self._numbers = numbers
        self._waiting: list[tuple[Update, asyncio.Future[None]]] = []
        self._writer: asyncio.Task[None] | None = None

    async def receive(self, updates: list[dict[str, Any]]) -> None:
        """When this returns, the updates survive whatever happens. Raises StoreError where they cannot be
        written; then Telegram must not be told that they came."""
        at = time.time()
        ends: list[asyncio.Future[None]] = []
        for raw in updates:
            kind = next((name for name in raw if name != "update_id"), "unknown")
            self._metrics.received.labels(kind).inc()
            self._numbers.saw_update(raw)
            ends.append(asyncio.get_running_loop().create_future())
            payload = json.dumps(raw, ensure_ascii=False, separators=(",", ":"))
            self._waiting.append((Update(raw["update_id"], chat_of(raw), payload, at), ends[-1]))
        if self._writer is None or self._writer.done():
            self._writer = asyncio.create_task(self._write())
        for end in ends:
            await end

    async def _write(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            updates = [update for update, _ in batch]
            try:
                fresh = await asyncio.to_thread(self._inbox.receive_all, updates)
            except Exception as error:
                # whatever it was, who waits must hear of it, and Telegram deliver them again
                _LOG.error("updates not written down", extra={"why": str(error)})
                failed = error if isinstance(error, StoreError) else StoreError(str(error))
                for _, end in batch:
                    if not end.done():
                        end.set_exception(failed)
                continue
            self._metrics.repeated.inc(len(batch) - fresh)
            self._arrived([update.id for update in updates], fresh)
            for _, end in batch:
                if not end.done():
                    end.set_result(None)


def chat_of(raw: Mapping[str, Any]) -> str:
    """The chat in whose order an update is handled; inline queries are a chat of their own for each person.
    Empty where there is none to be seen."""
    try:
        for name in _CHATTING:
            if name in raw:
                return str(raw[name]["chat"]["id"])
        if "callback_query" in raw:
            query = raw["callback_query"]
            message = query.get("message")
            return str(message["chat"]["id"]) if message else f"person:{query['from']['id']}"
        if "inline_query" in raw:
            return f"inline:{raw['inline_query']['from']['id']}"
    except (KeyError, TypeError, AttributeError):
        pass  # it is written down all the same, and looked at when it is answered
    return ""
