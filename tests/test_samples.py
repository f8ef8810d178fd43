"""The sample questions that come with the seed and with other organizations, where they are at hand."""

from pathlib import Path

import pytest

from bot.evaluation import evaluate
from bot.gold import read_golds
from bot.judgement import Outcome
from knowledge import Handbook

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
    golds, faults = read_golds((QUESTIONS / name / "questions.jsonl").read_text("utf-8"), name)
    assert faults == []
    tally = evaluate(Handbook.load([documents]), golds).tally
    assert tally.share(Outcome.RIGHT) >= least
    assert tally.share(Outcome.WRONG) <= most
