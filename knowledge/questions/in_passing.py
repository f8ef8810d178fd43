"""Words that a question says in passing: where one is, or of what one is."""

from collections.abc import Iterable

from knowledge.questions.mention import Mention, RoleMention, Token, TokenKind
from knowledge.questions.phrases import phrases

_OF_WHAT = 14  # characters between 我是 and the asker's role


def of_what(
    text: str, tokens: Iterable[Token], said: Iterable[Mention], roles: Iterable[RoleMention]
) -> set[int]:
    """Where tokens start that tell the asker's role nearer: 车间 in 我是车间的操作工. `said`: 我是."""
    named = list(roles)
    spans = [(m.end, r.start) for m in said for r in named if text[m.end : r.start].endswith("的")]
    return {t.start for t in tokens if any(s <= t.start < e <= s + _OF_WHAT for s, e in spans)}


def inside_words(tokens: Iterable[Token]) -> set[int]:
    """Where 公司里 stands: in a question that asks nothing of inside and outside."""
    kinds = phrases().kinds
    return {t.start for t in tokens if kinds.get(t.text) == frozenset(("inside",))}


def describing(question_text: str, tokens: Iterable[Token], roles: Iterable[RoleMention]) -> set[int]:
    """Where tokens start that only describe the holder of the one post behind them: 喂鱼|的投饲工."""
    spans = [
        (max(question_text.rfind(mark, 0, r.start) for mark in ",;。") + 1, r.start)
        for r in roles
        if question_text.endswith("的", 0, r.start) and len(r.names) == 1
    ]
    words = (TokenKind.WORD, TokenKind.UNKNOWN)
    return {t.start for t in tokens if t.kind in words and any(s <= t.start < e for s, e in spans)}
