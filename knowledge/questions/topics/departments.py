"""Which departments there are: 公司有哪些部门, 一共几个部门."""

from collections.abc import Iterator

from knowledge.answer import NAMED, Answer, Evidence, Say
from knowledge.questions.reading import Case, Reading, merge
from knowledge.questions.reply import answered, home_evidence, listed, not_found
from knowledge.questions.topic import Topic

_LIGHT = ("who", "what", "count", "department", "written", "all", "again", "relative")

_LESS_THAN_A_SENTENCE = 0.86  # a line that says which there are goes before what the fields add up to


def propose(case: Case) -> Iterator[Reading]:
    """Words for all departments, with no role and no department named."""
    question = case.question
    beside = [p for p in question.places if p.kind != "organization"]
    if question.has("departments") and not question.roles and not beside and not question.negated:
        explained = merge(case.explain_kinds("departments", *_LIGHT), *_organizations(case))
        yield Reading("departments", explained, _LESS_THAN_A_SENTENCE)


def _organizations(case: Case) -> Iterator[dict[int, float]]:
    for place in case.question.places:
        yield case.explain((place.start, place.end))


def answer(case: Case, reading: Reading) -> Answer:
    """The departments that are described or that roles belong to, each with a line that names it."""
    organization = case.organization
    understood = Say("reading.departments")
    names = organization.department_names()
    if not names:
        return not_found(case, reading, [Say("departments_unknown")], understood)
    evidence = []
    for name in names:
        department = organization.department(name)
        if department is not None:
            evidence.append(Evidence(name, NAMED, department.named))
            continue
        evidence += [home_evidence(role) for role in organization.members(name)[:1]]
    if not evidence:
        return not_found(case, reading, [Say("departments_unknown")], understood)
    says = [Say("departments", {"departments": listed(names), "count": str(len(names))})]
    return answered(case, reading, says, evidence, (), understood)


TOPIC = Topic("departments", propose, answer, needs=frozenset(("departments",)))
