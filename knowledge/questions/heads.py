"""The head words of a matter: what is done to what. No line answers a question without them."""

from collections.abc import Sequence

from knowledge.actions import actions
from knowledge.questions.mention import RoleMention, Token, TokenKind
from knowledge.questions.phrases import phrases
from knowledge.questions.question import Question

_BETWEEN = ("个", "一个", "名", "一名", "位", "一位", "了", "掉", "这个", "那个", "某个")

_WORDS = (TokenKind.WORD, TokenKind.UNKNOWN)


def head_words(question: Question, tokens: Sequence[Token]) -> frozenset[int]:
    """Where the words start that stand behind 谁 or 能, and at the end of the object."""
    common = phrases().soft | phrases().troubles
    asked = [
        t
        for t in tokens
        if question.primary(t.start) and t.text not in common and not actions().is_general(t.text)
    ]
    words = [t for t in asked if t.kind in _WORDS]
    if not words and question.amounts:  # 装修要停课5天,谁批: what is done stands before the amount
        return _before_amount(question, tokens)
    if not words and question.has("who"):
        return _last_told(question, tokens)
    who = [m for m in question.of("who") if question.primary(m.start)]
    may = [m for m in question.of("may") if question.primary(m.start)] if not who else []
    behind = [t.start for m in [*who, *may[-1:]] for t in words if t.start >= m.end][:1]
    before = [t.start for t in words if who and t.end <= who[-1].start][-1:]
    return frozenset([*behind, *(before or [t.start for t in words[-1:]])])


def _last_told(question: Question, tokens: Sequence[Token]) -> frozenset[int]:
    """The last word that was told before a clause that has none of its own: 客户来取货,找谁."""
    plain = (t for t in tokens if t.kind is not TokenKind.MARK and t.text not in phrases().troubles)
    told = [t for t in plain if question.asking(t.start)]
    return frozenset(t.start for t in told[-1:] if t.kind in _WORDS)


def _before_amount(question: Question, tokens: Sequence[Token]) -> frozenset[int]:
    """The word right before the last amount, of the clauses that ask."""
    at = question.amounts[-1].start
    words = (t for t in tokens if t.kind in _WORDS and question.asking(t.start) and t.end == at)
    return frozenset(t.start for t in words if t.text not in phrases().soft)


def acted_on(question: Question, tokens: Sequence[Token]) -> list[RoleMention]:
    """The roles to which something is done: right behind a verb, with nothing of the matter behind them
    (换个班组长, 提拔副店长). Whoever a matter is for stands before it (班组长请假)."""
    found = []
    for role in question.known_roles:
        clause = next((c for c in question.clauses if c.start <= role.start < c.end), None)
        if clause is None:
            continue
        inside = [t for t in tokens if clause.start <= t.start < clause.end and t.kind is not TokenKind.ROLE]
        before = [t for t in inside if t.end <= role.start]
        between = question.text[before[-1].end : role.start] if before else "?"
        if before and between in ("", *_BETWEEN) and not any(t.start >= role.end for t in inside):
            found.append(role)
    return found
