"""Short papers as clerks of different trades write them, with the faults that such papers have."""

from decimal import Decimal

import pytest

from knowledge.documents.csv import read_csv
from knowledge.documents.plain import read_plain
from knowledge.organization import Organization
from knowledge.roles.approval import Approval
from knowledge.roles.job_description import read_roles
from knowledge.roles.labels import Field
from knowledge.text import bare

_FLEET = """\
车队岗位职责 车队长 直接上级：运输部经理 直接下级：调度员、驾驶员 定员：1人 职责：1、管理车队。2、组织学习。
调度员 直接上级：车队长 直接下级：无 定员：2人 岗位职责：1、编制派车计划。2、跟踪车辆。
驾驶员 直接上级：车队长 直接下级：无 定员：30人 岗位职责：1、安全行车。2、检查车辆。
"""
_MAGAZINE = """《青山》杂志社编辑部

主编
在社长领导下主持编辑部工作。下设责任编辑、校对。
1. 确定每期选题；
2. 终审全部稿件；

责任编辑
对主编负责。
1. 组稿、初审；
2. 编辑加工；

校对（1名，由资料员兼任）
对主编负责。
1. 三校一读。
2. 核红。
"""
_TEACHING = """岗位职责一览表,,,,,
序号,岗位,上级,人数,职责,权限
1,教务主任,校长,1,"1.编排课表
2.检查教案",调课审批权
2,教务员,教务主任,2,管理学籍；发放教材,
,,,,组织考务,
3,班主任,德育主任,18,班级管理,学生评优推荐权
"""


def _told(text: str, name: str = "职责.txt") -> dict[str, tuple[list[str], str | None, list[str]]]:
    """The superiors, headcount and duties of each post that a paper describes."""
    read = read_csv if name.endswith(".csv") else read_plain
    organization = Organization([read_roles(read(name, text))])
    return {
        post: (
            [line.superior for line in organization.superiors(post)],
            role.text(Field.HEADCOUNT),
            [bare(duty.title.text) for duty in role.duties],
        )
        for post, role in organization.roles.items()
        if role.described
    }


def test_lost_line_breaks_behind_the_title() -> None:
    assert _told(_FLEET) == {
        "车队长": (["运输部经理"], "1人", ["管理车队", "组织学习"]),
        "调度员": (["车队长"], "2人", ["编制派车计划", "跟踪车辆"]),
        "驾驶员": (["车队长"], "30人", ["安全行车", "检查车辆"]),
    }


def test_a_post_that_somebody_else_holds_too() -> None:
    assert _told(_MAGAZINE) == {
        "主编": (["社长"], None, ["确定每期选题", "终审全部稿件"]),
        "责任编辑": (["主编"], None, ["组稿初审", "编辑加工"]),
        "校对": (["主编"], "1名", ["三校一读", "核红"]),
    }


def test_a_cell_that_goes_on_below() -> None:
    told = _told(_TEACHING, "职责.csv")
    assert told["教务员"] == (["教务主任"], "2", ["管理学籍", "发放教材", "组织考务"])
    assert list(told) == ["教务主任", "教务员", "班主任"]


def _of(approvals: tuple[Approval, ...], matter: str, days: str) -> list[str]:
    return [
        approval.steps[-1].who
        for approval in approvals
        if approval.matter.endswith(matter) and approval.limit and approval.limit.least == Decimal(days)
    ]


@pytest.mark.parametrize("post", ["坊主", "店长"])
def test_limits_as_people_say_them(post: str) -> None:
    text = f"""一、酿酒班长
上级：{post}
主要工作
1.安排本班的班次；
2.每锅取样。
二、酿酒工（8人）
上级：酿酒班长
主要工作
1.润粮、蒸粮
2.翻窖
三、钱粮规定
买粮：3000元以下由酿酒班长跑腿，3000元以上{post}批。
请假：半天以内跟班长说一声；半天以上三天以内由酿酒班长批准；三天以上（不含三天）由{post}批准。
零用：500元以内由酿酒工采购，以上报酿酒班长批准。
"""
    approvals = read_roles(read_plain("分工.txt", text)).approvals
    assert _of(approvals, "买粮", "3000") == [post]
    assert _of(approvals, "请假", "3") == [post]
    assert _of(approvals, "请假", "0.5") == ["酿酒班长"]
    assert _of(approvals, "零用", "500") == ["酿酒班长"]
    assert not [a for a in approvals if a.limit is None]


def test_rules_behind_the_last_post() -> None:
    text = """(一)项目经理职责
1、对公司总经理负责。
2、任免班组长。
(二)材料员职责
1、对项目经理负责。
2、材料进场验收。
附：付款审批：5万元以下项目经理审批；5万元以上由公司总经理审批；零星用工：由项目经理批准。
"""
    reading = read_roles(read_plain("职责.txt", text))
    assert [(a.matter, a.steps[-1].who) for a in reading.approvals] == [
        ("付款", "项目经理"),
        ("付款", "公司总经理"),
        ("零星用工", "项目经理"),
    ]
    assert [duty.title.text for duty in reading.roles[-1].duties] == ["对项目经理负责", "材料进场验收"]
