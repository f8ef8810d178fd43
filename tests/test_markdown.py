"""Markdown: which words are a heading, an item, a row or a line, and where they stand."""

import pytest

from knowledge.documents.document import Block, Kind
from knowledge.documents.markdown import read_markdown


def _blocks(text: str) -> tuple[Block, ...]:
    return read_markdown("a.md", text).blocks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# 销售部\n## 经理", [(Kind.HEADING, "销售部", 1, 1), (Kind.HEADING, "经理", 2, 2)]),
        ("经理\n----\n", [(Kind.HEADING, "经理", 2, 1)]),
        ("- 甲\n- 乙", [(Kind.ITEM, "甲", 1, 1), (Kind.ITEM, "乙", 1, 2)]),
        ("* 甲\n  * 乙\n    * 丙", [(Kind.ITEM, t, d, d) for d, t in enumerate("甲乙丙", 1)]),
        ("1. 甲\n2. 乙", [(Kind.ITEM, "甲", 1, 1), (Kind.ITEM, "乙", 1, 2)]),
        ("1) 甲", [(Kind.ITEM, "甲", 1, 1)]),
        ("+ 甲", [(Kind.ITEM, "甲", 1, 1)]),
        ("- [ ] 甲\n- [x] 乙", [(Kind.ITEM, "甲", 1, 1), (Kind.ITEM, "乙", 1, 2)]),
        ("甲\n乙", [(Kind.TEXT, "甲", 0, 1), (Kind.TEXT, "乙", 0, 2)]),
        ("甲<br>乙", [(Kind.TEXT, "甲", 0, 1), (Kind.TEXT, "乙", 0, 1)]),
        ("> 说明", [(Kind.TEXT, "说明", 1, 1)]),
        ("甲\n\n    乙\n    丙", [(Kind.TEXT, "甲", 0, 1), (Kind.TEXT, "乙", 0, 3), (Kind.TEXT, "丙", 0, 4)]),
        ("```\n甲\n```", [(Kind.TEXT, "甲", 0, 2)]),
        ("**甲**、`乙`、[丙](x.md)", [(Kind.TEXT, "甲、乙、丙", 0, 1)]),
        ("", []),
    ],
)
def test_layout(text: str, expected: list[tuple[Kind, str, int, int]]) -> None:
    assert [(b.kind, b.text, b.level, b.source.line) for b in _blocks(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: 会计\nowner: HR\n---\n",
        "<!-- 待补：下属 -->\n",
        "<!--\n待补\n-->\n",
        "~~已停用的职责~~\n",
        "<div>框</div>\n",
        "***\n",
    ],
)
def test_what_is_no_content(text: str) -> None:
    assert [b.text for b in _blocks(text + "\n正文")] == ["正文"]


def test_front_matter_does_not_move_lines() -> None:
    (block,) = _blocks("---\r\ntitle: 会计\r\n---\r\n\r\n正文")
    assert (block.text, block.source.line) == ("正文", 5)


def test_words_struck_out_are_gone() -> None:
    (block,) = _blocks("- 审批~~采购~~付款")
    assert block.text == "审批付款"


@pytest.mark.parametrize(
    "table",
    [
        "| 岗位 | 会计 |\n| --- | --- |\n| 编制 | 2 人 |",
        "岗位 | 会计\n--- | ---\n编制 | 2 人",
        "|岗位|会计|\n|:--|:-:|\n|编制|2 人|",
    ],
)
def test_tables(table: str) -> None:
    rows = _blocks(table)
    assert [row.cells for row in rows] == [("岗位", "会计"), ("编制", "2 人")]
    assert [row.source.line for row in rows] == [1, 3]
    assert {row.kind for row in rows} == {Kind.ROW}
    assert rows[1].quote == table.split("\n")[2]


def test_cells_keep_their_breaks_and_blanks() -> None:
    _, row, blank = _blocks("| 甲 | 乙 |\n|--|--|\n| 内部：产品部<br>外部：**客户** | |\n| 丙 |")
    assert row.cells == ("内部：产品部\n外部：客户", "")
    assert blank.cells == ("丙", "")


def test_tables_are_counted() -> None:
    text = "| 甲 | 乙 |\n|--|--|\n\n中间\n\n| 丙 | 丁 |\n|--|--|\n"
    assert [b.table for b in _blocks(text)] == [1, 0, 2]


@pytest.mark.parametrize(
    ("text", "strong"),
    [
        ("- **预算管理**：编制预算", "预算管理"),
        ("**人事**", "人事"),
        ("- 编制**年度**预算", ""),
        ("- 编制预算", ""),
    ],
)
def test_bold_beginnings(text: str, strong: str) -> None:
    assert _blocks(text)[0].strong == strong


def test_numbers_of_items() -> None:
    assert [b.number for b in _blocks("3. 甲\n4. 乙\n\n- 丙")] == [3, 4, None]


def test_a_wrapped_item_goes_on() -> None:
    item, wrapped, after = _blocks("- 审批采购，\n  超出的上报\n\n正文")
    assert (item.continues, wrapped.continues, after.continues) == (False, True, False)


def test_a_break_in_an_item_starts_a_line_of_its_own() -> None:
    item, second = _blocks("- 内部：产品部<br>外部：客户")
    assert (second.text, second.continues, second.source.line) == ("外部：客户", False, item.source.line)


def test_tables_in_html() -> None:
    blocks = _blocks(
        "# 分工\n\n<table>\n<tr><th><div>职务</div></th><th>职责</th></tr>\n\n<tr>\n<td> 司库 </td>\n"
        "<td>1. 收款\n2. 付款</td>\n</tr>\n<td>秘书</td><td>记录</td>\n</table>\n\n<div>页脚</div>\n\n完\n"
    )
    rows = [(block.cells, block.source.line) for block in blocks if block.kind is Kind.ROW]
    assert rows == [
        (("职务", "职责"), 4),
        (("司库", "1. 收款 2. 付款"), 7),
        (("秘书", "记录"), 11),
    ]
    assert [block.text for block in blocks if block.kind is not Kind.ROW] == ["分工", "完"]
