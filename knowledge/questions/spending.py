"""An amount spent on what no document names: 买台打印机要800块,谁批 is a purchase, and an expense."""

from collections.abc import Iterator

from knowledge.actions import Strength, actions
from knowledge.questions.mention import TokenKind
from knowledge.questions.passing_over import is_unwritten
from knowledge.questions.question import Question
from knowledge.regex import regex

_SPENDS = regex("[买购花付掏]")
_BUYS = regex("[买购]")
_MONEY = "元"
_AS = ("采购", "费用开支")
_APPROVES = frozenset((Strength.DECIDE, Strength.REVIEW))
_GENERAL = ("买", "购", "购买", "采购", "花", "花钱", "付", "掏", "东西", "钱")


def spendings(question: Question) -> Iterator[str]:
    """What a question for who approves an amount asks of the rules for purchases and for expenses in general;
    nothing where the documents have a word for what it is spent on."""
    money = [a for a in question.amounts if a.unit == _MONEY]
    verbs = [m for m in question.of("action") if actions().asked[m.text] & _APPROVES]
    if not money or not verbs or not question.has("who") or not _SPENDS.search(question.raw):
        return
    words = [t for t in question.content() if t.kind in (TokenKind.WORD, TokenKind.UNKNOWN)]
    named = [t for t in words if question.asking(t.start) and t.text not in _GENERAL]
    if question.known_roles or any(not is_unwritten(t, question.lexicon) for t in named):
        return
    amount = question.text[money[-1].start : money[-1].end]
    for kind in _AS if _BUYS.search(question.raw) else _AS[1:]:
        yield f"{kind}{amount}谁{verbs[0].text}"
