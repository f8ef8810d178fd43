"""What has to be fetched before an update can be answered: a document that an admin sent, or whether somebody
is in a company group."""

import asyncio
import json
import logging
from collections import OrderedDict
from functools import partial
from typing import Any

from telegram import Bot
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, TelegramError

from bot.access import Access
from bot.channels.telegram.ahead import ahead
from bot.channels.telegram.api import call_api
from bot.channels.telegram.beside import beside
from bot.channels.telegram.house import House
from bot.channels.telegram.keeper.preview import Preview, make_preview
from knowledge.errors import KnowledgeError
from knowledge.store.kept.update import Update as Received

_LARGEST = 20_000_000  # bytes of a file that a bot may download
_REMEMBERED = 600.0  # seconds that an answer about a group is believed
_MOST = 10_000
_TRIES, _WAIT = 6, 0.5  # and seconds before the second try, twice as many before each further one
_INSIDE = ("creator", "administrator", "member", "restricted")
_LOG = logging.getLogger(__name__)


class Fetching:
    """Asks Telegram."""

    def __init__(self, bot: Bot, house: House, access: Access) -> None:
        self._bot = bot
        self._house = house
        self._access = access
        self._insiders: OrderedDict[int, tuple[bool, float]] = OrderedDict()

    async def fetch(self, received: Received) -> dict[str, Any]:
        """What was fetched, by name: `in_group`; of a document `content` or the word `missing` for why it is
        not there, and `preview`; and what was worked out `ahead`."""
        raw = json.loads(received.payload)
        fetched: dict[str, Any] = {}
        event: dict[str, Any] = next(
            (raw[n] for n in ("message", "callback_query", "inline_query", "edited_message") if n in raw), {}
        )
        person = event.get("from", {}).get("id", 0)
        chat = event.get("chat", {}).get("id", 0)
        if self._access.groups and not self._access.allows(self._house.store, person, chat):
            fetched["in_group"] = await self._in_group(person)
        document = raw.get("message", {}).get("document")
        if document and person in self._access.admins and person == chat:
            fetched |= await self._document(document)
        if "content" in fetched and not self._house.shelf.fixed:
            fetched["preview"] = await beside(partial(self._preview, document, fetched["content"]))
        if (work := ahead(self._house, self._access, raw)) is not None:
            fetched["ahead"] = await beside(work)
        return fetched

    def _preview(self, document: dict[str, Any], content: bytes) -> Preview | KnowledgeError:
        name = document.get("file_name") or "document"
        try:
            return make_preview(self._house.store, name, content)
        except KnowledgeError as error:
            return error

    async def _in_group(self, person: int) -> bool:
        now = self._house.clock()
        known = self._insiders.get(person)
        if known is not None and now - known[1] < _REMEMBERED:
            return known[0]
        inside = False
        for group in self._access.groups:
            member = await self._patiently("getChatMember", {"chat_id": group, "user_id": person})
            inside = inside or bool(
                member
                and member.get("status") in _INSIDE
                and (member["status"] != "restricted" or member.get("is_member"))
            )
        self._insiders[person] = inside, now
        if len(self._insiders) > _MOST:
            self._insiders.popitem(last=False)
        return inside

    async def _document(self, document: dict[str, Any]) -> dict[str, Any]:
        if document.get("file_size", 0) > _LARGEST:
            return {"missing": "large"}
        file = await self._patiently("getFile", {"file_id": document["file_id"]})
        if not file or not file.get("file_path"):
            return {"missing": "gone"}
        address = f"{self._house.settings.api}/file/bot{self._house.settings.token}/{file['file_path']}"
        for attempt in range(_TRIES):
            try:
                return {"content": await self._bot.request.retrieve(address)}
            except (BadRequest, Forbidden, InvalidToken):
                return {"missing": "gone"}
            except TelegramError as error:
                _LOG.warning("file not fetched, trying again", extra={"why": str(error)})
                await asyncio.sleep(_WAIT * 2**attempt)
        return {"missing": "gone"}

    async def _patiently(self, method: str, params: dict[str, Any]) -> dict[str, Any] | None:
        for attempt in range(_TRIES):
            try:
                found: dict[str, Any] = await call_api(self._bot, method, params)
                return found
            except (BadRequest, Forbidden):
                return None
            except NetworkError as error:
                _LOG.warning("call failed, trying again", extra={"method": method, "why": str(error)})
            except TelegramError as error:
                after = getattr(error, "retry_after", 0)
                await asyncio.sleep(after if isinstance(after, int | float) else after.total_seconds())
            await asyncio.sleep(_WAIT * 2**attempt)
        return None
