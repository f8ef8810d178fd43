"""The channel as a running program: the parts put together, and stopped in order."""

import asyncio
import contextlib
import logging
import os
import signal
import uuid
from datetime import datetime
from typing import Any

from telegram import Bot
from telegram.error import BadRequest, EndPointNotFound, Forbidden, InvalidToken, TelegramError

from bot.channels.telegram.api import call_api, set_up
from bot.channels.telegram.commands import menus
from bot.channels.telegram.desk import Desk
from bot.channels.telegram.drawings import Drawings
from bot.channels.telegram.endpoint import Endpoint
from bot.channels.telegram.fetching import Fetching
from bot.channels.telegram.house import House
from bot.channels.telegram.instances import LOOK, alive, gone
from bot.channels.telegram.intake import Intake
from bot.channels.telegram.limits import Limits
from bot.channels.telegram.metrics import Metrics
from bot.channels.telegram.onboarding import remind
from bot.channels.telegram.polling import ALLOWED, poll
from bot.channels.telegram.reception import Reception
from bot.channels.telegram.request import AiohttpRequest
from bot.channels.telegram.sender import Sender
from bot.channels.telegram.settings import Settings
from bot.channels.telegram.shelf import Shelf
from bot.channels.telegram.taken import Numbers
from knowledge.errors import KnowledgeError, SettingsError, StoreError
from knowledge.store.kept.update import Inbox
from knowledge.store.store import Store

_GRACE = 20.0  # seconds for what is under way when the program is told to stop
_FIRST_WAIT, _LONGEST_WAIT = 0.2, 15.0  # seconds between attempts to reach Telegram at the start
_LOOK = 1.0  # seconds after which it is looked whether the handbook is stale
_REMIND = 600.0  # seconds after which it is looked whom to remind
_CONNECTIONS = 40  # over which Telegram delivers at a time
_LOG = logging.getLogger(__name__)


class Service:
    """Runs the channel until SIGTERM or SIGINT."""

    def __init__(self, settings: Settings, store: Store, shelf: Shelf) -> None:
        self._settings = settings
        self._store = store
        self._shelf = shelf
        self._metrics = Metrics()
        self._ready = False
        self._renewing = asyncio.Lock()

    async def run(self) -> None:
        """Work until told to stop. Raises SettingsError where the token or the address to listen on is
        wrong."""
        stop = asyncio.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            with contextlib.suppress(NotImplementedError):
                asyncio.get_running_loop().add_signal_handler(number, stop.set)
        set_up()
        bot = Bot(
            self._settings.token,
            base_url=f"{self._settings.api}/bot",
            base_file_url=f"{self._settings.api}/file/bot",
            request=AiohttpRequest(),
            get_updates_request=AiohttpRequest(),
        )
        stopping = asyncio.create_task(stop.wait())
        try:
            meeting = asyncio.create_task(self._meet(bot))
            await asyncio.wait({meeting, stopping}, return_when=asyncio.FIRST_COMPLETED)
            if meeting.done():
                await self._serve(bot, meeting.result(), stopping)
            meeting.cancel()
        except InvalidToken as error:
            raise SettingsError(
                "Telegram 不认这个令牌。请检查 ROLEBOT_TELEGRAM_TOKEN，或向 @BotFather 重新申请。"
            ) from error
        finally:
            stopping.cancel()
            with contextlib.suppress(TelegramError):
                await bot.shutdown()

    async def _meet(self, bot: Bot) -> dict[str, Any]:
        """What Telegram says of the bot; tried until it can be reached. Raises InvalidToken."""
        wait = _FIRST_WAIT
        while True:
            try:
                await bot.initialize()
                return bot.bot.to_dict()
            except InvalidToken:
                raise
            except TelegramError as error:
                _LOG.warning("Telegram not reached, trying again", extra={"why": str(error)})
                await asyncio.sleep(wait)
                wait = min(wait * 2, _LONGEST_WAIT)

    async def _serve(self, bot: Bot, me: dict[str, Any], stopping: "asyncio.Task[Any]") -> None:
        settings, metrics = self._settings, self._metrics
        house = House(settings, self._store, self._shelf, metrics, me["id"], me.get("username", ""))
        reception = Reception(house)
        name = f"{os.getpid()}-{uuid.uuid4().hex}"
        inbox = Inbox(self._store, name)
        numbers, limits = Numbers(), Limits(settings.rate)
        sender = Sender(bot, limits, metrics, Drawings(house.shelf).page, numbers)
        fetching = Fetching(bot, house, reception.access)
        desk = Desk(
            self._store,
            inbox,
            sender,
            metrics,
            fetching.fetch,
            reception.answer,
            self._renew,
            in_order=not settings.webhook_url,
        )
        intake = Intake(inbox, metrics, desk.arrived, numbers)
        endpoint = Endpoint(settings, intake, metrics, lambda: self._health(desk))
        try:
            await endpoint.open()
        except OSError as error:
            raise SettingsError(
                f"ROLEBOT_LISTEN 的地址不能监听（{error.strerror}）。请换一个地址或端口，或停掉占用它的程序。"
            ) from error
        jobs = [asyncio.create_task(desk.run()), asyncio.create_task(self._refresh())]
        jobs.append(asyncio.create_task(self._set_up(bot, sender, house)))
        jobs.append(asyncio.create_task(self._remind(house, desk)))
        jobs.append(asyncio.create_task(self._share(limits, name)))
        if not settings.webhook_url:
            jobs.append(asyncio.create_task(self._poll(bot, intake, desk)))
        self._ready = True
        _LOG.info(
            "started", extra={"mode": "webhook" if settings.webhook_url else "polling", "bot": me["id"]}
        )
        try:
            failed = await self._watch(jobs, stopping)
        finally:
            self._ready = False
            for job in jobs[1:]:
                job.cancel()
            await endpoint.close()
            await desk.stop(_GRACE)
            await asyncio.gather(*jobs, return_exceptions=True)
            _LOG.info("stopped", extra={"unfinished": desk.unfinished})
        if failed is not None:
            raise failed

    async def _watch(
        self, jobs: "list[asyncio.Task[None]]", stopping: "asyncio.Task[Any]"
    ) -> BaseException | None:
        """Wait until told to stop, or until a job fails; its error."""
        running: set[asyncio.Task[Any]] = {*jobs, stopping}
        while True:
            done, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            failed = next((error for job in done if (error := job.exception()) is not None), None)
            if failed is not None or stopping in done or jobs[0] in done:
                return failed

    async def _poll(self, bot: Bot, intake: Intake, desk: Desk) -> None:
        """Fetch updates, once Telegram delivers them nowhere else. Raises InvalidToken."""
        await self._insist(bot, "deleteWebhook", {})
        await poll(bot, intake, desk)

    async def _set_up(self, bot: Bot, sender: Sender, house: House) -> None:
        """Tell Telegram where to deliver updates, and what the menus hold."""
        settings = self._settings
        if settings.webhook_url:
            hook = {
                "url": settings.webhook_url,
                "secret_token": settings.webhook_secret,
                "max_connections": _CONNECTIONS,
                "allowed_updates": ALLOWED,
            }
            await self._insist(bot, "setWebhook", hook)
        for call in menus(house):
            await sender.send(call)

    async def _insist(self, bot: Bot, method: str, params: dict[str, Any]) -> None:
        wait = _FIRST_WAIT
        while True:
            try:
                await call_api(bot, method, params)
                return
            except InvalidToken:
                raise
            except (BadRequest, Forbidden, EndPointNotFound) as error:
                _LOG.error("call refused", extra={"method": method, "why": str(error)})
                return
            except TelegramError as error:
                _LOG.warning("call failed, trying again", extra={"method": method, "why": str(error)})
                await asyncio.sleep(wait)
                wait = min(wait * 2, _LONGEST_WAIT)

    async def _refresh(self) -> None:
        """Follow documents imported and words taught, also by other instances of the bot."""
        with self._shelf.following():
            while True:
                await asyncio.sleep(_LOOK)
                await self._renew()

    async def _share(self, limits: Limits, name: str) -> None:
        """Share Telegram's limit with the other instances."""
        try:
            while True:
                with contextlib.suppress(StoreError):
                    await limits.share(await asyncio.to_thread(alive, self._store, name))
                await asyncio.sleep(LOOK)
        finally:
            with contextlib.suppress(StoreError):
                gone(self._store, name)

    async def _renew(self) -> None:
        """Read the handbook anew where it is stale."""
        async with self._renewing:
            if self._shelf.stale.is_set():
                try:
                    await asyncio.to_thread(self._shelf.refresh)
                except KnowledgeError as error:
                    _LOG.error("handbook not read, trying again", extra={"why": str(error)})
                except Exception:
                    # documents that nobody foresaw; the ones before are answered from meanwhile
                    _LOG.exception("handbook not read, trying again")

    async def _remind(self, house: House, desk: Desk) -> None:
        """Remind those who want it, once a day, of what is left of their onboarding."""
        while True:
            try:
                desk.arrived([], self._store.change(lambda draft: remind(house, draft, _now())))
            except Exception:
                _LOG.exception("nobody reminded, trying again")
            await asyncio.sleep(_REMIND)

    def _health(self, desk: Desk) -> dict[str, object]:
        described = len(self._shelf.handbook.organization.described())
        return {"ok": self._ready and desk.failure is None, "queue": desk.unfinished, "roles": described}


def _now() -> datetime:
    """The time where the program runs, which is where its people are."""
    return datetime.now().astimezone()
