"""The line of superiors: 逐级往上都有谁, X和Y之间隔着哪些岗位."""

from collections.abc import Iterator
from itertools import permutations

from knowledge.answer import Answer, Say
from knowledge.questions.phrases import ROLE, phrases
from knowledge.questions.reading import Case, Reading, merge
from knowledge.questions.reply import answered, not_found, reporting_evidence, unsaid, which_role
from knowledge.questions.role_term import RoleTerm
from knowledge.questions.shapes import fit, skeleton_of
from knowledge.questions.topic import Topic

_INNER = ("中间", "之间", "隔着", "间隔")
_APART = ("中间", "隔")  # leave both ends out, whatever else is asked
_PASSED = ("经过", "汇报", "管", "负责", "过")
_UPWARD = ("一级一级", "一层一层", "逐级", "逐层", "往上", "一直到", "直到", "为止")


def propose(case: Case) -> Iterator[Reading]:
    """A role with words for the whole line; two roles with what lies between them."""
    question = case.question
    subjects = [t for t in case.subjects if not t.steps] or case.subjects
    named = [t for t in subjects if t.end]
    if len(named) < 2 and not question.has("chain"):
        return
    line = case.explain_kinds(
        "chain", "all", "superior", "who", "what", "count", "reporting_verb", "levels", "further", "managing"
    )
    decided = any(m.text not in _PASSED for m in question.of("action"))
    approved = any("审" in m.text for m in question.of("path"))  # 到最终审批人: no line of superiors
    decided = decided or approved
    if not decided:
        line = merge(line, case.explain_kinds("path"))
    of_a_matter = question.has("path") and bool(question.amounts)  # ends where the matter is decided
    for one, two in permutations(named[:2], 2):
        explained = fit(case, "line", one, two) if one.start < two.start and not decided else {}
        if explained:
            between = not (_superiors(case) or any(w in question.text for w in _UPWARD[:4]))
            slots = {"from": one, "to": two, "between": between}
            yield Reading("chain", merge(explained, line), 1.02, slots)
    if question.has("chain") and not of_a_matter:
        for one in subjects:
            rest = [t for t in named if t.base != one.base]
            if not rest:
                prior = (
                    0.85 if decided and question.has("path") else 0.97 if one.steps else 1.0
                )  # the way of a matter ends where it is decided
                slots = {"from": one, "to": None, "between": False}
                yield Reading("chain", merge(case.explain(one), line), prior, slots)
            for two in rest[:1]:
                slots = {"from": one, "to": two, "between": _between(case, one, two)}
                if one.start < two.start or one.person:
                    yield Reading("chain", merge(case.explain(one, two), line), 1.01, slots)


def _superiors(case: Case) -> bool:
    """Whether the superiors as far as the end are asked for: A到B之间逐级的上级, not A到B中间隔着哪些上级."""
    text = case.question.text
    return case.question.has("superior") and not any(word in text for word in _APART)


def _between(case: Case, one: RoleTerm, two: RoleTerm) -> bool:
    if _superiors(case):
        return False
    skeleton, _ = skeleton_of(case, {one.start: (one.end, ROLE), two.start: (two.end, ROLE)})
    up = any(word in case.question.text for word in _UPWARD)  # 一级一级一直到X,中间经过哪些 goes as far as X
    inner = any(word in case.question.text for word in _INNER) and not up
    return inner or phrases().shapes["between"][0].search(skeleton) is not None


def answer(case: Case, reading: Reading) -> Answer:
    """The line from the nearest upward, to the named end where there is one."""
    one: RoleTerm = reading.slots["from"]
    two: RoleTerm | None = reading.slots["to"]
    if one.several:
        return which_role(case, reading, one)
    start, end = one.base[0], two.base[0] if two else ""
    organization = case.organization
    chain = organization.chain(start)
    if end and end not in [line.superior for line in chain]:
        other = organization.chain(end)
        if start in [line.superior for line in other]:
            start, end, chain = end, start, other
        else:
            say = Say("chain_not_linked", {"role": start, "other": end})
            return not_found(
                case, reading, [say], Say("reading.chain", {"role": start}), reporting_evidence(chain)
            )
    understood = Say("reading.chain_between" if end else "reading.chain", {"role": start, "other": end})
    if not chain:
        return unsaid(case, reading, start, Say("superior_unknown", {"role": start}), understood)
    lines = chain
    if end:
        lines = chain[: [line.superior for line in chain].index(end) + 1]
    names = [line.superior for line in lines]
    if reading.slots["between"]:
        inner = names[:-1]
        key = "chain_between" if inner else "chain_between_none"
        slots = {"role": start, "other": end, "roles": " → ".join(inner), "count": str(len(inner))}
        return answered(case, reading, [Say(key, slots)], reporting_evidence(lines), inner, understood)
    says = [Say("chain", {"role": start, "roles": " → ".join(names), "count": str(len(names))})]
    if not end:
        says.append(Say("chain_end", {"role": names[-1]}))
    return answered(case, reading, says, reporting_evidence(lines), names, understood)


TOPIC = Topic("chain", propose, answer, of_roles=True)
