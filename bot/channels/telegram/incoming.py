"""An update as the library reads it; where it cannot read all of it, what the bot needs of it."""

import logging
from typing import Any

from telegram import Update
from telegram.error import TelegramError

_UNREADABLE = (TelegramError, KeyError, TypeError, ValueError, AttributeError)
_MESSAGES = ("message", "edited_message")
# of a message: beside plain values, which can always be read
_NEEDED = ("chat", "from", "sender_chat", "via_bot", "document", "reply_to_message")
_LOG = logging.getLogger(__name__)


def read_update(raw: dict[str, Any]) -> Update | None:
    """The update; None where it holds nothing that can be read. Newer or older kinds of attachments, and what
    a server leaves out, cost no question."""
    message = raw.get("message") or {}
    if isinstance(message, dict) and isinstance(message.get("reply_to_message"), dict):
        # the library takes no other mark-up of a message than the one that Telegram passes on
        message["reply_to_message"].pop("reply_markup", None)
    try:
        return Update.de_json(raw, None)
    except _UNREADABLE as error:
        _LOG.warning(
            "update read in part", extra={"update": raw.get("update_id"), "why": type(error).__name__}
        )
    try:
        return Update.de_json(_needed(raw), None)
    except _UNREADABLE:
        _LOG.exception("update not understood", extra={"update": raw.get("update_id")})
        return None


def _needed(raw: dict[str, Any]) -> dict[str, Any]:
    """What the bot needs of an update, with what the library asks for where it is missing."""
    kept = {"update_id": raw["update_id"]}
    kept |= {name: _message(raw[name]) for name in _MESSAGES if name in raw}
    if "callback_query" in raw:
        query = {"chat_instance": "", **raw["callback_query"]}
        if query.get("message"):
            query["message"] = _message(query["message"])
        kept["callback_query"] = {**query, "from": _user(query["from"])}
    if "inline_query" in raw:
        query = {"query": "", "offset": "", **raw["inline_query"]}
        kept["inline_query"] = {**query, "from": _user(query["from"])}
    return kept


def _message(raw: dict[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in raw.items() if not isinstance(value, dict | list)}
    kept |= {name: raw[name] for name in _NEEDED if name in raw}
    kept = {"date": 0, **kept}
    for name in ("from", "via_bot"):
        if name in kept:
            kept[name] = _user(kept[name])
    for name in ("chat", "sender_chat"):
        if name in kept:
            kind = "private" if kept[name]["id"] > 0 else "supergroup"
            kept[name] = {"type": kind, **_plain(kept[name])}
    if "reply_to_message" in kept:
        kept["reply_to_message"] = _message(kept["reply_to_message"])
    return kept


def _user(raw: dict[str, Any]) -> dict[str, Any]:
    return {"is_bot": False, "first_name": "", **_plain(raw)}


def _plain(raw: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in raw.items() if not isinstance(value, dict | list)}
