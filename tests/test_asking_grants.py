"""What a line does not grant though it has the words: caps, custody, cases, and what else a heading has."""

from typing import Any

import pytest

from bot.conversation import Conversations
from tests.gold import about, check

_DUTIES = """# 公交公司岗位职责

## 办公室主任
上级：经理
1. 保管公司公章，登记用印情况，用印须经经理批准。
2. 对外联系媒体和交警。

## 运营主管
上级：经理
下级：无
1. 对外包单位的处罚权，单次处罚不超过2000元。
2. 与社区宣传队对接推广活动。
3. 路况异常时停运线路的权力，须在1小时内报告经理。

## 修理工
上级：车间主任
1. 乘客提出合同外维修的，修理工按标准报价，由收费员收款，不得私自收费。

## 车间主任
上级：经理
下级：修理工
1. 安排车辆检修。
协作：社区、配件厂

## 驾驶员
上级：车队长
1. 安全行车。

## 车队长
上级：经理
下级：驾驶员
1. 编排班次。

# 请假与换班
驾驶员请事假，1天以内（含）的由车队长批准；1天以上、3天以内（含）的由经理批准。
驾驶员之间换班，须提前一天提出，车队长同意后方可换。
"""

QUESTIONS: list[tuple[list[str], dict[str, Any]]] = [
    (["办公室主任能自己盖公章吗"], {"verdict": False}),
    (["办公室主任能保管公章吗"], {"verdict": True}),
    (["运营主管能罚外包单位3000块吗"], {"verdict": False}),
    (["运营主管能罚外包单位1500块吗"], {"verdict": True}),
    (["修理工能自己收乘客的钱吗"], {"verdict": False}),
    (["路况异常时运营主管有权停运线路吗"], {"verdict": True}),
    (["驾驶员换班谁同意"], {"roles": ["车队长"]}),
    (["驾驶员请2天假谁批"], {"roles": ["经理"]}),
    (["驾驶员请2天假车队长自己能批吗"], {"verdict": False}),
    (["修理工的上级是谁", "他手下有谁"], {"roles": ["修理工"]}),
    (["车队长的上级是谁", "他手下有谁"], {"roles": ["驾驶员"]}),
]


@pytest.fixture(scope="module")
def buses(tmp_path_factory: pytest.TempPathFactory) -> Conversations:
    return about(tmp_path_factory.mktemp("buses"), _DUTIES, "公交职责.md")


@pytest.mark.parametrize(("asked", "gold"), QUESTIONS, ids=[" / ".join(asked)[:40] for asked, _ in QUESTIONS])
def test_answer(buses: Conversations, asked: list[str], gold: dict[str, Any]) -> None:
    for question in asked:
        answer = buses.ask(" / ".join(asked), question)
    check(answer, gold)
