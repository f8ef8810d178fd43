"""Whose description has a clause that the question quotes word for word: 写了“…”这一条的有哪几个岗位."""

from collections.abc import Iterator

from knowledge.answer import Answer, Say
from knowledge.questions.phrases import compact
from knowledge.questions.reading import Case, Reading, merge
from knowledge.questions.reply import answered, listed, statement_evidence
from knowledge.questions.topic import Topic
from knowledge.regex import regex
from knowledge.roles.statement import Statement

_QUOTED = regex(r"[\"'](?P<words>[^\"']{4,})[\"']")
_LIGHT = ("who", "what", "written", "all", "duties", "tasks", "authority", "count", "may", "identity_verb")


def propose(case: Case) -> Iterator[Reading]:
    """Words in quotation marks that stand in statements, with a question for whose they are."""
    question = case.question
    if question.negated:
        return
    for found in _QUOTED.finditer(question.text):
        words = found["words"]
        statements = [s for s in case.organization.statements if words in compact(s.folded)]
        if statements:
            explained = merge(case.explain_kinds(*_LIGHT), case.explain((found.start(), found.end())))
            yield Reading("quoted", explained, 1.03, {"words": words, "statements": tuple(statements)})


def answer(case: Case, reading: Reading) -> Answer:
    """Every owner of such a statement."""
    statements: tuple[Statement, ...] = reading.slots["statements"]
    owners = list(dict.fromkeys(s.owner for s in statements))
    slots = {"words": reading.slots["words"], "roles": listed(owners)}
    says = [Say("quoted", slots)]
    evidence = [statement_evidence(s) for s in statements]
    return answered(case, reading, says, evidence, owners, Say("reading.quoted", slots))


TOPIC = Topic("quoted", propose, answer, needs=frozenset(("who", "all")))
