"""Plain text: a block a line, with the numbers of the lines."""

import pytest

from knowledge.documents.document import Kind
from knowledge.documents.plain import read_plain


def test_every_line_that_is_not_blank_is_a_block() -> None:
    document = read_plain("岗位.txt", "岗位名称：会计\n\n  　 \n直接上级：财务经理\n")
    assert document.name == "岗位.txt"
    assert [(b.text, b.source.line, b.kind) for b in document.blocks] == [
        ("岗位名称：会计", 1, Kind.TEXT),
        ("直接上级：财务经理", 4, Kind.TEXT),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(end: str) -> None:
    document = read_plain("a.txt", end.join(["甲", "", "乙"]))
    assert [(b.text, b.source.line) for b in document.blocks] == [("甲", 1), ("乙", 3)]


def test_blanks_around_a_line_are_cut_off() -> None:
    (block,) = read_plain("a.txt", "　　负责日常调度，保证准点发车。\u00a0\t").blocks
    assert (block.text, block.quote) == ("负责日常调度，保证准点发车。", "负责日常调度，保证准点发车。")


def test_frame_is_set_apart() -> None:
    document = read_plain("a.txt", "岗位名称：会计\n第1页 共2页\n直接上级：财务经理")
    assert [b.text for b in document.blocks] == ["岗位名称：会计", "直接上级：财务经理"]
    assert [b.text for b in document.frame] == ["第1页 共2页"]


def test_nothing_is_lost() -> None:
    text = "浏览次数：3\n文档简介\n岗位名称：会计\n展开阅读全文\n相关推荐"
    document = read_plain("a.txt", text)
    assert {b.source.line for b in (*document.blocks, *document.frame)} == {1, 2, 3, 4, 5}


def test_an_empty_text_has_no_blocks() -> None:
    assert read_plain("a.txt", "").blocks == ()
