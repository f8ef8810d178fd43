"""The sample questions that come with the seed and with other organizations, where they are at hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from knowledge import Handbook
from tests.judge import last_answer, plain, said

SHARED = Path(__file__).parent.parent.parent / "shared"
QUESTIONS = SHARED / "questions"
pytestmark = pytest.mark.skipif(not QUESTIONS.is_dir(), reason="the shared sample questions are not at hand")

# questions, documents, least share right, most share wrong
SETS = [
    ("seed", SHARED / "seeds", 0.90, 0.03),
    ("software", QUESTIONS / "software" / "documents", 0.80, 0.05),
]


@pytest.mark.parametrize(("name", "documents", "least", "most"), SETS, ids=lambda value: str(value)[-12:])
def test_sample_questions(name: str, documents: Path, least: float, most: float) -> None:
    handbook = Handbook.load([documents])
    golds = [
        json.loads(line)
        for line in (QUESTIONS / name / "questions.jsonl").read_text("utf-8").splitlines()
        if line
    ]
    outcomes = [_outcome(gold, last_answer(handbook, gold["ask"])) for gold in golds]
    assert outcomes.count("right") / len(golds) >= least
    assert outcomes.count("wrong") / len(golds) <= most


def _outcome(gold: dict[str, Any], answer: dict[str, Any]) -> str:
    if answer["status"] not in gold["status"]:
        return "wrong" if answer["status"] == "answered" else "refused"
    if answer["status"] != "answered":
        return "right"
    roles, wanted = set(answer["roles"]), set(gold["roles"] or [])
    if (
        gold["roles"] is not None
        and gold["kind"] != "ambiguous"
        and not wanted <= roles <= wanted | set(gold["roles_ok"])
    ):
        return "wrong"
    if gold["ordered"] and [role for role in answer["roles"] if role in wanted] != gold["roles"]:
        return "wrong"
    if gold["verdict"] is not None and answer["verdict"] is not gold["verdict"]:
        return "wrong"
    everything = said(answer)
    complete = all(any(plain(part) in everything for part in words.split("|")) for words in gold["has"])
    clean = not any(plain(words) in plain(answer["text"]) for words in gold["lacks"])
    return "right" if complete and clean else "wrong"
