"""A value of a spreadsheet as its cell shows it: 0.88 as 88%, dates as such, 5000 with its format's 元."""

import re
from datetime import date, datetime, time

from knowledge.regex import regex

_LITERAL = regex(r'"([^"]*)"|\[\$([^\]-]*)[^\]]*\]|([¥￥$€%])')
_DIGITS = regex(r"[0#?](?:[0#?,. ]*[0#?])?")


def shown(value: object, form: str) -> str:
    """The text of a cell; `form`: its number format in the language of Excel."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        whole = (value.hour, value.minute, value.second) == (0, 0, 0)
        return value.strftime("%Y-%m-%d" if whole else "%Y-%m-%d %H:%M")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        return _number(value, form.split(";")[0])
    lines = (line.strip() for line in str(value).replace("\r", "\n").split("\n"))
    return "\n".join(line for line in lines if line)


def _number(value: float, form: str) -> str:
    """A number with the marks and words around the digits of its format."""
    digits = _DIGITS.search(re.sub(r'"[^"]*"|\[[^\]]*\]', lambda found: " " * len(found.group()), form))
    before, after = (form[: digits.start()], form[digits.end() :]) if digits else ("", "")
    percent = "%" in _literals(after)
    number = round(value * 100, 10) if percent else value
    text = str(int(number)) if float(number).is_integer() else f"{number:.10g}"
    return f"{_literals(before)}{text}{_literals(after)}"


def _literals(form: str) -> str:
    return "".join(next(filter(None, found.groups()), "") for found in _LITERAL.finditer(form))
