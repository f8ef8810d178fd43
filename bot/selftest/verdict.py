"""One plain sentence on how well the documents are understood, and what is understood least."""

from typing import Any

from bot.evaluation import Evaluation, Tally
from bot.judgement import Outcome
from bot.report import kind_name, percent, style_name
from knowledge.tables import load_table

_MOST_WEAK, _LEAST_ASKED = 3, 3
_WEAK = 0.9  # a kind or style with a smaller share of right answers is named


def verdict_text(evaluation: Evaluation) -> str:
    """The judgement, and the weakest kinds and styles."""
    words = load_table("bot.selftest", "verdict.toml")
    tally = evaluation.tally
    if not tally.total:
        return str(words["nothing"])
    grade = _grade(tally)
    shares = {"right": percent(tally.share(Outcome.RIGHT)), "wrong": percent(tally.share(Outcome.WRONG))}
    weak = [words["weak_one"].format(name=name, **_numbers(tally)) for name, tally in _weakest(evaluation)]
    told = words["weak"].format(kinds="、".join(weak)) if weak else words["no_weak"]
    return f"{words['grades'][grade]['text'].format(**shares)}{told}"


def verdict_object(evaluation: Evaluation) -> dict[str, Any]:
    """The same as data."""
    return {"verdict": verdict_text(evaluation), "weakest": [name for name, _ in _weakest(evaluation)]}


def _grade(tally: Tally) -> int:
    """The first grade whose demands are met; the last one demands nothing."""
    grades = load_table("bot.selftest", "verdict.toml")["grades"]
    for number, grade in enumerate(grades):
        enough = tally.share(Outcome.RIGHT) >= grade["least_right"]
        if enough and tally.share(Outcome.WRONG) <= grade["most_wrong"]:
            return number
    return len(grades) - 1


def _weakest(evaluation: Evaluation) -> list[tuple[str, Tally]]:
    """The kinds and styles that are understood least, each asked about often enough to say so."""
    kinds = {kind_name(kind): tally for kind, tally in evaluation.by(lambda gold: gold.kind).items()}
    styles = {style_name(style): tally for style, tally in evaluation.by(lambda gold: gold.style).items()}
    weak = [
        (name, tally)
        for name, tally in {**kinds, **styles}.items()
        if tally.total >= _LEAST_ASKED and tally.share(Outcome.RIGHT) < _WEAK
    ]
    return sorted(weak, key=lambda item: (item[1].share(Outcome.RIGHT), item[0]))[:_MOST_WEAK]


def _numbers(tally: Tally) -> dict[str, int]:
    return {"total": tally.total, "right": tally.right, "refused": tally.refused, "wrong": tally.wrong}
