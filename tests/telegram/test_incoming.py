"""What is more than a person and a text: in a chat's name, in a topic, of a kind that the library does not
know."""

from typing import Any

import pytest

from bot.channels.telegram.incoming import read_update
from tests.telegram.world import BOT, World

_AT = f"@{BOT['username']}"
_GROUP = -1_003
_QUESTION = "客户开发主管的上级是谁"
_FORUM = {"id": _GROUP, "type": "supergroup", "title": "大群", "is_forum": True}
_CHANNEL = {"id": -1_009, "type": "channel", "title": "频道"}


def _said(message: dict[str, Any]) -> dict[str, Any]:
    return {"update_id": 1, "message": {"message_id": 5, "date": 1, **message}}


_PERSON = {"id": 7, "is_bot": False, "first_name": "小"}
_PRIVATE = {"id": 7, "type": "private"}


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (_said({"chat": _PRIVATE, "from": _PERSON, "text": "问"}), "问"),
        (_said({"chat": {"id": 7}, "from": {"id": 7}, "text": "问"}), "问"),
        (_said({"chat": _PRIVATE, "from": _PERSON, "text": "问", "poll": {"id": "1"}}), "问"),
        (_said({"chat": _PRIVATE, "from": _PERSON, "caption": "问", "video": {"x": 1}}), None),
        (
            _said({"chat": _PRIVATE, "from": _PERSON, "text": "问", "reply_to_message": {"message_id": 1}}),
            "问",
        ),
        (
            _said(
                {
                    "chat": _PRIVATE,
                    "from": _PERSON,
                    "text": "问",
                    "reply_to_message": {"message_id": 1, "chat": _PRIVATE, "poll": {"id": "1"}},
                }
            ),
            "问",
        ),
    ],
)
def test_what_cannot_be_read_costs_no_question(raw: dict[str, Any], text: str | None) -> None:
    update = read_update(raw)
    assert update is not None
    assert update.message is not None
    assert update.message.text == text


def test_a_button_without_what_the_library_asks_for_is_read() -> None:
    message = {"message_id": 5, "chat": {"id": 7}, "text": "答"}
    query = {"id": "q", "from": {"id": 7}, "data": "help:", "message": message}
    update = read_update({"update_id": 1, "callback_query": query})
    assert update is not None
    assert update.callback_query is not None
    assert update.callback_query.data == "help:"
    assert update.effective_chat is not None
    assert update.effective_chat.id == 7


def test_an_attachment_that_nobody_knows_is_answered(town: World, person: int) -> None:
    (reply,) = town.say("", person, poll={"id": "1"})
    assert "文字" in reply["text"]


def test_a_topic_is_answered_in_that_topic_also_behind_a_button(town: World, person: int) -> None:
    here = {"message_thread_id": 55, "is_topic_message": True}
    (reply,) = town.say(f"{_AT} {_QUESTION}", person, _GROUP, **here)
    shown = {**reply, **here, "chat": _FORUM}
    town.press(shown, "下级", person)
    town.press(shown, "审批路径", person)
    sent = [call for call in town.calls("sendMessage") if call["chat_id"] == _GROUP]
    assert [call["message_thread_id"] for call in sent[-3:]] == [55, 55, 55]


@pytest.mark.parametrize(
    ("more", "answered"),
    [
        ({"sender_chat": _FORUM, "from": {"id": 1_087_968_824, "is_bot": True, "first_name": "G"}}, True),
        ({"sender_chat": _CHANNEL, "from": {"id": 136_817_688, "is_bot": True, "first_name": "C"}}, True),
        ({"from": {"id": 99, "is_bot": True, "first_name": "another bot"}}, False),
        (
            {
                "sender_chat": _CHANNEL,
                "from": {"id": 777_000, "is_bot": False, "first_name": "Telegram"},
                "is_automatic_forward": True,
            },
            False,
        ),
    ],
    ids=["anonymous admin", "in a channel's name", "another bot", "a post of the channel of the group"],
)
def test_who_writes_in_a_chats_name(town: World, more: dict[str, Any], answered: bool) -> None:
    update = town.message(f"{_AT} {_QUESTION}", 7, _GROUP, **more)
    replies = town.after([update], least=0)
    assert [("集团客户部经理" in reply["text"]) for reply in replies] == [True] * answered


def test_the_menu_of_an_admin_is_set_when_he_begins(town: World) -> None:
    before = len(town.calls("setMyCommands"))
    town.say("/start", 900)
    (menu,) = town.calls("setMyCommands")[before:]
    assert menu["scope"] == {"type": "chat", "chat_id": 900}
