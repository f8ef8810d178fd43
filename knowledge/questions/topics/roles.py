"""Lists of roles: all of them, the highest, those without subordinates, those that carry a clause."""

from collections.abc import Iterator

from knowledge.answer import Answer, Evidence, Say
from knowledge.questions.led_asked import asks_whom_one_leads
from knowledge.questions.question import Question
from knowledge.questions.reading import Case, Reading, merge
from knowledge.questions.reply import (
    answered,
    field_evidence,
    listed,
    named_evidence,
    not_found,
    reporting_evidence,
)
from knowledge.questions.topic import Topic
from knowledge.roles.labels import Field
from knowledge.roles.role import Role

_DENYING = ("leaf", "top")
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
    lists = question.has("all", "what", "count")
    counted = question.has("count") and bool(groups) and groups[0].start in case.asked_groups
    aspects = [a for a in _ASPECTS if not (counted and a == "headcount")]
    if not question.roles and not question.negated:
        yield from _called(case, frame)
    if groups and len(question.roles) == 1 and lists and not question.has(*aspects):
        yield Reading(
            "roles",
            merge(frame, case.explain_kinds("all"), case.explain((groups[0].start, groups[0].end))),
            0.97,
            {"which": "named", "names": groups[0].names},
        )
    named = [t for t in case.subjects if t.end and not t.steps and not t.several]
    if len(question.roles) == len(named) == 1 and question.has("top") and _asks_top(question):
        explained = merge(frame, case.explain_kinds("top", "whether"), case.explain(named[0]))
        yield Reading("roles", explained, 1.01, {"which": "top", "asked": named[0].base[0]})
    if question.roles or question.has("him", "me"):
        return
    denied = case.explain_kinds("negation")  # 谁没有上级 denies nothing but that
    for kind in ("leaf", "top", "leading", "most"):
        if question.has(kind) and not (kind == "top" and asks_whom_one_leads(question, kind)):
            explained = merge(
                frame, case.explain_kinds(kind, "leaf", "all"), denied if kind in _DENYING else {}
            )
            yield Reading("roles", explained, 1.01, {"which": kind})
    if question.has("undescribed"):
        yield Reading(
            "roles", merge(frame, case.explain_kinds("undescribed", "all")), 1.01, {"which": "mentioned"}
        )
    elif question.has("described"):
        yield Reading("roles", merge(frame, case.explain_kinds("described", "all")), 1.0, {"which": "all"})
    if question.has("all"):
        yield Reading("roles", merge(frame, case.explain_kinds("all")), 0.98, {"which": "all"})


def _called(case: Case, frame: dict[int, float]) -> Iterator[Reading]:
    """The posts of one title, where a question word has taken it in: 有哪些主管."""
    for asked in case.question.of("who"):
        names = next((n for i in (2, 3) if len(n := case.lexicon.names.get(asked.text[i:]) or ()) > 1), ())
        if names:
            slots = {"which": "named", "names": names}
            yield Reading("roles", merge(frame, case.explain_kinds("all")), 0.96, slots)


def _asks_top(question: Question) -> bool:
    """Whether the top is asked about: 有没有上级 asks for a superior."""
    return question.has("whether") and "有没有" not in question.text


def answer(case: Case, reading: Reading) -> Answer:
    """The roles, described ones first."""
    organization, which = case.organization, reading.slots["which"]
    understood = Say(f"reading.roles_{which}")
    if not organization.roles:
        return not_found(case, reading, [Say("roles_none")], understood)
    if which == "named":
        names = reading.slots["names"]
        says = [Say("roles_named", {"roles": listed(names), "count": str(len(names))})]
        return answered(
            case, reading, says, [named_evidence(organization.role(n)) for n in names], names, understood
        )
    every = list(organization.briefs.values())
    if which == "all":
        return _all(case, reading, every, understood)
    if which == "mentioned":
        found = [r for r in every if not r.described]
        evidence = [named_evidence(r) for r in found]
        if not found:
            return not_found(case, reading, [Say("roles_all_described")], understood)
    else:
        return _by_lines(case, reading, every, understood)
    names = [r.name for r in found]
    says = [Say("roles_mentioned", {"roles": listed(names), "count": str(len(names))})]
    return answered(case, reading, says, evidence, names, understood)


def _by_lines(case: Case, reading: Reading, every: list[Role], understood: Say) -> Answer:
    """The roles that the reporting lines tell apart: with subordinates or without, above all, with most."""
    organization, which = case.organization, reading.slots["which"]
    leading = [r for r in every if organization.subordinates(r.name)]
    if not leading:
        return not_found(case, reading, [Say("roles_reporting_unknown")], understood)
    most = max(len(organization.subordinates(r.name)) for r in leading)
    match which:
        case "leaf":
            none = [r for r in every if Field.SUBORDINATES in r.none]
            told = {r.name for r in (*leading, *none)}
            silent = [r for r in every if r.name not in told]
            found = none if none and case.question.has("written") else []
            found = found or [*none, *(r for r in silent if r.described)] or silent
        case "top":
            found = [r for r in leading if not organization.superiors(r.name)]
        case "leading":
            found = leading
        case _:
            found = [r for r in leading if len(organization.subordinates(r.name)) == most]
    evidence = [e for r in found for e in _proof(case, r)]
    names = [r.name for r in found]
    slots = {"roles": listed(names), "count": str(len(names)), "most": str(most)}
    asked = reading.slots.get("asked")
    verdict = asked in names if asked else None
    return answered(case, reading, [Say(f"roles_{which}", slots)], evidence, names, understood, verdict)


def _proof(case: Case, role: Role) -> list[Evidence]:
    """A line that shows where a role stands: what is written of its subordinates, or who is above it."""
    organization = case.organization
    if Field.SUBORDINATES in role.none:
        return [field_evidence(role, Field.SUBORDINATES, "下级")]
    lines = organization.subordinates(role.name) or organization.superiors(role.name)
    return reporting_evidence(lines[:1]) or [named_evidence(role)]


def _all(case: Case, reading: Reading, every: list[Role], understood: Say) -> Answer:
    described = [r.name for r in every if r.described]
    mentioned = [r.name for r in every if not r.described]
    if not described:
        says = [Say("roles_only_mentioned", {"roles": listed(mentioned), "count": str(len(mentioned))})]
        evidence = [named_evidence(r) for r in every]
        return answered(case, reading, says, evidence, mentioned, understood)
    says = [Say("roles_all", {"roles": listed(described), "count": str(len(described))})]
    if mentioned:
        says.append(Say("roles_mentioned", {"roles": listed(mentioned), "count": str(len(mentioned))}))
    evidence = [named_evidence(r) for r in every if r.described]
    return answered(case, reading, says, evidence, described, understood)


TOPIC = Topic("roles", propose, answer)
