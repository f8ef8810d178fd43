"""Questions with known answers: read from a file, put to the bot, judged, counted and reported."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.cli import run
from bot.evaluation import Evaluation, Trial, evaluate, evaluation_object, last_answer
from bot.gold import Gold, gold_object, read_golds
from bot.judgement import Judgement, Outcome, judge, plain
from bot.report import gold_text, missed, percent, report_text
from bot.table import width
from knowledge import Handbook

REIMBURSEMENT = {"ask": ["谁审批费用报销"], "roles": ["集团客户部经理"], "kind": "who_does"}
ROCKETS = {"ask": ["谁负责火箭发射"], "status": ["not_found"], "kind": "unanswerable"}
SUPERIOR = {"ask": ["客户开发主管的上级是谁"], "roles": ["总经理"], "kind": "superior"}  # not so
NOBODY = {"ask": ["谁负责火箭发射"], "roles": ["总经理"], "kind": "who_does"}  # not so


def lines(*objects: object) -> str:
    return "\n".join(o if isinstance(o, str) else json.dumps(o, ensure_ascii=False) for o in objects)


def answer(**given: Any) -> dict[str, Any]:
    return {"status": "answered", "roles": [], "verdict": None, "text": "", "evidence": [], **given}


# ── reading ──────────────────────────────────────────────────────────────────────────────────────────────


def test_a_question_needs_nothing_but_its_turns() -> None:
    (gold,), faults = read_golds('{"ask": "谁审批费用报销"}', "a.jsonl")
    assert gold == Gold("1", ("谁审批费用报销",), "other", "plain", ("answered",), None)
    assert faults == []


def test_a_question_is_written_as_it_is_read() -> None:
    gold = Gold("x", ("甲", "乙"), "chain", "long", ("answered", "not_found"), ("丙",), ("丁",), True, False)
    assert read_golds(json.dumps(gold_object(gold)), "a.jsonl") == ([gold], [])


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("不是 JSON", "不是 JSON"),
        ('{"ask": ["谁"]', "不是 JSON"),
        ("[]", "不是 JSON 对象"),
        ("7", "不是 JSON 对象"),
        ("{}", "没有 ask"),
        ('{"ask": []}', "没有 ask"),
        ('{"ask": [7]}', "没有 ask"),
        ('{"ask": ["谁", " "]}', "没有 ask"),
        ('{"ask": ["谁"], "status": ["right"]}', "“right”"),
        ('{"ask": ["谁"], "status": "answered"}', "status 应该是由文字组成的列表"),
        ('{"ask": ["谁"], "roles": "总经理"}', "roles 应该是由文字组成的列表"),
        ('{"ask": ["谁"], "has": [1]}', "has 应该是由文字组成的列表"),
        ('{"ask": ["谁"], "verdict": "yes"}', "verdict 只能是"),
        ('{"ask": ["谁"], "ordered": 1}', "ordered 只能是"),
    ],
)
def test_a_bad_line_is_told_and_the_others_are_read(line: str, told: str) -> None:
    golds, faults = read_golds(lines(REIMBURSEMENT, "", line, ROCKETS), "考题.jsonl")
    assert [gold.ask for gold in golds] == [("谁审批费用报销",), ("谁负责火箭发射",)]
    assert [(fault.file, fault.line) for fault in faults] == [("考题.jsonl", 3)]
    assert told in faults[0].message


# ── judging ──────────────────────────────────────────────────────────────────────────────────────────────

EVIDENCE = [{"quote": "审批：日常费用报销，5%以内"}]


@pytest.mark.parametrize(
    ("gold", "given", "outcome"),
    [
        ({"roles": ("甲",)}, {"roles": ["甲"]}, "right"),
        ({"roles": ("甲",)}, {"roles": ["甲", "甲"]}, "right"),
        ({"roles": ("甲",)}, {"roles": ["甲", "乙"]}, "wrong"),
        ({"roles": ("甲",), "roles_ok": ("乙",)}, {"roles": ["乙", "甲"]}, "right"),
        ({"roles": ("甲",), "roles_ok": ("乙",)}, {"roles": ["乙"]}, "wrong"),
        ({"roles": ("甲", "乙")}, {"roles": ["甲"]}, "wrong"),
        ({"roles": ()}, {"roles": ["甲"]}, "wrong"),
        ({"roles": ()}, {}, "right"),
        ({"roles": None}, {"roles": ["甲"]}, "right"),
        ({"roles": ("甲", "乙")}, {"roles": ["乙", "甲"]}, "right"),
        ({"roles": ("甲", "乙"), "ordered": True}, {"roles": ["乙", "甲"]}, "wrong"),
        (
            {"roles": ("甲", "乙"), "roles_ok": ("丙",), "ordered": True},
            {"roles": ["甲", "丙", "乙"]},
            "right",
        ),
        ({"verdict": True}, {"verdict": True}, "right"),
        ({"verdict": True}, {"verdict": False}, "wrong"),
        ({"verdict": False}, {"verdict": None}, "wrong"),
        ({"has": ("日常 费用报销",)}, {"evidence": EVIDENCE}, "right"),
        ({"has": ("3%|5%",)}, {"evidence": EVIDENCE}, "right"),
        ({"has": ("5",)}, {"evidence": EVIDENCE}, "right"),
        ({"has": ("5元",)}, {"evidence": EVIDENCE}, "wrong"),
        ({"has": ("甲", "乙")}, {"text": "甲"}, "wrong"),
        ({"lacks": ("日常",)}, {"evidence": EVIDENCE}, "right"),  # what is quoted is not said
        ({"lacks": ("日常",)}, {"text": "（日 常）"}, "wrong"),
        ({}, {"status": "not_found"}, "refused"),
        ({}, {"status": "ambiguous"}, "refused"),
        ({"status": ("not_found",)}, {"status": "ambiguous"}, "refused"),
        ({"status": ("not_found",)}, {}, "wrong"),
        ({"status": ("answered", "not_found"), "verdict": False}, {"status": "not_found"}, "right"),
        ({"status": ("answered", "not_found"), "verdict": False}, {"verdict": True}, "wrong"),
    ],
)
def test_judge(gold: dict[str, Any], given: dict[str, Any], outcome: str) -> None:
    judged = judge(Gold("1", ("问",), **gold), answer(**given))
    assert judged.outcome == outcome
    assert bool(judged.why) is (outcome != "right")


@pytest.mark.parametrize(
    ("text", "letters"), [("A 岗、B岗。", "a岗b岗"), ("≥5%（含）", "≥5%含"), ("C++ *#-", "c++")]
)
def test_plain(text: str, letters: str) -> None:
    assert plain(text) == letters


@pytest.mark.parametrize(
    ("gold", "told"),
    [
        ({"roles": ("甲", "乙"), "roles_ok": ("丙",)}, "岗位 甲、乙（也可以有 丙）"),
        ({"roles": ()}, "不点名岗位"),
        ({"verdict": False, "has": ("限额",)}, "否；要有“限额”"),
        ({"status": ("not_found", "ambiguous")}, "答“文档没写”、反问，不能断言"),
        ({}, "作答"),
    ],
)
def test_gold_in_words(gold: dict[str, Any], told: str) -> None:
    assert gold_text(Gold("1", ("问",), **gold)) == told


# ── counting ─────────────────────────────────────────────────────────────────────────────────────────────


def test_each_question_is_asked_in_a_chat_of_its_own(handbook: Handbook) -> None:
    turns = {"ask": ["客户开发主管的上级是谁", "那他的下级呢"], "roles": ["客户开发专员"]}
    alone = {"ask": ["那他的下级呢"], "status": ["not_found", "ambiguous"]}
    golds, _ = read_golds(lines(turns, alone), "a.jsonl")
    assert [trial.judgement.outcome for trial in evaluate(handbook, golds).trials] == ["right", "right"]
    assert last_answer(handbook, turns["ask"])["roles"] == turns["roles"]


def test_outcomes_are_counted_by_kind_and_style(handbook: Handbook) -> None:
    golds, _ = read_golds(lines(REIMBURSEMENT, ROCKETS, {**SUPERIOR, "style": "typo"}, NOBODY), "a.jsonl")
    told = evaluation_object(evaluate(handbook, golds))
    assert [told[key] for key in ("questions", "right", "refused", "wrong")] == [4, 2, 1, 1]
    assert (told["right_share"], told["wrong_share"]) == (0.5, 0.25)
    assert told["kinds"]["who_does"]["questions"] == 2
    assert told["kinds"]["superior"]["wrong"] == 1
    assert {style: tally["questions"] for style, tally in told["styles"].items()} == {"plain": 3, "typo": 1}
    assert [failure["outcome"] for failure in told["failures"]] == ["wrong", "refused"]
    assert told["failures"][0]["gold"]["ask"] == ("客户开发主管的上级是谁",)
    assert 0 < told["milliseconds"]["median"] <= told["milliseconds"]["p95"]


def trial(confidence: float, outcome: str, **given: Any) -> Trial:
    told = answer(confidence=confidence, evidence=EVIDENCE, **given)
    return Trial(Gold("1", ("问",)), told, Judgement(Outcome(outcome)), 1.0)


def test_calibration_counts_only_what_asserts() -> None:
    trials = [
        trial(0.98, "right"),
        trial(0.95, "wrong"),
        trial(0.949, "right"),
        trial(0.3, "wrong"),
        trial(1.0, "right"),
        trial(0.9, "refused", status="not_found"),
    ]
    found = [(c.least, c.answers, c.right) for c in Evaluation(trials).calibration()]
    assert found == [(0.95, 3, 2), (0.9, 1, 1), (0.0, 1, 0)]


def test_nothing_counted_is_no_fault() -> None:
    told = evaluation_object(Evaluation([]))
    assert (told["questions"], told["right_share"], told["calibration"], told["failures"]) == (0, 0.0, [], [])


@pytest.mark.parametrize(
    ("share", "text"), [(1.0, "100.0%"), (0.0, "0.0%"), (0.99999, "99.9%"), (0.0001, "0.1%"), (0.97, "97.0%")]
)
def test_a_percentage_never_flatters(share: float, text: str) -> None:
    assert percent(share) == text


# ── reporting ────────────────────────────────────────────────────────────────────────────────────────────


def test_the_report_shows_every_failure_with_all_that_explains_it(handbook: Handbook) -> None:
    golds, faults = read_golds(lines(REIMBURSEMENT, "{", SUPERIOR, NOBODY), "考题.jsonl")
    text = report_text(evaluate(handbook, golds, faults), most_failures=9)
    assert "考题.jsonl 第2行：不是 JSON" in text
    assert "共3题：答对1题（33.3%），拒答1题（33.3%），答错1题（33.3%）。" in text
    failure = text[text.index("答错 3") :].splitlines()
    assert failure[1:6] == [
        "  问：客户开发主管的上级是谁",
        "  应为：岗位 总经理",
        "  差在：少了岗位：总经理。多了岗位：集团客户部经理。",
        "  理解成：查找：【客户开发主管】的上级（把握 0.98）",
        "  回答：客户开发主管的直接上级是集团客户部经理。",
    ]
    assert "理解成" not in report_text(evaluate(handbook, golds), most_failures=0)


def test_the_tables_of_the_report_are_aligned(handbook: Handbook) -> None:
    golds, _ = read_golds(lines(REIMBURSEMENT, ROCKETS, SUPERIOR, NOBODY), "a.jsonl")
    blocks = report_text(evaluate(handbook, golds), most_failures=0).split("\n\n")
    for block in (b for b in blocks if b.startswith(("按", "把握"))):
        assert len({width(line) for line in block.splitlines()}) == 1


def test_what_falls_short_is_told(handbook: Handbook) -> None:
    golds, _ = read_golds(lines(REIMBURSEMENT, SUPERIOR), "a.jsonl")
    evaluation = evaluate(handbook, golds)
    assert missed(evaluation, 0.5, 0.5) == []
    assert missed(evaluation, 0.6, 0.4) == [
        "没有达到要求：答对 50.0%，要求至少 60.0%。",
        "没有达到要求：答错 50.0%，要求至多 40.0%。",
    ]


# ── the command ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def questions(tmp_path: Path) -> str:
    path = tmp_path / "考题.jsonl"
    path.write_text(lines(REIMBURSEMENT, "坏行", SUPERIOR), "utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], 0),
        (["--least-right", "0.5"], 0),
        (["--least-right", "51%"], 1),
        (["--most-wrong", "50%"], 0),
        (["--most-wrong", "0.1"], 1),
    ],
)
def test_the_exit_code_says_whether_it_is_good_enough(
    questions: str, options: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["evaluate", questions, *options]) == code
    out, err = capsys.readouterr()
    assert "共2题" in out
    assert "第2行" in out
    assert bool(err) is (code == 1)


def test_evaluate_json(questions: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["evaluate", questions, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["questions"], told["right"], told["wrong"]) == (2, 1, 1)
    assert told["faults"] == [{"file": "考题.jsonl", "line": 2, "message": "不是 JSON"}]


def test_files_of_questions_may_stand_behind_the_documents(
    questions: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    documents = tmp_path / "手册"
    documents.mkdir()
    (documents / "甲.md").write_text("岗位名称：甲专员\n直接上级：乙主管\n", "utf-8")
    assert run(["evaluate", "--documents", str(documents), questions, questions]) == 0
    assert "共4题：答对0题" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "told"),
    [(None, "找不到"), (b"", "没有可以用的问题"), (b"{}", "第1行"), (b"\x00\xff\x00", "编码")],
)
def test_no_questions_is_told_in_chinese(
    tmp_path: Path, content: bytes | None, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "考题.jsonl"
    if content is not None:
        path.write_bytes(content)
    assert run(["evaluate", str(path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert told in err


@pytest.mark.parametrize("value", ["x", "1.5", "-1", "120%"])
def test_a_share_is_told_in_chinese(value: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        run(["evaluate", f"--least-right={value}"])
    assert stop.value.code == 2
    assert f"“{value}”不是" in capsys.readouterr().err
