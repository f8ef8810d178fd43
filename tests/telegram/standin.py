"""A Bot API of our own over real HTTP, in a process of its own: what Telegram does, as far as the channel can
tell, faults included.

    python -m tests.telegram.standin PORT

The control side, under /control, plays the people and looks at what they see:
    POST /control/updates   a list of updates without update_id; they are numbered and delivered
    POST /control/faults    {"rate": 0.02, "kinds": ["429", "500", "drop", "late_drop", "slow", "garbage"],
                            "seed": 1}
    POST /control/settings  {"latency": 0.05, "members": {"-100": [1, 2]}, "files": {"id": "text"}, "limits":
    true} GET  /control/state     calls made, messages, webhook, breaches of limits; ?since=N leaves out the
    first N of
                            the history, ?until=N waits until it has N, ?calls=N until N calls were made
"""

import asyncio
import base64
import contextlib
import json
import random
import re
import sys
import time
from collections import defaultdict, deque
from html.parser import HTMLParser
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout, web

TOKEN = "123456:stand-in_token-for_tests"
BOT = {"id": 123456, "is_bot": True, "first_name": "岗位助手", "username": "role_test_bot"}
_TAGS = {"b", "strong", "i", "em", "u", "s", "code", "pre", "a", "blockquote", "tg-spoiler", "span"}


class _Html(HTMLParser):
    """Telegram's HTML: what it cannot parse it refuses."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag not in _TAGS:
            raise ValueError(f'Unsupported start tag "{tag}"')
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            raise ValueError(f'Unexpected end tag "{tag}"')

    def handle_data(self, data: str) -> None:
        self.text += data


def visible(text: str) -> str:
    """What is seen of an HTML text. Raises ValueError where Telegram would refuse it."""
    if re.search(r"<(?![a-z/])", text) or re.search(r"&(?!(?:lt|gt|amp|quot|#\d+|#x[0-9a-f]+);)", text):
        raise ValueError("unescaped character")
    parser = _Html()
    parser.feed(text)
    parser.close()
    if parser.open:
        raise ValueError(f'Can\'t find end tag corresponding to start tag "{parser.open[-1]}"')
    return parser.text


class Refusal(Exception):
    """A call that the Bot API refuses."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code, self.description, self.parameters = code, description, parameters


class StandIn:
    def __init__(self) -> None:
        self.updates: deque[dict[str, Any]] = deque()
        self.next_update = 1000
        self.next_message = 1
        self.calls: list[dict[str, Any]] = []
        self.counts: dict[str, int] = defaultdict(int)
        self.messages: dict[tuple[int, int], dict[str, Any]] = {}
        self.history: list[dict[str, Any]] = []
        self.keep_calls = True
        self.pollers = 0
        self.news = asyncio.Event()
        self.changed = asyncio.Event()
        self.webhook: dict[str, Any] = {}
        self.delivering: set[asyncio.Task[None]] = set()
        self.rate, self.kinds, self.random = 0.0, ["500"], random.Random(1)
        self.methods: list[str] = []
        self.most_faults = -1
        self.latency = 0.0
        self.flooded: dict[str, float] = {}
        self.refuse: dict[str, Any] = {}
        self.members: dict[str, list[int]] = {}
        self.files: dict[str, bytes] = {}
        self.sent_at: dict[int, deque[float]] = defaultdict(lambda: deque(maxlen=64))
        self.all_sent: deque[float] = deque(maxlen=64)
        self.breaches: list[str] = []
        self.faults = 0
        self.delivered: dict[int, int] = defaultdict(int)
        self.blocked: set[int] = set()

    # ── the Bot API ──────────────────────────────────────────────────────────────────────────────────────

    async def api(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != TOKEN:
            return _refused(Refusal(401, "Unauthorized"))
        method = request.match_info["method"].lower()
        params = await _params(request)
        if self.latency:
            await asyncio.sleep(self.latency)
        fault = self._fault(method)
        if (broken := _broken(request, fault)) is not None:
            return broken
        if fault == "slow":
            await asyncio.sleep(0.3)
        run = getattr(self, f"m_{method}", None)
        if run is None:
            return _refused(Refusal(404, "Not Found: method not found"))
        self.counts[method] += 1
        asyncio.get_running_loop().call_soon(self.changed.set)
        try:
            self._refuse(method)
            result = await run(params) if asyncio.iscoroutinefunction(run) else run(params)
        except Refusal as refusal:
            if self.keep_calls:
                self.calls.append(
                    {"method": method, "params": _short(params), "refused": refusal.description}
                )
            return _refused(refusal)
        if method != "getupdates" and self.keep_calls:
            self.calls.append({"method": method, "params": _short(params)})
        if fault == "late_drop":
            return _cut(request)
        return web.json_response({"ok": True, "result": result})

    def _refuse(self, method: str) -> None:
        if method in self.refuse:
            code, description, parameters = self.refuse[method]
            raise Refusal(code, description, **parameters)

    def _fault(self, method: str) -> str:
        excepted = method not in self.methods if self.methods else method == "getme"
        if not self.rate or excepted or not self.most_faults or self.random.random() >= self.rate:
            return ""
        self.most_faults -= 1
        self.faults += 1
        return self.random.choice(self.kinds)

    def m_getme(self, _: dict[str, Any]) -> Any:
        return {
            **BOT,
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": True,
        }

    async def m_getupdates(self, params: dict[str, Any]) -> Any:
        if self.webhook:
            raise Refusal(409, "Conflict: can't use getUpdates method while webhook is active")
        if self.pollers:
            raise Refusal(409, "Conflict: terminated by other getUpdates request")
        offset, limit = int(params.get("offset", 0)), int(params.get("limit", 100))
        self.pollers += 1
        try:
            while self.updates and self.updates[0]["update_id"] < offset:
                self.updates.popleft()
            if not self.updates:
                self.news.clear()
                try:
                    await asyncio.wait_for(self.news.wait(), float(params.get("timeout", 0)))
                except TimeoutError:
                    return []
            return [update for _, update in zip(range(limit), self.updates, strict=False)]
        finally:
            self.pollers -= 1

    def m_setwebhook(self, params: dict[str, Any]) -> Any:
        again = self.webhook.get("url") == params.get("url")
        self.webhook = params if params.get("url") else {}
        for _ in range(0 if again or not self.webhook else min(int(params.get("max_connections", 40)), 40)):
            task = asyncio.create_task(self._deliver())
            self.delivering.add(task)
            task.add_done_callback(self.delivering.discard)
        return True

    def m_deletewebhook(self, _: dict[str, Any]) -> Any:
        self.webhook = {}
        return True

    async def _deliver(self) -> None:
        """One connection of the webhook: takes the next update, and delivers it until it is confirmed."""
        url = self.webhook["url"]
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.webhook.get("secret_token", "")}
        async with ClientSession(timeout=ClientTimeout(total=20)) as session:
            while self.webhook and self.webhook.get("url") == url:
                if not self.updates:
                    self.news.clear()
                    await self.news.wait()
                    continue
                update = self.updates.popleft()
                wait = 0.05
                while self.webhook.get("url") == url:
                    self.delivered[update["update_id"]] += 1
                    try:
                        async with session.post(url, json=update, headers=headers) as reply:
                            if reply.status == 200:
                                break
                    except (ClientError, TimeoutError, OSError):
                        pass
                    await asyncio.sleep(wait)
                    wait = min(wait * 2, 0.5)
                else:
                    self.updates.appendleft(update)

    def m_sendmessage(self, params: dict[str, Any]) -> Any:
        chat = self._writable(params)
        text = self._text(params, "text", 4096)
        return self._post(chat, {"text": text, **_given(params, "reply_markup")}, params)

    def m_editmessagetext(self, params: dict[str, Any]) -> Any:
        chat = self._writable(params)
        text = self._text(params, "text", 4096)
        message = self.messages.get((chat, int(params["message_id"])))
        if message is None:
            raise Refusal(400, "Bad Request: message to edit not found")
        if message.get("text") == text and message.get("reply_markup") == params.get("reply_markup"):
            raise Refusal(400, "Bad Request: message is not modified")
        message["text"] = text
        message["edited"] = message.get("edited", 0) + 1
        message.pop("reply_markup", None)
        message |= _given(params, "reply_markup")
        return message

    def m_deletemessage(self, params: dict[str, Any]) -> Any:
        if self.messages.pop((int(params["chat_id"]), int(params["message_id"])), None) is None:
            raise Refusal(400, "Bad Request: message to delete not found")
        return True

    def m_sendphoto(self, params: dict[str, Any]) -> Any:
        chat = self._writable(params)
        if not isinstance(params.get("photo"), bytes) or not params["photo"]:
            raise Refusal(400, "Bad Request: there is no photo in the request")
        caption = self._text(params, "caption", 1024) if params.get("caption") else ""
        photo = [{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}]
        return self._post(
            chat, {"photo": photo, "caption": caption, **_given(params, "reply_markup")}, params
        )

    m_senddocument = m_sendphoto

    def m_sendchataction(self, _: dict[str, Any]) -> Any:
        return True

    def m_answercallbackquery(self, params: dict[str, Any]) -> Any:
        if len(params.get("text", "")) > 200:
            raise Refusal(400, "Bad Request: MESSAGE_TOO_LONG")
        return True

    def m_answerinlinequery(self, params: dict[str, Any]) -> Any:
        results = params["results"]
        if len(results) > 50 or len({r["id"] for r in results}) != len(results):
            raise Refusal(400, "Bad Request: RESULTS_TOO_MUCH or RESULT_ID_DUPLICATE")
        for result in results:
            if len(result["id"].encode()) > 64:
                raise Refusal(400, "Bad Request: RESULT_ID_INVALID")
            content = result["input_message_content"]
            self._text({**content, "text": content["message_text"]}, "text", 4096)
        return True

    def m_setmycommands(self, params: dict[str, Any]) -> Any:
        for command in params["commands"]:
            if not re.fullmatch("[a-z0-9_]{1,32}", command["command"]) or not command["description"]:
                raise Refusal(400, "Bad Request: BOT_COMMAND_INVALID")
        return True

    def m_getchatmember(self, params: dict[str, Any]) -> Any:
        if str(params["chat_id"]) not in self.members:
            raise Refusal(400, "Bad Request: chat not found")
        inside = int(params["user_id"]) in self.members[str(params["chat_id"])]
        user = {"id": int(params["user_id"]), "is_bot": False, "first_name": "x"}
        return {"status": "member" if inside else "left", "user": user}

    def m_getfile(self, params: dict[str, Any]) -> Any:
        if params["file_id"] not in self.files:
            raise Refusal(400, "Bad Request: wrong file_id")
        return {
            "file_id": params["file_id"],
            "file_unique_id": "u",
            "file_path": f"documents/{params['file_id']}",
        }

    async def file(self, request: web.Request) -> web.StreamResponse:
        content = self.files.get(request.match_info["name"])
        if request.match_info["token"] != TOKEN or content is None:
            return web.Response(status=404)
        if self._fault("file") in ("500", "drop", "429"):
            return web.Response(status=502)
        return web.Response(body=content)

    # ── what it keeps ────────────────────────────────────────────────────────────────────────────────────

    def _writable(self, params: dict[str, Any]) -> int:
        chat = int(params["chat_id"])
        if chat in self.blocked:
            raise Refusal(403, "Forbidden: bot was blocked by the user")
        left = self.flooded.get(str(chat), 0.0) - time.monotonic()
        if left > 0:
            raise Refusal(429, "Too Many Requests", retry_after=int(left) + 1)
        return chat

    def _text(self, params: dict[str, Any], name: str, most: int) -> str:
        text: str = params.get(name, "")
        try:
            seen = visible(text) if params.get("parse_mode") == "HTML" else text
        except ValueError as error:
            raise Refusal(400, f"Bad Request: can't parse entities: {error}") from None
        if not seen.strip():
            raise Refusal(400, "Bad Request: message text is empty")
        if len(seen.encode("utf-16-le")) // 2 > most:
            raise Refusal(400, "Bad Request: message is too long")
        rows = (params.get("reply_markup") or {}).get("inline_keyboard", [])
        for button in (button for row in rows for button in row):
            if not button.get("text") or not 1 <= len(button.get("callback_data", "").encode()) <= 64:
                raise Refusal(400, "Bad Request: BUTTON_DATA_INVALID")
        return seen

    def _post(self, chat: int, content: dict[str, Any], params: dict[str, Any]) -> dict[str, Any]:
        now = time.monotonic()
        self._watch_limits(chat, now)
        kind = "private" if chat > 0 else "supergroup"
        message = {
            "message_id": self.next_message,
            "from": BOT,
            "chat": {"id": chat, "type": kind, "title": "群"},
            "date": int(time.time()),
            **content,
        }
        self.next_message += 1
        if self.keep_calls:
            self.messages[chat, message["message_id"]] = message
        self.history.append({"chat": chat, "id": message["message_id"], "text": content.get("text", "")})
        return message

    def _watch_limits(self, chat: int, now: float) -> None:
        sent = self.sent_at[chat]
        if sent and now - sent[-1] < 0.95:
            self.breaches.append(f"chat {chat}: two messages in {now - sent[-1]:.3f} s")
        if chat < 0 and len(sent) >= 20 and now - sent[-20] < 59.5:
            self.breaches.append(f"group {chat}: 21 messages in a minute")
        if len(self.all_sent) >= 30 and now - self.all_sent[-30] < 0.95:
            self.breaches.append(f"31 messages in {now - self.all_sent[-30]:.3f} s")
        sent.append(now)
        self.all_sent.append(now)

    # ── control ──────────────────────────────────────────────────────────────────────────────────────────

    async def add_updates(self, request: web.Request) -> web.Response:
        numbers = []
        for update in await request.json():
            update = {"update_id": update.pop("update_id", self.next_update), **update}
            self.next_update = max(self.next_update, update["update_id"]) + 1
            for name in ("message", "edited_message"):
                if name in update:
                    self.next_message = max(self.next_message, update[name].get("message_id", 0) + 1)
            self.updates.append(update)
            numbers.append(update["update_id"])
        self.news.set()
        return web.json_response(numbers)

    async def set_faults(self, request: web.Request) -> web.Response:
        wanted = await request.json()
        self.rate, self.kinds = wanted["rate"], wanted["kinds"]
        self.random = random.Random(wanted.get("seed", 1))
        self.methods, self.most_faults = wanted.get("methods", []), wanted.get("most", -1)
        return web.json_response(True)

    async def set_settings(self, request: web.Request) -> web.Response:
        wanted = await request.json()
        self.latency = wanted.get("latency", self.latency)
        self.members |= wanted.get("members", {})
        self.files |= {name: base64.b64decode(text) for name, text in wanted.get("files", {}).items()}
        self.keep_calls = wanted.get("keep_calls", self.keep_calls)
        self.blocked |= set(wanted.get("blocked", ()))
        self.refuse = wanted.get("refuse", self.refuse)
        self.flooded |= {chat: time.monotonic() + wait for chat, wait in wanted.get("flooded", {}).items()}
        return web.json_response(True)

    async def _wait(self, request: web.Request) -> None:
        """Until what is asked for is there, or half a minute has passed."""
        until, calls = int(request.query.get("until", 0)), int(request.query.get("calls", 0))
        method = request.query.get("method", "")
        end = time.monotonic() + float(request.query.get("seconds", 30))
        while time.monotonic() < end:
            made = self.counts[method] if method else len(self.calls)
            if len(self.history) >= until and made >= calls:
                return
            self.changed.clear()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.changed.wait(), end - time.monotonic())

    async def state(self, request: web.Request) -> web.Response:
        await self._wait(request)
        since = int(request.query.get("since", 0))
        return web.json_response(
            {
                "calls": self.calls,
                "counts": self.counts,
                "history": self.history[since:],
                "messages": list(self.messages.values()),
                "waiting": len(self.updates),
                "webhook": self.webhook,
                "breaches": self.breaches[:20],
                "faults": self.faults,
                "delivered": self.delivered,
            }
        )


async def _params(request: web.Request) -> dict[str, Any]:
    params: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        return params | await request.json()
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            params[name] = value.file.read()
        else:
            params[name] = _decoded(name, str(value))
    return params


def _decoded(name: str, value: str) -> Any:
    if name in ("text", "caption", "parse_mode", "url", "secret_token"):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def _given(params: dict[str, Any], name: str) -> dict[str, Any]:
    """A keyboard as the message shows it; a forced reply is not part of the message."""
    return {name: params[name]} if "inline_keyboard" in (params.get(name) or {}) else {}


def _short(params: dict[str, Any]) -> dict[str, Any]:
    return {name: f"{len(v)} bytes" if isinstance(v, bytes) else v for name, v in params.items()}


def _broken(request: web.Request, fault: str) -> web.Response | None:
    """What comes of a call that a fault keeps from being made."""
    if fault == "drop":
        return _cut(request)
    if fault == "429":
        return _refused(Refusal(429, "Too Many Requests: retry after 1", retry_after=1))
    if fault == "garbage":
        return web.Response(text="<html>what a proxy says", content_type="text/html")
    return web.Response(status=502, text="Bad Gateway") if fault == "500" else None


def _refused(refusal: Refusal) -> web.Response:
    body: dict[str, Any] = {"ok": False, "error_code": refusal.code, "description": refusal.description}
    if refusal.parameters:
        body["parameters"] = refusal.parameters
    return web.json_response(body, status=refusal.code)


def _cut(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=500)


def make_app() -> web.Application:
    standin = StandIn()
    app = web.Application(client_max_size=64_000_000)
    app.router.add_route("*", "/bot{token}/{method}", standin.api)
    app.router.add_get("/file/bot{token}/documents/{name}", standin.file)
    app.router.add_post("/control/updates", standin.add_updates)
    app.router.add_post("/control/faults", standin.set_faults)
    app.router.add_post("/control/settings", standin.set_settings)
    app.router.add_get("/control/state", standin.state)
    return app


if __name__ == "__main__":
    web.run_app(make_app(), host="127.0.0.1", port=int(sys.argv[1]), print=None, access_log=None)
