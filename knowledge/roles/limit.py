"""The limits that documents set on a right with an amount, days or a percentage (3 万元以内（含）)."""

import re
from dataclasses import dataclass, field, replace

from knowledge.regex import regex
from knowledge.roles.amount import MONIES, SCALE, Amount, find_amounts, read_number
from knowledge.text import fold, undamaged

_CAPITALS = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
_NUMERAL = regex(r"\d|[一二两三四五六七八九十百千万亿半壹贰叁肆伍陆柒捌玖拾佰仟萬貳參陸兩億]")
_SIGNS = (
    ("大于或等于", "≥"),
    ("大于等于", "≥"),
    ("小于或等于", "≤"),
    ("小于等于", "≤"),
    ("≧", "≥"),
    ("≦", "≤"),
    (">=", "≥"),
    ("<=", "≤"),
    ("=>", "≥"),
    ("=<", "≤"),
)
_HALF = regex(r"半(?=天|日|个工作日)")
_NO_UNIT = regex(
    r"(?P<number>(?<![\d.,])\d+(?:\.\d+)?|[一二两三四五六七八九十百]+)(?P<scale>百万|千万|[万亿w])"
    r"(?=\s*(?:[-~至到(),;、<>≤≥起内的以之及含/]|不含|不到|$))"
    r"|(?P<digits>(?<![\d.,])\d+(?:\.\d+)?)(?P<small>[千百])(?=\s*(?:[-~至到<>≤≥]|以[上下内]|\(?不?含|\)|$))"
)
_UNITLESS = regex(
    r"(?<![\d.,a-z])(?P<number>\d+(?:[,']\d{3})*(?:\.\d+)?)(?=\s*(?:\((?:不?含)[^)]*\))?\s*[<>≤≥])"
    r"|(?<=[<>≤≥])\s*(?P<after>\d+(?:[,']\d{3})*(?:\.\d+)?)(?![\d.,])(?=\s*(?:[,;)]|$))"
)
_PER = r"^(?:[/·每][\u4e00-\u9fff])*\s*(?:\((?P<in1>含|不含)[^)]*\)\s*)?"
_REMARK = r"\s*(?:\((?P<in2>含|不含)[^)]*\)|,?(?P<in3>含|不含)(?:本数|[\d一二两三四五六七八九十]))?"
_BELOW = regex(rf"{_PER}(?:以内|以下|之内|之下|及以下|及以内|及其以下|内|为限|为止|封顶){_REMARK}")
_ABOVE = regex(rf"{_PER}(?:以上|及以上|及其以上|之上|以外|起){_REMARK}")
_NOT = r"(?:不|未|不得|不可|不能|不应|没有)"
_FREE = r"(?<!不)(?<!未)(?<!不得)(?<!不可)(?<!不能)(?<!不应)(?<!没有)"
_BEFORE_BELOW = regex(
    rf"(?:{_NOT}(?:超过|超出|高于|多于|大于)|{_FREE}(?:低于|少于|小于)|不足|不满|未满|不到|未到|未达到?|不达|至多|最高|上限为?|封顶|≤|<)\s*$"
)
_BEFORE_ABOVE = regex(
    rf"(?:{_NOT}(?:低于|少于|小于)|{_FREE}(?:超过|高于|多于|大于|超出)|至少|最低|{_FREE}满|{_FREE}达到?|≥|>)\s*$"
)
_STRICT = (
    "低于",
    "少于",
    "小于",
    "不足",
    "不满",
    "未满",
    "不到",
    "未到",
    "未达",
    "未达到",
    "不达",
    "<",
    "超过",
    "高于",
    "多于",
    "大于",
    "超出",
    ">",
)
_LEFT = regex(r"^\s*(?P<sign>[≥≤<>])\s*[a-z\u4e00-\u9fff]")  # 5000元≥A: the amount stands before the sign
_WITHIN = regex(rf"{_PER}(?:以内|之内|内|封顶|为限|为止)")
_DOWN_TO = regex(
    "(?:优惠|折扣|打折|让利|让价|降价|打|让|降)(?:最低|最多|至多|最大)?[可能]?[到至]$"
)  # 优惠到九折
_INCLUDED = regex(r"^\s*\(含[^)]*\)")
_SAYS = regex(
    r"(?:/\S)?(?:以内|以下|以上|之内|之上|内|起)?\s*\(?不?含|及(?:以|其)(?:上|下|内)|(?:含|包含)本数"
)
_BETWEEN = regex(r"(?:及?以[上下])?(?:\(不?含[^)]*\))?(?:以[上下])?(?:\(不?含[^)]*\))?起?[,、]?")
_RANGE = regex(r"(?:(?<![\d,.])(?P<from>\d+(?:[,']\d{3})*(?:\.\d+)?))?\s*(?:至|到|-|~)\s*$")


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
        """The range above this one: what 超出部分 means; below it where it ends there, as discounts do."""
        if self.unit == "折" and self.most is None:
            return Limit(self.unit, most=self.least, most_included=not self.least_included)
        return Limit(self.unit, least=self.most, least_included=not self.most_included)


def find_limit(text: str) -> Limit | None:
    """The limit that a clause sets, or None; the first of those in several units."""
    return next(iter(find_limits(text)), None)


def find_limits(text: str) -> list[Limit]:
    """The limits that a clause sets, one of each unit (单笔800元以内、每月3次以内), in its order."""
    if _NUMERAL.search(text) is None:
        return []
    folded = _spelled_out(undamaged(fold(text)))
    amounts = find_amounts(folded)
    units = dict.fromkeys(a.unit for a in amounts)
    found = (_limit(folded, [a for a in amounts if a.unit == unit]) for unit in units)
    return [limit for limit in found if limit is not None]


def apart(limit: Limit, other: Limit) -> Limit:
    """A limit that meets another one at an amount: the amount belongs to the one of which 含 is written."""
    if other.unit != limit.unit:
        return limit
    if limit.most is not None and limit.most == other.least and other.least_stated and not limit.most_stated:
        return replace(limit, most_included=not other.least_included, most_stated=True)
    if limit.least is not None and limit.least == other.most and other.most_stated and not limit.least_stated:
        return replace(limit, least_included=not other.most_included, least_stated=True)
    return limit


def _limit(folded: str, amounts: list[Amount]) -> Limit | None:
    """The limit that amounts of one unit make."""
    least: tuple[Amount, bool] | None = None
    most: tuple[Amount, bool] | None = None
    for amount in amounts:
        bound = _bound(folded, amount)
        if bound is None:
            continue
        upper, included = bound
        if upper and not (len({a.value for a in amounts}) == 1 and _is_off(folded, amount)):
            most = (amount, included)
            lower = _lower_end(folded, amount)
            least = least if lower and least and lower[0].end == least[0].end else lower or least
        else:
            least = (amount, included)
    if least is None and most is None:
        return None
    if least and most and least[0].value > most[0].value:  # 9折至8折
        least, most = most, least
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


def _spelled_out(folded: str) -> str:
    """The text with one way of writing numbers and signs: 伍仟元, 大于等于1000元, 1000<x≤5000元."""
    text = _HALF.sub("0.5", folded.translate(_CAPITALS))
    for written, sign in _SIGNS:
        text = text.replace(written, sign)
    text = re.sub(
        r"(?<![无不])(含|不含)(\d[\d.,]*[万千]?[元天日折%]?)(以[上下内]|及以[上下])", r"\2(\1)\3", text
    )
    text = _NO_UNIT.sub(lambda m: f"{m.group()}元", text)
    units = {text[a.start : a.end].lstrip("0123456789.,¥$") for a in find_amounts(text)}
    if len(units) != 1 or not (unit := units.pop()):
        return text
    highest = max(a.value for a in find_amounts(text))
    return _UNITLESS.sub(lambda m: m.group() + _unit_for(m, unit, highest), text)


def _unit_for(found: re.Match[str], unit: str, highest: float) -> str:
    """The unit of a number without one: that of the range's other end, without 万 where that is too much."""
    scale = next((s for s in ("百万", "千万", "万", "千", "亿") if unit.startswith(s)), "")
    number = read_number((found["number"] or found["after"]).strip())
    return unit.removeprefix(scale) if scale and number * SCALE[scale] >= highest else unit


def _says_included(folded: str, amount: Amount) -> bool:
    """Whether it is written if the amount belongs to the range: 2000元(含)以内, 不超过2000元, ≤2000元."""
    before = folded[: amount.start]
    return (
        _SAYS.match(folded, amount.end) is not None
        or _LEFT.match(folded[amount.end :]) is not None
        or _BEFORE_BELOW.search(before) is not None
        or _BEFORE_ABOVE.search(before) is not None
    )


def _is_off(folded: str, amount: Amount) -> bool:
    """Whether an amount is a discount that sets how much may be taken off: 九折以内 is 九折 or more."""
    return amount.unit == "折" and _WITHIN.match(folded[amount.end :]) is not None


def _bound(folded: str, amount: Amount) -> tuple[bool, bool] | None:
    """Whether an amount is the upper end of a limit, and whether it is in it; None where it is no end."""
    before, after = folded[: amount.start], folded[amount.end :]
    if amount.unit == "折" and _DOWN_TO.search(before):
        return False, True
    if found := _LEFT.match(after):
        return found["sign"] in "≥>", found["sign"] in "≥≤"
    if found := _BELOW.match(after):
        return True, "不含" not in (found["in1"], found["in2"], found["in3"])
    if found := _BEFORE_BELOW.search(before):
        return True, found.group().strip() not in _STRICT
    if found := _ABOVE.match(after):
        return False, "不含" not in (found["in1"], found["in2"], found["in3"])
    if found := _BEFORE_ABOVE.search(before):
        return False, found.group().strip() not in _STRICT or bool(_INCLUDED.match(after))
    return (True, not after.startswith("(不含")) if _lower_end(folded, amount) else None


def _lower_end(folded: str, amount: Amount) -> tuple[Amount, bool] | None:
    """The lower end of a range that ends with the amount: 1000-5000元, 1000元至5000元."""
    found = _RANGE.search(folded[: amount.start])
    if found is None:
        return None
    if found["from"]:
        value = read_number(found["from"])
        scale = SCALE.get(folded[amount.end - 2 : amount.end - 1], 1.0) if amount.unit in MONIES else 1.0
        value = value * scale if value * scale < amount.value else value  # 1-3万元, but 500-1万元
        return Amount(value, amount.unit, found.start(), found.end()), True
    for low in find_amounts(folded[: found.start()]):
        between = folded[low.end : found.start()]
        if low.unit == amount.unit and _BETWEEN.fullmatch(between):
            return low, "不含" not in between
    return None
