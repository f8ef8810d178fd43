"""The short fields of a job description: department, headcount, code, level, and whatever else a table
states."""

from collections.abc import Iterator

from knowledge.answer import Answer, Evidence, Say
from knowledge.questions.phrases import compact
from knowledge.questions.reading import Case, Reading, merge
from knowledge.questions.reply import answered, field_evidence, unsaid, which_role
from knowledge.questions.role_term import RoleTerm
from knowledge.questions.step import Step
from knowledge.questions.topic import Topic
from knowledge.regex import regex
from knowledge.roles.labels import Field

_KINDS = {
    "headcount": Field.HEADCOUNT,
    "department": Field.DEPARTMENT,
    "code": Field.CODE,
    "level": Field.LEVEL,
}
_LABELS = {Field.HEADCOUNT: "编制", Field.DEPARTMENT: "所在部门", Field.CODE: "岗位编号", Field.LEVEL: "职级"}
_QUALIFIED = ("任职", "资格", "条件", "学历", "岗位要求")
_LIGHT = ("what", "who", "count", "again", "relative", "him", "me", "identity", "may", "written", "whether")

_HOW_MANY = regex(r"(?:配|设|有|带|管)?(?:了|着)?(?:几|多少)(?:个|名|位|号)?$")
_WHOLE = regex(
    r"(?:全|整个|咱们?|我们|一(?:家|个)|每(?:家|个)?)(?:公司|集团|单位|[厂店院校馆社站队所园部组班])|集团|公司|单位|学校|医院"
)


def propose(case: Case) -> Iterator[Reading]:
    """A role with the word for one of its fields."""
    question = case.question
    frame = case.explain_kinds(*_LIGHT)
    yield from _counted(case, frame)
    for term in case.subjects[:1]:
        if not term.names:
            continue
        for kind, field in _KINDS.items():
            if question.has(kind) and not (kind == "headcount" and Step.DOWN in term.steps):
                explained = merge(frame, case.explain(term), case.explain_kinds(kind))
                yield Reading(
                    "fact", explained, 0.99, {"term": term, "field": field, "label": _LABELS[field]}
                )
        if question.has("qualification"):
            yield from _qualification(case, term, frame)
        for name in term.names:
            for listing in case.organization.others(name):
                label = compact(listing.kind)
                at = question.text.find(label)
                meant = [o for o in question.synonyms if o.groups & case.lexicon.thesaurus.groups(label)]
                if at < 0 and meant and question.has("what", "count", "whether"):
                    at, label = meant[0].start, meant[0].word
                if label and at >= 0 and (len(label) > 1 or meant):
                    explained = merge(frame, case.explain(term), case.explain((at, at + len(label))))
                    yield Reading(
                        "fact", explained, 1.0, {"term": term, "field": None, "label": listing.kind}
                    )


def _counted(case: Case, frame: dict[int, float]) -> Iterator[Reading]:
    """A post behind 几个, with the place or the head that it is counted in (药剂科有几个调剂药师)."""
    question = case.question
    for term in case.subjects:
        before = _HOW_MANY.search(question.text, 0, term.start)
        if before is None or len(term.names) != 1 or term.steps or not term.end:
            continue
        role, rest = case.organization.role(term.names[0]), [t for t in case.subjects if t is not term]
        above = {line.superior for line in case.organization.chain(role.name)}
        homes = [p for p in question.places if p.kind in ("department", "partner")]
        if not all(above.issuperset(t.base) for t in rest if t.end):
            continue
        if not all(p.name in role.department or role.department in p.name for p in homes):
            continue
        whole = [(w.start(), w.end()) for w in _WHOLE.finditer(question.text, 0, before.start())]
        spans = [before.span(), *whole, *((p.start, p.end) for p in homes)]
        words = case.explain_kinds("headcount", "count", "subordinates", "managing")
        explained = merge(frame, words, case.explain(*spans), case.explain(term, *rest))
        slots = {"term": term, "field": Field.HEADCOUNT, "label": _LABELS[Field.HEADCOUNT]}
        yield Reading("fact", explained, 1.0, slots)


def _qualification(case: Case, term: RoleTerm, frame: dict[int, float]) -> Iterator[Reading]:
    """What somebody must bring with him, whatever the document calls it."""
    for listing in case.organization.others(term.names[0]):
        if any(word in listing.kind for word in _QUALIFIED):
            explained = merge(frame, case.explain(term), case.explain_kinds("qualification", "identity_verb"))
            yield Reading("fact", explained, 1.01, {"term": term, "field": None, "label": listing.kind})


def answer(case: Case, reading: Reading) -> Answer:
    """The value as written; a blank is unknown, 无 is an answer."""
    term: RoleTerm = reading.slots["term"]
    if term.several and not term.steps:
        return which_role(case, reading, term)
    field: Field | None = reading.slots["field"]
    label, name = reading.slots["label"], term.names[0]
    role = case.organization.role(name)
    understood = Say("reading.fact", {"role": name, "label": label})
    if field is None:
        items = [(x.kind, item) for x in role.others if x.kind == label for item in x.items]
        says = [
            Say("fact", {"role": name, "label": label, "value": "；".join(item.text for _, item in items)})
        ]
        return answered(
            case, reading, says, [Evidence(name, kind, item) for kind, item in items], (), understood
        )
    if field in role.facts:
        key = "fact_none" if field in role.none else "fact"
        says = [Say(key, {"role": name, "label": label, "value": role.facts[field].text})]
        return answered(
            case, reading, says, [field_evidence(role, field, label)], (), understood, intent=field.value
        )
    key = "fact_blank" if field in role.blank else "fact_unknown"
    return unsaid(case, reading, name, Say(key, {"role": name, "label": label}), understood)


TOPIC = Topic("fact", propose, answer, of_fields=True)
