"""Words of a text: the same as jieba's, whose dictionary they are cut by."""

import jieba
import pytest

from knowledge import Handbook
from knowledge.cutting import Cutter

_FREQUENCIES = {
    "研": 300,
    "究": 200,
    "研究": 2_000,
    "研究生": 900,
    "生": 5_000,
    "生命": 1_500,
    "命": 800,
    "题": 0,
}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("研究生命", ["研究", "生命"]),
        ("研究生", ["研究生"]),
        ("题目,OKR 3.5版", ["题", "目", ",", "OKR", " ", "3", ".", "5", "版"]),
        ("", []),
    ],
)
def test_cuts_into_the_likeliest_words(text: str, words: list[str]) -> None:
    assert Cutter(_FREQUENCIES).cut(text) == words
    assert "".join(words) == text


def test_cuts_as_jieba_does() -> None:
    handbook = Handbook.sample()
    segmenter = handbook._mind.lexicon.segmenter
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total, tokenizer.initialized = segmenter.frequencies, 60_101_967, True
    texts = {statement.folded for statement in handbook.organization.statements}
    assert {text: segmenter.cut(text) for text in texts} == {
        text: list(tokenizer.cut(text, HMM=False)) for text in texts
    }
