"""The keeper's work: documents, words, members; and who may ask at all."""

import base64
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.telegram.world import World, labels, world

_ADMIN = 900
_SHOP = """# 店长

| 项目 | 内容 |
|---|---|
| 岗位名称 | 店长 |
| 直接上级 | 区域经理 |
| 直接下级 | 收银员 |

## 职责
1. 审批店内<折扣>&退货
2. 安排排班
"""


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """A bot that only admins may use so far."""
    with world(tmp_path_factory.mktemp("shop")) as made:
        made.control("settings", {"members": {"-100": [31]}})
        made.start(ROLEBOT_MEMBERS="21, 22", ROLEBOT_GROUPS="-100")
        yield made


def _text(messages: list[dict[str, Any]]) -> str:
    return "\n".join(message["text"] for message in messages)


def _send(made: World, name: str, content: bytes, person: int = _ADMIN, **more: Any) -> list[dict[str, Any]]:
    file = f"f{abs(hash((name, content)))}"
    made.control("settings", {"files": {file: base64.b64encode(content).decode()}})
    document = {"file_id": file, "file_unique_id": file, "file_name": name, "file_size": len(content)} | more
    return made.say("", person, document=document)


@pytest.mark.parametrize(
    ("person", "chat", "allowed"),
    [
        (_ADMIN, None, True),
        (21, None, True),
        (23, None, False),
        (31, None, True),
        (32, None, False),
        (32, -100, True),
    ],
)
def test_who_may_ask(shop: World, person: int, chat: int | None, allowed: bool) -> None:
    got = shop.say("/ask 客户开发主管的上级是谁", person, chat)
    assert ("集团客户部经理" in _text(got)) is allowed
    if not allowed:
        assert [message["text"] for message in got] == [
            f"您好，这个机器人只为成员服务。请向管理员要邀请链接（您的编号：{person}）。"
        ]


def test_strangers_learn_nothing(shop: World) -> None:
    for text in (
        "/start",
        "/help",
        "/org",
        "/stats",
        "/start role_客户开发主管",
        "/privacy",
        "/start join_wrong-code",
    ):
        got = shop.say(text, 77)
        assert len(got) == 1
        assert "只为成员服务" in got[0]["text"] or "邀请码无效" in got[0]["text"]
    assert shop.after([shop.message("@role_test_bot 客户开发主管的上级是谁", 77, -300)], least=0) == []
    user = {"id": 77, "is_bot": False, "first_name": "x"}
    shop.deliver({"inline_query": {"id": "i", "from": user, "query": "主管", "offset": ""}})
    shop.settle()
    assert shop.calls("answerInlineQuery")[-1]["results"] == []
    message = {"chat": {"id": 77, "type": "private", "first_name": "x"}, "message_id": 1, "date": 0}
    assert shop.after([shop.press_data(message, "ask:客户开发主管的上级是谁", 77)], least=0) == []
    assert shop.after([shop.press_data(message, "invite:1", 21)], least=0) == []


def test_invitations(shop: World) -> None:
    (menu,) = shop.say("/members", _ADMIN)
    (made,) = shop.press(menu, "邀请一个人", _ADMIN)
    code = made["text"].split("start=join_")[1].split()[0]
    assert "欢迎加入" in _text(shop.say(f"/start join_{code}", 41))
    assert "集团客户部经理" in _text(shop.say("客户开发主管的上级是谁", 41))
    assert "邀请码无效" in _text(shop.say(f"/start join_{code}", 42))
    (listed,) = shop.say("/members", _ADMIN)
    assert "小41（41" in listed["text"]
    shop.press(listed, "停用 小41", _ADMIN)
    assert "只为成员服务" in _text(shop.say("客户开发主管的上级是谁", 41))
    (many,) = shop.press(menu, "邀请一批人（最多50人）", _ADMIN)
    code = many["text"].split("发给我：")[1].strip()
    assert "邀请码无效" in _text(shop.say(code, 41))
    assert "欢迎加入" in _text(shop.say(code, 43))
    (listed,) = shop.say("/members", _ADMIN)
    shop.press(listed, "作废所有邀请", _ADMIN)
    assert "邀请码无效" in _text(shop.say(code, 44))


def test_too_many_questions(tmp_path: Path) -> None:
    with world(tmp_path) as made:
        made.start(ROLEBOT_QUESTIONS_PER_MINUTE="3")
        got = made.after([made.message("客户开发主管的上级是谁", 50) for _ in range(6)])
        assert len(got) == 4
        assert "请在" in got[-1]["text"]
        assert "集团客户部经理" in _text(made.say("客户开发主管的上级是谁", 51))


def test_a_document_goes_live(tmp_path: Path) -> None:
    with world(tmp_path) as made:
        made.control("faults", {"rate": 0.2, "kinds": ["500"], "seed": 4, "methods": ["file", "getfile"]})
        made.start()
        assert "只有管理员能更新文档" in _text(_send(made, "店长.md", _SHOP.encode(), 7))
        (shown,) = _send(made, "店长.md", _SHOP.encode())
        assert "读了“店长.md”：\n· 岗位 店长（2项职责）" in shown["text"]
        assert "示例手册不再使用" in shown["text"]
        assert "客户开发主管" in _text(made.say("客户开发主管的上级是谁"))
        (live,) = made.press(shown, "上线", _ADMIN)
        assert "已上线“店长.md”（第1版，共1份文档）" in live["text"]
        assert "区域经理" in _text(made.say("店长的上级是谁"))
        assert "折扣" in _text(made.say("店长有哪些职责"))
        assert "文档里没有" in _text(made.say("客户开发主管的上级是谁"))
        made.say("我是店长", 61)
        made.say("我是店长", 62)
        (shown,) = _send(
            made, "店长.md", _SHOP.replace("区域经理", "大区总监").replace("2. 安排排班\n", "").encode()
        )
        assert "直接上级：区域经理 → 大区总监" in shown["text"]
        assert "职责去掉：安排排班" in shown["text"]
        told = made.press(shown, "上线", _ADMIN)
        notices = [message for message in told if message["chat"]["id"] in (61, 62)]
        assert {m["chat"]["id"] for m in notices} == {61, 62}
        assert all("区域经理 → 大区总监" in message["text"] for message in notices)
        assert "已通知2位" in _text([m for m in told if m["chat"]["id"] == _ADMIN])
        (off,) = made.press(next(m for m in notices if m["chat"]["id"] == 61), "不再提醒我", 61)
        assert "不再提醒" in off["text"]
        back = made.say("/import", _ADMIN)
        told = made.press(back[-1], "回到上一版", _ADMIN)
        assert {m["chat"]["id"] for m in told} == {_ADMIN, 62}
        made.kill()
        made.start()
        assert "区域经理" in _text(made.say("店长的上级是谁"))


def test_a_tour_of_a_role_that_is_gone_offers_others(tmp_path: Path) -> None:
    with world(tmp_path) as made:
        made.start()
        (page,) = made.say("/onboard 客户开发专员")
        (shown,) = _send(made, "店长.md", _SHOP.encode())
        made.press(shown, "上线", _ADMIN)
        for told in (made.press(page, "下一步"), made.say("/onboard")):
            assert "已经没有“客户开发专员”" in told[0]["text"]
            assert labels(told[1]) == ["店长"]
        (page,) = made.press(told[1], "店长")
        assert "入职导览·店长" in page["text"]


@pytest.mark.parametrize(
    ("name", "content", "more", "has"),
    [
        ("空.md", b"", {}, "空文件"),
        ("a.md", "今天天气不错，我们出去玩。".encode(), {}, "没有读到"),
        ("a.exe", b"MZ\0\0", {}, "还不能读取"),
        ("坏.docx", b"PK\3\4nonsense", {}, "坏.docx"),
        ("大.md", b"x", {"file_size": 30_000_000}, "超过 20 MB"),
        ("../../etc/passwd.md", _SHOP.encode(), {}, "读了“passwd.md”"),
        ("没.md", b"x", {"file_id": "unknown"}, "请重新发一次"),
    ],
)
def test_documents_that_cannot_go_live(
    town: World, name: str, content: bytes, more: dict[str, Any], has: str
) -> None:
    (shown,) = _send(town, name, content, **more)
    assert has in shown["text"]
    if "reply_markup" in shown:
        (dropped,) = town.press(shown, "取消", _ADMIN)
        assert "没有上线" in dropped["text"]
        (again,) = town.press(shown, "上线", _ADMIN)
        assert "请重新发一次" in again["text"]
    assert "集团客户部经理" in _text(town.say("客户开发主管的上级是谁"))


def test_questions_without_an_answer_are_taught_or_put_aside(tmp_path: Path) -> None:
    with world(tmp_path) as made:
        made.start()
        for text in (
            "谁审批日常报帐开销款",
            "大龙的上级是谁",
            "大龙有哪些职责",
            "谁负责火箭发射",
            "谁负责发射火箭",
            "报账找谁审",
            "报账归谁审",
        ):
            made.say(text)
        (seen,) = made.say("/unanswered", _ADMIN)
        assert "报账找谁审（2次）" in seen["text"] or "报账归谁审（2次）" in seen["text"]
        number = next(line.split(".")[0] for line in seen["text"].split("\n") if "报账" in line)
        (group,) = made.press(seen, number, _ADMIN)
        assert any(name.startswith("报账 = ") for name in labels(group))
        first = seen["text"].split("\n")[1]
        assert "大龙" in first or "火箭" in first
        number = next(line.split(".")[0] for line in seen["text"].split("\n") if "大龙" in line)
        (group,) = made.press(seen, number, _ADMIN)
        assert "大龙的上级是谁" in group["text"]
        assert "大龙有哪些职责" in group["text"]
        (prompt,) = made.press(group, next(name for name in labels(group) if "别的意思" in name), _ADMIN)
        (taught,) = made.say("集团客户部经理", _ADMIN, reply_to_message=prompt)
        assert "记住了：“大龙”就是岗位“集团客户部经理”" in taught["text"]
        assert "副总经理" in _text(made.say("大龙的上级是谁"))
        (seen,) = made.say("/unanswered", _ADMIN)
        assert "大龙" not in seen["text"]
        number = next(line.split(".")[0] for line in seen["text"].split("\n") if "火箭" in line)
        (group,) = made.press(seen, number, _ADMIN)
        made.press(group, "不归我答，别再列出", _ADMIN)
        assert "火箭" not in _text(made.say("/unanswered", _ADMIN))
        assert "“大龙”" in _text(made.say("/teach", _ADMIN))
        assert "没有记住" in _text(made.say("/teach 谁=总经理", _ADMIN))
        assert "忘掉了" in _text(made.say("/teach -大龙", _ADMIN))
        assert "副总经理" not in _text(made.say("大龙的上级是谁"))


def test_figures_and_faults_of_the_documents(town: World, person: int) -> None:
    town.say("客户开发主管的上级是谁", person)
    assert "有回答" in _text(town.say("/stats", _ADMIN))
    assert "9份岗位说明" in _text(town.say("/check", _ADMIN))
    assert "请和我私聊" in _text(town.say("/stats", _ADMIN, -444))


def test_given_documents_are_answered_from(tmp_path: Path) -> None:
    (tmp_path / "店长.md").write_text(_SHOP, "utf-8")
    with world(tmp_path) as made:
        made.start(ROLEBOT_DOCUMENTS=str(tmp_path / "店长.md"))
        assert "区域经理" in _text(made.say("店长的上级是谁"))
        assert "ROLEBOT_DOCUMENTS" in _text(_send(made, "店长.md", _SHOP.encode()))
        made.say("/teach 老板=店长", _ADMIN)
        assert "区域经理" in _text(made.say("老板的上级是谁"))
