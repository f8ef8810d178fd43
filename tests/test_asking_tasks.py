"""What a role does under one of its duties, and what a question says of the asker by the way."""

from pathlib import Path
from typing import Any

import pytest

from bot.conversation import Conversations
from knowledge import Handbook
from tests.gold import about, check

_POSTS = """# 场务主管岗位说明书
- 所属部门：演出部
- 直接上级：演出部经理
- 直接下级：灯光师、场务
## 职责
1. 巡查剧场，督促安全标准落实
   1. 每场演出前巡场一次，填写巡场单
   2. 检查消防通道
   3. 对隐患开具整改单
2. 道具管理
   1. 登记道具出入库
   2. 每季度盘点道具
3. 安排场务排班

# 场务岗位说明书
- 所属部门：演出部
- 直接上级：场务主管
- 直接下级：无
## 职责
1. 搬运布景
2. 参加场务会
"""


@pytest.fixture(scope="module")
def theatre(tmp_path_factory: pytest.TempPathFactory) -> Conversations:
    return about(tmp_path_factory.mktemp("theatre"), _POSTS, "岗位说明书.md")


@pytest.mark.parametrize(
    ("asked", "gold", "absent"),
    [
        ("道具管理这摊事，场务主管具体要干哪几样", {"has": "盘点道具"}, "巡场单"),
        ("场务主管在巡场这项职责下要做哪些具体工作", {"has": "消防通道"}, "盘点道具"),
        ("场务主管的道具管理包括哪些工作", {"has": "出入库"}, "巡场单"),
        ("我刚来，岗位是场务，对剧场不太熟，能不能先讲讲场务平时要做哪些事情", {"has": "搬运布景"}, ""),
        ("我是演出部的场务，我的上级是谁", {"roles": ["场务主管"]}, ""),
        ("我是剧场的场务，从我往上一级一级都是谁", {"order": ["场务主管", "演出部经理"]}, ""),
        ("场务的领到的领导是谁", {"roles": ["演出部经理"]}, ""),
        ("灯光师的上机是谁", {"roles": ["场务主管"]}, ""),
    ],
)
def test_answer(theatre: Conversations, asked: str, gold: dict[str, Any], absent: str) -> None:
    answer = theatre.ask(asked, asked)
    check(answer, gold)
    assert not absent or all(absent not in evidence.quote for evidence in answer.evidence)


def test_what_is_said_in_one_sentence_is_told_where_duties_are_asked_for(tmp_path: Path) -> None:
    text = "岗位职责\n一、检票员\n引导观众入场，核对票面。\n二、售票员\n1.出售门票；\n2.清点票款。\n"
    (tmp_path / "剧场.txt").write_text(text, encoding="utf-8")
    answer = Conversations(Handbook.load([tmp_path])).ask("a", "检票员平时干什么")
    assert (answer.status, answer.intent) == ("answered", "duties")
    assert [evidence.quote for evidence in answer.evidence] == ["引导观众入场，核对票面"]
