"""What a role may decide in matters of money, where no list of its rights says so: its lines with limits."""

from collections.abc import Iterator

from knowledge.actions import Strength
from knowledge.answer import Answer, Say
from knowledge.questions.reading import Case, Reading, merge
from knowledge.questions.reply import answered, listed, not_found, statement_evidence
from knowledge.questions.role_term import RoleTerm
from knowledge.questions.tiers import held_by
from knowledge.questions.topic import Topic
from knowledge.roles.amount import MONIES
from knowledge.roles.statement import Right

_LIGHT = ("what", "may", "again", "relative", "identity", "me", "him", "count", "authority")
_MONEY = ("财务", "资金", "经费", "费用", "钱")
_MAY = (Strength.DECIDE, Strength.REVIEW)


def propose(case: Case) -> Iterator[Reading]:
    """One role, words for authority, and one for money, of which no list of its rights is."""
    question = case.question
    terms = [t for t in case.subjects if len(t.names) == 1]
    money = [t for t in question.content() if t.text in _MONEY]
    money += [t for t in question.tokens if t.text == _MONEY[-1]]
    if len(terms) != 1 or not money or question.has("who", "whether"):
        return
    role = case.organization.role(terms[0].names[0])
    if any(word in listing.kind for listing in role.authorities for word in _MONEY):
        return
    named = case.explain(*((t.start, t.end) for t in money))
    frame = merge(case.explain(terms[0]), case.explain_kinds(*_LIGHT), named)
    yield Reading("money_authority", frame, 1.01, {"term": terms[0]})


def answer(case: Case, reading: Reading) -> Answer:
    """The lines by which the role may do something up to an amount of money."""
    term: RoleTerm = reading.slots["term"]
    name, organization = term.names[0], case.organization
    understood = Say("reading.authority", {"role": name, "kind": listed(("财务",))})
    lines = [
        s
        for s in organization.statements.about((name,))
        if any(_is_limited(r) and name in held_by(s, r, organization) for r in s.rights)
    ]
    if not lines:
        return not_found(case, reading, [Say("authority_unknown", {"role": name})], understood)
    quotes = dict.fromkeys(s.passage.quote for s in lines)
    says = [Say("rights_in_money", {"role": name, "count": str(len(quotes))})]
    says += [Say("item", {"number": str(i), "text": quote}) for i, quote in enumerate(quotes, 1)]
    return answered(case, reading, says, [statement_evidence(s) for s in lines], (), understood)


def _is_limited(right: Right) -> bool:
    """Whether a right is to decide, review or do something up to an amount of money."""
    limited = any(right.limit_in(money) is not None for money in MONIES)
    own = right.holder is None and right.strength is Strength.EXECUTE and bool(right.verb)
    return limited and not right.negated and (right.strength in _MAY or own)


TOPIC = Topic("money_authority", propose, answer, needs=frozenset(("authority",)))
