"""The steps that a matrix or rule states for a matter, in its order: 报销8000元要走哪些流程, 请假要经过谁."""

from collections.abc import Iterator
from itertools import groupby

from knowledge.actions import Strength, actions
from knowledge.answer import Answer, Say
from knowledge.questions.asked import Asked
from knowledge.questions.asker import applying, instead, meant
from knowledge.questions.handing_on import apart, joined
from knowledge.questions.led_asked import asks_who_leads
from knowledge.questions.likeliest import loosely
from knowledge.questions.likely_rule import likely_rule
from knowledge.questions.match import Match
from knowledge.questions.matter import Matter
from knowledge.questions.reading import Case, Reading, merge, used
from knowledge.questions.reply import answered, footnotes, listed, not_found, statement_evidence
from knowledge.questions.right_search import Found, find_rights
from knowledge.questions.role_term import RoleTerm
from knowledge.questions.steps import in_order
from knowledge.questions.tiers import holders, reaches
from knowledge.questions.topic import Topic
from knowledge.questions.topics.who_does import quoted
from knowledge.regex import regex
from knowledge.roles.amount import Amount
from knowledge.roles.statement import Right, Statement

_LIGHT = (
    "compare", "who",
    "submit", "path", "me", "identity", "again", "may", "whether", "chain", "him", "what", "count",
    "relative", "written", "hand_up",
)  # fmt: skip
_STEPS = Asked("审批", 0, 0, frozenset((Strength.DECIDE, Strength.REVIEW)))
_APPROVES = frozenset((Strength.DECIDE, Strength.REVIEW))

_SEVERAL = 2  # verbs of different steps
_LIKELY_SCORE = 0.7
_STRAIGHT = regex("(?:不分|不论|无论)[^,;。]{1,6},?(?:一律|均|统一|都)?(?:由|报|经)")  # passes over the line


def propose(case: Case) -> Iterator[Reading]:
    """Words for the way of an approval, and a matter that a rule is about."""
    question = case.question
    led = question.has("path", "chain", "submit", "hand_up") or bool(question.done)
    if not led and len(question.of("action")) < _SEVERAL:
        return
    asks_what = any(question.primary(m.start) for kind in ("who", "what", "path") for m in question.of(kind))
    checks = any(question.primary(m.start) for m in question.of("whether")) and not asks_what
    if question.negated or checks or asks_who_leads(question):
        return  # whether somebody's approval is needed is no question of the way
    said = [t for t in case.subjects if t.end and not t.steps and not question.is_done(t.start)]
    done = [span for step in question.done for span in step.spans]
    mine = question.has("submit", "hand_up") and (question.has("me") or bool(case.me) or len(said) == 1)
    verbs = [m for m in question.of("action") if question.asking(m.start)]
    due = [m for m in verbs if not question.is_done(m.start)]
    whole = [m for m in due if not any(v is not m and v.start <= m.start < m.end <= v.end for v in due)]
    rights = {actions().asked[m.text] & _APPROVES for m in whole}
    several = len(rights - {frozenset()}) > 1  # 谁审核谁批准; not 谁拍板审批
    if not question.has("path", "chain") and not mine and not several and not done:
        return
    frame = merge(case.explain_kinds(*_LIGHT), case.explain(*verbs, *done), case.explain(*said))
    matter = Matter(question, used(frame))
    if not matter or (matter.only_names and not question.has("path")):  # X往上各级都是谁
        return
    unasked = not said and not mine
    alone = unasked and (question.has("path", "chain") or several)
    candidates = matter.candidates()
    asker = _asker(case, said)

    def find(lines: list[Statement]) -> Found:
        def keep(good: list[Match]) -> list[Match]:
            return applying(good, asker, case.organization)

        return find_rights(matter, _STEPS, question.amounts, lines, keep=keep)

    found = find([s for s in candidates if s.rule])
    if alone and not (found.fitting or found.outside):
        told = find([s for s in candidates if _approves(s)])
        own = "我" in question.raw and len(apart(told.fitting, case.organization)) > 1  # whose, is not known
        reached = not question.amounts or _reached(told, question.amounts[-1])
        found = told if reached and not own else found
    best = found.fitting or found.outside
    if best:
        amounts = case.explain(*((a.start, a.end) for a in question.amounts))
        explained = merge(frame, best[0].quality, amounts)
        yield Reading("approval_steps", explained, 1.02, {"found": found, "matter": matter, "asker": asker})


def last(case: Case) -> Iterator[Reading]:
    """The reading that one rule is meant, though the question says it in other words."""
    case = loosely(case)
    question, organization = case.question, case.organization
    asks = question.has("path", "chain") and question.has("who", "what", "path")
    if not asks or question.negated or question.has("whether") or asks_who_leads(question):
        return
    matter, said = matter_of_way(case), _said(case)
    for likelihood, tiers in likely_rule(matter, organization):
        found = Found(tuple(Match(s, s.rights[0], {}, 1.0, 0.0, 1.0) for s in tiers), ())
        slots = {"found": found, "matter": matter, "asker": _asker(case, said), "likelihood": likelihood}
        yield Reading("approval_steps", {}, slots=slots, score=_LIKELY_SCORE)


def matter_of_way(case: Case) -> Matter:
    """What is left of the question but for the words that only ask, the verbs, and whoever is named."""
    question = case.question
    verbs = [m for m in question.of("action") if question.asking(m.start)]
    frame = merge(case.explain_kinds(*_LIGHT), case.explain(*verbs, *_said(case)))
    return Matter(question, used(frame))


def _said(case: Case) -> list[RoleTerm]:
    return [t for t in case.subjects if t.end and not t.steps]


def by_likely_rule(case: Case, refused: Answer) -> Answer:
    """The answer by the likeliest rule in place of a refusal, if there is one."""
    reading = next(last(case), None)
    return refused if reading is None else answer(case, reading)


def _reached(found: Found, amount: Amount) -> bool:
    """Whether what is found says of an amount that it lies within a limit, or in none."""
    return not found.fitting or any(reaches(m, amount) for m in found.fitting)


def answer(case: Case, reading: Reading) -> Answer:
    """The steps of each tier that holds; without an amount, of every tier."""
    found: Found = reading.slots["found"]
    matter: Matter = reading.slots["matter"]
    understood = Say("reading.approval_steps", {"matter": matter.text})
    if not found.fitting:
        says = [
            Say("outside_tiers_unit" if found.unit_differs else "outside_tiers", {"matter": matter.text}),
            *quoted(found.outside, case),
        ]
        evidence = [statement_evidence(m.statement) for m in found.outside]
        return not_found(case, reading, says, understood, evidence)
    if not any(m.statement.rule for m in found.fitting):
        return _from_descriptions(case, reading, found, matter)
    held = dict.fromkeys(m.statement for m in found.fitting)
    tiers = sorted(held, key=lambda s: (s.passage.source.document, s.passage.source.line))
    says, roles = [Say("approval_steps", {"matter": matter.text})], []
    if "likelihood" in reading.slots:
        says.append(Say("likely_line"))
    asker: str = reading.slots["asker"]
    for statement in tiers:
        steps = [
            [
                name
                for match in together
                for name in meant(holders(match, case.organization), match, asker, case.organization)
                if name != asker
            ]
            for together in instead(_steps(statement), asker, case.organization)
        ]
        steps = _behind([names for names, _ in groupby(steps) if names], case)
        line = [above.superior for above in case.organization.chain(asker)] if asker else []
        upward = case.question.has("path", "chain", "stepwise")
        straight = not upward and _STRAIGHT.search(statement.folded) is not None
        if (
            len(steps) == 1 and steps[0][0] in line and not straight
        ):  # the rule names who decides; the way there is the line
            steps = [[name] for name in line[: line.index(steps[0][0]) + 1]]
        roles += [name for names in steps for name in names]
        told = " → ".join(" 或 ".join(names) for names in steps)
        says.append(Say("approval_tier", {"steps": told, "quote": statement.passage.quote}))
        if informed := _informed(statement, case):
            says.append(Say("approval_informed", {"roles": listed(informed)}))
    noted, notes = footnotes(tiers)
    evidence = [*(statement_evidence(s) for s in tiers), *notes]
    return answered(case, reading, [*says, *noted], evidence, list(dict.fromkeys(roles)), understood)


def _behind(steps: list[list[str]], case: Case) -> list[list[str]]:
    """What comes behind the step that the question tells as done: the next one, or all where it asks so."""
    for step in case.question.done:
        at = next((i for i, names in enumerate(steps) if not set(names).isdisjoint(step.names)), len(steps))
        if steps[at + 1 :]:
            return steps[at + 1 :] if step.whole else steps[at + 1 : at + 2]
    return steps


def _asker(case: Case, said: list[RoleTerm]) -> str:
    """For whom the steps are asked: me, or the one role that is named."""
    found = next((t.base for t in said if t.person == "me"), said[0].base if len(said) == 1 else case.me)
    return found[0] if len(found) == 1 else ""


def _from_descriptions(case: Case, reading: Reading, found: Found, matter: Matter) -> Answer:
    """The steps that the lines of several roles make together."""
    says = [Say("approval_steps", {"matter": matter.text})]
    lines = [s for s in matter.candidates() if _approves(s)]
    amounts = case.question.amounts  # 3000元以内由A批准 is no step of 3000元以上; X's own limit is one
    pool = matter.matches(lines)
    if amounts:
        pool = [m for m in pool if m.right.holder is None or reaches(m, amounts[-1]) is not False]
    matches = joined(found.fitting, pool, case.organization)
    ways = [in_order(way, case.organization) for way in apart(matches, case.organization)]
    ways = [[name for names in _behind([[n] for n in way], case) for name in names] for way in ways]
    says += [Say("approval_line", {"steps": " → ".join(steps)}) for steps in ways]
    steps = list(dict.fromkeys(name for way in ways for name in way))
    says += quoted(tuple(matches), case)
    evidence = [statement_evidence(s) for s in dict.fromkeys(m.statement for m in matches)]
    return answered(
        case, reading, says, evidence, steps, Say("reading.approval_steps", {"matter": matter.text})
    )


def _approves(statement: Statement) -> bool:
    """Whether a line of a description reviews or decides something, or hands it on to be."""
    return not statement.is_department and any(r.strength in _APPROVES for r in statement.rights)


def has_steps(statement: Statement) -> bool:
    """Whether a rule names who reviews a matter before it is decided."""
    return statement.rule and len(_steps(statement)) > 1


def _steps(statement: Statement) -> list[Match]:
    """The steps up to the last one that reviews or decides, in order; some only take the matter up (受理)."""
    rights = [r for r in statement.rights if r.strength in _APPROVES or _handles(r)]
    while rights and rights[-1].strength not in _APPROVES:
        rights.pop()  # 出纳付款 comes after the approval
    return [Match(statement, r, {}, 1.0, 0.0, 1.0) for r in rights]


def _handles(right: Right) -> bool:
    """Whether a right of a rule is a step that neither reviews nor decides."""
    return right.strength is Strength.EXECUTE and bool(right.holder and right.verb) and not right.negated


def _informed(statement: Statement, case: Case) -> list[str]:
    """Who is told, which is no approval."""
    rights = [r for r in statement.rights if r.strength is Strength.INFORMED]
    return [n for r in rights for n in holders(Match(statement, r, {}, 1.0, 0.0, 1.0), case.organization)]


TOPIC = Topic("approval_steps", propose, answer, last=last, loosely=True)
