"""Sentences that tell what a post may or may not decide, by its name: 采购由店长批准; 店长无权降价."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.regex import regex
from knowledge.roles.grades import drops_grade, grades
from knowledge.roles.lines import Line
from knowledge.text import bare, fold, has_in_order

_PROPOSE = "提名|提出(?:申请|意见|建议|方案|人选)"
_DECIDE = f"审批|审定|批准|决定|核准|签批|签发|确定|核定|审核|准假|拍板|做主|同意|{_PROPOSE}"
_MAY = regex(
    r"(?:^|(?<=[,;。:经由的]))\s*(?P<who>[^,;。:的由]{2,16}?)(?:(?:对|在|就|随时)[^,;。]{1,24}?)?(?:[只也都均还]|一律)?"
    r"(?:有权|无权|[只仅]?有[^,;。有]{1,8}权(?=$|[,;。])|没有[^,;。]{0,10}(?:权|权力|权限)(?=$|[,;。])"
    r"|(?:说了算|拍板|做主)|可以?(?!能|靠|[,;。])(?:自行|直接|先行|代行|先)?(?=[\u4e00-\u9fff]{2})|不得自行|不能自行|[享拥]有[^,;。]{2,}权)"
)
_BY = regex(
    rf"(?:由|须经|需经|应经|先经|报|送|须报|需报|经)(?P<who>[^,;。:的由]{{2,16}}?)(?:自行|直接|负责|全权|一并|先)*(?:{_DECIDE}|定(?=$|[,;。])|说了算)"
)
_SENTENCES = regex(r"[^。]+。*|。+")
_GOES_ON = regex(r"超过|超出|其中|其余|不足|以上|以下|否则")
_APART = regex(r"[,，](?=有权|无权)")


def is_own(who: str, names: Sequence[str]) -> bool:
    """Whether words call a post by its name or a shorter form of it: 财务科长 is the 财务科科长."""
    return any(_calls(bare(who), bare(name)) for name in names)


def _calls(who: str, name: str) -> bool:
    if who == name:
        return True
    if len(who) < 2 or drops_grade(who, name) or who[-1] != name[-1]:
        return False
    return name.endswith(who) or (who[0] == name[0] and has_in_order(name, who))


def rights_told(line: Line, names: Sequence[str]) -> Iterator[Line]:
    """The rights that a sentence tells of a post; several in one are apart: 店长有权调班，有权调价."""
    folded = fold(line.text)
    every = (*_MAY.finditer(folded), *_BY.finditer(folded))
    if not any(_is_subject(found, folded, names) for found in every):
        return
    start = 0
    for found in (*_APART.finditer(line.text), None):
        text = line.text[start : found.start() if found else len(line.text)]
        yield replace(line, text=text, quote=text.strip() if found or start else line.quote, depth=0)
        start = found.end() if found else start


def _is_subject(found: re.Match[str], folded: str, names: Sequence[str]) -> bool:
    """Whether the subject of a right is the post, maybe right behind a matter: 两百元以下的退款|店长可退."""
    who, at = found["who"].strip(), found.start("who")
    if is_own(who, names):
        return True
    matters = (who[:end] for end in range(2, len(who) - 1) if is_own(who[end:], names))
    return folded[at - 1 : at] == "的" and any(not matter.endswith(grades().before) for matter in matters)


def each_apart(line: Line, names: Sequence[str]) -> Iterator[Line]:
    """The sentences of a line that each tell a right of the post, with those that go on with them."""
    text = ""
    for sentence in _SENTENCES.findall(line.text):
        own = any(rights_told(replace(line, text=sentence), names))
        if text and own and not _GOES_ON.match(fold(sentence)):
            yield replace(line, text=text, quote=text.strip())
            text = ""
        text += sentence
    yield replace(line, text=text, quote=line.quote if text == line.text else text.strip())
