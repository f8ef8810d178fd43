"""How two roles stand to each other: which is above, whether one reports to the other."""

from collections.abc import Iterator
from dataclasses import replace

from knowledge.answer import Answer, Evidence, Say
from knowledge.questions.match import best_set
from knowledge.questions.matter import Matter
from knowledge.questions.phrases import compact
from knowledge.questions.reading import Case, Reading, merge, used
from knowledge.questions.reply import answered, listed, not_found, reporting_evidence, statement_evidence
from knowledge.questions.right_search import LEAST, MOST_MISSING, SPREAD
from knowledge.questions.role_term import RoleTerm, walk
from knowledge.questions.shapes import fit
from knowledge.questions.step import Step
from knowledge.questions.topic import Topic
from knowledge.roles.labels import Field

_IN = ("在", "是", "属于", "属", "归")
_LIGHT = ("whether", "may", "what", "who", "again", "not", "relative", "written")


def propose(case: Case) -> Iterator[Reading]:
    """Two roles, with a relation to be checked or asked for; a role and a department."""
    named = [t for t in case.subjects if t.end]
    if len(named) >= 2:
        yield from _of_two(case, named[0], named[1])
    elif named:
        yield from _with_places(case, named[0])
    elif len(case.context.subjects) == 2 and case.question.has("colleagues") and case.question.has("whether"):
        one, two = (RoleTerm((name,), (name,), (), (), 0, 0, 0.95, "him") for name in case.context.subjects)
        explained = merge(_frame(case), case.explain_kinds("colleagues", "superior", "him", "action"))
        yield Reading("relation", explained, 1.02, {"one": one, "two": two, "check": "colleagues"})


def _frame(case: Case) -> dict[int, float]:
    return case.explain_kinds(*_LIGHT)


def _of_two(case: Case, one: RoleTerm, two: RoleTerm) -> Iterator[Reading]:
    both = merge(_frame(case), case.explain(one, two))
    if case.question.has("relation", "higher"):
        explained = merge(both, case.explain_kinds("relation", "higher", "level"))
        yield Reading("relation", explained, 1.0, {"one": one, "two": two, "check": ""})
    if case.question.has("whether"):
        yield from _checks(case, one, two, both)
        yield from _together(case, one, two, both)


def _with_places(case: Case, one: RoleTerm) -> Iterator[Reading]:
    """How a role stands to a department or partner, and whether it belongs to it."""
    question = case.question
    places = [p for p in question.places if p.kind in ("partner", "department")]
    for kind, check, prior in (("relation", "place", 0.95), ("department", "member", 1.0)):
        among = check == "member" and any(question.text[: p.start].endswith(_IN) for p in places)
        if not (question.has(kind) or among) or (check == "member" and not question.has("whether")):
            continue
        for place in places:
            words = case.explain(one, (place.start, place.end))
            explained = merge(_frame(case), words, case.explain_kinds(kind))
            yield Reading("relation", explained, prior, {"one": one, "place": place.name, "check": check})
    if any("关系" in m.text for m in question.of("relation")) and not one.steps and len(one.names) == 1:
        yield from _with_words(case, one)


def _with_words(case: Case, one: RoleTerm) -> Iterator[Reading]:
    """How a role stands to somebody whom only lines of its description name (在区财务科指导下)."""
    frame = merge(_frame(case), case.explain(one), case.explain_kinds("relation"))
    matter = Matter(case.question, used(frame))
    if matter:
        own = matter.matches(case.organization.statements.of(one.names[0]))
        best = best_set(own, LEAST, MOST_MISSING, SPREAD)
        if best:
            slots = {"one": one, "check": "words", "matter": matter.text, "best": tuple(best)}
            yield Reading("relation", merge(frame, best[0].quality), 0.95, slots)


def _together(case: Case, one: RoleTerm, two: RoleTerm, both: dict[int, float]) -> Iterator[Reading]:
    """Whether two roles are in the same department."""
    if case.question.has("same_department"):
        explained = merge(both, case.explain_kinds("same_department", "department"))
        yield Reading("relation", explained, 1.03, {"one": one, "two": two, "check": "together"})


def _checks(case: Case, one: RoleTerm, two: RoleTerm, both: dict[int, float]) -> Iterator[Reading]:
    question = case.question
    colleagues = case.explain_kinds("colleagues", "superior") if question.has("colleagues") else {}
    if colleagues:
        same = {"one": _itself(one), "two": _itself(two), "check": "colleagues"}
        yield Reading("relation", merge(both, colleagues), 1.02, same)
    if two.steps:
        yield Reading("relation", both, 1.01, {"one": one, "two": two, "check": "end"})
    if one.steps:
        yield Reading("relation", both, 1.01, {"one": two, "two": one, "check": "end"})
    if not one.steps and not two.steps:
        for subject, other in ((one, two), (two, one)):
            for name, step in (("superior", Step.UP), ("subordinates", Step.DOWN)):
                explained = fit(case, name, subject, other)
                if explained:
                    way = walk(subject, step, case.organization)
                    yield Reading(
                        "relation", merge(both, explained), 1.0, {"one": other, "two": way, "check": "end"}
                    )


def _itself(term: RoleTerm) -> RoleTerm:
    """The role of a term that goes on to its superior: of X和Y的上级 both are asked whose it is."""
    return replace(term, names=term.base, steps=(), path=()) if term.steps == (Step.UP,) else term


def answer(case: Case, reading: Reading) -> Answer:
    """Yes or no with the lines that show it, or the relation in words."""
    match reading.slots["check"]:
        case "place":
            return _with_place(case, reading)
        case "words":
            return _by_words(case, reading)
        case "member":
            return _member(case, reading)
        case "together":
            return _same_department(case, reading)
        case "colleagues":
            return _same_superior(case, reading)
        case "end":
            return _end(case, reading)
    return _relation(case, reading)


def _end(case: Case, reading: Reading) -> Answer:
    one: RoleTerm = reading.slots["one"]
    two: RoleTerm = reading.slots["two"]
    organization = case.organization
    kind = "上级" if two.steps[-1] is Step.UP else "下级"
    slots = {"one": listed(one.names), "two": listed(two.base), "kind": kind, "actual": listed(two.names)}
    understood = Say("reading.relation_check", slots)
    if not two.names:
        return not_found(case, reading, [Say("relation_unknown", slots)], understood)
    lines = [
        x
        for n in two.base
        for x in (organization.superiors(n) if kind == "上级" else organization.subordinates(n))
    ]
    yes = set(one.names) <= set(two.names)
    known = kind == "上级" or all(organization.superiors(name) for name in one.names)
    if not yes and not known:
        return not_found(case, reading, [Say("superior_unknown", {"role": listed(one.names)})], understood)
    evidence = reporting_evidence(two.path or lines)
    return answered(
        case,
        reading,
        [Say("relation_yes" if yes else "relation_no", slots)],
        evidence,
        two.names,
        understood,
        verdict=yes,
    )


def _same_superior(case: Case, reading: Reading) -> Answer:
    one, two = reading.slots["one"].names[0], reading.slots["two"].names[0]
    organization = case.organization
    above_one, above_two = organization.superiors(one), organization.superiors(two)
    slots = {
        "one": one,
        "two": two,
        "above_one": listed(x.superior for x in above_one),
        "above_two": listed(x.superior for x in above_two),
    }
    understood = Say("reading.colleagues_check", slots)
    if not above_one or not above_two:
        return not_found(
            case, reading, [Say("superior_unknown", {"role": one if not above_one else two})], understood
        )
    same = {x.superior for x in above_one} & {x.superior for x in above_two}
    says = [Say("colleagues_both" if same else "colleagues_no", slots)]
    return answered(
        case,
        reading,
        says,
        reporting_evidence([*above_one, *above_two]),
        sorted(same),
        understood,
        verdict=bool(same),
    )


def _same_department(case: Case, reading: Reading) -> Answer:
    roles = [case.organization.role(reading.slots[which].names[0]) for which in ("one", "two")]
    understood = Say("reading.together", {"one": roles[0].name, "two": roles[1].name})
    blank = next((r for r in roles if Field.DEPARTMENT not in r.facts), None)
    if blank is not None:
        say = Say("fact_unknown", {"role": blank.name, "label": "所在部门"})
        return not_found(case, reading, [say], understood)
    one, two = (compact(r.department) for r in roles)
    yes = one in two or two in one
    says = [Say("together_yes" if yes else "together_no")]
    says += [Say("fact", {"role": r.name, "label": "所在部门", "value": r.department}) for r in roles]
    evidence = [Evidence(r.name, "所在部门", r.facts[Field.DEPARTMENT]) for r in roles]
    return answered(case, reading, says, evidence, (), understood, verdict=yes)


def _member(case: Case, reading: Reading) -> Answer:
    name, place = reading.slots["one"].names[0], reading.slots["place"]
    role = case.organization.role(name)
    slots = {"role": name, "department": place, "actual": role.department}
    understood = Say("reading.member_check", slots)
    if Field.DEPARTMENT not in role.facts:
        return not_found(
            case, reading, [Say("fact_unknown", {"role": name, "label": "所在部门"})], understood
        )
    yes = any(compact(word) in compact(role.department) for word in case.organization.called(place))
    evidence = [Evidence(name, "所在部门", role.facts[Field.DEPARTMENT])]
    return answered(
        case,
        reading,
        [Say("member_yes" if yes else "member_no", slots)],
        evidence,
        (),
        understood,
        verdict=yes,
    )


def _by_words(case: Case, reading: Reading) -> Answer:
    name, statements = (
        reading.slots["one"].names[0],
        dict.fromkeys(m.statement for m in reading.slots["best"]),
    )
    says = [Say("quote", {"role": name, "section": s.section, "quote": s.passage.quote}) for s in statements]
    understood = Say("reading.relation", {"one": name, "two": reading.slots["matter"]})
    return answered(case, reading, says, [statement_evidence(s) for s in statements], (name,), understood)


def _with_place(case: Case, reading: Reading) -> Answer:
    name, place = reading.slots["one"].names[0], reading.slots["place"]
    understood = Say("reading.relation", {"one": name, "two": place})
    words = [compact(word) for word in case.organization.called(place)]
    found = [
        s for s in case.organization.statements.of(name) if any(word in compact(s.folded) for word in words)
    ]
    partners = [
        Evidence(name, x.kind, i)
        for x in case.organization.role(name).collaboration
        for i in x.items
        if any(word in compact(i.text) for word in words)
    ]
    if not found and not partners:
        return not_found(case, reading, [Say("relation_none", {"one": name, "two": place})], understood)
    says = [Say("quote", {"role": name, "section": s.section, "quote": s.passage.quote}) for s in found]
    if partners:
        says.append(Say("collaborates", {"role": name, "partner": place}))
    return answered(
        case, reading, says, [*(statement_evidence(s) for s in found), *partners], (name,), understood
    )


def _relation(case: Case, reading: Reading) -> Answer:
    one, two = reading.slots["one"].names[0], reading.slots["two"].names[0]
    organization = case.organization
    slots = {"one": one, "two": two}
    understood = Say("reading.relation", slots)
    for low, high in ((one, two), (two, one)):
        chain = organization.chain(low)
        names = [x.superior for x in chain]
        if high in names:
            lines = chain[: names.index(high) + 1]
            key = "relation_direct" if len(lines) == 1 else "relation_far"
            says = [
                Say(key, {"low": low, "high": high, "steps": " → ".join([low, *(x.superior for x in lines)])})
            ]
            told = (high,) if case.question.has("higher") else ()
            return answered(case, reading, says, reporting_evidence(lines), told, understood)
    above = {x.superior: x for x in organization.superiors(one)}
    both = [(above[x.superior], x) for x in organization.superiors(two) if x.superior in above]
    if both:
        says = [
            Say(
                "same_level",
                {**slots, "above_one": both[0][0].superior, "above_two": both[0][0].superior},
            )
        ]
        return answered(
            case, reading, says, reporting_evidence([x for pair in both for x in pair]), (), understood
        )
    return not_found(case, reading, [Say("relation_none", slots)], understood)


TOPIC = Topic("relation", propose, answer)
