"""Reporting lines that sentences outside a post's description state with its name."""

import pytest

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
