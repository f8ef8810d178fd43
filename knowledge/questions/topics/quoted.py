"""Whose description has a clause that the question quotes word for word: 写了“…”这一条的有哪几个岗位."""

from collections.abc import Iterable, Iterator

from knowledge.answer import Answer, Say
from knowledge.questions.candidates import WIDE
from knowledge.questions.phrases import compact
from knowledge.questions.reading import Case, Reading, merge
from knowledge.questions.reply import answered, listed, statement_evidence
from knowledge.questions.topic import Topic
from knowledge.regex import regex
from knowledge.roles.statement import Statement

_QUOTED = regex(r"[\"'](?P<words>[^\"']{4,})[\"']")
_MOST = 200  # statements with the same words
_LIGHT = ("who", "what", "written", "all", "duties", "tasks", "authority", "count", "may", "identity_verb")


def propose(case: Case) -> Iterator[Reading]:
    """Words in quotation marks that stand in statements, with a question for whose they are."""
    question = case.question
    if question.negated:
        return
    for found in _QUOTED.finditer(question.text):
        words = found["words"]
        statements = [s for s in _near(case, words) if words in compact(s.folded)]
        if statements:
            explained = merge(case.explain_kinds(*_LIGHT), case.explain((found.start(), found.end())))
            yield Reading("quoted", explained, 1.03, {"words": words, "statements": tuple(statements)})


def _near(case: Case, words: str) -> Iterable[Statement]:
    """The statements that may have the words: of very many only those that a search for them finds."""
    every = case.organization.statements
    if len(every) <= WIDE:
        return every
    return [every[n] for n in sorted(hit.number for hit in case.lexicon.index.search(words, (), _MOST))]


def answer(case: Case, reading: Reading) -> Answer:
    """Every owner of such a statement."""
    statements: tuple[Statement, ...] = reading.slots["statements"]
    owners = list(dict.fromkeys(s.owner for s in statements))
    slots = {"words": reading.slots["words"], "roles": listed(owners)}
    says = [Say("quoted", slots)]
    evidence = [statement_evidence(s) for s in statements]
    return answered(case, reading, says, evidence, owners, Say("reading.quoted", slots))


TOPIC = Topic("quoted", propose, answer, needs=frozenset(("who", "all")))
