"""Typed wrong, meant right: characters of the same sound, and pinyin."""

from pathlib import Path

import pytest

from knowledge import Handbook
from knowledge.questions.lexicon import Lexicon
from knowledge.questions.question import Question
from knowledge.questions.repair import Speller


@pytest.fixture(scope="module")
def speller(handbook: Handbook) -> Speller:
    return Speller(Lexicon(handbook.organization))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("客护开发主管的直接上机是谁", "客户开发主管的直接上级是谁"),
        ("收后支持主管", "售后支持主管"),
        ("谁审合销售几划", "谁审核销售计划"),
        ("他的下及是谁", "他的下级是谁"),
        ("客户开发主管的财物权", "客户开发主管的财务权"),
    ],
)
def test_homophones_are_put_right(speller: Speller, typed: str, meant: str) -> None:
    assert speller.repair(typed).text == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("售后支特主管的下级有哪些", "售后支持主管的下级有哪些"),
        ("售后支诗主管的下级有哪些", "售后支持主管的下级有哪些"),  # a part in common
        ("产品支侍主管", "产品支持主管"),
        ("谁审批费用报梢", "谁审批费用报销"),
    ],
)
def test_characters_that_look_alike_are_put_right(speller: Speller, typed: str, meant: str) -> None:
    assert speller.repair(typed).text == meant


@pytest.mark.parametrize(
    "text", ["谁审批费用报销", "客户开发主管自己能批吗", "由谁决定销售价格", "景点门票谁负责", "他的下级是谁"]
)
def test_what_is_right_stays(speller: Speller, text: str) -> None:
    assert speller.repair(text).text == text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("shui shenpi feiyong baoxiao", "谁审批费用报销"),
        ("shuishenpifeiyongbaoxiao", "谁审批费用报销"),
        ("kehu kaifa zhuguan de shangji shi shui", "客户开发主管的上级是谁"),
        ("ke hu kai fa zhu guan de xia ji", "客户开发主管的下级"),
        ("zhuguan", "主管"),  # gu|an would be written gu'an
        (
            "kehukaifazhuguanheshouhouzhichizhuguandezhijieshangjishishui",  # as long as no word is
            "客户开发主管和售后支持主管的直接上级是谁",
        ),
    ],
)
def test_pinyin_is_read(speller: Speller, handbook: Handbook, typed: str, meant: str) -> None:
    assert Question(typed, Lexicon(handbook.organization), speller).text == meant


@pytest.mark.parametrize("typed", ["report to", "pipeline", "headcount", "ci/cd"])
def test_english_words_stay(speller: Speller, typed: str) -> None:
    assert speller.read_pinyin(typed, ["report", "to", "pipeline", "headcount", "ci", "cd"]) == typed


def test_a_word_of_its_own_is_no_typing_error(tmp_path: Path) -> None:
    text = "# 值班长岗位说明书\n- 直接上级：厂长\n## 职责\n1. 巡查全厂\n2. 审批承包商入厂申请\n"
    (tmp_path / "厂.md").write_text(text, encoding="utf-8")
    organization = Handbook.load([tmp_path]).organization
    assert Speller(Lexicon(organization)).repair("谁审批承包商进厂").text == "谁审批承包商进厂"
