"""Questions taken apart: into which parts, and what is made of the answers."""

import pytest

from knowledge import Handbook
from knowledge.questions.composition import Composition, How, compositions
from knowledge.questions.context import Context
from knowledge.questions.lexicon import Lexicon
from knowledge.questions.question import Question
from knowledge.questions.repair import Speller


@pytest.fixture(scope="module")
def lexicon(handbook: Handbook) -> Lexicon:
    return Lexicon(handbook.organization)


def _parts(text: str, lexicon: Lexicon, context: Context | None = None) -> Composition | None:
    question = Question(text, lexicon, Speller(lexicon))
    return next(compositions(question, context or Context()), None)


@pytest.mark.parametrize(
    ("text", "how", "parts"),
    [
        ("客户开发主管的上级和下级", How.EACH, ("客户开发主管的上级", "客户开发主管的下级")),
        (
            "客户开发主管的职责、权限、编制",
            How.EACH,
            ("客户开发主管的职责", "客户开发主管的权限", "客户开发主管的编制"),
        ),
        ("客户开发主管和产品支持主管的下级", How.EACH, ("客户开发主管的下级", "产品支持主管的下级")),
        ("谁审批费用报销?客户开发主管的上级是谁", How.EACH, ("谁审批费用报销?", "客户开发主管的上级是谁")),
        ("测试用例谁写谁审", How.EACH, ("测试用例谁写", "测试用例谁审")),
        ("谁既审批报销又管培训", How.BOTH, ("谁审批报销", "谁管培训")),
        ("既审批报销又管培训的岗位是谁", How.BOTH, ("谁审批报销", "谁管培训")),
        ("除了客户开发主管,谁审批请假", How.EXCEPT, ("谁审批请假",)),
        ("除了客户开发主管还有谁审批请假", How.EXCEPT, ("谁审批请假",)),
        ("客户开发主管和产品支持主管谁审批请假", How.AMONG, ("谁审批请假",)),
        ("报销是客户开发主管批还是集团客户部经理批", How.AMONG, ("报销谁批",)),
        ("客户开发主管不能批报销吗", How.NOT, ("客户开发主管能批报销吗",)),
        ("谁也不能批报销吗", How.NOBODY, ("谁能批报销",)),
    ],
)
def test_parts(text: str, how: How, parts: tuple[str, ...], lexicon: Lexicon) -> None:
    composition = _parts(text, lexicon)
    assert composition is not None
    assert (composition.how, composition.parts) == (how, parts)


@pytest.mark.parametrize(
    "text",
    [
        "谁审批费用报销",
        "客户开发主管和产品支持主管有什么区别",
        "客户开发主管和产品支持主管谁大",
        "客户开发主管和集团客户部经理之间隔着谁",
        "我是客户开发专员,报销找谁",
        "除了报销,客户开发主管还能批什么",
    ],
)
def test_what_asks_for_one_thing(text: str, lexicon: Lexicon) -> None:
    assert _parts(text, lexicon) is None


def test_they_are_the_roles_of_the_answer_before(lexicon: Lexicon) -> None:
    composition = _parts("他们的上级是谁", lexicon, Context(found=("客户开发主管", "产品支持主管")))
    assert composition is not None
    assert composition.parts == ("客户开发主管的上级是谁", "产品支持主管的上级是谁")


def test_parts_keep_the_blanks_between_latin_words(lexicon: Lexicon) -> None:
    composition = _parts("除了客户开发主管,谁 approve release plan", lexicon)
    assert composition is not None
    assert composition.parts == ("谁 approve release plan",)
