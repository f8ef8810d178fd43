"""The amounts that a question asks about; 3万元以上 asks of what lies above, 3万元以内 of what lies below."""

from dataclasses import replace

from knowledge.regex import regex
from knowledge.roles.amount import Amount, find_amounts

_NAMED = regex(
    "[,;。](?P<name>(?:总)?(?:预算|总价|金额|总额|报价|造价|费用|合同额|标的额?)(?:是|为|约|大概|大约|差不多|在|有|要)*)$"
)  # 装修外包,预算15万,谁批: what the amount is of was told before
_TIMES = ("天", "小时", "分钟", "周", "月", "年")
_DAYS_OFF = regex("假|歇|休|加班|离开|外出|出差")
_ABOVE = 1e-6  # how far above an amount 以上 begins and below it 以内 ends, as a share of it


def asked_amounts(text: str) -> list[Amount]:
    """The amounts of money, days and the like in a question, in order; how long ago something was (花了
    2600元,回来两天了) stands before what is asked about, unless days off are asked for."""
    found = [_beyond(amount, text) for amount in find_amounts(text, loose=True)]
    if _DAYS_OFF.search(text) is None:
        found.sort(key=lambda amount: amount.unit not in _TIMES)
    return found


def _beyond(amount: Amount, text: str) -> Amount:
    """3万元以上 and 超过3万元 ask for what lies above the amount, 3万元以内 for what lies below it."""
    start, end, aside = amount.start, amount.end, 0.0
    for word in ("以上", "之上", "以外", "以内", "以下", "之内"):
        if text.startswith(word, end):
            aside, end = _ABOVE if word in ("以上", "之上", "以外") else -_ABOVE, end + len(word)
    for word in ("不超过", "超过", "大于", "多于", "超出", "高于"):
        if text[:start].endswith(word):
            aside, start = -_ABOVE if word == "不超过" else _ABOVE, start - len(word)
            break
    named = _NAMED.search(text, 0, start)
    start = named.start("name") if named else start
    return replace(amount, value=amount.value * (1 + aside), start=start, end=end)
