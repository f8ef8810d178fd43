"""Text laid out by display width."""

import pytest

from bot.table import table, width, wrapped


@pytest.mark.parametrize(
    ("text", "columns"),
    [("", 0), ("abc", 3), ("岗位", 4), ("QA 主管", 7), ("（含）", 6), ("e\u0301\u200b", 1)],
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


def test_columns_are_aligned() -> None:
    rows = [["种类", "题数", "答对率"], ["who", "7", "100.0%"], ["谁做、谁批", "12", "8.3%"]]
    assert table(rows) == [
        "种类        题数  答对率",
        "who            7  100.0%",
        "谁做、谁批    12    8.3%",
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("短", ["短"]),
        ("", [""]),
        ("一二三四五六", ["一二三四", "  五六"]),
        ("一二三四，五", ["一二三", "  四，五"]),  # a mark does not begin a line
        ("一二 04-x.md", ["一二", "  04-x.md"]),  # a name of Latin letters is not broken
        ("abcdefghijkl", ["abcdefghijkl"]),
    ],
)
def test_wrapped(text: str, lines: list[str]) -> None:
    assert wrapped(text, 9, "  ") == lines
