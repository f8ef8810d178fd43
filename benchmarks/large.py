"""Whole questions to an invented company of any size, with known answers: accuracy by kind, time, memory.

    .venv/bin/python -m benchmarks.large FOLDER [ROLES ...]      by default 4, 5000 and 50000

The company is compiled into FOLDER/ROLES first, where it is not there yet. Each size is measured in processes
of its own: one that answers every question, then two side by side.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from benchmarks.company import company
from benchmarks.company_questions import Asked, Questions
from benchmarks.compiled_company import compiled
from bot.replies import reply_text
from bot.settling import settle
from knowledge import Handbook

_SIZES = (4, 5_000, 50_000)
_EACH = 60  # questions of each kind
_SHOWN = 40


def answer_all(roles: int, folder: Path, shown: int = 0) -> dict[str, object]:
    """Every question put to a company, and what came of it. `shown`: how many misses are printed."""
    asked = Questions(company(roles)).of_each_kind(_EACH)
    before = _memory()
    began = time.perf_counter()
    handbook = Handbook.compiled(folder, compiled(roles, folder), lambda: ())
    assert handbook is not None
    handbook.ask(asked[0].question)
    first = time.perf_counter() - began
    settle(handbook)
    times, verdicts = [], []
    for one in asked:
        began = time.perf_counter()
        answer, _ = handbook.ask(one.question)
        times.append((time.perf_counter() - began) * 1000)
        verdicts.append(one.judge(answer, reply_text))
        if verdicts[-1] != "right" and shown > 0:
            shown -= 1
            _show(one, verdicts[-1], answer.status, answer.roles)
    after = _memory()
    return {
        "first": first,
        "times": times,
        "kinds": [one.kind for one in asked],
        "verdicts": verdicts,
        "private": after["private"] - before["private"],
        "resident": after["resident"],
        "seconds": sum(times) / 1000,
    }


def _show(asked: Asked, verdict: str, status: str, roles: tuple[str, ...]) -> None:
    wanted = (
        sorted(asked.roles)[:3] if asked.roles else asked.verdict if asked.verdict is not None else asked.says
    )
    print(
        f"  {verdict:8}{asked.kind:24}{asked.question}  ({status} {list(roles[:3])}, not {wanted})",
        file=sys.stderr,
    )


def _memory() -> dict[str, float]:
    """Megabytes of this process: its own, which no file holds, and all that it has in memory."""
    lines = Path("/proc/self/smaps_rollup").read_text("ascii").splitlines()[1:]
    sizes = {name: int(rest.split()[0]) / 1024 for name, rest in (line.split(":") for line in lines)}
    return {"private": sizes["Private_Dirty"], "resident": sizes["Rss"]}


def _child(roles: int, folder: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "benchmarks.large", "--child", str(roles), str(folder)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def measure(roles: int, folder: Path) -> str:
    """A row of the table."""
    compiled(roles, folder)
    alone = json.loads(_child(roles, folder).communicate()[0])
    began = [_child(roles, folder) for _ in range(2)]
    both = [json.loads(child.communicate()[0]) for child in began]
    times = sorted(alone["times"])
    counts = Counter(alone["verdicts"])
    total = len(times)
    shares = " / ".join(f"{counts[verdict] / total:.1%}" for verdict in ("right", "refused", "wrong"))
    slow = times[min(total - 1, int(total * 0.99))]
    rates = [len(one["times"]) / one["seconds"] for one in (alone, *both)]
    return (
        f"{roles:>7,}{total:>10}  {shares:>22}  {statistics.median(times):8.2f}{slow:9.1f}"
        f"{rates[0]:>10.0f}{rates[1] + rates[2]:>10.0f}{alone['private']:>10.0f}{alone['resident']:>10.0f}"
    )


def by_kind(roles: int, folder: Path) -> None:
    """Prints the accuracy and the time of each kind of question, and misses."""
    result = answer_all(roles, folder, _SHOWN)
    rows: dict[str, list[tuple[str, float]]] = {}
    for kind, verdict, took in zip(result["kinds"], result["verdicts"], result["times"], strict=True):  # type: ignore[call-overload]
        rows.setdefault(kind, []).append((verdict, took))
    for kind, found in sorted(rows.items()):
        counts = Counter(verdict for verdict, _ in found)
        took = sorted(t for _, t in found)
        print(
            f"{kind:24}{counts['right']:5}{counts['refused']:5}{counts['wrong']:5}"
            f"  median {statistics.median(took):7.2f}  longest {took[-1]:7.1f} ms"
        )


def main() -> None:
    """Measure and print; `--kinds ROLES FOLDER` prints one size by kind of question."""
    if sys.argv[1] == "--child":
        print(json.dumps(answer_all(int(sys.argv[2]), Path(sys.argv[3]))))
        return
    if sys.argv[1] == "--kinds":
        by_kind(int(sys.argv[2]), Path(sys.argv[3]))
        return
    folder, *sizes = sys.argv[1:]
    print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}")
    print(
        "  roles questions  right/refused/wrong      median ms   p99 ms  1 core/s 2 cores/s  own MB  all MB"
    )
    for roles in map(int, sizes or map(str, _SIZES)):
        print(measure(roles, Path(folder) / str(roles)), flush=True)


if __name__ == "__main__":
    main()
