"""Questions that name a role or an asker: relations, limits, verdicts, what comes next, what follows on."""

from pathlib import Path

import pytest

from bot.replies import reply_object
from knowledge import Handbook
from knowledge.questions.context import Context

_ROLES = """软件外包公司岗位说明书

岗位名称：总经理
所属部门：总经办
直接上级：无
直接下级：交付总监
岗位编制：1人
岗位职责：
1、主持公司经营
岗位权限：
1、审批5人天以上的客户走访

岗位名称：交付总监
所属部门：交付部
直接上级：总经理
直接下级：项目经理、测试部经理
岗位编制：1人
岗位职责：
1、统筹项目交付
（1）分配项目资源
岗位权限：
1、审批3人天以上的需求变更
2、审批20小时以上的工程师加班
3、测试方案的审批权
4、批准页面设计稿
5、审批800元以上的客户招待
6、组织供应商评审
7、审批10次以上的环境重置

岗位名称：项目经理
所属部门：交付部
直接上级：交付总监
直接下级：需求分析师、后端开发工程师
岗位编制：4人
岗位职责：
1、管理项目进度
（1）更新里程碑计划
2、管理客户期望
（1）提交周报
岗位权限：
1、需求变更在3人天以内的由本岗位审批，超出部分报交付总监审批
2、不超过20小时的工程师加班自行决定
3、单笔800元以内、每月2次以内的客户招待由本岗位批准，超过的报交付总监
4、审核页面设计稿
5、决定技术选型

岗位名称：需求分析师
所属部门：交付部
直接上级：项目经理
直接下级：无
岗位编制：2人
岗位职责：
1、整理用户需求
岗位权限：
1、拟定页面设计稿，报项目经理审核

岗位名称：后端开发工程师
所属部门：交付部
直接上级：项目经理
直接下级：无
岗位编制：8人
岗位职责：
1、编写服务端代码
岗位权限：
1、对技术选型的建议权
2、参与供应商评审

岗位名称：测试部经理
所属部门：测试部
直接上级：交付总监
直接下级：测试工程师
岗位编制：1人
岗位职责：
1、管理测试资源
岗位权限：
1、疑似缺陷版本的系统锁定权，解锁须经交付总监同意
2、审核测试方案
3、无单提测的拒收权
4、10次以内的环境重置可自行决定，超过的报交付总监批准

岗位名称：测试工程师
所属部门：测试部
直接上级：测试部经理
直接下级：无
岗位编制：5人
岗位职责：
1、执行测试用例
岗位权限：
1、编制测试方案
"""
_RULES = """# 审批流程

| 审批事项 | 审批流程 |
|---|---|
| 合同签订 | 项目经理→交付总监→总经理 |
| 请假 | 直接领导→交付总监 |
"""


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    folder: Path = tmp_path_factory.mktemp("named")
    (folder / "岗位说明书.txt").write_text(_ROLES, encoding="utf-8")
    (folder / "审批流程.md").write_text(_RULES, encoding="utf-8")
    return Handbook.load([folder])


def _last(handbook: Handbook, turns: str) -> dict[str, object]:
    """The reply to the last of questions that follow each other, parted by `/`."""
    context, reply = Context(), dict[str, object]()
    for turn in turns.split("/"):
        answer, context = handbook.ask(turn, context)
        reply = reply_object(answer)
    return reply


@pytest.mark.parametrize(
    ("turns", "roles"),
    [
        ("需求分析师的上级归谁管", ["交付总监"]),
        ("测试工程师的上级听谁的", ["交付总监"]),
        ("2人天的需求变更谁批", ["项目经理"]),
        ("5人天的需求变更谁批", ["交付总监"]),
        ("合同签订的审批流程是什么", ["项目经理", "交付总监", "总经理"]),
        ("合同签订项目经理签完字下一步找谁", ["交付总监"]),
        ("页面设计稿谁审核/那测试方案呢", ["测试部经理"]),
        ("测试部负责人的上级是谁", ["交付总监"]),
        ("我是需求分析师,请假要经过谁批准", ["项目经理", "交付总监"]),
        ("我是测试工程师,请假要经过谁批准", ["测试部经理", "交付总监"]),
        ("交付总监 direct report 有哪些岗位", ["项目经理", "测试部经理"]),
        ("直接 report 给项目经理的有哪几个岗位", ["需求分析师", "后端开发工程师"]),
        ("交付总监下面有哪些直接下级", ["项目经理", "测试部经理"]),
        ("与项目经理同归一位领导分管的其他岗位有哪些", ["测试部经理"]),
        ("哪些岗位的职责里写到了供应商评审", ["交付总监", "后端开发工程师"]),
        ("需求分析员归谁管", ["项目经理"]),
        ("后端程序员向谁汇报", ["项目经理"]),
        ("项目经理的职责是什么/向谁汇报呢", ["交付总监"]),
        ("测试方案由谁编制/谁审核,又是谁批准", ["测试部经理", "交付总监"]),
        ("页面设计稿项目经理审核以后由谁审批", ["交付总监"]),
        ("项目经理审核完页面设计稿后报谁批准", ["交付总监"]),
        ("需求变更超出项目经理的权限找谁", ["交付总监"]),
        ("项目经理批不了的需求变更报给谁", ["交付总监"]),
        ("项目经理能批需求变更吗/超过了找谁", ["交付总监"]),
        ("2人天的需求变更谁批/那超出他的权限呢", ["交付总监"]),
        ("测试方案谁审核/那页面设计稿呢", ["项目经理"]),
    ],
)
def test_who(handbook: Handbook, turns: str, roles: list[str]) -> None:
    assert _last(handbook, turns)["roles"] == roles


@pytest.mark.parametrize(
    ("turns", "verdict"),
    [
        ("项目经理能批2人天的需求变更吗", True),
        ("项目经理能批5人天的需求变更吗", False),
        ("需求分析师的领导能批2人天的需求变更吗", True),
        ("项目经理的下级能批2人天的需求变更吗", False),
        ("10小时的工程师加班项目经理批得了吗", True),
        ("项目经理能批500元的客户招待吗", True),
        ("项目经理能批900元的客户招待吗", False),
        ("项目经理每月能批5次客户招待吗", False),
        ("测试部经理能批4次的环境重置吗", True),
        ("12次的环境重置测试部经理可以自己定吗", False),
        ("项目经理负责审核页面设计稿吗", True),
        ("后端开发工程师参与供应商评审吗", True),
        ("供应商评审由后端开发工程师牵头吗", False),
        ("后端开发工程师负责主持供应商评审吗", False),
        ("项目经理能批10小时的工程师加班吗/那测试部经理呢", False),
        ("供应商评审后端开发工程师要参与吗", True),
        ("系统里锁住的缺陷版本,测试部经理自己就能解锁吗", False),
        ("客户要改个小需求,大概2人天,项目经理自己能定吗", True),
        ("客户要改个小需求,大概8人天,项目经理自己能定吗", False),
    ],
)
def test_verdict(handbook: Handbook, turns: str, verdict: bool) -> None:
    assert _last(handbook, turns)["verdict"] is verdict


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        ("项目经理批需求变更的上限是多少", "3人天"),
        ("项目经理的2项职责是什么", "管理客户期望"),
        ("项目经理职责第二条", "1. 管理客户期望"),
        ("交付总监有哪五项权限", "测试方案的审批权"),
        ("项目经理能批需求变更吗/多少以内", "3人天"),
        ("项目经理能批工程师加班吗/最多能批多少", "20小时"),
        ("项目经理能批工程师加班吗/多少小时以上要找别人", "20小时"),
    ],
)
def test_said(handbook: Handbook, turns: str, said: str) -> None:
    assert said in str(_last(handbook, turns)["text"])


@pytest.mark.parametrize(
    "turns",
    [
        "项目经理能批招标代理吗",
        "后端开发工程师负责专利申请吗",
        "审计总监能批5人天的需求变更吗",
        "测试程师归谁管",
        "测试程师向谁汇报",
    ],
)
def test_not_said(handbook: Handbook, turns: str) -> None:
    assert _last(handbook, turns)["status"] == "not_found"
