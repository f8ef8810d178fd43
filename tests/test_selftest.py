"""The self-test: questions made from the documents, with answers computed from what they say."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from bot.cli import run
from bot.evaluation import Evaluation, Trial, evaluate
from bot.gold import Gold, read_golds
from bot.judgement import Judgement, Outcome
from bot.selftest.disguise import short_name
from bot.selftest.exam import make_exam
from bot.selftest.likeness import Likeness
from bot.selftest.matter import Matter, matters
from bot.selftest.verdict import verdict_text
from knowledge import Handbook
from knowledge.pinyin import readings, spelled
from knowledge.text import bare, fold

MOST = 8000  # all that there is
KINDS = {
    "superior", "subordinates", "chain", "relation", "who_does", "approval", "right_yes", "right_no",
    "weaker_right", "limit", "duties", "department", "headcount", "near_role", "absent_matter",
    "out_of_scope",
}  # fmt: skip
STYLES = {
    "plain", "colloquial", "word_order", "typo", "pinyin", "pinyin_joined", "traditional", "abbreviation",
}  # fmt: skip


@pytest.fixture(scope="module")
def exam(handbook: Handbook) -> list[Gold]:
    return make_exam(handbook.organization, MOST)


@pytest.fixture(scope="module")
def found(handbook: Handbook) -> dict[str, Matter]:
    return {matter.clause: matter for matter in matters(handbook.organization)}


def about(exam: list[Gold], *words: str) -> list[Gold]:
    return [gold for gold in exam if all(word in gold.ask[0] for word in words)]


# ── the exam as a whole ──────────────────────────────────────────────────────────────────────────────────


def test_the_same_documents_give_the_same_exam(exam: list[Gold]) -> None:
    assert make_exam(Handbook.sample().organization, MOST) == exam


@pytest.mark.parametrize("most", [0, 1, 50, 400])
def test_the_exam_is_bounded(handbook: Handbook, most: int) -> None:
    assert len(make_exam(handbook.organization, most)) == most


def test_every_kind_and_every_style_has_its_turn(handbook: Handbook) -> None:
    exam = make_exam(handbook.organization, 400)
    kinds = Counter(gold.kind for gold in exam)
    assert set(kinds) == KINDS
    assert kinds["who_does"] == max(kinds.values())
    assert set(gold.style for gold in exam) == STYLES
    assert len({gold.ask for gold in exam}) == len({gold.id for gold in exam}) == 400


@pytest.mark.parametrize(
    "text",
    [
        "岗位名称：甲专员\n直接上级：乙主管\n",
        "岗位名称：甲专员\n职责：\n1、\n",
        "# 行政部\n\n## 部门职能\n\n- 采购办公用品\n",
        "岗位名称：QA\n直接上级：无\n直接下级：-\n",
    ],
)
def test_few_facts_give_few_questions(tmp_path: Path, text: str) -> None:
    (tmp_path / "甲.md").write_text(text, "utf-8")
    handbook = Handbook.load([tmp_path])
    exam = make_exam(handbook.organization, 400)
    evaluation = evaluate(handbook, exam)
    assert evaluation.tally.total == len(exam) <= 400
    assert verdict_text(evaluation)


# ── the answers ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("question", "roles"),
    [
        ("谁管客户开发专员", ("客户开发主管",)),
        ("副总经理的下级是谁", ("集团客户部经理",)),
        ("谁决定公司年度投资总额", ("总经理",)),
        ("集团客户部经理的上级的上级是谁", ("总经理",)),
        ("客户招待费500元由谁审批", ("客户开发主管",)),  # the limit itself lies inside it
    ],
)
def test_roles_are_those_of_the_documents(exam: list[Gold], question: str, roles: tuple[str, ...]) -> None:
    (gold,) = [gold for gold in exam if gold.ask == (question,)]
    assert gold.roles == roles


def test_the_same_words_in_two_descriptions_have_two_owners(tmp_path: Path) -> None:
    text = "岗位名称：{}专员\n职责：\n1、{}审批仓库盘点报告\n2、审批{}培训计划\n"
    for name, adverb, other in (("甲", "定期", "新人"), ("乙", "", "年度"), ("丙", "参与", "海外")):
        (tmp_path / f"{name}.md").write_text(text.format(name, adverb, other), "utf-8")
    exam = make_exam(Handbook.load([tmp_path]).organization, MOST)
    (gold,) = [gold for gold in exam if gold.ask[0] in ("谁审批仓库盘点报告", "仓库盘点报告由谁审批")]
    assert set(gold.roles or ()) == {"甲专员", "乙专员"}


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        (("集团客户部经理", "审批", "日常费用报销", "吗"), True),
        (("客户开发主管", "1000元", "客户招待费", "吗"), False),
        (("客户开发主管", "250元", "客户招待费", "吗"), True),
    ],
)
def test_verdicts_are_those_of_the_documents(exam: list[Gold], words: tuple[str, ...], verdict: bool) -> None:
    asked = about(exam, *words)
    assert asked
    assert {gold.verdict for gold in asked} == {verdict}


def test_both_directions_of_a_relation_are_asked(exam: list[Gold]) -> None:
    relations = [gold for gold in exam if gold.kind == "relation"]
    assert {gold.verdict for gold in relations} == {True, False}


def test_who_has_only_less_may_not_decide(exam: list[Gold], handbook: Handbook) -> None:
    for gold in exam:
        if gold.kind == "weaker_right":
            assert gold.verdict is not True
            assert "not_found" in gold.status


def test_a_matter_that_only_its_owner_can_explain_is_not_asked(found: dict[str, Matter]) -> None:
    for word in ("其", "本部门", "下级", "自己", "上级"):
        assert not [clause for clause in found if word in clause]


@pytest.mark.parametrize(
    ("clause", "verb", "words", "noun"),
    [
        ("审批日常费用报销", "审批", "日常费用报销", False),
        ("主持销售例会", "主持", "销售例会", False),  # 定期 is no part of it
        ("制定和修订部门管理制度与工作流程", "", "", False),  # two verbs share it
        ("市场费用的拟定权", "拟定", "市场费用", True),
    ],
)
def test_the_words_of_a_right(
    found: dict[str, Matter], clause: str, verb: str, words: str, noun: bool
) -> None:
    matter = found[clause]
    assert (matter.verb, matter.words, matter.noun) == (verb, words, noun)


@pytest.mark.parametrize(
    ("words", "shares"),
    [
        ("费用报销", {0: 1.0, 1: 0.5}),
        ("报账", {0: 1.0}),  # a synonym
        ("火箭发射", {}),
        ("", {}),
    ],
)
def test_likeness(words: str, shares: dict[int, float]) -> None:
    found = Likeness(["审批日常费用报销", "控制费用", "写诗"]).shares(words)
    assert {number: share for number, share in found.items() if share} == shares


# ── what must be refused ─────────────────────────────────────────────────────────────────────────────────


def test_near_miss_roles_do_not_exist(exam: list[Gold], handbook: Handbook) -> None:
    asked = [gold for gold in exam if gold.kind == "near_role" and gold.style == "plain"]
    assert asked
    for gold in asked:
        assert "answered" not in gold.status
        near = gold.ask[0].partition("的")[0].partition("有")[0]
        assert bare(near) not in handbook.organization.naming.spellings


def test_what_the_documents_have_is_not_asked_as_absent(tmp_path: Path) -> None:
    text = "岗位名称：甲专员\n职责：\n1、组织火箭发射\n2、核定工资\n"
    (tmp_path / "甲.md").write_text(text, "utf-8")
    exam = make_exam(Handbook.load([tmp_path]).organization, MOST)
    assert about(exam, "心脏移植")
    assert not [gold for gold in about(exam, "火箭") if gold.kind == "absent_matter"]
    assert not [gold for gold in about(exam, "工资") if gold.kind == "out_of_scope"]


# ── wordings ─────────────────────────────────────────────────────────────────────────────────────────────


def test_a_typing_error_is_one_character_of_the_same_sound(exam: list[Gold]) -> None:
    plain = {gold.ask[0] for gold in exam if gold.style == "plain"}
    compared = 0
    for gold in exam:
        for right in plain if gold.style == "typo" else ():
            wrong = [(a, b) for a, b in zip(gold.ask[0], right, strict=False) if a != b]
            if len(gold.ask[0]) == len(right) and len(wrong) == 1:
                ((typed, meant),) = wrong
                if readings(typed)[0] == readings(meant)[0]:
                    compared += 1
    assert compared >= 20


def test_pinyin_and_traditional_characters_say_the_same(exam: list[Gold]) -> None:
    plain = {fold(gold.ask[0]) for gold in exam if gold.style == "plain"}
    said = {"".join(s for s, _ in spelled(question)).lower() for question in plain}
    both = {"pinyin": 0, "pinyin_joined": 0, "traditional": 0}
    for gold in exam:
        question = gold.ask[0]
        if gold.style in ("pinyin", "pinyin_joined"):
            both[gold.style] += question.replace(" ", "").lower() in said
        elif gold.style == "traditional":
            both["traditional"] += fold(question) in plain
    assert min(both.values()) >= 20


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("客户开发主管", "客开主管"),
        ("集团客户部经理", "集客部经理"),
        ("副总经理", ""),  # what is left would be another post
        ("总经理", ""),
        ("没有的岗位", ""),
    ],
)
def test_short_names(handbook: Handbook, name: str, short: str) -> None:
    assert short_name(name, handbook.organization) == short


# ── the verdict and the command ──────────────────────────────────────────────────────────────────────────


def outcomes(right: int, refused: int, wrong: int) -> Evaluation:
    each = ((Outcome.RIGHT, right), (Outcome.REFUSED, refused), (Outcome.WRONG, wrong))
    gold, answer = Gold("1", ("问",), "who_does", "typo"), {"status": "answered", "evidence": []}
    return Evaluation(Trial(gold, answer, Judgement(o), 1.0) for o, count in each for _ in range(count))


@pytest.mark.parametrize(
    ("evaluation", "told"),
    [
        (outcomes(99, 1, 0), "可以上线。没有明显的弱项。"),
        (outcomes(96, 2, 2), "先给少数人试用"),
        (outcomes(90, 9, 1), "先给少数人试用"),
        (outcomes(80, 15, 5), "先不要上线"),
        (outcomes(80, 15, 5), "最弱的是：谁做、谁批（100题对80，拒答15，答错5）、错字（"),
        (outcomes(95, 0, 5), "先不要上线"),
        (outcomes(10, 80, 10), "没有被读懂"),
        (outcomes(0, 0, 0), "出不了题"),
    ],
)
def test_the_verdict_is_one_plain_sentence(evaluation: Evaluation, told: str) -> None:
    assert told in verdict_text(evaluation)


def test_the_command_ends_with_the_verdict(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["selftest", "--most", "60", "--failures", "0"]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0].startswith("共60题")
    assert out[-1].startswith("结论：")
    assert run(["selftest", "--most", "60", "--least-right", "1", "--most-wrong", "0"]) == 1


def test_the_command_gives_data(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["selftest", "--most", "40", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["questions"] == 40
    assert told["verdict"].startswith("结论：")


def test_the_questions_can_be_listed_for_evaluate(
    capsys: pytest.CaptureFixture[str], exam: list[Gold]
) -> None:
    assert run(["selftest", "--most", "40", "--list"]) == 0
    golds, faults = read_golds(capsys.readouterr().out, "list")
    assert (len(golds), faults) == (40, [])


def test_an_answer_does_not_wait_for_the_self_test() -> None:
    program = (
        "import sys; from bot.cli import run; run(['ask', '谁审批费用报销']);"
        "late = ('bot.selftest', 'bot.evaluation', 'bot.explanation');"
        "sys.exit(any(module.startswith(late) for module in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], stdout=subprocess.PIPE, timeout=60, check=False)
    assert done.returncode == 0
