"""How a question is cut, which clause asks, and what it names."""

import pytest

from knowledge import Handbook
from knowledge.questions.lexicon import Lexicon
from knowledge.questions.question import Question
from knowledge.questions.repair import Speller
from knowledge.questions.right_search import asked_verb


@pytest.fixture(scope="module")
def lexicon(handbook: Handbook) -> Lexicon:
    return Lexicon(handbook.organization)


def read(text: str, lexicon: Lexicon) -> Question:
    return Question(text, lexicon, Speller(lexicon))


@pytest.mark.parametrize(
    ("text", "asking"),
    [
        ("谁审批费用报销", "谁审批费用报销"),
        ("你好,客户开发主管的上级是谁", "客户开发主管的上级是谁"),
        ("打车的发票要报销,最后归谁签字呀", "打车的发票要报销,最后归谁签字呀"),
        ("我昨天刚来,还不熟,客户开发主管的职责有哪些", "客户开发主管的职责有哪些"),
    ],
)
def test_the_clause_that_asks(lexicon: Lexicon, text: str, asking: str) -> None:
    question = read(text, lexicon)
    assert "".join(question.text[c.start : c.end] for c in question.clauses if c.asks) == asking


@pytest.mark.parametrize(
    ("text", "names", "unknown"),
    [
        ("客户开发主管", ("客户开发主管",), False),
        ("客开主管", ("客户开发主管",), False),
        ("售后主管", ("售后支持主管",), False),
        ("主管", ("客户开发主管", "产品支持主管", "售后支持主管"), False),
        ("副总", ("副总经理",), False),
        ("高级客户开发主管", ("客户开发主管",), True),
        ("销售总监", (), True),
        ("集团客户部副经理", None, True),
        ("集团客户部经理助理", ("集团客户部经理",), True),
    ],
)
def test_roles_that_are_named(
    lexicon: Lexicon, text: str, names: tuple[str, ...] | None, unknown: bool
) -> None:
    mentions = read(f"{text}的下级是谁", lexicon).roles
    assert len(mentions) == 1
    assert mentions[0].unknown is unknown
    if names is not None:
        assert mentions[0].names == names


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("谁审批费用报销", "审批"),
        ("谁负责审批费用报销", "审批"),
        ("客户开发主管拟定的销售计划给谁审核", "审核"),
        ("部门预算的拟定权在哪个岗位", "拟定"),
        ("谁参与制定产品规划", "参与"),
        ("销售价格谁说了算", "说了算"),
        ("客户开发主管的上级是谁", ""),
    ],
)
def test_the_verb_that_asks(lexicon: Lexicon, text: str, verb: str) -> None:
    assert asked_verb(read(text, lexicon)).word == verb


@pytest.mark.parametrize(
    "text", ["", " ", "?", "。。。", "a" * 3000, "客" * 2000, "\ud800", "\x00\x07", "1" * 400, "🙂🙂"]
)
def test_odd_input_is_read_without_a_fault(lexicon: Lexicon, text: str) -> None:
    question = read(text, lexicon)
    assert "".join(token.text for token in question.tokens) == question.text
