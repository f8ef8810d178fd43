"""What a line grants and takes back in part, or hands on in the same breath; put to an invented port."""

from typing import Any

import pytest

from bot.conversation import Conversations
from tests.gold import about, check

_DUTIES = """一、调度长岗位职责
直接上级：港务经理
1、当班计划的临时调整权，涉及航次变更的须报港务经理批准。
2、审批班组人员请假，班组长本人请假的由港务经理批准。
3、有排班调整权，但节假日排班须经港务经理同意。
4、单笔2000元以内物资采购的审批权（设备类除外）。
5、除危险品外，货物放行由调度长批准。
6、有权减免堆存费，减免滞箱费须报总经理批准。
7、堆场租赁合同的签署权，不含三年以上的租约。
8、决定吊机停用，但夜间不得停用照明吊机。
9、批准外来车辆进港，但运输爆炸物的车辆除外。
10、对供应商的选择有决定权，新供应商准入除外。
11、组织堆场盘点，报港务经理批准后调账。

二、港务经理岗位职责
直接上级：总经理
1、主持港务工作。
2、除节假日外，每天审批夜班计划。
3、总经理外出时，可授权港务经理代行审批，但50万元以上的采购合同和人员任免不得代批。

三、财务主管岗位职责
直接上级：总经理
1、审核费用单据。

四、总经理岗位职责
1、审批采购合同。
2、审批人员任免。
"""

QUESTIONS: list[tuple[list[str], dict[str, Any]]] = [
    (["调度长自己能改航次吗"], {"verdict": False, "has": "须报港务经理批准"}),
    (["调度长能调整当班计划吗"], {"verdict": True}),
    (["班组长请假，调度长能批吗"], {"verdict": False, "roles": ["港务经理"]}),
    (["调度长可以决定节假日排班吗"], {"verdict": False, "roles": ["港务经理"]}),
    (["调度长能调整排班吗"], {"verdict": True}),
    (["1500块的设备采购调度长能批吗"], {"verdict": False}),
    (["1500块的物资采购调度长能批吗"], {"verdict": True}),
    (["危险品放行调度长能批吗"], {"verdict": False, "has": "除危险品外"}),
    (["调度长能批准货物放行吗"], {"verdict": True}),
    (["调度长能减免滞箱费吗"], {"verdict": False}),
    (["调度长能减免堆存费吗"], {"verdict": True}),
    (["调度长能签三年以上的租约吗"], {"verdict": False}),
    (["夜里调度长能停照明吊机吗"], {"verdict": False}),
    (["运爆炸物的车调度长能批准进港吗"], {"verdict": False}),
    (["外来车辆进港调度长能批吗"], {"verdict": True}),
    (["新供应商准入调度长能决定吗"], {"verdict": False}),
    (["谁批准危险品放行"], {"status": "not_found"}),
    (["谁批准货物放行"], {"roles": ["调度长"]}),
    (["谁有权定新供应商"], {"status": "not_found"}),
    (["谁有权减免堆存费"], {"roles": ["调度长"]}),
    (["谁批准减免滞箱费"], {"roles": ["总经理"]}),
    (["谁组织堆场盘点"], {"roles": ["调度长"]}),
    (["总经理外出，人员任免港务经理能代批吗"], {"verdict": False, "has": "不得代批"}),
    (["总经理不在，60万的采购合同港务经理能不能代他批"], {"verdict": False, "has": "不得代批"}),
    (["总经理不在，40万的采购合同港务经理能不能代他批"], {"status": "not_found"}),
    (["总经理出差，财务主管能代他批人员任免吗"], {"status": "not_found"}),
    (["总经理不在，采购合同财务主管可以代他批吗"], {"status": "not_found"}),
    (["夜班计划谁审批"], {"roles": ["港务经理"]}),
]


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Conversations:
    return about(tmp_path_factory.mktemp("port"), _DUTIES, "港务职责.txt")


@pytest.mark.parametrize(("asked", "gold"), QUESTIONS, ids=[" / ".join(asked)[:40] for asked, _ in QUESTIONS])
def test_answer(port: Conversations, asked: list[str], gold: dict[str, Any]) -> None:
    for question in asked:
        answer = port.ask(" / ".join(asked), question)
    check(answer, gold)
