"""The department that only the title of a document names."""

import pytest

from knowledge.documents.plain import read_plain
from knowledge.roles.job_description import read_roles

_POSTS = (
    "\n\n药师职责\n1．在组长的领导下进行工作。\n2．审核处方。\n\n"
    "库管员职责\n1．在组长领导下工作。\n2．验收药品。\n"
)


@pytest.mark.parametrize(
    ("title", "department"),
    [
        ("药剂科各级人员职责", "药剂科"),
        ("安宁县中医院药剂科岗位职责（2022年版）", "药剂科"),
        ("清溪中学总务处岗位职责", "总务处"),
        ("综采一队岗位责任制", "综采一队"),
        ("西湖医院体检中心岗位职责", "体检中心"),
        ("阳光养老服务中心岗位职责", ""),  # may be the organization itself
        ("安宁县中医院岗位职责", ""),
        ("岗位职责汇编", ""),
    ],
)
def test_the_department_of_a_title(title: str, department: str) -> None:
    roles = read_roles(read_plain("a", title + _POSTS)).roles
    assert [role.name for role in roles] == ["药师", "库管员"]
    assert {role.department for role in roles} == {department}


def test_no_department_where_one_is_stated() -> None:
    text = "药剂科岗位职责" + _POSTS + "\n司机职责\n所属部门：总务科\n1．出车。\n2．保养车辆。\n"
    roles = read_roles(read_plain("a", text)).roles
    assert {role.name: role.department for role in roles} == {"药师": "", "库管员": "", "司机": "总务科"}


def test_the_head_of_the_department_says_no_other() -> None:
    text = "药剂科岗位职责\n\n药剂科主任职责\n1．主持药剂科工作。\n2．审批药品采购计划。\n" + _POSTS
    roles = read_roles(read_plain("a", text)).roles
    assert {role.name: role.department for role in roles} == {
        "药剂科主任": "药剂科",
        "药师": "药剂科",
        "库管员": "药剂科",
    }
