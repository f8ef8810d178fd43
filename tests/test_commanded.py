"""Whose orders one takes at work is not who leads him, where another's description says that; and whom a step
of an approval means that is another one for each asker; put to an invented ferry company."""

from typing import Any

import pytest

from bot.conversation import Conversations
from tests.gold import about, check

_DUTIES = """# 轮渡公司岗位职责

## 船队长
所属部门：船舶部
上级：船舶部经理
1. 领导本船队工作，下设调度员、水手、轮机工、售票员。
2. 安排船舶检修。

## 船舶部经理
所属部门：船舶部
上级：总经理
1. 主持船舶部工作。

## 调度员
所属部门：船舶部
1. 在船队长领导下编排航班。

## 水手
1. 服从调度员指挥，按航班靠离码头。

## 轮机工
1. 服从船队长安排，保养主机。

## 售票员
1. 接受调度员领导，按时售票。

## 码头班长
所属部门：码头部
上级：码头部经理
1. 维护码头秩序。

## 系缆工
1. 服从码头班长指挥，系解缆绳。

## 码头部经理
所属部门：码头部
上级：总经理
1. 主持码头部工作。

# 请假规定
请假3天以上、7天以内（含），直接上级审核，所在部门负责人审批。
"""

QUESTIONS: list[tuple[list[str], dict[str, Any]]] = [
    (["水手的上级是谁"], {"roles": ["船队长"]}),
    (["我是水手，我的领导是谁"], {"roles": ["船队长"]}),
    (["轮机工的上级是谁"], {"roles": ["船队长"]}),
    (["售票员的上级是谁"], {"roles": ["调度员"]}),
    (["系缆工的上级是谁"], {"roles": ["码头班长"]}),
    (["船队长的下级有哪些"], {"roles": ["调度员", "水手", "轮机工", "售票员"]}),
    (["调度员手下有谁"], {"roles": ["售票员"]}),
    (["水手想请5天假，要依次经过谁审批"], {"order": ["船队长", "船舶部经理"]}),
    (["系缆工想请5天假，要依次经过谁审批"], {"order": ["码头班长", "码头部经理"]}),
    (["水手请9天假谁批"], {"status": "not_found"}),
]


@pytest.fixture(scope="module")
def ferries(tmp_path_factory: pytest.TempPathFactory) -> Conversations:
    return about(tmp_path_factory.mktemp("ferries"), _DUTIES, "轮渡职责.md")


@pytest.mark.parametrize(("asked", "gold"), QUESTIONS, ids=[" / ".join(asked)[:40] for asked, _ in QUESTIONS])
def test_answer(ferries: Conversations, asked: list[str], gold: dict[str, Any]) -> None:
    for question in asked:
        answer = ferries.ask(" / ".join(asked), question)
    check(answer, gold)
