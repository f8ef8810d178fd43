"""The bot put to questions with known answers, and the figures that come of it."""

import math
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from bot.conversation import Conversations
from bot.gold import Fault, Gold, gold_object
from bot.judgement import Judgement, Outcome, judge
from bot.replies import reply_object
from knowledge import Handbook

_STEPS = (0.95, 0.9, 0.8, 0.7, 0.6, 0.0)  # where the ranges of confidence begin
_SLOW = 0.95  # the share of questions that are answered faster than the slow one


@dataclass(frozen=True, slots=True)
class Trial:
    """A question with the answer object that it got, the judgement, and how long the answer took."""

    gold: Gold
    answer: dict[str, Any]
    judgement: Judgement
    milliseconds: float


@dataclass(frozen=True, slots=True)
class Tally:
    """How many questions came out how."""

    right: int
    refused: int
    wrong: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.right + self.refused + self.wrong

    def share(self, outcome: Outcome) -> float:
        """The share of an outcome, 0 where there was no question."""
        return float(getattr(self, outcome)) / self.total if self.total else 0.0


@dataclass(frozen=True, slots=True)
class Confidence:
    """The answers given with a confidence from `least` to below `most`: how many, and how many of them
    right."""

    least: float
    most: float
    answers: int
    right: int


class Evaluation:
    """The trials of one run, counted."""

    def __init__(self, trials: Iterable[Trial], faults: Iterable[Fault] = ()) -> None:
        self.trials = tuple(trials)
        self.faults = tuple(faults)

    @property
    def tally(self) -> Tally:
        """Over all questions."""
        return _tally(self.trials)

    def by(self, part: Callable[[Gold], str]) -> dict[str, Tally]:
        """By a part of the question (its kind, its style), in alphabetical order."""
        parts: dict[str, list[Trial]] = {}
        for trial in self.trials:
            parts.setdefault(part(trial.gold), []).append(trial)
        return {name: _tally(parts[name]) for name in sorted(parts)}

    def failures(self) -> list[Trial]:
        """The trials that were not right, the wrong ones first."""
        missed = [trial for trial in self.trials if trial.judgement.outcome is not Outcome.RIGHT]
        return sorted(missed, key=lambda trial: trial.judgement.outcome is not Outcome.WRONG)

    def calibration(self) -> list[Confidence]:
        """The answers that assert something by the confidence they were given with, the surest first."""
        asserted = [t for t in self.trials if t.answer["status"] == "answered" and t.answer["evidence"]]
        ranges = []
        for least, most in zip(_STEPS, (math.inf, *_STEPS), strict=False):
            inside = [t for t in asserted if least <= t.answer["confidence"] < most]
            right = sum(t.judgement.outcome is Outcome.RIGHT for t in inside)
            ranges.append(Confidence(least, most, len(inside), right))
        return [found for found in ranges if found.answers]

    def median(self) -> float:
        """The median time of an answer in milliseconds."""
        return statistics.median(t.milliseconds for t in self.trials) if self.trials else 0.0

    def slow(self) -> float:
        """The time in milliseconds that all but one in twenty answers keep within."""
        times = sorted(t.milliseconds for t in self.trials)
        return times[min(len(times) - 1, int(len(times) * _SLOW))] if times else 0.0


def evaluate(handbook: Handbook, golds: Sequence[Gold], faults: Iterable[Fault] = ()) -> Evaluation:
    """Ask every question, each in a chat of its own, and judge the answer to its last turn."""
    handbook.ask("")  # what is read once is not the first question's time
    return Evaluation((_try(handbook, gold) for gold in golds), faults)


def last_answer(handbook: Handbook, turns: Iterable[str]) -> dict[str, Any]:
    """The answer object to the last of the turns of one chat."""
    conversations, answer = Conversations(handbook), {}
    for turn in turns:
        answer = reply_object(conversations.ask("chat", turn))
    return answer


def evaluation_object(evaluation: Evaluation) -> dict[str, Any]:
    """The figures as data."""
    return {
        **_tally_object(evaluation.tally),
        "kinds": {kind: _tally_object(t) for kind, t in evaluation.by(lambda gold: gold.kind).items()},
        "styles": {style: _tally_object(t) for style, t in evaluation.by(lambda gold: gold.style).items()},
        "calibration": [
            {"least": c.least, "most": min(c.most, 1.0), "answers": c.answers, "right": c.right}
            for c in evaluation.calibration()
        ],
        "milliseconds": {"median": round(evaluation.median(), 2), "p95": round(evaluation.slow(), 2)},
        "failures": [
            {
                "outcome": trial.judgement.outcome,
                "why": trial.judgement.why,
                "gold": gold_object(trial.gold),
                "answer": trial.answer,
            }
            for trial in evaluation.failures()
        ],
        "faults": [{"file": f.file, "line": f.line, "message": f.message} for f in evaluation.faults],
    }


def _try(handbook: Handbook, gold: Gold) -> Trial:
    conversations = Conversations(handbook)
    for turn in gold.ask[:-1]:
        conversations.ask(gold.id, turn)
    began = time.perf_counter()
    answer = conversations.ask(gold.id, gold.ask[-1])
    took = (time.perf_counter() - began) * 1000
    told = reply_object(answer)
    return Trial(gold, told, judge(gold, told), took)


def _tally(trials: Iterable[Trial]) -> Tally:
    found = [trial.judgement.outcome for trial in trials]
    return Tally(*(found.count(outcome) for outcome in (Outcome.RIGHT, Outcome.REFUSED, Outcome.WRONG)))


def _tally_object(tally: Tally) -> dict[str, Any]:
    return {
        "questions": tally.total,
        "right": tally.right,
        "refused": tally.refused,
        "wrong": tally.wrong,
        "right_share": round(tally.share(Outcome.RIGHT), 4),
        "wrong_share": round(tally.share(Outcome.WRONG), 4),
    }
