"""What two roles have in common and what not: 职责, 权限, 协作, or all in short."""

from collections.abc import Iterator, Sequence

from knowledge.answer import Answer, Evidence, Say
from knowledge.questions.compared import compared
from knowledge.questions.phrases import phrases
from knowledge.questions.reading import Case, Reading, merge
from knowledge.questions.reply import answered, listed, mentioned_only, not_found, reporting_evidence
from knowledge.questions.role_term import RoleTerm
from knowledge.questions.topic import Topic
from knowledge.roles.labels import Field
from knowledge.roles.role import Passage, Role
from knowledge.text import bare

_ASPECTS = (
    "authority",
    "duties",
    "tasks",
    "collaboration",
    "headcount",
    "superior",
    "subordinates",
    "summary",
    "department",
)
_LIGHT = ("what", "who", "whether", "again", "relative", "written", "colleagues", "may")


def propose(case: Case) -> Iterator[Reading]:
    """Two roles or more with a word for comparing."""
    question = case.question
    terms = compared([t for t in case.subjects if t.names and (t.end or t.person)], question.text)
    if len({t.base for t in terms}) >= 2 or (len(terms) == 1 and len(terms[0].names) > 1):
        kinds = [p for p in question.places if p.kind == "authority"]
        stems = _stems(case, terms)
        explained = merge(
            case.explain(*terms),
            case.explain_kinds("compare", *_LIGHT, *_ASPECTS),
            case.explain(*((k.start, k.end) for k in kinds)),
            stems[1],
        )
        yield Reading(
            "compare", explained, 1.01, {"terms": terms, "kinds": tuple(k.name for k in kinds) + stems[0]}
        )


def _stems(case: Case, terms: Sequence[RoleTerm]) -> tuple[tuple[str, ...], dict[int, float]]:
    found, spots = [], {}
    for term in terms:
        for name in term.names:
            for listing in case.organization.role(name).authorities:
                if bare(listing.kind) in phrases().kinds:
                    continue  # 权限 names no kind of rights
                at = case.question.text.find(bare(listing.kind))
                if at >= 0:
                    found.append(listing.kind)
                    spots.update(case.explain((at, at + len(bare(listing.kind)))))
    return tuple(dict.fromkeys(found)), spots


def answer(case: Case, reading: Reading) -> Answer:
    """For each role what it alone has, then what all have."""
    names = list(dict.fromkeys(n for t in reading.slots["terms"] for n in t.names))
    roles = [case.organization.role(n) for n in names]
    understood = Say("reading.compare", {"roles": listed(names)})
    bare_ones = [r for r in roles if not r.described]
    if bare_ones:
        say, where = mentioned_only(case.organization, bare_ones[0].name)
        return not_found(case, reading, [say], understood, where)
    aspects = [a for a in _ASPECTS if case.question.has(a)]
    if reading.slots["kinds"]:
        aspects = ["authority"]
    if not aspects:
        aspects = ["summary", "superior", "subordinates", "duties", "authority"]
    says: list[Say] = [Say("compare", {"roles": listed(names)})]
    evidence: list[Evidence] = []
    for aspect in aspects:
        more, proof = _aspect(case, roles, aspect, reading.slots["kinds"])
        says += more
        evidence += proof
    if not evidence:
        return not_found(case, reading, [Say("compare_unknown", {"roles": listed(names)})], understood)
    return answered(case, reading, says, evidence, (), understood)


def _aspect(
    case: Case, roles: list[Role], aspect: str, kinds: tuple[str, ...]
) -> tuple[list[Say], list[Evidence]]:
    items = {r.name: _items(case, r, aspect, kinds) for r in roles}
    shared = set.intersection(*({bare(p.text) for _, p in found} for found in items.values()))
    says: list[Say] = []
    for role in roles:
        own = [p for _, p in items[role.name] if bare(p.text) not in shared]
        if not own and (shared or not any(items.values())):
            continue  # what it has the others have too, or none has any
        says.append(Say("compare_head", {"role": role.name, "aspect": _NAMES.get(aspect, "")}))
        says += [Say("bullet", {"text": p.text}) for p in own] or [Say("compare_nothing")]
    common = [p for _, p in items[roles[0].name] if bare(p.text) in shared]
    if common:
        says.append(Say("compare_shared", {"aspect": _NAMES.get(aspect, "")}))
        says += [Say("bullet", {"text": p.text}) for p in common]
    return says, [Evidence(r.name, section, p) for r in roles for section, p in items[r.name]]


def _items(case: Case, role: Role, aspect: str, kinds: tuple[str, ...]) -> list[tuple[str, Passage]]:
    match aspect:
        case "authority":
            return [(x.kind, i) for x in role.authorities if not kinds or x.kind in kinds for i in x.items]
        case "collaboration":
            return [(x.kind, i) for x in role.collaboration for i in x.items]
        case "duties":
            return [(d.label or "职责", d.title) for d in role.duties]
        case "tasks":
            return [(d.label or "职责", t) for d in role.duties for t in d.tasks]
        case "superior" | "subordinates":
            lines = (
                case.organization.superiors(role.name)
                if aspect == "superior"
                else case.organization.subordinates(role.name)
            )
            pairs = zip(lines, reporting_evidence(lines), strict=False)
            return [
                (
                    "汇报关系",
                    Passage(x.superior if aspect == "superior" else x.subordinate, e.quote, e.passage.source),
                )
                for x, e in pairs
            ]
        case "headcount" | "summary" | "department":
            field = Field(aspect)
            return [(_NAMES[aspect], role.facts[field])] if field in role.facts else []
    return []


_NAMES = {
    "authority": "权限",
    "duties": "职责",
    "tasks": "工作任务",
    "collaboration": "协作",
    "headcount": "编制",
    "superior": "上级",
    "subordinates": "下级",
    "summary": "概述",
    "department": "部门",
}

TOPIC = Topic("compare", propose, answer, of_roles=True, needs=frozenset(("compare",)))
