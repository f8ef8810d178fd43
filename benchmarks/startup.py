"""Time from the start of the process to the answer, side by side with what a program with jieba waits for.

    .venv/bin/python benchmarks/startup.py [DOCUMENTS ...]

Processor time and elapsed time of one run, medians of several starts in turn; the ratios are what counts.
"nothing kept" is a start as the first one is: without what earlier questions have left in the cache folder.
"""

import os
import statistics
import subprocess
import sys
import time
from tempfile import TemporaryDirectory

_STARTS = 9
_QUESTION = "谁审批费用报销"
_JIEBA = f"import jieba; jieba.setLogLevel(60); jieba.lcut({_QUESTION!r})"


def started(command: list[str], cache: str) -> tuple[float, float]:
    """The processor time and the elapsed time of a command from start to end, in seconds. `cache`: its cache
    folder, or `off`."""
    before, began = os.times(), time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "ROLEBOT_CACHE": cache})
    elapsed, after = time.perf_counter() - began, os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return used, elapsed


def main() -> None:
    """Measure and print."""
    documents = ["--documents", *sys.argv[1:]] if sys.argv[1:] else []
    ask = [sys.executable, "-m", "bot", "ask", *documents, _QUESTION]
    with TemporaryDirectory() as cache:
        commands = {
            "Python alone": ([sys.executable, "-c", "pass"], "off"),
            "jieba and a cut": ([sys.executable, "-c", _JIEBA], "off"),
            "nothing kept": (ask, "off"),
            "start to answer": (ask, cache),
        }
        for command in commands.values():
            started(*command)  # so that all files are at hand
        times = {name: [] for name in commands}
        for _ in range(_STARTS):
            for name, command in commands.items():
                times[name].append(started(*command))
    used = {name: statistics.median(t for t, _ in found) for name, found in times.items()}
    for name, found in times.items():
        elapsed = statistics.median(t for _, t in found)
        print(f"{name:16} {used[name]:6.3f} s of processor time {elapsed:8.3f} s elapsed")
    for name in ("Python alone", "jieba and a cut", "nothing kept"):
        print(f"start to answer is {used['start to answer'] / used[name]:5.2f} times {name}")


if __name__ == "__main__":
    main()
