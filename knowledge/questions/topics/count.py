"""How many: duties, tasks, authorities of a role; roles of the whole."""

from collections.abc import Iterator

from knowledge.answer import Answer, Evidence, Say
from knowledge.questions.reading import Case, Reading, merge
from knowledge.questions.reply import answered, named_evidence, unsaid, which_role
from knowledge.questions.role_term import RoleTerm
from knowledge.questions.topic import Topic
from knowledge.roles.labels import labels
from knowledge.roles.role import Role

_ASPECTS = ("tasks", "duties", "authority", "collaboration")
_LIGHT = ("count", "what", "again", "relative", "him", "me", "identity", "written", "inside", "outside")


def propose(case: Case) -> Iterator[Reading]:
    """A word for how many, with a role and what is counted."""
    question = case.question
    frame = case.explain_kinds(*_LIGHT)
    for term in case.subjects[:1]:
        aspect = next((a for a in _ASPECTS if question.has(a)), "")
        kinds = [p for p in question.places if p.kind == "authority"]
        if kinds:
            aspect = "authority"
        if aspect and term.names:
            words = merge(
                case.explain_kinds(aspect, "duties"), case.explain(*((k.start, k.end) for k in kinds))
            )
            slots = {"term": term, "aspect": aspect, "kind": kinds[0].name if kinds else ""}
            yield Reading("count", merge(frame, case.explain(term), words), 1.01, slots)


def answer(case: Case, reading: Reading) -> Answer:
    """The number, and what was counted."""
    term: RoleTerm = reading.slots["term"]
    if term.several and not term.steps:
        return which_role(case, reading, term)
    name = term.names[0]
    role = case.organization.role(name)
    understood = Say("reading.count", {"role": name, "aspect": _NAMES[reading.slots["aspect"]]})
    items = _items(role, reading.slots["aspect"], reading.slots["kind"])
    if not items:
        aspect = _NAMES[reading.slots["aspect"]]
        return unsaid(case, reading, name, Say("count_unknown", {"role": name, "aspect": aspect}), understood)
    says = [
        Say(
            "count",
            {
                "role": name,
                "aspect": reading.slots["kind"] or _NAMES[reading.slots["aspect"]],
                "count": str(len(items)),
            },
        )
    ]
    says += [Say("item", {"number": str(i), "text": e.quote}) for i, e in enumerate(items, 1)]
    return answered(case, reading, says, [named_evidence(role), *items], (), understood)


_NAMES = {"tasks": "工作任务", "duties": "职责", "authority": "权限", "collaboration": "协作对象"}


def _items(role: Role, aspect: str, kind: str) -> list[Evidence]:
    if aspect == "duties":
        return [Evidence(role.name, d.label or "职责", d.title) for d in role.duties]
    if aspect == "tasks":
        return [Evidence(role.name, d.label or "职责", t) for d in role.duties for t in d.tasks]
    listings = role.authorities if aspect == "authority" else role.collaboration
    return [
        Evidence(role.name, x.kind, item)
        for x in listings
        if not kind or x.kind == kind
        for item in x.items
        if not labels().is_none(item.text)
    ]


TOPIC = Topic("count", propose, answer, of_roles=True, needs=frozenset(("count",)))
