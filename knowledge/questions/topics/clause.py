"""What a role's description says of a matter: the lines themselves (多久下一次企业, 在客户方面做什么)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.answer import Answer, Say
from knowledge.questions.asked_thing import misses_thing
from knowledge.questions.match import Match, best_set
from knowledge.questions.matter import Matter
from knowledge.questions.mention import RoleMention
from knowledge.questions.nearest_own import nearest_own
from knowledge.questions.phrases import phrases
from knowledge.questions.question import Question
from knowledge.questions.reading import Case, Reading, merge, used
from knowledge.questions.reply import answered, not_found, statement_evidence, which_role
from knowledge.questions.role_term import RoleTerm
from knowledge.questions.telling_time import TELLS_TIME
from knowledge.questions.thin import only_decides
from knowledge.questions.topic import Topic
from knowledge.regex import regex
from knowledge.roles.labels import labels
from knowledge.roles.role import Passage
from knowledge.roles.statement import Statement
from knowledge.text import fold, is_chinese

_LIGHT = (
    "what",
    "when",
    "count",
    "written",
    "again",
    "relative",
    "duties",
    "tasks",
    "may",
    "identity",
    "me",
    "him",
    "submit",
)
_LEAST, _MOST_MISSING, _SPREAD = 0.72, 0.25, 0.1
_PEOPLE = regex(r"[\d一二两三四五六七八九十]+(?:多)?(?:名|人|位|个)")
_MOSTLY = 0.75  # of the characters asked about that the line must have
_LEAST_TIMED, _MISSING_TIMED = 0.6, 0.3
_WIDE = 0.28
_OF_BODY = regex(
    r"(?:部|科|室|处|中心|站|局|委|办|组)的?(?:主要|具体)?(?:职能|职责|分工)"
)  # of one no document has
_SURE, _LITTLE = 0.8, 0.15
_MOST = 0.95


def _names(match: Match, others: Sequence[RoleMention], asked: str) -> bool:
    """Whether a line names every other role of the question, which it else says nothing of."""
    line = match.statement.folded
    return all(any(n in line for n in (asked[r.start : r.end], *map(fold, r.names))) for r in others)


def _asks_otherwise(question: Question) -> bool:
    """Whether it asks for a number of people (财务经理的编制 is no line on what he draws up), or for those
    whom an approval passes."""
    counted = any(question.text.endswith("的", 0, m.start) for m in question.of("headcount"))
    return counted or (question.has("path") and question.has("who"))


def propose(case: Case) -> Iterator[Reading]:
    """A role and a matter, with a question word that asks neither who nor whether."""
    question = case.question
    if question.negated or _asks_otherwise(question):
        return
    what = [m for kind in ("what", "count", "when") for m in question.of(kind)]
    if question.has("whether") or (question.has("who") and not any(question.asking(m.start) for m in what)):
        return  # 菜卖什么价,是谁报的 asks who
    frame = case.explain_kinds(*_LIGHT)
    if not any(p.kind == "authority" for p in question.places):  # 遇到火警有什么权力
        frame = merge(frame, case.explain_kinds("authority"))
    if not question.roles and question.has("what", "count", "when"):
        yield from _anyone(case, merge(frame, case.explain_kinds("departments")))
    for term in case.subjects[:1]:
        if not term.names or term.steps or (term.end == 0 and not question.has("what", "count", "when")):
            continue
        here = merge(frame, case.explain(term), _asked_of(case))
        if question.has("when"):
            yield from _times(case, term, here)
        matter = Matter(question, used(here))
        if matter and not matter.only_relations and not only_decides(matter):
            statements = case.organization.statements.of(*term.names)
            others = [r for r in question.known_roles if not set(r.names) & set(term.names)]
            close = [
                m for m in matter.matches(statements) if not m.relaxed and _names(m, others, question.text)
            ]
            listed = question.has("duties", "tasks")  # 在安全方面有哪些工作 asks for every line on it
            best = best_set(close, _LEAST, _MOST_MISSING, _WIDE if listed else _SPREAD)
            best = [m for m in best if not misses_thing(question, m)]
            if best:
                prior = _MOST if question.has("what", "count", "when") else 0.88
                yield Reading(
                    "clause",
                    merge(here, best[0].quality),
                    prior,
                    {"term": term, "best": tuple(best), "matter": matter},
                )


def _asked_of(case: Case) -> dict[int, float]:
    """The common words right behind a question word: 哪些|工作."""
    ends = {m.end for m in case.question.of("what")}
    soft = phrases().soft
    behind = [t for t in case.question.content() if t.start in ends and t.text in soft]
    return case.explain(*((t.start, t.end) for t in behind))


def _times(case: Case, term: RoleTerm, frame: dict[int, float]) -> Iterator[Reading]:
    """The one line of a role that tells a time, and has most of what else was asked, fillers too (多久下一次
    企业)."""
    question = case.question
    words = {t.text for t in question.tokens if not frame.keys() >= {*range(t.start, t.end)}} - {
        "的",
        "要",
        "得",
    }
    characters = {c for word in words for c in word if is_chinese(c)}
    scored = []
    for statement in case.organization.statements.of(*term.names):
        if TELLS_TIME.search(statement.folded):
            shared = sum(c in statement.folded for c in characters)
            scored.append((shared, statement))
    best = [s for shared, s in scored if shared == max(x for x, _ in scored)]
    if len(best) == 1 and len(characters) > 1 and max(x for x, _ in scored) >= _MOSTLY * len(characters):
        matter = Matter(question, used(frame))
        at = [i for i, c in enumerate(question.text) if c in best[0].folded]
        explained = merge(frame, case.explain(*((i, i + 1) for i in at)))
        match = matter.match(best[0], best[0].rights[0])
        yield Reading("clause", explained, 0.93, {"term": term, "best": (match,), "matter": matter})


def _anyone(case: Case, frame: dict[int, float]) -> Iterator[Reading]:
    """A matter of which exactly one statement speaks, whoever it belongs to. The duties of a department are
    no such matter: a line that only names it does not tell them."""
    body = any(p.kind in ("partner", "department") for p in case.question.places)
    body = body or _OF_BODY.search(case.question.text) is not None
    if case.question.has("duties", "headcount", "subordinates", "all") and (
        body or case.question.has("department")
    ):
        return
    matter = Matter(case.question, used(frame))
    timed = case.question.has("when")
    matches = (
        [m for m in matter.matches() if not timed or TELLS_TIME.search(m.statement.folded)] if matter else []
    )
    if case.question.has("headcount"):  # a line that has no number of people does not tell one
        matches = [m for m in matches if _PEOPLE.search(m.statement.folded)]
    best = best_set(matches, *((_LEAST_TIMED, _MISSING_TIMED) if timed else (_SURE, _LITTLE)), _SPREAD)
    owners = tuple(dict.fromkeys(m.statement.owner for m in best))
    if len(owners) == 1:
        yield Reading(
            "clause",
            merge(frame, best[0].quality),
            0.9,
            {"owner": owners[0], "best": tuple(best), "matter": matter},
        )


def answer(case: Case, reading: Reading) -> Answer:
    """The lines, verbatim."""
    best: tuple[Match, ...] = reading.slots["best"]
    if "owner" in reading.slots:
        name: str = reading.slots["owner"]
    else:
        term: RoleTerm = reading.slots["term"]
        if term.several and not term.steps:
            return which_role(case, reading, term)
        name = term.names[0]
    statements = list(dict.fromkeys(m.statement for m in best))
    known = name in case.organization.roles or name in case.organization.departments
    near = [Say("likely_line")] if "likelihood" in reading.slots else []
    says = near or [Say("clause" if known else "clause_rule", {"role": name})]
    evidence = []
    for number, statement in enumerate(statements, 1):
        says.append(Say("item", {"number": str(number), "text": statement.passage.quote}))
        evidence.append(statement_evidence(statement))
        for task in _tasks_below(case, statement):
            says.append(Say("sub_item", {"text": task.quote}))
            evidence.append(replace(evidence[-1], passage=task))
    understood = Say("reading.clause", {"role": name, "matter": reading.slots["matter"].text})
    asks_duties = case.question.has("duties", "tasks")
    if asks_duties and all(labels().elsewhere.search(s.folded) for s in statements):  # …职责另行下发
        return not_found(case, reading, says, understood, evidence)
    return answered(case, reading, says, evidence, (), understood)


def _tasks_below(case: Case, statement: Statement) -> tuple[Passage, ...]:
    """The tasks of the duty whose title a statement is: the title alone tells little."""
    role = case.organization.roles.get(statement.owner)
    duties = role.duties if role is not None else ()
    return next((duty.tasks for duty in duties if duty.title is statement.passage), ())


TOPIC = Topic("clause", propose, answer, _MOST, last=nearest_own)
