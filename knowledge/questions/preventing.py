"""Preventing something: refusing, stopping, holding back, in questions and in lines.

People ask 能不能不给他发货 where a line grants 拒绝发货权; a right to let something be done prevents nothing,
and who may refuse something is not who may do it.
"""

from dataclasses import replace

from knowledge.questions.match import Match
from knowledge.questions.question import Question
from knowledge.questions.right_search import Found
from knowledge.regex import regex
from knowledge.roles.statement import Statement

_STOP = "停(?![泊车靠放留机])|停机(?!坪)"
_ASKED = regex(
    "不(?:让|给|准|许|接|收|发|开|放|签|上|付|卖|用|干|予|装|送|交|运|同意)|拒|拦|扣(?!款|钱|分|罚|减|除|工资|点|奖)|压着|禁止|制止|阻止|封"
    rf"|关门|撤|清场|退回|退货|打回|赶|否|毙|下架|清退|限制|劝阻|{_STOP}"
)
_ASKING = regex(
    "能不能|可不可以|行不行|能否|可否|是否|用不用|需不需要|要不要|不用(?:问|找|等|跟|向|请示|报|经)|可以不$|不$"
)
_WRITTEN = regex(
    "拒|不准|不予|不让|禁止|制止|阻止|劝阻|拦截|扣[留押]|暂扣|否决|封存|下架|清退|限制|退回|退货"
    rf"|{_STOP}"
)
_WHEN = ("时", "的", "后", "者")  # a clause that says when, before what is forbidden then
_FORBIDS = regex("(?:有权|可以?)?(?:当场|直接|立即)?(?:拒绝|不准|不予|禁止|制止|阻止)")


def asks_to_prevent(question: Question) -> bool:
    """Whether a question asks if something may be prevented."""
    return any(is_preventing(_ASKING.sub("", text)) for text in (question.text, question.raw))


def is_preventing(word: str) -> bool:
    """Whether words of a question say that something is prevented."""
    return _ASKED.search(word) is not None


def prevents(statement: Statement) -> bool:
    """Whether a line is about preventing something."""
    return _WRITTEN.search(statement.folded) is not None


def granting(found: Found, question: Question) -> Found:
    """What was found without the rights to forbid or refuse what is asked, unless that is asked for: who may
    refuse to do something is not who may do it."""
    if asks_to_prevent(question):
        return found
    return replace(found, fitting=tuple(m for m in found.fitting if not _forbids(m)))


def _forbids(match: Match) -> bool:
    right, folded = match.right, match.statement.folded
    only_when = not right.verb and folded[right.start : right.end].rstrip().endswith(_WHEN)
    span = (0, len(folded)) if only_when else (right.start, right.end)
    return _FORBIDS.search(folded, *span) is not None
