"""Documents that decimals count throughout: 3 / 3.1 / 3.1.1."""

import pytest

from knowledge.documents.plain import read_plain
from knowledge.roles.job_description import read_roles
from knowledge.roles.labels import Field
from knowledge.roles.role import Role


def _roles(text: str, name: str = "标准.txt") -> dict[str, Role]:
    return {role.name: role for role in read_roles(read_plain(name, text)).roles}


def _said(role: Role) -> tuple[list[str], list[str], list[str]]:
    rights = [item.text for listing in role.authorities for item in listing.items]
    partners = [item.text for listing in role.collaboration for item in listing.items]
    return [duty.title.text for duty in role.duties], rights, partners


_HEAD = "甲公司标准\n印刷与装订岗位规范\n1 范围\n1.1 本标准适用于各车间。\n1.1.1 另有规定的除外。\n"
# Two posts each: how the title of the second and its short fields are written.
_FORMS = {
    "colons": (
        "3 装订组长岗位规范",
        "3.1 概况\n3.1.1 所属部门：装订车间\n3.1.2 直接上级：车间主任\n3.1.3 定员：2人",
    ),
    "blanks": (
        "3 装订组长岗位",
        "3.1 概况\n3.1.1 所属部门 装订车间\n3.1.2 直接上级 车间主任\n3.1.3 定员 2人",
    ),
    "in one line": (
        "3 装订组长",
        "3.1 概况\n3.1.1 所属部门 装订车间    3.1.2 直接上级 车间主任  3.1.3 定员 2人",
    ),
    "below": (
        "3 装订组长工作标准",
        "3.1 概况\n3.1.1 所属部门\n装订车间\n3.1.2 直接上级\n车间主任\n3.1.3 定员\n2人",
    ),
    "number twice": (
        "3 装订组长岗位职责",
        "3.1 概况\n3.1.1 所属部门：装订车间\n3.1.1 直接上级：车间主任\n3.1.2 定员：2人",
    ),
}


@pytest.mark.parametrize("form", _FORMS.values(), ids=_FORMS)
def test_posts_with_their_fields(form: tuple[str, str]) -> None:
    title, fields = form
    roles = _roles(
        f"{_HEAD}2 制版员岗位规范\n2.1 概况\n2.1.1 所属部门：印前室\n"
        "2.1.2 直接上级：印前室主任\n2.2 职责\n2.2.1 制版。\n2.2.2 校样。\n"
        f"{title}\n{fields}\n3.2 职责\n3.2.1 排产管理\n3.2.1.1 编制周计划，核对\n纸张；\n"
        "3.2.1.2 安排班次。\n3.2.2 检查质量。\n"
        "3.3 权限\n3.3.1 调班的决定权。\n3.4 联系\n3.4.1 印前室\n4 记录\n4.1 记录保存三年。\n"
    )
    assert set(roles) == {"制版员", "装订组长"}
    role = roles["装订组长"]
    assert role.facts[Field.DEPARTMENT].text == "装订车间"
    assert role.superiors == ("车间主任",)
    assert role.facts[Field.HEADCOUNT].text == "2人"
    assert _said(role) == (["排产管理", "检查质量"], ["调班的决定权"], ["印前室"])
    assert [task.text for task in role.duties[0].tasks] == ["编制周计划，核对纸张", "安排班次"]
    assert _said(roles["制版员"])[0] == ["制版", "校样"]


def test_posts_below_the_heading_of_their_group() -> None:
    form = "{0}.1 职责\n{0}.1.1 巡查。\n{0}.1.2 记录。\n{0}.2 权限\n{0}.2.1 停机的决定权。\n"
    roles = _roles(
        "1 总则\n1.1 本标准适用于本站。\n2 运行岗位\n2.1 值班长工作标准\n"
        f"{form.format('2.1')}2.2 巡线工工作标准\n{form.format('2.2')}"
        f"3 检修岗位\n3.1 检修班长工作标准\n{form.format('3.1')}"
    )
    assert set(roles) == {"值班长", "巡线工", "检修班长"}
    assert all(_said(role) == (["巡查", "记录"], ["停机的决定权"], []) for role in roles.values())


def test_a_list_of_its_own_inside_a_chapter() -> None:
    roles = _roles(
        "1. 目的\n1.1. 明确职责。\n2. 店长\n2.1. 职责\n1. 订货；\n2. 排班；\n3. 盘点。\n"
        "2.2. 权限\n2.2.1. 调班的决定权。\n"
        "3. 收银员\n3.1. 职责\n3.1.1. 收款。\n3.1.2. 对账。\n3.2. 权限\n3.2.1. 拒收假币的权利。\n"
    )
    assert _said(roles["店长"])[:2] == (["订货", "排班", "盘点"], ["调班的决定权"])
    assert _said(roles["收银员"])[:2] == (["收款", "对账"], ["拒收假币的权利"])


def test_the_standard_of_one_post() -> None:
    roles = _roles(
        "司炉工岗位工作标准\n1 范围\n1.1 适用于锅炉房。\n2 基本要求\n2.1 所属部门：动力车间\n"
        "2.2 直接上级：动力主任\n"
        "3 工作职责\n3.1 运行\n3.1.1 巡检。\n3.1.2 记录。\n4 权限\n4.1 紧急停炉的决定权。\n"
        "5 工作联系\n5.1 调度室\n"
        "6 检查与考核\n6.1 由企管部检查。\n",
        "其他.txt",
    )
    assert list(roles) == ["司炉工"]
    assert _said(roles["司炉工"]) == (["运行"], ["紧急停炉的决定权"], ["调度室"])
    assert roles["司炉工"].superiors == ("动力主任",)


@pytest.mark.parametrize("mark", ["、", "，"])
def test_a_name_below_a_line_that_cannot_end_is_no_post(mark: str) -> None:
    roles = _roles(
        f"岗位名称：站长\n直接下级：抢修班长、检漏班长{mark}\n阀门管理员\n定员：1人\n职责：\n"
        "1、排班；\n2、巡查。\n"
    )
    assert list(roles) == ["站长"]
    assert roles["站长"].subordinates == ("抢修班长", "检漏班长", "阀门管理员")
    assert roles["站长"].facts[Field.HEADCOUNT].text == "1人"


@pytest.mark.parametrize("label", ["岗位说明", "岗位概述", "岗位目的"])
@pytest.mark.parametrize(
    "fields",
    [
        "2.1  岗位名称：\n     烘干班班长\n2.2  直接上级：粮库主任    2.3  下属岗位：烘干工",
        "2.1  岗位名称：烘干班班长\n2.2  直接上级：粮库主任    2.3  下属岗位：烘干工",
        "2.1  岗位名称\n烘干班班长\n2.2  直接上级：粮库主任\n2.3  下属岗位：烘干工",
    ],
)
def test_fields_set_in_with_blanks_are_no_table(fields: str, label: str) -> None:
    text = f"""某粮库岗位职责
1  保管员
1.1  岗位名称：保管员
1.2  直接上级：粮库主任
1.3  下属岗位：无
1.4  {label}：保证入库粮食不发热、不生虫。
1.5  主要职责
1.5.1  测量粮温；
1.5.2  通风散热。
2  烘干班班长
{fields}
2.4  {label}：让潮粮当天烘干、当天入库。
2.5  主要职责
2.5.1  安排班内轮值；
2.5.2  调整炉温。
2.6  职权
2.6.1  班内工作的安排权；
2.6.2  停炉的决定权。
"""
    roles = _roles(text)
    assert set(roles) == {"保管员", "烘干班班长"}
    role = roles["烘干班班长"]
    assert (role.superiors, role.subordinates) == (("粮库主任",), ("烘干工",))
    assert role.text(Field.SUMMARY) == "让潮粮当天烘干、当天入库"
    assert _said(role)[:2] == (["安排班内轮值", "调整炉温"], ["班内工作的安排权", "停炉的决定权"])
