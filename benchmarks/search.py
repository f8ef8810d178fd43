"""Searching the statements of an invented company: ours beside search engines, all in one run.

    .venv/bin/python -m benchmarks.search [ROLES] [QUESTIONS OF A KIND]     50000 roles: 2 million statements

Every engine is built in a process of its own and opened in another. The questions (as they stand, words in
another order, one wrong character, one word replaced by a synonym) are put to all engines in turn, some at a
time, three times over; the quickest of a question's three times counts. Times are those of the processor, so
that what else the machine does matters little. Cutting into words is not counted, slow engines get a sample
of the questions once. Prints a Markdown table. What was built stays in build/search; remove it to build anew.
"""

import json
import logging
import multiprocessing as mp
import pickle
import resource
import shutil
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from functools import lru_cache
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import jieba

from benchmarks.asked import KINDS, Asked, questions
from benchmarks.company import company
from benchmarks.engines import ENGINES, Corpus

_FOLDER = Path(__file__).parents[1] / "build" / "search"
_ROUNDS = 3
_BLOCK = 100  # questions put to an engine before the next one has its turn
_SAMPLE = 79  # slow engines get one question in so many, once


def corpus_of(roles: int, folder: Path) -> Corpus:
    """The statements of a company, cut; kept in the folder, since that takes a while."""
    path = folder / "corpus.pickle"
    if not path.exists():
        statements = list(company(roles).statements())
        texts = list(dict.fromkeys(statements))
        path.write_bytes(pickle.dumps((statements, texts, [_cut(text) for text in texts])))
    return Corpus(*pickle.loads(path.read_bytes()))


def _cut(text: str) -> list[str]:
    """The words; jieba cuts at marks anyway, and what stands behind a comma is often the same."""
    first, *others = text.split(",")
    words: list[str] = jieba.lcut(first, HMM=False)
    for other in others:
        words += [",", *_cut_again(other)]
    return words


@lru_cache(10_000)
def _cut_again(text: str) -> list[str]:
    words: list[str] = jieba.lcut(text, HMM=False)
    return words


def _memory(kind: str) -> int:
    """RssAnon: what this process alone has; RssFile: what is mapped from files, which processes share. MB."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{kind}:")) // 1024


def _build(name: str, folder: Path, roles: int, to: Connection) -> None:
    corpus = corpus_of(roles, folder.parent)
    before = _peak()
    began = time.process_time()
    ENGINES[name].build(folder, corpus)
    to.send((time.process_time() - began, _peak() - before))


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _serve(name: str, folder: Path, to: Connection) -> None:
    """Opens an engine, says how long it took, then answers questions until there are no more."""
    began = time.perf_counter()
    search = ENGINES[name].open(folder)
    to.send(time.perf_counter() - began)
    before = _memory("RssAnon"), _memory("RssFile")
    while asked := to.recv():
        if asked == "memory":
            to.send((_memory("RssAnon"), _memory("RssFile"), before))
            continue
        found = []
        for text, words in asked:
            start = time.process_time()
            number = search(text, words)
            found.append((number, time.process_time() - start))
        to.send(found)


def _started(target: Any, *arguments: Any) -> tuple[Any, Connection]:
    here, there = mp.Pipe()
    process = mp.get_context("spawn").Process(target=target, args=(*arguments, there), daemon=True)
    process.start()
    return process, here


def measure(roles: int, each: int, names: Sequence[str]) -> Iterator[list[str]]:
    """A row of figures for every engine."""
    folder = _FOLDER / str(roles)
    folder.mkdir(parents=True, exist_ok=True)
    corpus = corpus_of(roles, folder)
    built = {}
    for name in names:
        place = folder / name.replace(" ", "-")
        done = place.with_suffix(".built")
        if not done.exists():
            shutil.rmtree(place, ignore_errors=True)
            place.mkdir()
            process, to = _started(_build, name, place, roles)
            done.write_text(json.dumps(to.recv()))
            process.join()
        built[name] = json.loads(done.read_text())
        print(f"built {name} in {built[name][0]:.0f} s", file=sys.stderr)
    warm = questions(corpus.texts, _cut, max(25, each // 5), seed=1)
    asked = questions(corpus.texts, _cut, each)
    texts = {name: corpus.statements if name == "rolebot" else corpus.texts for name in names}
    print(f"{len(corpus.statements):,} statements, {len(corpus.texts):,} of them distinct", file=sys.stderr)
    serving = {}
    opened = {}
    for name in names:
        serving[name] = _started(_serve, name, folder / name.replace(" ", "-"))
        opened[name] = serving[name][1].recv()
    results = _ask_all({name: to for name, (_, to) in serving.items()}, warm, asked)
    for name, (process, to) in serving.items():
        to.send("memory")
        anonymous, mapped, _ = to.recv()
        to.send(None)
        process.join()
        share: dict[str, list[bool]] = {kind: [] for kind in KINDS}
        for number, (found, _) in results[name].items():
            right = found is not None and texts[name][found] == corpus.texts[asked[number].number]
            share[asked[number].kind].append(right)
        times = sorted(seconds * 1000 for _, seconds in results[name].values())
        every = [right for kind in KINDS for right in share[kind]]
        yield [
            name,
            *(f"{_percent(share[kind])}" for kind in KINDS),
            f"**{_percent(every)}**",
            f"{statistics.median(times):.2f}",
            f"{times[int(len(times) * 0.99)]:.2f}",
            f"{built[name][0]:.0f} s, {built[name][1]} MB",
            f"{opened[name] * 1000:.0f} ms",
            f"{anonymous} + {mapped} MB",
        ]


def _percent(right: Sequence[bool]) -> str:
    return f"{100 * sum(right) / len(right):.1f}" if right else "–"


def _ask_all(
    engines: dict[str, Connection], warm: Sequence[Asked], asked: Sequence[Asked]
) -> dict[str, dict[int, tuple[int | None, float]]]:
    """By engine and question: the number found, the quickest of the times in seconds."""
    results: dict[str, dict[int, tuple[int | None, float]]] = {name: {} for name in engines}
    cut = [(one.text, _cut(one.text)) for one in asked]
    for name, to in engines.items():
        to.send([(one.text, _cut(one.text)) for one in (warm[:1] if ENGINES[name].slow else warm)])
        to.recv()
    for again in range(_ROUNDS):
        for start in range(0, len(asked), _BLOCK):
            for name, to in engines.items():
                block = range(start, min(start + _BLOCK, len(asked)))
                if ENGINES[name].slow:
                    block = [number for number in block if number % _SAMPLE == 0 and not again]
                if not block:
                    continue
                to.send([cut[number] for number in block])
                for number, (found, seconds) in zip(block, to.recv(), strict=True):
                    best = results[name].get(number, (None, seconds))[1]
                    results[name][number] = (found, min(best, seconds))
    return results


def main() -> None:
    """Measure and print."""
    jieba.setLogLevel(logging.WARNING)
    roles, each = (int(a) for a in [*sys.argv[1:3], *["50000", "500"][len(sys.argv[1:3]) :]])
    names = [name for name in ENGINES if len(sys.argv) < 4 or any(a in name for a in sys.argv[3:])]
    heads = ["", *KINDS, "top-1 %", "median ms", "p99 ms", "build, peak more", "opens in", "private + shared"]
    print("| " + " | ".join(heads) + " |")
    print("|---" * len(heads) + "|")
    for row in measure(roles, each, names):
        print("| " + " | ".join(row) + " |", flush=True)


if __name__ == "__main__":
    main()
