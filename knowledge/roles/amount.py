"""Amounts: numbers with a unit, as documents write them and as people say them."""

import re
from dataclasses import dataclass, replace

from knowledge.regex import regex
from knowledge.text import CHINESE_DIGITS, fold

SCALE = {
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
    r"(?=(?:多|来)?(?:块|元|圆|天|日|折|个工作日|工作日|小时|个?(?:月|星期|礼拜|工日|人天|人日|课时|学时)|个点|吨|周|年))"
)
# Units that say nothing else, in limits too: 超过3人天的.
MEASURES = (
    "个?(?:人天|人日|人月|工日|工时|课时|学时|班次|批次|车次|场次|人次|床位|车位|席位)|个点|小时|分钟|吨|公斤"
    "|公里|台|件|套|箱|辆|趟|棵|株|袋"
    "|次(?![要日品序第之])|张|份(?!额)|艘|架|只|瓶|桶"
)
_PERIOD = (
    r"个月|个?星期(?![一二三四五六日天几])|个?礼拜(?![一二三四五六日天几])"
    r"|周(?![年期转边末岁密全一二三四五六日])|年(?![级度底初末终来代月限后前\d])"
)
_NUMBER = rf"(?P<number>\d+(?:[,']\d{{3}})*(?:\.\d+)?|{_CHINESE})"
_AMOUNT = regex(
    _NUMBER + r"\s*(?P<scale>百万|千万|[万千百十亿kw]?)\s*(?:多|来|几)?"
    r"(?P<unit>元|块钱|块|圆|rmb|人民币|美元|美金|usd|欧元|港币|港元|日元|英镑|"
    + MEASURES
    + r"|天|日|个工作日|工作日|%|折|人|名|户|千克|kg|"
    r"平方米|平米|立方米|千瓦|个?基点|bp|册|亩|间|" + _PERIOD + ")"
)
_SCALED = regex(
    r"(?P<number>\d+(?:\.\d+)?|[一二两三四五六七八九十百]+)(?P<scale>百万|千万|[万亿kw])"
    r"(?=\s*\(?(?:以内|以下|之内|及以下|以上|及以上|之上|含|不含))"
)
_PERCENT = regex(r"百分之(?P<number>\d+(?:\.\d+)?|[一二三四五六七八九十]+)")
_TENTHS = regex(  # 一成半, 二成以内; not 三成员
    r"(?<![\d.第])(?P<number>[一二两三四五六七八九]|\d(?:\.\d)?)成(?P<half>半|五)?"
    r"(?=以[内下上外]|之[内下上]|及以|[(),;。?!~-]|的|至|到|者|$|左右|谁|找|由|要|能|可|该|怎|是|优惠|折扣|呢|吗|报|须)"
)
_HALF = regex(r"(?<![\d一二两三四五六七八九十天日个])半(?:天|日(?!制)|个工作日)")
_HALVES = regex(r"(?<![\d一二两三四五六七八九十天日个年])(?:半个月|个把月|大?半年)(?![一-龥]?次)")
_DIGITS = "一二两三四五六七八九"
_DAYS = {"月": 30, "星期": 7, "礼拜": 7, "周": 7, "年": 365}  # periods are told in days
_HALF_DAYS = {"半个月": 15.0, "个把月": 30.0, "半年": 182.0, "大半年": 182.0}
_LASTING = (
    "假", "出差", "外出", "出国", "进修", "考察",
    "停", "停产", "停业", "停工", "停课", "延期", "延长", "超过", "不到", "租期", "租", "借", "期限",
    "拖", "拖了", "拖着", "欠", "欠了", "逾期", "积压", "压了", "闲置", "闲置了",
)  # fmt: skip
_WHOM = regex("(?:他|她|它|人家|对方|你|我)们?$")  # 停他一周
_LONG = ("期", "以上", "以内", "以下", "之内", "假", "的假", "的合同", "的租")
_EACH = regex(
    r"(?:每|一|半)个?(?:月|周|年度?|天|日|季度?|学期|学年|班|次)[^,;。能批可]{0,4}?(?:\d+[-~至到])?$"
)
_LIMITED = ("以", "之内", "及以", "内", "(")
_MOST_YEARS = 100  # beyond that it is a date
_NO_AMOUNT = ("一天", "一日", "一人", "一名", "一小时", "两人", "二人")
_SPOKEN = regex(rf"(?P<a>[{_DIGITS}]|\d+)万(?P<b>[{_DIGITS}1-9])(?![百千万\d.])(?:块钱?|元)?")
_BARE_SCALED = regex(rf"(?P<n>[{_DIGITS}]|\d+(?:\.\d+)?)(?P<scale>[万千])(?:多|块钱?|元)?")
_MYRIADS = regex(r"[一二两三四五六七八九十百]{2,5}万(?:[一二两三四五六七八九零十百千]{0,6})(?:块钱?|元)?")
_ROUND = regex(
    rf"(?P<a>[{_DIGITS}])(?P<scale>[百千])(?P<b>[{_DIGITS}])(?![{_DIGITS}零十百千万个分])(?:块钱?|元)?"
)
_SPELLED = regex(rf"[{_DIGITS}][百千万](?:[{_DIGITS}][十百千])*(?![{_DIGITS}分货])")
_BARE = regex(r"(?<![\d.a-z第])\d{3,7}(?![\d.年月号级a-z])")
_MONEY = {"元": "元", "块": "元", "块钱": "元", "圆": "元", "rmb": "元", "人民币": "元"}
_UNITS = {
    **_MONEY,
    "日": "天",
    "个工作日": "天",
    "工作日": "天",
    "美金": "美元",
    "usd": "美元",
    "港元": "港币",
    "名": "人",
    "千克": "公斤",
    "个点": "%",
    "人日": "人天",
    "个工日": "工日",
    "个工时": "工时",
    "个课时": "课时",
    "个学时": "学时",
    "个人天": "人天",
    "个人日": "人天",
    "个人月": "人月",
    "kg": "公斤",
    "个基点": "基点",
    "bp": "基点",
    "平米": "平方米",
}
_CURRENCIES = {
    "¥": "元",
    "rmb": "元",
    "人民币": "元",
    "$": "美元",
    "us$": "美元",
    "usd": "美元",
    "€": "欧元",
    "eur": "欧元",
    "hk$": "港币",
    "hkd": "港币",
    "£": "英镑",
}
_PREFIXED = regex(
    r"(?P<currency>¥|rmb|人民币|us\$|usd|hk\$|hkd|(?<!hk)(?<!us)\$|€|eur|£)\s*"
    r"(?P<number>\d+(?:[,']\d{3})*(?:\.\d+)?)\s*(?P<scale>百万|千万|[万千亿kw]?)(?![\d.])(?!\s*(?:元|美元|美金|欧元|港))"
)
MONIES = frozenset(_CURRENCIES.values())
_IN_ALL = regex(r"[\d一二两三四五六七八九十百千半把]")  # a character that every amount has


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit (元, 天, %, 折 …) and where it stands in the folded text."""

    value: float
    unit: str
    start: int
    end: int


def find_amounts(text: str, loose: bool = False) -> list[Amount]:
    """The amounts in a text, in order; `loose` takes a bare number of spoken language (两万八, 3500) for
    money."""
    folded = fold(text)
    if _IN_ALL.search(folded) is None:
        return []
    found = [*_strict(folded), *(_loose(folded) if loose else ())]
    if loose:
        found = [a for a in found if folded[a.start : a.end] not in _NO_AMOUNT]
        found = [a for a in found if not _is_rhythm(folded, a)]
    kept: list[Amount] = []
    for amount in sorted(found, key=lambda a: (a.start, -a.end)):
        joins = bool(kept) and kept[-1].end == amount.start and amount.unit == kept[-1].unit
        if joins and amount.value < SCALE.get(folded[amount.start - 1], 0.0):  # 1万|5千元
            kept[-1] = replace(kept[-1], value=kept[-1].value + amount.value, end=amount.end)
        elif not kept or amount.start >= kept[-1].end:
            kept.append(amount)
    return kept


def _is_rhythm(folded: str, amount: Amount) -> bool:
    """Whether a period tells how often or when, not how long: 一周开几次会; but 请假一周, 一年期的合同."""
    if folded[amount.end - 1] not in "月期拜周年":
        return False
    before = _WHOM.sub("", folded[: amount.start])
    return not before.endswith(_LASTING) and not folded.startswith(_LONG, amount.end)


def _loose(folded: str) -> list[Amount]:
    spoken = [
        Amount(read_number(m["a"]) * 10_000 + read_number(m["b"]) * 1000, "元", m.start(), m.end())
        for m in _SPOKEN.finditer(folded)
    ]
    spoken += [  # 两千五
        Amount(
            read_number(m["a"]) * SCALE[m["scale"]] + read_number(m["b"]) * SCALE[m["scale"]] / 10,
            "元",
            m.start(),
            m.end(),
        )
        for m in _ROUND.finditer(folded)
    ]
    spoken += [
        Amount(read_number(m["n"]) * SCALE[m["scale"]], "元", m.start(), m.end())
        for m in _BARE_SCALED.finditer(folded)
    ]
    spoken += [
        Amount(read_number(m.group().rstrip("块钱元")), "元", m.start(), m.end())
        for m in _MYRIADS.finditer(folded)
    ]
    spoken += [Amount(read_number(m.group()), "元", m.start(), m.end()) for m in _SPELLED.finditer(folded)]
    return spoken + [Amount(float(m.group()), "元", m.start(), m.end()) for m in _BARE.finditer(folded)]


def _strict(folded: str) -> list[Amount]:
    found = [_amount(m) for m in _AMOUNT.finditer(folded) if m["unit"] != "年" or _value(m) < _MOST_YEARS]
    found = [a for a in found if a.unit != "次" or not _recurs(folded, a)]
    found += [
        Amount(read_number(m["number"]) * SCALE[m["scale"]], "元", m.start(), m.end())
        for m in _SCALED.finditer(folded)
    ]
    found += [
        Amount(read_number(m["number"]) * SCALE[m["scale"]], _CURRENCIES[m["currency"]], m.start(), m.end())
        for m in _PREFIXED.finditer(folded)
    ]
    found += [Amount(0.5, "天", m.start(), m.end()) for m in _HALF.finditer(folded)]
    found += [Amount(_HALF_DAYS[m.group()], "天", m.start(), m.end()) for m in _HALVES.finditer(folded)]
    found += [
        Amount(read_number(m["number"]) * 10 + 5 * bool(m["half"]), "%", m.start(), m.end())
        for m in _TENTHS.finditer(folded)
    ]
    return found + [
        Amount(read_number(m["number"]), "%", m.start(), m.end()) for m in _PERCENT.finditer(folded)
    ]


def _recurs(folded: str, amount: Amount) -> bool:
    """Whether a number of times tells how often something is done (每月2次), and limits nothing (每月3次以内,
    每月不超过3次)."""
    each = _EACH.search(folded[: amount.start])
    return each is not None and "超" not in each.group() and not folded.startswith(_LIMITED, amount.end)


def _amount(found: re.Match[str]) -> Amount:
    """An amount in its unit; a period in days."""
    period = _DAYS.get(found["unit"].removeprefix("个"))
    if period is not None:
        return Amount(_value(found) * period, "天", found.start(), found.end())
    return Amount(_value(found), _UNITS.get(found["unit"], found["unit"]), found.start(), found.end())


def _value(found: re.Match[str]) -> float:
    """The value of an amount; a discount of two digits is one with a decimal: 九五折, 85折."""
    digits = "".join(str(CHINESE_DIGITS.get(character, character)) for character in found["number"])
    if found["unit"] == "折" and digits.isdecimal() and len(digits) == 2:
        return int(digits) / 10
    return read_number(found["number"]) * SCALE[found["scale"]]


def read_number(text: str) -> float:
    """The value of a number in digits or Chinese numerals, without its scale."""
    if text[0].isdigit():
        return float(text.replace(",", "").replace("'", ""))
    whole, total, digit = 0.0, 0.0, 0.0
    for character in text:
        if character in CHINESE_DIGITS:
            digit = CHINESE_DIGITS[character]
        elif character == "万":
            whole, total, digit = (total + digit) * SCALE["万"], 0.0, 0.0
        else:
            total += (digit or 1) * SCALE[character]
            digit = 0
    return whole + total + digit
