"""Departments: what they are for, their functions and items, and which roles they have."""

from collections.abc import Iterator

from knowledge.answer import Answer, Evidence, Say
from knowledge.questions.asked import leading_verbs
from knowledge.questions.led_asked import asks_who_is_at_the_head
from knowledge.questions.match import Match, best_set
from knowledge.questions.matter import Matter
from knowledge.questions.mention import PlaceMention
from knowledge.questions.phrases import phrases
from knowledge.questions.reading import Case, Reading, merge, used
from knowledge.questions.reply import (
    answered,
    field_evidence,
    home_evidence,
    listed,
    not_found,
    statement_evidence,
)
from knowledge.questions.topic import Topic
from knowledge.regex import regex
from knowledge.roles.labels import Field
from knowledge.roles.role import Department, Duty

_LIGHT = ("what", "who", "count", "written", "again", "relative", "him", "whether", "may")
_ASKS = ("what", "who", "count", "duties", "tasks", "summary", "all", "subordinates", "headcount", "whether")
_LEAST, _MOST_MISSING, _SPREAD = 0.62, 0.34, 0.09
_MARK = regex("[:：]")  # behind the name of a function that is told in the same line
_WORDS = ("inside", "duties", "tasks", "summary", "department", "all", "subordinates", "headcount")


def propose(case: Case) -> Iterator[Reading]:
    """A department or one of its functions by name, with words for what it does or whom it has."""
    question = case.question
    groups = [r for r in question.known_roles if r.start in case.asked_groups]
    if len(question.roles) > len(groups) or not (question.places or question.has("function_of")):
        return
    if asks_who_is_at_the_head(question):
        return
    frame = case.explain_kinds(*_LIGHT, *_WORDS)
    if question.has("duties", "tasks"):  # 承担哪些工作
        frame = merge(frame, case.explain(*leading_verbs(question)))
    departments = [p for p in question.places if p.kind == "department"]
    functions = [p for p in question.places if p.kind == "function"]
    others = [p for p in question.places if p.kind == "partner"]
    if question.has("function_of"):
        yield from _functions_of(case)
    spots = case.explain(*((p.start, p.end) for p in question.places if p.kind in ("department", "function")))
    if functions and not (departments and len(functions) > 1):  # 质量管理、安全管理这些,工程部的职能
        known = question.has("duties", "tasks", "what", "count", "subordinates", "summary", "again")
        yield Reading(
            "department",
            merge(frame, spots),
            1.0 if known else 0.85,
            {"function": functions[0], "department": None},
        )
    elif departments:
        slots = {
            "function": None,
            "department": departments[0],
            "members": bool(groups) or question.has("all") or _asks_members(case),
            "only": tuple(n for r in groups for n in r.names),
        }
        spots = merge(spots, case.explain(*((r.start, r.end) for r in groups)))
        yield from _about(case, departments[0], merge(frame, spots))
        goes_on = bool(case.context.question) and not question.has(*_ASKS)  # 理赔部呢
        yield Reading("department", merge(frame, spots), 0.9 if goes_on else 0.98, slots)
    elif others:
        spots = case.explain(*((p.start, p.end) for p in others))
        yield Reading(
            "department",
            merge(frame, spots),
            0.9,
            {"function": None, "department": others[0], "members": False},
        )


def _about(case: Case, place: PlaceMention, frame: dict[int, float]) -> Iterator[Reading]:
    """The functions of a department that a word of the question names: 采购部在合同这块都管些啥."""
    question, department = case.question, case.organization.department(place.name)
    if department is None or not question.has("duties", "tasks") or question.has("who", "whether"):
        return
    rest = merge(frame, case.explain_kinds("action", "managing", "reporting_verb"))
    words = [t for t in question.content() if t.start not in rest and t.text not in phrases().soft]
    told = [f for f in department.functions if f.tasks or _MARK.search(f.title.text)]
    meant = [f for f in told if all(t.text in _MARK.split(f.title.text)[0] for t in words)]
    if words and len(meant) == 1:
        explained = merge(rest, case.explain(*((t.start, t.end) for t in words)))
        slots = {"function": None, "department": place, "about": (department, meant[0])}
        yield Reading("department", explained, 0.97, slots)


def _functions_of(case: Case) -> Iterator[Reading]:
    """The function that a matter belongs to: 建立客户档案属于哪项职能."""
    frame = case.explain_kinds("function_of", "written", "department", *_LIGHT)
    matter = Matter(case.question, used(merge(frame, case.explain_kinds("action"))))
    statements = case.organization.statements.functions()
    best = best_set(matter.matches(statements), _LEAST, _MOST_MISSING, _SPREAD) if matter else []
    if best:
        explained = merge(frame, best[0].quality, case.explain_kinds("action"))
        yield Reading("department", explained, 1.0, {"function": None, "department": None, "of": tuple(best)})


def _asks_people(case: Case) -> bool:
    return any(
        word in case.question.text
        for word in ("多少人", "几个人", "几人", "人数", "多少员工", "几名员工", "编制")
    )


def _asks_members(case: Case) -> bool:
    words = {m.text for kind in ("who", "count", "headcount", "subordinates") for m in case.question.of(kind)}
    asks_items = any(word in case.question.text for word in ("职能", "职责", "条", "项", "块", "摊", "工作"))
    return bool(words) and not asks_items


def answer(case: Case, reading: Reading) -> Answer:
    """The items of a function; or the overview and functions of a department; or its roles."""
    if "of" in reading.slots:
        return _answer_of(case, reading)
    if "about" in reading.slots:
        return _items(case, reading, *reading.slots["about"])
    place: PlaceMention | None = reading.slots["function"]
    if place is not None:
        return _function(case, reading, place)
    place = reading.slots["department"]
    assert place is not None
    name = place.name
    understood = Say("reading.department", {"department": name})
    if reading.slots["members"]:
        return _members(case, reading, name)
    department = case.organization.department(name)
    if department is None:
        return _not_described(case, reading, name, understood)
    return _whole(case, reading, department, understood)


def _answer_of(case: Case, reading: Reading) -> Answer:
    best: tuple[Match, ...] = reading.slots["of"]
    titles = listed(dict.fromkeys(m.statement.section for m in best))
    owner = best[0].statement.owner
    says = [Say("function_of", {"department": owner, "functions": titles})]
    evidence = [statement_evidence(m.statement) for m in best]
    return answered(case, reading, says, evidence, (), Say("reading.function_of", {"department": owner}))


def _not_described(case: Case, reading: Reading, name: str, understood: Say) -> Answer:
    partner = [
        Evidence(role.name, listing.kind, item)
        for role in case.organization.working_with(case.organization.called(name))
        for listing in role.collaboration
        for item in listing.items
        if item.text.startswith(case.organization.called(name))
    ]
    key = "department_partner" if partner else "department_unknown"
    slots = {"department": name, "roles": listed(dict.fromkeys(e.role for e in partner))}
    return not_found(case, reading, [Say(key, slots)], understood, partner[:3])


def _whole(case: Case, reading: Reading, department: Department, understood: Say) -> Answer:
    says, evidence = [], []
    question = case.question
    if question.has("count") and not department.functions:  # an overview does not tell how many
        slots = {"department": department.name}
        return not_found(case, reading, [Say("department_unknown", slots)], understood)
    if question.has("count") and department.functions:
        says.append(
            Say("functions_count", {"department": department.name, "count": str(len(department.functions))})
        )
    if department.overview:
        says.append(
            Say("department_overview", {"department": department.name, "text": department.overview.text})
        )
        evidence.append(Evidence(department.name, "部门职责概述", department.overview))
    elif department.functions:
        says.append(Say("department_functions", {"department": department.name}))
    only_summary = question.has("summary") and not question.has("duties", "tasks")
    for number, function in enumerate(() if only_summary else department.functions, start=1):
        says.append(Say("item", {"number": str(number), "text": function.title.quote}))
        says += [Say("sub_item", {"text": item.quote}) for item in function.tasks]
        evidence += [Evidence(department.name, function.title.text, p) for p in function.passages()]
    if not evidence:
        return not_found(
            case, reading, [Say("department_unknown", {"department": department.name})], understood
        )
    return answered(case, reading, says, evidence, (), understood)


def _function(case: Case, reading: Reading, place: PlaceMention) -> Answer:
    for department in case.organization.departments.values():
        for function in department.functions:
            if function.title.text == place.name:
                return _items(case, reading, department, function)
    raise LookupError(place.name)


def _items(case: Case, reading: Reading, department: Department, function: Duty) -> Answer:
    title = function.title.text
    understood = Say("reading.function", {"department": department.name, "function": title})
    if not function.tasks and not _MARK.search(title):
        return not_found(case, reading, [Say("function_empty", {"function": title})], understood)
    slots = {"department": department.name, "function": title, "count": str(len(function.tasks))}
    says = [Say("function", slots)] if function.tasks else [Say("item", {"number": "1", "text": title})]
    says += [Say("item", {"number": str(i), "text": item.quote}) for i, item in enumerate(function.tasks, 1)]
    return answered(
        case,
        reading,
        says,
        [Evidence(department.name, title, p) for p in function.passages()],
        (),
        understood,
    )


def _members(case: Case, reading: Reading, name: str) -> Answer:
    only = reading.slots.get("only", ())
    roles = [r for r in case.organization.members(name) if not only or r.name in only]
    understood = Say("reading.members", {"department": name})
    department = case.organization.department(name)
    if department is not None and Field.HEADCOUNT in department.facts and _asks_people(case) and not only:
        count = department.facts[Field.HEADCOUNT]
        says = [Say("fact", {"role": name, "label": "编制", "value": count.text})]
        return answered(case, reading, says, [Evidence(name, "编制", count)], (), understood)
    if not roles:
        return not_found(case, reading, [Say("members_unknown", {"department": name})], understood)
    if _asks_people(case) and not only:
        counted = [r for r in roles if Field.HEADCOUNT in r.facts]
        told = "、".join(f"{r.name}{r.text(Field.HEADCOUNT)}" for r in counted)
        says = [Say("people_unknown", {"department": name})] + (
            [Say("people_by_role", {"roles": told})] if told else []
        )
        return not_found(
            case, reading, says, understood, [field_evidence(r, Field.HEADCOUNT, "编制") for r in counted]
        )
    says = [
        Say("members", {"department": name, "roles": listed(r.name for r in roles), "count": str(len(roles))})
    ]
    extra = [x.subordinate for r in roles for x in case.organization.subordinates(r.name)]
    below = [n for n in dict.fromkeys(extra) if not only and not case.organization.posts[n].described]
    if below:
        says.append(Say("members_mentioned", {"roles": listed(below)}))
    evidence = [home_evidence(r) for r in roles]
    return answered(case, reading, says, evidence, [r.name for r in roles], understood)


TOPIC = Topic("department", propose, answer)
