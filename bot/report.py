"""An evaluation in words: tables by kind and style, calibration, times, and what was missed."""

from collections.abc import Iterable, Iterator

from bot.evaluation import Confidence, Evaluation, Tally, Trial
from bot.gold import Gold
from bot.judgement import Outcome, listed_statuses, verdict_text
from bot.table import table
from knowledge.tables import load_table

_MOST_LINES = 4  # of a reply
_INDENT = "  "


def report_text(evaluation: Evaluation, most_failures: int) -> str:
    """The whole report; at most so many of the missed questions are shown."""
    parts = [
        *_faults(evaluation),
        [headline(evaluation.tally)],
        _tallies(_words("report", "by_kind"), evaluation.by(lambda gold: gold.kind), "kinds"),
        _tallies(_words("report", "by_style"), evaluation.by(lambda gold: gold.style), "styles"),
        _calibration(evaluation.calibration()),
        [_words("report", "time", median=f"{evaluation.median():.1f}", slow=f"{evaluation.slow():.1f}")],
        _failures(evaluation.failures(), most_failures),
    ]
    return "\n\n".join("\n".join(lines) for lines in parts if lines)


def headline(tally: Tally) -> str:
    """All questions in one sentence."""
    shares = {f"{outcome}_share": percent(tally.share(outcome)) for outcome in Outcome}
    counts = {"right": tally.right, "refused": tally.refused, "wrong": tally.wrong, "total": tally.total}
    return _words("report", "headline", **counts, **shares)


def missed(evaluation: Evaluation, least_right: float, most_wrong: float) -> list[str]:
    """What the figures fall short of, in words."""
    right, wrong = (evaluation.tally.share(outcome) for outcome in (Outcome.RIGHT, Outcome.WRONG))
    lines = []
    if right < least_right:
        lines.append(_words("report", "missed_right", found=percent(right), wanted=percent(least_right)))
    if wrong > most_wrong:
        lines.append(_words("report", "missed_wrong", found=percent(wrong), wanted=percent(most_wrong)))
    return lines


def kind_name(kind: str) -> str:
    """A kind of question in Chinese."""
    return _words_of("kinds").get(kind, kind)


def style_name(style: str) -> str:
    """A way of asking in Chinese."""
    return _words_of("styles").get(style, style)


def percent(share: float) -> str:
    """A share as a percentage with one decimal, rounded away from a flattering 100 % or 0 %."""
    rounded = round(share * 100, 1)
    if rounded in (0.0, 100.0) and share not in (0.0, 1.0):
        rounded = 99.9 if rounded else 0.1
    return f"{rounded:.1f}%"


def _faults(evaluation: Evaluation) -> Iterator[list[str]]:
    if evaluation.faults:
        yield [
            _words("report", "faults", count=len(evaluation.faults)),
            *(
                _words("report", "fault", file=f.file, line=f.line, message=f.message)
                for f in evaluation.faults
            ),
        ]


def _tallies(title: str, tallies: dict[str, Tally], names: str) -> list[str]:
    """A table of tallies, the weakest first."""
    head = [title, *(_words("columns", key) for key in ("total", "right", "refused", "wrong", "share"))]
    ranked = sorted(tallies.items(), key=lambda item: (item[1].share(Outcome.RIGHT), -item[1].total, item[0]))
    rows = [[_words_of(names).get(name, name), *_counts(tally)] for name, tally in ranked]
    return table([head, *rows])


def _counts(tally: Tally) -> list[str]:
    counts = [tally.total, tally.right, tally.refused, tally.wrong]
    return [*map(str, counts), percent(tally.share(Outcome.RIGHT))]


def _calibration(ranges: list[Confidence]) -> list[str]:
    if not ranges:
        return []
    head = [
        _words("report", "calibration"),
        *(_words("columns", key) for key in ("answers", "right", "share")),
    ]
    rows = [[_range(r), str(r.answers), str(r.right), percent(r.right / r.answers)] for r in ranges]
    return table([head, *rows])


def _range(found: Confidence) -> str:
    key = "top" if found.most > 1 else "range" if found.least else "bottom"
    return _words("report", key, least=f"{found.least:.2f}", most=f"{found.most:.2f}")


def _failures(trials: list[Trial], most: int) -> list[str]:
    if not trials:
        return []
    lines = [_words("report", "failures")]
    for trial in trials[:most]:
        lines += ["", *_failure(trial)]
    if len(trials) > most:
        more = _words("report", "failures_more", count=len(trials) - most, all=len(trials))
        lines += ["", more]
    return lines


def _failure(trial: Trial) -> Iterator[str]:
    gold, answer = trial.gold, trial.answer
    yield _words(
        "report",
        "failure",
        outcome=_words("outcome", trial.judgement.outcome),
        id=gold.id,
        kind=kind_name(gold.kind),
        style=style_name(gold.style),
    )
    for number, turn in enumerate(gold.ask):
        yield _INDENT + _words("report", "then" if number else "question", text=turn)
    yield _INDENT + _words("report", "gold", text=gold_text(gold))
    yield _INDENT + _words("report", "why", text=trial.judgement.why)
    slots = {"text": answer["reading"], "confidence": f"{answer['confidence']:.2f}"}
    yield _INDENT + _words("report", "reading", **slots)
    shown = answer["text"].split("\n")
    first, *rest = shown[:_MOST_LINES]
    yield _INDENT + _words("report", "text", text=first)
    yield from (f"{_INDENT * 4}{line}" for line in rest)
    if len(shown) > _MOST_LINES:
        yield _INDENT * 4 + _words("report", "text_more", count=len(shown) - _MOST_LINES)


def gold_text(gold: Gold) -> str:
    """What the answer must be, in words."""
    if "answered" not in gold.status:
        return _words("report", "gold_refusal", statuses=listed_statuses(gold.status))
    parts: list[str] = []
    if gold.verdict is not None:
        parts.append(verdict_text(gold.verdict))
    if gold.roles is not None:
        key = "gold_roles" if gold.roles else "gold_roles_none"
        also = _words("report", "gold_roles_ok", roles="、".join(gold.roles_ok)) if gold.roles_ok else ""
        parts.append(_words("report", key, roles="、".join(gold.roles)) + also)
    parts += _each("gold_has", gold.has)
    parts += _each("gold_lacks", gold.lacks)
    if len(gold.status) > 1 or not parts:
        parts.append(listed_statuses(gold.status))
    return "；".join(parts)


def _each(key: str, texts: Iterable[str]) -> list[str]:
    return [_words("report", key, words=text) for text in texts]


def _words(section: str, key: str, /, **slots: object) -> str:
    return _words_of(section)[key].format(**slots)


def _words_of(section: str) -> dict[str, str]:
    words: dict[str, str] = load_table("bot", "evaluation.toml")[section]
    return words
