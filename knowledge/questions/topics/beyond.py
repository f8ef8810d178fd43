"""Who has the right that lies beyond a role's limit: 超出X权限的采购找谁, X批不了的采购报给谁."""

from collections.abc import Iterator

from knowledge.actions import Strength, actions
from knowledge.answer import Answer, Say
from knowledge.questions.asked import Asked
from knowledge.questions.match import Match
from knowledge.questions.matter import Matter
from knowledge.questions.mention import RoleMention
from knowledge.questions.reading import Case, Reading, merge, used
from knowledge.questions.reply import answered, listed, not_found, statement_evidence
from knowledge.questions.right_search import find_rights
from knowledge.questions.tiers import held_by, holders
from knowledge.questions.topic import Topic
from knowledge.questions.topics.who_does import quoted
from knowledge.regex import regex
from knowledge.roles.amount import Amount
from knowledge.roles.limit import Limit

_LIGHT = ("who", "submit", "hand_up", "again", "me", "identity", "relative")
_BEFORE = regex(r"(?:如果|要是|若|如)?超(?:出|过)?了?(?:了)?$")
_OF_RIGHT = regex(
    r"的?(?:审批|批准|自身|自己)?的?(?:权限|额度|限额|权力)(?:范围)?(?:以外|之外|外)?的?(?:话|时)?,?"
)
_UNABLE = regex(
    r"(?:自己)?(?:(?:审批|批准|决定|批|定|签|做)不了(?:主)?|(?:没有?|无)权(?:限|力)?(?:批|审批|批准|决定)|权限不(?:够|足))的?,?"
)
_DECIDES = Asked("批", 0, 0, frozenset((Strength.DECIDE,)))
_JUST = 1.0001  # how much more than a limit is beyond it


def propose(case: Case) -> Iterator[Reading]:
    """Words for what a role may not decide any more, and a matter over which he has a limit."""
    question = case.question
    if question.amounts:
        return
    for role in question.known_roles:
        span = _beyond(case, role)
        if span is None or len(role.names) != 1:
            continue
        verbs = [m for m in question.of("action") if m.start >= span[1]]
        verbs = [m for m in verbs if Strength.DECIDE in actions().asked[m.text]]
        frame = merge(case.explain_kinds(*_LIGHT), case.explain(span, *verbs))
        matter = Matter(question, used(frame))
        if not matter:
            continue
        lines = case.organization.statements.of(*role.names)
        own = find_rights(matter, _DECIDES, (), lines).fitting
        limited = [m for m in own if m.right.limit is not None and m.right.holder is None]
        if limited:
            explained = merge(frame, limited[0].quality)
            slots = {"name": role.names[0], "own": limited[0], "matter": matter}
            yield Reading("beyond", explained, 1.03, slots)


def _beyond(case: Case, role: RoleMention) -> tuple[int, int] | None:
    """The stretch that says what lies beyond a role's right: 超出|X|的权限, X|批不了."""
    text = case.question.text
    unable = _UNABLE.match(text, role.end)
    if unable is not None:
        return role.start, unable.end()
    before, behind = _BEFORE.search(text[: role.start]), _OF_RIGHT.match(text, role.end)
    if before is None or behind is None:
        return None
    return before.start(), behind.end()


def answer(case: Case, reading: Reading) -> Answer:
    """Whoever decides just beyond the limit, with the lines."""
    own: Match = reading.slots["own"]
    matter: Matter = reading.slots["matter"]
    name: str = reading.slots["name"]
    limit, organization = own.right.limit, case.organization
    topic = f"{matter.text}(超出{name}的权限)"
    amount = _outside(limit) if limit is not None else None
    found = find_rights(matter, _DECIDES, [amount]).fitting if amount is not None else ()
    found = tuple(m for m in found if m.right.limit is not None and name not in holders(m, organization))
    roles = [n for m in found for n in holders(m, organization)]
    roles += _handed(own, amount, case)
    lines = dict.fromkeys([own.statement, *(m.statement for m in found)])
    understood = Say("reading.who_does", {"verb": "批", "matter": topic})
    if not roles:
        says = [Say("outside_tiers", {"matter": topic}), *quoted((own,), case)]
        return not_found(case, reading, says, understood, [statement_evidence(own.statement)])
    says = [Say("who_does", {"verb": "批", "matter": topic, "roles": listed(dict.fromkeys(roles))})]
    says += quoted((own, *found), case)
    proof = [statement_evidence(line) for line in lines]
    return answered(case, reading, says, proof, list(dict.fromkeys(roles)), understood)


def _outside(limit: Limit) -> Amount | None:
    """An amount that lies just outside a limit."""
    if limit.most is not None:
        return Amount(limit.most * _JUST, limit.unit, 0, 0)
    return None if limit.least is None else Amount(limit.least / _JUST, limit.unit, 0, 0)


def _handed(own: Match, amount: Amount | None, case: Case) -> Iterator[str]:
    """Whom the line itself hands on to what lies beyond: 超出部分报X审批."""
    for right in own.statement.rights if amount is not None else ():
        limit = right.limit_in(amount.unit) if amount is not None else None
        if right.holder is not None and amount is not None and limit is not None and limit.holds(amount):
            yield from held_by(own.statement, right, case.organization)


TOPIC = Topic("beyond", propose, answer, needs=frozenset(("who", "submit", "hand_up")))
