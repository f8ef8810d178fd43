"""Questions that tell a case with its amount, its time or its people, put to an invented orchard."""

from typing import Any

import pytest

from bot.conversation import Conversations
from tests.gold import about, check

_DUTIES = """# 场长岗位说明书
- 直接上级：无
- 直接下级：种植主管、销售主管
## 职责
1. 批准全年种植计划。
2. 有权在全场范围内临时调配采摘工。

# 种植主管岗位说明书
- 直接上级：场长
- 直接下级：采摘工
## 职责
1. 编制采摘排班表，报场长审核。
2. 保管农药库钥匙和授权章。
3. 与农机公司、种苗站联系。
## 权限
- 采摘工的考核权
- 不合格果箱的拒收权
- 3天以下（含3天）停采的审批权，3天以上的报场长审批

# 销售主管岗位说明书
- 直接上级：场长
- 直接下级：销售员
## 职责
1. 审核种植主管编制的采摘排班表中的销售用工。
## 权限
- 单车优惠2%以下（含）的决定权
- 租期6个月以下（含）果窖租赁合同的签订权，租期超过6个月的报场长审批
- 销售员的考核权
- 单笔500元以内（含）退款的审批权，超过500元的报场长审批

# 管理规定
## 一、请假
1. 本规定所称班组负责人，是指种植主管和销售主管。
2. 员工请假1天以内（含1天）的，由班组负责人批准；超过1天、不超过10天的，经班组负责人审核后，由场长批准。
3. 班组负责人请假，不论天数，一律由场长批准。
## 二、果品与用车
1. 日常物料报销由班组负责人签字，财务会计审核票据后，单笔1000元以下的由销售主管审批，1000元以上的由场长审批。
2. 县内用车由销售主管批准，出县用车由场长批准。
3. 二级冷库预警由种植主管启动；一级冷库预警由场长启动。
4. 将陆运改为空运，增加运费1万元以内的，由销售主管审批；日常费用由场长审批。
"""


@pytest.fixture(scope="module")
def orchard(tmp_path_factory: pytest.TempPathFactory) -> Conversations:
    return about(tmp_path_factory.mktemp("orchard"), _DUTIES, "果园岗位说明书.md")


QUESTIONS: list[tuple[str, dict[str, Any]]] = [
    ("一笔退款要退给客户300元,谁有权批?", {"roles": ["销售主管"]}),
    ("给客户优惠1.5%,销售主管能自己决定吗?", {"verdict": True}),
    ("给客户优惠3%,销售主管能自己决定吗?", {"verdict": False}),
    ("暴雨检修要停采5天,得谁批", {"roles": ["场长"]}),  # no line has the reason, but the limit its unit
    ("一年期的果窖租赁合同,销售主管可以自己签吗", {"verdict": False}),
    ("三个月的果窖租赁合同,销售主管可以自己签吗", {"verdict": True}),
    ("我是采摘工,家里有事想请一个礼拜的假,得过哪几关", {"order": ["种植主管", "场长"]}),
    ("采摘工请假半天,种植主管签字就行了吗", {"verdict": True}),
    ("采摘工请假3天,种植主管签字就行了吗", {"verdict": False}),
    ("授权章放在谁那儿保管", {"roles": ["种植主管"]}),
    ("农药库的钥匙平时在谁手上管着", {"roles": ["种植主管"]}),
    ("考核采摘工的权力握在哪个岗位手里", {"roles": ["种植主管"]}),
    ("哪个岗位有权在全场范围内临时调配采摘工", {"roles": ["场长"]}),
    ("销售主管自己想休两天假,要找谁批", {"order": ["场长"]}),
    ("果箱不合格,哪个岗位可以不收", {"roles": ["种植主管"]}),
    ("跟种苗站打交道的是哪个岗位", {"roles": ["种植主管"]}),
    ("哪几个主管有考核权", {"roles": ["种植主管", "销售主管"]}),
    ("采摘排班表是谁排的", {"roles": ["种植主管"]}),  # who reviews does not
    ("请问具体是哪个岗位保管授权章", {"roles": ["种植主管"]}),
    ("日常物料报销5000元依次要经过谁", {"order": ["班组负责人", "财务会计", "场长"]}),
    ("车要开到县外,销售主管批了就行吗", {"verdict": False}),
    ("货太急想从陆运改空运,要多花8000块,得谁点头", {"roles": ["销售主管"]}),
]


FOLLOWED: list[tuple[list[str], dict[str, Any]]] = [
    (["二级冷库预警由谁启动", "那一级的呢"], {"roles": ["场长"]}),
    (["种植主管归谁管", "他下面带着谁"], {"roles": ["采摘工"]}),
]


@pytest.mark.parametrize(("asked", "gold"), FOLLOWED, ids=[asked[-1] for asked, _ in FOLLOWED])
def test_follow_up(orchard: Conversations, asked: list[str], gold: dict[str, Any]) -> None:
    for turn in asked:
        answer = orchard.ask(asked[0], turn)
    check(answer, gold)


@pytest.mark.parametrize(("asked", "gold"), QUESTIONS, ids=[asked for asked, _ in QUESTIONS])
def test_answer(orchard: Conversations, asked: str, gold: dict[str, Any]) -> None:
    check(orchard.ask(asked, asked), gold)
