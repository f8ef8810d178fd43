"""Sets of questions with known answers, each with the handbook that they are put to."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.gold import Gold, read_golds
from knowledge import Handbook

SAMPLE = Path(__file__).parent.parent / "tests" / "data" / "handbook_questions.toml"


@dataclass(frozen=True)
class Task:
    """Questions with known answers and the handbook they are put to."""

    name: str
    handbook: Handbook
    golds: Sequence[Gold]


def tasks(arguments: Sequence[str]) -> list[Task]:
    """The sets named on the command line, else the sample handbook with the questions of its tests."""
    if not arguments:
        return [Task("sample", Handbook.sample(), _sample_golds())]
    found = []
    for name, documents, questions in zip(*[iter(arguments)] * 3, strict=True):
        golds, faults = read_golds(Path(questions).read_text("utf-8"), questions)
        if faults:
            raise SystemExit(f"{questions}: {faults[0].line}: {faults[0].message}")
        found.append(Task(name, Handbook.load([documents]), golds))
    return found


def _sample_golds() -> list[Gold]:
    golds = []
    for number, entry in enumerate(tomllib.loads(SAMPLE.read_text("utf-8"))["question"], 1):
        roles = entry.get("order", entry.get("roles"))
        status = (entry.get("status", "answered"),)
        golds.append(
            Gold(
                id=str(number),
                ask=tuple(entry["ask"]),
                status=status,
                roles=None if roles is None else tuple(roles),
                ordered="order" in entry,
                verdict=entry.get("verdict"),
                has=tuple(entry.get("has", ())),
            )
        )
    return golds
