"""The command `rolebot` from its arguments to what it prints."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.cli import answer_lines, run
from bot.conversation import Conversations

ROLE = "# 甲专员\n\n| 项目 | 内容 |\n|---|---|\n| 岗位名称 | 甲专员 |\n| 直接上级 | 乙主管 |\n"


def lines_of(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_ask_prints_the_reply(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ask", "谁审批费用报销"]) == 0
    printed = capsys.readouterr().out
    assert "集团客户部经理" in printed.split("\n")[0]
    assert "03-集团客户部经理.md 第48行" in printed


def test_ask_joins_the_words_of_a_question(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ask", "--json", "客户开发主管", "的上级是谁"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["question"] == "客户开发主管 的上级是谁"
    assert answer["roles"] == ["集团客户部经理"]


@pytest.mark.parametrize(
    ("question", "status", "roles", "verdict"),
    [
        ("谁审批费用报销", "answered", ["集团客户部经理"], None),
        ("客户开发主管的下级是谁", "answered", ["客户开发专员"], None),
        ("集团客户部经理能审批费用报销吗", "answered", ["集团客户部经理"], True),
        ("客户开发专员能审批费用报销吗", "answered", ["集团客户部经理"], False),
        ("主管的职责", "ambiguous", [], None),
        ("谁负责火箭发射", "not_found", [], None),
        ("你好", "answered", [], None),
        ("", "not_found", [], None),
    ],
)
def test_ask_json(
    capsys: pytest.CaptureFixture[str], question: str, status: str, roles: list[str], verdict: bool | None
) -> None:
    assert run(["ask", "--json", question]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["status"], answer["roles"], answer["verdict"]) == (status, roles, verdict)


def test_jsonl_answers_line_by_line_and_survives_bad_lines(conversations: Conversations) -> None:
    lines = {
        '{"chat": "a", "question": "客户开发主管的上级是谁"}': "answered",
        "不是 JSON": "error",
        '{"chat": "a"}': "error",
        '{"chat": "a", "question": 7}': "error",
        '{"chat": "a", "question": null}': "error",
        '["谁审批费用报销"]': "error",
        '"谁审批费用报销"': "error",
        "7": "error",
        "null": "error",
        '{"chat": "a", "question": "谁负责火箭发射"': "error",
        '{"question": "谁审批费用报销"}': "answered",
        '{"chat": 7, "question": "主管的职责", "more": []}': "ambiguous",
        '{"chat": ["a"], "question": "谁负责火箭发射"}': "not_found",
    }
    answers = list(answer_lines(conversations, lines))
    assert [answer["status"] for answer in answers] == list(lines.values())
    assert all(answer["text"] for answer in answers)
    assert all(answer["evidence"] == [] for answer in answers if answer["status"] == "error")


@pytest.mark.parametrize(
    "question", ["", " ", "?", "1", "\x00\x1b[31m", "\ud800谁", "{role}", "\u202e谁\u200b", "谁" * 2000, "💡"]
)
def test_jsonl_answers_odd_questions(conversations: Conversations, question: str) -> None:
    (answer,) = answer_lines(conversations, [json.dumps({"question": question})])
    assert answer["status"] == "not_found"
    assert answer["text"].isprintable() or "\n" in answer["text"]


def test_jsonl_lines_of_one_chat_share_a_conversation(conversations: Conversations) -> None:
    asked = [
        ("a", "客户开发主管的上级是谁"),
        ("b", "售后支持主管的上级是谁"),
        ("a", "那他的下级呢"),
        ("b", "那他的下级呢"),
    ]
    lines = [json.dumps({"chat": chat, "question": question}) for chat, question in asked]
    answers = list(answer_lines(conversations, lines))
    assert [answer["roles"] for answer in answers[2:]] == [["客户开发专员"], ["售后支持专员"]]


def test_jsonl_passes_over_blank_lines(conversations: Conversations) -> None:
    assert list(answer_lines(conversations, ["\n", "  \n"])) == []


def test_jsonl_reads_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO('{"question": "谁审批费用报销"}\nx\n'))
    assert run(["ask", "--jsonl"]) == 0
    assert [line["status"] for line in lines_of(capsys.readouterr().out)] == ["answered", "error"]


def test_jsonl_answers_a_line_before_the_next_is_written() -> None:
    command = [sys.executable, "-m", "bot", "ask", "--jsonl"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for question, roles in (
            ("客户开发主管的上级是谁", ["集团客户部经理"]),
            ("那他的下级呢", ["客户开发专员"]),
        ):
            process.stdin.write(f"{json.dumps({'chat': 'a', 'question': question})}\n".encode())
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["roles"] == roles
        process.stdin.close()
        assert process.wait(timeout=30) == 0


def test_show_prints_the_tree(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show"]) == 0
    assert "      - 客户开发主管" in capsys.readouterr().out


def test_show_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["roles"]) == 9


def test_documents_are_answered_from_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "甲.md").write_text(ROLE, "utf-8")
    before = sorted(tmp_path.rglob("*"))
    assert run(["ask", "--documents", str(tmp_path), "--json", "甲专员的上级是谁"]) == 0
    assert json.loads(capsys.readouterr().out)["roles"] == ["乙主管"]
    assert run(["ask", "--documents", str(tmp_path), "--json", "谁审批费用报销"]) == 0
    assert json.loads(capsys.readouterr().out)["status"] == "not_found"
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("command", ["ask", "show", "chat"])
@pytest.mark.parametrize(
    ("name", "content", "named"),
    [
        ("没有.md", None, "没有.md"),
        ("表.xyz", b"x", "表.xyz"),
        ("空", None, "空"),
        ("天气.md", "今天天气很好。".encode(), "天气.md"),
        ("空.md", b"", "空.md"),
        ("乱.txt", b"\x00\xff\x00\xff", "乱.txt"),
    ],
)
def test_unusable_documents_are_told_in_one_chinese_line(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    command: str,
    name: str,
    content: bytes | None,
    named: str,
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    elif not path.suffix:
        path.mkdir()
    assert run([command, "--documents", str(path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert named in err
    assert "请" in err


def test_ask_without_a_question_says_how_to_ask(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ask"]) == 2
    assert "rolebot ask" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["dance"], ["ask", "--colour"], ["show", "问题"]])
def test_wrong_arguments_end_with_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        run(arguments)
    assert stop.value.code == 2
    assert "rolebot" in capsys.readouterr().err


def test_streams_speak_utf_8_whatever_the_locale() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot", "ask", "--jsonl"],
        input='{"question": "谁审批费用报销"}\n'.encode(),
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "gbk"},
        timeout=60,
        check=True,
    )
    assert json.loads(done.stdout.decode())["roles"] == ["集团客户部经理"]


def test_a_reader_that_leaves_early_is_no_error() -> None:
    command = [sys.executable, "-m", "bot", "ask", "--jsonl"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        _, err = process.communicate('{"question": "谁审批费用报销"}\n'.encode() * 3, timeout=60)
    assert b"Traceback" not in err
