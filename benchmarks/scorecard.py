"""What the counts of a likely line are worth, fitted to judged questions (knowledge.questions.scorecard).

    .venv/bin/python benchmarks/scorecard.py NAME DOCUMENTS QUESTIONS.jsonl [NAME DOCUMENTS …] [--write]

Each question of who does something is put to its own documents, and some of every other organization's to
them as well: there hardly anything is the answer. For the table `meant` each of the lines that come near to a
refused one is one observation, for the table `told` the best line of each answer. Points are fitted
by logistic regression; organizations are held out in turn to tell what the tables would do. `--write`:
replaces scorecard.toml by the tables fitted to all of them.
"""

import random
import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from judged import Task, tasks
from numpy.typing import NDArray

from bot.gold import Gold
from bot.judgement import Outcome, judge
from bot.replies import reply_object
from knowledge.answer import NotFound
from knowledge.questions.asked import asked_verb
from knowledge.questions.closeness import closeness, is_plain
from knowledge.questions.context import Context
from knowledge.questions.likeliest import CLEARLY, asks_who, eligible, loosely, matter_of
from knowledge.questions.reading import Case
from knowledge.questions.tiers import holders
from knowledge.questions.understood import LEAST_SCORE

TABLE = Path(__file__).parent.parent / "knowledge" / "questions" / "scorecard.toml"
_STRANGE = 60  # questions of others put to each organization
_WEIGHTS = {"refused": 1.0, "strange": 0.3, "told": 1.0, "told to strangers": 1.0}
_ROUNDS, _RIDGE, _FOLDS = 20, 3.3, 12
_THRESHOLDS = (0.4, 0.5, 0.55, 0.6, 0.7)
_DOUBTS = (0.14, 0.2, 0.25, 0.3, 0.35)

_EARNING = (
    "ahead",
    "all_met",
    "alone",
    "lead",
    "line_met",
    "meets",
    "met",
    "met_rarity",
    "pairs",
    "run",
    "told_met",
)

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Observation:
    """A line held against a question: whether its holders are the answer, and what it weighs."""

    group: str
    question: str
    kind: str  # refused, strange, told or told to strangers
    answerable: bool
    holders: frozenset[str]
    counts: dict[str, float]
    right: bool
    plain: bool = False  # whether nothing is left to doubt

    @property
    def weight(self) -> float:
        return _WEIGHTS[self.kind]


def observed(task: Task, strangers: Sequence[Gold]) -> Iterator[Observation]:
    """The observations of one organization: its own questions, and those of others."""
    for gold in task.golds:
        if len(gold.ask) == 1 and (gold.roles or "not_found" in gold.status):
            yield from _lines(task, gold, strange=False)
            yield from _told(task, gold, strange=False)
    for gold in strangers:
        yield from _lines(task, gold, strange=True)
        yield from _told(task, gold, strange=True)


def _lines(task: Task, gold: Gold, strange: bool) -> Iterator[Observation]:
    handbook, asked_text = task.handbook, gold.ask[-1]
    question = handbook.read(asked_text)
    if not asks_who(question):
        return
    answer = handbook.ask(asked_text)[0]
    refused = isinstance(answer, NotFound) or answer.reading.key == "reading.likely"
    if not refused or answer.intent not in ("unknown", "who_does"):
        return
    case = loosely(Case(question, handbook.organization, Context()))
    asked = asked_verb(case.question)
    matter = matter_of(case.question)
    matches = eligible(matter, asked)
    wanted = frozenset(gold.roles or ()) if not strange and "answered" in gold.status else frozenset()
    also = wanted | frozenset(gold.roles_ok)
    for match, counts in zip(matches, closeness(matches, matter, asked), strict=True):
        who = frozenset(holders(match, handbook.organization))
        right = bool(wanted) and wanted <= who <= also
        kind = "strange" if strange else "refused"
        yield Observation(task.name, f"{task.name} {asked_text}", kind, bool(wanted), who, counts, right)


def _told(task: Task, gold: Gold, strange: bool) -> Iterator[Observation]:
    """The best line of what would be told."""
    handbook, asked_text = task.handbook, gold.ask[-1]
    read = next(iter(handbook.explain(asked_text)), None)
    if read is None or read.reading.topic != "who_does" or "likelihood" in read.reading.slots:
        return
    slots, score = read.reading.slots, read.reading.score
    if score < LEAST_SCORE or not slots["found"].fitting:
        return
    answer = handbook.ask(asked_text)[0]
    judged = judge(gold, reply_object(answer)).outcome
    if answer.status != "answered" and not any(say.key == "doubtful" for say in answer.says):
        return
    counts = closeness(slots["found"].fitting, slots["matter"], slots["asked"])[0]
    if answer.status != "answered":  # doubted by the table that stands
        told = {name for m in slots["found"].fitting for name in holders(m, handbook.organization)}
        right = bool(gold.roles) and set(gold.roles or ()) <= told <= {*(gold.roles or ()), *gold.roles_ok}
    else:
        right = judged is Outcome.RIGHT
    kind = "told to strangers" if strange else "told"
    yield Observation(
        task.name,
        f"{task.name} {asked_text}",
        kind,
        True,
        frozenset(),
        counts,
        right and not strange,
        is_plain(slots["found"].fitting[0], slots["matter"]),
    )


def fitted(
    names: Sequence[str],
    counts: Numbers,
    right: Numbers,
    weights: Numbers,
    earning: Collection[str] = _EARNING,
) -> tuple[float, Numbers]:
    """The base and what one of each count earns. What speaks for a line never loses points, and what it
    leaves never earns any: a count that would is left out."""
    signs = np.array([1.0 if name in earning else -1.0 for name in names])
    points, used = np.zeros(len(names)), np.full(len(names), True)
    while True:
        base, points[used] = _regression(counts[:, used], right, weights)
        wrong = points * signs < 0
        if not wrong.any():
            return base, points
        used &= ~wrong
        points[~used] = 0.0


def _regression(counts: Numbers, right: Numbers, weights: Numbers) -> tuple[float, Numbers]:
    """Logistic regression with a ridge, by Newton's method."""
    mean, spread = counts.mean(0), counts.std(0) + 1e-9
    held = np.hstack([np.ones((len(counts), 1)), (counts - mean) / spread])
    ridge = np.diag([0.0, *[_RIDGE] * counts.shape[1]])
    worth = np.zeros(held.shape[1])
    for _ in range(_ROUNDS):
        likely = 1 / (1 + np.exp(-held @ worth))
        slope = held.T @ (weights * (right - likely)) - ridge @ worth
        bend = (held * (weights * likely * (1 - likely))[:, None]).T @ held + ridge
        worth += np.linalg.solve(bend, slope)
    points = worth[1:] / spread
    return float(worth[0] - points @ mean), points


def likelihoods(counts: Numbers, base: float, points: Numbers) -> Numbers:
    """What a table makes of counts, as `Scorecard.likelihood` does."""
    return np.asarray(1 / (1 + np.exp(-(base + counts @ points))))


def held_out(seen: Sequence[Observation], names: Sequence[str]) -> Numbers:
    """The likelihood of each observation by a table fitted to other organizations."""
    counts = np.array([[o.counts[name] for name in names] for o in seen])
    right, weights = np.array([float(o.right) for o in seen]), np.array([o.weight for o in seen])
    groups = sorted({o.group for o in seen})
    fold = np.array([groups.index(o.group) % _FOLDS for o in seen])
    likely = np.zeros(len(seen))
    for number in range(min(_FOLDS, len(groups))):
        out = fold == number
        likely[out] = likelihoods(counts[out], *fitted(names, counts[~out], right[~out], weights[~out]))
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
            else:
                tally["can" if best.answerable else "cannot"] += 1
                tally["right"] += said and best.right
                tally["wrong"] += said and not best.right
                tally["cannot wrong"] += said and not best.answerable
        yield (
            f"| {least} | {tally['right']} | {tally['wrong']} | {tally['can']} "
            f"| {tally['cannot wrong']} of {tally['cannot']} | {tally['strange']} | {tally['all']} |"
        )


def doubts(seen: Sequence[Observation], likely: Numbers) -> Iterator[str]:
    """What would not be told for doubt at each threshold, as a Markdown table."""
    yield "| doubted below | right lost | of | wrong | of | strangers' | of |"
    yield "|---|---|---|---|---|---|---|"
    kinds = [(lambda o: o.right), (lambda o: o.kind == "told" and not o.right), (lambda o: o.kind != "told")]
    for below in _DOUBTS:
        cells = []
        for is_kind in kinds:
            chosen = [(p, o.plain) for p, o in zip(likely, seen, strict=True) if is_kind(o)]
            doubted = sum(p < below and not plain for p, plain in chosen)
            cells += [str(doubted), str(len(chosen))]
        yield f"| {below} | {' | '.join(cells)} |"


def written(name: str, names: Sequence[str], base: float, points: Numbers) -> Iterator[str]:
    """The lines of a table of scorecard.toml."""
    yield f"[{name}]"
    yield f"base = {base:.3f}"
    yield ""
    yield f"[{name}.points]"
    yield from (f"{count} = {worth:.3f}" for count, worth in zip(names, points, strict=True) if worth)
    yield ""


def main(arguments: Sequence[str]) -> None:
    """Prints the tables of held-out figures; writes the points where told to."""
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
    """Held-out figures, and the tables of all observations."""
    names = sorted(seen[0].counts)
    lines = ["# Fitted by benchmarks/scorecard.py: by count, what one of it earns."]
    for table, show in (("meant", report), ("told", doubts)):
        own = [o for o in seen if o.kind.startswith("told") == (table == "told")]
        print("\n".join(show(own, held_out(own, names))))
        counts = np.array([[o.counts[name] for name in names] for o in own])
        right, weights = np.array([float(o.right) for o in own]), np.array([o.weight for o in own])
        lines += written(table, names, *fitted(names, counts, right, weights))
    text = "\n".join(lines)
    if write:
        TABLE.write_text(text, "utf-8")
    print(text)


if __name__ == "__main__":
    main(sys.argv[1:])
