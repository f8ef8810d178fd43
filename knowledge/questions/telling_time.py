"""Whether a line tells a time: how often, how long, by when."""

from knowledge.regex import regex

TELLS_TIME = regex(
    r"每|[\d一二两三四五六七八九十]+个?(?:工作日|日|天|周|月|年|小时|分|点|时|季)|之?前|以内|日内"
)
