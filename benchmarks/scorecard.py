"""What the counts of a likely line are worth, fitted to judged questions (knowledge.questions.scorecard).

    .venv/bin/python benchmarks/scorecard.py NAME DOCUMENTS QUESTIONS.jsonl [NAME DOCUMENTS …] [--write]

Each question of who does something is put to its own documents, and some of every other organization's to
them as well: there nothing is the answer. Each of the lines that come near is one observation. Points are
fitted by boosting one step of one count at a time; organizations are held out in turn to tell what would be
answered of the questions that are refused otherwise. `--write`: replaces scorecard.toml by the table fitted
to all of them.
"""

import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from judged import Task, tasks
from numpy.typing import NDArray

from bot.gold import Gold
from knowledge.answer import NotFound
from knowledge.questions.asked import asked_verb
from knowledge.questions.closeness import closeness
from knowledge.questions.context import Context
from knowledge.questions.likeliest import CLEARLY, asks_who, eligible, matter_of
from knowledge.questions.reading import Case
from knowledge.questions.tiers import holders

TABLE = Path(__file__).parent.parent / "knowledge" / "questions" / "scorecard.toml"
_STRANGE = 60  # questions of others put to each organization
_REFUSED, _ANSWERED, _OF_OTHERS = 1.0, 0.4, 0.3  # what an observation weighs
_ROUNDS, _RATE, _RIDGE, _BINS, _FOLDS = 200, 0.12, 4.0, 10, 12
_THRESHOLDS = (0.4, 0.5, 0.6, 0.7, 0.8)

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Observation:
    """A line held against a question: whether its holders are the answer, and what it weighs."""

    group: str
    question: str
    kind: str  # refused, answered or strange
    answerable: bool
    holders: frozenset[str]
    counts: dict[str, float]
    right: bool

    @property
    def weight(self) -> float:
        return {"refused": _REFUSED, "answered": _ANSWERED, "strange": _OF_OTHERS}[self.kind]


def observed(task: Task, strangers: Sequence[Gold]) -> Iterator[Observation]:
    """The observations of one organization: its own questions, and those of others."""
    for gold in task.golds:
        if len(gold.ask) == 1 and (gold.roles or "not_found" in gold.status):
            yield from _lines(task, gold, strange=False)
    for gold in strangers:
        yield from _lines(task, gold, strange=True)


def _lines(task: Task, gold: Gold, strange: bool) -> Iterator[Observation]:
    handbook, asked_text = task.handbook, gold.ask[-1]
    question = handbook.read(asked_text)
    if not asks_who(question):
        return
    answer = handbook.ask(asked_text)[0]
    refused = isinstance(answer, NotFound) or answer.reading.key == "reading.likely"
    if (strange and not refused) or (refused and answer.intent not in ("unknown", "who_does")):
        return
    case = Case(question, handbook.organization, Context())
    matter, asked = matter_of(case), asked_verb(question)
    matches = eligible(matter, asked)
    wanted = frozenset(gold.roles or ()) if not strange and "answered" in gold.status else frozenset()
    also = wanted | frozenset(gold.roles_ok)
    for match, counts in zip(matches, closeness(matches, matter, asked), strict=True):
        who = frozenset(holders(match, handbook.organization))
        right = bool(wanted) and wanted <= who <= also
        kind = "strange" if strange else "refused" if refused else "answered"
        yield Observation(task.name, f"{task.name} {asked_text}", kind, bool(wanted), who, counts, right)


def fitted(counts: Numbers, right: Numbers, weights: Numbers) -> tuple[float, list[tuple[int, float, float]]]:
    """The base and the steps: count, value above which it earns points, points."""
    cuts = [np.unique(np.quantile(column, np.linspace(0.05, 0.95, _BINS))) for column in counts.T]
    below = [np.searchsorted(cut, column, side="left") for cut, column in zip(cuts, counts.T, strict=True)]
    rate = float(np.average(right, weights=weights))
    base, steps = float(np.log(rate / (1 - rate))), dict[tuple[int, float], float]()
    points = np.full(len(right), base)
    for _ in range(_ROUNDS):
        likely = 1 / (1 + np.exp(-points))
        slope, bend = weights * (right - likely), weights * likely * (1 - likely)
        best = (0.0, 0, 0, 0.0, 0.0)
        for number, (cut, bins) in enumerate(zip(cuts, below, strict=True)):
            slopes = np.bincount(bins, slope, len(cut) + 1).cumsum()
            bends = np.bincount(bins, bend, len(cut) + 1).cumsum()
            for at in range(len(cut)):
                low, high = slopes[at], slopes[-1] - slopes[at]
                low_bend, high_bend = bends[at] + _RIDGE, bends[-1] - bends[at] + _RIDGE
                gain = low**2 / low_bend + high**2 / high_bend
                if gain > best[0]:
                    best = (gain, number, at, low / low_bend, high / high_bend)
        _, number, at, low, high = best
        above = float(cuts[number][at])
        base += _RATE * low
        steps[number, above] = steps.get((number, above), 0.0) + _RATE * (high - low)
        points += _RATE * np.where(below[number] > at, high, low)
    return base, [(number, above, worth) for (number, above), worth in sorted(steps.items())]


def likelihoods(counts: Numbers, base: float, steps: Sequence[tuple[int, float, float]]) -> Numbers:
    """What a table makes of counts, as `Scorecard.likelihood` does."""
    points = np.full(len(counts), base)
    for number, above, worth in steps:
        points += worth * (counts[:, number] > above)
    return np.asarray(1 / (1 + np.exp(-points)))


def held_out(seen: Sequence[Observation], names: Sequence[str]) -> Numbers:
    """The likelihood of each observation by a table fitted to other organizations."""
    counts = np.array([[o.counts[name] for name in names] for o in seen])
    right, weights = np.array([float(o.right) for o in seen]), np.array([o.weight for o in seen])
    groups = sorted({o.group for o in seen})
    fold = np.array([groups.index(o.group) % _FOLDS for o in seen])
    likely = np.zeros(len(seen))
    for number in range(min(_FOLDS, len(groups))):
        out = fold == number
        likely[out] = likelihoods(counts[out], *fitted(counts[~out], right[~out], weights[~out]))
    return likely


def report(seen: Sequence[Observation], likely: Numbers) -> Iterator[str]:
    """What would be answered of the refused questions at each threshold, as a Markdown table."""
    lines: dict[str, list[tuple[float, Observation]]] = {}
    for observation, likelihood in zip(seen, likely, strict=True):
        lines.setdefault(observation.question + observation.kind, []).append((likelihood, observation))
    yield "| likely | answered right | wrong | of answerable | unanswerable | strangers' | of |"
    yield "|---|---|---|---|---|---|---|"
    for least in _THRESHOLDS:
        tally = dict.fromkeys(("right", "wrong", "can", "cannot", "cannot wrong", "strange", "all"), 0)
        for ranked in lines.values():
            top, best = max(ranked, key=lambda pair: pair[0])
            other = max((p for p, o in ranked if not o.holders <= best.holders), default=0.0)
            said = top >= least and top - other >= CLEARLY
            if best.kind == "strange":
                tally["strange"] += said
                tally["all"] += 1
            elif best.kind == "refused":
                tally["can" if best.answerable else "cannot"] += 1
                tally["right"] += said and best.right
                tally["wrong"] += said and not best.right
                tally["cannot wrong"] += said and not best.answerable
        yield (
            f"| {least} | {tally['right']} | {tally['wrong']} | {tally['can']} "
            f"| {tally['cannot wrong']} of {tally['cannot']} | {tally['strange']} | {tally['all']} |"
        )


def written(names: Sequence[str], base: float, steps: Sequence[tuple[int, float, float]]) -> Iterator[str]:
    """The lines of scorecard.toml."""
    yield "# Fitted by benchmarks/scorecard.py: by count, values above which it earns points, and the points."
    yield f"base = {base:.3f}"
    yield ""
    yield "[steps]"
    for number, name in enumerate(names):
        rows = [f"[{above:.4g}, {worth:.3f}]" for n, above, worth in steps if n == number]
        yield f"{name} = [{', '.join(rows)}]"


def main(arguments: Sequence[str]) -> None:
    """Prints the table of held-out figures; writes the points where told to."""
    every = tasks([a for a in arguments if a != "--write"])
    seen: list[Observation] = []
    for task in every:
        others = [
            g for other in every if other is not task for g in other.golds if len(g.ask) == 1 and g.roles
        ]
        strangers = random.Random(task.name).sample(others, min(_STRANGE, len(others)))
        seen += observed(task, strangers)
    fit(seen, "--write" in arguments)


def fit(seen: Sequence[Observation], write: bool) -> None:
    """Held-out figures, and the table of all observations."""
    names = sorted(seen[0].counts)
    print("\n".join(report(seen, held_out(seen, names))))
    counts = np.array([[o.counts[name] for name in names] for o in seen])
    right, weights = np.array([float(o.right) for o in seen]), np.array([o.weight for o in seen])
    base, steps = fitted(counts, right, weights)
    table = "\n".join(written(names, base, steps)) + "\n"
    if write:
        TABLE.write_text(table, "utf-8")
    print(table)


if __name__ == "__main__":
    main(sys.argv[1:])
