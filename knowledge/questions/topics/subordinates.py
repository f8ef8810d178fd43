"""Who is below a role: 直接下级, 手下有谁, X管谁, 谁向X汇报; and how many."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from knowledge.answer import Answer, Say
from knowledge.questions.reading import Case, Reading, merge
from knowledge.questions.reply import answered, field_evidence, listed, reporting_evidence, unsaid, which_role
from knowledge.questions.role_term import PLACES, RoleTerm, is_verb, walk
from knowledge.questions.shapes import shaped
from knowledge.questions.step import Step
from knowledge.questions.topic import Topic
from knowledge.roles.labels import Field


def propose(case: Case) -> Iterator[Reading]:
    """A term that ends in 下级, or a shape that asks for whoever is below a role."""
    question = case.question
    verbs = [m for m in question.of("superior") if is_verb(question, m)]  # X直接领导哪些岗位
    asked = merge(
        case.explain_kinds("who", "what", "count", "managing", "all", "leading"), case.explain(*verbs)
    )
    for term in case.subjects:
        if term.steps and term.steps[-1] is Step.DOWN:
            group = next((r for r in question.known_roles if r.start in case.asked_groups), None)
            counted, explained = term, merge(case.explain(term), asked)
            if question.text.endswith(PLACES, 0, term.end):  # X下面|有哪些直接下级
                explained = merge(explained, case.explain_kinds("subordinates"))
            if group is not None:  # 手下有几个主管
                explained = merge(explained, case.explain((group.start, group.end)))
                counted = replace(term, names=tuple(n for n in term.names if n in group.names))
            yield Reading("subordinates", explained, 1.0, {"term": counted})
    apart = [t for t in case.subjects if not t.steps and t.names and t.end]
    if (
        len(apart) == 1
        and question.has("subordinates")
        and not question.has("superior")
        and len(case.subjects) == 1
    ):
        explained = merge(case.explain(apart[0]), asked, case.explain_kinds("subordinates"))
        far = walk(apart[0], Step.DOWN, case.organization)
        yield Reading("subordinates", explained, 0.95, {"term": far})
    for term, explained in shaped(case, "inverse_superior"):
        down = walk(term, Step.DOWN, case.organization)
        yield Reading("subordinates", merge(explained, asked), 1.03, {"term": down})
    leaf = case.explain_kinds("leaf")
    for term in apart if leaf else ():
        none = "有没有" not in question.text
        slots = {"term": walk(term, Step.DOWN, case.organization), "none": none}
        yield Reading("subordinates", merge(case.explain(term), asked, leaf), 1.0, slots)
    for term, explained in shaped(case, "subordinates"):
        down = walk(term, Step.DOWN, case.organization)
        yield Reading("subordinates", merge(explained, asked), 1.0, {"term": down})


def answer(case: Case, reading: Reading) -> Answer:
    """The roles below, with the passages that state it; several roles of one short name are told one by
    one."""
    term: RoleTerm = reading.slots["term"]
    organization = case.organization
    if term.several and case.question.has("count"):
        return which_role(case, reading, term)
    whether = case.question.has("whether") and not case.question.has("who", "count")
    asks_none = bool(reading.slots.get("none"))
    owners = _owners(term, case)
    understood = Say("reading.subordinates", {"role": listed(owners or term.base)})
    if term.names:
        says = [say for name in owners for say in _told(case, name, term.names)]
        verdict = not asks_none if whether else None
        return answered(case, reading, says, reporting_evidence(term.path), term.names, understood, verdict)
    role = organization.role((owners or term.base)[0])
    if Field.SUBORDINATES in role.none:
        proof = [field_evidence(role, Field.SUBORDINATES, "下级")]
        says = [Say("subordinates_none", {"role": role.name}), *_told(case, role.name)]
        return answered(case, reading, says, proof, (), understood, asks_none if whether else None)
    return unsaid(case, reading, role.name, Say("subordinates_unknown", {"role": role.name}), understood)


def _told(case: Case, name: str, only: Collection[str] = ()) -> Iterator[Say]:
    """The subordinates of one role, then those by a dotted line; `only`: those asked for, empty for all."""
    lines = [x for x in case.organization.subordinates(name) if not only or x.subordinate in only]
    if lines:
        names = listed(line.subordinate for line in lines)
        yield Say("subordinates", {"role": name, "subordinates": names, "count": str(len(lines))})
    for line in case.organization.subordinates(name, dotted=True):
        yield Say("subordinates_dotted", {"subordinate": line.subordinate})


def _owners(term: RoleTerm, case: Case) -> list[str]:
    """The roles whose subordinates are asked for: the base, or where the steps before the last one lead."""
    names = list(term.base)
    for step in term.steps[:-1]:
        found: list[str] = []
        for name in names:
            lines = (
                case.organization.superiors(name) if step is Step.UP else case.organization.subordinates(name)
            )
            found += [line.superior if step is Step.UP else line.subordinate for line in lines]
        names = list(dict.fromkeys(found))
    return names


TOPIC = Topic("subordinates", propose, answer, of_roles=True)
