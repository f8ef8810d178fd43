"""Asking for the whole way of an approval: shared steps, tiers, cases, and lines of several roles joined."""

from typing import Any

import pytest

from bot.conversation import Conversations
from knowledge import Handbook
from tests.gold import check


def _role(name: str, superior: str, below: str, *lines: str) -> str:
    duties = "\n".join(f"{i}. {line}" for i, line in enumerate(lines, 1))
    return f"# {name}\n岗位名称：{name}\n直接上级：{superior}\n直接下级：{below}\n岗位职责：\n{duties}\n\n"


_WATER = {
    "岗位.md": "".join(
        (
            _role("总经理", "董事会", "副总经理、财务经理", "审批公司年度预算和决算", "审批用户减免水费"),
            _role("副总经理", "总经理", "营业部经理、管网部经理", "审核营业部、管网部的工作计划"),
            _role(
                "营业部经理",
                "副总经理",
                "抄表班长、客服主管",
                "审核用户退费申请，报副总经理审批",
                "审批本部门员工2天以内的请假，超过2天的报副总经理批准",
                "审核用户减免水费申请，报总经理审批",
            ),
            _role("抄表班长", "营业部经理", "抄表员", "安排抄表路线"),
            _role("抄表员", "抄表班长", "无", "按期抄表"),
            _role("客服主管", "营业部经理", "无", "受理用户退费申请，提交营业部经理审核", "登记用户投诉"),
            _role("管网部经理", "副总经理", "抢修班长", "编制管网改造计划，报副总经理审批"),
            _role("抢修班长", "管网部经理", "无", "带队抢修"),
            _role("财务经理", "总经理", "财务主管", "审核年度预算，报总经理审批"),
            _role("财务主管", "财务经理", "无", "编制年度预算，提交财务经理审核"),
            _role("报装员", "营业部经理", "无", "解答报装问题"),
        )
    ),
    "制度.md": """# 审批权限规定

1. 管网抢修费用，先由抢修班长核实工程量，再按金额签批：\
单笔2000元以内（含）由管网部经理审批，2000元以上、2万元以内（含）由副总经理审批，\
2万元以上报总经理审批。
2. 新装水表按“报装员受理—管网部经理勘查—营业部经理审批”办理。
3. 水表更换的流程为：抄表员提出→抄表班长核实→营业部经理批准。一次更换超过50台的，再报副总经理批准。
4. 一般停水的审批流程为：抢修班长申报→管网部经理审核→副总经理批准。\
涉及主干管的停水，经副总经理批准后还须报总经理签批。
5. 车辆使用由部门经理签字同意；超过3天的，由副总经理批准。

# 员工调动审批表

| 事项 | 情形 | 审核 | 审批 |
|---|---|---|---|
| 抄表员调动 | 同一片区 | - | 抄表班长 |
| 抄表员调动 | 跨片区 | 抄表班长 | 营业部经理 |
| 档案借阅 | 馆内查阅 | - | 客服主管 |
| 档案借阅 | 借出 | 客服主管 | 营业部经理 |
""",
}


@pytest.fixture(scope="module")
def water(tmp_path_factory: pytest.TempPathFactory) -> Conversations:
    folder = tmp_path_factory.mktemp("water")
    for name, text in _WATER.items():
        (folder / name).write_text(text, encoding="utf-8")
    return Conversations(Handbook.load([folder]))


QUESTIONS: list[tuple[str, dict[str, Any]]] = [
    # Steps told before the tiers belong to every tier.
    ("8000元的管网抢修费用要依次经过谁", {"order": ["抢修班长", "副总经理"]}),
    ("管网抢修 1500块 审批步骤", {"order": ["抢修班长", "管网部经理"]}),
    ("管网抢修费5万块，从审核到审批都要找谁", {"order": ["抢修班长", "总经理"]}),
    ("管网抢修费用8000元谁审批", {"roles": ["副总经理"]}),
    ("抢修管网要花3000块，从把关到拍板走哪几步", {"order": ["抢修班长", "副总经理"]}),
    # Chains drawn with dashes, with verbs that are no rights.
    ("新装水表要经过哪几个岗位", {"order": ["报装员", "管网部经理", "营业部经理"]}),
    ("新装水表从受理到最后审批，依次经过哪些岗位", {"order": ["报装员", "管网部经理", "营业部经理"]}),
    ("新装水表的流程是怎么走的", {"order": ["报装员", "管网部经理", "营业部经理"]}),
    ("新装水表谁审批", {"roles": ["营业部经理"]}),
    # A case that goes on from the steps before it.
    ("更换80台水表要走哪些流程", {"order": ["抄表班长", "营业部经理", "副总经理"]}),
    ("水表更换20台 审批流程", {"order": ["抄表班长", "营业部经理"]}),
    ("一般停水依次要经过哪几关", {"order": ["管网部经理", "副总经理"]}),
    ("涉及主干管的停水审批要经过谁", {"order": ["管网部经理", "副总经理", "总经理"]}),
    ("主干管停水从申报到最终签批走哪几步", {"order": ["管网部经理", "副总经理", "总经理"]}),
    # The row whose case the question names.
    ("抄表员跨片区调动要经过哪些审批步骤", {"order": ["抄表班长", "营业部经理"]}),
    ("抄表员同一片区调动谁审批", {"roles": ["抄表班长"]}),
    ("跨片区调动抄表员谁批准", {"roles": ["营业部经理"]}),
    ("档案借出审批流程", {"order": ["客服主管", "营业部经理"]}),
    # Lines of several roles that hand a matter on.
    ("用户退费从受理到最后审批，依次经过哪些岗位", {"order": ["客服主管", "营业部经理", "副总经理"]}),
    ("用户退费的审批流程是什么", {"order": ["客服主管", "营业部经理", "副总经理"]}),
    ("用户退费要过哪几道关", {"order": ["客服主管", "营业部经理", "副总经理"]}),
    ("年度预算要走哪些流程", {"order": ["财务经理", "总经理"]}),
    ("年度预算编好之后依次要经过谁", {"order": ["财务经理", "总经理"]}),
    ("用户减免水费要走哪些审批步骤", {"order": ["营业部经理", "总经理"]}),
    ("管网改造计划的审批流程", {"order": ["副总经理"]}),
    ("年度预算谁审批", {"roles": ["总经理"]}),
    ("谁受理用户退费申请", {"roles": ["客服主管"]}),
    # From the asker up to whoever decides.
    ("我是抄表员，想请1天假，从我往上要找谁签", {"order": ["抄表班长", "营业部经理"]}),
    ("我是抄表员，请5天假依次要找谁批", {"order": ["抄表班长", "营业部经理", "副总经理"]}),
    ("抄表员请假1天，从直接上级到最终审批人依次是谁", {"order": ["抄表班长", "营业部经理"]}),
    ("我是抄表员 请4天假 从下到上要找哪些领导批", {"order": ["抄表班长", "营业部经理", "副总经理"]}),
    ("用车5天要谁批准", {"roles": ["副总经理"]}),
    ("我是抄表员，家里有事想请1天假，要找哪几个人签", {"order": ["抄表班长", "营业部经理"]}),
    # The line of superiors alone.
    ("我是抄表员，一级一级往上到副总经理都是谁管着啊", {"order": ["抄表班长", "营业部经理", "副总经理"]}),
    (
        "我是新来的抄表员，想弄明白公司的汇报关系，请从我的直接领导开始，一级一级往上列到副总经理",
        {"order": ["抄表班长", "营业部经理", "副总经理"]},
    ),
    # Comparing two roles in a matter quotes the rule that gives each of them a limit.
    ("管网部经理和副总经理在管网抢修费用的审批额度上有什么区别", {"has": "单笔2000元以内"}),
    ("在抢修费用上，管网部经理和总经理的权限有什么不同", {"has": "单笔2000元以内"}),
    ("抄表班长和营业部经理在抄表员调动的审批上有什么区别", {"has": "跨片区"}),
    ("抄表班长和客服主管的工作分工有什么不同", {"has": "安排抄表路线"}),
]


@pytest.mark.parametrize(("question", "gold"), QUESTIONS, ids=[question for question, _ in QUESTIONS])
def test_the_whole_way(water: Conversations, question: str, gold: dict[str, Any]) -> None:
    check(water.ask(question, question), gold)


_BEYOND = "超过2万元的赔付支出、超过20%的货款减免，报总经理批准"
_STORES = {
    "岗位.md": "".join(
        (
            _role("总经理", "无", "营运总监、财务总监", "签批店面租赁合同"),
            _role("营运总监", "总经理", "区域督导", "审批各区域的促销方案", _BEYOND),
            _role("财务总监", "总经理", "核算会计", "复核店面租赁合同"),
            _role("区域督导", "营运总监", "店长", "审核所辖门店的促销方案，报营运总监审批"),
            _role("店长", "区域督导", "导购员、收银员", "拟定本店促销方案，报区域督导审核"),
            _role("导购员", "店长", "无", "接待顾客"),
            _role("收银员", "店长", "无", "收款"),
            _role("核算会计", "财务总监", "无", "核对账目"),
        )
    ),
    "办法.md": """# 门店管理审批办法

## 一、商品报损

1. 商品报损由店长盘点核实，核算会计复核后，单次500元（含）以内由区域督导审批，500元以上由营运总监审批。

## 二、顾客退货

2. 顾客退货：收银员登记—店长核实—区域督导批准。

## 三、门店装修

3. 门店装修方案由区域督导审核，营运总监批准；预算超过10万元的，另须报总经理批准。

## 四、货品调拨

4. 货品调拨的程序为：店长提出→区域督导审核→营运总监批准→核算会计记账。

## 五、请假

5. 门店员工请假3天以内（含）由店长批准；3天以上的，经店长签署意见后报区域督导批准。

## 六、加急采购

6. 加急采购经店长、区域督导逐级审核后，由营运总监审批。
""",
}


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Conversations:
    folder = tmp_path_factory.mktemp("stores")
    for name, text in _STORES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return Conversations(Handbook.load([folder]))


AT_THE_STORES: list[tuple[str, dict[str, Any]]] = [
    ("报损300块的商品要走哪些流程", {"order": ["店长", "核算会计", "区域督导"]}),
    ("商品报损 2000元 依次经过谁", {"order": ["店长", "核算会计", "营运总监"]}),
    ("商品报损800元由谁审批", {"roles": ["营运总监"]}),
    ("顾客退货从登记到最后批准，依次是哪几个岗位", {"order": ["收银员", "店长", "区域督导"]}),
    ("顾客退货的审批流程", {"order": ["收银员", "店长", "区域督导"]}),
    ("门店装修方案 15万 审批流程", {"order": ["区域督导", "营运总监", "总经理"]}),
    ("5万元的门店装修方案要经过哪几道审批", {"order": ["区域督导", "营运总监"]}),
    ("货品调拨要过哪几道关", {"order": ["区域督导", "营运总监"]}),
    ("货品调拨从申请到批下来要走哪几步", {"order": ["区域督导", "营运总监"]}),
    ("加急采购的审批步骤", {"order": ["店长", "区域督导", "营运总监"]}),
    ("加急采购依次由谁审核、谁审批", {"order": ["店长", "区域督导", "营运总监"]}),
    ("促销方案的审批流程是什么", {"order": ["区域督导", "营运总监"]}),
    ("本店促销方案拟定好之后依次要经过谁", {"order": ["区域督导", "营运总监"]}),
    ("店面租赁合同要走哪些审批步骤", {"order": ["财务总监", "总经理"]}),
    ("我是导购员，想请5天假，要挨个找谁签", {"order": ["店长", "区域督导"]}),
    ("门店员工请2天假谁批", {"roles": ["店长"]}),
    ("收银员请假4天，从直接领导到最终审批人依次是谁", {"order": ["店长", "区域督导"]}),
    ("我是店长，拟了促销方案，往上要找谁", {"order": ["区域督导", "营运总监"]}),
    ("促銷方案的審批流程是什麼", {"order": ["区域督导", "营运总监"]}),
    ("商品报损300元 approval flow", {"order": ["店长", "核算会计", "区域督导"]}),
    ("3万元的赔付支出由谁批准", {"roles": ["总经理"]}),
    ("赔付支出25000块要谁批", {"roles": ["总经理"]}),
    ("区域督导和营运总监在商品报损上的审批额度有什么不同", {"has": "500元（含）以内"}),
]


@pytest.mark.parametrize(("question", "gold"), AT_THE_STORES, ids=[q for q, _ in AT_THE_STORES])
def test_the_whole_way_at_the_stores(stores: Conversations, question: str, gold: dict[str, Any]) -> None:
    check(stores.ask(question, question), gold)


_THEATRE = {
    "岗位.md": "".join(
        (
            _role("院长", "理事会", "业务副院长、售后服务经理", "主持全院工作"),
            _role("业务副院长", "院长", "演出部主任、舞美总监", "分管演出部"),
            _role("演出部主任", "业务副院长\n所属部门：演出部", "排期员", "安排演出"),
            _role("排期员", "演出部主任\n所属部门：演出部", "无", "编制排期"),
            _role("舞美总监", "业务副院长", "布景师", "审定布景"),
            _role("布景师", "舞美总监", "无", "制作布景"),
            _role("售后服务经理", "院长", "票务员", "处理退票"),
            _role("票务员", "售后服务经理", "无", "售票"),
        )
    ),
    "制度.md": """# 审批权限规定

1. 员工外出培训由部门主任审核，报分管院领导批准。
2. 购置布景材料由本人直接上级审核，中心总监批准。
3. 借用道具由申请人直接上级批准。

# 审批权限表

| 事项 | 金额 | 申请人 | 审核 | 审批 |
|---|---|---|---|---|
| 退票 | 1000元以内 | 票务员 | — | 售后经理 |
| 退票 | 1000元以上 | 票务员 | 售后经理、业务副院长 | 院长 |
""",
}

AT_THE_THEATRE: list[tuple[str, dict[str, Any]]] = [
    # Steps that name nobody: the head of the asker's department, whoever is above it, his own superior.
    ("我是排期员，想外出培训要经过谁", {"order": ["演出部主任", "业务副院长"]}),
    ("我是布景师，购置布景材料要走哪几步", {"order": ["舞美总监"]}),
    ("我是票务员，借用道具要经过谁", {"order": ["售后服务经理"]}),
    # 售后|经理 is no 后经.
    ("退票800元要走哪些流程", {"order": ["售后服务经理"]}),
    ("退票3000元要走哪些流程", {"order": ["售后服务经理", "业务副院长", "院长"]}),
    # The steps of the rule, not the line of superiors.
    ("我是票务员，退票3000元都得谁签字", {"order": ["售后服务经理", "业务副院长", "院长"]}),
]


@pytest.fixture(scope="module")
def theatre(tmp_path_factory: pytest.TempPathFactory) -> Conversations:
    folder = tmp_path_factory.mktemp("theatre")
    for name, text in _THEATRE.items():
        (folder / name).write_text(text, encoding="utf-8")
    return Conversations(Handbook.load([folder]))


@pytest.mark.parametrize(("question", "gold"), AT_THE_THEATRE, ids=[q for q, _ in AT_THE_THEATRE])
def test_steps_that_name_nobody(theatre: Conversations, question: str, gold: dict[str, Any]) -> None:
    check(theatre.ask(question, question), gold)
