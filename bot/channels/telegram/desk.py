"""The desk: takes updates from the inbox, has them answered, and sends the replies that were written down."""

import asyncio
import contextlib
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Any

from bot.channels.telegram.arrival import Arrival
from bot.channels.telegram.call import Call, read_call
from bot.channels.telegram.metrics import Metrics
from bot.channels.telegram.posted import remember
from bot.channels.telegram.sender import Sender
from bot.channels.telegram.typing import Typing
from knowledge.errors import StoreError
from knowledge.store.draft import Draft
from knowledge.store.kept.update import Finished, Inbox, Update
from knowledge.store.store import Store

_AT_ONCE = 1_000  # chats whose updates are under way; most of them wait for Telegram
_FEW = 20  # chats, beyond which nobody is told that he is being answered
_LOOK = 0.5  # seconds after which the inbox is looked into without a reason
_MOST_TRIES = 100  # of an update that ends the process each time
_AGAIN = 1.0  # seconds after the store failed
_LOG = logging.getLogger(__name__)

Fetch = Callable[[Update], Awaitable[Any]]
Answer = Callable[[Draft, Update, Any], tuple[list[Call], int]]


class Desk:
    """Handles updates chat by chat: those of one chat in order, chats side by side."""

    def __init__(
        self,
        store: Store,
        inbox: Inbox,
        sender: Sender,
        metrics: Metrics,
        fetch: Fetch,
        answer: Answer,
        renew: Callable[[], Awaitable[None]],
        in_order: bool = True,
    ) -> None:
        """`fetch`: gets what an update refers to, before it is answered; `answer`: the calls that answer it
        and how many updates of our own it put into the inbox, made within the change that writes them down;
        `renew`: makes what was changed count, before it is told; `in_order`: updates arrive in the order of
        their numbers."""
        self._store = store
        self._inbox = inbox
        self._sender = sender
        self._metrics = metrics
        self._fetch = fetch
        self._answer = answer
        self._renew = renew
        self._wake = asyncio.Event()
        self._room = asyncio.Condition()
        self._tasks: set[asyncio.Task[None]] = set()
        waiting = store.all(Update)
        known = [] if in_order else [*(u.id for u in waiting), *(f.id for f in store.all(Finished))]
        self._arrival = None if in_order else Arrival((n for n in known if n > 0), time.monotonic())
        self.unfinished = len(waiting)
        self.failure: BaseException | None = None  # what ended the desk
        self._stopping = False
        metrics.queue.set_function(lambda: self.unfinished)

    def arrived(self, numbers: list[int], fresh: int) -> None:
        """Updates of these numbers were written down; so many of them had not come before."""
        if self._arrival is not None:
            for number in sorted(numbers):
                self._arrival.came(number, time.monotonic())
        self.unfinished += fresh
        self._wake.set()

    async def fewer_than(self, most: int) -> None:
        """Wait until fewer updates than that are unfinished."""
        async with self._room:
            await self._room.wait_for(lambda: self.unfinished < most)

    async def run(self) -> None:
        """Work until stopped. Raises what went wrong beyond repair, such as InvalidToken."""
        self._wake.set()
        while not self._stopping:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), _LOOK)
            self._wake.clear()
            if self._stopping:
                break
            began = time.perf_counter()
            for update in self._take(max(_AT_ONCE - len(self._tasks), 0)):
                task = asyncio.create_task(self._serve(update))
                self._tasks.add(task)
                task.add_done_callback(self._served)
            # looking through a long inbox must not take the time of working it off
            await asyncio.sleep(4 * (time.perf_counter() - began) if len(self._tasks) > 1 else 0)
        if self.failure is not None:
            raise self.failure

    async def stop(self, grace: float) -> None:
        """Take up nothing more, and finish what is under way within `grace` seconds; the rest is finished at
        the next start."""
        self._stopping = True
        self._wake.set()
        end = time.monotonic() + grace
        while self._tasks and (left := end - time.monotonic()) > 0:
            await asyncio.wait(self._tasks, timeout=min(left, _LOOK))
            self._take(0)  # it lives
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        with contextlib.suppress(StoreError):  # then the others wait for a lease
            self._inbox.give_back()

    def _take(self, most: int) -> list[Update]:
        """At most so many updates to be handled; what is being handled stays this instance's."""
        try:
            taken = self._inbox.take(time.monotonic(), most, self._ready)
        except StoreError as error:
            _LOG.error("inbox not read, trying again", extra={"why": str(error)})
            return []
        if self._store.shared:
            self.unfinished = self._inbox.waiting  # others receive and finish too
        return taken

    def _ready(self, number: int) -> bool:
        """Whether no update before this one is still to come."""
        if self._arrival is None or number < 0:  # those of our own have negative numbers
            return True
        now = time.monotonic()
        if self._store.shared:  # others received what is missing here
            self._arrival.came(number, now)
            for missing in self._arrival.missing():
                if self._store.get(Update, str(missing)) or self._store.get(Finished, str(missing)):
                    self._arrival.came(missing, now)
        return self._arrival.ready(number, now)

    def _served(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self._wake.set()
        if not task.cancelled() and (error := task.exception()) is not None:
            self.failure = self.failure or error
            self._stopping = True

    async def _serve(self, update: Update) -> None:
        """One update from being taken to being finished."""
        typing = Typing(self._sender, update) if len(self._tasks) <= _FEW else None
        try:
            calls = await self._calls(update)
            if calls is None:
                return  # another instance has it
            marks: list[tuple[Call, Any]] = []
            for call in calls:
                if not await self._keep(update):
                    return  # another instance sends the rest
                marks.append((call, await self._sender.send(call)))
        finally:
            if typing is not None:
                typing.end()
        while not self._finish(update, marks):
            await asyncio.sleep(_AGAIN)
        self._metrics.replying.observe(max(time.time() - update.at, 0))
        async with self._room:
            self._room.notify_all()

    async def _keep(self, update: Update) -> bool:
        """Whether an update is still this instance's to answer."""
        while True:
            try:
                return self._inbox.keep(update.id, time.monotonic())
            except StoreError as error:
                _LOG.error("store failed, trying again", extra={"update": update.id, "why": str(error)})
                await asyncio.sleep(_AGAIN)

    async def _calls(self, update: Update) -> list[Call] | None:
        """The calls that answer an update, written down; None where it is not this instance's any more."""
        if update.answered:
            return [read_call(text) for text in update.replies]
        try:
            fetched = await self._fetch(update)
        except Exception:
            # an update that nobody foresaw is answered as far as it can be
            _LOG.exception("nothing fetched for an update", extra={"update": update.id})
            fetched = {}
        while True:
            try:
                with self._metrics.answering.time():
                    calls, added, told = self._store.change(
                        lambda draft: self._work(draft, update, fetched), lasting=False
                    )
                self.arrived([], added)
                if told:
                    await self._renew()
                return calls
            except StoreError as error:
                _LOG.error("store failed, trying again", extra={"update": update.id, "why": str(error)})
                await asyncio.sleep(_AGAIN)

    def _work(self, draft: Draft, update: Update, fetched: Any) -> tuple[list[Call] | None, int, bool]:
        if update.tries >= _MOST_TRIES:
            _LOG.error("update given up", extra={"update": update.id})
        calls, added = self._answer(draft, update, fetched) if update.tries < _MOST_TRIES else ([], 0)
        mine = self._inbox.answer(draft, update.id, tuple(call.written() for call in calls))
        return (calls, added, bool(draft.told())) if mine else (None, 0, False)

    def _finish(self, update: Update, marks: list[tuple[Call, Any]]) -> bool:
        def work(draft: Draft) -> None:
            self._inbox.finished(draft, update.id)
            remember(draft, marks)

        try:
            # a reply whose sending the machine forgot is sent again
            self._store.change(work, lasting=False)
        except StoreError as error:
            _LOG.error("store failed, trying again", extra={"update": update.id, "why": str(error)})
            return False
        self.unfinished = max(self.unfinished - 1, 0)
        return True
