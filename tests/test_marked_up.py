"""Descriptions in Markdown under headings of many schemes, drawn by a seed, and single schemes."""

import pytest

from knowledge.documents.markdown import read_markdown
from knowledge.roles.job_description import read_roles
from knowledge.roles.labels import Field
from tests.marked_up import MarkedUp, faults


@pytest.mark.parametrize("seed", range(80))
def test_a_drawn_description_is_read_as_it_is_written(seed: int) -> None:
    paper = MarkedUp(seed)
    assert not faults(paper), paper.text


@pytest.mark.parametrize(
    "heading",
    [
        "岗位：迎宾",
        "岗位名称：迎宾（门迎）",
        "【迎宾】",
        "【岗位】迎宾",
        "岗位二：迎宾",
        "二、岗位：迎宾",
        "职位（2）：迎宾",
    ],
)
def test_a_heading_with_a_label_names_the_post(heading: str) -> None:
    text = f"# 前厅部\n\n## {heading}\n\n直接上级：领班\n\n### 职责\n\n- 引领客人\n- 登记预订\n"
    (role,) = read_roles(read_markdown("a.md", text)).roles
    assert (role.name, role.superiors) == ("迎宾", ("领班",))
    assert [duty.title.text for duty in role.duties] == ["引领客人", "登记预订"]


def test_a_line_that_sums_up_a_post() -> None:
    text = "## 领班\n- 上级：经理\n\n> 一句话：管好大堂。\n\n### 职责\n- 排班\n- 查岗\n"
    (role,) = read_roles(read_markdown("a.md", text)).roles
    assert role.text(Field.SUMMARY) == "管好大堂"


def test_partners_inside_and_outside() -> None:
    text = "## 领班\n- 上级：经理\n\n### 打交道的人\n- 公司里：采购员、会计\n- 公司外：旅行社\n"
    (role,) = read_roles(read_markdown("a.md", text)).roles
    assert [[item.text for item in listing.items] for listing in role.collaboration] == [
        ["采购员", "会计"],
        ["旅行社"],
    ]
