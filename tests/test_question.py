"""How a question is cut, which clause asks, and what it names."""

import pytest

from knowledge import Handbook
from knowledge.actions import Strength
from knowledge.questions.asked import asked_verb
from knowledge.questions.lexicon import Lexicon
from knowledge.questions.mention import TokenKind
from knowledge.questions.phrases import phrases
from knowledge.questions.question import Question
from knowledge.questions.repair import Speller


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
    ("text", "verb", "strength"),
    [
        ("费用报销要谁首肯", "首肯", Strength.DECIDE),
        ("费用报销谁松口才行", "松口", Strength.DECIDE),
        ("费用报销谁盖章同意", "盖章同意", Strength.DECIDE),
        ("费用报销谁拿主意", "拿主意", Strength.DECIDE),
        ("费用报销谁开绿灯", "开绿灯", Strength.DECIDE),
        ("费用报销谁过一眼", "过一眼", Strength.REVIEW),
        ("费用报销谁把关", "把关", Strength.REVIEW),
        ("销售计划谁执笔", "执笔", Strength.DRAFT),
        ("销售计划谁起个稿", "起个稿", Strength.DRAFT),
        ("客户开发谁挑头", "挑头", Strength.LEAD),
        ("客户开发谁一个人兼着干", "兼着干", Strength.LEAD),
        ("客户开发谁盯紧", "盯紧", Strength.LEAD),
        ("客户开发谁督阵", "督阵", Strength.OVERSEE),
        ("客户开发谁打配合", "打配合", Strength.TAKE_PART),
        ("客户开发谁支招", "支招", Strength.ADVISE),
        ("费用报销谁知晓", "知晓", Strength.INFORMED),
    ],
)
def test_how_strong_a_spoken_verb_is(lexicon: Lexicon, text: str, verb: str, strength: Strength) -> None:
    asked = asked_verb(read(text, lexicon))
    assert (asked.word, asked.strongest) == (verb, strength)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("费用报销统共要谁批", ["费用报销"]),
        ("目前拢共是谁在审批费用报销,说到底", ["费用报销"]),
        ("翻了半天没找着,费用报销归根结底谁审批", ["费用报销"]),
    ],
)
def test_words_that_only_hold_a_question_together(lexicon: Lexicon, text: str, content: list[str]) -> None:
    question = read(text, lexicon)
    words = (t for t in question.content() if t.kind is not TokenKind.PHRASE and question.asking(t.start))
    assert "".join(t.text for t in words) == "".join(content)


@pytest.mark.parametrize(
    "text", ["", " ", "?", "。。。", "a" * 3000, "客" * 2000, "\ud800", "\x00\x07", "1" * 400, "🙂🙂"]
)
def test_odd_input_is_read_without_a_fault(lexicon: Lexicon, text: str) -> None:
    question = read(text, lexicon)
    assert "".join(token.text for token in question.tokens) == question.text


def test_no_known_word_ends_behind_what_a_word_may_reach(lexicon: Lexicon) -> None:
    table = phrases()
    words = {*table.kinds, *table.filler, *lexicon.words, *lexicon.thesaurus.words}
    wrong = [w for w in words if lexicon.reach(w, 0, len(w)) < len(w)]
    assert wrong == []
    assert max(map(len, table.soft)) <= 5  # those are in no dictionary; see tokens.py
