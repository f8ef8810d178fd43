"""Who has the same superior: 平级的岗位, 同事."""

from collections.abc import Iterator

from knowledge.answer import Answer, Say
from knowledge.questions.reading import Case, Reading, merge
from knowledge.questions.reply import answered, listed, reporting_evidence, unsaid, which_role
from knowledge.questions.role_term import RoleTerm
from knowledge.questions.topic import Topic


def propose(case: Case) -> Iterator[Reading]:
    """A role with words for equals."""
    if case.question.has("colleagues"):
        explained = case.explain_kinds("colleagues", "who", "what", "count", "superior")
        mine = [t for t in case.subjects if t.person == "me"]
        for term in (mine or case.subjects)[:1]:
            yield Reading("colleagues", merge(case.explain(term), explained), 1.0, {"term": term})


def answer(case: Case, reading: Reading) -> Answer:
    """The other subordinates of the role's superior."""
    term: RoleTerm = reading.slots["term"]
    if term.several:
        return which_role(case, reading, term)
    name, organization = term.base[0], case.organization
    understood = Say("reading.colleagues", {"role": name})
    above = organization.superiors(name)
    lines = organization.colleagues(name)
    if not above:
        return unsaid(case, reading, name, Say("superior_unknown", {"role": name}), understood)
    superior = listed(line.superior for line in above)
    if not lines:
        says = [Say("colleagues_none", {"role": name, "superior": superior})]
        return answered(case, reading, says, reporting_evidence(above), (), understood)
    names = [line.subordinate for line in lines]
    says = [
        Say(
            "colleagues",
            {"role": name, "superior": superior, "roles": listed(names), "count": str(len(names))},
        )
    ]
    return answered(case, reading, says, reporting_evidence([*above, *lines]), names, understood)


TOPIC = Topic("colleagues", propose, answer, of_roles=True, needs=frozenset(("colleagues",)))
