"""The world of an end-to-end test: the stand-in and the bot, each in a process of its own, and people who
write."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

from tests.telegram.standin import BOT, TOKEN

ROOT = Path(__file__).parents[2]
SECRET = "stand-in_secret"


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


class World:
    """`mode`: polling or webhook."""

    def __init__(self, folder: Path, mode: str = "polling") -> None:
        self.folder = folder
        self.mode = mode
        self.port, self.listen = free_port(), free_port()
        self.standin = subprocess.Popen(
            [sys.executable, "-m", "tests.telegram.standin", str(self.port)], cwd=ROOT
        )
        self.bot: subprocess.Popen[bytes] | None = None
        self.other: subprocess.Popen[bytes] | None = None
        self.next_message = 1
        self.environment: dict[str, str] = {}
        self._await(f"http://127.0.0.1:{self.port}/control/state", self.standin)

    # ── processes ────────────────────────────────────────────────────────────────────────────────────────

    def start(self, *flags: str, **settings: str) -> None:
        """Start the bot, and wait until it is healthy."""
        clean = {name: value for name, value in os.environ.items() if not name.startswith("ROLEBOT_")}
        chosen = {
            "ROLEBOT_TELEGRAM_TOKEN": TOKEN,
            "ROLEBOT_TELEGRAM_API": f"http://127.0.0.1:{self.port}",
            "ROLEBOT_MEMBERS": "everyone",
            "ROLEBOT_ADMINS": "900",
            "ROLEBOT_STORE": str(self.folder / "store"),
            "ROLEBOT_LISTEN": f"127.0.0.1:{self.listen}",
            "ROLEBOT_TELEGRAM_RATE": "0",
        }
        if self.mode == "webhook":
            chosen |= {
                "ROLEBOT_WEBHOOK_URL": f"http://127.0.0.1:{self.listen}/hook",
                "ROLEBOT_WEBHOOK_SECRET": SECRET,
            }
        self.environment = chosen | self.environment | settings
        self.bot = self._run(clean | self.environment, flags)
        self._await(f"http://127.0.0.1:{self.listen}/health", self.bot)

    def start_another(self) -> int:
        """Start one more instance on the same store; the port that it listens on."""
        port = free_port()
        self.other = self._run({**os.environ, **self.environment, "ROLEBOT_LISTEN": f"127.0.0.1:{port}"}, ())
        self._await(f"http://127.0.0.1:{port}/health", self.other)
        return port

    def _run(self, environment: dict[str, str], flags: tuple[str, ...]) -> "subprocess.Popen[bytes]":
        with (self.folder / "log").open("ab") as log:
            command = [sys.executable, "-m", "bot", "telegram", *flags]
            return subprocess.Popen(command, cwd=ROOT, env=environment, stderr=log, stdout=log)

    def kill(self) -> None:
        """End the bot as a power cut does."""
        assert self.bot is not None
        self.bot.kill()
        self.bot.wait()

    def stop(self) -> int:
        """Ask the bot to end; its exit code."""
        assert self.bot is not None
        self.bot.send_signal(signal.SIGTERM)
        return self.bot.wait(timeout=40)

    def close(self) -> None:
        for process in (self.bot, self.other, self.standin):
            if process is not None and process.poll() is None:
                process.kill()
                process.wait()

    def log(self) -> str:
        return (self.folder / "log").read_text("utf-8")

    def _await(self, url: str, process: "subprocess.Popen[bytes]") -> None:
        end = time.monotonic() + 60
        while time.monotonic() < end:
            if process.poll() is not None:
                log = self.folder / "log"
                raise RuntimeError(f"process ended: {log.read_text('utf-8') if log.exists() else ''}")
            with suppress(URLError, ConnectionError, TimeoutError), urlopen(url, timeout=5):
                return
            time.sleep(0.02)
        raise RuntimeError(f"no answer from {url}")

    # ── the stand-in ─────────────────────────────────────────────────────────────────────────────────────

    def control(self, path: str, body: Any = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = Request(
            f"http://127.0.0.1:{self.port}/control/{path}", data, {"Content-Type": "application/json"}
        )
        with urlopen(request, timeout=1_000) as reply:
            return json.load(reply)

    def call(self, method: str, **params: object) -> None:
        """A call of the Bot API, as if somebody else had the token too."""
        query = "&".join(f"{name}={value}" for name, value in params.items())
        with urlopen(f"http://127.0.0.1:{self.port}/bot{TOKEN}/{method}?{query}", timeout=30):
            return

    def get(
        self, path: str, headers: dict[str, str] | None = None, body: bytes | None = None, port: int = 0
    ) -> tuple[int, str]:
        """A request to the bot's own endpoint, or that of another instance."""
        request = Request(f"http://127.0.0.1:{port or self.listen}{path}", body, headers or {})
        try:
            with urlopen(request, timeout=30) as reply:
                return reply.status, reply.read().decode()
        except URLError as error:
            status: int = getattr(error, "code", 0)
            return status, ""

    def deliver(self, *updates: dict[str, Any]) -> list[int]:
        numbers: list[int] = self.control("updates", list(updates))
        return numbers

    def state(self, **wanted: Any) -> Any:
        return self.control("state?" + "&".join(f"{name}={value}" for name, value in wanted.items()))

    # ── people ───────────────────────────────────────────────────────────────────────────────────────────

    def message(self, text: str, person: int = 7, chat: int | None = None, **more: Any) -> dict[str, Any]:
        """A message that a person writes, in private where no chat is given."""
        self.next_message += 1
        message: dict[str, Any] = {
            "message_id": 100_000 + self.next_message,
            "date": int(time.time()),
            "from": {"id": person, "is_bot": False, "first_name": f"小{person}"},
            "chat": _chat(person if chat is None else chat),
            **({"text": text} if text else {}),
            **more,
        }
        if command := re.match(r"/\w+(@\w+)?", text):
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": command.end()}]
        return {"message": message}

    def say(self, text: str, person: int = 7, chat: int | None = None, **more: Any) -> list[dict[str, Any]]:
        """Write, and the messages that come back: at least one."""
        return self.after([self.message(text, person, chat, **more)])

    def after(self, updates: list[dict[str, Any]], least: int = 1) -> list[dict[str, Any]]:
        """The messages posted after some updates, when everything that they cause has been sent."""
        before = len(self.state()["history"])
        self.deliver(*updates)
        self.settle()
        history = self.state(until=before + least, seconds=10)["history"][before:]
        known = {(m["chat"]["id"], m["message_id"]): m for m in self.state()["messages"]}
        return [known[h["chat"], h["id"]] for h in history if (h["chat"], h["id"]) in known]

    def settle(self) -> None:
        """Wait until nothing is on its way."""
        end = time.monotonic() + 30
        while time.monotonic() < end:
            # in this order: what waits nowhere any more has been received, and then stands in the queue
            waiting = self.state()["waiting"]
            status, text = self.get("/health")
            if waiting == 0 and status == 200 and json.loads(text)["queue"] == 0:
                return
            time.sleep(0.02)
        raise AssertionError(f"not settled: {self.get('/health')} {self.log()[-2000:]}")

    def press(self, message: dict[str, Any], label: str, person: int = 7) -> list[dict[str, Any]]:
        """Press the button of a label under a message."""
        rows = message["reply_markup"]["inline_keyboard"]
        data = next(b["callback_data"] for row in rows for b in row if b["text"] == label)
        return self.after([self.press_data(message, data, person)], least=0)

    def press_data(self, message: dict[str, Any], data: str, person: int = 7) -> dict[str, Any]:
        query = {"id": f"q{time.monotonic_ns()}", "chat_instance": "1", "data": data}
        query |= {"from": {"id": person, "is_bot": False, "first_name": "小"}, "message": message}
        return {"callback_query": query}

    def calls(self, method: str) -> list[dict[str, Any]]:
        return [call["params"] for call in self.state()["calls"] if call["method"] == method.lower()]


def _chat(number: int) -> dict[str, Any]:
    if number > 0:
        return {"id": number, "type": "private", "first_name": "小"}
    return {"id": number, "type": "supergroup", "title": "大群"}


@contextmanager
def world(folder: Path, mode: str = "polling") -> Iterator[World]:
    made = World(folder, mode)
    try:
        yield made
    finally:
        made.close()


def labels(message: dict[str, Any]) -> list[str]:
    """The labels of the buttons under a message."""
    return [b["text"] for row in message.get("reply_markup", {}).get("inline_keyboard", []) for b in row]


__all__ = ["BOT", "SECRET", "TOKEN", "World", "free_port", "labels", "world"]
