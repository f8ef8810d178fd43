"""The commands `rolebot evaluate` and `rolebot selftest`: questions in, figures out, and an exit code that
says whether they are good enough."""

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.evaluation import Evaluation, evaluate, evaluation_object
from bot.gold import Fault, Gold, gold_object, read_golds
from bot.report import missed, report_text
from bot.selftest.exam import make_exam
from bot.selftest.verdict import verdict_object, verdict_text
from knowledge import Handbook
from knowledge.documents.encoding import decode
from knowledge.errors import DocumentError
from knowledge.tables import load_table

_DONE, _MISSED, _BAD_INPUT = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Demand:
    """What is asked of a run: the shares it must reach, how many failures it shows, and in which form."""

    least_right: float = 0.0
    most_wrong: float = 1.0
    failures: int = 50
    as_json: bool = False


def evaluate_files(handbook: Handbook, files: Iterable[str], demand: Demand) -> int:
    """Evaluate the questions of files; bad lines are told and passed over."""
    golds: list[Gold] = []
    faults: list[Fault] = []
    try:
        for file in files:
            found, bad = read_golds(_text(Path(file)), Path(file).name)
            golds += found
            faults += bad
    except DocumentError as error:
        print(error, file=sys.stderr)
        return _BAD_INPUT
    if not golds:
        words = load_table("bot", "evaluation.toml")["report"]
        lines = [words["fault"].format(file=f.file, line=f.line, message=f.message) for f in faults]
        print("\n".join([*lines, words["no_questions"].format()]), file=sys.stderr)
        return _BAD_INPUT
    evaluation = evaluate(handbook, golds, faults)
    if demand.as_json:
        print(json.dumps(evaluation_object(evaluation), ensure_ascii=False, indent=1))
    else:
        print(report_text(evaluation, demand.failures))
    return _code(evaluation, demand)


def selftest(handbook: Handbook, most: int, demand: Demand) -> int:
    """Examine the bot on questions made from the documents themselves."""
    evaluation = evaluate(handbook, make_exam(handbook.organization, most))
    if demand.as_json:
        told = {**evaluation_object(evaluation), **verdict_object(evaluation)}
        print(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        print(report_text(evaluation, demand.failures))
        print(f"\n{verdict_text(evaluation)}")
    return _code(evaluation, demand)


def list_exam(handbook: Handbook, most: int) -> int:
    """Print the questions of the self-test instead of asking them, in the form that `evaluate` reads."""
    golds: Sequence[Gold] = make_exam(handbook.organization, most)
    for gold in golds:
        print(json.dumps(gold_object(gold), ensure_ascii=False))
    return _DONE


def _text(path: Path) -> str:
    words = load_table("bot", "evaluation.toml")["report"]
    try:
        return decode(path.read_bytes(), path.name)
    except FileNotFoundError as error:
        raise DocumentError(words["missing"].format(path=path)) from error
    except OSError as error:
        raise DocumentError(words["unreadable"].format(path=path, reason=error.strerror)) from error


def _code(evaluation: Evaluation, demand: Demand) -> int:
    short = missed(evaluation, demand.least_right, demand.most_wrong)
    for line in short:
        print(line, file=sys.stderr)
    return _MISSED if short else _DONE
