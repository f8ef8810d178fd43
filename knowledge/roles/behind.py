"""What stands behind a list of duties without a number: words about the post, or the document's end."""

import re
from collections.abc import Sequence
from functools import cache

from knowledge.regex import regex
from knowledge.roles.approval_chain import has_arrow
from knowledge.roles.lines import Line
from knowledge.roles.prose import alternatives, prose
from knowledge.text import fold

_CLOSING = regex(
    r"^\([^()]*(?:通过|修订|印发|发布|施行|版|起执行)[^()]*\)$"
    r"|^(?:本|以上|上述|各岗位|此|该)[^,。]{0,12}(?:职责|规定|制度|办法|说明书|细则|汇编|手册|规范|标准|文件)"
    r"[^。]{0,24}(?:施行|执行|实施|实行|试行|生效|解释|废止|为准|修订)"
    r"|^各岗位[^。]{0,16}(?:解释|施行|执行|废止)"
    r"|^[\u4e00-\u9fff]{4,24}\s+\d{4}年\d{1,2}月(?:\d{1,2}日)?[印制发]?[发订布]?$"
    r"|^\d{4}年\d{1,2}月(?:\d{1,2}日)?[印制发]?[发订布]?$"
)

_SAID = (
    "一职",
    "岗位由",
    "职务由",
    "因",
    "不在",
    "外出",
    "直接",
    "对",
    "向",
    "由",
    "受",
    "须",
    "应",
    "不得",
    "必须",
    "有权",
    "实行",
    "在",
)


def is_closing(text: str) -> bool:
    """Whether a line ends a document: 本职责自2023年7月1日起施行, （2020年12月理事会通过）."""
    return _CLOSING.match(fold(text).strip()) is not None


def split_behind(lines: Sequence[Line], names: Sequence[str]) -> tuple[list[Line], list[Line], list[Line]]:
    """The items of a list of duties; lines behind them about the post (`names`); what is
    no part of the description: a chain of approval, the end of the document."""
    last = max((i for i, line in enumerate(lines) if line.depth > 0), default=len(lines))
    items, notes, closing, ended = list(lines[: last + 1]), list[Line](), list[Line](), False
    for line in lines[last + 1 :]:
        ended = ended or is_closing(line.text)
        if ended or has_arrow(line.text):
            closing.append(line)
        elif _speaks(fold(line.text).strip(), names):
            notes.append(line)
        else:
            items.append(line)
    return items, notes, closing


def _speaks(folded: str, names: Sequence[str]) -> bool:
    """Whether a sentence has the post as its subject, or is about when its holder is away."""
    own = next((n for n in (*map(fold, names), "本岗位", "该岗位") if folded.startswith(n)), "")
    said = bool(own) and folded.startswith(_SAID, len(own))
    return said or _away().search(folded) is not None


@cache
def _away() -> re.Pattern[str]:
    return regex(rf"{alternatives(prose().absent)}[^。]{{0,12}}由[^。]{{2,14}}{alternatives(prose().acting)}")
