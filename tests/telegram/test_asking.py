"""Asking in private and in groups, as people see it."""

import re
from typing import Any

import pytest

from tests.telegram.standin import BOT
from tests.telegram.world import World, labels

_AT = f"@{BOT['username']}"
_GROUP = -555


def _text(messages: list[dict[str, Any]]) -> str:
    return "\n".join(message["text"] for message in messages)


@pytest.mark.parametrize(
    ("asked", "has"),
    [
        ("客户开发主管的上级是谁", "客户开发主管的直接上级是集团客户部经理。"),
        ("shui shenpi baoxiao", "集团客户部经理"),
        ("谁负责火箭发射", "文档没有提到“火箭、发射”"),
        ("你好", "你好！"),
        ("/ask 客户开发主管的上级是谁", "集团客户部经理"),
        ("／ask 客户开发主管的上级是谁", "集团客户部经理"),
        ("/ask", "请在 /ask 后面写上问题"),
        ("/role 客开主管", "客户开发主管"),
        ("/role 火星主管", "没有"),
        ("/compare 客户开发主管 产品支持主管", "客户开发主管、产品支持主管的比较"),
        ("/compare", "/compare 总经理 副总经理"),
        ("/path 客户开发专员 费用报销", "客户开发专员办“费用报销”，依次找"),
        ("/help", "/compare 比较两个岗位"),
        ("/start role_5a6i5oi35byA5Y-R5Li7566h", "客户开发主管"),
        ("/start role_客户开发主管", "客户开发主管"),
        ("/nonsense", "没有 /nonsense 这个命令"),
        ("/stats", "只有管理员能用"),
        ("<b>&\"'</b> 谁审批<报销>&amp;", ""),
        ("问" * 501, "太长了"),
        ("😀" * 20, ""),
        ("", "我只看得懂文字"),
    ],
)
def test_private(town: World, person: int, asked: str, has: str) -> None:
    assert has in _text(town.say(asked, person))


def test_the_source_is_folded_and_outside_text_escaped(town: World, person: int) -> None:
    town.say("客户开发主管的上级是谁", person)
    sent = town.calls("sendMessage")[-1]
    assert re.search(
        r"<blockquote expandable>依据.*\n来源：04-客户开发主管\.md 第\d+行</blockquote>$",
        sent["text"],
        re.DOTALL,
    )
    town.say("谁负责<b>火箭</b>发射", person)
    assert "<b>" not in town.calls("sendMessage")[-1]["text"]


def test_a_conversation_goes_on(town: World, person: int) -> None:
    town.say("客户开发主管的上级是谁", person)
    assert "副总经理" in _text(town.say("那他的上级呢", person))
    assert "哪个岗位" in _text(town.say("我的上级是谁", person))
    town.say("我是客户开发专员", person)
    assert "客户开发主管" in _text(town.say("我的上级是谁", person))
    assert "我记得您是客户开发专员" in _text(town.say("/me", person))
    group = town.say(f"{_AT} 我的上级是谁", person, _GROUP)
    assert "客户开发主管" in _text(group)


@pytest.mark.parametrize(
    ("text", "more", "answered"),
    [
        ("客户开发主管的上级是谁", {}, False),
        (f"{_AT} 客户开发主管的上级是谁", {}, True),
        (f"客户开发主管的上级是谁 {_AT}", {}, True),
        (f"{_AT.upper()} 客户开发主管的上级是谁", {}, True),
        (f"{_AT}2 客户开发主管的上级是谁", {}, False),
        ("/ask 客户开发主管的上级是谁", {}, True),
        (f"/ask{_AT} 客户开发主管的上级是谁", {}, True),
        ("/ask@other_bot 客户开发主管的上级是谁", {}, False),
        ("/unknown 客户开发主管", {}, False),
        ("客户开发主管的上级是谁", {"reply": BOT}, True),
        ("客户开发主管的上级是谁", {"reply": {"id": 5, "is_bot": False, "first_name": "x"}}, False),
        ("/stats", {}, False),
        ("", {"sticker": True}, False),
    ],
)
def test_groups(town: World, person: int, text: str, more: dict[str, Any], answered: bool) -> None:
    extra: dict[str, Any] = {}
    if "reply" in more:
        chat = {"id": _GROUP, "type": "supergroup", "title": "大群"}
        extra["reply_to_message"] = {
            "message_id": 3,
            "date": 1,
            "chat": chat,
            "from": more["reply"],
            "text": "嗯",
        }
    update = town.message(text, person, _GROUP, **extra)
    got = town.after([update], least=int(answered))
    assert bool(got) is answered
    if answered:
        assert "集团客户部经理" in _text(got)
        sent = town.calls("sendMessage")[-1]
        assert sent["reply_parameters"]["message_id"] == update["message"]["message_id"]


def test_an_edited_question_edits_its_answer(town: World, person: int) -> None:
    update = town.message("客户开发主管的上级是谁", person)
    (first,) = town.after([update])
    edited = {"edited_message": {**update["message"], "text": "客户开发主管的下级有哪些", "edit_date": 2}}
    assert town.after([edited], least=0) == []
    seen = next(m for m in town.state()["messages"] if m["message_id"] == first["message_id"])
    assert seen["text"].startswith("客户开发主管的直接下级有1个岗位：客户开发专员。")
    assert "上级" in labels(seen)
    assert "上级" not in labels(first)


def test_an_edited_question_whose_answer_is_gone_is_answered_anew(town: World, person: int) -> None:
    update = town.message("客户开发主管的上级是谁", person)
    (first,) = town.after([update])
    town.call("deleteMessage", chat_id=person, message_id=first["message_id"])
    edited = {"edited_message": {**update["message"], "text": "客户开发主管的下级有哪些", "edit_date": 2}}
    (again,) = town.after([edited])
    assert "客户开发专员" in again["text"]
    edited["edited_message"]["text"] = "客户开发主管的上级是谁"
    assert town.after([edited], least=0) == []


def _edit(update: dict[str, Any], text: str) -> dict[str, Any]:
    """The same message with another text."""
    entities = [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}]
    more = {"entities": entities} if text.startswith("/") else {}
    return {"edited_message": {**update["message"], "text": text, "edit_date": 2, **more}}


def test_an_edited_command_edits_its_answer(town: World, person: int) -> None:
    update = town.message("/role 客开主馆", person)
    (first,) = town.after([update])
    assert town.after([_edit(update, "/role 售后支持主管")], least=0) == []
    seen = next(m for m in town.state()["messages"] if m["message_id"] == first["message_id"])
    assert seen["text"].startswith("售后支持主管：")


def test_an_edited_reply_to_a_prompt_is_no_question(town: World, person: int) -> None:
    (answer,) = town.say("客户开发主管的上级是谁", person)
    (prompt,) = town.press(answer, "👎", person)
    update = town.message("应该是财务", person, reply_to_message=prompt)
    (noted,) = town.after([update])
    assert town.after([_edit(update, "应该是财务部")], least=0) == []
    seen = next(m for m in town.state()["messages"] if m["message_id"] == noted["message_id"])
    assert seen["text"] == noted["text"]
    assert "应该是财务部" in town.say("/unanswered", 900)[0]["text"]


def test_a_mention_in_reply_to_somebody_answers_what_he_wrote(town: World, person: int) -> None:
    wrote = town.message("客户开发主管的上级是谁", person + 500, -77)["message"]
    assert town.after([{"message": wrote}], least=0) == []
    (answer,) = town.say(f"@{BOT['username']}", person, -77, reply_to_message=wrote)
    assert "集团客户部经理" in answer["text"]
    (answer,) = town.say("/ask", person, -77, reply_to_message=wrote)
    assert "集团客户部经理" in answer["text"]
    (asked,) = town.say(f"@{BOT['username']}", person, -77)
    assert f"@{BOT['username']}" in asked["text"]


@pytest.mark.parametrize("event", [{"pinned_message": None}, {"message_auto_delete_timer_changed": None}])
def test_what_telegram_tells_of_a_chat_is_no_question(
    town: World, person: int, event: dict[str, Any]
) -> None:
    (answer,) = town.say("客户开发主管的上级是谁", person)
    told = {"pinned_message": answer, "message_auto_delete_timer_changed": {"message_auto_delete_time": 9}}
    update = town.message("", person, **{name: told[name] for name in event})
    assert town.after([update], least=0) == []


def test_an_answer_that_somebody_chose_as_he_typed_is_no_question(town: World, person: int) -> None:
    chosen = town.message("客户开发主管\n客户开发主管的上级是谁", person, via_bot=BOT)
    assert town.after([chosen], least=0) == []


def test_a_path_is_drawn_though_who_asks_was_said_before(town: World, person: int) -> None:
    town.say("我是客户开发专员", person)
    (path,) = town.say("我要报销找谁批", person)
    (drawn,) = town.press(path, "🖼 看图", person)
    assert "photo" in drawn


def test_what_a_role_may_have_approved_is_its_own(town: World, person: int) -> None:
    (menu,) = town.say("/path 客户开发专员", person)
    assert labels(menu)[:2] == ["费用报销", "请假"]
    assert all("经理" not in label and "其" not in label for label in labels(menu))


@pytest.mark.parametrize("command", ["/me", "/me 客户开发专员", "/onboard", "/privacy"])
def test_what_is_ones_own_is_not_shown_in_a_group(town: World, person: int, command: str) -> None:
    assert _text(town.say(command, person, -78)) == "请和我私聊时用这个命令。"
    edited = _edit(town.message("/ask 谁审批费用报销", person, -78), command)
    assert all("编号" not in m["text"] for m in town.after([edited], least=0))


def test_the_tasks_are_a_tap_away(town: World, person: int) -> None:
    (duties,) = town.say("产品支持主管的职责", person)
    (tasks,) = town.press(duties, "具体工作任务", person)
    assert "具体工作任务" not in labels(tasks)
    assert len(tasks["text"]) > len(duties["text"])


def test_the_neighbours_of_a_role(town: World, person: int) -> None:
    (first,) = town.say("客户开发主管的上级是谁", person)
    assert labels(first) == ["下级", "职责", "权限", "协作", "审批路径", "👍", "👎"]
    for label in labels(first)[:4]:
        (next_,) = town.press(first, label, person)
        assert next_["text"].startswith("客户开发主管")
        assert "客户开发主管" in next_["text"].split("\n")[1]
    (menu,) = town.press(first, "审批路径", person)
    assert menu["text"] == "客户开发主管要办哪件事？"
    (path,) = town.press(menu, labels(menu)[0], person)
    assert "依次找" in path["text"] or "审批" in path["text"]


def test_asked_back_and_choosing(town: World, person: int) -> None:
    (asked,) = town.say("专员的上级", person)
    assert len(labels(asked)) >= 2
    (answer,) = town.press(asked, labels(asked)[0], person)
    assert answer["text"]
    assert town.say("1", person)


def test_an_old_or_strange_button_is_answered_politely(town: World, person: int) -> None:
    (first,) = town.say("客户开发主管的上级是谁", person)
    for data in ("ask#0123456789abcdef", "nonsense", "x:y", "leaf:zzz 3", "list:role x", "live:1", ""):
        before = len(town.calls("answerCallbackQuery"))
        town.after([town.press_data(first, data, person)], least=0)
        assert len(town.calls("answerCallbackQuery")) == before + 1
    old = {"chat": first["chat"], "message_id": 1, "date": 0}
    (answer,) = town.after([town.press_data(old, "ask:客户开发主管的上级是谁", person)])
    assert "集团客户部经理" in answer["text"]


def test_what_people_think(town: World, person: int) -> None:
    (first,) = town.say("客户开发主管的上级是谁", person)
    assert town.press(first, "👍", person) == []
    assert town.calls("answerCallbackQuery")[-1]["text"] == "谢谢！"
    (prompt,) = town.press(first, "👎", person)
    assert "期待" in prompt["text"]
    (noted,) = town.say("想知道电话", person, reply_to_message=prompt)
    assert "记下了" in noted["text"]
    (seen,) = town.say("/unanswered", 900)
    assert "想知道电话" in seen["text"]
    assert town.press(seen, "反馈都看过了", 900)
    assert "想知道电话" not in _text(town.say("/unanswered", 900))


def test_who_changes_his_mind_counts_once(town: World, person: int) -> None:
    def counted() -> tuple[int, int]:
        found = re.search(r"👍 (\d+)\s+👎 (\d+)", _text(town.say("/stats", 900)))
        assert found is not None
        return int(found[1]), int(found[2])

    good, bad = counted()
    (reply,) = town.say("客户开发主管的上级是谁", person)
    town.press(reply, "👍", person)
    assert counted() == (good + 1, bad)
    town.press(reply, "👎", person)
    town.press(reply, "👎", person)
    assert counted() == (good, bad + 1)


def test_of_many_quotes_some_are_folded(town: World, person: int) -> None:
    (reply,) = town.say("我请假找谁", person)
    call = town.calls("sendMessage")[-1]["text"]
    shown, _, folded = call.partition("<blockquote expandable>")
    assert shown.count("依据·") == 3
    assert folded.count("依据·") >= 3
    assert reply["text"].count("依据·") == call.count("依据·")


def test_who_is_not_known_chooses_his_role(town: World, person: int) -> None:
    (reply,) = town.say("我能审批什么", person)
    assert "还不知道您是哪个岗位" in reply["text"]
    (known,) = town.press(reply, "副总经理", person)
    assert "副总经理" in known["text"]
    assert "业务规划" in _text(town.say("我能审批什么", person))


def test_who_objects_can_say_what_is_wrong(town: World, person: int) -> None:
    town.say("客户开发主管的上级是谁", person)
    (reply,) = town.say("不对", person)
    assert "更正" in reply["text"]
    (ask,) = town.press(reply, labels(reply)[0], person)
    assert "期待" in ask["text"]


def test_roles_to_choose_from(town: World, person: int) -> None:
    (menu,) = town.say("/me", person)
    assert "客户开发专员" in labels(menu)
    (set_,) = town.press(menu, "客户开发专员", person)
    assert "您是客户开发专员" in set_["text"]
    assert "客户开发主管" in _text(town.say("我的上级是谁", person))


def test_privacy(town: World, person: int) -> None:
    town.say("我是客户开发专员", person)
    (shown,) = town.say("/privacy", person)
    assert "客户开发专员" in shown["text"]
    (sure,) = town.press(shown, "删除我的数据", person)
    (done,) = town.press(sure, "确定删除", person)
    assert "已经删除" in done["text"]
    (again,) = town.say("/privacy", person)
    assert "您说过的岗位：没有" in again["text"]
    assert "还不知道您是哪个岗位" in _text(town.say("我的上级是谁", person))


def _inline(town: World, person: int, query: str, offset: str = "") -> dict[str, Any]:
    number = len(town.calls("answerInlineQuery"))
    user = {"id": person, "is_bot": False, "first_name": "x"}
    town.deliver({"inline_query": {"id": f"i{number}", "from": user, "query": query, "offset": offset}})
    town.settle()
    found: dict[str, Any] = town.calls("answerInlineQuery")[-1]
    return found


def test_inline(town: World, person: int) -> None:
    everything = _inline(town, person, "")
    assert len(everything["results"]) == 9
    some = _inline(town, person, "主管")
    titles = [result["title"] for result in some["results"]]
    assert {"客户开发主管", "产品支持主管", "售后支持主管"} <= set(titles)
    asked = _inline(town, person, "客户开发主管的上级是谁")
    assert "集团客户部经理" in asked["results"][0]["input_message_content"]["message_text"]
    assert asked["is_personal"]
    assert asked["cache_time"] > 0
    nothing = _inline(town, person, "火箭" * 200)
    assert nothing["results"] == []
    assert nothing["button"]["text"]


def test_the_menus(town: World) -> None:
    menus = {
        json_scope(call["scope"]): [c["command"] for c in call["commands"]]
        for call in town.calls("setMyCommands")
    }
    assert "stats" not in menus["all_private_chats"]
    assert "onboard" in menus["all_private_chats"]
    assert "ask" in menus["all_group_chats"]
    assert "privacy" not in menus["all_group_chats"]
    assert "stats" in menus["chat"]


def json_scope(scope: Any) -> str:
    name: str = scope["type"]
    return name


def test_updates_of_other_kinds_do_no_harm(town: World, person: int) -> None:
    user = {"id": person, "is_bot": False, "first_name": "x"}
    group = {"id": _GROUP, "type": "supergroup", "title": "大群"}
    member = {"chat": group, "from": user, "date": 1}
    me: dict[str, Any] = {"user": BOT}
    strange: list[dict[str, Any]] = [
        {"poll": {"id": "1"}},
        {"message": {"chat": {"id": person, "type": "private"}}},
        {
            "channel_post": {
                "message_id": 1,
                "date": 1,
                "chat": {"id": -9, "type": "channel", "title": "x"},
                "text": "x",
            }
        },
        {
            "my_chat_member": {
                **member,
                "old_chat_member": {**me, "status": "member"},
                "new_chat_member": {**me, "status": "left"},
            }
        },
    ]
    assert town.after(strange, least=0) == []
    joined = {
        **member,
        "old_chat_member": {**me, "status": "left"},
        "new_chat_member": {**me, "status": "member"},
    }
    (hello,) = town.after([{"my_chat_member": joined}])
    assert _AT in hello["text"]
    assert "集团客户部经理" in _text(town.say("客户开发主管的上级是谁", person))


def test_the_organization_is_a_picture_with_the_same_in_words(town: World, person: int) -> None:
    (chart,) = town.say("/org", person)
    assert chart["photo"]
    assert "总经理" in chart["caption"]
    assert "售后支持专员" in chart["caption"]
    assert labels(chart) == ["总经理"]
    (around,) = town.say("/org 客开主管", person)
    assert around["photo"]
    assert "客户开发主管" in around["caption"]
    assert "没有“火星主管”" in _text(town.say("/org 火星主管", person))


def test_an_approval_path_is_drawn_on_request(town: World, person: int) -> None:
    (path,) = town.say("/path 客户开发专员 费用报销", person)
    (picture,) = town.press(path, "🖼 看图", person)
    assert picture["photo"]
    assert "集团客户部经理" in picture["caption"]


def test_the_onboarding_is_gone_through_and_taken_up_again(town: World, person: int) -> None:
    (menu,) = town.say("/onboard", person)
    assert town.press(menu, "客户开发专员", person)
    (page,) = town.say("/onboard", person)
    assert "客户开发专员" in page["text"]
    assert "□" in page["text"]
    for _ in range(30):
        if "reply_markup" not in page or ("■" in page["text"] and "□" not in page["text"]):
            break
        data = page["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        town.after([town.press_data(page, data, person)], least=0)
        page = next(m for m in town.state()["messages"] if m["message_id"] == page["message_id"])
    assert "□" not in page["text"]
    (figures,) = town.say("/stats", 900)
    (seen,) = town.press(figures, "入职导览：谁看完了", 900)
    assert "小（客户开发专员）：已看完" in seen["text"]
