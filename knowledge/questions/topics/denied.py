"""What the documents say somebody may not do: 谁无权减免, X不能决定什么."""

from collections.abc import Iterator, Sequence

from knowledge.answer import Answer, Say
from knowledge.questions.asked import asked_verb
from knowledge.questions.match import Match, best_set
from knowledge.questions.matter import Matter
from knowledge.questions.reading import Case, Reading, merge, used
from knowledge.questions.reply import answered, listed, not_found, statement_evidence, which_role
from knowledge.questions.right_search import LEAST, MOST_MISSING, SPREAD, find_rights
from knowledge.questions.role_term import RoleTerm
from knowledge.questions.tiers import holders
from knowledge.questions.topic import Topic
from knowledge.questions.topics.who_does import quoted
from knowledge.regex import regex
from knowledge.roles.statement import Statement

_LIGHT = (
    "who",
    "what",
    "negation",
    "may",
    "written",
    "all",
    "duties",
    "authority",
    "again",
    "relative",
    "count",
)


_FORBIDS = regex("不得|严禁|禁止|不准|不允许|不能|不可|无权")
_ALWAYS = ("一律", "任何", "任何人", "涉及", "严格", "员工", "职工", "人员", "工作人员", "原则上", "绝对")
_LITTLE = 0.15  # what of the words may stay unexplained where something is forbidden


def propose(case: Case) -> Iterator[Reading]:
    """A word for not being allowed, with a question for who or for what."""
    question = case.question
    yield from _forbidden(case)
    if not question.negated or question.has("except") or not question.has("negation"):
        return
    frame = case.explain_kinds(*_LIGHT)
    asked = asked_verb(question)
    verb = case.explain((asked.start, asked.end)) if asked.word else {}
    subjects = [t for t in case.subjects if t.names and (t.end or t.person)]
    if subjects and question.has("what", "count", "authority", "duties"):
        explained = merge(frame, verb, case.explain(subjects[0]))
        yield Reading("denied", explained, 1.0, {"term": subjects[0], "matter": None})
    matter = Matter(question, used(merge(frame, verb)))
    if question.has("who") and matter and not matter.only_names:
        found = best_set([m for m in matter.matches() if m.right.negated], LEAST, MOST_MISSING, SPREAD)
        able = find_rights(matter, asked, question.amounts).fitting
        best = [*found[:1], *able[:1]]
        if best:
            slots = {"term": None, "matter": matter, "found": tuple(found), "able": able, "verb": asked.word}
            yield Reading("denied", merge(frame, verb, best[0].quality), 0.98, slots)


def _forbidden(case: Case) -> Iterator[Reading]:
    """Whether something may be done at all, by whomever: 不合格的产品可以让步接收吗."""
    question = case.question
    asks = question.has("whether") and question.has("may") and not question.negated
    if not asks or question.has("who", "what", "count", "me", "him") or question.roles:
        return
    frame = case.explain_kinds("whether", "may", "relative")
    matter = Matter(question, used(frame))
    denied = [m for m in matter.matches() if _holds(m, case)] if matter else []
    found = best_set(denied, LEAST, _LITTLE, SPREAD)
    if found:
        slots = {"term": None, "matter": matter, "forbidden": tuple(found)}
        yield Reading("denied", merge(frame, found[0].quality), 0.95, slots)


def _holds(match: Match, case: Case) -> bool:
    """Whether a line forbids something in the very case that is asked about: its condition (涉及安全指标的)
    has to be in the question."""
    clause = match.statement.folded[match.right.start : match.right.end]
    if not match.right.negated:
        return False
    words = [w for w in case.lexicon.segmenter.cut(_FORBIDS.split(clause, maxsplit=1)[0]) if len(w) > 1]
    words = [w for w in words if w not in _ALWAYS]
    return 2 * sum(w in case.question.text for w in words) >= len(words)


def answer(case: Case, reading: Reading) -> Answer:
    """The lines that deny a right; where no line does, who has it."""
    term: RoleTerm | None = reading.slots["term"]
    if term is not None:
        return which_role(case, reading, term) if term.several else _of_role(case, reading, term.names[0])
    matter: Matter = reading.slots["matter"]
    if "forbidden" in reading.slots:
        forbidden: tuple[Match, ...] = reading.slots["forbidden"]
        says = [Say("forbidden"), *quoted(forbidden, case)]
        evidence = [statement_evidence(m.statement) for m in forbidden]
        meant = Say("reading.forbidden", {"matter": matter.text})
        return answered(case, reading, says, evidence, (), meant, verdict=False)
    slots = {"matter": matter.text, "verb": reading.slots["verb"]}
    understood = Say("reading.denied", {"role": "", **slots})
    found: Sequence[Match] = reading.slots["found"]
    if found:
        roles = list(dict.fromkeys(m.statement.owner for m in found))
        says = [Say("denied", {"roles": listed(roles), **slots}), *quoted(tuple(found), case)]
        return answered(
            case, reading, says, [statement_evidence(m.statement) for m in found], roles, understood
        )
    able: tuple[Match, ...] = reading.slots["able"]
    names = list(dict.fromkeys(n for m in able for n in holders(m, case.organization)))
    says = [
        Say("denied_unknown", slots),
        Say("right_elsewhere", {"roles": listed(names)}),
        *quoted(able, case),
    ]
    return not_found(case, reading, says, understood, [statement_evidence(m.statement) for m in able])


def _of_role(case: Case, reading: Reading, name: str) -> Answer:
    understood = Say("reading.denied", {"role": name, "matter": "", "verb": ""})
    found = [s for s in case.organization.statements.of(name) if _denies(s)]
    if not found:
        return not_found(case, reading, [Say("denied_nothing", {"role": name})], understood)
    says = [Say("denied_list", {"role": name, "count": str(len(found))})]
    says += [Say("item", {"number": str(i), "text": s.passage.quote}) for i, s in enumerate(found, 1)]
    return answered(case, reading, says, [statement_evidence(s) for s in found], (), understood)


def _denies(statement: Statement) -> bool:
    return any(right.negated for right in statement.rights)


TOPIC = Topic("denied", propose, answer)
