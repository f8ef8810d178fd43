"""Answers put together: the parts that most topics share."""

from collections.abc import Iterable, Sequence

from knowledge.answer import NAMED, Answer, Answered, AskedBack, Evidence, NotFound, Say
from knowledge.organization import Organization
from knowledge.questions.reading import Case, Reading
from knowledge.questions.role_term import RoleTerm
from knowledge.reporting import Reporting
from knowledge.roles.labels import Field
from knowledge.roles.role import Role
from knowledge.roles.statement import Statement


def listed(names: Iterable[str]) -> str:
    """Names as a Chinese list."""
    return "、".join(names)


def reporting_evidence(lines: Iterable[Reporting]) -> list[Evidence]:
    """Reporting lines as evidence, each passage once."""
    found: dict[tuple[str, str], Evidence] = {}
    for line in lines:
        found.setdefault(
            (line.stated_by, line.passage.quote), Evidence(line.stated_by, "汇报关系", line.passage)
        )
    return list(found.values())


def statement_evidence(statement: Statement) -> Evidence:
    """A statement as evidence."""
    return Evidence(statement.owner, statement.section, statement.passage)


def footnotes(statements: Iterable[Statement]) -> tuple[list[Say], list[Evidence]]:
    """The footnotes of the rows of a table, each once: said, and as evidence."""
    found = {note: Evidence(s.owner, s.section, note) for s in statements for note in s.notes}
    return [Say("footnote", {"quote": note.quote}) for note in found], list(found.values())


def field_evidence(role: Role, field: Field, section: str) -> Evidence:
    """A short field of a job description as evidence."""
    return Evidence(role.name, section, role.facts[field])


def named_evidence(role: Role) -> Evidence:
    """The place that names a role."""
    return Evidence(role.name, NAMED, role.named)


def answered(
    case: Case,
    reading: Reading,
    says: Sequence[Say],
    evidence: Sequence[Evidence],
    roles: Iterable[str] = (),
    understood: Say | None = None,
    verdict: bool | None = None,
    options: Iterable[str] = (),
    intent: str = "",
) -> Answer:
    """An answer with its evidence."""
    return Answered(
        question=case.question.raw,
        intent=intent or reading.topic,
        reading=understood or Say(f"reading.{reading.topic}"),
        says=tuple(says),
        roles=tuple(dict.fromkeys(roles)),
        verdict=verdict,
        evidence=tuple(dict.fromkeys(evidence)),
        options=tuple(options),
        confidence=confidence(reading),
    )


def not_found(
    case: Case,
    reading: Reading | None,
    says: Sequence[Say],
    understood: Say | None = None,
    evidence: Sequence[Evidence] = (),
    options: Iterable[str] = (),
    intent: str = "",
) -> Answer:
    """The documents do not say."""
    topic = reading.topic if reading else "unknown"
    return NotFound(
        question=case.question.raw,
        intent=intent or topic,
        reading=understood or Say(f"reading.{topic}"),
        says=tuple(says),
        evidence=tuple(evidence),
        options=tuple(options),
        confidence=confidence(reading) if reading else 0.9,
    )


def unsaid(case: Case, reading: Reading, name: str, say: Say, understood: Say) -> Answer:
    """What the documents do not say of a role; where it has no description of its own, they say that."""
    if case.organization.role(name).described:
        return not_found(case, reading, [say], understood)
    more, where = mentioned_only(case.organization, name)
    return not_found(case, reading, [say, more], understood, where)


def ask_back(
    case: Case,
    reading: Reading,
    options: Sequence[str],
    understood: Say | None = None,
    say: Say | None = None,
) -> Answer:
    """A question back; each option is a question that works when it is chosen."""
    return AskedBack(
        question=case.question.raw,
        intent=reading.topic,
        reading=understood or Say(f"reading.{reading.topic}"),
        says=(say or Say("ask_back.several"),),
        options=tuple(options),
        confidence=confidence(reading),
    )


def which_role(case: Case, reading: Reading, term: RoleTerm) -> Answer:
    """Ask which of several roles is meant: the question itself with each role's full name in place."""
    text = case.question.text
    whole = case.question
    options = [whole.part(0, term.start) + name + whole.part(term.base_end) for name in term.base]
    understood = Say(f"reading.{reading.topic}", {"role": text[term.start : term.base_end]})
    return ask_back(case, reading, options, understood, Say("ask_back.role", {"roles": listed(term.base)}))


def confidence(reading: Reading) -> float:
    """How sure a reading is: its score, within 0.3 … 0.98."""
    return round(min(0.98, max(0.3, reading.score)), 2)


def home_evidence(role: Role) -> Evidence:
    """The line that tells the department of a role; where none does, the place that names the role."""
    own = Field.DEPARTMENT in role.facts
    return field_evidence(role, Field.DEPARTMENT, "所在部门") if own else named_evidence(role)


def mentioned_only(organization: Organization, name: str) -> tuple[Say, list[Evidence]]:
    """That a role has no description of its own, and where it is mentioned."""
    role = organization.role(name)
    return Say("no_description", {"role": name}), [named_evidence(role)]
