"""Charts: trees and nested lists that draw who stands below whom."""

import pytest

from knowledge.documents.markdown import read_markdown
from knowledge.documents.plain import read_plain
from knowledge.documents.tree import tree_items
from knowledge.roles.job_description import read_roles
from knowledge.roles.labels import Field
from knowledge.roles.reading import Reading


def _lines(reading: Reading) -> dict[str, tuple[tuple[str, ...], str | None]]:
    every = (*reading.roles, *reading.mentioned)
    return {role.name: (role.superiors, role.text(Field.HEADCOUNT)) for role in every}


_TREE = """旅行社组织架构

总经理（1人）
├─ 业务副总经理（1人）
│   ├─ 计调经理
│   │   └─ 国内计调（4人）
│   └─ 销售经理（1人）
└─ 财务经理
    └─ 出纳（1人）
"""
_DRAWN = {
    "总经理": ((), "1人"),
    "业务副总经理": (("总经理",), "1人"),
    "计调经理": (("业务副总经理",), None),
    "国内计调": (("计调经理",), "4人"),
    "销售经理": (("业务副总经理",), "1人"),
    "财务经理": (("总经理",), None),
    "出纳": (("财务经理",), "1人"),
}


@pytest.mark.parametrize(
    "tree",
    [
        _TREE,
        _TREE.replace("├─", "+--").replace("└─", "`--").replace("│", "|"),
        _TREE.replace("│   ├─", "│\n│   ├─"),
        _TREE.replace("─ ", "── "),
    ],
)
def test_a_tree(tree: str) -> None:
    assert _lines(read_roles(read_plain("a.txt", tree))) == _DRAWN


def test_in_markdown() -> None:
    fenced = _TREE.replace("\n\n", "\n\n```\n") + "```\n"
    assert _lines(read_roles(read_markdown("a.md", f"# {fenced}"))) == _DRAWN
    nested = "## 组织架构\n\n- 总经理\n  - 财务经理\n    - 出纳（2人）\n  - 行政部\n    - 行政经理\n"
    reading = read_roles(read_markdown("a.md", nested))
    assert _lines(reading) == {
        "总经理": ((), None),
        "财务经理": (("总经理",), None),
        "出纳": (("财务经理",), "2人"),
        "行政经理": ((), None),
    }
    assert [role.department for role in reading.mentioned][-1] == "行政部"


def test_descriptions_below_a_tree() -> None:
    text = f"{_TREE}\n二、岗位分工\n\n1. 计调经理\n(1) 采购资源\n\n2. 国内计调\n(1) 做单\n(2) 对账\n"
    reading = read_roles(read_plain("a.txt", text))
    said = [(role.name, role.superiors, len(role.duties)) for role in reading.roles]
    assert said == [("计调经理", ("业务副总经理",), 1), ("国内计调", ("计调经理",), 2)]
    superior = reading.roles[1].facts[Field.SUPERIOR]
    assert superior.quote == "│   ├─ 计调经理\n│   │   └─ 国内计调（4人）"


def test_what_a_description_says_counts_first() -> None:
    text = f"{_TREE}\n出纳岗位职责\n直接上级：总经理\n岗位职责：\n1、收付款\n"
    reading = read_roles(read_plain("a.txt", text))
    assert reading.roles[0].superiors == ("总经理",)


@pytest.mark.parametrize(
    "text",
    [
        "文件目录\n\n制度\n├─ 考勤制度\n├─ 报销制度\n│   └─ 差旅报销\n└─ 印章制度\n",
        "产品线\n\n软件\n├─ 客户端\n│   └─ 安卓\n└─ 服务端\n",
    ],
)
def test_other_trees_draw_no_posts(text: str) -> None:
    assert not _lines(read_roles(read_plain("a.txt", text)))


def test_other_nested_lists_draw_no_lines() -> None:
    text = "# 店长\n\n## 协作关系\n\n- 总经理\n  - 财务经理\n  - 出纳\n"
    reading = read_roles(read_markdown("a.md", text))
    assert not any(role.superiors for role in (*reading.roles, *reading.mentioned))


@pytest.mark.parametrize("lines", [["a", "b"], ["├─ one"], ["- a", "  - b"], ["| a | b |", "|---|---|"]])
def test_no_tree(lines: list[str]) -> None:
    assert tree_items(lines) == {}
