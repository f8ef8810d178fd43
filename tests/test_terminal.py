"""The terminal channel, talked to through its standard streams."""

import os
import select
import subprocess
import sys
from pathlib import Path

import pytest

from bot.channels.line_editor import clean, completions, history_file
from bot.conversation import Conversations
from bot.explanation import explanation_text
from bot.replies import reply_text, wording
from knowledge import Handbook

WORDS = wording()["terminal"]
COMMANDS = ["/help", "/roles", "/org", "/onboard", "/explain", "/why", "/teach", "/forget", "/clear", "/quit"]
PATIENCE = 30  # seconds without a sign of life after which a program counts as stuck
PROMPT_READY = b"\x1b[?2004h"  # what the line editor sends before it reads a line

needs_pseudo_terminal = pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a pseudo terminal")


def talk(*lines: str | bytes, documents: Path | None = None) -> list[str]:
    """What `rolebot chat` says to lines from a pipe: one reply for each line that is not blank."""
    command = [sys.executable, "-m", "bot", "chat", *(["--documents", str(documents)] if documents else [])]
    typed = b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines)
    done = subprocess.run(command, input=typed, capture_output=True, timeout=60, check=True)
    assert done.stderr == b""
    assert b"\x1b" not in done.stdout
    before, *replies = f"\n{done.stdout.decode()}".split(f"\n{WORDS['prompt']}")
    assert before.strip() == ""
    return [reply.partition("\n")[2].strip("\n") for reply in replies]


def told(key: str, **slots: object) -> str:
    return WORDS[key].format(**slots)


def test_questions_are_answered_with_follow_ups(handbook: Handbook) -> None:
    asked = ["客户开发主管的上级是谁", "那他的下级呢", "谁负责火箭发射", "主管的职责"]
    conversations = Conversations(handbook)
    answers = [conversations.ask("", question) for question in asked]
    assert [answer.status for answer in answers] == ["answered", "answered", "not_found", "ambiguous"]
    assert talk(*asked) == [f"{WORDS[f'mark.{answer.status}']}{reply_text(answer)}" for answer in answers]


def test_a_number_chooses_one_of_the_offers(handbook: Handbook) -> None:
    offered = Conversations(handbook).ask("", "主管的职责").options
    replies = talk("主管的职责", "9", "0", "２")
    assert replies[1:3] == [told("no_such_choice", most=len(offered))] * 2
    assert replies[3] == talk(offered[1])[0]


def test_onboarding_is_led_by_number() -> None:
    replies = talk("/onboard 客开主管", "1", "谁审批费用报销", "/onboard", "3", "1", "/onboard", "2")
    assert "客户开发主管·我的上级和团队】 □□□□□□ 0/6" in replies[0]
    assert "1) 下一步" in replies[0]
    assert "我负责什么】 ■□□□□□ 1/6" in replies[1]
    assert replies[2].startswith(WORDS["mark.answered"])
    assert replies[3] == replies[1] == replies[6]
    assert "导览停在" in replies[4]
    assert "没有提到“1”" in replies[5]
    assert "我的上级和团队】 ■■□□□□ 2/6" in replies[7]


def test_onboarding_asks_for_the_role(handbook: Handbook) -> None:
    replies = talk("/onboard", "99", "7", "/onboard 火箭", "/onboard 主管", "2", "/onboard 总经理")
    roles = [role.name for role in handbook.organization.described()]
    assert all(f"{number}) {name}" in replies[0] for number, name in enumerate(roles, 1))
    assert replies[1] == told("no_such_choice", most=len(roles))
    assert f"【入职导览·{roles[6]}·" in replies[2]
    assert "没有“火箭”这个岗位" in replies[3]
    assert "【入职导览·产品支持主管·" in replies[5]
    assert "【入职导览·总经理·" in replies[6]


def test_onboarding_knows_who_the_person_is() -> None:
    replies = talk("我是客户开发专员", "/onboard")
    assert "【入职导览·客户开发专员·" in replies[1]


def test_help_names_every_command() -> None:
    (help_,) = talk("/help")
    assert [line.split()[0] for line in help_.splitlines()[1:-1]] == COMMANDS


def test_commands_may_be_typed_as_a_chinese_keyboard_gives_them() -> None:
    replies = talk("/help", "/HELP", "／help", "、help", " /help ", "/help me")
    assert replies == replies[:1] * 6


def test_an_unknown_command_gets_one_line() -> None:
    commands = ["/nope", "/", "/总经理", "／etc/passwd"]
    assert talk(*commands) == [told("unknown_command", command=command) for command in commands]


def test_roles_lists_every_role_by_department(handbook: Handbook) -> None:
    (reply,) = talk("/roles")
    listed = {name for line in reply.splitlines() for name in line.partition("：")[2].split("、")}
    assert listed == set(handbook.organization.roles)
    assert [line.partition("：")[0] for line in reply.splitlines()] == ["总经理办公室", "集团客户部"]


def test_roles_tells_the_merely_mentioned_apart(tmp_path: Path) -> None:
    (tmp_path / "甲.md").write_text("岗位名称：甲专员\n直接上级：乙主管\n", "utf-8")
    (reply,) = talk("/roles", documents=tmp_path)
    assert reply.splitlines() == [
        told("roles", department=WORDS["no_department"], roles="甲专员"),
        told("roles", department=WORDS["mentioned"], roles="乙主管"),
    ]


def test_org_shows_the_tree() -> None:
    (reply,) = talk("/org")
    assert "\n  - 副总经理" in reply


def test_explain_shows_what_the_command_explain_shows(handbook: Handbook) -> None:
    question = "客户开发专员的上级能审批费用抱销吗"
    (reply,) = talk(f"/explain {question}")
    assert reply.splitlines() == explanation_text(handbook, question)


def test_explain_needs_a_question_of_some_length() -> None:
    assert talk("/explain", f"/explain {'长' * 501}") == [told("explain_what", most=500)] * 2


def test_why_shows_what_the_last_answer_rests_on() -> None:
    why = talk("谁审批费用报销", "/why")[1]
    assert "“审批日常费用报销，防止成本超支”\n   03-集团客户部经理.md 第48行" in why


def test_why_has_nothing_to_show_without_an_answer() -> None:
    nothing, refused = talk("/why", "谁负责火箭发射", "/why")[::2]
    assert nothing == WORDS["why_nothing"]
    assert refused.endswith("上一个回答没有引用文档。")


def test_clear_forgets_the_conversation() -> None:
    replies = talk("客户开发主管的上级是谁", "/clear", "/why", "那他的下级呢")
    assert replies[1:3] == [WORDS["cleared"], WORDS["why_nothing"]]
    assert "客户开发专员" not in replies[3]


@pytest.mark.parametrize("farewell", ["/quit", "退出", "exit", "QUIT"])
def test_nothing_is_read_after_a_farewell(farewell: str) -> None:
    assert len(talk("你好", farewell, "谁审批费用报销")) == 2


def test_blank_lines_get_no_reply() -> None:
    assert talk("", "   ", "\t", "\r", "\u200b") == []


def test_odd_lines_are_survived() -> None:
    first, *more, last = talk(
        "\ufeff谁审批费用报销\r",
        b"\xff\xfe\x80",
        "谁\x1b[31m审批\x00",
        "{role}",
        "%s",
        "💡" * 50,
        "9" * 500,
        "长" * 100_000,
    )
    assert first.startswith(WORDS["mark.answered"])
    assert len(more) == 6
    assert last == told("too_long", count=100_000, most=500)


def test_a_pipe_is_answered_without_the_line_editor() -> None:
    program = "import sys; from bot.cli import run; run(['chat']); sys.exit('prompt_toolkit' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], input="谁审批费用报销".encode(), stdout=subprocess.PIPE, timeout=60
    )
    assert done.returncode == 0
    assert "集团客户部经理" in done.stdout.decode()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("谁审批\n费用\t报销 ", "谁审批 费用 报销"),
        ("\ud800谁\udfff", "谁"),
        ("\u202e谁\u200b管谁\ufeff", "谁管谁"),
        ("谁\x1b[31m管\x00谁", "谁 [31m管 谁"),
        ("\u3000谁\u3000", "谁"),
        ("", ""),
    ],
)
def test_clean(line: str, expected: str) -> None:
    assert clean(line) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/", COMMANDS),
        ("/e", ["/explain"]),
        ("/x", []),
        ("", []),
        ("客户开发主", ["客户开发主管"]),
        ("谁是客户开发", ["客户开发主管", "客户开发专员"]),
        ("/explain 产品支持主", ["产品支持主管"]),
        ("总经理和副", ["副总经理"]),
        ("开发", ["客户开发主管", "客户开发专员"]),
        ("开", []),
        ("客户开发主管", []),
        ("客户开发主管的", []),
    ],
)
def test_completions(handbook: Handbook, text: str, expected: list[str]) -> None:
    found = completions(text, list(handbook.organization.roles), COMMANDS)
    assert [word for _, word in found] == expected
    for start, word in found:
        assert text[start:] in word


def test_history_is_kept_in_the_state_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert history_file() == tmp_path / "rolebot" / "history"
    monkeypatch.delenv("XDG_STATE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert history_file() == tmp_path / ".local" / "state" / "rolebot" / "history"


def test_history_that_cannot_be_written_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    assert history_file() is None


def screen(*typed: bytes, **environment: str) -> str:
    """All that a person sees who types each text at a prompt of its own, up to the end of the program."""
    terminal, other = os.openpty()
    command = [sys.executable, "-m", "bot", "chat"]
    settings = {**os.environ, "TERM": "xterm", "PYTHONIOENCODING": "utf-8", **environment}
    shown, waiting, asked = b"", list(typed), 0
    with subprocess.Popen(
        command, stdin=other, stdout=other, stderr=other, env=settings, start_new_session=True
    ) as program:
        os.close(other)
        while select.select([terminal], [], [], PATIENCE)[0]:
            try:
                shown += os.read(terminal, 65536)
            except OSError:  # how a pseudo terminal says that its other side has gone
                break
            for _ in range(asked, asked := shown.count(b"\x1b[6n")):  # the program asks where the cursor is
                os.write(terminal, b"\x1b[1;1R")
            if shown.count(PROMPT_READY) > len(typed) - len(waiting) and waiting:
                os.write(terminal, waiting.pop(0))
        else:
            program.kill()
    os.close(terminal)
    assert program.returncode == 0, shown.decode()
    return shown.decode()


@needs_pseudo_terminal
def test_examples_of_the_welcome_are_answered(tmp_path: Path, handbook: Handbook) -> None:
    lines = screen("退出\r".encode(), XDG_STATE_HOME=str(tmp_path), NO_COLOR="1").splitlines()
    welcome = lines.index(told("welcome", count=9))
    examples = [line.strip() for line in lines[welcome + 1 : welcome + 4]]
    assert [handbook.ask(question)[0].status for question in examples] == ["answered"] * 3
    assert WORDS["farewell"] in lines[-1]


@needs_pseudo_terminal
def test_control_c_clears_the_line_and_control_d_leaves(tmp_path: Path) -> None:
    shown = screen(b"abc\x03\x03", b"\x04", XDG_STATE_HOME=str(tmp_path))
    assert shown.count(WORDS["leave"]) == 1
    assert shown.count(WORDS["farewell"]) == 1


@needs_pseudo_terminal
def test_colours_can_be_declined(tmp_path: Path) -> None:
    typed, green = ("谁审批费用报销\r".encode(), b"/quit\r"), f"32m{WORDS['mark.answered']}"
    assert green in screen(*typed, XDG_STATE_HOME=str(tmp_path))
    assert green not in screen(*typed, XDG_STATE_HOME=str(tmp_path), NO_COLOR="1")


@needs_pseudo_terminal
def test_history_keeps_what_was_typed_even_half_characters(tmp_path: Path) -> None:
    screen(b"\xe4\xff" + "总经理的下级\r".encode(), b"/quit\r", XDG_STATE_HOME=str(tmp_path))
    kept = (tmp_path / "rolebot" / "history").read_text("utf-8")
    assert "总经理的下级\n" in kept
    assert "+/quit\n" in kept


@needs_pseudo_terminal
def test_history_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "rolebot").touch()
    shown = screen("谁审批费用报销\r".encode(), b"/quit\r", XDG_STATE_HOME=str(tmp_path))
    assert "03-集团客户部经理.md" in shown
