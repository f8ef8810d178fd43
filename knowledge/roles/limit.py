"""Amounts, days and percentages, and the limits that documents set on a right (3 万元以内（含）)."""

import re
from dataclasses import dataclass, field

from knowledge.text import CHINESE_DIGITS, fold, undamaged

_SCALE = {
    "": 1.0,
    "十": 10.0,
    "百": 100.0,
    "千": 1000.0,
    "k": 1000.0,
    "万": 10_000.0,
    "w": 10_000.0,
    "百万": 1e6,
    "千万": 1e7,
    "亿": 1e8,
}
_CHINESE = (
    r"[一二两三四五六七八九十百千][零一二两三四五六七八九十百千万]*"
    r"(?=(?:多|来)?(?:块|元|圆|天|日|折|个工作日|工作日|小时))"
)
_NUMBER = rf"(?P<number>\d+(?:,\d{{3}})*(?:\.\d+)?|{_CHINESE})"
_AMOUNT = re.compile(
    _NUMBER + r"\s*(?P<scale>百万|千万|[万千百十亿kw]?)\s*(?:多|来|几)?"
    r"(?P<unit>元|块钱|块|圆|rmb|人民币|美元|美金|usd|欧元|港币|日元|天|日|个工作日|工作日|%|折|小时|人|名)"
)
_SCALED = re.compile(
    r"(?P<number>\d+(?:\.\d+)?|[一二两三四五六七八九十百]+)(?P<scale>百万|千万|[万亿kw])"
    r"(?=\s*\(?(?:以内|以下|之内|及以下|以上|及以上|之上|含|不含))"
)
_PERCENT = re.compile(r"百分之(?P<number>\d+(?:\.\d+)?|[一二三四五六七八九十]+)")
_DIGITS = "一二两三四五六七八九"
_NO_AMOUNT = ("一天", "一日", "一人", "一名", "一小时", "两人", "二人")
_SPOKEN = re.compile(rf"(?P<a>[{_DIGITS}]|\d+)万(?P<b>[{_DIGITS}])(?![百千万])(?:块钱?|元)?")
_BARE_SCALED = re.compile(rf"(?P<n>[{_DIGITS}]|\d+(?:\.\d+)?)(?P<scale>[万千])(?:多|块钱?|元)?")
_MYRIADS = re.compile(
    r"[一二两三四五六七八九十百]{2,5}万(?:[一二两三四五六七八九零十百千]{0,6})(?:块钱?|元)?"
)
_SPELLED = re.compile(rf"[{_DIGITS}][百千万](?:[{_DIGITS}][十百千])*(?![{_DIGITS}分货])")
_BARE = re.compile(r"(?<![\d.a-z第])\d{3,7}(?![\d.年月号级a-z])")
_MONEY = {"元": "元", "块": "元", "块钱": "元", "圆": "元", "rmb": "元", "人民币": "元"}
_UNITS = {**_MONEY, "日": "天", "个工作日": "天", "工作日": "天", "美金": "美元", "usd": "美元", "名": "人"}
_PER = r"^(?:/[\u4e00-\u9fff])?\s*(?:\((?P<in1>含|不含)\)\s*)?"
_REMARK = r"\s*(?:\((?P<in2>含|不含)[^)]*\))?"
_BELOW = re.compile(rf"{_PER}(?:以内|以下|之内|及以下|及以内|内|为限|封顶){_REMARK}")
_ABOVE = re.compile(rf"{_PER}(?:以上|及以上|之上|起){_REMARK}")
_NOT = r"(?:不|不得|不可|不能|不应)"
_FREE = r"(?<!不)(?<!不得)(?<!不可)(?<!不能)(?<!不应)"
_BEFORE_BELOW = re.compile(
    rf"(?:{_NOT}(?:超过|超出|高于|多于|大于)|{_FREE}(?:低于|少于|小于)|不足|不满|至多|最高|≤|<)\s*$"
)
_BEFORE_ABOVE = re.compile(
    rf"(?:{_NOT}(?:低于|少于|小于)|{_FREE}(?:超过|高于|多于|大于|超出)|至少|最低|满|≥|>)\s*$"
)
_STRICT = ("低于", "少于", "小于", "不足", "不满", "<", "超过", "高于", "多于", "大于", "超出", ">")
_LEFT = re.compile(
    r"^\s*(?P<sign>[≥≤<>])\s*[a-z\u4e00-\u9fff]"
)  # 5000元≥A: the amount stands before the sign
_INCLUDED = re.compile(r"^\s*\(含[^)]*\)")
_SAYS = re.compile(
    r"(?:/\S)?(?:以内|以下|以上|之内|之上|内|起)?\s*\(?不?含|及(?:以|其)(?:上|下|内)|(?:含|包含)本数"
)
_BETWEEN = ("", "(含)", "(不含)", "以上", "以上(含)", "(含)以上", "以上(不含)", "(不含)以上", "起")
_RANGE = re.compile(r"(?P<from>\d+(?:\.\d+)?)?\s*(?:至|到|-|~)\s*$")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit (元, 天, %, 折 …) and where it stands in the folded text."""

    value: float
    unit: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Limit:
    """The range of one unit in which a right holds; None is no bound on that side.

    `least_stated`, `most_stated`: whether 含 or 不含 is written.
    """

    unit: str
    least: float | None = None
    most: float | None = None
    least_included: bool = True
    most_included: bool = True
    least_stated: bool = field(default=False, compare=False)
    most_stated: bool = field(default=False, compare=False)

    def holds(self, amount: Amount) -> bool:
        """Whether an amount of the same unit lies in the range."""
        if self.least is not None and (
            amount.value < self.least or (amount.value == self.least and not self.least_included)
        ):
            return False
        return (
            self.most is None
            or amount.value < self.most
            or (amount.value == self.most and self.most_included)
        )

    def beyond(self) -> "Limit":
        """The range above this one: what 超出部分 means."""
        return Limit(self.unit, least=self.most, least_included=not self.most_included)


def find_amounts(text: str, loose: bool = False) -> list[Amount]:
    """The amounts in a text, in order; `loose` takes a bare number of spoken language (两万八, 3500) for
    money."""
    folded = fold(text)
    found = [*_strict(folded), *(_loose(folded) if loose else ())]
    if loose:
        found = [a for a in found if folded[a.start : a.end] not in _NO_AMOUNT]
    kept: list[Amount] = []
    for amount in sorted(found, key=lambda a: (a.start, -a.end)):
        if not kept or amount.start >= kept[-1].end:
            kept.append(amount)
    return kept


def _loose(folded: str) -> list[Amount]:
    spoken = [
        Amount(_number(m["a"]) * 10_000 + _number(m["b"]) * 1000, "元", m.start(), m.end())
        for m in _SPOKEN.finditer(folded)
    ]
    spoken += [
        Amount(_number(m["n"]) * _SCALE[m["scale"]], "元", m.start(), m.end())
        for m in _BARE_SCALED.finditer(folded)
    ]
    spoken += [
        Amount(_number(m.group().rstrip("块钱元")), "元", m.start(), m.end())
        for m in _MYRIADS.finditer(folded)
    ]
    spoken += [Amount(_number(m.group()), "元", m.start(), m.end()) for m in _SPELLED.finditer(folded)]
    return spoken + [Amount(float(m.group()), "元", m.start(), m.end()) for m in _BARE.finditer(folded)]


def _strict(folded: str) -> list[Amount]:
    found = [
        Amount(_value(m), _UNITS.get(m["unit"], m["unit"]), m.start(), m.end())
        for m in _AMOUNT.finditer(folded)
    ]
    found += [
        Amount(_number(m["number"]) * _SCALE[m["scale"]], "元", m.start(), m.end())
        for m in _SCALED.finditer(folded)
    ]
    return found + [Amount(_number(m["number"]), "%", m.start(), m.end()) for m in _PERCENT.finditer(folded)]


def _value(found: re.Match[str]) -> float:
    """The value of an amount; a discount of two digits is one with a decimal: 九五折, 85折."""
    digits = "".join(str(CHINESE_DIGITS.get(character, character)) for character in found["number"])
    if found["unit"] == "折" and digits.isdecimal() and len(digits) == 2:
        return int(digits) / 10
    return _number(found["number"]) * _SCALE[found["scale"]]


def find_limit(text: str) -> Limit | None:
    """The limit that a clause sets, or None."""
    folded = undamaged(fold(text))
    least: tuple[Amount, bool] | None = None
    most: tuple[Amount, bool] | None = None
    for amount in find_amounts(folded):
        bound = _bound(folded, amount)
        if bound is None:
            continue
        upper, included = bound
        if upper:
            most = (amount, included)
            least = _lower_end(folded, amount) or least
        else:
            least = (amount, included)
    if least is None and most is None:
        return None
    unit = (least or most or (Amount(0, "", 0, 0), True))[0].unit
    return Limit(
        unit,
        least[0].value if least else None,
        most[0].value if most else None,
        least[1] if least else True,
        most[1] if most else True,
        least is not None and _says_included(folded, least[0]),
        most is not None and _says_included(folded, most[0]),
    )


def _says_included(folded: str, amount: Amount) -> bool:
    """Whether 含 or 不含 is written behind an amount: 2000元(含)以内, 2000元以内(含)."""
    return _SAYS.match(folded, amount.end) is not None


def _bound(folded: str, amount: Amount) -> tuple[bool, bool] | None:
    """Whether an amount is the upper end of a limit, and whether it is in it; None where it is no end."""
    before, after = folded[: amount.start], folded[amount.end :]
    if found := _LEFT.match(after):
        return found["sign"] in "≥>", found["sign"] in "≥≤"
    if found := _BELOW.match(after):
        return True, "不含" not in (found["in1"], found["in2"])
    if found := _BEFORE_BELOW.search(before):
        return True, found.group().strip() not in _STRICT
    if found := _ABOVE.match(after):
        return False, "不含" not in (found["in1"], found["in2"])
    if found := _BEFORE_ABOVE.search(before):
        return False, found.group().strip() not in _STRICT or bool(_INCLUDED.match(after))
    return (True, not after.startswith("(不含")) if _lower_end(folded, amount) else None


def _lower_end(folded: str, amount: Amount) -> tuple[Amount, bool] | None:
    """The lower end of a range that ends with the amount: 1000-5000元, 1000元至5000元."""
    found = _RANGE.search(folded[: amount.start])
    if found is None:
        return None
    if found["from"]:
        scale = _SCALE.get(folded[amount.end - 2 : amount.end - 1], 1.0) if amount.unit == "元" else 1.0
        return Amount(float(found["from"]) * scale, amount.unit, found.start(), found.end()), True
    for low in find_amounts(folded[: found.start()]):
        between = folded[low.end : found.start()]
        if low.unit == amount.unit and between in _BETWEEN:
            return low, "不含" not in between
    return None


def _number(text: str) -> float:
    if text[0].isdigit():
        return float(text.replace(",", ""))
    whole, total, digit = 0.0, 0.0, 0.0
    for character in text:
        if character in CHINESE_DIGITS:
            digit = CHINESE_DIGITS[character]
        elif character == "万":
            whole, total, digit = (total + digit) * _SCALE["万"], 0.0, 0.0
        else:
            total += (digit or 1) * _SCALE[character]
            digit = 0
    return whole + total + digit
