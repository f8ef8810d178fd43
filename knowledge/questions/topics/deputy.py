"""Who does a role's work while it is away: X不在的时候谁代, 谁替他顶班."""

from collections.abc import Iterator

from knowledge.answer import Answer, Evidence, Say
from knowledge.organization import Organization
from knowledge.questions.reading import Case, Reading, merge
from knowledge.questions.reply import answered, listed, statement_evidence, which_role
from knowledge.questions.role_term import RoleTerm
from knowledge.questions.topic import Topic
from knowledge.roles.acting import deputies_listed, deputies_named
from knowledge.roles.statement import Statement
from knowledge.text import bare

_LIGHT = (
    "who", "what", "again", "relative", "me", "him", "identity", "written", "when", "submit", "may", "path",
    "managing", "duties", "tasks", "head",
)  # fmt: skip


def propose(case: Case) -> Iterator[Reading]:
    """A role, a word that it is away or that somebody stands in, and a question word for people."""
    question = case.question
    if not question.has("who", "submit", "what"):
        return
    for term in case.subjects[:1]:
        found = [pair for name in term.names for pair in _deputies(name, case.organization)]
        if found:
            verbs = [m for m in question.of("action") if question.asking(m.start)]
            explained = merge(
                case.explain(term), case.explain_kinds("deputy", *_LIGHT), case.explain(*verbs, quality=0.8)
            )
            yield Reading("deputy", explained, 1.03, {"term": term, "found": tuple(found)})


def _deputies(name: str, organization: Organization) -> Iterator[tuple[str, Statement]]:
    """Whoever a line or a field names for the time that the role is away."""
    for statement in organization.statements.of(name):
        for who in deputies_listed(statement.section, statement.passage.text):
            yield organization.holder_name(who, statement.passage.text), statement
    for statement in organization.statements.on_deputies(name):
        for whose, who in deputies_named(statement.folded):
            own = statement.owner == name and bare(name).endswith(whose)
            if own or bare(name) == whose or name in organization.naming.spellings.get(whose, []):
                yield organization.holder_name(who, statement.passage.text), statement


def answer(case: Case, reading: Reading) -> Answer:
    """Whoever stands in, with the line that says so."""
    term: RoleTerm = reading.slots["term"]
    if term.several and not term.steps:
        return which_role(case, reading, term)
    found: tuple[tuple[str, Statement], ...] = reading.slots["found"]
    roles = list(dict.fromkeys(who for who, _ in found))
    statements = {statement.passage.quote: statement for _, statement in found}
    slots = {"role": listed(term.names), "roles": listed(roles)}
    says = [Say("deputy", slots)]
    says += [Say("item", {"number": str(i), "text": quote}) for i, quote in enumerate(statements, 1)]
    evidence: list[Evidence] = [statement_evidence(s) for s in statements.values()]
    return answered(case, reading, says, evidence, roles, Say("reading.deputy", slots))


TOPIC = Topic("deputy", propose, answer, of_roles=True, needs=frozenset(("deputy",)))
