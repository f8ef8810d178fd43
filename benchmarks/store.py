"""What the store costs a question, side by side in one run, at few and at many logged questions: answered
without a store, with the conversation kept in it but nothing counted (the log off), and with both (the log
on).

    .venv/bin/python benchmarks/store.py [--postgres postgresql://…]
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bot.conversation import Conversations
from knowledge import Handbook
from knowledge.store.address import open_store
from knowledge.store.kept.asked import count_question
from knowledge.store.store import Store

QUESTIONS = [
    "谁审批费用报销",
    "客户开发主管的上级是谁",
    "产品支持主管的职责",
    "客户开发专员能审批费用报销吗",
    "谁负责火箭发射",
]
TURNS = 60  # of each question
ROUNDS = 7  # off and on alternate, so that a busy machine troubles both


def answering(conversations: Conversations, clock: Callable[[], float]) -> float:
    """Seconds an answered question takes."""
    began = clock()
    for turn in range(TURNS):
        for question in QUESTIONS:
            conversations.ask(str(turn), question)
    return (clock() - began) / (TURNS * len(QUESTIONS))


def fill(store: Store, start: int, count: int) -> None:
    """Log so many further questions, most of them new wordings."""
    for number in range(start, count):
        wording = f"第{number}个岗位的上级是谁"
        store.change(
            lambda d, w=wording, n=number: count_question(d, w, "answered", 1.9e9 + n), lasting=False
        )


def compare(handbook: Handbook, store: Store, logged: int, clock: Callable[[], float]) -> None:
    """Print the times without a store, with the log off and on, and what the log and the whole store cost."""
    bare, on = Conversations(handbook), Conversations(handbook, store)
    off = Conversations(handbook, store, counts=False)
    times = [tuple(answering(one, clock) for one in (bare, off, on)) for _ in range(ROUNDS)]
    columns = [statistics.median(column) * 1e3 for column in zip(*times, strict=True)]
    log = statistics.median(on / off for _, off, on in times)
    whole = statistics.median(on / bare for bare, _, on in times)
    shown = " ".join(f"{column:>9.3f}" for column in columns)
    print(f"{logged:>9,} {shown} {log:>9.2f} {whole:>13.2f}", flush=True)


def main() -> None:
    """Measure the store in a folder, or a database that is given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--postgres", metavar="ADDRESS", help="an empty database to measure instead of a folder"
    )
    parser.add_argument("--cpu", action="store_true", help="processor time, for a machine with other work")
    parser.add_argument("--most", type=int, default=100_000, help="how many questions are logged at most")
    parsed = parser.parse_args()
    handbook = Handbook.sample()
    handbook.ask(QUESTIONS[0])
    with tempfile.TemporaryDirectory() as folder, open_store(parsed.postgres or folder) as store:
        print("   logged   no store   off ms     on ms    on/off   on/no store")
        before = 0
        for logged in [n for n in (0, 1_000, 10_000, 100_000) if n <= parsed.most]:
            fill(store, before, logged)
            before = logged
            compare(handbook, store, logged, time.process_time if parsed.cpu else time.perf_counter)
        if not parsed.postgres:
            size = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file())
            print(f"on disk: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
