"""Who may or must do something, asked in parts of the table: what is left between the parts is the matter.

A clause is taken apart from both its ends into words that belong to the way of asking: question words, verbs
of a right, particles. What they leave in the middle is what it is about. Where the clause that asks leaves
nothing, another clause tells what it is about; a story is no part of the question.
"""

import re
from collections.abc import Iterator
from functools import cache

from knowledge.actions import actions
from knowledge.once import kept
from knowledge.questions.asked_amount import asked_amounts
from knowledge.questions.mention import Token, TokenKind
from knowledge.questions.question import Question
from knowledge.questions.right_both import is_of_both
from knowledge.questions.right_parts import right_table
from knowledge.questions.right_text import STRONG, WEAK, Cut, RightText
from knowledge.regex import regex

_CALLED = regex("(?:人|岗位?|者|approver|owner|节点)(?:是|为|叫|:|呀|啊|呢)*[?。]*$")
_ASKS = regex("[谁誰哪啥何咩边邊]|[什甚][么麼]|[Ww][Hh][Oo]")
_OWN = (TokenKind.WORD, TokenKind.UNKNOWN, TokenKind.ROLE)
_LEAST_DONE, _LEAST_WORDS = 4, 2  # characters of its own that what is done has at least; words, in any order
_WANTS = ("要", "想")
_NEEDS = ("想", "要", "去", "申请", "打算", "准备")
_SEVERAL = regex(
    "[谁哪啥吗么][^?？]{0,12}[?？].{0,40}[谁哪啥多几什吗]|[“”「」『』]"
)  # questions, or what is quoted
_BARE = "?呢啊呀吗嘛"
_REVIEW = "review"
_WHO, _FIRM = ("who", "whoever"), (*STRONG, "sign")
_RIGHTS = (*_FIRM, *WEAK)


def right_asked(question: Question, firm: bool = True) -> Iterator[str]:
    """The question in the plainest words, the likeliest first. `firm`: only where a verb says by itself which
    right is asked for, so that nothing else can be meant."""
    if not (_ASKS.search(question.raw) or _CALLED.search(question.text)) or is_of_both(question):
        return
    if _never().search(question.raw) or _SEVERAL.search(question.raw):
        return
    texts = _texts(question)
    for text in texts if any(_may_ask(text, firm) for text in texts) else ():
        if text.is_plain:
            return
        found = list(dict.fromkeys(_plain(text, question, firm)))
        yield from (plain for plain in found if plain != question.text.rstrip(_BARE))
        if found:
            return


@kept
def _texts(question: Question) -> tuple[RightText, ...]:
    """The question as it was typed and as it is read, each taken apart when it is looked at."""
    return tuple(RightText(question, text) for text in dict.fromkeys((question.raw, question.text)))


def _may_ask(text: RightText, firm: bool) -> bool:
    """Whether it has any words for who and for a right."""
    said = frozenset[str]().union(*text.kinds)
    rights = _FIRM if firm and "called" not in said else _RIGHTS
    return not said.isdisjoint(_WHO) and not said.isdisjoint(rights)


@cache
def _never() -> re.Pattern[str]:
    never = right_table()["never"]
    return re.compile("|".join([*map(re.escape, never["words"]), *never["patterns"]]))


def _plain(text: RightText, question: Question, firm: bool) -> Iterator[str]:
    amounts = asked_amounts(text.text)
    for kind, cut in asked_rights(text, firm):
        told = [(cut.start, cut.end), *((p.start, p.end) for p in text.passed)]
        whole = all(any(s <= a.start and a.end <= e for s, e in told) for a in amounts)
        cuts = any(_cuts(text.text, r.text, cut) for r in question.known_roles)
        if (
            whole
            and not cuts
            and _is_matter(text, cut, kind)
            and not _of_role(text, cut, kind, question, firm)
        ):
            matter = text.stretch(cut.start, cut.end)
            for verb in _verbs(text) if kind == _REVIEW else ():
                yield f"{matter}由谁{verb}"  # 复核 is another step than 审核 where both are written
            for plain in right_table()["plain"][kind]:
                yield plain.format(matter=matter)


def _verbs(text: RightText) -> Iterator[str]:
    """The verbs of rights that the question has."""
    for part in text.passed:
        verb = text.text[part.start : part.end]
        if len(verb) > 1 and verb in actions().asked:
            yield verb


def _is_matter(text: RightText, cut: Cut, kind: str) -> bool:
    """Whether a stretch has words of its own; what is done is more than a thing, and in words of the
    documents."""
    words = own_words(text, cut)
    if kind not in WEAK:
        return bool(words)
    if any(word in text.text[cut.start + 1 : cut.end] for word in _WANTS):  # 客户要定制产品
        return False
    known = all(text.knows(t.start, t.end) for t in words)
    several = len(words) >= _LEAST_WORDS or text.knows(cut.start, cut.end)
    return known and several and sum(len(t.text) for t in words) >= _LEAST_DONE


def _cuts(text: str, name: str, cut: Cut) -> bool:
    """Whether a stretch has a part of a name: 客户开发|主管."""
    start = text.find(name)
    end = start + len(name)
    return start >= 0 and start < cut.end and cut.start < end and not (cut.start <= start and end <= cut.end)


def own_words(text: RightText, cut: Cut) -> list[Token]:
    """The words of a stretch that tell what it is about."""
    return [t for t in text.tokens if t.kind in _OWN and cut.start <= t.start < cut.end]


def _of_role(text: RightText, cut: Cut, kind: str, question: Question, firm: bool) -> bool:
    """Whether it is asked of a role: whom it leads (归X管的是啥岗), or what it needs (X请假3天找谁批), be its
    name a word for a post as well (主管请假找谁批)."""
    if kind in WEAK:
        return firm and bool(question.known_roles)
    led = {text.text[p.start : p.end] for p in cut.parts if p.end <= cut.start}
    for role in question.known_roles:
        behind = text.text[cut.start + len(role.text) : cut.end]
        if (
            role.text in led
            or any(f"{role.text}{word}" in text.text for word in _NEEDS)
            or (text.text.startswith(role.text, cut.start) and asked_amounts(behind))
        ):
            return True
    return False


def asked_rights(text: RightText, firm: bool) -> Iterator[tuple[str, Cut]]:
    """The kinds of right asked for, each with a stretch that may be the matter."""
    clauses = [cuts for cuts in text.clauses if cuts]
    whole = [cuts[0] for cuts in clauses if cuts[0].start == cuts[0].end]
    rest = [cuts for cuts in reversed(clauses) if cuts[0].start < cuts[0].end]
    beside = Cut(0, 0, tuple(p for cut in whole for p in cut.parts))
    named = not beside.asks and not any(cuts[0].asks for cuts in rest)  # 请告知审批人
    for cuts in rest:
        for cut in cuts:
            if (cut.names if named else cut.asks) and (kind := _kind(cut, beside, firm)):
                yield kind, cut
                break
    told = [cuts[0] for cuts in rest]
    if beside.asks:
        known = [cut for cut in told if not cut.asks and text.knows(cut.start, cut.end)]
        for cut in known or told[: len(told) == 1]:
            if kind := _kind(beside, cut, firm):
                yield kind, cut
    for cut in told:
        if kind := _kind(cut, beside, firm) if cut.asks else _kind(beside, cut, firm) if beside.asks else "":
            for start, end in text.told(cut.start, cut.end):
                yield kind, Cut(start, end, ())


def _kind(cut: Cut, beside: Cut, firm: bool) -> str:
    """The one kind of right that is asked for; none where there are several."""
    kinds = cut.acts or beside.acts
    if not kinds and (not firm or cut.calls or beside.calls):
        kinds = cut.weak or beside.weak
    elif not kinds and cut.start == cut.end:  # …,该谁签
        kinds = cut.weak & {"decide"}
    return next(iter(kinds)) if len(kinds) == 1 else ""
