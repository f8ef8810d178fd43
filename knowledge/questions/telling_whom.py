"""Questions for whoever is told something: 要马上通知哪个岗位."""

from knowledge.questions.question import Question
from knowledge.regex import regex

_ASKS = regex("(?P<verb>通知|告知|知会|提醒|联系)(?:给|到|一下|的是|的)?$")
_ENDS = regex("(?:的|呢|啊|呀|吗|吧|才行|才对|[?。!,;~])*$")


def asks_whom(question: Question) -> tuple[int, int] | None:
    """Where the verb stands by which it is asked who is told something: right before 谁, with nobody else to
    tell it."""
    for who in question.of("who"):
        found = _ASKS.search(question.text, 0, who.start)
        if not _ENDS.match(question.text, who.end):
            continue  # 通知谁发
        if found is not None and question.primary(who.start) and not question.known_roles:
            return found.span("verb")
    return None
