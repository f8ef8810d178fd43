"""Which posts are drawn, and below whom."""

import pytest

from bot.pictures.tree import Link, Row, Tree
from tests.pictures.posts import broad, organization, post


def told(rows: list[Row]) -> list[str]:
    """Rows in short: depth, name or +count, ~ for a dotted line, = for a place elsewhere, * for the focus."""
    marks = {Link.SOLID: "", Link.DOTTED: "~", Link.AGAIN: "="}
    return [
        f"{row.depth}{marks[row.link]}{row.post.name if row.post else f'+{row.more}'}{'*' * row.focus}"
        for row in rows
    ]


@pytest.mark.parametrize(
    ("posts", "rows"),
    [
        ([post("经理"), post("主管", up="经理"), post("专员", up="主管")], ["0经理", "1主管", "2专员"]),
        ([post("经理", down="主管、外聘顾问")], ["0经理", "1主管", "1外聘顾问"]),
        ([post("甲经理"), post("乙经理")], ["0甲经理", "0乙经理"]),
        (
            [post("甲经理"), post("乙经理"), post("专员", up="甲经理", dotted="乙经理")],
            ["0甲经理", "1专员", "0乙经理", "1~专员"],
        ),
        ([post("经理"), post("专员", dotted="经理")], ["0经理", "1~专员"]),
        (
            [post("甲经理", down="司机"), post("乙经理", down="司机")],
            ["0甲经理", "1司机", "0乙经理", "1=司机"],
        ),
        ([post("甲经理", up="乙经理"), post("乙经理", up="甲经理")], ["0乙经理", "1甲经理", "2=乙经理"]),
        ([post("经理", up="经理")], ["0经理", "1=经理"]),
    ],
)
def test_the_whole(posts: list[str], rows: list[str]) -> None:
    assert sorted(told(Tree(organization(*posts)).whole(50))) == sorted(rows)


def test_a_cut_keeps_the_upper_ones_and_says_how_many_it_leaves_out() -> None:
    rows = Tree(broad(85)).whole(21)
    assert sum(row.post is not None for row in rows) == 21
    assert sum(row.more for row in rows) == 64
    assert max(row.depth for row in rows if row.post) == 2


def test_many_tops() -> None:
    rows = Tree(organization(*(post(f"第{n}组组长") for n in range(30)))).whole(10)
    assert told(rows)[-1] == "0+20"


@pytest.mark.parametrize(
    ("name", "most", "rows"),
    [
        ("第0组组长", 5, ["0第0组组长*", "1第1组组长", "2+4", "1第2组组长", "2+4"]),
        ("第5组组长", 3, ["0第0组组长", "1第1组组长", "2第5组组长*", "3+1", "2+3", "1+3"]),
        ("第5组组长", 2, ["0第1组组长", "1第5组组长*", "2+1", "1+3"]),
        ("第5组组长", 1, ["0第5组组长*", "1+1"]),
    ],
)
def test_around(name: str, most: int, rows: list[str]) -> None:
    found = told(Tree(broad(22)).around(name, most))
    assert set(rows) <= set(found)
    assert sum("+" not in row for row in found) == most


def test_around_shows_superiors_by_dotted_line() -> None:
    tree = Tree(organization(post("甲经理"), post("乙经理"), post("专员", up="甲经理", dotted="乙经理")))
    assert told(tree.around("专员", 9)) == ["0甲经理", "1专员*", "0乙经理", "1~专员*"]
    assert told(tree.around("乙经理", 9)) == ["0乙经理*", "1~专员"]


def test_many_by_dotted_line_are_cut() -> None:
    posts = [post("总监"), post("经理"), *(post(f"{n}号专员", up="总监", dotted="经理") for n in range(40))]
    rows = Tree(organization(*posts)).around("经理", 18)
    assert told(rows)[-1] == "1~+35"
