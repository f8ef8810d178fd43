"""Lines that grant without a limit and hand on what is more: whoever keeps the rest has no right to that."""

from typing import Any

import pytest

from bot.conversation import Conversations
from tests.gold import about, check

_DUTIES = """一、质检经理岗位职责
直接上级：厂长
1、审批次品处置方案，单批损失超过5000元的报厂长审批。
2、审批质检员请假，3天以上的报厂长批准。
3、审核检验费用，单笔超过800元的报厂长审批。

二、质检员岗位职责
直接上级：质检经理
1、拟定次品处置方案，报质检经理审批。

三、厂长岗位职责
1、主持全厂工作。
"""

QUESTIONS: list[tuple[list[str], dict[str, Any]]] = [
    (["损失8000块的次品处置方案谁批"], {"roles": ["厂长"]}),
    (["损失3000块的次品处置方案谁批"], {"roles": ["质检经理"]}),
    (["次品处置方案谁批"], {"roles": ["质检经理"]}),
    (["质检经理能批损失8000元的次品处置方案吗"], {"verdict": False, "roles": ["厂长"]}),
    (["质检经理能批损失3000元的次品处置方案吗"], {"verdict": True}),
    (["质检经理能批次品处置方案吗"], {"verdict": True}),
    (["质检员请5天假谁批"], {"roles": ["厂长"]}),
    (["质检员请2天假谁批"], {"roles": ["质检经理"]}),
    (["质检员请5天假质检经理能批吗"], {"verdict": False}),
    (["质检员请2天假质检经理能批吗"], {"verdict": True}),
    (["我是质检员，估计损失在八千块上下，这个次品处置方案要经过谁批"], {"order": ["质检经理", "厂长"]}),
    (["1000块的检验费用谁审批"], {"roles": ["厂长"]}),
    (["600块的检验费用谁审批"], {"status": "not_found"}),
    (["质检经理能审批600块的检验费用吗"], {"verdict": False}),
]


@pytest.fixture(scope="module")
def cannery(tmp_path_factory: pytest.TempPathFactory) -> Conversations:
    return about(tmp_path_factory.mktemp("cannery"), _DUTIES, "罐头厂职责.txt")


@pytest.mark.parametrize(("asked", "gold"), QUESTIONS, ids=[" / ".join(asked)[:40] for asked, _ in QUESTIONS])
def test_answer(cannery: Conversations, asked: list[str], gold: dict[str, Any]) -> None:
    for question in asked:
        answer = cannery.ask(" / ".join(asked), question)
    check(answer, gold)
