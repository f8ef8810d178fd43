"""The nearest superior that several roles have in common: A和B共同的上级是谁."""

from collections.abc import Iterator

from knowledge.answer import Answer, Say
from knowledge.questions.reading import Case, Reading, merge
from knowledge.questions.reply import answered, listed, not_found, reporting_evidence, which_role
from knowledge.questions.role_term import RoleTerm
from knowledge.questions.topic import Topic


def propose(case: Case) -> Iterator[Reading]:
    """Two roles or more with words for a superior that they share."""
    terms = [t for t in case.subjects if not t.steps or t.person]
    terms = list({t.base: t for t in terms}.values()) or case.subjects
    if len(terms) < 2:
        return
    words = case.explain_kinds(
        "whether", "common", "superior", "who", "colleagues", "managing", "relative", "what"
    )
    starts = [case.explain((t.start, t.base_end)) for t in terms]
    yield Reading("common_superior", merge(*starts, words), 1.03, {"terms": tuple(terms)})


def answer(case: Case, reading: Reading) -> Answer:
    """The first role that stands in every line of superiors."""
    terms: tuple[RoleTerm, ...] = reading.slots["terms"]
    unclear = next((t for t in terms if t.several), None)
    if unclear is not None:
        return which_role(case, reading, unclear)
    names = [t.base[0] for t in terms]
    chains = [case.organization.chain(name) for name in names]
    understood = Say("reading.common_superior", {"roles": listed(names)})
    lines = [[line.superior for line in chain] for chain in chains]
    shared = next((above for above in lines[0] if all(above in line for line in lines)), "")
    if not shared:
        return not_found(case, reading, [Say("common_superior_none", {"roles": listed(names)})], understood)
    steps = [chain[: line.index(shared) + 1] for chain, line in zip(chains, lines, strict=True)]
    says = [Say("common_superior", {"roles": listed(names), "superior": shared})]
    evidence = reporting_evidence(step for part in steps for step in part)
    whether = case.question.has("whether") and not case.question.has("who")
    return answered(case, reading, says, evidence, (shared,), understood, True if whether else None)


TOPIC = Topic("common_superior", propose, answer, of_roles=True, needs=frozenset(("common",)))
