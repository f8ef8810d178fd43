"""What stands behind a list of duties without a number: words about the post, or the document's end."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from knowledge.regex import regex
from knowledge.roles.approval_chain import has_arrow
from knowledge.roles.collaboration import speaks_of_partners
from knowledge.roles.lines import Line
from knowledge.roles.own_rights import each_apart, rights_told
from knowledge.roles.prose import alternatives, prose
from knowledge.text import fold

_CLOSING = regex(
    r"^\([^()]*(?:通过|修订|印发|发布|施行|版|起执行)[^()]*\)$"
    r"|^(?:本|以上|上述|各岗位|此|该)[^,。]{0,12}(?:职责|规定|制度|办法|说明书?|细则|汇编|手册|规范|标准|文件|通知|分工)"
    r"[^。]{0,24}(?:施行|执行|实施|实行|试行|生效|解释|废止|为准|修订)"
    r"|^各岗位[^。]{0,16}(?:解释|施行|执行|废止)"
    r"|^[\u4e00-\u9fff]{4,24}\s+\d{4}年\d{1,2}月(?:\d{1,2}日)?[印制发]?[发订布]?$"
    r"|^[\u4e00-\u9fff]{2,24}\s*[\u4e00-\u9fff]{0,12}(?:[部室科处办]|公司|中心|办公室)(?:编|编制|编印|印制|制定|印发)$"
    r"|^\d{4}年\d{1,2}月(?:\d{1,2}日)?[印制发]?[发订布]?$"
)
_RIGHT = regex(
    r"有权(?!限)|可以?(?:自行|直接)?(?:决定|批准|审批|签批|调配|使用)|[享拥]有[^,。]{2,}权"
    r"|由(?:其|本人|本岗位?)(?:自行|直接)?(?:决定|批准|审批|审定)"
)

_OTHERS = regex(
    r"(?P<who>[^,;。由]{1,14}(?:委员会|小组|评审组|工作组|办公会|联席会|专班)(?:成员|主任|组长|副组长|秘书)?)(?:由|负责|是|设|每|实行)"
    r"|[^,;。]{4,30}互为\s*a\s*[/、和]?\s*b\s*[角岗]|(?![^,;。]*不[得能可])[^,;。由]{2,14}由[^,;。]{2,16}(?:兼任|担任)(?=$|[,;。])"
    r"|由[^,;。]{4,60}组成的"
)
_OF_ENDS = ("article", "chinese")  # numbers of lines that end a document
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
    "可",
    "享有",
    "拥有",
    "实行",
    "在",
)


def is_closing(text: str) -> bool:
    """Whether a line ends a document: 本职责自2023年7月1日起施行, （2020年12月理事会通过）."""
    return _CLOSING.match(fold(text).strip()) is not None


def states_right(text: str) -> bool:
    """Whether a sentence about a post tells what it may decide: 食堂管理员有权拒收不合格的食材."""
    return _RIGHT.search(fold(text)) is not None


def relates(sentence: str) -> bool:
    """Whether all clauses of a sentence say where a post stands."""
    parts = [part for part in fold(sentence).strip(" 。;").split(",") if part.strip()]
    return all(prose().relating.fullmatch(part.strip()) for part in parts)


def split_behind(lines: Sequence[Line], names: Sequence[str]) -> tuple[list[Line], list[Line], list[Line]]:
    """The items of a list of duties; lines behind them about the post (`names`); what is
    no part of the description: a chain of approval, the end of the document."""
    lines, ended_with = _ends_apart(_last_apart(lines, names))
    last = max((i for i, line in enumerate(lines) if line.depth > 0), default=len(lines))
    if last == len(lines) and len(lines) > 1 and _speaks(fold(lines[-1].text).strip(), names):
        last -= 2  # duties that only semicolons part have no number either
    items, notes, closing, ended = list(lines[: last + 1]), list[Line](), ended_with, False
    for line in lines[last + 1 :]:
        ended = ended or is_closing(line.text)
        if ended or has_arrow(line.text) or (not line.style and _of_others(line.text, names)):
            closing.append(line)
        elif _speaks(fold(line.text).strip(), names) or relates(line.text) or _tells_beside(line, names):
            notes.append(line)
        else:
            items.append(line)
    return items, notes, closing


def _ends_apart(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines, and those numbered as articles behind them that end the document: 第九条 本规定自…施行."""
    kept = len(lines)
    while kept and lines[kept - 1].style in _OF_ENDS and is_closing(lines[kept - 1].text):
        kept -= 1
    return list(lines[:kept]), list(lines[kept:])


def without_beside(lines: Sequence[Line], names: Sequence[str]) -> tuple[list[Line], list[Line]]:
    """The lines of a list of duties, and the paragraphs at its end that tell rights or partners."""
    kept = len(lines)
    while kept > 1 and _tells_beside(lines[kept - 1], names):
        kept -= 1
    return list(lines[:kept]), list(lines[kept:])


def _tells_beside(line: Line, names: Sequence[str]) -> bool:
    """Whether a paragraph tells by its name what the post may decide, or whom it has to do with."""
    if line.depth or line.style:
        return False
    return tells_right(line, names) or speaks_of_partners(line.text)


def tells_right(line: Line, names: Sequence[str]) -> bool:
    """Whether the first sentence of a line tells by its name what the post may decide."""
    return any(rights_told(next(each_apart(line, names)), names))


def _of_others(text: str, names: Sequence[str]) -> bool:
    """Whether a sentence is about a body or about who else holds a post, and no work of this one."""
    found = _OTHERS.match(fold(text).strip())
    return found is not None and not any((found["who"] or "").endswith(fold(name)) for name in names)


def _last_apart(lines: Sequence[Line], names: Sequence[str]) -> list[Line]:
    """The lines; a sentence about the post that stands behind the last item on its line is a line."""
    if not lines:
        return []
    *before, last = lines
    item, _, rest = last.text.partition("。")
    if not rest.strip() or not item.strip() or not _speaks(fold(rest).strip(), names):
        return list(lines)
    said = replace(last, text=rest.strip(), quote=rest.strip(), depth=0, style="", number=None)
    return [*before, replace(last, text=f"{item}。", quote=f"{item}。"), said]


def _speaks(folded: str, names: Sequence[str]) -> bool:
    """Whether a sentence has the post as its subject, or is about when its holder is away."""
    own = next((n for n in (*map(fold, names), "本岗位", "该岗位") if folded.startswith(n)), "")
    said = bool(own) and folded.startswith(_SAID, len(own))
    return said or _away().search(folded) is not None


@cache
def _away() -> re.Pattern[str]:
    return regex(rf"{alternatives(prose().absent)}[^。]{{0,12}}由[^。]{{2,14}}{alternatives(prose().acting)}")
