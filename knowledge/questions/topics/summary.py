"""What a role is for, in a sentence: its summary; also the card of a role that is only named."""

from collections.abc import Iterator

from knowledge.answer import Answer, Evidence, Say
from knowledge.questions.reading import Case, Reading, merge
from knowledge.questions.reply import (
    answered,
    listed,
    mentioned_only,
    not_found,
    reporting_evidence,
    which_role,
)
from knowledge.questions.role_term import RoleTerm, identity
from knowledge.questions.topic import Topic
from knowledge.regex import regex
from knowledge.roles.labels import Field

_WHO = ("什么岗位",)
_WORK = regex("[干做用](?:什么|啥|嘛)")


def propose(case: Case) -> Iterator[Reading]:
    """A role with words for a summary, or a role and nothing else."""
    question = case.question
    words = merge(case.explain_kinds("summary", "what"), case.explain_kinds("identity", "greeting", "brief"))
    for term in case.subjects[:1]:
        if term.end == 0 or not term.names:
            continue
        written = any("谁" in m.text for m in question.of("who")) and not question.has("what")
        named = [m for m in question.of("summary") if not written and not (term.steps and m.text in _WHO)]
        if named:  # X的上级是什么岗位 asks who that is
            words = merge(words, case.explain_kinds("duties", "brief"))
            yield Reading("summary", merge(case.explain(term), words), 1.0, {"term": term, "card": False})
        elif (not term.steps or question.has("what")) and not question.has(
            "person", "when", "count", "who", "whether", "may"
        ):
            yield Reading(
                "summary", merge(case.explain(term), words), _card_prior(case), {"term": term, "card": True}
            )


def _asks_work(case: Case) -> bool:
    """Whether it is asked what somebody does (是干什么用的), and not in short."""
    asked = [m.text for m in case.question.of("summary")]
    return any(_WORK.search(text) for text in asked) and not case.question.has("brief")


def _card_prior(case: Case) -> float:
    """那X呢, X的 and a mere X repeat the last question for X; only without one is it a question about X as
    such."""
    repeats = case.question.has("again") or not case.question.has("brief", "summary", "identity", "what")
    return 0.55 if repeats and case.context.question else 0.93


def answer(case: Case, reading: Reading) -> Answer:
    """The summary as written; for a card also who is above and below."""
    term: RoleTerm = reading.slots["term"]
    if term.several and not term.steps:
        return which_role(case, reading, term)
    organization, name = case.organization, term.names[0]
    role = organization.role(name)
    understood = Say("reading.summary", {"role": name})
    says: list[Say] = []
    evidence: list[Evidence] = []
    if Field.SUMMARY in role.facts:
        passage = role.facts[Field.SUMMARY]
        says.append(Say("summary", {"role": name, "summary": passage.text}))
        evidence.append(Evidence(name, "职责概述", passage))
    elif not reading.slots["card"] and role.duties:
        says += [
            Say("summary_from_duties", {"role": name}),
            *(Say("item", {"number": str(i), "text": d.title.quote}) for i, d in enumerate(role.duties, 1)),
        ]
        evidence += [Evidence(name, d.label or "职责", d.title) for d in role.duties]
    if Field.SUMMARY in role.facts and role.duties and _asks_work(case):
        says += [Say("item", {"number": str(i), "text": d.title.quote}) for i, d in enumerate(role.duties, 1)]
        evidence += [Evidence(name, d.label or "职责", d.title) for d in role.duties]
    if reading.slots["card"] or (not role.described):
        says, evidence = _card(case, name, says, evidence)
    if not role.described and not reading.slots["card"]:
        say, where = mentioned_only(organization, name)
        return not_found(
            case, reading, [say, *(s for s in says if s != say)], understood, [*where, *evidence]
        )
    if not evidence:
        say, where = mentioned_only(organization, name)
        return not_found(case, reading, [say], understood, where)
    if identity(case.question):
        says = [Say("noted_me", {"role": name}), *says]
    options = tuple(f"{name}的{word}" for word in ("职责有哪些", "权限有哪些", "上级是谁", "下级是谁"))
    return answered(
        case, reading, says, evidence, (), understood, options=options if reading.slots["card"] else ()
    )


def _card(
    case: Case, name: str, says: list[Say], evidence: list[Evidence]
) -> tuple[list[Say], list[Evidence]]:
    organization = case.organization
    above, below = organization.superiors(name), organization.subordinates(name)
    if not organization.role(name).described:
        says = [Say("no_description", {"role": name}), *says]
    if above:
        says = [*says, Say("superior", {"role": name, "superior": listed(x.superior for x in above)})]
    if below:
        slots = {"role": name, "subordinates": listed(x.subordinate for x in below), "count": str(len(below))}
        says = [*says, Say("subordinates", slots)]
    return says, [*evidence, *reporting_evidence([*above, *below])]


TOPIC = Topic("summary", propose, answer, of_roles=True)
