"""Long polling. The offset moves only past updates that are written down."""

import asyncio
import logging
import time
from typing import Any

from telegram import Bot
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.channels.telegram.api import call_api
from bot.channels.telegram.desk import Desk
from bot.channels.telegram.intake import Intake
from knowledge.errors import StoreError

ALLOWED = ["message", "edited_message", "callback_query", "inline_query", "my_chat_member"]
_HELD = 30  # seconds that Telegram holds a request while there are no updates
_MOST_WAITING = 1_000  # updates received and unfinished, beyond which no more are fetched
_SILENCE = 5 * 86_400.0  # seconds; Telegram numbers anew after a week
_FIRST_WAIT, _LONGEST_WAIT = 0.2, 15.0  # seconds between attempts
_LOG = logging.getLogger(__name__)


async def poll(bot: Bot, intake: Intake, desk: Desk) -> None:
    """Fetch updates until cancelled. Raises InvalidToken."""
    offset, wait = Offset(), _FIRST_WAIT
    while True:
        await desk.fewer_than(_MOST_WAITING)
        try:
            updates = await _fetch(bot, offset.at(time.monotonic()))
            await intake.receive(updates)
        except InvalidToken:
            raise
        except (TelegramError, StoreError) as error:
            _tell(error)
            await asyncio.sleep(_seconds(error, wait))
            wait = min(wait * 2, _LONGEST_WAIT)
            continue
        wait = _FIRST_WAIT
        if updates:
            offset.move(updates[-1]["update_id"] + 1, time.monotonic())


class Offset:
    """The number from which updates are fetched. After days without any, they may be numbered anew, lower
    than before; from 0 on none is passed over then."""

    def __init__(self) -> None:
        self._number, self._moved = 0, 0.0

    def at(self, now: float) -> int:
        """The number by now, in seconds of a clock that only goes forward."""
        return self._number if now - self._moved < _SILENCE else 0

    def move(self, number: int, now: float) -> None:
        """Everything before a number is written down."""
        self._number, self._moved = number, now


async def _fetch(bot: Bot, offset: int) -> list[dict[str, Any]]:
    wanted = {"offset": offset, "timeout": _HELD, "allowed_updates": ALLOWED}
    updates: list[dict[str, Any]] = await call_api(bot, "getUpdates", wanted, read_timeout=_HELD + 10)
    return sorted(updates, key=lambda raw: raw["update_id"])


def _tell(error: Exception) -> None:
    if isinstance(error, Conflict):
        _LOG.error("另一个程序正用同一个令牌收消息。请停掉其中一个；在那之前这里会一直重试。")
    else:
        _LOG.warning("updates not fetched, trying again", extra={"why": str(error)})


def _seconds(error: Exception, wait: float) -> float:
    if not isinstance(error, RetryAfter):
        return wait
    after = error.retry_after
    return after if isinstance(after, int | float) else after.total_seconds()
