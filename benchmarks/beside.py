"""How long others wait while the bot does something heavy for one person, at a company of some hundred roles.

    python -m benchmarks.beside [ROLES]

Somebody asks question after question in his own chat; the time of each is measured while nothing else
happens, and while an admin has the documents checked, asks for pictures, puts a document live and goes back.
"""

import base64
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.company import company
from tests.telegram.world import ROOT, World, labels, world

_ADMIN, _ASKER = 900, 7


class Asker:
    """Somebody who asks one question after the other, in a thread of his own, until stopped."""

    def __init__(self, made: World, roles: list[str]) -> None:
        self._made, self._roles = made, roles
        self.taken: list[float] = []
        self._enough = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def stop(self) -> list[float]:
        """Seconds that each question took."""
        self._enough.set()
        self._thread.join()
        return self.taken

    def _run(self) -> None:
        seen = len(self._made.state()["history"])
        while not self._enough.is_set() or len(self.taken) < 10:
            role = self._roles[len(self.taken) % len(self._roles)]
            began = time.perf_counter()
            self._made.deliver(self._made.message(f"{role}的上级是谁", _ASKER))
            answered, end = False, time.monotonic() + 60
            while not answered and time.monotonic() < end:
                time.sleep(0.003)
                fresh = self._made.state(since=seen)["history"]
                seen += len(fresh)
                answered = any(message["chat"] == _ASKER for message in fresh)
            self.taken.append(time.perf_counter() - began)


def _meanwhile(made: World, roles: list[str], heavy: Callable[[], object]) -> tuple[list[float], float]:
    asker = Asker(made, roles)
    time.sleep(0.2)
    began = time.perf_counter()
    heavy()
    return asker.stop(), time.perf_counter() - began


def _with(messages: list[dict[str, Any]], label: str) -> dict[str, Any]:
    """The message that has a button; others are answers to who asks meanwhile."""
    return next(message for message in messages if label in labels(message))


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        paths = company(count).write(folder / "documents", 10)
        roles = [post.name for post in company(count).posts[1:]]
        environment = {**os.environ, "ROLEBOT_STORE": str(folder / "store")}
        command = [sys.executable, "-m", "bot", "import", "--yes", str(folder / "documents")]
        subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
        document = (paths[0].read_text("utf-8") + "\n- 审批办公用品采购\n").encode()
        with world(folder) as made:
            made.control("settings", {"files": {"f": base64.b64encode(document).decode()}})
            made.start(ROLEBOT_QUESTIONS_PER_MINUTE="100000")
            sent = {"file_id": "f", "file_unique_id": "u", "file_name": paths[0].name, "file_size": 9}
            shown: list[dict[str, Any]] = []
            steps: dict[str, Callable[[], object]] = {
                "nothing": lambda: time.sleep(3),
                "/check": lambda: made.say("/check", _ADMIN),
                "/org": lambda: made.say("/org", _ADMIN),
                "20 ask /org": lambda: made.after([made.message("/org", 100 + n) for n in range(20)], 20),
                "a document": lambda: shown.extend(made.say("", _ADMIN, document=sent)),
                "put live": lambda: made.press(_with(shown, "上线"), "上线", _ADMIN),
            }
            print(f"{count} roles; ms a question in another chat")
            print("meanwhile        took s   median    worst")
            for name, heavy in steps.items():
                taken, whole = _meanwhile(made, roles, heavy)
                median, worst = statistics.median(taken) * 1e3, max(taken) * 1e3
                print(f"{name:<15} {whole:>7.2f} {median:>8.0f} {worst:>8.0f}", flush=True)


if __name__ == "__main__":
    main()
