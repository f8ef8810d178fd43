"""Questions in people's own words, told as stories or run together, put to an invented amusement park."""

from typing import Any

import pytest

from bot.conversation import Conversations
from tests.gold import about, check

_DUTIES = """# 园长岗位说明书
- 直接上级：无
- 直接下级：经营副园长
## 职责
1. 批准全年营业计划。
2. 大型演出由经营副园长审核，园长批准。

# 经营副园长岗位说明书
- 直接上级：园长
- 直接下级：设备主管、票务主管
## 职责
1. 审核全年营业计划，报园长批准。
2. 洽谈驻场商户的合作费用。
## 权限
- 单次1,000元（含）以内宣传物料费用的决定权，超出部分报园长审批
- 无合同付款的拒付权

# 设备主管岗位说明书
- 直接上级：经营副园长
- 直接下级：设备操作员
## 职责
1. 检修摩天轮、碰碰车等游乐设备。
2. 每晚锁闭机房大门。
3. 须双人在场方可开启配电间。
## 权限
- 雨天停运的决定权
## 园外协作
市场监管局、检测公司

# 票务主管岗位说明书
- 直接上级：经营副园长
- 直接下级：售票员
## 职责
1. 统一订购纸质门票和腕带。
2. 保险柜的钥匙和密码不得由一人掌管。
3. 登记游客投诉，当天转交设备主管处理。
## 园内协作
设备主管、财务部

# 审批规定
## 一、游客退款
1. 单笔200元以内（含）的，由票务主管审批。
2. 单笔200元以上至1,000元（含）的，由票务主管审核，经营副园长审批。
3. 单笔1,000元以上的，由园务会研究决定。
"""


@pytest.fixture(scope="module")
def park(tmp_path_factory: pytest.TempPathFactory) -> Conversations:
    return about(tmp_path_factory.mktemp("park"), _DUTIES, "游乐园岗位说明书.md")


QUESTIONS: list[tuple[str, dict[str, Any]]] = [
    ("机房那个大门晚上谁去锁", {"roles": ["设备主管"]}),
    ("门票和手环这些是谁统一订的", {"roles": ["票务主管"]}),
    ("驻场商户的合作是谁去谈", {"roles": ["经营副园长"]}),
    ("碰碰车坏了,谁去检修", {"roles": ["设备主管"]}),
    ("营业计划定下来了,谁去跟进", {"status": ("not_found",)}),  # 跟进 alone says nothing of what
    ("摩天轮的股份由谁转让", {"status": ("not_found",)}),
    ("谁负责卖机房", {"status": ("not_found",)}),  # a line on locking it says nothing of selling
    ("摩天轮的保险由哪些人组成", {"status": ("not_found",)}),
    ("500元的游客退款谁审批", {"roles": ["经营副园长"]}),
    ("游客退款3000元谁审批", {"roles": ["园务会"]}),
    ("游客退款500元要经过哪些审批步骤", {"order": ["票务主管", "经营副园长"]}),
    ("大型演出谁批准", {"roles": ["园长"]}),
    ("经营副园长可以自己决定800元的宣传物料费用吗", {"verdict": True}),
    ("经营副园长可以自己决定1,500元的宣传物料费用吗", {"verdict": False}),
    ("没有合同的付款，经营副园长有权拒付吗", {"verdict": True}),
    ("下雨天设备要停运,设备主管能一个人拍板吗", {"verdict": True}),
    ("设备主管一个人能开启配电间马", {"verdict": False}),
    ("票务主管可以一个人掌管保险柜的钥匙和密码吗", {"verdict": False}),
    ("全年营业计划经营副园长自己就能批准吗", {"verdict": False}),
    ("全年营业计划,经营副园长有权批准吗,不用再往上报", {"verdict": False}),
    ("设备主管对外要跟哪些单位打交道", {"has": "检测公司"}),
    ("票务主管在园内跟谁对接", {"has": "财务部"}),
    ("从售票员往上一级一级一直到园长,中间都有谁", {"order": ["票务主管", "经营副园长", "园长"]}),
    ("售票员和园长之间隔着谁", {"roles": ["票务主管", "经营副园长"]}),
]


@pytest.mark.parametrize(("asked", "gold"), QUESTIONS, ids=[asked for asked, _ in QUESTIONS])
def test_answer(park: Conversations, asked: str, gold: dict[str, Any]) -> None:
    check(park.ask(asked, asked), gold)
