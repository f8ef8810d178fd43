"""Departments as documents describe them, and who leads the one that somebody is in."""

from pathlib import Path

import pytest

from bot.conversation import Conversations
from knowledge import Handbook

_TITLED = """客服部部门职能与岗位说明书
一、部门职能
客服部是全公司对外服务的窗口，负责受理来电、回访和纠纷调解。
1、来电受理：接听并登记来电；
2、客户回访：每月回访一次；
3、纠纷调解：协调处理争议。
二、岗位说明书
"""
_FORM = """
客服部经理岗位说明书
岗位名称：客服部经理
所属部门：客服部
直接上级：总经理
直接下级：话务员
岗位职责：
1、审批排班表
2、主持部门例会
岗位权限
财务权限：-
业务权限：
1、补偿方案的决定权
"""
_FLAT = (
    "运维部职责概述职责概述保障机房不断电。一级职能二级职能1. 巡检管理(1) 每日巡检。2. 备件管理(1) 保管备件。"
    "3. 新增事项培训部职责概述职责概述组织全员培训。"
    "一级职能二级职能1. 课程管理(1) 编排课程。2. 讲师管理(1) 聘请讲师。"
    "运维部主任岗位说明书岗位名称运维部主任所在部门运维部直接上级总经理直接下级运维员"
    "主要职责与工作任务职责一职责表述主持运维部工作工作任务1、安排值班。2、检查机房。"
    "培训部主任岗位说明书岗位名称培训部主任所在部门培训部直接上级总经理直接下级培训员"
    "主要职责与工作任务职责一职责表述主持培训部工作工作任务1、拟定课表。2、考核学员。"
)
_RULES = """
# 报销审批规定
| 事项 | 金额 | 审核 | 审批 |
|---|---|---|---|
| 费用报销 | 500元以内（含） | 直接上级 | 部门经理 |
"""


def _loaded(folder: Path, **texts: str) -> Handbook:
    for name, text in texts.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return Handbook.load([str(folder)])


def test_a_title_over_functions_and_posts_names_the_department(tmp_path: Path) -> None:
    organization = _loaded(tmp_path, a_txt=_TITLED + _FORM).organization
    department = organization.departments["客服部"]
    assert [f.title.text[:4] for f in department.functions] == ["来电受理", "客户回访", "纠纷调解"]
    assert department.overview is not None
    assert department.overview.text.startswith("客服部是全公司对外服务的窗口")


def test_a_second_department_begins_inside_flattened_text(tmp_path: Path) -> None:
    departments = _loaded(tmp_path, a_txt=_FLAT).organization.departments
    titles = {name: [f.title.text for f in d.functions] for name, d in departments.items()}
    assert titles == {"运维部": ["巡检管理", "备件管理", "新增事项"], "培训部": ["课程管理", "讲师管理"]}


@pytest.mark.parametrize(
    ("asked", "status", "has"),
    [
        ("客服部经理的财务权限有哪些", "answered", "-"),
        ("客服部经理的业务权限有哪些", "answered", "补偿方案"),
        ("客服部经理的人事权限有哪些", "not_found", ""),
    ],
)
def test_a_kind_of_rights_that_is_none_is_told_and_another_is_no_answer(
    tmp_path: Path, asked: str, status: str, has: str
) -> None:
    answer = Conversations(_loaded(tmp_path, a_txt=_FORM)).ask("u", asked)
    assert answer.status == status, answer.says
    assert not has or any(has in e.passage.quote for e in answer.evidence)


def test_the_head_of_the_department_is_the_one_above_who_asks(tmp_path: Path) -> None:
    talk = Conversations(_loaded(tmp_path, a_txt=_FORM, b_md=_RULES))
    answer = talk.ask("u", "我是话务员，报销180元要经过哪些人")
    assert "客服部经理" in answer.roles, answer.says
    assert "部门经理" not in answer.roles


_BRANCH = """# 第一章 总则
分行设营业部、信贷部两个部门。副行长对行长负责，分管营业部；营业部定员9人，其中营业部经理1人、柜员8人。

# 第二章 部门职能
营业部负责柜面业务、现金管理和客户接待。

# 第三章 岗位
## 营业部经理岗位说明书
汇报关系：营业部经理对副行长负责，直接下级为柜员、大堂经理。
岗位职责：
1. 检查柜面服务，拟定排班方案报副行长批准。
2. 组织旧设备的清点和变卖，变卖方案报行长批准。
## 柜员岗位说明书
汇报关系：在营业部经理的直接领导下开展工作，无下级。
岗位职责：
1. 办理存取款。
"""


def test_relations_told_in_sentences_are_no_names(tmp_path: Path) -> None:
    organization = _loaded(tmp_path, a_md=_BRANCH).organization
    superiors = {n: [x.superior for x in organization.superiors(n)] for n in organization.roles}
    assert superiors == {
        "营业部经理": ["副行长"],
        "柜员": ["营业部经理"],
        "大堂经理": ["营业部经理"],
        "副行长": ["行长"],
        "行长": [],
    }


@pytest.mark.parametrize(
    ("asked", "roles", "has"),
    [
        ("柜员往上到行长依次是谁", ("营业部经理", "副行长", "行长"), ""),
        ("营业部有多少人", (), "定员9人"),
        ("营业部的职能是什么", (), "负责柜面业务"),
        ("旧设备的变卖方案谁批准", ("行长",), "变卖方案报行长批准"),
        ("排班方案由谁批准", ("副行长",), "报副行长批准"),
    ],
)
def test_what_a_branch_is_asked(tmp_path: Path, asked: str, roles: tuple[str, ...], has: str) -> None:
    answer = Conversations(_loaded(tmp_path, a_md=_BRANCH)).ask("u", asked)
    assert answer.status == "answered", answer.says
    assert answer.roles == roles
    assert any(has in e.passage.quote for e in answer.evidence)


_CULTURE = """群众艺术馆岗位职责
本馆设馆长1名、副馆长2名。内设活动部、典藏部两个部室。
活动部设主任1名、舞蹈辅导干部3名、典藏管理员2名。

一、馆长岗位职责
1．主持全馆工作。

二、业务副馆长岗位职责
1．在馆长领导下，分管活动部。

三、行政副馆长岗位职责
1．在馆长领导下，分管典藏部。

四、活动部主任岗位职责
1．在业务副馆长领导下，主持活动部工作。

五、舞蹈辅导干部岗位职责
1．在活动部主任领导下，承担舞蹈辅导。

六、典藏管理员岗位职责
1．在活动部主任领导下，保管藏品。

七、请假制度
请假1天以内（含1天）的，由部室主任批准；1天以上的，经部室主任签署意见后，由分管副馆长批准。
"""


@pytest.mark.parametrize(
    ("asked", "roles"),
    [
        ("舞蹈辅导干部的上级是谁", ("活动部主任",)),
        ("从舞蹈辅导干部一级一级往上到馆长，都是谁领导", ("活动部主任", "业务副馆长", "馆长")),
        ("我是舞蹈辅导干部，请3天假要找谁签", ("活动部主任", "业务副馆长")),
    ],
)
def test_what_a_public_house_is_asked(tmp_path: Path, asked: str, roles: tuple[str, ...]) -> None:
    answer = Conversations(_loaded(tmp_path, a_txt=_CULTURE)).ask("u", asked)
    assert answer.roles == roles, answer.says


def test_a_short_name_of_two_posts_asks_back(tmp_path: Path) -> None:
    answer = Conversations(_loaded(tmp_path, a_txt=_CULTURE)).ask("u", "副馆长的职责是什么")
    assert answer.status == "ambiguous"
    assert len(answer.options) == 2


def test_a_post_that_is_counted_has_its_number(tmp_path: Path) -> None:
    answer = Conversations(_loaded(tmp_path, a_txt=_CULTURE)).ask("u", "典藏管理员几个人")
    assert any("典藏管理员2名" in e.passage.quote for e in answer.evidence), answer.says


_SHOP = """展销部经理岗位说明书
直接上级：总监
直接下级：展台主管
岗位职责：
1、审核报价单，报定价委员会审批
2、审批部门费用支出

展台主管岗位说明书
直接上级：展销部经理
岗位职责：
1、编制布展方案，提交部门经理审核
2、联系搬运部清场
协作关系
内部：搬运部
"""


@pytest.mark.parametrize(
    ("asked", "status", "roles"),
    [
        ("布展方案做好以后由谁把关审核", "answered", ("展销部经理",)),
        ("报价单最后由谁拍板审批", "answered", ("定价委员会",)),
        ("搬运部的经理负责什么", "not_found", ()),
        ("展销部经理能不能自己批5万块的采购", "not_found", ()),
    ],
)
def test_who_is_meant_in_a_shop(tmp_path: Path, asked: str, status: str, roles: tuple[str, ...]) -> None:
    answer = Conversations(_loaded(tmp_path, a_txt=_SHOP)).ask("u", asked)
    assert (answer.status, answer.roles) == (status, roles), answer.says


@pytest.mark.parametrize(
    "functions", ["部门职能：组织采购；管理供应商。", "部门职能：\n\n- 组织采购\n- 管理供应商"]
)
@pytest.mark.parametrize(
    "form", ["| 汇报对象 | 副总 |\n|---|---|\n| 定编 | 1人 |", "汇报对象：副总\n\n定编：1人"]
)
def test_a_post_below_the_functions_is_none_of_them(tmp_path: Path, functions: str, form: str) -> None:
    post = f"## 采购经理\n\n{form}\n\n岗位职责：\n\n- 编制采购计划\n- 审核采购订单\n"
    path = tmp_path / "岗位职责.md"
    path.write_text(f"# 一、采购部\n\n{functions}\n\n{post}", "utf-8")
    organization = Handbook.load([path]).organization
    assert organization.role("采购经理").described
    assert len(organization.role("采购经理").duties) == 2
    assert [line.superior for line in organization.superiors("采购经理")] == ["副总"]
