"""The parts that need no process: pages, buttons, limits, settings, the order of arrival."""

import argparse
import html
import re
from pathlib import Path
from urllib.parse import parse_qsl

import pytest

from bot.channels.telegram.arrival import Arrival
from bot.channels.telegram.buttons import button, in_rows, pressed
from bot.channels.telegram.call import Call, read_call
from bot.channels.telegram.command import Command, read_command
from bot.channels.telegram.intake import chat_of
from bot.channels.telegram.limits import Limits
from bot.channels.telegram.page import Line, pages, units
from bot.channels.telegram.polling import Offset
from bot.channels.telegram.rates import Rate, Rates
from bot.channels.telegram.request import _quoted
from bot.channels.telegram.settings import NAMES, add_flags, given, make_settings
from bot.channels.telegram.telling import folded, told
from knowledge.errors import SettingsError
from knowledge.store.draft import Draft
from knowledge.store.memory import MemoryStore
from tests.telegram.standin import visible

_TOKEN = {"ROLEBOT_TELEGRAM_TOKEN": "1:a"}


# ── pages ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "texts",
    [
        ["短"],
        ["一行" * 900] * 6,
        ["无标点" * 3_000],
        ["有标点，" * 3_000],
        ["😀" * 5_000],
        ["<b>&amp;</b>" * 600],
        [f"{n}. 职责" + "内容" * 40 for n in range(200)],
    ],
)
def test_pages_hold_everything_and_are_short_enough(texts: list[str]) -> None:
    lines = [Line(text, folded=number % 3 == 2, bold=number % 3 == 1) for number, text in enumerate(texts)]
    made = pages(lines)
    seen = [visible(page) for page in made]
    assert all(0 < units(text) <= 4_096 for text in seen)
    assert "".join(seen).replace("\n", "") == "".join(texts)


def test_a_page_ends_with_a_line_where_it_can() -> None:
    made = pages([Line(f"{number}" * 50) for number in range(10)], most=120)
    assert [page.count("\n") for page in made] == [1] * 5


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("   - 编制年度计划", Line("　· 编制年度计划")),
        ("- 编制年度计划", Line("· 编制年度计划")),
        ("【人事权】", Line("【人事权】", bold=True)),
        ("集团客户部：集团客户部开发客户。", Line("集团客户部开发客户。")),
        ("客户部：开发客户。", Line("客户部：开发客户。")),
    ],
)
def test_sentences_on_a_phone(said: str, shown: Line) -> None:
    assert told([said]) == [shown]


@pytest.mark.parametrize(
    ("proof", "shown"),
    [
        ("依据：“直接上级 | 总经理”", "依据：“直接上级：总经理”"),
        ("依据：“报销 | 经理 | 总经理”", "依据：“报销，经理，总经理”"),
        ("依据：“a|b”", "依据：“a|b”"),
    ],
)
def test_proof_on_a_phone(proof: str, shown: str) -> None:
    assert folded([proof]) == [Line(shown, folded=True)]


@pytest.mark.parametrize(
    ("labels", "rows"),
    [
        (["下一步", "上一步", "先停在这里"], [2, 1]),
        (["管好部门预算与费用", "确立公司的发展方向"], [2]),
        (["审核售后服务费用的使用情况", "上级", "下级"], [1, 2]),
        (["上级", "审核售后服务费用的使用情况", "下级"], [1, 1, 1]),
        ([], []),
    ],
)
def test_labels_beside_each_other_are_whole(labels: list[str], rows: list[int]) -> None:
    assert [len(row) for row in in_rows({"text": label} for label in labels)] == rows


def test_folded_lines_stand_in_one_block() -> None:
    (page,) = pages([Line("甲<"), Line("乙", folded=True), Line("丙&", folded=True)])
    assert page == f"甲{html.escape('<')}\n<blockquote expandable>乙\n丙&amp;</blockquote>"


# ── buttons and calls ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "argument", ["", "短", "客户开发主管的上级是谁", "长" * 300, "a:b#c", "#", ":", "x" * 60, "x" * 61]
)
def test_a_button_means_what_it_was_made_for(argument: str) -> None:
    store = MemoryStore()
    made = store.change(lambda draft: button(draft, "标签", "ask", argument))
    assert 1 <= len(made["callback_data"].encode()) <= 64
    assert pressed(store, made["callback_data"]) == ("ask", argument)


def test_a_button_whose_argument_is_gone_means_nothing() -> None:
    draft = Draft(MemoryStore().read, MemoryStore().scan, MemoryStore().files)
    made = button(draft, "标签", "ask", "长" * 300)
    assert pressed(MemoryStore(), made["callback_data"]) is None


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("/org", Command("org", "", "")),
        (" /Org@Role_Bot  客开主管 ", Command("org", "role_bot", "客开主管")),
        ("／path 客开主管 报销", Command("path", "", "客开主管 报销")),
        ("/ask\n谁审批\n报销", Command("ask", "", "谁审批\n报销")),
        ("/上级", None),
        ("上级/org", None),
        ("", None),
    ],
)
def test_a_command_is_read(text: str, command: Command | None) -> None:
    assert read_command(text) == command


def test_a_call_can_be_written_down() -> None:
    call = Call(
        "sendMessage", {"chat_id": -5, "text": "“引号”\n", "reply_markup": {"a": [1]}}, "chart 岗", "reply:1"
    )
    assert read_call(call.written()) == call


@pytest.mark.parametrize("text", ["", "a b&c=d+e%", "岗位“甲”\n😀", "~-_.", '{"a": ["b"]}', "\x00\x7f"])
def test_a_form_carries_any_text(text: str) -> None:
    assert dict(parse_qsl(f"text={_quoted(text)}", keep_blank_values=True)) == {"text": text}


@pytest.mark.parametrize(
    ("raw", "chat"),
    [
        ({"message": {"chat": {"id": 5}}}, "5"),
        ({"edited_message": {"chat": {"id": -5}}}, "-5"),
        ({"callback_query": {"message": {"chat": {"id": 6}}, "from": {"id": 1}}}, "6"),
        ({"callback_query": {"from": {"id": 1}}}, "person:1"),
        ({"inline_query": {"from": {"id": 1}}}, "inline:1"),
        ({"message": {}}, ""),
        ({"message": None}, ""),
        ({"poll": {}}, ""),
    ],
)
def test_the_chat_of_an_update(raw: dict[str, object], chat: str) -> None:
    assert chat_of(raw) == chat


# ── limits, rates, arrival ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("chat", "sent", "now", "wait"),
    [
        (1, [], 0.0, 0.0),
        (1, [0.0], 0.5, 0.52),
        (1, [0.0], 2.0, 0.0),
        (-1, [0.0], 0.5, 0.52),
        (-1, [float(n) for n in range(20)], 20.5, 39.52),
        (-1, [float(n) for n in range(19)], 20.5, 0.0),
        (1, [float(n) for n in range(20)], 20.5, 0.0),
    ],
)
def test_when_a_chat_is_free(chat: int, sent: list[float], now: float, wait: float) -> None:
    limits = Limits()
    for at in sent:
        limits.sent(chat, at)
    assert limits.wait(chat, now) == pytest.approx(wait)
    assert limits.wait(chat + 10, now) == 0.0


def test_updates_numbered_anew_are_fetched_too() -> None:
    offset, day = Offset(), 86_400.0
    assert offset.at(1e9) == 0
    offset.move(1_001, 1e9)
    assert offset.at(1e9 + 3 * day) == 1_001
    assert offset.at(1e9 + 6 * day) == 0
    offset.move(17, 1e9 + 8 * day)
    assert offset.at(1e9 + 8 * day) == 17


def test_who_asks_too_much_is_told_once() -> None:
    rates = Rates(2, 60.0)
    found = [rates.ask(1, at) for at in (0.0, 1.0, 2.0, 3.0, 61.0, 61.5, 62.0)]
    assert found == [
        Rate.WITHIN,
        Rate.WITHIN,
        Rate.FIRST_OVER,
        Rate.OVER,
        Rate.WITHIN,
        Rate.WITHIN,
        Rate.FIRST_OVER,
    ]
    assert rates.ask(2, 3.0) is Rate.WITHIN
    assert all(Rates(0, 60.0).ask(1, 0.0) is Rate.WITHIN for _ in range(100))


@pytest.mark.parametrize(
    ("known", "came", "number", "at", "ready"),
    [
        ([], [], 7, 0.0, True),
        ([], [7], 7, 0.0, True),
        ([5], [7], 7, 0.1, False),
        ([5], [7], 7, 3.0, True),
        ([5], [7, 6], 7, 0.1, True),
        ([5, 8], [], 8, 0.1, False),
        ([5, 8], [7, 6], 8, 0.1, True),
        ([5], [7, 9], 9, 1.6, False),
        ([5], [7, 9], 7, 1.6, True),
        ([5], [3], 3, 0.1, True),
        ([5], [6, 6, 7], 7, 0.1, True),
    ],
)
def test_an_update_waits_for_those_before_it(
    known: list[int], came: list[int], number: int, at: float, ready: bool
) -> None:
    arrival = Arrival(known, 0.0)
    for one in came:
        arrival.came(one, 0.0)
    assert arrival.ready(number, at) is ready


def test_what_is_missing_is_known() -> None:
    arrival = Arrival([5], 0.0)
    arrival.came(9, 0.0)
    arrival.came(7, 0.0)
    assert arrival.missing() == [6]
    arrival.came(6, 0.1)
    assert arrival.missing() == [8]
    arrival.came(8, 0.2)
    assert arrival.missing() == []


# ── settings ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("found", "says"),
    [
        ({}, "没有机器人的令牌"),
        ({"ROLEBOT_TELEGRAM_TOKEN": "abc"}, "不像令牌"),
        ({**_TOKEN, "ROLEBOT_MEMBERS": "1,甲"}, "ROLEBOT_MEMBERS 里的“甲”不是编号"),
        ({**_TOKEN, "ROLEBOT_ADMINS": "x"}, "ROLEBOT_ADMINS"),
        ({**_TOKEN, "ROLEBOT_TELEGRAM_API": "api"}, "ROLEBOT_TELEGRAM_API"),
        ({**_TOKEN, "ROLEBOT_LISTEN": "8080x"}, "ROLEBOT_LISTEN"),
        ({**_TOKEN, "ROLEBOT_LISTEN": ":99999"}, "ROLEBOT_LISTEN"),
        ({**_TOKEN, "ROLEBOT_TELEGRAM_RATE": "-1"}, "ROLEBOT_TELEGRAM_RATE"),
        ({**_TOKEN, "ROLEBOT_WEBHOOK_URL": "https://a.b"}, "ROLEBOT_WEBHOOK_SECRET"),
        (
            {**_TOKEN, "ROLEBOT_WEBHOOK_URL": "https://a.b", "ROLEBOT_WEBHOOK_SECRET": "密"},
            "ROLEBOT_WEBHOOK_SECRET",
        ),
        ({**_TOKEN, "ROLEBOT_WEBHOOK_URL": "https://a.b", "ROLEBOT_WEBHOOK_SECRET": "s"}, "ROLEBOT_LISTEN"),
    ],
)
def test_a_wrong_setting_is_named(found: dict[str, str], says: str) -> None:
    with pytest.raises(SettingsError, match=re.escape(says)):
        make_settings(found)


@pytest.mark.parametrize(
    ("members", "everyone", "listed"),
    [
        ("", False, set()),
        ("everyone", True, set()),
        ("EVERYONE", True, set()),
        ("1，2; 3\n4", False, {1, 2, 3, 4}),
    ],
)
def test_members(members: str, everyone: bool, listed: set[int]) -> None:
    settings = make_settings({**_TOKEN, "ROLEBOT_MEMBERS": members})
    assert (settings.everyone, settings.members) == (everyone, frozenset(listed))


def _flags(*arguments: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    add_flags(parser)
    return parser.parse_args(arguments)


def test_a_flag_goes_before_the_environment_and_that_before_the_file(tmp_path: Path) -> None:
    file = tmp_path / "settings"
    lines = ["# 备注", "ROLEBOT_STORE=文件", "export ROLEBOT_ADMINS='3'", "ROLEBOT_MEMBERS=everyone", ""]
    file.write_text("\n".join(lines), "utf-8")
    flags = _flags("--settings", str(file), "--telegram-token", "1:flag", "--documents", "a", "b")
    found = given(flags, {"ROLEBOT_STORE": "环境", "ROLEBOT_TELEGRAM_TOKEN": "1:env"})
    assert found["ROLEBOT_TELEGRAM_TOKEN"] == "1:flag"
    assert found["ROLEBOT_STORE"] == "环境"
    settings = make_settings(found)
    assert settings.admins == {3}
    assert settings.everyone
    assert settings.documents == ("a", "b")


def test_a_wrong_file_is_told_without_its_secrets(tmp_path: Path) -> None:
    file = tmp_path / "settings"
    file.write_text("ROLEBOT_TELEGRAM_TOKN=1:secret\n", "utf-8")
    with pytest.raises(SettingsError, match="第1行") as caught:
        given(_flags("--settings", str(file)), {})
    assert "secret" not in str(caught.value)
    with pytest.raises(SettingsError, match="读不了"):
        given(_flags("--settings", str(tmp_path / "none")), {})


def test_every_setting_has_a_flag() -> None:
    named = vars(_flags())
    assert {name.removeprefix("ROLEBOT_").lower() for name in NAMES} <= set(named)
