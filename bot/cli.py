"""The command `rolebot`: its subcommands, and what each needs to begin."""

import argparse
import json
import os
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, TextIO

from bot.conversation import Conversations
from bot.replies import error_object, reply_object, reply_text
from bot.teaching import Teaching
from knowledge import Handbook, KnowledgeError

_DONE, _BAD_INPUT = 0, 2


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the result is the process's exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    parsed = _parser(words[0] if words else "").parse_args(words)
    if parsed.run in (import_documents, migrate, telegram):  # they ask no handbook of documents
        return int(parsed.run(parsed))
    _question_behind_documents(parsed)
    if parsed.run is check:  # it needs more of the documents than a handbook has
        return int(check(parsed))
    teaches = parsed.run is _teach
    try:
        parsed.teaching = Teaching.load(
            parsed.documents or (), parsed.words, new=teaches, newest_wins=parsed.newest_wins
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


def _parser(chosen: str) -> argparse.ArgumentParser:
    """The arguments of every command; of those with a module of their own only for the `chosen` one, so that
    the others need not load it."""
    parser = argparse.ArgumentParser(
        prog="rolebot", description="根据岗位说明书回答岗位问题，每个回答都引用原文。"
    )
    commands = parser.add_subparsers(required=True, metavar="命令")
    importing = commands.add_parser("import", help="把文档导入存储，以后就用它们回答；导入前列出变化")
    importing.set_defaults(run=import_documents)
    if chosen == "import":
        from bot.importing import add_arguments as add_import_arguments

        add_import_arguments(importing)
    migration = commands.add_parser("migrate", help="把存储搬到另一处，例如从文件夹搬到 PostgreSQL")
    migration.set_defaults(run=migrate)
    if chosen == "migrate":
        from bot.migration import add_arguments as add_migration_arguments

        add_migration_arguments(migration)
    for name, run_, help_ in (
        ("ask", _ask, "问一个问题"),
        ("chat", _chat, "在终端里对话"),
        ("show", _show, "显示从文档里读到的组织"),
        ("check", check, "检查文档：互相矛盾的、缺的、照抄的"),
        ("chart", _chart, "画组织结构图或审批路径，存成图片或在终端里显示"),
        ("teach", _teach, "教公司自己的说法，例如 报账=费用报销"),
        ("explain", _explain, "显示一个问题是怎样理解的"),
        ("evaluate", _evaluate, "用写好答案的问题考一考，看答对多少"),
        ("selftest", _selftest, "从文档自己出题自测，看文档被理解得怎样"),
    ):
        command = commands.add_parser(name, help=help_)
        command.add_argument(
            "--documents",
            nargs="+",
            metavar="PATH",
            help="文档或文件夹；不给则用导入过的（没有则用示例手册）",
        )
        command.add_argument(
            "--words", metavar="FILE", help="公司用语的文件；不给则用文档里面或旁边的 words.txt，或存储里的"
        )
        command.add_argument(
            "--newest-wins", action="store_true", help="同一个岗位有几份说明时，只用最近修改的文件里的"
        )
        command.set_defaults(run=run_)
        if name == "teach":
            command.add_argument("entries", nargs="*", metavar="说法", help="报账=费用报销；不写则列出教过的")
            command.add_argument("--list", action="store_true", help="列出教过的说法，以及没有采用的")
            command.add_argument("--forget", metavar="词", help="忘掉教过的一个词")
        elif name not in ("chat", "chart"):
            command.add_argument("--json", action="store_true", help="输出 JSON")
        if name == chosen == "check":
            from bot.check import add_arguments as add_check_arguments

            add_check_arguments(command)
        if name == "chart":
            _add_drawing(command)
        if name == "ask":
            command.add_argument(
                "--jsonl", action="store_true", help="从标准输入逐行读 JSON 问题，逐行输出回答"
            )
        if name in ("ask", "explain"):
            command.add_argument("question", nargs="*", help="问题")
        _add_exam(command, name)
    _add_telegram(commands, chosen)
    return parser


def _add_exam(command: argparse.ArgumentParser, name: str) -> None:
    """The arguments of the commands that examine."""
    if name == "evaluate":
        command.add_argument(
            "questions", nargs="*", metavar="QUESTIONS.jsonl", help="问题文件，每行一个 JSON 对象"
        )
    if name in ("evaluate", "selftest"):
        _add_demands(command)
    if name == "selftest":
        command.add_argument("--most", type=_count, default=400, metavar="N", help="最多出几题（默认 400）")
        command.add_argument("--list", action="store_true", help="只列出题目（evaluate 能读），不作答")


def _add_telegram(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", chosen: str) -> None:
    """The channel's command, with a flag for each of its settings."""
    # an abbreviated flag would not be known as one that holds a secret
    command = commands.add_parser("telegram", help="在 Telegram 里回答", allow_abbrev=False)
    command.set_defaults(run=telegram)
    if chosen == "telegram":
        from bot.channels.telegram.settings import add_flags

        add_flags(command)


def _add_drawing(command: argparse.ArgumentParser) -> None:
    """What is drawn, and into which file."""
    command.add_argument("question", nargs="*", metavar="岗位", help="只画它的上下级；不写则画全部")
    command.add_argument("--matter", metavar="事项", help="画这个岗位办这件事的审批路径")
    command.add_argument("-o", "--output", metavar="FILE.png", help="存成图片；不写则显示文字")


def _add_demands(command: argparse.ArgumentParser) -> None:
    """What a run must reach, and how much of it is shown."""
    shares = (("--least-right", 0.0, "答对至少占多少"), ("--most-wrong", 1.0, "答错至多占多少"))
    for option, default, meaning in shares:
        command.add_argument(
            option,
            type=_share,
            default=default,
            metavar="比例",
            help=f"{meaning}（如 97%%），不然退出码为 1",
        )
    command.add_argument(
        "--failures", type=_count, default=50, metavar="N", help="最多列出多少道没答对的题（默认 50）"
    )


def _share(text: str) -> float:
    """A share written as 0.97 or 97%."""
    try:
        number = float(text.rstrip("%％")) / (100 if text.endswith(("%", "％")) else 1)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise argparse.ArgumentTypeError(f"“{text}”不是 0 到 1 之间的数或百分数（例如 0.97 或 97%）")
    return number


def _count(text: str) -> int:
    """A number of questions."""
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"“{text}”不是题数（例如 200）")
    return int(text)


def utf8(stream: TextIO) -> None:
    """Make a standard stream speak UTF-8 whatever the locale says."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace")
