"""A statement about another role's subordinates: pasted from that role's description and not adapted."""

from collections.abc import Iterator

from knowledge.health.finding import Check, Finding, Severity
from knowledge.health.matter import words
from knowledge.health.records import Records, relation, stated
from knowledge.reporting import Reporting
from knowledge.roles.statement import Statement
from knowledge.text import bare


def find(records: Records) -> Iterator[Finding]:
    """A finding for each description, with every such statement in it."""
    texts: dict[tuple[str, str], Statement] = {}
    for statement in records.organization.statements:
        texts.setdefault((statement.owner, bare(statement.folded)), statement)
    found: dict[tuple[str, str], list[tuple[Statement, Statement | None]]] = {}
    lines: dict[tuple[str, str], Reporting] = {}
    for statement in records.organization.statements:
        owner = statement.owner
        if statement.is_department or statement.rule or not _supervises(statement):
            continue
        for name, line in _foreign(records, statement):
            twin = texts.get((line.superior, bare(statement.folded)))
            if twin is not None or _beside(records, owner, line.superior, statement):
                found.setdefault((owner, name), []).append((statement, twin))
                lines[owner, name] = line
    for (owner, name), pairs in found.items():
        line = lines[owner, name]
        evidence = [stated(s) for statement, twin in pairs for s in (statement, twin) if s is not None]
        yield Finding(
            "pasted_statement",
            Severity.HIGH,
            (owner, name, line.superior),
            (*evidence, relation(line)),
            {"role": owner, "other": name, "superior": line.superior},
            "copied" if any(twin for _, twin in pairs) else "default",
        )


def _supervises(statement: Statement) -> bool:
    table = words()["supervising"]
    return any(word in statement.folded for word in (*table["words"], *table["copied"]))


def _foreign(records: Records, statement: Statement) -> Iterator[tuple[str, Reporting]]:
    """The roles that a statement names, none of them below its owner, each with its reporting line."""
    organization, owner = records.organization, statement.owner
    role = organization.roles.get(owner)
    named = list(dict.fromkeys(records.names.find(statement.folded)))
    if role is None or not role.described or not organization.subordinates(owner) or owner in named:
        return
    for name in named:
        lines = organization.superiors(name)
        above = records.above(name)
        if not lines or owner in above or name in records.above(owner):
            continue
        if records.same_organization(owner, name) and lines[0].superior != owner:
            yield name, lines[0]


def _beside(records: Records, owner: str, superior: str, statement: Statement) -> bool:
    """Whether the owner stands beside the superior of the one it would appraise or reward."""
    if not any(word in statement.folded for word in words()["supervising"]["words"]):
        return False
    one, other = records.above(owner)[:1], records.above(superior)[:1]
    return (
        bool(one)
        and one == other
        and bool(records.home(owner))
        and (records.home(owner) == records.home(superior))
    )


CHECK = Check("pasted_statement", find)
