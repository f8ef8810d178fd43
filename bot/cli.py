"""The command `rolebot`: ask, chat, show, teach."""

import argparse
import json
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, TextIO

from bot.conversation import Conversations
from bot.replies import error_object, reply_object, reply_text
from bot.show import organization_object, organization_text
from bot.teaching import Teaching
from knowledge import Handbook, KnowledgeError

_DONE, _BAD_INPUT = 0, 2


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the result is the process's exit code."""
    parsed = _parser().parse_args(arguments)
    _question_behind_documents(parsed)
    teaches = parsed.run is _teach
    try:
        parsed.teaching = Teaching.load(parsed.documents or (), parsed.words, new=teaches)
    except KnowledgeError as error:
        print(error, file=sys.stderr)
        return _BAD_INPUT
    for line in () if teaches else parsed.teaching.unused():
        print(line, file=sys.stderr)
    code: int = parsed.run(parsed.teaching.handbook, parsed)
    return code


def _question_behind_documents(parsed: argparse.Namespace) -> None:
    """`ask --documents PATH 问题`: what stands last and is no path is the question, or what is taught."""
    documents = parsed.documents or []
    while hasattr(parsed, "entries") and len(documents) > 1 and re.search("[=＝]", documents[-1]):
        parsed.entries.insert(0, documents.pop())
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

    return Terminal(Conversations(handbook), parsed.teaching).run()


def _teach(_: Handbook, parsed: argparse.Namespace) -> int:
    teaching: Teaching = parsed.teaching
    try:
        if parsed.forget:
            lines = teaching.forget(parsed.forget)
        else:
            lines = teaching.teach(_entries(parsed.entries)) if parsed.entries else teaching.listed()
    except KnowledgeError as error:
        print(error, file=sys.stderr)
        return _BAD_INPUT
    print("\n".join(lines))
    return _DONE


def _entries(words: list[str]) -> list[str]:
    """The entries that the words of a command line are: 报账=费用报销 is one, and so is 报账 = 费用报销."""
    whole = all(re.fullmatch(".*[^=＝][=＝]+[^=＝].*", word) for word in words)
    return words if whole else [" ".join(words)]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="rolebot", description="根据岗位说明书回答岗位问题，每个回答都引用原文。"
    )
    commands = parser.add_subparsers(required=True, metavar="命令")
    for name, run_, help_ in (
        ("ask", _ask, "问一个问题"),
        ("chat", _chat, "在终端里对话"),
        ("show", _show, "显示从文档里读到的组织"),
        ("teach", _teach, "教公司自己的说法，例如 报账=费用报销"),
    ):
        command = commands.add_parser(name, help=help_)
        command.add_argument(
            "--documents", nargs="+", metavar="PATH", help="文档或文件夹；不给则用自带的示例手册"
        )
        command.add_argument(
            "--words", metavar="FILE", help="公司用语的文件；不给则用文档里面或旁边的 words.txt"
        )
        command.set_defaults(run=run_)
        if name == "teach":
            command.add_argument("entries", nargs="*", metavar="说法", help="报账=费用报销；不写则列出教过的")
            command.add_argument("--list", action="store_true", help="列出教过的说法，以及没有采用的")
            command.add_argument("--forget", metavar="词", help="忘掉教过的一个词")
        elif name != "chat":
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
