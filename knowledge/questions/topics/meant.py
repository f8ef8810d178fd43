"""Which role a short name or another name of it means: 客开主管指的是哪个岗位."""

from collections.abc import Iterator

from knowledge.answer import Answer, Say
from knowledge.questions.phrases import compact
from knowledge.questions.reading import Case, Reading, merge
from knowledge.questions.reply import answered, listed, named_evidence, reporting_evidence
from knowledge.questions.role_term import RoleTerm
from knowledge.questions.topic import Topic
from knowledge.text import fold

_LIGHT = ("who", "what", "relative", "written", "identity_verb", "whether", "all", "summary")


def propose(case: Case) -> Iterator[Reading]:
    """One role with words that ask what is meant by a name."""
    named = [t for t in case.subjects if t.end and not t.person]
    if len(named) != 1 or named[0].steps:
        return
    said = case.question.has("meant")
    if not said and (
        case.question.has("count", "when") or _typed(case, named[0]) in map(compact, named[0].base)
    ):
        return  # 客开主管是谁; 客开主管一个月多少钱 asks of something else
    explained = merge(case.explain(named[0]), case.explain_kinds("meant", *_LIGHT))
    yield Reading("meant", explained, 1.0 if said else 0.7, {"term": named[0]})


def _typed(case: Case, term: RoleTerm) -> str:
    return case.question.text[term.start : term.base_end]


def answer(case: Case, reading: Reading) -> Answer:
    """The full names of the roles that a name stands for, with the lines that write it."""
    term: RoleTerm = reading.slots["term"]
    organization, typed = case.organization, _typed(case, term)
    slots = {"name": typed, "roles": listed(term.base)}
    lines = [
        line
        for name in term.base
        for line in (*organization.superiors(name), *organization.subordinates(name))
        if typed in compact(fold(line.passage.text))
    ]
    evidence = [*reporting_evidence(lines), *(named_evidence(organization.role(name)) for name in term.base)]
    return answered(case, reading, [Say("meant", slots)], evidence, term.base, Say("reading.meant", slots))


TOPIC = Topic("meant", propose, answer, of_roles=True)
