"""Who approves what a line names only as the kind of another thing (采购价格): no line on that thing answers;
put to an invented brewery."""

from typing import Any

import pytest

from bot.conversation import Conversations
from tests.gold import about, check

_DUTIES = """一、厂长岗位职责
直接上级：无
1、决定原料的采购价格，审定采购合同。
2、批准年度培训计划。
3、审批酿造车间的设备维修申请。
4、审批业务招待费用报销。
5、审批会议室管理制度。
6、决定员工的奖励和处罚。

二、酿造主管岗位职责
直接上级：厂长
1、编制培训计划，报厂长批准。
2、审批班组人员的加班申请。
3、审核装修方案。
4、审批检修费用。

三、库管员岗位职责
直接上级：厂长
1、负责采购入库。
2、办理包装物采购，单笔2000元以上的报厂长审批。
"""

_NO = ("not_found", "ambiguous")
QUESTIONS: list[tuple[list[str], dict[str, Any]]] = [
    (["采购价格谁批"], {"roles": ["厂长"]}),
    (["采购合同由谁审定"], {"roles": ["厂长"]}),
    (["3000块的采购谁批"], {"roles": ["厂长"], "has": "包装物采购"}),
    (["培训谁批"], {"status": _NO}),
    (["培训计划谁批"], {"roles": ["厂长"]}),
    (["厂长能批培训吗"], {"status": _NO}),
    (["会议谁批"], {"status": _NO}),
    (["维修谁批"], {"roles": ["厂长"]}),
    (["加班谁批"], {"roles": ["酿造主管"]}),
    (["装修谁审核"], {"roles": ["酿造主管"]}),
    (["检修谁批"], {"roles": ["酿造主管"]}),
    (["报销谁批"], {"roles": ["厂长"]}),
    (["奖励谁批"], {"roles": ["厂长"]}),
]

_SHOP = """一、店长岗位职责
直接上级：无
1、决定商品的采购价格，审定采购合同。
2、批准外派培训名单。
"""


@pytest.fixture(scope="module")
def brewery(tmp_path_factory: pytest.TempPathFactory) -> Conversations:
    return about(tmp_path_factory.mktemp("brewery"), _DUTIES, "酒厂职责.txt")


@pytest.mark.parametrize(("asked", "gold"), QUESTIONS, ids=[" / ".join(asked)[:40] for asked, _ in QUESTIONS])
def test_answer(brewery: Conversations, asked: list[str], gold: dict[str, Any]) -> None:
    for question in asked:
        answer = brewery.ask(" / ".join(asked), question)
    check(answer, gold)


def test_what_is_named_after_it_is_offered(tmp_path_factory: pytest.TempPathFactory) -> None:
    shop = about(tmp_path_factory.mktemp("shop"), _SHOP, "店铺职责.txt")
    several = shop.ask("a", "3万块的采购谁批")
    assert several.status == "ambiguous"
    assert sorted(several.options) == sorted(("3万块的采购价格谁批", "3万块的采购合同谁批"))
    check(shop.ask("a", "1"), {"roles": ["店长"]})
    one = shop.ask("b", "培训谁批")
    assert (one.status, one.options) == ("not_found", ("培训名单谁批",))
