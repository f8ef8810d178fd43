"""Questions about the sample handbook: the answers are in tests/data/handbook_questions.toml."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.evaluation import last_answer
from bot.judgement import plain, said
from knowledge import Handbook

QUESTIONS = tomllib.loads(
    Path(__file__).with_name("data").joinpath("handbook_questions.toml").read_text("utf-8")
)["question"]


@pytest.mark.parametrize("gold", QUESTIONS, ids=lambda gold: " / ".join(gold["ask"])[:60])
def test_answer(handbook: Handbook, gold: dict[str, Any]) -> None:
    answer = last_answer(handbook, gold["ask"])
    assert answer["status"] == gold.get("status", "answered"), answer["text"]
    if "roles" in gold:
        assert sorted(answer["roles"]) == sorted(gold["roles"]), answer["text"]
    if "order" in gold:
        assert answer["roles"] == gold["order"], answer["text"]
    if "verdict" in gold:
        assert answer["verdict"] is gold["verdict"], answer["text"]
    for words in gold.get("has", []):
        assert plain(words) in said(answer), answer["text"]


@pytest.mark.parametrize(
    "gold", [g for g in QUESTIONS if g.get("status") == "not_found"], ids=lambda g: g["ask"][-1][:40]
)
def test_a_refusal_asserts_nothing(handbook: Handbook, gold: dict[str, Any]) -> None:
    answer = last_answer(handbook, gold["ask"])
    assert answer["roles"] == []
    assert answer["verdict"] is None


def test_options_work_when_chosen(handbook: Handbook) -> None:
    answer = last_answer(handbook, ["主管的职责是什么"])
    assert len(answer["options"]) == 3
    for number, option in enumerate(answer["options"], start=1):
        chosen = last_answer(handbook, ["主管的职责是什么", str(number)])
        assert chosen["status"] == "answered"
        assert chosen["text"] == last_answer(handbook, [option])["text"]


def test_every_quote_stands_in_its_document(handbook: Handbook) -> None:
    folder = Path(__file__).parent.parent / "knowledge" / "sample"
    lines = {path.name: path.read_text("utf-8").split("\n") for path in folder.glob("*.md")}
    for gold in QUESTIONS:
        for evidence in last_answer(handbook, gold["ask"])["evidence"]:
            line = lines[evidence["document"]][evidence["line"] - 1]
            assert plain(evidence["quote"]) in plain(line), (evidence, line)


def test_the_same_answer_each_time(handbook: Handbook) -> None:
    again = Handbook.sample()
    for gold in QUESTIONS:
        assert last_answer(handbook, gold["ask"]) == last_answer(again, gold["ask"])


def test_a_change_of_topic_leaves_the_old_subject_behind(handbook: Handbook) -> None:
    assert last_answer(handbook, ["售后支持主管的下级是谁", "谁审批费用报销"])["roles"] == ["集团客户部经理"]
