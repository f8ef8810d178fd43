"""Who is above a role: 直接上级, 归谁管, 向谁汇报, 上级的上级."""

from collections.abc import Iterator
from dataclasses import replace

from knowledge.answer import Answer, Say
from knowledge.questions.mention import Mention
from knowledge.questions.question import Question
from knowledge.questions.reading import Case, Reading, merge
from knowledge.questions.reply import (
    answered,
    field_evidence,
    listed,
    not_found,
    reporting_evidence,
    unsaid,
    which_role,
)
from knowledge.questions.role_term import PLACES, RoleTerm, is_verb, steps_before, walk
from knowledge.questions.shapes import shaped
from knowledge.questions.step import Step
from knowledge.questions.topic import Topic
from knowledge.roles.labels import Field


def propose(case: Case) -> Iterator[Reading]:
    """A term that ends in 上级, or a shape that asks for whoever is above a role."""
    question = case.question
    dotted = case.explain_kinds("dotted_superior")
    asked = case.explain_kinds("who", "what", "department", "managing", "common")
    for term in [_again(t, case) for t in case.subjects]:
        if term.steps and term.steps[-1] is Step.UP:
            own = case.explain_kinds("dotted_superior") if question.has("dotted_superior") else {}
            yield Reading(
                "superior", merge(case.explain(term), asked, own), 1.0, {"term": term, "dotted": bool(own)}
            )
        elif dotted:
            explained = merge(case.explain(term), asked, dotted)
            yield Reading(
                "superior", explained, 1.0, {"term": walk(term, Step.UP, case.organization), "dotted": True}
            )
    further = case.explain_kinds("further")
    if further and case.context.found and not question.known_roles:
        found = case.context.found[-1:]
        base = RoleTerm(found, found, (), (), 0, 0, 0.95, "him")
        yield Reading(
            "superior",
            merge(further, asked),
            1.02,
            {"term": walk(base, Step.UP, case.organization), "dotted": False},
        )
    apart = [t for t in case.subjects if not t.steps and t.names and t.end]
    if (
        len(apart) == 1
        and any(not is_verb(question, m) and not _is_counted(question, m) for m in question.of("superior"))
        and not question.has("subordinates")
        and len(case.subjects) == 1
    ):
        explained = merge(case.explain(apart[0]), asked, case.explain_kinds("superior"))
        far = walk(apart[0], Step.UP, case.organization)
        for _ in range(steps_before(question, apart[0].start) - 1):
            far = walk(far, Step.UP, case.organization)
        yield Reading("superior", explained, 0.95, {"term": far, "dotted": False})
    for term, explained in shaped(case, "inverse_subordinates"):
        up = walk(term, Step.UP, case.organization)
        yield Reading("superior", merge(explained, asked), 1.03, {"term": up, "dotted": False})
    for term, explained in shaped(case, "superior", further=True):
        if term.steps and question.text.endswith(PLACES, 0, term.end):
            continue  # X上面|是谁管 is one step
        up = walk(term, Step.UP, case.organization)
        prior = 1.03 if term.steps else 1.0
        yield Reading("superior", merge(explained, asked), prior, {"term": up, "dotted": False})


def _is_counted(question: Question, mention: Mention) -> bool:
    """Whether it is asked which ones of many: X带哪几个|头儿 asks for those below."""
    return question.text.endswith(("哪几个", "哪几位", "哪些个"), 0, mention.start)


def _again(term: RoleTerm, case: Case) -> RoleTerm:
    """他的上级 asked again after a superior was told is the superior's own: the same question would be
    idle."""
    found = case.context.found
    if (
        term.person != "him"
        or term.steps != (Step.UP,)
        or case.context.topic != "superior"
        or len(found) != 1
    ):
        return term
    return walk(replace(term, base=found, names=found, steps=(), path=()), Step.UP, case.organization)


def answer(case: Case, reading: Reading) -> Answer:
    """The roles at the end of the way, with the passages along it."""
    term: RoleTerm = reading.slots["term"]
    organization = case.organization
    if reading.slots["dotted"]:
        return _dotted(case, reading, term)
    if term.several and len(set(term.names)) != 1:
        return which_role(case, reading, term)
    name = term.base[0]
    whether = case.question.has("whether") and not case.question.has("who", "count")
    understood = Say("reading.superior", {"role": listed(term.base), "way": "的上级" * len(term.steps)})
    if term.names:
        key = "superior" if len(term.steps) == 1 else "superior_far"
        slots = {"role": listed(term.base), "way": "的上级" * len(term.steps), "superior": listed(term.names)}
        says = [Say(key, slots)]
        evidence = reporting_evidence(term.path)
        for line in organization.superiors(name, dotted=True) if len(term.steps) == 1 else ():
            says.append(Say("superior_dotted", {"role": name, "superior": line.superior}))
        return answered(case, reading, says, evidence, term.names, understood, True if whether else None)
    reached = _reached(term, case)
    role = organization.role(reached)
    if Field.SUPERIOR in role.none:
        says = [Say("superior_none", {"role": reached})]
        proof = [*reporting_evidence(term.path), field_evidence(role, Field.SUPERIOR, "直接上级")]
        return answered(case, reading, says, proof, (), understood, False if whether else None)
    return unsaid(case, reading, reached, Say("superior_unknown", {"role": reached}), understood)


def _reached(term: RoleTerm, case: Case) -> str:
    """How far the line goes before it breaks off."""
    name = term.base[0]
    for step in term.steps:
        lines = case.organization.superiors(name) if step is Step.UP else case.organization.subordinates(name)
        if not lines:
            break
        name = lines[0].superior if step is Step.UP else lines[0].subordinate
    return name


def _dotted(case: Case, reading: Reading, term: RoleTerm) -> Answer:
    name = term.base[0]
    lines = case.organization.superiors(name, dotted=True)
    understood = Say("reading.superior_dotted", {"role": name})
    if not lines:
        return not_found(case, reading, [Say("superior_dotted_unknown", {"role": name})], understood)
    roles = [line.superior for line in lines]
    says = [Say("superior_dotted", {"role": name, "superior": listed(roles)})]
    return answered(case, reading, says, reporting_evidence(lines), roles, understood)


TOPIC = Topic("superior", propose, answer)
