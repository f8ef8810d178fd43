"""The command `rolebot`: its subcommands, and what each needs to begin."""

import argparse
import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from bot.arguments import make_parser
from bot.replies import error_object, reply_object, reply_text
from bot.teaching import Teaching
from knowledge import Handbook, KnowledgeError

if TYPE_CHECKING:
    from bot.conversation import Conversations

_DONE, _BAD_INPUT = 0, 2


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the result is the process's exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    parsed = make_parser(_RUNS, words[0] if words else "").parse_args(words)
    if parsed.run in (import_documents, migrate, telegram):  # they ask no handbook of documents
        return int(parsed.run(parsed))
    _question_behind_documents(parsed)
    if parsed.run is check:  # it needs more of the documents than a handbook has
        return int(check(parsed))
    teaches = parsed.run is _teach
    try:
        parsed.teaching = Teaching.load(
            parsed.documents or (),
            parsed.words,
            new=teaches,
            newest_wins=parsed.newest_wins,
            once=parsed.run is _ask and not parsed.jsonl,
        )
    except KnowledgeError as error:
        print(error, file=sys.stderr)
        return _BAD_INPUT
    for file in parsed.teaching.handbook.unread:
        print(file.reason, file=sys.stderr)
    for line in (*parsed.teaching.notices, *(() if teaches else parsed.teaching.unused())):
        print(line, file=sys.stderr)
    code: int = parsed.run(parsed.teaching.handbook, parsed)
    return code


def _question_behind_documents(parsed: argparse.Namespace) -> None:
    """`ask --documents PATH 问题`: what stands last and is no document is asked, taught or evaluated with."""
    documents = parsed.documents or []
    while hasattr(parsed, "entries") and len(documents) > 1 and re.search("[=＝]", documents[-1]):
        parsed.entries.insert(0, documents.pop())
    while hasattr(parsed, "questions") and len(documents) > 1 and documents[-1].endswith(".jsonl"):
        parsed.questions.insert(0, documents.pop())
    if (
        getattr(parsed, "question", None) == []
        and not getattr(parsed, "jsonl", False)
        and len(documents) > 1
        and not Path(documents[-1]).exists()
    ):
        parsed.question = [documents.pop()]


def _ask(handbook: Handbook, parsed: argparse.Namespace) -> int:
    if parsed.jsonl:
        from bot.conversation import Conversations
        from bot.settling import settle

        settle(handbook)
        conversations = Conversations(handbook)
        for line in answer_lines(conversations, sys.stdin):
            print(json.dumps(line, ensure_ascii=False), flush=True)
        return _DONE
    if not parsed.question:
        print("请在命令后面写上问题，例如：rolebot ask '谁审批费用报销'", file=sys.stderr)
        return _BAD_INPUT
    answer = handbook.ask_once(" ".join(parsed.question))
    as_json = json.dumps(reply_object(answer), ensure_ascii=False, indent=1)
    print(as_json if parsed.json else reply_text(answer), flush=True)
    parsed.teaching.keep()
    return _DONE


def answer_lines(conversations: "Conversations", lines: Iterable[str]) -> Iterable[dict[str, Any]]:
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
    from bot.show import organization_object, organization_text

    if parsed.json:
        unread = [{"document": file.document, "reason": file.reason} for file in handbook.unread]
        shown = {**organization_object(handbook.organization), "unread": unread}
        print(json.dumps(shown, ensure_ascii=False, indent=1))
    else:
        print(organization_text(handbook.organization))
    return _DONE


def _chat(handbook: Handbook, parsed: argparse.Namespace) -> int:
    from bot.channels.terminal import Terminal
    from bot.conversation import Conversations

    return Terminal(Conversations(handbook), parsed.teaching).run()


def _chart(handbook: Handbook, parsed: argparse.Namespace) -> int:
    from bot.drawing import draw

    try:
        print("\n".join(draw(handbook, " ".join(parsed.question), parsed.matter, parsed.output)))
    except KnowledgeError as error:
        print(error, file=sys.stderr)
        return _BAD_INPUT
    return _DONE


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


def _explain(handbook: Handbook, parsed: argparse.Namespace) -> int:
    from bot.explanation import explanation_object, explanation_text

    question = " ".join(parsed.question)
    if not question.strip():
        print("请在命令后面写上问题，例如：rolebot explain '谁审批费用报销'", file=sys.stderr)
        return _BAD_INPUT
    if parsed.json:
        print(json.dumps(explanation_object(handbook, question), ensure_ascii=False, indent=1))
    else:
        print("\n".join(explanation_text(handbook, question)))
    return _DONE


def _evaluate(handbook: Handbook, parsed: argparse.Namespace) -> int:
    from bot.measuring import Demand, evaluate_files

    demand = Demand(parsed.least_right, parsed.most_wrong, parsed.failures, parsed.json)
    return evaluate_files(handbook, parsed.questions, demand)


def _selftest(handbook: Handbook, parsed: argparse.Namespace) -> int:
    from bot.measuring import Demand, list_exam, selftest

    if parsed.list:
        return list_exam(handbook, parsed.most)
    demand = Demand(parsed.least_right, parsed.most_wrong, parsed.failures, parsed.json)
    return selftest(handbook, parsed.most, demand)


def import_documents(parsed: argparse.Namespace) -> int:
    """Take documents into the store."""
    from bot.importing import import_documents as take_in

    return take_in(parsed)


def migrate(parsed: argparse.Namespace) -> int:
    """Bring the store to another place."""
    from bot.migration import migrate as bring

    return bring(parsed)


def check(parsed: argparse.Namespace) -> int:
    """Tell what is wrong in the documents."""
    from bot.check import check as check_documents

    return check_documents(parsed)


def telegram(parsed: argparse.Namespace) -> int:
    """Answer in Telegram until told to stop."""
    from bot.channels.telegram.program import run as serve

    return serve(parsed, os.environ)


def utf8(stream: TextIO) -> None:
    """Make a standard stream speak UTF-8 whatever the locale says."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace")


_RUNS: dict[str, Callable[..., int]] = {
    "import": import_documents,
    "migrate": migrate,
    "ask": _ask,
    "chat": _chat,
    "show": _show,
    "check": check,
    "chart": _chart,
    "teach": _teach,
    "explain": _explain,
    "evaluate": _evaluate,
    "selftest": _selftest,
    "telegram": telegram,
}
