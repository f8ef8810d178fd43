"""Item numbers: 一、 (一) 1、 1. 1) (1) ① A、 ◆ 第X条, at the start of a line or run together in one text."""

import re
from dataclasses import dataclass
from functools import lru_cache

from knowledge.regex import regex
from knowledge.text import fold, parse_number

_MOST_KEPT = 4_096  # lines that are remembered: of one line it is asked several times
_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_NO_UNIT = "日常|人员|人事|人力|年度|月度"  # 1.3 日常工作 is a number, 1.3日 is a date
_UNITS = "个万亿千百元块天日周月年人名次倍折小版米吨公"  # 1.5 万元 begins with no number of an item
_STYLES = {
    "chinese": r"(?P<n>[一二三四五六七八九十]{1,3})[、.]",
    "chapter": r"第(?P<n>[一二三四五六七八九十\d]{1,3})(?:[章篇节编]|部分)[:、.]?",
    "article": r"第(?P<n>[一二三四五六七八九十\d]{1,3})\s?[条款][:、.]?",
    "bracket": rf"\((?P<n>{_NUMBER})\)[、.]?",
    "quadruple": r"(?:\d{1,2}\.){3}(?P<n>\d{1,2})(?!\d|\.\d)[、.]?",
    "triple": r"(?:\d{1,2}\.){2}(?P<n>\d{1,2})(?!\d|\.\d)[、.]?",
    "double": rf"\d{{1,2}}\.(?P<n>[1-9]\d?)"
    rf"(?:\s+(?=\d)|(?:[、.]|\s+|(?=[\u4e00-\u9fff]))(?!\s*(?:[\d%]|(?!{_NO_UNIT})[{_UNITS}])))",
    "dun": r"(?P<n>\d{1,2})、",
    "dot": r"(?P<n>\d{1,2})\.(?!\d{1,2}(?!\d))",  # 1.5000元以内: no amount has more than two decimals
    "half": r"(?P<n>\d{1,2})\)[、.]?",
    "colon": r"(?P<n>\d{1,2})[:,](?!\d)",
    "circle": r"(?P<n>[①-⑳])",
    "letter": r"(?P<n>[a-n])[、.)](?![a-z])",
    # the private characters are what the symbol fonts of office programs leave in a printed page
    "bullet": r"(?P<n>-{2}(?!-)|[◆●■★▲•·○□※◇▪➢✓√◎⊙▶►❖✦✔☑◈▸‣➤❯⚫⚪\uf000-\uf0ff-])",
}
_OF_DIGITS = ("quadruple", "triple", "double", "dun", "dot", "half", "colon")
_NO_NUMBER = ("circle", "letter", "bullet")  # what any other character may be
_BEGINNINGS: dict[str, tuple[str, ...]] = {
    "digit": _OF_DIGITS,
    "第": ("chapter", "article"),
    "(": ("bracket",),
    **dict.fromkeys("一二三四五六七八九十", ("chinese",)),
}
_AT_START = {name: regex(r"\s*" + pattern + r"\s*") for name, pattern in _STYLES.items()}
_INSIDE = {
    name: regex((r"(?<![\da-z])" if name == "chinese" else r"(?<![\d.a-z])") + pattern + r"\s*")
    for name, pattern in _STYLES.items()  # behind an empty item: 2.三、
    if name in ("bracket", "dun", "dot", "half", "circle", "chinese")
}
_BARE = regex(r"(?<!\d)(?P<n>\d{1,2})、$")
_ITEM_END = ".。;；!?)"
_BOUND_BEFORE = "第、~-"
_CLOSED = "(①②③④⑤⑥⑦⑧⑨⑩"  # numbers that are no words of a sentence


@dataclass(frozen=True, slots=True)
class Numbered:
    """An item's number style, its number (None for bullets), and where its text begins and ends."""

    style: str
    number: int | None
    start: int
    end: int


@lru_cache(_MOST_KEPT)
def leading_number(text: str) -> Numbered | None:
    """The number that `text` begins with, or None; `start` is where the text behind it begins."""
    folded = fold(text)
    for style, pattern in _beginning(folded.lstrip()[:1]):
        if found := pattern.match(folded):
            return Numbered(style, _value(found["n"]), found.end(), len(text))
    return None


@lru_cache(_MOST_KEPT)
def _beginning(first: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The styles of numbers that may begin with a character; most characters begin none."""
    begins = _BEGINNINGS["digit"] if first.isdecimal() else _BEGINNINGS.get(first, _NO_NUMBER)
    return tuple((name, pattern) for name, pattern in _AT_START.items() if name in begins)


def split_numbered(text: str, gaps: bool = False) -> list[Numbered]:
    """The items of a text that begins with a number, in order; later numbers of the same style count up.

    A number counts only as the next one (with `gaps` also the one after, where one was lost), so that
    amounts, days and names inside an item do not cut it. Empty where the text does not begin with a number.
    """
    first = leading_number(text)
    if first is None or first.style not in _INSIDE or first.number is None:
        return []
    return _count_up(fold(text), first, gaps)


def split_after(text: str, number: int) -> list[Numbered]:
    """The items of a text whose own number, cut off before, was `number`: 制定计划 2. 审核报表."""
    for style in ("dot", "dun", "half"):
        items = _count_up(fold(text), Numbered(style, number, 0, len(text)), gaps=False)
        if len(items) > 1:
            return items
    return [Numbered("dot", number, 0, len(text))]


def _count_up(folded: str, first: Numbered, gaps: bool) -> list[Numbered]:
    cuts = [(first.number or 0, 0, first.start)]
    candidates = [
        (number, found)
        for found in _INSIDE[first.style].finditer(folded, first.start)
        if (number := _value(found["n"])) is not None and _begins_item(folded, found, gaps)
    ]
    for i, (number, found) in enumerate(candidates):
        again = number == cuts[-1][0] and found.start() > cuts[-1][2]  # a number written twice
        follows = number - cuts[-1][0] in ((1, 2) if gaps else (1,)) or (gaps and again)
        later = {n for n, _ in candidates[i + 1 :]}
        if follows and not (
            _is_range(folded, found, number) and (number in later or number + 1 not in later)
        ):
            cuts.append((number, found.start(), found.end()))
    ends = [*(start for _, start, _ in cuts[1:]), len(folded)]
    return [Numbered(first.style, n, start, end) for (n, _, start), end in zip(cuts, ends, strict=True)]


def _is_range(folded: str, found: re.Match[str], number: int) -> bool:
    """Whether a number may be the first of two (每月2、3次); the numbers behind it tell whether it is."""
    ended = folded[: found.start()].rstrip()[-1:] in tuple(_ITEM_END)
    return not ended and found["n"].isdecimal() and folded.startswith(str(number + 1), found.end())


def _begins_item(folded: str, found: re.Match[str], flat: bool) -> bool:
    """Whether a number inside a text can begin an item: not that of 第一、二季度 or 甲、2、乙."""
    before = folded[: found.start()].rstrip()
    if not before or (before[-1] in _BOUND_BEFORE and not _follows_empty(before, found)):
        return False
    clear = flat or found["n"].isdecimal() or before[-1] in _ITEM_END
    return clear or folded[found.start() - 1].isspace() or found.group()[0] in _CLOSED


def _follows_empty(before: str, found: re.Match[str]) -> bool:
    """Whether the item before is empty: the 5、 of 4、5、."""
    last = _BARE.search(before)
    return last is not None and _value(found["n"]) == int(last["n"]) + 1


def _value(number: str) -> int | None:
    if "①" <= number <= "⑳":
        return ord(number) - ord("①") + 1
    return parse_number(number)
