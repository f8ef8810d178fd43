"""Questions about rights, limits and leave, put to an invented swimming hall."""

from typing import Any

import pytest

from bot.conversation import Conversations
from tests.gold import about, check

_DUTIES = """一、场馆部经理岗位职责
所在部门：场馆部
直接上级：馆长
1、主持场馆部全面工作，直接管理值班主管和设备主管。
2、审批救生培训方案。
4、督促场租收缴，指导合同签订。
5、组织员工服务礼仪培训。
6、对不合格器材组织复验并提出处理意见。
3、值班主管的任免审批权。
7、单笔3000元以内（含）押金差错赔付的审批权。

二、值班主管岗位职责
所在部门：场馆部
直接上级：场馆部经理
1、带领救生员和收银员，安排轮休。
2、值班主管的工作权限：单次800元以内（含）外委维修的决定权，超出部分报场馆部经理批准。
3、参与年度票价方案的研究，提出建议。
4、制定泳池年度检修计划。
5、组织救生员的招聘面试。
6、普通会员退卡的决定权。
7、单笔500元以内（含）押金差错赔付的决定权，超过500元的报场馆部经理审批。

三、救生员岗位职责
所在部门：场馆部
直接上级：值班主管
1、负责泳池巡视和溺水救援。
2、对酒后泳客有权拒绝入场。
3、无健康证人员的拒绝下水权。
4、拟定巡视方案，报主管审定。

四、收银员岗位职责
所在部门：场馆部
直接上级：值班主管
1、负责售票和收款，登记押金。
2、对假币有权拒收。
3、享有接受技能培训的权利。

五、内部规定
（一）请假
1. 职工请假1天以内（含）的，由直接上级批准；1天以上3天以内（含）的，由部门经理批准；3天以上的，由馆长批准。
2. 部门经理请假一律由馆长批准。
（二）器材更新
1. 器材更新由设备主管提出，场馆部经理审核，馆长批准。
（三）押金差错
1. 单笔押金差错100元以下由值班主管批准冲账；100元以上由场馆部经理批准。
（四）采购
1. 物品采购单笔1000元以下由场馆部经理审批；1000元以上由馆长审批。
（五）借用场地
1. 借用场地由场馆部经理或设备主管批准。消防验收未过的场地一律不得借用。
"""


@pytest.fixture(scope="module")
def pool(tmp_path_factory: pytest.TempPathFactory) -> Conversations:
    return about(tmp_path_factory.mktemp("pool"), _DUTIES, "游泳馆岗位职责.txt")


QUESTIONS: list[tuple[str, dict[str, Any]]] = [
    # a right to refuse is asked for in many ways, and gives no right to what is refused
    ("有人喝了酒，救生员能不让他入场吗", {"verdict": True}),
    ("没有健康证，救生员可以拒绝他下水吗", {"verdict": True}),
    ("假币收银员可以不收吗", {"verdict": True}),
    ("酒后泳客能入场吗", {"status": ("not_found",)}),
    ("假币谁收", {"status": ("not_found",)}),
    # whether somebody may choose asks no list
    ("值班主管有权决定票价怎么定吗", {"verdict": False}),
    # what rules and duties let a role decide
    ("馆长可以批准哪些事项", {"has": "器材更新由"}),
    ("救生员有哪些权限", {"has": "拒绝入场"}),
    ("场馆部经理能批什么", {"has": "审批救生培训方案"}),
    ("什么事情需要场馆部经理批", {"has": "审批救生培训方案"}),
    ("哪些事要经过场馆部经理审批", {"has": "审批救生培训方案"}),
    ("哪些事要经过救生员审批", {"status": ("not_found",)}),
    # a limit tells which right is meant; nothing less than a weaker right is a no
    ("外面请人修水泵花600元，值班主管自己能定吗", {"verdict": True}),
    ("外面请人修水泵花900元，值班主管自己能定吗", {"verdict": False, "roles": ["场馆部经理"]}),
    ("值班主管能决定招不招一个救生员吗", {"status": ("not_found",)}),
    # what is done to a role is nobody's request
    ("换个值班主管，谁说了算", {"roles": ["场馆部经理"]}),
    ("非会员退卡值班主管能定吗", {"status": ("not_found",)}),
    # the head of whatever department one is in
    ("救生员请假2天谁批", {"roles": ["场馆部经理"]}),
    ("救生员请一天假找谁", {"order": ["值班主管"]}),
    ("我是收银员，想请两天假要找谁", {"order": ["值班主管", "场馆部经理"]}),
    ("场馆部经理请假谁批", {"roles": ["馆长"]}),
    ("救生员请假5天需要值班主管批准吗", {"verdict": False}),
    # one or the other
    ("借用场地谁批准", {"roles": ["场馆部经理", "设备主管"]}),
    ("救生员想借用场地，要谁批准", {"order": ["值班主管", "场馆部经理"]}),
    ("巡视方案谁审定", {"roles": ["值班主管"]}),
    # who only watches over something, or gets it, does not do it
    ("场租谁负责收缴", {"status": ("not_found",)}),
    ("场租收缴谁盯着", {"roles": ["场馆部经理"]}),
    ("谁是财务", {"status": ("not_found",)}),
    ("谁培训收银员", {"status": ("not_found",)}),
    ("新员工的礼仪培训谁负责", {"status": ("not_found",)}),
    ("谁组织员工礼仪培训", {"roles": ["场馆部经理"]}),
    ("器材不合格，再检一次由谁安排", {"roles": ["场馆部经理"]}),
    # what a rule decides on may stand behind its verb, and only once
    ("押金差错60元由谁批准冲账", {"roles": ["值班主管"]}),
    ("押金差错300元由谁批准冲账", {"roles": ["场馆部经理"]}),
    # what no document names is bought all the same
    ("买台打印机要800块，谁批", {"roles": ["场馆部经理"]}),
    ("花三千块钱买东西谁批", {"roles": ["馆长"]}),
    ("花三千块钱修泳池谁批", {"status": ("not_found",)}),
    # what is forbidden in one case is not in every one
    ("消防验收未过的场地能借用吗", {"verdict": False}),
    ("室外场地可以借用吗", {"status": ("not_found",)}),
    # newcomers who want to know what to mind
    ("大家好，我是新来的救生员，刚毕业，请问我每天都要干些什么，需要注意哪些地方？", {"has": "溺水救援"}),
    ("下周一去当收银员，归谁领导、平时要注意些什么", {"roles": ["值班主管"], "has": "登记押金"}),
    # the role beside 能 is asked about, not the one named first
    ("救生员请假两天，场馆部经理可以批吗？", {"verdict": True}),
    ("救生员请假两天，场馆部经理签字就行了吗", {"verdict": True}),
    ("救生员请两天假值班主管能自己批吗", {"verdict": False}),
    ("值班主管的任免，场馆部经理自己就能定吗", {"verdict": True}),
    ("值班主管的任免场馆部经理能定吗", {"verdict": True}),
    ("收银员收到假币，收银员有权不让他买票吗", {"status": ("not_found",)}),
    # what another's line hands on to somebody gives him no more than his own limit
    ("押金差错赔付5000元，场馆部经理能批吗", {"verdict": False}),
    ("押金差错赔付2000元，场馆部经理能批吗", {"verdict": True}),
    # what runs into a name
    ("夜班收银员可以收款吗", {"status": ("not_found",)}),
    ("高级救生员可以拒绝酒后泳客吗", {"status": ("not_found",)}),
]


@pytest.mark.parametrize(("asked", "gold"), QUESTIONS, ids=[asked[:40] for asked, _ in QUESTIONS])
def test_answer(pool: Conversations, asked: str, gold: dict[str, Any]) -> None:
    answer = pool.ask(asked, asked)
    check(answer, gold)
    assert "says" not in gold or gold["says"] in {say.key for say in answer.says}
