"""Texts are cut as jieba cuts them with the same words."""

import logging

import jieba
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.dictionary import TOTAL
from knowledge.segmenter import Segmenter

jieba.setLogLevel(logging.WARNING)

_TEXTS = [
    "集团客户部经理审批日常费用报销,防止成本超支",
    "参与制定年度采购预算,组织员工绩效考核",
    "首营企业资料的审核与首营品种的审批",
    "负责node.js服务的上线;kpi与okr考核3.5%以内",
    "b超检查一二三四五六七八九十",
]
_WORDS = ["集团客户部经理", "报销", "一二三四", "k"]
_OURS = Segmenter(_TEXTS, _WORDS)


_THEIRS = jieba.Tokenizer()
_THEIRS.FREQ, _THEIRS.total, _THEIRS.initialized = _OURS.frequencies, TOTAL, True


def test_words_are_those_of_the_dictionary_that_stand_in_the_texts() -> None:
    assert [w for w in ("审批", "首营", "集团客户部经理", "参与制", "火箭", "k", "批") if _OURS.knows(w)] == [
        "审批",
        "首营",
        "集团客户部经理",
    ]


@pytest.mark.parametrize(
    "text",
    [
        *_TEXTS,
        "",
        " ",
        "a1 b2",
        "甲 \u3000乙",
        "c++与c#",
        "一1二2",
        "Ａ座",
        "㐀㐁",
        "%%%",
        "谁审批火箭发射",
    ],
)
def test_a_text_is_cut_as_jieba_cuts_it(text: str) -> None:
    assert _OURS.cut(text) == [*_THEIRS.cut(text, HMM=False)]


@given(st.text(alphabet=sorted({*"".join(_TEXTS), *"。-_& \nXx9"})))
def test_any_text_is_cut_as_jieba_cuts_it(text: str) -> None:
    assert _OURS.cut(text) == [*_THEIRS.cut(text, HMM=False)]
    assert "".join(_OURS.cut(text)) == text
