"""Throughput of the channel against a bare echo bot of the same library, on the same stand-in, side by side.

    python -m benchmarks.telegram [QUESTIONS] [ROUNDS]

The stand-in and each bot run in processes of their own. The echo bot is python-telegram-bot as it comes: one
handler that replies with the text. Both fetch by long polling, without sending limits, from 500 chats.
"""

import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.telegram.questions import series
from tests.telegram.standin import TOKEN
from tests.telegram.world import World, world

_CHATS = 500


def _echo(port: int) -> None:
    from telegram import Update
    from telegram.ext import ApplicationBuilder, ContextTypes, MessageHandler, filters

    async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        if update.message is not None:
            await update.message.reply_text(update.message.text or "")

    address = f"http://127.0.0.1:{port}/bot"
    app = ApplicationBuilder().token(TOKEN).base_url(address).concurrent_updates(int(sys.argv[3])).build()
    app.add_handler(MessageHandler(filters.TEXT, echo))
    asyncio.set_event_loop(asyncio.new_event_loop())
    app.run_polling()


def _measure(made: World, count: int) -> float:
    """Messages a second from the first that comes back to the last."""
    each = max(count // _CHATS, 1)
    asked = [series(chat, each) for chat in range(1, _CHATS + 1)]
    updates = [
        made.message(asked[chat - 1][n], person=chat) for n in range(each) for chat in range(1, _CHATS + 1)
    ]
    made.deliver(*updates)
    made.state(until=1, since=10**9)
    began = time.perf_counter()
    done = made.state(until=len(updates), since=10**9, seconds=600)
    assert done["waiting"] <= 100, "not everything was answered"
    return len(updates) / (time.perf_counter() - began)


def _rolebot(folder: Path, count: int, latency: float) -> float:
    with world(folder) as made:
        made.control("settings", {"keep_calls": False, "latency": latency})
        made.start()
        return _measure(made, count)


def _bare(folder: Path, count: int, latency: float, at_once: int) -> float:
    with world(folder) as made:
        made.control("settings", {"keep_calls": False, "latency": latency})
        command = [sys.executable, "-m", "benchmarks.telegram", "--echo", str(made.port), str(at_once)]
        made.bot = subprocess.Popen(command, env={**os.environ}, stderr=subprocess.DEVNULL)
        return _measure(made, count)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 3_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    for latency in (0.0, 0.05):
        found: dict[str, list[float]] = {"rolebot": [], "echo, one at a time": [], "echo, 32 at a time": []}
        for _ in range(rounds):
            with tempfile.TemporaryDirectory() as name:
                folder = Path(name)
                found["rolebot"].append(_rolebot(folder, count, latency))
                for at_once, title in ((1, "echo, one at a time"), (32, "echo, 32 at a time")):
                    some = count if not latency or at_once > 1 else count // 20
                    found[title].append(_bare(folder, some, latency, at_once))
        print(
            f"Bot API latency {latency * 1000:.0f} ms, {count} questions from {_CHATS} chats, {rounds} rounds"
        )
        ours = statistics.median(found["rolebot"])
        for title, rates in found.items():
            rate = statistics.median(rates)
            print(f"  {title:<22}{rate:8.0f} messages/s   rolebot is {ours / rate:5.2f} of it", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--echo"]:
        _echo(int(sys.argv[2]))
    else:
        main()
