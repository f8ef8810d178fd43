"""Lists of roles: all of them, the highest, those without subordinates, those that carry a clause."""

from collections.abc import Iterator

from knowledge.answer import Answer, Say
from knowledge.questions.reading import Case, Reading, merge
from knowledge.questions.reply import answered, listed, named_evidence, not_found, reporting_evidence
from knowledge.questions.topic import Topic
from knowledge.roles.labels import Field
from knowledge.roles.role import Role

_POSTS = ("岗位", "职位")
_ASPECTS = (
    "duties",
    "authority",
    "superior",
    "subordinates",
    "collaboration",
    "headcount",
    "tasks",
    "summary",
)


def propose(case: Case) -> Iterator[Reading]:
    """Words for all roles, the top or the leaves, with no single role named."""
    question = case.question
    frame = case.explain_kinds(
        "who", "what", "count", "written", "again", "relative", "department", "described"
    )
    groups = [r for r in question.known_roles if len(r.names) > 1]
    lists = question.has("all") or (question.has("what") and any(w in question.text for w in _POSTS))
    if groups and len(question.roles) == 1 and lists and not question.has(*_ASPECTS):
        yield Reading(
            "roles",
            merge(frame, case.explain_kinds("all"), case.explain((groups[0].start, groups[0].end))),
            0.97,
            {"which": "named", "names": groups[0].names},
        )
    if question.roles:
        return
    for kind in ("leaf", "top"):
        if question.has(kind):
            yield Reading("roles", merge(frame, case.explain_kinds(kind)), 1.01, {"which": kind})
    if question.has("undescribed"):
        yield Reading(
            "roles", merge(frame, case.explain_kinds("undescribed", "all")), 1.01, {"which": "mentioned"}
        )
    elif question.has("described"):
        yield Reading("roles", merge(frame, case.explain_kinds("described", "all")), 1.0, {"which": "all"})
    if question.has("all"):
        yield Reading("roles", merge(frame, case.explain_kinds("all")), 0.98, {"which": "all"})


def answer(case: Case, reading: Reading) -> Answer:
    """The roles, described ones first."""
    organization, which = case.organization, reading.slots["which"]
    understood = Say(f"reading.roles_{which}")
    every = list(organization.roles.values())
    if not every:
        return not_found(case, reading, [Say("roles_none")], understood)
    if which == "named":
        names = reading.slots["names"]
        says = [Say("roles_named", {"roles": listed(names), "count": str(len(names))})]
        return answered(
            case, reading, says, [named_evidence(organization.role(n)) for n in names], names, understood
        )
    if which == "all":
        return _all(case, reading, every, understood)
    if which == "mentioned":
        found = [r for r in every if not r.described]
        evidence = [named_evidence(r) for r in found]
        if not found:
            return not_found(case, reading, [Say("roles_all_described")], understood)
    elif which == "leaf":
        found = [
            r
            for r in every
            if Field.SUBORDINATES in r.none or (r.described and not organization.subordinates(r.name))
        ]
        evidence = [named_evidence(r) for r in found]
    else:
        found = [r for r in every if not organization.superiors(r.name) and organization.subordinates(r.name)]
        evidence = [e for r in found for e in reporting_evidence(organization.subordinates(r.name)[:1])]
    names = [r.name for r in found]
    says = [Say(f"roles_{which}", {"roles": listed(names), "count": str(len(names))})]
    return answered(case, reading, says, evidence or [named_evidence(every[0])], names, understood)


def _all(case: Case, reading: Reading, every: list[Role], understood: Say) -> Answer:
    described = [r.name for r in every if r.described]
    mentioned = [r.name for r in every if not r.described]
    says = [Say("roles_all", {"roles": listed(described), "count": str(len(described))})]
    if mentioned:
        says.append(Say("roles_mentioned", {"roles": listed(mentioned), "count": str(len(mentioned))}))
    evidence = [named_evidence(r) for r in every if r.described] or [named_evidence(every[0])]
    return answered(case, reading, says, evidence, described, understood)


TOPIC = Topic("roles", propose, answer)
