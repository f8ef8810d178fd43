"""What a role is responsible for: its duties, or with 具体 the tasks below them."""

from collections.abc import Iterator

from knowledge.answer import Answer, Evidence, Say
from knowledge.questions.asked import leading_verbs
from knowledge.questions.asked_thing import misses_thing
from knowledge.questions.asking_words import THIS_DUTY
from knowledge.questions.choosing import chooses
from knowledge.questions.match import best_set
from knowledge.questions.matter import Matter
from knowledge.questions.phrases import compact
from knowledge.questions.question import Question
from knowledge.questions.reading import Case, Reading, merge, used
from knowledge.questions.reply import answered, not_found, unsaid, which_role
from knowledge.questions.role_term import RoleTerm
from knowledge.questions.topic import Topic
from knowledge.regex import regex
from knowledge.roles.labels import Field, labels
from knowledge.roles.role import Duty, Role
from knowledge.roles.statement import Statement, make_statement
from knowledge.text import fold, parse_number

_LIGHT = (
    "who",
    "what",
    "written",
    "again",
    "duties",
    "tasks",
    "relative",
    "whether",
    "may",
    "count",
    "identity",
    "me",
    "him",
)
_PLAIN = ("工作", "内容", "事项", "方面")
_PLACE = regex(
    "(?P<lead>(?:职责|工作)(?:里面?|中|的|是|,|:)*)?(?:第(?P<n>[0-9]+|[一二三四五六七八九十]+)|最后一|末)(?:条|项|点|个)"
    "(?(lead)|(?:主要)?(?:职责|工作职责|岗位职责|职能))"
)
_WHO, _OF_WHO = "谁", 0.55
_LEAST, _MOST_MISSING, _SPREAD = 0.6, 0.36, 0.08
_FEW = 14  # tasks; up to here a plain question gets them too


def propose(case: Case) -> Iterator[Reading]:
    """A role with words for duties; a role with words for tasks and the duty they belong to."""
    question = case.question
    if chooses(question, "what"):
        return
    for term in case.subjects[:2]:
        if not term.names:
            continue
        leading = case.explain(*leading_verbs(question))
        plain = [t for t in question.content() if t.text in _PLAIN]
        frame = merge(
            case.explain(term),
            case.explain_kinds(*_LIGHT),
            leading,
            case.explain(*((t.start, t.end) for t in plain)),
        )
        if question.has("duties", "tasks"):
            yield Reading("duties", frame, _prior(question, term), {"term": term, "duties": None})
        counted = _counted(case, term)
        if counted is not None:
            yield counted
            continue
        matter = Matter(question, used(merge(frame, case.explain_kinds("action"))))
        if (
            (matter or question.has("duties"))
            and not (matter and matter.only_relations)
            and question.has("tasks", "what", "duties")
            and (question.has("what") or not question.has("whether"))
        ):
            yield from _one_duty(case, term, matter, frame)


def _prior(question: Question, term: RoleTerm) -> float:
    """How far a question with a word for duties or tasks asks for all of them: not who wrote them."""
    asks_who = any(_WHO in m.text for m in question.of("who")) and not question.has("what", "count")
    if asks_who and not _is_led(question, term):
        return _OF_WHO
    return 1.0 if question.has("duties") and not asks_who else 0.97


def _is_led(question: Question, term: RoleTerm) -> bool:
    """Whether the word for duties is a verb of leading right before the role: 谁|分管|X."""
    return question.has("who") and all(m.end == term.start for m in question.of("duties"))


def _counted(case: Case, term: RoleTerm) -> Reading | None:
    """One duty by its place: 第三条职责, 最后一项职责."""
    found = _PLACE.search(case.question.text, term.end)
    duties = case.organization.role(term.names[0]).duties
    if found is None or not duties:
        return None
    number = parse_number(found["n"]) if found["n"] else len(duties)
    if not number or number > len(duties):
        return None
    explained = merge(case.explain(term, found.span()), case.explain_kinds(*_LIGHT))
    return Reading("duties", explained, 1.02, {"term": term, "duties": (duties[number - 1],)})


def _one_duty(case: Case, term: RoleTerm, matter: Matter, frame: dict[int, float]) -> Iterator[Reading]:
    if matter and not any(case.question.asking(t.start) for t in matter.tokens):
        return  # what was said in passing is no duty asked about
    role = case.organization.role(term.names[0])
    owner = _statements(case, role)
    text = _without_names(case)  # 订舱 in 订舱员的职责 is no duty asked about
    labelled = tuple(d for d in role.duties if d.label and compact(d.label) in text)
    if labelled and len(labelled) < len(role.duties):
        at = text.find(compact(labelled[0].label))
        spot = case.explain((at, at + len(compact(labelled[0].label))))
        yield Reading("duties", merge(frame, spot), 1.02, {"term": term, "duties": labelled})
    best = best_set(matter.matches(list(owner)), _LEAST, _MOST_MISSING, _SPREAD)
    best = [m for m in best if not misses_thing(case.question, m)]
    told = [i for i, q in best[0].quality.items() if q > 0 and case.question.asking(i)] if best else []
    duties = list(dict.fromkeys(owner[m.statement] for m in best)) if told else []
    pointed = THIS_DUTY.search(case.question.text)  # 巡店这项职责下有哪些工作
    if pointed and not case.question.asking(pointed.start()):
        pointed = None
    if pointed and not duties:
        best = best_set(
            matter.matches(case.organization.statements.of(role.name)), _LEAST, _MOST_MISSING, _SPREAD
        )
        around = [d for d in role.duties for m in best if m.statement.passage in d.passages()]
        duties = list(dict.fromkeys(around)) if len(dict.fromkeys(around)) == 1 else []
    if pointed and duties:
        frame = merge(frame, case.explain(pointed.span()))
    if duties and (len(duties) == 1 or all(d.tasks for d in duties)):
        explained = merge(frame, best[0].quality, case.explain_kinds("action"))
        yield Reading("duties", explained, 1.0, {"term": term, "duties": tuple(duties)})


def _without_names(case: Case) -> str:
    """The question with the names of roles in it blanked; its length stays."""
    text = case.question.text
    for role in case.question.roles:
        text = text[: role.start] + "\0" * (role.end - role.start) + text[role.end :]
    return text


def _statements(case: Case, role: Role) -> dict[Statement, Duty]:
    """The role's duties by the statements that their titles make; worked out once."""
    made: dict[Statement, Duty] | None = case.lexicon.memo.get(("duties", role.name))
    if made is None:
        made = {make_statement(role.name, d.label or "职责", d.title, fold(d.label)): d for d in role.duties}
        case.lexicon.memo["duties", role.name] = made
    return made


def answer(case: Case, reading: Reading) -> Answer:
    """The duties as the document has them, each with its tasks where they were asked for or are few."""
    term: RoleTerm = reading.slots["term"]
    if term.several and not term.steps:
        return which_role(case, reading, term)
    chosen: tuple[Duty, ...] | None = reading.slots["duties"]
    role = case.organization.role(term.names[0])
    key = "reading.tasks" if chosen else "reading.duties"
    understood = Say(key, {"role": role.name, "duty": "、".join(d.title.text for d in chosen or ())})
    summary = role.facts.get(Field.SUMMARY)
    if not role.duties and summary is not None and not chosen:  # all that is said of what it does
        say = Say("duties_summed_up", {"role": role.name, "summary": summary.text})
        evidence = [Evidence(role.name, "职责概述", summary)]
        if labels().unwritten.fullmatch(fold(summary.text)):
            return not_found(case, reading, [say], understood, evidence, intent="duties")
        return answered(case, reading, [say], evidence, (), understood, intent="duties")
    if not role.duties:
        return unsaid(case, reading, role.name, Say("duties_unknown", {"role": role.name}), understood)
    duties = chosen or role.duties
    count = sum(len(d.tasks) for d in duties)
    full = bool(chosen) or case.question.has("tasks") or count <= _FEW
    head = Say(
        "tasks" if chosen else "duties",
        {"role": role.name, "count": str(len(duties)), "duty": duties[0].title.text},
    )
    above, proof = _summed_up(case, role) if not chosen else ([], [])
    says = [*above, head, *_lines(duties, full)]
    if not full and count:
        says.append(Say("tasks_hint", {"role": role.name, "count": str(count)}))
    return answered(
        case,
        reading,
        says,
        [*proof, *_evidence(role, duties)],
        (),
        understood,
        intent="tasks" if chosen else "duties",
    )


def _summed_up(case: Case, role: Role) -> tuple[list[Say], list[Evidence]]:
    """The summary too, where it is asked for in short what a role does."""
    summary = role.facts.get(Field.SUMMARY)
    if summary is None or not case.question.has("brief", "summary"):
        return [], []
    return [Say("summary", {"role": role.name, "summary": summary.text})], [
        Evidence(role.name, "职责概述", summary)
    ]


def _lines(duties: tuple[Duty, ...], full: bool) -> Iterator[Say]:
    for number, duty in enumerate(duties, start=1):
        yield Say("item", {"number": str(number), "text": duty.title.quote})
        for task in duty.tasks if full else ():
            yield Say("sub_item", {"text": task.quote})


def _evidence(role: Role, duties: tuple[Duty, ...]) -> Iterator[Evidence]:
    for duty in duties:
        for passage in duty.passages():
            yield Evidence(role.name, duty.label or "职责", passage)


TOPIC = Topic("duties", propose, answer, of_roles=True, needs=frozenset(("duties", "tasks", "what")))
