"""Questions about rules, groups, deputies and long stories, put to an invented ferry company."""

from typing import Any

import pytest

from bot.conversation import Conversations
from knowledge import Handbook
from tests.gold import check

_DUTIES = """一、航运部经理岗位职责
1、在总经理领导下主持航运部工作，直接管理值班船长和票务组长。
2、审批值班船长编制的航次计划。
3、航运部经理外出时，由值班船长代行其职责。

二、值班船长岗位职责
1、值班船长在航运部经理领导下工作，带领水手。
2、编制航次计划，报航运部经理审批。
3、大雾停航由值班船长决定。

三、票务组长岗位职责
1、票务组长在航运部经理领导下工作，管理售票员。
2、退票100元以内（含）的，由票务组长批准；100元以上的，由航运部经理批准。
3、保管票据和公章。

四、通用规定
（一）请假
1. 本规定所称一线员工，指水手和售票员；班组长，指值班船长和票务组长。
2. 一线员工请假2天以内（含2天）的，由班组长批准；2天以上的，经班组长审核，报航运部经理批准。
3. 班组长请假一律由总经理批准。
（二）采购
1. 物资采购1000元以内（含）的，由航运部经理审批；1000元以上的，经航运部经理审核，报总经理审批。
2. 采购合同由票务组长起草，经航运部经理审核后报总经理批准。
"""


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Conversations:
    folder = tmp_path_factory.mktemp("ferry")
    (folder / "轮渡公司岗位职责.txt").write_text(_DUTIES, encoding="utf-8")
    return Conversations(Handbook.load([folder]))


QUESTIONS: list[tuple[list[str], dict[str, Any]]] = [
    (["一线员工包括哪些岗位"], {"roles": ["水手", "售票员"]}),
    (["水手请假1天，审批流程是怎样的"], {"order": ["值班船长"]}),
    (["售票员请假5天要经过谁审批"], {"order": ["票务组长", "航运部经理"]}),
    (["值班船长请假3天找谁批"], {"order": ["航运部经理", "总经理"]}),
    (["我是售票员", "请5天假要找谁"], {"order": ["票务组长", "航运部经理"]}),
    (
        ["我是水手，老家有事，下周想请4天假，怕漏了哪一步，麻烦问下按顺序要经过哪些人"],
        {"order": ["值班船长", "航运部经理"]},
    ),
    (["物资采购3000元要走哪些审批步骤"], {"order": ["航运部经理", "总经理"]}),
    (["物资采购1000元以内的谁审批"], {"roles": ["航运部经理"]}),
    (["采购合同谁起草"], {"roles": ["票务组长"]}),
    (["采购合同谁审核、谁批准"], {"order": ["航运部经理", "总经理"]}),
    (["票务组长能批300元的退票吗"], {"verdict": False}),
    (["票务组长能批80元的退票吗"], {"verdict": True}),
    (["航运部经理不在的时候谁代他"], {"roles": ["值班船长"]}),
    (["公章在谁手里"], {"roles": ["票务组长"]}),
    (["航次计划和采购合同分别由谁编制、起草"], {"status": ("answered", "not_found")}),
    (["售票员上级的上级是谁"], {"roles": ["航运部经理"]}),
    (["上级的上级 水手 是谁"], {"roles": ["航运部经理"]}),
    (["谁负责救生艇保养"], {"status": ("not_found",)}),
    (["值班船长电话多少"], {"status": ("not_found",)}),
]


@pytest.mark.parametrize(("asked", "gold"), QUESTIONS, ids=[" / ".join(asked)[:40] for asked, _ in QUESTIONS])
def test_answer(ferry: Conversations, asked: list[str], gold: dict[str, Any]) -> None:
    for question in asked:
        answer = ferry.ask(" / ".join(asked), question)
    check(answer, gold)
