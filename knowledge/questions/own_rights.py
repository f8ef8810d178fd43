"""The rights of one role over a matter that it is asked whether it may decide or do."""

from collections.abc import Container, Sequence
from dataclasses import replace
from itertools import pairwise

from knowledge.actions import Strength
from knowledge.questions.asked import Asked
from knowledge.questions.excepting import taken_back
from knowledge.questions.implying import BY_HIMSELF
from knowledge.questions.match import EXPLAINED, Match
from knowledge.questions.matter import Matter
from knowledge.questions.passing_over import absent_positions
from knowledge.questions.phrases import phrases
from knowledge.questions.question import Question
from knowledge.questions.right_search import Found, find_rights, satisfies
from knowledge.questions.scope import BROADER
from knowledge.questions.tiers import due, reaches
from knowledge.regex import regex
from knowledge.roles.amount import Amount
from knowledge.roles.statement import Statement

_BY_ITSELF = regex("自主|自行")
_SPENDS = regex("[花掏付买]")
_TOLD_NEARER = regex(r"[\u4e00-\u9fff]{2}(?<![的内下上及和与或对])$")  # what stands right before a thing
_LITTLE = 0.15
_PARTLY = 0.45  # what is explained at least where an amount tells which right is meant
_DECISIVE = (Strength.DECIDE, Strength.EXECUTE, Strength.LEAD)


def spends(question: Question, asked: Asked) -> bool:
    """Whether it asks if somebody may spend an amount on something, without a verb of authority."""
    return not asked.word and bool(question.amounts) and _SPENDS.search(question.raw) is not None


def allowing(matches: Sequence[Match]) -> tuple[Match, ...]:
    """The rights to spend something, not to do what it is spent on: those with a limit, else decisions."""
    limited = tuple(m for m in matches if m.right.limit)
    return limited or tuple(m for m in matches if m.right.strength is Strength.DECIDE)


def own_rights(matter: Matter, asked: Asked, statements: Sequence[Statement]) -> Found:
    """What the statements of a role say of a matter."""
    found = find_rights(matter, asked, (), statements)
    amounts = matter.question.amounts
    fitting = tuple(m for m in found.fitting if not is_case(m))
    if amounts:
        fitting = tuple(m._replace(right=due(m, amounts[-1])) for m in fitting)
        fitting = tuple(m for m in fitting if not _is_beyond(m, amounts[-1]))
    if not asked.word:  # what is to be done is in the matter itself, and must be explained
        fitting = tuple(m for m in fitting if m.missing <= _LITTLE)
        if matter.decisive:  # 任免, 录用: whoever reviews does not
            fitting = tuple(m for m in fitting if m.right.strength in _DECISIVE)
        if spends(matter.question, asked):
            fitting = allowing(fitting)
    if not fitting and Strength.DECIDE in asked.strengths and BY_HIMSELF.search(matter.question.raw):
        fitting = tuple(m for m in found.other if _is_left_to_him(m))
    return replace(found, fitting=fitting)


def _is_left_to_him(match: Match) -> bool:
    """Whether a right to do something leaves it to its owner: 500元以内办公用品的采购权, 自主采购权."""
    right, line = match.right, match.statement.folded
    named = right.verb and f"{right.verb}权" in line and right.limit is not None
    own = right.strength is Strength.EXECUTE and right.holder is None and not right.negated
    return (
        own and match.missing <= _LITTLE and bool(named or _BY_ITSELF.search(line[right.start : right.end]))
    )


def is_case(match: Match) -> bool:
    """Whether a right is no right but the case of which a line tells: 业主提出合同外维修的,…"""
    right, folded = match.right, match.statement.folded
    clause = folded[right.start : right.end].rstrip()
    return not right.verb and clause.endswith("的") and folded.startswith(",", right.end)


def _is_beyond(match: Match, amount: Amount) -> bool:
    """Whether a line hands on to another what is more than the amount: 超过5人天的报X审批."""
    return match.right.holder is not None and reaches(match, amount) is False


def by_limit(matter: Matter, asked: Asked, statements: Sequence[Statement]) -> tuple[Match, ...]:
    """The one right of a role with a limit in the unit of the amount asked about, where the words of the
    question do not fit it well, but what is done does: 请人修…800元 and 1000元以内维修的决定权."""
    amounts = matter.question.amounts
    if not amounts:
        return ()
    limited = [
        m
        for m in matter.matches(statements)
        if m.right.limit_in(amounts[-1].unit) is not None
        and not m.denied
        and not taken_back(m, matter)
        and satisfies(asked, m.right, m.statement)
    ]
    lines = {m.statement for m in limited if _is_about(m, matter)}
    tiers = [m for m in limited if m.statement in lines] if len(lines) == 1 else []
    return tuple([m for m in tiers if reaches(m, amounts[-1])] or tiers)[:1]  # not what the line hands on


def _is_about(match: Match, matter: Matter) -> bool:
    """Whether a right is over what is done to something; a thing that no document has a word for tells
    nothing against it (修水泵)."""
    strange = absent_positions(matter.tokens, matter.lexicon)
    if _is_of_another_kind(match, matter, strange):
        return False
    rest = [q for i, q in match.quality.items() if i not in strange or q >= EXPLAINED]
    firm = match.coverage >= _PARTLY or (bool(rest) and min(rest) >= EXPLAINED)
    return firm and max(rest, default=0.0) >= BROADER


def _is_of_another_kind(match: Match, matter: Matter, strange: Container[int]) -> bool:
    """Whether a thing that a right tells nearer is told nearer in the question by a word that no document
    has: 办公|耗材 is not 库房耗材."""
    clause, strangers = match.right.matter, [t for t in matter.tokens if t.start in strange]
    named = [(t.text, t.text[-2:]) for t in strangers if len(t.text) > 3]
    named += [(a.text, b.text) for a, b in pairwise(matter.tokens) if a in strangers and a.end == b.start]
    for nearer, thing in named:
        at = -1 if thing in phrases().transitive else clause.find(thing)  # 瓷砖|采购 may be 材料采购
        if at > 1 and _TOLD_NEARER.search(clause, 0, at) and nearer not in clause:
            return True
    return False
