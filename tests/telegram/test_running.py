"""The running bot over real HTTP: nothing lost, nothing twice, in order, within limits, and no secret
told."""

import asyncio
import json
import random
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from telegram import Bot

from bot.channels.telegram.api import set_up
from bot.channels.telegram.call import Call
from bot.channels.telegram.limits import Limits
from bot.channels.telegram.metrics import Metrics
from bot.channels.telegram.request import AiohttpRequest
from bot.channels.telegram.sender import Sender
from bot.channels.telegram.taken import Numbers
from tests.telegram.questions import answers, first_lines, series
from tests.telegram.world import BOT, SECRET, TOKEN, World, world

_MODES = ["polling", "webhook"]
_KILLS, _IN_FLIGHT, _CHATS = 20, 50, 10


def _without_repeats(lines: list[str]) -> list[str]:
    return [line for line, _ in groupby(lines)]


def _round(made: World, chats: int, each: int, begin: int) -> list[dict[str, Any]]:
    """Questions of some chats, one of each chat after the other."""
    asked = [series(chat, each, begin) for chat in range(1, chats + 1)]
    return [
        made.message(asked[chat - 1][n], person=chat) for n in range(each) for chat in range(1, chats + 1)
    ]


def _expected(chats: int, length: int) -> dict[int, list[str]]:
    return {chat: [answers()[q] for q in series(chat, length)] for chat in range(1, chats + 1)}


@pytest.mark.breaking
@pytest.mark.parametrize("mode", _MODES)
def test_no_kill_loses_a_question(mode: str, tmp_path: Path) -> None:
    chance = random.Random(6)
    each = _IN_FLIGHT // _CHATS
    with world(tmp_path, mode) as made:
        for number in range(_KILLS):
            made.start()
            before = len(made.state()["history"])
            made.deliver(*_round(made, _CHATS, each, number * each))
            made.state(until=before + chance.randrange(_IN_FLIGHT), seconds=20)
            made.kill()
        made.start()
        made.settle()
        got = first_lines(made.state()["history"])
        assert {chat: _without_repeats(lines) for chat, lines in got.items()} == _expected(
            _CHATS, _KILLS * each
        )


@pytest.mark.parametrize("mode", _MODES)
def test_a_kill_loses_no_question(mode: str, tmp_path: Path) -> None:
    with world(tmp_path, mode) as made:
        made.control("settings", {"latency": 0.02})
        made.start()
        made.deliver(*_round(made, _CHATS, 5, 0))
        made.state(until=7)
        made.kill()
        made.start()
        made.settle()
        got = first_lines(made.state()["history"])
        assert {chat: _without_repeats(lines) for chat, lines in got.items()} == _expected(_CHATS, 5)


@pytest.mark.breaking
@pytest.mark.parametrize("mode", _MODES)
def test_ten_thousand_questions_with_faults(mode: str, tmp_path: Path) -> None:
    chats, each = 500, 20
    with world(tmp_path, mode) as made:
        made.control("faults", {"rate": 0.02, "kinds": ["429", "500", "drop"], "seed": 3})
        made.start()
        made.deliver(*_round(made, chats, each, 0))
        history = made.state(until=chats * each, seconds=900)["history"]
        assert first_lines(history) == _expected(chats, each)
        assert made.state()["faults"] > 100


@pytest.mark.parametrize("mode", _MODES)
def test_faults_lose_nothing_and_repeat_nothing(mode: str, tmp_path: Path) -> None:
    with world(tmp_path, mode) as made:
        made.control("faults", {"rate": 0.1, "kinds": ["429", "500", "drop", "slow", "garbage"], "seed": 5})
        made.start()
        made.deliver(*_round(made, 40, 5, 0))
        made.state(until=200, seconds=60)
        made.settle()
        assert first_lines(made.state()["history"]) == _expected(40, 5)


def test_what_was_sent_but_not_confirmed_is_sent_again_rather_than_lost(tmp_path: Path) -> None:
    with world(tmp_path) as made:
        made.control("faults", {"rate": 0.2, "kinds": ["late_drop"], "seed": 5})
        made.start()
        made.deliver(*_round(made, 20, 3, 0))
        made.state(until=60, seconds=60)
        made.settle()
        got = first_lines(made.state()["history"])
        assert {chat: _without_repeats(lines) for chat, lines in got.items()} == _expected(20, 3)


def test_an_update_that_comes_twice_is_answered_once(tmp_path: Path) -> None:
    with world(tmp_path, "webhook") as made:
        made.start()
        update = {"update_id": 5, **made.message("客户开发主管的上级是谁")}
        body = json.dumps(update).encode()
        headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET, "Content-Type": "application/json"}
        assert [made.get("/hook", headers, body)[0] for _ in range(3)] == [200, 200, 200]
        made.settle()
        made.stop()
        made.start()
        assert made.get("/hook", headers, body)[0] == 200
        made.settle()
        assert len(made.state()["history"]) == 1
        assert "rolebot_updates_repeated_total 1.0" in made.get("/metrics")[1]


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        ({}, b"{}", 403),
        ({"X-Telegram-Bot-Api-Secret-Token": "wrong"}, b'{"update_id": 1}', 403),
        ({"X-Telegram-Bot-Api-Secret-Token": SECRET}, b"no JSON", 400),
        ({"X-Telegram-Bot-Api-Secret-Token": SECRET}, b'{"update_id": "x"}', 400),
        ({"X-Telegram-Bot-Api-Secret-Token": SECRET}, b'{"update_id": 77, "poll": {}}', 200),
        ({"X-Telegram-Bot-Api-Secret-Token": SECRET}, b'{"update_id": 78, "message": {}}', 200),
    ],
)
def test_the_webhook_takes_only_what_telegram_sends(
    hooked: World, headers: dict[str, str], body: bytes, status: int
) -> None:
    assert hooked.get("/hook", headers, body)[0] == status
    hooked.settle()


@pytest.fixture(scope="module")
def hooked(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with world(tmp_path_factory.mktemp("hooked"), "webhook") as made:
        made.start()
        yield made


def test_telegrams_limits_are_kept_by_waiting(tmp_path: Path) -> None:
    group = -100
    with world(tmp_path) as made:
        made.start(ROLEBOT_TELEGRAM_RATE="30")
        people = _round(made, 45, 1, 0)
        talkative = [made.message(q, person=99) for q in series(99, 3)]
        crowd = [made.message(f"@{BOT['username']} {q}", 7, group) for q in series(1, 4)]
        made.deliver(*people, *talkative, *crowd)
        state = made.state(until=52, seconds=30)
        assert len(state["history"]) == 52
        assert state["breaches"] == []
        assert first_lines(state["history"])[99] == [answers()[q] for q in series(99, 3)]


def test_a_flood_control_of_one_chat_holds_no_other(tmp_path: Path) -> None:
    with world(tmp_path) as made:
        made.start()
        made.control("settings", {"flooded": {"7": 3}})
        made.deliver(made.message("客户开发主管的上级是谁", 7), *_round(made, 5, 2, 0))
        state = made.state(until=11, seconds=20)
        assert [message["chat"] for message in state["history"]][-1] == 7
        assert len(state["history"]) == 11


def test_sigterm_finishes_what_is_under_way(tmp_path: Path) -> None:
    with world(tmp_path) as made:
        made.control("settings", {"latency": 0.05})
        made.start()
        made.deliver(*_round(made, 10, 2, 0))
        made.state(until=1)
        assert made.stop() == 0
        made.start()
        made.settle()
        assert first_lines(made.state()["history"]) == _expected(10, 2)


def test_the_bot_waits_for_telegram_at_the_start(tmp_path: Path) -> None:
    with world(tmp_path) as made:
        made.control("faults", {"rate": 1.0, "kinds": ["500"], "methods": ["getme"], "most": 3})
        made.start()
        assert made.say("客户开发主管的上级是谁")
        assert "not reached" in made.log()


@pytest.mark.parametrize("mode", _MODES)
def test_no_secret_is_told(mode: str, tmp_path: Path) -> None:
    with world(tmp_path, mode) as made:
        made.control("faults", {"rate": 0.5, "kinds": ["429", "500", "drop"], "seed": 2})
        made.start()
        made.deliver(*_round(made, 10, 2, 0))
        made.state(until=20, seconds=60)
        assert made.bot is not None
        shown = Path(f"/proc/{made.bot.pid}/cmdline").read_text()
        made.stop()
        told = made.log() + shown + made.get("/metrics")[1]
        assert TOKEN not in told
        assert TOKEN.split(":")[1] not in told
        assert SECRET not in told
        assert "trying again" in told


def test_health_and_metrics(town: World, person: int) -> None:
    town.say("客户开发主管的上级是谁", person)
    status, text = town.get("/health")
    assert status == 200
    assert json.loads(text)["ok"] is True
    metrics = town.get("/metrics")[1]
    assert 'rolebot_questions_total{intent="superior",outcome="answered"}' in metrics
    assert "rolebot_queue 0.0" in metrics
    assert "rolebot_reply_seconds_bucket" in metrics


def test_where_no_picture_can_be_sent_its_words_are(tmp_path: Path) -> None:
    with world(tmp_path) as made:
        made.start()
        for refusal in ([400, "Bad Request: PHOTO_INVALID_DIMENSIONS", {}], [404, "Not Found", {}]):
            made.control("settings", {"refuse": {"sendphoto": refusal}})
            (message,) = made.say("/org")
            assert "photo" not in message
            assert "总经理" in message["text"]


def test_where_a_picture_cannot_be_drawn_its_words_are(tmp_path: Path) -> None:
    def broken(_: str) -> bytes:
        raise ValueError("a page of 7000 pixels")

    async def send(made: World) -> Any:
        address = f"http://127.0.0.1:{made.port}/bot"
        bot = Bot(TOKEN, address, request=AiohttpRequest(), get_updates_request=AiohttpRequest())
        async with bot:
            sender = Sender(bot, Limits(0), Metrics(), broken, Numbers())
            return await sender.send(Call("sendPhoto", {"chat_id": 7, "caption": "总经理"}, "chart 0 "))

    set_up()
    with world(tmp_path) as made:
        assert asyncio.run(send(made))["text"] == "总经理"


def test_a_chat_that_has_to_wait_is_told(tmp_path: Path) -> None:
    with world(tmp_path) as made:
        made.start()
        made.control("settings", {"flooded": {"7": 2}})
        assert made.say("客户开发主管的上级是谁", 7)
        assert made.calls("sendChatAction")[0] == {"chat_id": 7, "action": "typing"}


def test_who_has_blocked_the_bot_holds_nobody_up(tmp_path: Path) -> None:
    with world(tmp_path) as made:
        made.control("settings", {"blocked": [7]})
        made.start()
        made.deliver(made.message("客户开发主管的上级是谁", 7), *_round(made, 3, 2, 0))
        made.settle()
        assert first_lines(made.state()["history"]) == _expected(3, 2)


def test_a_revoked_token_ends_the_bot_and_loses_nothing(tmp_path: Path) -> None:
    with world(tmp_path) as made:
        made.start()
        made.control("settings", {"refuse": {"sendmessage": [401, "Unauthorized", {}]}})
        made.deliver(*_round(made, 3, 2, 0))
        assert made.bot is not None
        assert made.bot.wait(timeout=40) == 2
        assert "ROLEBOT_TELEGRAM_TOKEN" in made.log()
        made.control("settings", {"refuse": {}})
        made.start()
        made.settle()
        assert first_lines(made.state()["history"]) == _expected(3, 2)


def test_a_secret_given_as_a_flag_is_taken_out_of_the_list_of_processes(tmp_path: Path) -> None:
    with world(tmp_path) as made:
        made.start("--telegram-token", TOKEN, ROLEBOT_TELEGRAM_TOKEN="")
        assert made.bot is not None
        assert TOKEN not in Path(f"/proc/{made.bot.pid}/cmdline").read_text()
        assert made.say("客户开发主管的上级是谁")


def test_two_instances_share_the_work(tmp_path: Path, database: str) -> None:
    """Each receives every second update; those of a chat are answered in order, whoever received them."""
    with world(tmp_path, "webhook") as made:
        made.start(ROLEBOT_STORE=database)
        ports = [made.listen, made.start_another()]
        headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET, "Content-Type": "application/json"}
        for number, update in enumerate(_round(made, 6, 3, 0)):
            body = json.dumps({"update_id": 50 + number, **update}).encode()
            assert made.get("/hook", headers, body, ports[number % 2])[0] == 200
            assert made.get("/hook", headers, body, ports[(number + 1) % 2])[0] == 200
        made.state(until=18, seconds=60)
        assert made.stop() == 0
        assert first_lines(made.state()["history"]) == _expected(6, 3)
