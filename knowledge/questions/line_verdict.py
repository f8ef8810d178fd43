"""What one line says to the question whether a role may do something: yes, no, or nothing certain."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from knowledge.actions import Strength
from knowledge.organization import Organization
from knowledge.questions.asked import Asked
from knowledge.questions.implying import BY_HIMSELF
from knowledge.questions.preventing import asks_to_prevent, prevents
from knowledge.questions.question import Question
from knowledge.questions.tiers import held_by
from knowledge.regex import regex
from knowledge.roles.amount import Amount
from knowledge.roles.statement import Right, Statement
from knowledge.text import is_chinese

_AT_ONCE = regex("直接|一个人|独自|单独|擅自|私自|就行|就可以|就能|就算")
_NOT_ALONE = regex("不得(?:擅自|私自|自行|随意)")
_MAY_PREVENT = regex("(?:有权|可以?)(?:不准|不予|不|禁止|拒)")
_DENYING = regex("不得|无权|没有|无|权[力利限]?|的|行|不|可|以|能")
_GIVES = regex("权(?!益|责)|可(?:以|自|直|先|当|越)|自行|自主|决定")
_MAY_DO = regex("有权|可(?:以|随时|先|直接|当场|立即|自行|自主)")
_DOES = (Strength.EXECUTE, Strength.LEAD)
_WEAK = (Strength.TAKE_PART, Strength.ADVISE, Strength.INFORMED, Strength.OVERSEE)
_SETTLES = ("确定", "复核")


class Ruling(StrEnum):
    """How a line rules."""

    YES = "yes"
    NO = "no"
    BEYOND = "beyond"  # above the role's own limit


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a line rules, and who has the right instead where it says so."""

    ruling: Ruling
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Line:
    """The rights of a line: those of the role that is asked about, and those of others."""

    statement: Statement
    own: Sequence[Right]
    others: Sequence[Right]

    @property
    def handed(self) -> list[Right]:
        """The decisions that others have, whatever the amount."""
        strong = (r for r in self.others if r.limit is None and r.holder is not None)
        return [r for r in strong if r.strength is Strength.DECIDE or r.verb in _SETTLES]


def verdict(
    question: Question, asked: Asked, names: Sequence[str], statement: Statement, organization: Organization
) -> Verdict | None:
    """What a line says to whether the roles `names` may do what is asked; None where it is not certain."""
    line = _read(statement, names, organization)
    alone = any(BY_HIMSELF.search(t) or _AT_ONCE.search(t) for t in (question.text, question.raw))
    if any(right.negated and _is_denied(right, statement, question, asked) for right in line.own):
        return Verdict(Ruling.NO, _named(line.handed, statement, organization))
    stops = asks_to_prevent(question)
    if stops != prevents(statement):
        return None
    if alone and _NOT_ALONE.search(statement.folded):
        return Verdict(Ruling.NO, _named(line.handed, statement, organization))
    amount = question.amounts[-1] if question.amounts else None
    if amount is not None and any(r.limit_in(amount.unit) for r in statement.rights):
        return _by_limit(line, amount, organization)
    decides = any(r.strength is Strength.DECIDE for r in line.own)
    if line.handed and not decides and (alone or Strength.DECIDE in asked.strengths):
        return Verdict(Ruling.NO, _named(line.handed, statement, organization))
    if _is_weak(line):
        return Verdict(Ruling.NO, _named(line.handed, statement, organization))
    if amount is not None:
        return None
    granted = stops and _GIVES.search(f"{statement.folded}{statement.section}") is not None
    granted = granted or (bool(line.own) and BY_HIMSELF.search(statement.folded) is not None)
    granted = granted or (Strength.DECIDE not in asked.strengths and _grants_doing(line))
    return Verdict(Ruling.YES) if decides or granted else None


def _grants_doing(line: _Line) -> bool:
    """Whether a line gives the role itself a right to do something: 处置权, 可随时检查."""
    folded = line.statement.folded
    does = (r for r in line.own if r.strength in _DOES and not r.negated)
    return any(
        _MAY_DO.search(folded, r.start, r.end) or folded[r.start : r.end].rstrip().endswith("权")
        for r in does
    )


def _read(statement: Statement, names: Sequence[str], organization: Organization) -> _Line:
    own, others = list[Right](), list[Right]()
    for right in statement.rights:
        if right.holder is None and statement.rule:
            continue
        if right.negated and _MAY_PREVENT.search(statement.folded, right.start, right.end):
            right = replace(right, negated=False)
        his = not set(held_by(statement, right, organization)).isdisjoint(names)
        (own if his else others).append(right)
    return _Line(statement, own, others)


def _is_denied(right: Right, statement: Statement, question: Question, asked: Asked) -> bool:
    """Whether a denial is one of what is asked: it has characters of the question, or is one of the decision
    that is asked for (负责洽谈,无签约权 denies nothing of 洽谈)."""
    clause = _DENYING.sub("", statement.folded[right.start : right.end])
    shared = {c for c in clause if is_chinese(c)} & {*question.text, *question.raw}
    return bool(shared) or (right.strength is Strength.DECIDE and Strength.DECIDE in asked.strengths)


def _by_limit(line: _Line, amount: Amount, organization: Organization) -> Verdict | None:
    """What the limits of a line say of an amount in their unit."""
    limits = [(r, limit) for r in line.own if (limit := r.limit_in(amount.unit)) is not None]
    handed = [
        r
        for r in line.others
        if r.strength >= Strength.REVIEW and (limit := r.limit_in(amount.unit)) and limit.holds(amount)
    ]
    able = _named(handed, line.statement, organization)
    inside = [r for r, limit in limits if limit.holds(amount)]
    if inside:
        reviews = max(r.strength for r in inside) is Strength.REVIEW and bool(line.others)
        return Verdict(Ruling.NO, able) if reviews else Verdict(Ruling.YES)
    return Verdict(Ruling.BEYOND, able) if limits or handed else None


def _is_weak(line: _Line) -> bool:
    """Whether a line gives a role no more than to advise or take part."""
    folded = line.statement.folded
    weak = [r for r in line.own if r.strength in _WEAK]
    rest = (r for r in line.own if r not in weak)
    bare = all(not r.verb and r.limit is None and not _GIVES.search(folded, r.start, r.end) for r in rest)
    return bool(weak) and bare


def _named(rights: Iterable[Right], statement: Statement, organization: Organization) -> tuple[str, ...]:
    """The roles that have rights of a line."""
    return tuple(dict.fromkeys(name for r in rights for name in held_by(statement, r, organization)))
