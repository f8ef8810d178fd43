"""What is shown of how a question is understood."""

import json
from typing import Any

import pytest

from bot.cli import run
from bot.explanation import explanation_object, explanation_text
from bot.table import width
from knowledge import Handbook


def names(told: dict[str, Any]) -> list[str]:
    return [name for role in told["mentions"]["roles"] for name in role["names"]]


@pytest.mark.parametrize(
    ("question", "read_as", "changes"),
    [
        ("谁审批费用报销", "谁审批费用报销", []),
        ("客护开发主管的上机是谁", "客户开发主管的上级是谁", [("护", "户"), ("机", "级")]),
        ("shui shenpi baoxiao", "谁审批报销", [("shuishenpibaoxiao", "谁审批报销")]),
        ("產品支持主管归谁管", "产品支持主管归谁管", [("產", "产")]),
        ("谁审批费用报销？", "谁审批费用报销?", []),  # a mark is no change
        ("谁管 HEADCOUNT", "谁管 headcount", []),
    ],
)
def test_the_text_as_read(
    handbook: Handbook, question: str, read_as: str, changes: list[tuple[str, str]]
) -> None:
    told = explanation_object(handbook, question)
    assert told["read_as"] == read_as
    assert [(change["typed"], change["read"]) for change in told["changes"]] == changes


@pytest.mark.parametrize(
    ("question", "roles", "how"),
    [
        ("客户开发主管的上级是谁", ["客户开发主管"], "exact"),
        ("客护开发主管的上级是谁", ["客户开发主管"], "exact+repaired"),
        ("客开主管的上级是谁", ["客户开发主管"], "short"),
        ("副总的上级是谁", ["副总经理"], "alias"),
        ("主管的职责", ["客户开发主管", "产品支持主管", "售后支持主管"], "part"),
        ("高级客户开发主管的上级是谁", ["客户开发主管"], "unknown"),
    ],
)
def test_how_a_role_was_recognized(handbook: Handbook, question: str, roles: list[str], how: str) -> None:
    told = explanation_object(handbook, question)
    assert names(told) == roles
    assert told["mentions"]["roles"][0]["how"] == how


def test_everything_that_is_mentioned(handbook: Handbook) -> None:
    told = explanation_object(handbook, "你好,集团客户部里谁批招待费800块")
    mentions = told["mentions"]
    assert mentions["places"] == [{"text": "集团客户部", "kind": "department"}]
    assert mentions["amounts"] == [{"text": "800块", "value": 800, "unit": "元"}]
    assert mentions["phrases"]["who"] == ["谁"]
    assert mentions["phrases"]["action"] == ["批"]
    assert [clause["asks"] for clause in told["clauses"]] == [False, True]
    assert "".join(token["text"] for token in told["tokens"]) == told["read_as"]


def test_readings_come_with_their_scores_best_first(handbook: Handbook) -> None:
    told = explanation_object(handbook, "客户开发专员的上级能审批费用报销吗")
    scores = [reading["score"] for reading in told["readings"]]
    best, *others = told["readings"]
    assert scores == sorted(scores, reverse=True)
    assert (best["topic"], best["left_over"]) == ("rights_check", [])
    assert best["reading"] == "判断：【客户开发主管】是否【审批】【费用报销】"
    assert best["slots"]["subject"] == "客户开发主管（客户开发专员的上级）"
    assert best["slots"]["matter"] == "费用报销"
    assert any("费用报销" in other["left_over"] for other in others)


def test_statements_come_with_what_became_of_them(handbook: Handbook) -> None:
    used, *_, last = explanation_object(handbook, "谁审批费用报销")["statements"]
    assert (used["use"], used["owner"], used["line"]) == ("used", "集团客户部经理", 48)
    assert used["quote"] == "审批日常费用报销，防止成本超支"
    assert (used["coverage"], used["missing"], used["denied"]) == (1.0, 0.0, False)
    assert last["use"] == "passed"
    assert last["coverage"] < used["coverage"]


def test_the_conclusion_is_the_answer(handbook: Handbook) -> None:
    told = explanation_object(handbook, "谁负责火箭发射")
    assert (told["readings"], told["statements"]) == ([], [])
    assert told["answer"]["status"] == "not_found"
    assert told["answer"]["text"] == "文档没有提到“火箭、发射”，无法回答。"


def test_a_question_made_of_several_is_explained_part_by_part(handbook: Handbook) -> None:
    told = explanation_object(handbook, "产品支持主管和售后支持主管的上级分别是谁")
    assert [part["question"] for part in told["parts"]] == [
        "产品支持主管的上级是谁",
        "售后支持主管的上级是谁",
    ]
    assert [part["readings"][0]["topic"] for part in told["parts"]] == ["superior", "superior"]


@pytest.mark.parametrize(
    "question",
    [
        "谁审批费用报销",
        "客户开发专员的上级能审批费用抱销吗",
        "产品支持主管和售后支持主管的上级分别是谁",
        "我昨天刚来,还不熟,想问一下招待费800块和出差申请到底是找谁签字" * 4,
        "shuishenpifeiyongbaoxiao",
        "主管",
        "",
        "\ud800{role}%s\x1b[31m",
        "a" * 300,
    ],
)
def test_the_text_keeps_within_eighty_columns(handbook: Handbook, question: str) -> None:
    lines = explanation_text(handbook, question)
    assert all(width(line) <= 80 for line in lines)
    assert any(line.startswith("结论") for line in lines)


def test_the_command_shows_both_forms(capsys: pytest.CaptureFixture[str], handbook: Handbook) -> None:
    assert run(["explain", "谁审批费用报销"]) == 0
    assert capsys.readouterr().out.splitlines() == explanation_text(handbook, "谁审批费用报销")
    assert run(["explain", "--json", "谁审批", "费用报销"]) == 0
    assert json.loads(capsys.readouterr().out)["answer"]["roles"] == ["集团客户部经理"]
    assert run(["explain"]) == 2
    assert "rolebot explain" in capsys.readouterr().err
