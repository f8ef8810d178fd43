"""Words of the company: what they come to mean, which are refused, and that nothing else changes."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.evaluation import last_answer
from bot.replies import reply_object
from knowledge import Handbook, WordError
from knowledge.word_list import make_entry

_TAUGHT = (
    "报单子=费用报销",
    "大龙=集团客户部经理",
    "客开=客户开发主管",
    "大客户部=集团客户部",
    "KAM=售后支持主管",
    "龙哥=大龙",
    "小单=报单子",
    "财务那边=集团财务部",
    "王总=总经理",
)
_QUESTIONS = Path(__file__).parent / "data" / "handbook_questions.toml"


@pytest.fixture(scope="module")
def taught(handbook: Handbook) -> Handbook:
    """The sample handbook with some words of its company."""
    return handbook.with_words(map(make_entry, _TAUGHT))


def _answer(handbook: Handbook, *turns: str) -> dict[str, Any]:
    answer = last_answer(handbook, turns)
    return {key: answer[key] for key in ("status", "roles", "verdict", "text", "reading")}


# ── what they mean ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("谁审批报单子", "谁审批费用报销"),
        ("报单子找谁批", "费用报销找谁批"),
        ("小单谁批", "费用报销谁批"),
        ("谁审批抱单子", "谁审批费用报销"),
        ("shui shenpi baodanzi", "谁审批费用报销"),
        ("誰審批報單子", "谁审批费用报销"),
        ("我是客户开发专员,报单子要找谁", "我是客户开发专员,费用报销要找谁"),
        ("大龙的上级是谁", "集团客户部经理的上级是谁"),
        ("龙哥的下级有哪些", "集团客户部经理的下级有哪些"),
        ("dalong de shangji shi shui", "集团客户部经理的上级是谁"),
        ("大龍能審批報單子嗎", "集团客户部经理能审批费用报销吗"),
        ("我是大龙,我的下级有谁", "我是集团客户部经理,我的下级有谁"),
        ("客开部下有谁", "客户开发主管部下有谁"),
        ("大龙和客开是什么关系", "集团客户部经理和客户开发主管是什么关系"),
        ("KAM的上级是谁", "售后支持主管的上级是谁"),
        ("kam 的职责有哪些", "售后支持主管的职责有哪些"),
        ("大客户部有哪些岗位", "集团客户部有哪些岗位"),
        ("大客户部经理的上级是谁", "集团客户部经理的上级是谁"),
        ("哪些岗位跟财务那边打交道", "哪些岗位跟集团财务部打交道"),
    ],
)
def test_a_question_with_them_is_the_question_without(taught: Handbook, asked: str, meant: str) -> None:
    answer, expected = _answer(taught, asked), _answer(taught, meant)
    assert answer == expected
    assert answer["status"] == "answered"


@pytest.mark.parametrize(
    ("asked", "status", "roles"),
    [
        pytest.param(
            "客开主管的上级是谁", "answered", ["集团客户部经理"], id="a short form of the same role"
        ),
        pytest.param("客开专员的上级是谁", "answered", ["客户开发主管"], id="a short form of another role"),
        pytest.param("客开总监的上级是谁", "not_found", [], id="a role that nobody has"),
        pytest.param("王总监的下级是谁", "not_found", [], id="the rest of another post's last word"),
        pytest.param("副客开的上级是谁", "not_found", [], id="another grade"),
        pytest.param("大龙助理的上级是谁", "not_found", [], id="somebody's assistant"),
        pytest.param("客开部的职责是什么", "not_found", [], id="a department that nobody has"),
        pytest.param("KAMX的上级是谁", "not_found", [], id="inside a Latin word"),
    ],
)
def test_a_longer_name_is_another_name(taught: Handbook, asked: str, status: str, roles: list[str]) -> None:
    answer = _answer(taught, asked)
    assert (answer["status"], answer["roles"]) == (status, roles)


def test_a_conversation_goes_on_with_them(taught: Handbook) -> None:
    assert _answer(taught, "客开的上级是谁", "那大龙呢") == _answer(
        taught, "客户开发主管的上级是谁", "那集团客户部经理呢"
    )


def test_no_other_question_is_read_otherwise(handbook: Handbook, taught: Handbook) -> None:
    for gold in tomllib.loads(_QUESTIONS.read_text("utf-8"))["question"]:
        assert _answer(taught, *gold["ask"]) == _answer(handbook, *gold["ask"])


_DESCRIPTIONS = (
    "岗位名称：财务经理\n直接上级：王总\n职责：\n1. 审批差旅报账。\n2. 与大客户部核对账款。\n",
    "岗位名称：市场部经理\n直接上级：王总\n所在部门：市场部\n职责：\n1. 拟定市场活动方案，报老张审批。\n"
    "协作：\n- 大客户部：核对客户名单\n",
    "岗位名称：会计\n直接上级：老张\n职责：\n1. 编制凭证，报老张审核。\n",
    "岗位名称：总经理\n职责：\n1. 主持经营。\n",
)
_SPOKEN = ("老张=财务经理", "报账=费用报销", "王总=总经理", "大客户部=重点客户部")


@pytest.fixture(scope="module")
def nicknames(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    """A handbook whose documents write the company's words."""
    folder = tmp_path_factory.mktemp("documents")
    for number, text in enumerate(_DESCRIPTIONS):
        (folder / f"{number}.txt").write_text(text, "utf-8")
    return Handbook.load([folder]).with_words(map(make_entry, _SPOKEN))


@pytest.mark.parametrize(
    ("asked", "roles"),
    [
        ("谁审批费用报销", ["财务经理"]),
        ("谁审批差旅报账", ["财务经理"]),
        ("会计的上级是谁", ["财务经理"]),
        ("财务经理的下级有谁", ["会计"]),
        ("财务经理的上级是谁", ["总经理"]),
        ("总经理的下级有哪些", ["财务经理", "市场部经理"]),
        ("谁审核凭证", ["财务经理"]),
        ("市场活动方案谁审批", ["财务经理"]),
        ("哪些岗位跟重点客户部打交道", ["市场部经理"]),
        ("会计的上级的上级是谁", ["总经理"]),
    ],
)
def test_documents_may_write_them(nicknames: Handbook, asked: str, roles: list[str]) -> None:
    assert nicknames.words.refusals == ()
    assert "老张" not in nicknames.organization.roles
    answer = _answer(nicknames, asked)
    assert (answer["status"], answer["roles"]) == ("answered", roles)


def test_evidence_quotes_what_the_document_has(nicknames: Handbook) -> None:
    answer = reply_object(nicknames.ask("谁审批费用报销")[0])
    assert answer["evidence"][0]["quote"] == "审批差旅报账"


@pytest.mark.parametrize("order", [_TAUGHT, _TAUGHT[::-1]], ids=["as written", "backwards"])
def test_their_order_does_not_count(handbook: Handbook, order: tuple[str, ...]) -> None:
    words = handbook.with_words(map(make_entry, order)).words
    assert words.refusals == ()
    assert words.full["龙哥"] == "集团客户部经理"
    assert words.full["小单"] == "费用报销"


def test_a_word_for_two_matters_does_not_make_them_the_same(handbook: Handbook) -> None:
    both = handbook.taught("单据=费用报销").taught("单据=客户招待费")
    assert _answer(both, "谁审批费用报销") == _answer(handbook, "谁审批费用报销")


# ── what may be taught ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("line", "kind", "name", "words"),
    [
        ("报账=费用报销", "matter", "费用报销", ("报账",)),
        ("费用报销=报账", "matter", "费用报销", ("报账",)),
        ("报账=费用报销=走账", "matter", "费用报销", ("报账", "走账")),
        ("报账=费用报销=合同签订", "matter", "", ("报账", "费用报销", "合同签订")),
        ("大龙=集团客户部经理", "role", "集团客户部经理", ("大龙",)),
        ("集团客户部经理=大龙=龙哥", "role", "集团客户部经理", ("大龙", "龙哥")),
        ("大龙=客开主管", "role", "客户开发主管", ("大龙",)),
        ("客开=客户开发主管", "role", "客户开发主管", ("客开",)),
        ("销售总监=集团客户部经理", "role", "集团客户部经理", ("销售总监",)),
        ("大客户部=集团客户部", "department", "集团客户部", ("大客户部",)),
        ("财务那边=集团财务部", "partner", "集团财务部", ("财务那边",)),
        ("主顾=客户", "matter", "客户", ("主顾",)),
    ],
)
def test_meanings(handbook: Handbook, line: str, kind: str, name: str, words: tuple[str, ...]) -> None:
    meaning = handbook.meaning(line)
    assert (meaning.kind, meaning.name, meaning.words, meaning.known) == (kind, name, words, False)


@pytest.mark.parametrize(
    "line",
    [
        "大龙=集团客户部经理",
        "报单子=费用报销",
        "龙哥 ＝ 大龙",
        "大客户部=集团客户部",
        "客开主管=客户开发主管",
        "副总=副总经理",
    ],
)
def test_what_is_known_already(taught: Handbook, line: str) -> None:
    assert taught.meaning(line).known


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        pytest.param("客户开发主管=产品支持主管", "是两个岗位", id="two roles"),
        pytest.param("小王=客户开发主管=产品支持主管", "是两个岗位", id="two roles by a third word"),
        pytest.param("总经理=副总经理", "是两个岗位", id="a role and its deputy"),
        pytest.param(
            "大龙=客户开发主管", "“大龙”已经指岗位“集团客户部经理”", id="a word that means another role"
        ),
        pytest.param("龙哥=客户开发主管", "“龙哥”已经指", id="a word for a word that means another role"),
        pytest.param(
            "客开主管=产品支持主管", "“客开主管”已经指岗位“客户开发主管”", id="a short form of another"
        ),
        pytest.param(
            "支持主管=产品支持主管", "可以指几个岗位：产品支持主管、售后支持主管", id="a short form of two"
        ),
        pytest.param("小李=支持主管", "可以指几个岗位", id="for a short form of two"),
        pytest.param("高级主管=客户开发主管", "多了“高级”", id="another grade"),
        pytest.param("客户开发主管助理=客户开发主管", "多了“助理”", id="an assistant"),
        pytest.param("主管=客户开发主管", "“主管”是许多岗位名称都有的词", id="the last word of posts"),
        pytest.param("客户=集团客户部经理", "“客户”是说事情的常用词", id="a matter for a role"),
        pytest.param("报单子=客户开发主管", "“报单子”是说事情的常用词", id="a taught matter for a role"),
        pytest.param("产品支持=产品支持主管", "会听错别的问题", id="a word of the documents for a role"),
        pytest.param(
            "客户部=集团客户部经理", "部门，“集团客户部经理”是岗位", id="a short name of a department"
        ),
        pytest.param("集团客户部=集团客户部经理", "在文档里是部门", id="a department and a role"),
        pytest.param("二部=客户开发主管", "“二部”像一个部门", id="what looks like a department"),
        pytest.param("集团客户部=总经理办公室", "是两回事", id="two departments"),
        pytest.param("谁=客户", "“谁”是提问用的词", id="a question word"),
        pytest.param("有没有=客户", "“有没有”是提问用的词", id="whether"),
        pytest.param("谁管账=费用报销", "提问用的“谁”", id="a question word inside"),
        pytest.param("报账=怎么报销", "提问用的“怎么”", id="a question word on the other side"),
        pytest.param("审批=审核", "“审批”是表示权力大小的动词", id="verbs of different strength"),
        pytest.param("过会=审批", "“审批”是表示权力大小的动词", id="a verb of authority"),
        pytest.param("负责=主持", "动词", id="verbs of the same strength"),
        pytest.param("上级=师傅", "“上级”是表示上下级关系的词", id="a relation"),
        pytest.param("老板=总经理", "“老板”是表示上下级关系的词", id="a relation for a role"),
        pytest.param("公司=客户", "“公司”是到处都会用到的", id="filler"),
        pytest.param("职责=分工", "用来听懂问题的词", id="what is asked for"),
        pytest.param("费用审批=费用审核", "里有表示权力大小的“审批”", id="verbs inside"),
        pytest.param("过账=费用复核", "里有表示权力大小的“复核”", id="a verb inside"),
        pytest.param("火箭=发射", "文档里没有“火箭”、“发射”", id="nothing that is known"),
        pytest.param("销售总监=费用报销", "“销售总监”像一个岗位", id="a role that nobody has"),
        pytest.param("报账=报账", "写了两次", id="one word"),
        pytest.param("报账=費用報銷=费用报销", "写了两次", id="one word in two spellings"),
        pytest.param("报账", "等号两边", id="one side"),
        pytest.param("报账=", "等号两边", id="an empty side"),
        pytest.param("=", "等号两边", id="nothing"),
        pytest.param("", "等号两边", id="an empty line"),
        pytest.param("报账,报单=费用报销", "标点", id="punctuation"),
        pytest.param("“报账”=费用报销", "标点", id="quotation marks"),
        pytest.param("账=费用报销", "只有一个字", id="a single character"),
        pytest.param("K=费用报销", "只有一个字", id="a single letter"),
        pytest.param("1024=费用报销", "是数字", id="a number"),
        pytest.param("每个月月底都要拿去报销的发票单子们=费用报销", "太长", id="a sentence"),
        pytest.param("大龙的=集团客户部经理", "里有“的”", id="a particle"),
    ],
)
def test_refusals(taught: Handbook, line: str, reason: str) -> None:
    with pytest.raises(WordError, match=reason):
        taught.meaning(line)
    with pytest.raises(WordError, match=reason):
        taught.taught(line)
    (refusal,) = taught.with_words([*taught.words.entries, make_entry(line)]).words.refusals
    assert refusal.entry == make_entry(line)


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        pytest.param(["费用审批=过账", "过账=费用审核"], "权力大小不同", id="by way of a third word"),
        pytest.param(["费用审批=过账", "走账=费用审核", "过账=走账"], "权力大小不同", id="by way of two"),
    ],
)
def test_verbs_of_different_strength_never_become_the_same(
    tmp_path: Path, lines: list[str], reason: str
) -> None:
    (tmp_path / "甲.txt").write_text(
        "岗位名称：会计\n职责：\n1. 负责费用审批台账。\n2. 负责费用审核台账。\n", "utf-8"
    )
    refusals = Handbook.load([tmp_path]).with_words(map(make_entry, lines)).words.refusals
    assert [refusal.entry.written for refusal in refusals] == lines[-1:]
    assert reason in refusals[0].reason


@pytest.mark.parametrize(
    ("documents", "line", "reason"),
    [
        pytest.param(
            "岗位名称：会计\n直接上级：老张\n", "老张=会计", "两个岗位", id="a superior of the role"
        ),
        pytest.param(
            "岗位名称：经理\n直接下级：老张、会计\n岗位名称：会计\n",
            "老张=会计",
            "两个岗位",
            id="in one list",
        ),
        pytest.param(
            "岗位名称：会计\n直接上级：财务主管\n岗位名称：财务经理\n",
            "财务主管=财务经理",
            "两个岗位",
            id="a post",
        ),
    ],
)
def test_documents_that_tell_two_apart_are_believed(
    tmp_path: Path, documents: str, line: str, reason: str
) -> None:
    (tmp_path / "甲.txt").write_text(documents, "utf-8")
    with pytest.raises(WordError, match=reason):
        Handbook.load([tmp_path]).meaning(line)


# ── effective at once ────────────────────────────────────────────────────────────────────────────────────


def test_teaching_and_forgetting_make_another_handbook(handbook: Handbook) -> None:
    asked = "大龙的上级是谁"
    knowing = handbook.taught("大龙=集团客户部经理")
    assert [_answer(h, asked)["status"] for h in (handbook, knowing, knowing.forgetting("大龙"))] == [
        "not_found",
        "answered",
        "not_found",
    ]
    assert handbook.words.entries == ()


def test_forgetting_one_of_three_words_keeps_the_others(handbook: Handbook) -> None:
    words = handbook.taught("报单子=费用报销=走单子").forgetting("走单子").words
    assert [entry.written for entry in words.entries] == ["报单子=费用报销"]


def test_names_shown_are_those_of_the_documents(taught: Handbook) -> None:
    answer = json.dumps(reply_object(taught.ask("大龙能审批报单子吗")[0]), ensure_ascii=False)
    assert "大龙" not in answer.replace("大龙能审批报单子吗", "")
