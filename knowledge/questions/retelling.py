"""Long stories told shorter: who asks, one clause that says what about, the amounts, and the question."""

from collections.abc import Iterator

from knowledge.questions.clause import Clause
from knowledge.questions.question import Question

_LEAST_CLAUSES = 3
_MOST = 6  # clauses tried
_BESIDE = ("greeting", "thanks", "identity")  # what a clause begins with that is not what it is about


def retellings(question: Question) -> Iterator[str]:
    """The question with one of the clauses before it at a time, the last one first."""
    clauses = question.clauses
    primary = next((i for i, clause in enumerate(clauses) if clause.primary), 0)
    if len(clauses) < _LEAST_CLAUSES or primary == 0:
        return
    told = [i for i in range(primary) if _names_asker(question, clauses[i])]
    amounts = [i for i in range(primary) if _has_amount(question, clauses[i])]
    beside = {m.start for kind in _BESIDE for m in question.of(kind)}
    others = [i for i in range(primary - 1, -1, -1) if i not in told and clauses[i].start not in beside]
    for i in others[:_MOST]:
        kept = sorted({*told, i, *([] if i in amounts else amounts), primary})
        if len(kept) < len(clauses):
            yield "".join(question.part(clauses[k].start, clauses[k].end) for k in kept)


def _names_asker(question: Question, clause: Clause) -> bool:
    """Whether a clause says which role the asker has."""
    starts = [m.end for kind in ("identity", "identity_verb") for m in question.of(kind)]
    roles = [r.start for r in question.known_roles if clause.start <= r.start < clause.end]
    return any(clause.start <= at <= start for at in starts for start in roles)


def _has_amount(question: Question, clause: Clause) -> bool:
    return any(clause.start <= amount.start < clause.end for amount in question.amounts)
