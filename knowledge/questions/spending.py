"""An amount spent on what no document names: 买台打印机要800块,谁批 is a purchase, and an expense."""

from collections.abc import Iterator

from knowledge.actions import Strength, actions
from knowledge.questions.match import Match
from knowledge.questions.mention import Token, TokenKind
from knowledge.questions.question import Question
from knowledge.questions.reading import Reading
from knowledge.questions.role_term import identity
from knowledge.regex import regex

_SPENDS = regex("[买购花付掏]|支出")
_SPENDINGS = (
    (regex("[买购]"), "采购"),
    (regex("修(?!改|订|正|编|剪|养|业|读|身)"), "维修"),
)  # what is done, and what rules call it
_FOR_OTHER = regex("[领借收卖罚赔奖退捐减免](?:了|掉)?$")  # 领8000块的料
_GIVEN_OUT = regex("外委|外包|委外|外协|外修")
_PURCHASE = regex("[\u4e00-\u9fff]{2}(?:采购|购置|购买)|(?:采购|购置|购买)[\u4e00-\u9fff]{2}")
_EXPENSE = "费用开支"
_MONEY = "元"
_APPROVES = frozenset((Strength.DECIDE, Strength.REVIEW))
_GENERAL = frozenset((
    *("买", "购", "购买", "采购", "花", "花钱", "花费", "付", "掏", "东西", "钱", "支出"),
    *("修", "维修", "修理", "换", "费用", "开支", "开销", "budget", "预算", "要求", "急用", "现场", "便宜"),
))  # fmt: skip
_FEW = 6  # lines near to a word


def spendings(question: Question) -> Iterator[str]:
    """What a question for who approves an amount asks of the rules for purchases, for repairs and for
    expenses in general; nothing where the documents say who approves what it is spent on."""
    money = [a for a in question.amounts if a.unit == _MONEY]
    verbs = [m for m in question.of("action") if actions().asked[m.text] & _APPROVES]
    path = question.has("path")
    kinds = [kind for pattern, kind in _SPENDINGS if pattern.search(question.raw)]
    if _SPENDS.search(question.raw):
        kinds.append(_EXPENSE)
    if not money or not kinds or not (path or (verbs and question.has("who", "whether"))):
        return
    if _FOR_OTHER.search(question.text, 0, money[-1].start):
        return
    words = [t for t in question.content() if t.kind in (TokenKind.WORD, TokenKind.UNKNOWN)]
    named = [t for t in words if question.asking(t.start) and t.text not in _GENERAL]
    if any(_is_ruled(t, question) for t in named):
        return
    amount, asked = question.text[money[-1].start : money[-1].end], _asked(question)
    yield from (asked.format(what=f"{kind}{amount}") for kind in kinds if asked)


def is_covered(question: Question, reading: Reading) -> bool:
    """Whether what a reading found are limits, none of them on work that is given out of house (外委维修),
    which the question does not say, nor on what somebody buys himself, which may be something else."""
    found = reading.slots.get("found") or reading.slots.get("own")
    if found is None or ("own" in reading.slots and any(_buys(m) for m in (*found.fitting, *found.other))):
        return False
    out = _GIVEN_OUT.search(question.raw) is not None
    if any(_buys_one_kind(m, question) for m in found.fitting):
        return False
    return all(m.right.limit and (out or not _GIVEN_OUT.search(m.statement.folded)) for m in found.fitting)


def _buys_one_kind(match: Match, question: Question) -> bool:
    """Whether a rule is for one of several kinds of purchases (物料采购, 设备购置) that stand together: of
    which kind the thing is, the question does not tell."""
    rules = question.lexicon.organization.statements.rules(match.statement.owner)
    kinds = {s.heading for s in rules if _PURCHASE.search(s.heading)}
    return len(kinds) > 1 and match.statement.heading in kinds


def _buys(match: Match) -> bool:
    """Whether a right is one to buy up to a limit: 500元以内办公用品的采购权."""
    return match.right.strength is Strength.EXECUTE and match.right.limit is not None


def _asked(question: Question) -> str:
    """What is asked of a spending: who approves it, the way of it, or whether the one role named may; empty
    where roles are named that are none of these."""
    roles, me = {name for r in question.known_roles for name in r.names}, identity(question)
    verbs = [m.text for m in question.of("action") if actions().asked[m.text] & _APPROVES]
    if question.has("who", "path") and not roles - set(me):
        lead = f"我是{me[0]}," if len(me) == 1 else ""
        way = "要经过谁审批" if question.has("path") or lead else f"谁{verbs[0]}"
        return f"{lead}{{what}}{way}"
    if question.has("whether") and not question.has("who") and len(roles) == 1 and not me:
        return f"{roles.pop()}能批{{what}}吗"
    return ""


def _is_ruled(token: Token, question: Question) -> bool:
    """Whether a line on what is reviewed or decided has a word: what is spent on that is told there."""
    lexicon, word = question.lexicon, token.text
    if len(word) < 2 or word not in lexicon.words:
        return False
    statements = lexicon.organization.statements
    near = (statements[hit.number] for hit in lexicon.index.search(word, (), _FEW))
    return any(word in s.folded and any(r.strength in _APPROVES for r in s.rights) for s in near)
