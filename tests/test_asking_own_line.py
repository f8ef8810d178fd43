"""Who is above whom where the asker says what he is: no word order makes a superior a subordinate."""

from typing import Any

import pytest

from bot.conversation import Conversations
from tests.gold import about, check

_DUTIES = """一、磨坊经理岗位职责
直接上级：无
直接下级：磨粉主管、仓储主管
1、审批磨粉计划。

二、磨粉主管岗位职责
直接上级：磨坊经理
直接下级：磨粉组长
1、编制磨粉计划。

三、仓储主管岗位职责
直接上级：磨坊经理
直接下级：无
1、管理粮仓。

四、磨粉组长岗位职责
直接上级：磨粉主管
直接下级：磨粉工
1、安排磨粉班次。

五、磨粉工岗位职责
直接上级：磨粉组长
直接下级：无
1、操作磨粉机。
"""

QUESTIONS: list[tuple[list[str], dict[str, Any]]] = [
    (["我是新来的磨粉工，我的领导是谁"], {"roles": ["磨粉组长"]}),
    (["我是仓储主管，我的领导是谁"], {"roles": ["磨坊经理"]}),
    (["我是仓储主管，我的头儿是谁啊"], {"roles": ["磨坊经理"]}),
    (["我是刚来的仓储主管，请问谁是我的领导"], {"roles": ["磨坊经理"]}),
    (["我是仓储主管，我的主管是谁"], {"roles": ["磨坊经理"]}),
    (["我是磨粉工，我的主管是谁"], {"roles": ["磨粉主管"]}),
    (["我是磨粉工，我的经理是谁"], {"roles": ["磨坊经理"]}),
    (["我是磨粉工，我的组长是哪位"], {"roles": ["磨粉组长"]}),
    (["磨粉工的领导的领导是谁"], {"roles": ["磨粉主管"]}),
    (["我是磨粉工，我领导的领导是谁"], {"roles": ["磨粉主管"]}),
    (["我是磨粉工", "我领导的领导是谁"], {"roles": ["磨粉主管"]}),
    (["仓储主管的领导有谁"], {"roles": ["磨坊经理"]}),
    (["我是磨粉主管，我领导谁"], {"roles": ["磨粉组长"]}),
    (["我是磨粉主管，我直接领导的有哪些岗位"], {"roles": ["磨粉组长"]}),
    (["我是磨粉组长，归谁管"], {"roles": ["磨粉主管"]}),
    (["我是磨粉组长，我管谁"], {"roles": ["磨粉工"]}),
    (["我是磨粉工，我手下有谁"], {"roles": [], "has": "直接下级：无"}),
    (["我是磨粉主管，我的总监是谁"], {"status": ("not_found",)}),
    (["我是磨坊经理，我的组长是谁"], {"status": ("not_found",)}),
    (["我是仓储主管，我的厂长是谁"], {"status": ("not_found",)}),
]


@pytest.fixture(scope="module")
def mill(tmp_path_factory: pytest.TempPathFactory) -> Conversations:
    return about(tmp_path_factory.mktemp("mill"), _DUTIES, "磨坊职责.txt")


@pytest.mark.parametrize(("asked", "gold"), QUESTIONS, ids=[" / ".join(asked)[:40] for asked, _ in QUESTIONS])
def test_answer(mill: Conversations, asked: list[str], gold: dict[str, Any]) -> None:
    for question in asked:
        answer = mill.ask(" / ".join(asked), question)
    check(answer, gold)
