"""Time per question and time to the first answer, side by side with a plain fuzzy search over the same
statements.

    .venv/bin/python benchmarks/ask.py [DOCUMENTS ...]

Prints medians of one run on one core; the ratio is what counts, the milliseconds depend on the machine.
"""

import statistics
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path

from rapidfuzz import fuzz, process

from bot.settling import settle
from knowledge import Handbook

QUESTIONS = Path(__file__).parent.parent / "tests" / "data" / "handbook_questions.toml"
_STARTS = 5


def milliseconds(ask: Callable[[str], object], questions: Iterable[str]) -> list[float]:
    """How long each question takes, in processor time."""
    times = []
    for question in questions:
        began = time.process_time()
        ask(question)
        times.append((time.process_time() - began) * 1000)
    return sorted(times)


def start_up(command: list[str]) -> float:
    """The median time of a command from start to end, in seconds."""
    times = []
    for _ in range(_STARTS):
        began = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def main() -> None:
    """Measure and print."""
    handbook = Handbook.load(sys.argv[1:]) if sys.argv[1:] else Handbook.sample()
    questions = [gold["ask"][-1] for gold in tomllib.loads(QUESTIONS.read_text("utf-8"))["question"]]
    statements = [statement.folded for statement in handbook.organization.statements]
    settle(handbook)
    ours = milliseconds(handbook.ask, questions)
    theirs = milliseconds(lambda q: process.extract(q, statements, scorer=fuzz.WRatio, limit=5), questions)
    bare = start_up([sys.executable, "-c", "pass"])
    first = start_up([sys.executable, "-m", "bot", "ask", "谁审批费用报销"])
    print(f"{len(questions)} questions over {len(statements)} statements")
    slow = ours[int(len(ours) * 0.99)]
    print(f"an answer             median {statistics.median(ours):6.2f} ms   p99 {slow:6.1f} ms")
    print(f"on one core           {1000 * len(ours) / sum(ours):6.0f} questions a second")
    print(f"rapidfuzz over all    median {statistics.median(theirs):6.2f} ms   (candidates only, no answer)")
    print(f"ratio                        {statistics.median(ours) / statistics.median(theirs):6.2f}")
    print(f"start to first answer        {first:6.2f} s    (Python alone {bare:.2f} s)")


if __name__ == "__main__":
    main()
