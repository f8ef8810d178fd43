"""What is told before a question who does something: it may be what the question is about, or beside it."""

import pytest

from bot.conversation import Conversations
from bot.replies import reply_object
from knowledge import Handbook

_DUTIES = """# 青禾花卉基地岗位职责

# 基地经理岗位说明书
- 直接下级：花艺师、植保员、收银员
## 职责
1. 审核外聘花艺师的从业证明，办理用工备案。
2. 上报苗木病虫疫情。
3. 主持基地经理例会。
4. 上岗证到期前20天通知花艺师年检。
## 权限
- 温室录像调阅的批准权
- 促销费用由基地经理审核后，报董事长同意

# 花艺师岗位说明书
- 直接上级：基地经理
## 职责
1. 给实习花艺师讲解配色。
2. 保管进口花剪。
3. 每日把鲜花零售价发给工商所。

# 植保员岗位说明书
- 直接上级：基地经理
## 职责
1. 收集苗木病虫疫情，当日告知基地经理。
2. 保管熏蒸药剂，钥匙两人分持。

# 收银员岗位说明书
- 直接上级：基地经理
## 职责
1. 保管基地公章。
"""

_TOLD = [
    ("苗木病虫疫情由谁负责上报", ["基地经理"]),
    ("miaomu bingchong yiqing shui fuze shangbao", ["基地经理"]),
    ("谁主持基地经理例会", ["基地经理"]),
    ("鲜花今天卖什么价，是谁发给工商所的", ["花艺师"]),
]

_NOT_TOLD = [
    # what others watch over, he may have to do all the same
    "花艺师要不要给花剪做登记",
    # who asks is not what is asked
    "我是新来的花艺师，行李还在老家放着，想先租个房子，请问哪个岗位给办",
    # that somebody agrees says nothing of what
    "昨天我的花架倒了，听说要有人同意才行，请问哪个岗位点头",
    # the line says who is told, and not that he tells anybody
    "上岗证快到期了，谁会来提醒我去年检",
    # several hold things, none of them this
    "我爱人那把雨伞，平时是谁保管的",
]


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    path = tmp_path_factory.mktemp("documents") / "岗位职责.md"
    path.write_text(_DUTIES, "utf-8")
    return Handbook.load([path])


@pytest.mark.parametrize(("question", "roles"), _TOLD)
def test_told(handbook: Handbook, question: str, roles: list[str]) -> None:
    answer = reply_object(handbook.ask(question)[0])
    assert (answer["status"], answer["roles"]) == ("answered", roles)


@pytest.mark.parametrize("question", _NOT_TOLD)
def test_not_told(handbook: Handbook, question: str) -> None:
    assert reply_object(handbook.ask(question)[0])["status"] == "not_found"


def test_an_amount_asked_of_another_matter_is_no_follow_up() -> None:
    chat = Conversations(Handbook.sample())
    chat.ask("a", "请2天假找谁批")
    answer = reply_object(chat.ask("a", "3万的采购合同谁审批"))
    assert "请假" not in answer["text"]


@pytest.mark.parametrize("wish", ["我想请两天年假", "我们要请3天假回老家", "下周想休5天婚假", "我想请个假"])
def test_a_wish_to_take_leave_asks_who_grants_it(wish: str) -> None:
    answer = reply_object(Handbook.sample().ask(wish)[0])
    assert answer["status"] == "answered"
    assert {e["quote"] for e in answer["evidence"]} >= {
        "审批客户开发专员3天以内（含）的请假，超过3天的报集团客户部经理审批"
    }
