"""Whether one's superior or the head of one's department may decide, by rules that name them so; put to an
invented print shop."""

from typing import Any

import pytest

from bot.conversation import Conversations
from tests.gold import about, check

_DUTIES = """一、车间主任岗位职责
所在部门：印刷车间
直接上级：厂长
1、主持印刷车间工作，直接领导机长和装订工。
2、批准车间停机检修。

二、机长岗位职责
所在部门：印刷车间
直接上级：车间主任
1、操作印刷机，保证印品质量。
2、对墨色不合格的印张，有权拒绝下机。

三、装订工岗位职责
所在部门：印刷车间
直接上级：车间主任
1、折页、锁线、装订。

四、审批规定
1、员工请假：3天以内（含）的，由所在部门负责人批准；超过3天的，由所在部门负责人审核，报厂长批准。
2、加班：每月10小时以内（含）的，由直接上级批准；超过10小时的，由直接上级审核，报厂长批准。
3、纸张采购：单笔5000元以内（含）的，由车间主任审批；5000元以上的，由车间主任审核，报厂长审批。
4、设备购置：单笔2万元以内（含）的，由厂长审批。
"""


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Conversations:
    return about(tmp_path_factory.mktemp("shop"), _DUTIES, "印刷厂岗位职责.txt")


_UNSAID: dict[str, Any] = {"status": ("not_found",)}

QUESTIONS: list[tuple[str, dict[str, Any]]] = [
    ("请假2天部门负责人能批准吗", {"verdict": True}),
    ("请假5天部门负责人能批准吗", {"verdict": False, "roles": ["厂长"]}),
    ("我要歇5天，我们部门领导签了字就算准了吗", {"verdict": False, "roles": ["厂长"]}),
    ("我要歇2天，我们部门领导签了字就算准了吗", {"verdict": True}),
    ("我是装订工，想请5天假，我们部门经理点了头就算准了吗", {"verdict": False, "roles": ["厂长"]}),
    ("加班8小时直接上级能批吗", {"verdict": True}),
    ("加班12小时直接上级能批吗", {"verdict": False, "roles": ["厂长"]}),
    # with no amount it depends, and another kind of post may or may not be the same
    ("请假部门负责人能批吗", _UNSAID),
    ("请假2天直接上级能批准吗", _UNSAID),
    # whoever a rule names may be just that head
    ("3000元的纸张采购我们部门负责人能批吗", _UNSAID),
    ("部门负责人能批准停机检修吗", _UNSAID),
    ("买叉车部门负责人能批吗", _UNSAID),
    # a right of one by his name is asked for as before
    ("装订工请假2天，车间主任能批吗", {"verdict": True}),
    ("纸张采购3000元车间主任能批吗", {"verdict": True}),
    ("纸张采购8000元车间主任能批吗", {"verdict": False, "roles": ["厂长"]}),
    # without another's word
    ("车间主任能不能不等厂长批就买8000块的纸", {"verdict": False, "roles": ["厂长"]}),
    ("车间主任能不能不等厂长批就买3000块的纸", {"verdict": True}),
    ("车间主任不跟厂长说就停机检修行吗", {"verdict": True}),
    ("机长能不能不等车间主任批就停机检修", {"verdict": False, "roles": ["车间主任"]}),
    # of which kind of purchase a thing is, nobody guesses
    ("买台3000块的叉车要经过谁批", _UNSAID),
    ("买台3000块的设备要经过谁批", {"roles": ["厂长"]}),
    # a case that is not the one of the line
    ("墨色不合格，机长能压着不下机吗", {"verdict": True}),
    ("墨色合格，机长能拒绝下机吗", _UNSAID),
    ("纸没到齐，机长能拒绝下机吗", _UNSAID),
]


@pytest.mark.parametrize(("asked", "gold"), QUESTIONS, ids=[asked[:40] for asked, _ in QUESTIONS])
def test_answer(shop: Conversations, asked: str, gold: dict[str, Any]) -> None:
    check(shop.ask(asked, asked), gold)
