"""Departments whose functions are a list below a sentence: 营运科管线路运营,职能有五项: 1.… 2.…"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from knowledge.regex import regex
from knowledge.roles.chapter import Chapter
from knowledge.roles.grades import grades
from knowledge.roles.lines import Line
from knowledge.roles.role import Department, Duty, Passage
from knowledge.text import bare, fold, parse_number

_HEADS_LIST = regex(r"(?:职能|职责|任务|工作|分工|业务|负责|承担|如下|以下).*[:]\s*$")
_COUNT = regex(r"(?P<count>[一二两三四五六七八九十]|\d+)(?:项|条|个方面|方面|点)")
_LEAST = 2  # items of a list

Entry = tuple[Line, Passage]


def listed_departments(chapter: Chapter, names: Sequence[str]) -> tuple[list[Department], list[Entry]]:
    """The departments that a line of the chapter names before a list, and the entries that tell no such."""
    found: list[Department] = []
    left: list[Entry] = []
    at = 0
    while at < len(chapter.entries):
        line, passage = chapter.entries[at]
        name = _opens(line, names)
        items = list(_items(line, chapter.entries[at + 1 :], names)) if name else []
        if len(items) < _LEAST:
            left.append((line, passage))
            at += 1
            continue
        rest = passage.text[len(name) :].strip(" ,，:：")
        overview = Passage(rest, passage.quote, passage.source)
        functions = tuple(Duty(item) for _, item in items)
        found.append(Department(name, Passage(name, passage.quote, passage.source), overview, functions))
        at += 1 + len(items)
    return found, left


def _opens(line: Line, names: Sequence[str]) -> str:
    """The department that a line begins with, where the line heads a list; else empty."""
    folded = fold(line.text).strip()
    if not _HEADS_LIST.search(folded):
        return ""
    name = max((name for name in names if folded.startswith(name)), key=len, default="")
    post = folded[len(name) :].removeprefix("副").startswith(grades().heads)  # 营运科科长的职责如下
    return "" if post else name


def _items(head: Line, after: Sequence[Entry], names: Sequence[str]) -> Iterator[Entry]:
    """The entries of the list below a line: deeper ones, else as many as it says, else up to the first that
    ends a sentence."""
    deeper = list(takewhile(lambda entry: entry[0].depth > head.depth, after))
    if deeper:
        yield from deeper
        return
    counted = _COUNT.search(fold(head.text))
    most = len(after)
    if counted:
        most = parse_number(counted["count"]) or most
    for number, (line, passage) in enumerate(after[:most], 1):
        if any(bare(line.text).startswith(bare(name)) for name in names) or line.depth < head.depth:
            return
        yield line, passage
        if not counted and number > 1 and line.text.rstrip().endswith(("。", ".")):
            return
