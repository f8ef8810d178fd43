"""Reporting lines that sentences outside a post's description state with its name."""

import pytest

from knowledge.documents.markdown import read_markdown
from knowledge.documents.plain import read_plain
from knowledge.roles.job_description import read_roles

_POSTS = (
    "一、社长职责\n（一）主持全社工作；\n（二）签发报纸。\n"
    "二、总编辑职责\n（一）审定版面；\n（二）组织采访。\n"
)


@pytest.mark.parametrize(
    ("sentence", "superiors"),
    [
        ("报社由社长主持工作，总编辑向社长负责。", ("社长",)),
        ("总编辑受社长领导。", ("社长",)),
        ("总编辑在社长的领导下开展工作。", ("社长",)),
        ("总编辑归社长管理。", ("社长",)),
        ("副总编辑向社长负责。", ()),
        ("总编辑向读者负责。", ()),
        ("记者向总编辑负责。", ()),
    ],
)
def test_a_line_told_elsewhere(sentence: str, superiors: tuple[str, ...]) -> None:
    roles = read_roles(read_plain("报社", f"第一章 总则\n第一条 {sentence}\n第二章 职责\n{_POSTS}")).roles
    assert {role.name: role.superiors for role in roles}["总编辑"] == superiors


def test_the_description_of_a_post_goes_first() -> None:
    text = f"第一章 总则\n第一条 总编辑向社长负责。\n第二章 职责\n{_POSTS}（三）在党委书记领导下工作。\n"
    roles = read_roles(read_plain("报社", text)).roles
    assert {role.name: role.superiors for role in roles}["总编辑"] == ("党委书记",)


def test_a_rank_that_two_departments_have() -> None:
    text = (
        "# 职责\n\n## 一、工程部\n\n工程部设经理1名、施工员3名，经理对生产副总负责。\n\n"
        "### （一）经理\n\n1. 审批方案\n2. 调配机械\n\n"
        "## 二、经营部\n\n经营部设经理1名、预算员2名，经理对经营副总负责，预算员由经理领导。\n\n"
        "### （一）经理\n\n1. 组织投标\n2. 催收工程款\n\n### （二）预算员\n\n1. 编制预算\n2. 核对工程量\n"
    )
    roles = {role.name: role for role in read_roles(read_markdown("手册.md", text)).roles}
    assert roles["工程部经理"].superiors == ("生产副总",)
    assert roles["经营部经理"].superiors == ("经营副总",)
