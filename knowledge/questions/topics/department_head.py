"""Who leads a department: the role in it that reports to nobody else in it (后端组的头儿是谁, 谁管财务科)."""

from collections.abc import Iterator

from knowledge.answer import Answer, Say
from knowledge.questions.called_otherwise import top_of
from knowledge.questions.led_asked import asks_whom_one_leads
from knowledge.questions.reading import Case, Reading, merge
from knowledge.questions.reply import answered, home_evidence, listed, not_found, reporting_evidence
from knowledge.questions.topic import Topic

_LIGHT = ("who", "what", "relative", "managing", "again", "written")


def propose(case: Case) -> Iterator[Reading]:
    """A department and a word for whoever is at its head, with no role and no other matter."""
    question = case.question
    departments = [p for p in question.places if p.kind == "department"]
    if question.known_roles or question.negated:
        return
    if asks_whom_one_leads(question, "head"):
        return
    if not departments and question.has("department") and question.has("head"):
        yield from _of_the_only(case)
    if len(departments) != 1:
        return
    place = departments[0]
    heads = case.explain_kinds("head")
    managed = case.explain_kinds("managing") if not heads else {}
    if heads or managed:
        explained = merge(case.explain((place.start, place.end)), heads, case.explain_kinds(*_LIGHT))
        yield Reading("department_head", explained, 1.0 if heads else 0.99, {"department": place.name})


def _of_the_only(case: Case) -> Iterator[Reading]:
    """部门里谁最大 where there is one department only."""
    names = case.organization.department_names()
    if len(names) == 1:
        explained = case.explain_kinds("head", "department", "inside", "top", *_LIGHT)
        yield Reading("department_head", explained, 1.02, {"department": names[0]})


def answer(case: Case, reading: Reading) -> Answer:
    """The top of the department's reporting lines."""
    name, organization = reading.slots["department"], case.organization
    understood = Say("reading.department_head", {"department": name})
    tops = top_of(organization, name)
    if not tops:
        return not_found(case, reading, [Say("department_head_unknown", {"department": name})], understood)
    says = [Say("department_head", {"department": name, "roles": listed(tops)})]
    evidence = []
    for top in tops:
        role = organization.role(top)
        evidence.append(home_evidence(role))
        evidence += reporting_evidence(organization.subordinates(top))
    return answered(case, reading, says, evidence, tops, understood)


TOPIC = Topic("department_head", propose, answer, needs=frozenset(("who",)))
