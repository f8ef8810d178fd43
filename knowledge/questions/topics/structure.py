"""The whole of what is below: a department from its head down, or all that stand under a role."""

from collections.abc import Iterable, Iterator

from knowledge.answer import Answer, Say
from knowledge.organization import Organization
from knowledge.questions.reading import Case, Reading, merge
from knowledge.questions.reply import answered, not_found, reporting_evidence, unsaid, which_role
from knowledge.questions.role_term import RoleTerm
from knowledge.questions.step import Step
from knowledge.questions.topic import Topic
from knowledge.reporting import Reporting

_LIGHT = ("who", "what", "count", "all", "subordinates", "chain", "levels", "draw", "managing", "relation",
          "department", "tasks", "headcount")  # fmt: skip


def propose(case: Case) -> Iterator[Reading]:
    """A role with words for everybody below it; a department with words for its ranks."""
    question = case.question
    below = case.explain_kinds("whole_below", "subordinates_far")
    shape = case.explain_kinds("structure")
    light = case.explain_kinds(*_LIGHT)
    for term in case.subjects[:1] if below and question.has("whole_below") else ():
        yield Reading("structure", merge(case.explain(term), below, light), 1.03, {"term": term})
    places = [p for p in question.places if p.kind == "department"]
    if len(places) == 1 and not question.known_roles and (shape or question.has("whole_below")):
        spot = case.explain((places[0].start, places[0].end))
        explained = merge(spot, shape, below, light)
        yield Reading("structure", explained, 1.02, {"department": places[0].name})


def answer(case: Case, reading: Reading) -> Answer:
    """The roles, each below its superior and set in by one step."""
    organization = case.organization
    term: RoleTerm | None = reading.slots.get("term")
    if term is None:
        return _department(case, reading, reading.slots["department"])
    if term.several and len(set(term.names)) != 1:
        return which_role(case, reading, term)
    under = all(step is Step.DOWN for step in term.steps)  # 他底下所有 begins where 他 is
    name = term.base[0] if under else (term.names or term.base)[0]
    understood = Say("reading.structure", {"name": name})
    lines = list(_below(organization, name, frozenset({name})))
    if not lines:
        return unsaid(case, reading, name, Say("subordinates_unknown", {"role": name}), understood)
    names = list(dict.fromkeys(line.subordinate for _, line in lines))
    says = [Say("structure", {"name": name, "count": str(len(names))}), *_drawn(lines)]
    return answered(case, reading, says, reporting_evidence(line for _, line in lines), names, understood)


def _department(case: Case, reading: Reading, department: str) -> Answer:
    organization = case.organization
    members = [role.name for role in organization.members(department)]
    understood = Say("reading.structure", {"name": department})
    if not members:
        return not_found(case, reading, [Say("members_unknown", {"department": department})], understood)
    says, lines, names = [], [], []
    heads = [n for n in members if not any(x.superior in members for x in organization.superiors(n))]
    for head in heads:
        under = list(_below(organization, head, frozenset({head})))
        says += [Say("structure_line", {"indent": "", "role": head}), *_drawn(under, 1)]
        lines += [*organization.superiors(head), *(line for _, line in under)]
        names += [head, *(line.subordinate for _, line in under)]
    names = list(dict.fromkeys(names))
    if not lines:
        return not_found(case, reading, [Say("structure_unknown", {"department": department})], understood)
    first = Say("structure_department", {"name": department, "count": str(len(names))})
    return answered(case, reading, [first, *says], reporting_evidence(lines), names, understood)


def _below(
    organization: Organization, name: str, above: frozenset[str], depth: int = 0
) -> Iterator[tuple[int, Reporting]]:
    """The lines below a role, depth first, each with how far below it is; a circle ends where it closes."""
    for line in organization.subordinates(name):
        if line.subordinate not in above:
            yield depth, line
            yield from _below(organization, line.subordinate, above | {line.subordinate}, depth + 1)


def _drawn(lines: Iterable[tuple[int, Reporting]], more: int = 0) -> list[Say]:
    return [
        Say("structure_line", {"indent": "　" * (depth + more), "role": line.subordinate})
        for depth, line in lines
    ]


TOPIC = Topic("structure", propose, answer, needs=frozenset(("whole_below", "structure")))
