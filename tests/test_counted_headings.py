"""Numbered prose whose labels have the name of the post before them."""

from pathlib import Path

import pytest

from knowledge import Handbook
from knowledge.organization import Organization

_PROSE = """温泉度假村岗位职责汇编

一、部门职能
（一）客房部
客房部在副总经理领导下，负责客房的清洁与接待。
1.清洁管理
（1）制定客房清洁标准；
（2）抽查客房卫生。
2.布草管理
（1）每月盘点布草。

二、各岗位职责
（一）客房经理（以下简称房务经理）
1.客房经理在营运副总经理的领导下主持客房部工作。设客房经理1名。
2.客房经理直接管理楼层领班和布草管理员。
3.客房经理的职责：
（1）编制客房预算，报营运副总批准；
（2）审批楼层领班拟定的排班表；
（3）
4.客房经理的权限：
（1）单笔500元以内（含）物料费用的审批权，超出的报营运副总批准；
（2）楼层领班的考核权；
（3）客房停用的决定权。
5.客房经理对外联系布草供应商和消防部门，对内与前厅部协作。
（二）楼层领班
1.楼层领班对客房经理负责，管理服务员。每层设楼层领班2名。
2.楼层领班的职责：
（1）拟定排班表；
（2）检查客房卫生；
（3）处理客人遗失物品，超过24小时的报房务经理。
3.楼层领班的权限：
（1）服务员的工作分配权。
楼层领班无费用审批权。
（三）服务员
1.服务员在楼层领班领导下工作。
2.服务员的职责：
（1）清扫客房；
（2）补充客用品。

三、专项规定
（一）旺季调价
旺季房价由客房经理拟定，报营运副总经理批准。
"""


@pytest.fixture(scope="module")
def resort(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    path = tmp_path_factory.mktemp("resort") / "汇编.txt"
    Path(path).write_text(_PROSE, encoding="utf-8")
    return Handbook.load([path])


@pytest.fixture(scope="module")
def organization(resort: Handbook) -> Organization:
    return resort.organization


def test_posts_and_departments(organization: Organization) -> None:
    assert [role.name for role in organization.described()] == ["客房经理", "楼层领班", "服务员"]
    assert organization.role("客房经理").aliases == ("房务经理",)
    department = organization.departments["客房部"]
    assert [(f.title.text, len(f.tasks)) for f in department.functions] == [("清洁管理", 2), ("布草管理", 1)]


@pytest.mark.parametrize(
    ("role", "duties", "rights", "partners"),
    [
        ("客房经理", "审批楼层领班拟定的排班表", 3, ["布草供应商", "消防部门", "前厅部"]),
        ("楼层领班", "检查客房卫生", 2, []),
        ("服务员", "补充客用品", 0, []),
    ],
)
def test_a_description(
    organization: Organization, role: str, duties: str, rights: int, partners: list[str]
) -> None:
    found = organization.role(role)
    assert duties in [duty.title.text for duty in found.duties if duty.title]
    assert sum(len(listing.items) for listing in found.authorities) == rights
    assert sorted(i.text for listing in found.collaboration for i in listing.items) == sorted(partners)


@pytest.mark.parametrize(
    ("question", "roles"),
    [
        ("房务经理的下级是谁", ["楼层领班", "布草管理员"]),
        ("客房预算谁批准", ["营运副总经理"]),
        ("旺季房价谁批准", ["营运副总经理"]),
        ("物料费用800元谁审批", ["营运副总经理"]),
        ("服务员上级的上级是谁", ["客房经理"]),
    ],
)
def test_answers(resort: Handbook, question: str, roles: list[str]) -> None:
    assert sorted(resort.ask(question)[0].roles) == sorted(roles)


def test_a_right_that_is_denied(resort: Handbook) -> None:
    assert resort.ask("楼层领班有费用审批权吗")[0].verdict is False
