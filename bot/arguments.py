"""The arguments of the command `rolebot` and its subcommands."""

import argparse
from collections.abc import Callable, Mapping

_COMMANDS = {
    "import": "把文档导入存储，以后就用它们回答；导入前列出变化",
    "migrate": "把存储搬到另一处，例如从文件夹搬到 PostgreSQL",
    "ask": "问一个问题",
    "chat": "在终端里对话",
    "show": "显示从文档里读到的组织",
    "check": "检查文档：互相矛盾的、缺的、照抄的",
    "chart": "画组织结构图或审批路径，存成图片或在终端里显示",
    "teach": "教公司自己的说法，例如 报账=费用报销",
    "explain": "显示一个问题是怎样理解的",
    "evaluate": "用写好答案的问题考一考，看答对多少",
    "selftest": "从文档自己出题自测，看文档被理解得怎样",
    "telegram": "在 Telegram 里回答",
}
_APART = ("import", "migrate", "telegram")  # they ask no handbook of documents


def make_parser(runs: Mapping[str, Callable[..., int]], chosen: str) -> argparse.ArgumentParser:
    """The arguments of the `chosen` command, and in `run` what runs it, of `runs` by its name; of every
    command where none of them is chosen, since help names them all."""
    parser = argparse.ArgumentParser(
        prog="rolebot", description="根据岗位说明书回答岗位问题，每个回答都引用原文。"
    )
    # with its name given, no help is put together only to work it out
    commands = parser.add_subparsers(prog="rolebot", required=True, metavar="命令")
    for name in (chosen,) if chosen in _COMMANDS else _COMMANDS:
        # an abbreviated flag of the channel would not be known as one that holds a secret
        command = commands.add_parser(name, help=_COMMANDS[name], allow_abbrev=name != "telegram")
        command.set_defaults(run=runs[name])
        if name not in _APART:
            _add_documents(command)
            _add_own(command, name)
            _add_exam(command, name)
        if name == chosen:  # the others need not load it
            _add_apart(command, name)
    return parser


def _add_documents(command: argparse.ArgumentParser) -> None:
    """What is answered from."""
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


def _add_own(command: argparse.ArgumentParser, name: str) -> None:
    """The arguments that a command has of its own."""
    if name == "teach":
        command.add_argument("entries", nargs="*", metavar="说法", help="报账=费用报销；不写则列出教过的")
        command.add_argument("--list", action="store_true", help="列出教过的说法，以及没有采用的")
        command.add_argument("--forget", metavar="词", help="忘掉教过的一个词")
    elif name not in ("chat", "chart"):
        command.add_argument("--json", action="store_true", help="输出 JSON")
    if name == "chart":
        _add_drawing(command)
    if name == "ask":
        command.add_argument("--jsonl", action="store_true", help="从标准输入逐行读 JSON 问题，逐行输出回答")
    if name in ("ask", "explain"):
        command.add_argument("question", nargs="*", help="问题")


def _add_apart(command: argparse.ArgumentParser, name: str) -> None:
    """The arguments of a command that stand in a module of its own."""
    if name == "import":
        from bot.importing import add_arguments

        add_arguments(command)
    elif name == "migrate":
        from bot.migration import add_arguments as add_migration_arguments

        add_migration_arguments(command)
    elif name == "check":
        from bot.check import add_arguments as add_check_arguments

        add_check_arguments(command)
    elif name == "telegram":
        from bot.channels.telegram.settings import add_flags

        add_flags(command)


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
