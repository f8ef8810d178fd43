"""The text of a file of company words: what a line says, and editing that touches no other line."""

import pytest

from knowledge.word_list import WordList, make_entry

_FILE = "# 财务部的说法\n报账=费用报销\n\n  老张 ＝ 财务经理  # 他自己也这么说\n打款=付款=汇款\n"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("报账=费用报销", ("报账", "费用报销")),
        ("打款=付款=汇款", ("打款", "付款", "汇款")),
        ("报账 ＝ 费用报销", ("报账", "费用报销")),
        ("报账==费用报销", ("报账", "费用报销")),
        ("\ufeff报账=费用报销\r\n", ("报账", "费用报销")),
        ("老张=财务经理 # 备注=不算", ("老张", "财务经理")),
        ("老张=财务经理　＃备注", ("老张", "财务经理")),
        ("tl = 前端  Tech   Lead", ("tl", "前端 Tech Lead")),
        ("c#开发=软件开发", ("c#开发", "软件开发")),
        ("报账=", ("报账", "")),
        ("=", ("", "")),
        ("报账", ("报账",)),
        ("# 报账=费用报销", ("",)),
        ("", ("",)),
    ],
)
def test_a_line(line: str, words: tuple[str, ...]) -> None:
    assert make_entry(line).words == words


def test_entries_know_their_lines() -> None:
    entries = WordList(_FILE, "words.txt").entries
    assert [(e.source.line if e.source else 0, e.written) for e in entries] == [
        (2, "报账=费用报销"),
        (4, "老张=财务经理"),
        (5, "打款=付款=汇款"),
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "报账=费用报销\n"),
        ("# 备注\n", "# 备注\n报账=费用报销\n"),
        ("老张=财务经理", "老张=财务经理\n报账=费用报销\n"),
        ("老张=财务经理\r\n", "老张=财务经理\r\n报账=费用报销\r\n"),
    ],
)
def test_an_entry_goes_behind_all_others(before: str, after: str) -> None:
    assert WordList(before).with_entry(make_entry("报账＝费用报销")).text == after


@pytest.mark.parametrize(
    ("word", "after"),
    [
        pytest.param("报账", _FILE.replace("报账=费用报销\n", ""), id="the line goes with the last pair"),
        pytest.param("汇款", _FILE.replace("=汇款", ""), id="of three words two stay"),
        pytest.param(
            "老张", _FILE.replace("  老张 ＝ 财务经理  # 他自己也这么说\n", ""), id="with its remark"
        ),
        pytest.param("報賬", _FILE.replace("报账=费用报销\n", ""), id="however it is spelled"),
        pytest.param("财务部", _FILE, id="a remark is no entry"),
        pytest.param("火箭", _FILE, id="an unknown word"),
        pytest.param("", _FILE, id="nothing"),
    ],
)
def test_a_word_is_taken_out(word: str, after: str) -> None:
    assert WordList(_FILE).without(word).text == after


def test_what_stands_behind_an_entry_stays() -> None:
    words = WordList("打款=付款=汇款  # 出纳的说法\r\n老张=财务经理\r\n")
    assert words.without("付款").text == "打款=汇款  # 出纳的说法\r\n老张=财务经理\r\n"
