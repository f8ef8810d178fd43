"""Preventing something: refusing, stopping, holding back, in questions and in lines.

People ask 能不能不给他发货 where a line grants 拒绝发货权; a right to let something be done is none to prevent
it.
"""

from functools import cache
from re import Pattern, escape

from knowledge.actions import actions
from knowledge.questions.question import Question
from knowledge.regex import regex
from knowledge.roles.statement import Statement

_ASKED = regex(
    "不(?:让|给|准|许|接|收|发|开|放|签|上|付|卖|用|干|予|装|送|交|运|同意)|拒|拦|扣|压着|停|禁止|制止|阻止|封"
    "|关门|撤|清场|退回|退货|打回|赶"
)
_ASKING = regex("能不能|可不可以|行不行|用不用|需不需要|要不要|不用(?:问|找|等|跟|向|请示|报|经)|可以不$|不$")


def asks_to_prevent(question: Question) -> bool:
    """Whether a question asks if something may be prevented."""
    return any(is_preventing(_ASKING.sub("", text)) for text in (question.text, question.raw))


def is_preventing(word: str) -> bool:
    """Whether words of a question say that something is prevented."""
    return _ASKED.search(word) is not None


def prevents(statement: Statement) -> bool:
    """Whether a line is about preventing something."""
    return _written().search(statement.folded) is not None


@cache
def _written() -> Pattern[str]:
    return regex("|".join(["不准", "不予", "停", "限制", *map(escape, actions().preventing)]))
