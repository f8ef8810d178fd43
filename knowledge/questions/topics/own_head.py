"""Whether the head of one's department, or one's superior, may decide on a matter: 请假4天部门负责人能批吗.

Rules name such posts by where they stand; which post it is for the asker need not be known."""

import re
from collections.abc import Iterator
from functools import cache

from knowledge.actions import Strength, actions
from knowledge.answer import Answer, Say
from knowledge.questions.asked import asked_verb
from knowledge.questions.match import NOTHING, Match
from knowledge.questions.matter import Matter
from knowledge.questions.question import Question
from knowledge.questions.reading import Case, Reading, merge, used
from knowledge.questions.reply import answered, listed, not_found, statement_evidence
from knowledge.questions.right_search import Found, find_rights
from knowledge.questions.tiers import holders
from knowledge.questions.topic import Topic
from knowledge.questions.topics.who_does import quoted
from knowledge.regex import regex

_LIGHT = (
    "whether", "may", "me", "him", "identity", "again", "relative", "written", "superior", "department",
    "authority", "head",
)  # fmt: skip
_STRONG = frozenset((Strength.DECIDE, Strength.REVIEW))
_MINE = regex("^(?:我们|我|咱们|咱|他们)的?")
_WHOSE = "(?:所在|所属|本|该|我们|我|咱们|咱|他们|各|用人|申请|经办|需求)*的?"


def propose(case: Case) -> Iterator[Reading]:
    """Such a post, a word that asks whether, a verb of authority, and a matter."""
    question = case.question
    named = [r for r in question.known_roles if question.primary(r.start)]
    if named or question.negated or question.has("who"):
        return
    found = _post(question)
    verb = asked_verb(question)
    if found is None or verb.strengths.isdisjoint(_STRONG):
        return
    said = [t for t in case.subjects if t.end]
    frame = merge(
        case.explain(found.span("post"), (verb.start, verb.end)),
        case.explain_kinds(*_LIGHT),
        case.explain(*said),
    )
    matter = Matter(question, used(frame))
    if not matter:
        return
    rights = find_rights(matter, verb, question.amounts)
    told = rights.fitting or rights.other
    if told:
        amounts = case.explain(*((a.start, a.end) for a in question.amounts))
        slots = {"post": found["post"], "kind": _kind(found["post"]), "found": rights, "matter": matter}
        yield Reading("own_head", merge(frame, told[0].quality, amounts), 1.0, slots)


def _post(question: Question) -> re.Match[str] | None:
    """The last post in the clause that asks which is told by where it stands."""
    found = [m for m in _posts().finditer(question.text) if question.primary(m.start("post"))]
    return found[-1] if found else None


@cache
def _posts() -> re.Pattern[str]:
    words = sorted(actions().department_head | actions().own_superior, key=lambda word: (-len(word), word))
    return regex(rf"(?P<post>{_WHOSE}(?:{'|'.join(words)}))(?=[^的]|$)")


def _kind(post: str) -> str:
    """What kind of post a word names: the head of one's department, one's own superior, or neither."""
    bare = re.sub(f"^{_WHOSE}", "", post)
    if bare in actions().own_superior or post in actions().own_superior:
        return "superior"
    return "head" if bare in actions().department_head or post in actions().department_head else ""


def answer(case: Case, reading: Reading) -> Answer:
    """Yes where the rule names such a post for the amount; no where it names another one by its name."""
    found: Found = reading.slots["found"]
    kind, post, matter = reading.slots["kind"], reading.slots["post"], reading.slots["matter"]
    verb = asked_verb(case.question).word
    slots = {"role": _MINE.sub("", post), "verb": verb, "matter": matter.text}
    understood = Say("reading.rights_check", slots)
    fitting = [m for m in found.fitting if m.missing <= NOTHING]
    kinds = [_kind_of(m) for m in fitting]
    evidence = [statement_evidence(m.statement) for m in fitting]
    if fitting and all(k == kind for k in kinds):
        limited = not case.question.amounts and any(m.right.limit for m in fitting)
        says = [Say("right_yes", slots), *quoted(tuple(fitting), case)]
        says += [Say("right_limited")] if limited else []
        return answered(case, reading, says, evidence, (), understood, verdict=True)
    if fitting and not any(kinds) and all(kind in _kinds_beside(m) for m in fitting):
        roles = list(dict.fromkeys(n for m in fitting for n in holders(m, case.organization)))
        says = [Say("right_no", slots), Say("right_elsewhere", {"roles": listed(roles)})]
        says += quoted(tuple(fitting), case)
        return answered(case, reading, says, evidence, roles, understood, verdict=False)
    return not_found(case, reading, [Say("right_unknown", slots)], understood)


def _kinds_beside(match: Match) -> set[str]:
    """The kinds of the other posts that the line of a right names: X is not the head who reviews before X."""
    return {_kind_of(match._replace(right=right)) for right in match.statement.rights}


def _kind_of(match: Match) -> str:
    """Of what kind the holder of a right is; the owner of a line has a name."""
    holder = match.right.holder
    return "" if holder is None else "superior" if holder == "" else _kind(holder)


TOPIC = Topic("own_head", propose, answer, needs=frozenset(("whether",)))
