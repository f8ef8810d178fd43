"""One call of the Bot API, by its name."""

import warnings
from typing import Any

from telegram import Bot
from telegram.error import EndPointNotFound, InvalidToken
from telegram.warnings import PTBUserWarning


def set_up() -> None:
    """Have the library say nothing of its own methods: a call is a value that was written down, and they are
    not at hand for it."""
    warnings.filterwarnings("ignore", "Please use 'Bot", PTBUserWarning)


async def call_api(bot: Bot, method: str, params: dict[str, Any], read_timeout: float | None = None) -> Any:
    """Telegram's result. Raises InvalidToken where the token counts no more, else TelegramError."""
    more: dict[str, Any] = {} if read_timeout is None else {"read_timeout": read_timeout}
    try:
        return await bot.do_api_request(method, api_kwargs=params, **more)
    except EndPointNotFound as error:
        if isinstance(error.__cause__, InvalidToken) and "unauthorized" in str(error.__cause__).lower():
            raise InvalidToken(str(error.__cause__)) from error
        raise
