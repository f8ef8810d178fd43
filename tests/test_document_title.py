"""Titles that a printed page sets larger than its chapters."""

import pytest

from knowledge.documents.document import Block, Kind, Source
from knowledge.roles.document_title import with_titles_apart


def _blocks(*headings: tuple[int, str]) -> list[Block]:
    """Headings by level and text; level 0 is a line of text."""
    return [
        Block(Kind.HEADING if level else Kind.TEXT, text, Source("a.pdf", i), level)
        for i, (level, text) in enumerate(headings, 1)
    ]


@pytest.mark.parametrize(
    ("headings", "levels"),
    [
        ([(1, "岗位职责汇编"), (2, "一、总则"), (0, "本汇编…"), (3, "（一）店长")], [1, 1, 0, 2]),
        ([(1, "某某公司"), (2, "岗位职责"), (3, "第一章 总则"), (4, "一、用印")], [1, 2, 1, 2]),
        ([(1, "店长岗位说明书"), (2, "基本情况"), (2, "权限")], [1, 2, 2]),  # a post: its parts are below it
        ([(1, "客服部"), (2, "客服经理"), (2, "客服专员")], [1, 2, 2]),
        ([(1, "总则"), (1, "岗位职责"), (2, "店长")], [1, 1, 2]),
        ([(1, "岗位职责")], [1]),
    ],
)
def test_chapters_below_a_title_are_at_the_first_level(
    headings: list[tuple[int, str]], levels: list[int]
) -> None:
    assert [block.level for block in with_titles_apart(_blocks(*headings))] == levels
