"""The command `rolebot`: ask, chat, show."""

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, TextIO

from bot.conversation import Conversations
from bot.replies import error_object, reply_object, reply_text
from bot.show import organization_object, organization_text
from knowledge import Handbook, KnowledgeError

_DONE, _BAD_INPUT = 0, 2


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the result is the process's exit code."""
    parsed = _parser().parse_args(arguments)
    _question_behind_documents(parsed)
    try:
        handbook = Handbook.load(parsed.documents) if parsed.documents else Handbook.sample()
    except KnowledgeError as error:
        print(error, file=sys.stderr)
        return _BAD_INPUT
    code: int = parsed.run(handbook, parsed)
    return code


def _question_behind_documents(parsed: argparse.Namespace) -> None:
    """`ask --documents PATH 问题`: what stands last and is no path is the question."""
    documents = parsed.documents or []
    if (
        getattr(parsed, "question", None) == []
        and not parsed.jsonl
        and len(documents) > 1
        and not Path(documents[-1]).exists()
    ):
        parsed.question = [documents.pop()]


def _ask(handbook: Handbook, parsed: argparse.Namespace) -> int:
    conversations = Conversations(handbook)
    if parsed.jsonl:
        for line in answer_lines(conversations, sys.stdin):
            print(json.dumps(line, ensure_ascii=False), flush=True)
        return _DONE
    if not parsed.question:
        print("请在命令后面写上问题，例如：rolebot ask '谁审批费用报销'", file=sys.stderr)
        return _BAD_INPUT
    answer = conversations.ask("ask", " ".join(parsed.question))
    as_json = json.dumps(reply_object(answer), ensure_ascii=False, indent=1)
    print(as_json if parsed.json else reply_text(answer))
    return _DONE


def answer_lines(conversations: Conversations, lines: Iterable[str]) -> Iterable[dict[str, Any]]:
    """An answer object for each line `{"chat", "question"}`, in the same order; a bad line gets an error
    object."""
    for line in lines:
        if not line.strip():
            continue
        try:
            asked = json.loads(line)
            question, chat = asked["question"], str(asked.get("chat", ""))
            if not isinstance(question, str):
                raise TypeError
        except (ValueError, TypeError, KeyError, AttributeError):
            yield error_object("", '这一行不是 {"chat": …, "question": …} 形式的 JSON，已跳过。')
            continue
        yield reply_object(conversations.ask(chat, question))


def _show(handbook: Handbook, parsed: argparse.Namespace) -> int:
    if parsed.json:
        print(json.dumps(organization_object(handbook.organization), ensure_ascii=False, indent=1))
    else:
        print(organization_text(handbook.organization))
    return _DONE


def _chat(handbook: Handbook, parsed: argparse.Namespace) -> int:
    from bot.channels.terminal import Terminal

    return Terminal(Conversations(handbook), handbook).run()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="rolebot", description="根据岗位说明书回答岗位问题，每个回答都引用原文。"
    )
    commands = parser.add_subparsers(required=True, metavar="命令")
    for name, run_, help_ in (
        ("ask", _ask, "问一个问题"),
        ("chat", _chat, "在终端里对话"),
        ("show", _show, "显示从文档里读到的组织"),
    ):
        command = commands.add_parser(name, help=help_)
        command.add_argument(
            "--documents", nargs="+", metavar="PATH", help="文档或文件夹；不给则用自带的示例手册"
        )
        command.set_defaults(run=run_)
        if name != "chat":
            command.add_argument("--json", action="store_true", help="输出 JSON")
        if name == "ask":
            command.add_argument(
                "--jsonl", action="store_true", help="从标准输入逐行读 JSON 问题，逐行输出回答"
            )
            command.add_argument("question", nargs="*", help="问题")
    return parser


def utf8(stream: TextIO) -> None:
    """Make a standard stream speak UTF-8 whatever the locale says."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace")
