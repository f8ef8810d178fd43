"""What two roles have to say in one matter: X和Y的经费审批权限有什么区别."""

from collections.abc import Iterator

from knowledge.answer import Answer, Evidence, Say
from knowledge.questions.compared import compared
from knowledge.questions.match import Match, best_set
from knowledge.questions.matter import Matter
from knowledge.questions.reading import Case, Reading, merge, used
from knowledge.questions.reply import answered, listed, statement_evidence
from knowledge.questions.tiers import holders
from knowledge.questions.topic import Topic

_LIGHT = (
    "compare", "what", "who", "whether", "again", "relative", "written", "may", "authority", "duties",
    "tasks", "me", "identity", "count",
)  # fmt: skip
_NEAR = (0.4, 0.6)  # the same of what is told beside them
_SPENDING = frozenset(("花钱", "用钱", "花费", "支出", "费用", "开支", "金额", "额度", "财务"))
_MONEY = "元"
_LEAST, _MOST_MISSING, _SPREAD = 0.62, 0.3, 0.12


def propose(case: Case) -> Iterator[Reading]:
    """Two roles or more with a word for comparing and a matter that a line of one of them explains."""
    question = case.question
    terms = [t for t in case.subjects if t.names and t.end and not t.steps]
    terms = compared(terms, question.text)
    names = list(dict.fromkeys(name for t in terms for name in t.names))
    if len(names) < 2:
        return
    verbs = [m for m in question.of("action") if question.asking(m.start)]
    frame = merge(case.explain(*terms), case.explain_kinds(*_LIGHT))
    for spent in (frame, merge(frame, case.explain(*verbs))):
        matter = Matter(question, used(spent))
        if not matter or matter.only_relations:
            continue
        found = {name: _lines(matter, case, name) for name in names}
        best = max((m for lines in found.values() for m in lines), key=lambda m: m.score, default=None)
        if best is not None:  # of others what is near: 中层以下员工的录用 beside 护理员的录用
            found = {name: lines or _lines(matter, case, name, *_NEAR) for name, lines in found.items()}
            explained = merge(frame, case.explain(*verbs), best.quality)
            yield Reading("compare_on", explained, 1.01, {"found": found, "matter": matter})
    yield from _on_spending(case, names, merge(case.explain(*terms), case.explain_kinds(*_LIGHT)))


def _on_spending(case: Case, names: list[str], frame: dict[int, float]) -> Iterator[Reading]:
    """What each role may spend, where that is all that is compared (花钱的权限)."""
    question = case.question
    spends = [t for t in question.content() if t.text in _SPENDING]
    if not spends or not question.has("authority"):
        return
    statements = case.organization.statements
    rights = {name: [(s, r) for s in statements.of(name) for r in s.rights] for name in names}
    found = {
        name: [Match(s, r, {}, 1.0, 0.0, 1.0) for s, r in held if r.limit_in(_MONEY)]
        for name, held in rights.items()
    }
    if any(found.values()):
        explained = merge(frame, case.explain(*((t.start, t.end) for t in spends)))
        slots = {"found": found, "matter": Matter(question, used(frame))}
        yield Reading("compare_on", explained, 1.0, slots)


def _lines(
    matter: Matter, case: Case, name: str, least: float = _LEAST, missing: float = _MOST_MISSING
) -> list[Match]:
    """The lines that give a role a right, be they of a rule or of another role, then its own ones."""
    organization = case.organization
    own = matter.matches(organization.statements.of(name))
    handed = matter.matches([s for s in organization.statements.about([name]) if s.owner != name])
    given = [m for m in handed if m.right.holder is not None and name in holders(m, organization)]
    kept = (best_set(lines, least, missing, _SPREAD) for lines in (given, own))
    return [match for lines in kept for match in lines]


def answer(case: Case, reading: Reading) -> Answer:
    """For each role its lines on the matter, or that it has none."""
    found: dict[str, list[Match]] = reading.slots["found"]
    matter: Matter = reading.slots["matter"]
    slots = {"roles": listed(found), "matter": matter.text}
    says, evidence = [Say("compare_on", slots)], list[Evidence]()
    for name, matches in found.items():
        says.append(Say("compare_role", {"role": name}))
        lines = list(dict.fromkeys(m.statement for m in matches))
        says += [Say("item", {"number": str(i), "text": s.passage.quote}) for i, s in enumerate(lines, 1)]
        says += [] if lines else [Say("compare_silent")]
        evidence += [statement_evidence(s) for s in lines]
    return answered(case, reading, says, evidence, (), Say("reading.compare_on", slots))


TOPIC = Topic("compare_on", propose, answer, of_roles=True, needs=frozenset(("compare",)))
