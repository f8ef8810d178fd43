"""Words of one meaning, by organization."""

from collections.abc import Sequence

import pytest

from knowledge import Handbook
from knowledge.questions.lexicon import Lexicon
from knowledge.questions.matter import Matter
from knowledge.questions.question import Question
from knowledge.questions.repair import Speller
from knowledge.thesaurus import Thesaurus

_SAME = [["报账", "费用报销"], ["回款", "收款", "账款催收"]]
_KINDS = [["采购", "采买"], ["资产", "电脑", "车辆"]]


@pytest.mark.parametrize(
    ("word", "covered_by"),
    [
        pytest.param("电脑", ["资产", "电脑"], id="a narrow word falls under a broad one"),
        pytest.param("资产", ["资产"], id="never the other way round"),
        pytest.param("报账", ["报账", "费用报销"], id="words of one meaning"),
        pytest.param("火箭", [], id="an unknown word"),
    ],
)
def test_expansions(word: str, covered_by: Sequence[str]) -> None:
    thesaurus = Thesaurus(_SAME, _KINDS)
    groups = thesaurus.groups(word)
    assert sorted(thesaurus.expansions(groups)) == sorted(covered_by)
    assert thesaurus.expansions(groups) is thesaurus.expansions(groups)


def test_parts_are_words_of_four_characters() -> None:
    thesaurus = Thesaurus(_SAME, _KINDS)
    assert thesaurus.parts(thesaurus.groups("收款")) == (("账款", "催收"),)
    assert thesaurus.parts(thesaurus.groups("电脑")) == ()


@pytest.mark.parametrize(
    ("word", "met_by"),
    [
        pytest.param(
            "报单", ["报账", "费用报销", "报单", "付款申请"], id="all it was said to mean, and their words"
        ),
        pytest.param("付款申请", ["报单", "付款申请"], id="only what was said of it"),
        pytest.param("费用报销", ["报账", "费用报销", "报单"], id="no other word's other meaning"),
        pytest.param("电脑", ["资产", "电脑"], id="other words as before"),
    ],
)
def test_rows_of_an_organization(word: str, met_by: Sequence[str]) -> None:
    thesaurus = Thesaurus(_SAME, _KINDS, [["报单", "费用报销"], ["报单", "付款申请"]])
    groups = thesaurus.groups(word)
    assert {w for w in thesaurus.words if groups & thesaurus.groups(w)} | set(
        thesaurus.expansions(groups)
    ) == set(met_by)


def test_two_organizations_do_not_share_their_words() -> None:
    organization = Handbook.sample().organization
    meant = ("费用报销", "合同签订")
    lexicons = [Lexicon(organization, Thesaurus([["报甲乙", word]], [])) for word in meant]
    for _ in range(2):  # in turn, so that one would meet what the other has kept
        for lexicon, word in zip(lexicons, meant, strict=True):
            question = Question("谁负责报甲乙", lexicon, Speller(lexicon))
            best = Matter(question, used=range(3)).matches()[0]
            assert word in best.statement.folded
