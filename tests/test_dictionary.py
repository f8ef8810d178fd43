"""The dictionary finds by halving what reading all of its lines finds."""

import pytest

from knowledge.dictionary import TOTAL, dictionary, is_general

_LINES = dict(dictionary().lines())


def test_every_line_is_read() -> None:
    assert len(_LINES) == 349_045  # one of them stands there twice
    assert sum(frequency for _, frequency in dictionary().lines()) == TOTAL


@pytest.mark.parametrize("word", [*list(_LINES)[::997], "一", "龢", "费用", "吉林", "高富帅", "B超"])
def test_a_word_is_found(word: str) -> None:
    assert dictionary().frequency(word) == _LINES[word]


@pytest.mark.parametrize("word", ["", " ", "费", "用费用", "报销\n", "\ud800x", "\U0010ffff", "鿿鿿"])
def test_what_is_no_word_is_not_found(word: str) -> None:
    assert dictionary().frequency(word) == _LINES.get(word, 0)


@pytest.mark.parametrize("stride", [1, 40], ids=["many pairs", "few pairs"])
def test_words_that_begin_with_pairs(stride: int) -> None:
    pairs = {word[:2] for word in list(_LINES)[::stride] if word.startswith(("费", "客", "一"))}
    firsts = {pair[0] for pair in pairs}
    wanted = {w: n for w, n in _LINES.items() if (w[:2] in pairs and len(w) > 1) or w in firsts}
    assert dict(dictionary().among(pairs)) == wanted


@pytest.mark.parametrize(
    ("word", "general"), [("电话", True), ("火箭", True), ("费", False), ("火箭发射", False), ("箭火", False)]
)
def test_general_words_have_two_characters(word: str, general: bool) -> None:
    assert is_general(word) is general
