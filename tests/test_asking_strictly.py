"""When a line answers a question: what is asked about must stand in it; put to an invented academy."""

from typing import Any

import pytest

from bot.conversation import Conversations
from tests.gold import about, check

_DUTIES = """一、展览部主任岗位职责
所在部门：展览部
直接上级：院长
1、主持展览部工作，审批展厅排期。
2、处理媒体曝光的重大纠纷。
3、撰写年度展览报告。
4、审核展览部员工的排班表。
5、展览部主任没有减免展位费的权力。

二、画廊主管岗位职责
所在部门：画廊部
直接上级：展览部主任
1、带领画廊专员接待藏家，减少纠纷。
2、发现展品异常当日报告展览部主任。
3、选定主要画作以外的展品。
4、签约画家的联络工作。
5、督促买家按期付款，督促收款。

三、采购专员岗位职责
所在部门：展览部
直接上级：展览部主任
1、采购画材。
2、跟进售出画作的客户服务。

四、专员通则
画廊专员登记藏品；展厅专员巡视展厅，布置灯光。
进修补助名单由画廊主管上报，展览部主任审核，院长审批，会计室发放。
"""

QUESTIONS: list[tuple[list[str], dict[str, Any]]] = [
    (["展品被记者拍到闹上媒体曝光了,这种纠纷归谁处理"], {"roles": ["展览部主任"]}),
    (["展览的 report 由谁写"], {"roles": ["展览部主任"]}),
    (["展览部主任 分管的 岗位 都是哪几个"], {"roles": ["画廊主管", "采购专员"]}),
    (["展览部主任分管哪些岗位"], {"roles": ["画廊主管", "采购专员"]}),
    (["采购专员平时听谁的,顶头上司是哪个"], {"roles": ["展览部主任"]}),
    (["收款谁盯着", "那他归谁领导"], {"roles": ["展览部主任"]}),
    (["谁开画廊票"], {"status": ("not_found",)}),
    (["谁教藏家用画材"], {"status": ("not_found",)}),
    (["hr是谁"], {"status": ("not_found",)}),
    (["画廊是谁"], {"roles": ["画廊主管"]}),
    (["采购是哪位"], {"roles": ["采购专员"]}),
    (["谁负责收款"], {"status": ("not_found",)}),
    (["收款谁盯着"], {"roles": ["画廊主管"]}),
    (["藏家投诉谁处理"], {"status": ("not_found",)}),
    (["画家的签证由谁办"], {"status": ("not_found",)}),
    (["主要画作，画廊主管能选定吗"], {"status": ("not_found",)}),
    (["画廊主管能选定主要画作以外的展品吗"], {"verdict": True}),
    (["展览部主任能减免展位费吗"], {"verdict": False}),
    (["进修补助名单由谁审批"], {"roles": ["院长"]}),
    (["进修补助名单由谁审批", "那钱由谁发放"], {"status": ("not_found",)}),
    (["展览部有一笔3000块的会务费要报销,在展览部里该谁批"], {"status": ("not_found",)}),
]


@pytest.fixture(scope="module")
def academy(tmp_path_factory: pytest.TempPathFactory) -> Conversations:
    return about(tmp_path_factory.mktemp("academy"), _DUTIES, "画院职责.txt")


@pytest.mark.parametrize(("asked", "gold"), QUESTIONS, ids=[" / ".join(asked)[:40] for asked, _ in QUESTIONS])
def test_answer(academy: Conversations, asked: list[str], gold: dict[str, Any]) -> None:
    for question in asked:
        answer = academy.ask(" / ".join(asked), question)
    check(answer, gold)
