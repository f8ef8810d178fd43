"""Sending: within Telegram's limits by waiting, and again until it is through or Telegram refuses it for
good."""

import asyncio
import contextlib
import html
import logging
import random
import re
from collections.abc import Callable
from dataclasses import replace
from enum import Enum
from functools import partial
from typing import Any

from telegram import Bot, InputFile
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.channels.telegram.api import call_api
from bot.channels.telegram.beside import beside
from bot.channels.telegram.call import Call
from bot.channels.telegram.limits import Limits
from bot.channels.telegram.metrics import Metrics
from bot.channels.telegram.request import NoReply
from bot.channels.telegram.taken import MOST_TRIED, Mark, Numbers, as_edit
from knowledge.regex import regex

_FIRST_WAIT, _LONGEST_WAIT = 0.2, 30.0  # seconds between attempts
_AT_ONCE = 32  # requests; more of them are slower altogether
_GONE = regex("not found|can't be edited|no text in the message", re.IGNORECASE)
_LOG = logging.getLogger(__name__)

Draw = Callable[[str], bytes | None]


class Refused(Enum):
    """Why Telegram will not take a call, however often it is made."""

    BLOCKED = "blocked"
    BAD = "bad"


class _Doubtful(NetworkError):
    """A message may have been taken. `before`: the numbers known when it was sent."""

    def __init__(self, why: str, before: Mark) -> None:
        super().__init__(why)
        self.before = before


class Sender:
    """Makes calls, each once as far as anyone can tell: what Telegram answered is not made again."""

    def __init__(self, bot: Bot, limits: Limits, metrics: Metrics, draw: Draw, numbers: Numbers) -> None:
        """`draw`: the PNG of what a call's `picture` names, or None where it cannot be drawn; `numbers`: of
        the messages known so far."""
        self._bot = bot
        self._limits = limits
        self._metrics = metrics
        self._draw = draw
        self._numbers = numbers
        self._at_once = asyncio.Semaphore(_AT_ONCE)

    async def send(self, call: Call) -> Any:
        """Make a call, waiting and trying again as needed; Telegram's result, or why it is refused."""
        wait = _FIRST_WAIT
        before: Mark | None = None  # what was known before an attempt that may have been taken
        while True:
            try:
                if before is not None and (taken := await self._taken(call, before)) is not None:
                    return taken
                before = None
                return await self._once(call)
            except (InvalidToken, Conflict):
                raise
            except RetryAfter as error:
                await self._pause("retry_after", _seconds(error))
            except TelegramError as error:
                if _passing(error):
                    if isinstance(error, _Doubtful):
                        before = before or error.before
                    _LOG.warning(
                        "call failed, trying again", extra={"method": call.method, "why": str(error)}
                    )
                    await self._pause("network", wait * random.uniform(0.8, 1.2))
                    wait = min(wait * 2, _LONGEST_WAIT)
                elif (instead := _instead(call, error)) is not None:
                    call = instead
                else:
                    return self._refused(call, error)

    async def try_once(self, call: Call) -> None:
        """Make a call that nobody misses if it fails, at once."""
        with contextlib.suppress(TelegramError):
            await self._request(call.method, call.params)

    async def _once(self, call: Call) -> Any:
        params = {**call.params}
        if call.picture:
            drawn = await self._drawn(call.picture)
            if drawn is None:
                return await self.send(without_picture(call))
            params["photo"] = InputFile(drawn, filename="picture.png")
        if call.chat is None:
            return await self._request(call.method, params)
        async with self._limits.turn(call.chat):
            before = self._numbers.mark(call.chat)
            try:
                result = await self._request(call.method, params)
            except NoReply as error:
                raise _Doubtful(str(error), before) from None
        if isinstance(result, dict) and "message_id" in result:
            self._numbers.saw(call.chat, result["message_id"])
        return result

    async def _taken(self, call: Call, before: Mark) -> dict[str, Any] | None:
        """The message that an attempt made whose answer got lost; None where none is found. Raises
        TelegramError where that cannot be found out now."""
        chat, edit = call.chat, as_edit(call)
        if chat is None or edit is None:
            return None
        tried: list[int] = []
        while len(tried) < MOST_TRIED:
            # what became known meanwhile is not in question any more
            left = [number for number in self._numbers.after(chat, before) if number not in tried]
            if not left:
                break
            number = left[0]
            tried.append(number)
            try:
                await self._once(Call(edit.method, {**edit.params, "message_id": number}))
            except BadRequest as error:
                if "not modified" not in str(error):
                    continue
            self._metrics.retried.labels("not_needed").inc()
            self._numbers.saw(chat, number)
            return {"message_id": number}
        return None

    async def _drawn(self, picture: str) -> bytes | None:
        try:
            return await beside(partial(self._draw, picture))
        except Exception:
            # its words are sent instead; the reply must not be lost, nor those behind it
            _LOG.exception("picture not drawn", extra={"picture": picture})
            return None

    async def _request(self, method: str, params: dict[str, Any]) -> Any:
        async with self._at_once:
            with self._metrics.sending.time():
                return await call_api(self._bot, method, params)

    async def _pause(self, why: str, seconds: float) -> None:
        self._metrics.retried.labels(why).inc()
        await asyncio.sleep(seconds)

    def _refused(self, call: Call, error: TelegramError) -> Any:
        if isinstance(error, Forbidden):
            self._metrics.failed.labels("forbidden").inc()
            return Refused.BLOCKED
        if "not modified" in str(error) or "query is too old" in str(error):
            return True  # it is as it should be
        self._metrics.failed.labels("bad_request").inc()
        _LOG.error("call refused", extra={"method": call.method, "why": str(error)})
        return Refused.BAD


def _passing(error: TelegramError) -> bool:
    """Whether a call may succeed another time: Telegram was not reached, or something between answered
    what is no answer of its."""
    network = isinstance(error, NetworkError) and not isinstance(error, BadRequest)
    return network or type(error) is TelegramError


def _seconds(error: RetryAfter) -> float:
    wait = error.retry_after
    return (wait if isinstance(wait, int | float) else wait.total_seconds()) + 0.1


def without_picture(call: Call) -> Call:
    """The message that says in words what a picture would have shown."""
    params = {name: value for name, value in call.params.items() if name != "caption"}
    return Call("sendMessage", {**params, "text": call.params["caption"]}, mark=call.mark)


def _instead(call: Call, error: TelegramError) -> Call | None:
    """What to send where a call is refused: to where the chat has moved, as a message of its own where the
    one to edit is gone, or without what may be wrong with it, its picture or its mark-up."""
    if isinstance(error, ChatMigrated):
        return replace(call, params={**call.params, "chat_id": error.new_chat_id})
    if isinstance(error, Forbidden):
        return None
    if call.picture:
        return without_picture(call)
    if call.method == "editMessageText" and _GONE.search(str(error)):
        params = {name: value for name, value in call.params.items() if name != "message_id"}
        return Call("sendMessage", params, mark=call.mark)
    text = call.params.get("text")
    if "parse" not in str(error).lower() or "parse_mode" not in call.params or not text:
        return None
    _LOG.error("mark-up refused, sending plain text", extra={"why": str(error)})
    params = {name: value for name, value in call.params.items() if name != "parse_mode"}
    return replace(call, params={**params, "text": html.unescape(re.sub("<[^>]*>", "", text))})
