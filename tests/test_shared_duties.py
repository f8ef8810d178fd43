"""What every post has to do, beside the descriptions of posts."""

import pytest

from knowledge.documents.markdown import read_markdown
from knowledge.documents.plain import read_plain
from knowledge.roles.job_description import read_roles
from knowledge.roles.reading import Reading
from knowledge.roles.shared_duties import is_shared

_PLAIN = (
    "报社编辑部岗位职责\n\n总编：\n1、主持编辑部工作。\n2、签发大样。\n副总编：\n1、协助总编审稿。\n2、对总编辑负责。\n"
    "通用职责：\n1、遵守保密规定。\n2、参加编前会。\n"
)
_MARKED = (
    "# 客房部岗位职责\n\n## 经理\n* 直属上司：总经理\n* 职责：\n  * 制定预算\n\n"
    "## 领班\n* 直属上司：经理\n* 职责：\n  * 检查客房\n\n"
    "## 共同职责\n* 遵守保密规定\n* 参加编前会\n"
)


@pytest.mark.parametrize(
    "reading", [read_roles(read_plain("a", _PLAIN)), read_roles(read_markdown("a", _MARKED))]
)
def test_told_of_each_post(reading: Reading) -> None:
    assert len(reading.roles) == 2
    for role in reading.roles:
        told = [item.text for listing in role.others for item in listing.items]
        assert told[-2:] == ["遵守保密规定", "参加编前会"]
        assert not {"遵守保密规定", "参加编前会"} & {duty.title.text for duty in role.duties}


@pytest.mark.parametrize(
    ("heading", "shared"),
    [
        ("四、共同职责", True),
        ("通用职责：", True),
        ("各岗位共同职责", True),
        ("以上岗位的共同要求", True),
        ("全体员工守则", True),
        ("主要职责", False),
        ("公共关系职责", False),
        ("岗位职责", False),
    ],
)
def test_headings(heading: str, shared: bool) -> None:
    assert is_shared(heading) is shared
