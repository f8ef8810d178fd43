"""A message whose answer got lost is found, and not sent again."""

from pathlib import Path

import pytest

from bot.channels.telegram.call import Call
from bot.channels.telegram.taken import Numbers, as_edit
from tests.telegram.questions import answers, first_lines, series
from tests.telegram.world import world

_SUPERGROUP = -1_001_234_567_890


@pytest.mark.parametrize(
    ("known", "later", "chat", "numbers"),
    [
        ([], [], 7, []),
        ([(7, 10)], [], 7, [11, 12, 13, 14]),
        ([(7, 10), (8, 12)], [], 7, [11, 13, 14, 15]),
        ([(7, 10)], [(8, 11), (9, 12)], 7, [13, 14, 15, 16]),
        ([(8, 20)], [], 7, [21, 22, 23, 24]),
        ([(_SUPERGROUP, 5), (7, 90)], [], _SUPERGROUP, [6, 7, 8, 9]),
        ([(7, 90)], [], _SUPERGROUP, []),
    ],
    ids=[
        "nothing known",
        "alone",
        "others wrote before",
        "others wrote meanwhile",
        "a chat not heard of",
        "a supergroup by itself",
        "a supergroup not heard of",
    ],
)
def test_which_numbers_it_may_have(
    known: list[tuple[int, int]], later: list[tuple[int, int]], chat: int, numbers: list[int]
) -> None:
    seen = Numbers()
    for place, number in known:
        seen.saw(place, number)
    mark = seen.mark(chat)
    for place, number in later:
        seen.saw(place, number)
    assert seen.after(chat, mark)[: len(numbers) or 1] == numbers


def test_messages_that_come_in_are_known() -> None:
    seen = Numbers()
    seen.saw_update({"update_id": 1, "message": {"message_id": 5, "chat": {"id": 7}}})
    seen.saw_update({"update_id": 2, "message": {}})
    seen.saw_update({"update_id": 3, "callback_query": {"id": "x"}})
    assert seen.mark(7).chat == 5


@pytest.mark.parametrize(
    ("call", "edit"),
    [
        (
            Call("sendMessage", {"chat_id": 7, "text": "答", "parse_mode": "HTML", "reply_parameters": {}}),
            Call("editMessageText", {"chat_id": 7, "text": "答", "parse_mode": "HTML"}),
        ),
        (
            Call("sendPhoto", {"chat_id": 7, "caption": "图"}, "chart 0 "),
            Call("editMessageCaption", {"chat_id": 7, "caption": "图"}),
        ),
        (Call("sendMessage", {"chat_id": 7, "text": "问", "reply_markup": {"force_reply": True}}), None),
        (Call("deleteMessage", {"chat_id": 7, "message_id": 1}), None),
    ],
)
def test_what_it_is_looked_for_by(call: Call, edit: Call | None) -> None:
    found = as_edit(call)
    assert (found and (found.method, found.params)) == (edit and (edit.method, edit.params))


def test_what_was_taken_without_an_answer_is_not_sent_again(tmp_path: Path) -> None:
    with world(tmp_path) as made:
        made.control(
            "faults", {"rate": 0.2, "kinds": ["late_drop"], "seed": 5, "methods": ["sendmessage"], "most": 4}
        )
        made.start(ROLEBOT_TELEGRAM_RATE="30")
        asked = {chat: series(chat, 2) for chat in range(1, 13)}
        made.deliver(*[made.message(asked[chat][n], person=chat) for n in range(2) for chat in asked])
        made.state(until=24, seconds=60)
        made.settle()
        state = made.state()
        assert first_lines(state["history"]) == {chat: [answers()[q] for q in asked[chat]] for chat in asked}
        assert state["faults"] == 4
        assert 'rolebot_send_retries_total{why="not_needed"}' in made.get("/metrics")[1]
