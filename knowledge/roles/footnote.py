"""Footnotes of a table: the mark behind a cell's words, and the remark below the table that it points to."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from unicodedata import normalize

from knowledge.regex import regex
from knowledge.roles.approval import words
from knowledge.roles.headings import is_title, unnumbered
from knowledge.roles.numbering import leading_number
from knowledge.roles.role import Passage


@dataclass(frozen=True, slots=True)
class Footnote:
    """A remark below a table with its mark, empty where it has none."""

    mark: str
    passage: Passage


def split_marks(text: str) -> tuple[str, frozenset[str]]:
    """A cell's words without the marks of footnotes behind them, and those marks: 请假※, 出差(注1)."""
    plain, marks = text.rstrip(), set()
    while (found := _behind().search(plain)) and found.start():
        marks.add(_key(found.group()))
        plain = plain[: found.start()].rstrip()
    return plain, frozenset(marks)


def read_footnotes(passages: Iterable[Passage]) -> list[Footnote]:
    """Each remark with its mark; one line may hold several."""
    found = []
    for passage in passages:
        text = re.sub(words()["notes"]["lead"], "", passage.text)
        starts = [m for m in _before().finditer(text)]
        if starts and starts[0].start() == 0:
            ends = [m.start() for m in starts[1:]] + [len(text)]
            for start, end in zip(starts, ends, strict=True):
                part = text[start.end() : end].strip().rstrip("。；;")
                found.append(Footnote(_key(start.group()), Passage(part, passage.quote, passage.source)))
        elif (own := _own_mark().match(passage.text)) is not None:  # 注1:…
            part = passage.text[own.end() :].strip().rstrip("。；;")
            found.append(Footnote(_key(own["mark"]), Passage(part, passage.quote, passage.source)))
        elif (named := _named().match(text)) is not None:  # 带*的事项须…
            found.append(
                Footnote(_key(named["mark"]), Passage(text.rstrip("。；;"), passage.quote, passage.source))
            )
        else:
            found.append(Footnote("", Passage(text.strip().rstrip("。；;"), passage.quote, passage.source)))
    return found


def is_footnote(text: str, others: bool = False) -> bool:
    """Whether a line begins as a remark below a table does; with `others` above it a number is enough."""
    if others and leading_number(text) is not None and not is_title(unnumbered(text)):
        return True
    lead = re.match(words()["notes"]["lead"], text)
    return bool(
        (lead and (lead.group().rstrip().endswith((":", "：")) or _before().match(text[lead.end() :])))
        or _own_mark().match(text)
        or re.match(words()["notes"]["mark"], text)
    )


def _key(mark: str) -> str:
    """One spelling for the marks that mean the same: 注1, [1], ① and ¹ are 1."""
    plain = normalize("NFKC", mark)
    digits = "".join(c for c in plain if c.isdigit())
    return digits or plain.strip(" 注备()[]【】.、:")


@cache
def _behind() -> re.Pattern[str]:
    mark = rf"(?:[*＊#]+|{words()['notes']['mark']})"
    number = rf"(?:\d{{1,2}}|{mark}|[一二三四五六七八九])"
    return regex(
        rf"(?:[（(【\[]\s*注\s*{number}?\s*[）)】\]]|注\s*{number}|[（(【\[](?:{mark}|\d{{1,2}})[）)】\]]|{mark})$"
    )


@cache
def _before() -> re.Pattern[str]:
    mark = words()["notes"]["mark"]
    return regex(
        rf"(?:^|(?<=[;；。\s]))(?:[（(【\[](?:{mark}|\d{{1,2}})[）)】\]]|{mark}+|\d{{1,2}}[.、．](?!\d))\s*[:：.、]?\s*"
    )


@cache
def _own_mark() -> re.Pattern[str]:
    mark = words()["notes"]["mark"]
    return regex(
        rf"^[（(【\[]?\s*备?注\s*(?P<mark>{mark}+|\d{{1,2}}|[一二三四五六七八九])\s*[）)】\]]?\s*[:：.、]?\s*"
    )


@cache
def _named() -> re.Pattern[str]:
    mark = words()["notes"]["mark"]
    return regex(rf"^(?:凡)?(?:带有?|标有?|标注|注有?|加)[“\"'「]?(?P<mark>{mark}+)")
