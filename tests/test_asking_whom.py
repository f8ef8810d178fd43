"""Whoever is to be told, and who tells him; put to an invented cold store."""

from typing import Any

import pytest

from bot.conversation import Conversations
from tests.gold import about, check

_DUTIES = """一、冷库主管岗位职责
直接上级：厂长
1、发现库温异常立即通知动力主管。
2、每周向厂长报告库存。
3、发布停库通知。

二、动力主管岗位职责
直接上级：厂长
1、维修制冷机组。

三、厂长岗位职责
1、主持全厂工作。
"""

QUESTIONS: list[tuple[list[str], dict[str, Any]]] = [
    (["库温异常要通知谁"], {"roles": ["动力主管"]}),
    (["发现库温异常要联系哪个岗位呢？"], {"roles": ["动力主管"]}),
    (["谁通知动力主管库温异常"], {"roles": ["冷库主管"]}),
    (["停库通知谁发布"], {"roles": ["冷库主管"]}),
    (["停电要通知谁"], {"status": "not_found"}),
    (["冷库主管汇报给谁"], {"roles": ["厂长"]}),
    (["我是动力主管，向谁汇报"], {"roles": ["厂长"]}),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Conversations:
    return about(tmp_path_factory.mktemp("store"), _DUTIES, "冷库职责.txt")


@pytest.mark.parametrize(("asked", "gold"), QUESTIONS, ids=[" / ".join(asked)[:40] for asked, _ in QUESTIONS])
def test_answer(store: Conversations, asked: list[str], gold: dict[str, Any]) -> None:
    for question in asked:
        answer = store.ask(" / ".join(asked), question)
    check(answer, gold)
