"""Who leads a department, whom its head leads, short questions behind a story: put to an invented house."""

from typing import Any

import pytest

from bot.conversation import Conversations
from knowledge import Handbook
from tests.gold import check

_HOUSE = """一、展陈部主任
所属部门：展陈部
直接上级：副馆长
直接下级：布展主管、讲解员
岗位职责
1、组织修订部门岗位职责。
2、安排展览日程。

二、布展主管
所属部门：展陈部
汇报关系：主管由展陈部主任任用和管理。
岗位职责
1、核对展板信息，发现差错当日更正。
2、用摄像头监控展柜温度。
3、盘点样品，每月一次。

三、讲解员
所属部门：展陈部
直接上级：展陈部主任
直接下级：无
岗位职责
1、管理印章和门票存根。
2、与印刷厂对接宣传册。

审批规定
1、展品租借以目录价为准。优惠到九折（含九折）为止由布展主管决定；低于九折、不低于八折的，由展陈部主任批准。
2、出差。省外出差由副馆长批准；出境考察由馆长批准。
3、讲解员和布展主管不得自行向观众承诺折扣。
4、展览图文发布，由展陈部主任审核后报馆长签发。
"""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Conversations:
    file = tmp_path_factory.mktemp("house") / "岗位说明书.txt"
    file.write_text(_HOUSE, encoding="utf-8")
    return Conversations(Handbook.load([file]))


QUESTIONS: list[tuple[str, dict[str, Any]]] = [
    ("展陈部由谁分管", {"roles": ["展陈部主任"]}),
    ("展陈部归谁管", {"roles": ["展陈部主任"]}),
    ("展陈部管哪些人", {"has": ["布展主管", "讲解员"]}),
    ("展陈部一把手直接带的是哪几个岗位", {"roles": ["布展主管", "讲解员"]}),
    ("布展主管的上级是谁", {"roles": ["展陈部主任"]}),
    ("展板上字写错了,由谁改过来", {"roles": ["布展主管"]}),
    ("monitor展柜温度是谁的活", {"roles": ["布展主管"]}),
    ("谁盘点样品", {"roles": ["布展主管"]}),
    ("讲解员能自己跟观众承诺折扣吗", {"verdict": False, "has": "不得自行向观众承诺折扣"}),
    ("展览图文发布,得先谁审再谁签发", {"order": ["展陈部主任", "馆长"]}),
    ("公章在哪个岗位手里保管", {"roles": ["讲解员"]}),
    ("哪个岗位要跟印厂打交道", {"roles": ["讲解员"]}),
    ("展品租借打九折谁说了算", {"roles": ["布展主管"]}),
    ("展品租借打八五折谁批", {"roles": ["展陈部主任"]}),
    ("展品租借打七折谁批", {"status": "not_found"}),
    ("去隔壁市出个差,省内的,这种出差谁批", {"status": "not_found"}),
    ("去外地出差,省外的,谁批", {"roles": ["副馆长"]}),
]


@pytest.mark.parametrize(("question", "expected"), QUESTIONS)
def test_answers(house: Conversations, question: str, expected: dict[str, Any]) -> None:
    check(house.ask("", question), expected)
