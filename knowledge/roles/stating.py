"""The statements that a description makes: of a role, of a department, of an approval."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from knowledge.actions import Strength, actions
from knowledge.regex import regex
from knowledge.roles.approval import Approval
from knowledge.roles.denial import asks_first
from knowledge.roles.labels import Field, labels
from knowledge.roles.performer import with_performers
from knowledge.roles.role import Department, Role
from knowledge.roles.statement import Statement, make_statement
from knowledge.text import bare, fold


def approval_statement(approval: Approval) -> Statement:
    """The line of an approval as a statement of whoever prepares or carries out what is approved."""
    title = approval.title
    return with_performers(make_statement(title, title, approval.passage, fold(approval.matter)))


def role_statements(role: Role) -> Iterator[Statement]:
    """The summary, the duties with their tasks, the rights and further lines of a role."""
    if Field.SUMMARY in role.facts:
        yield make_statement(role.name, "职责概述", role.facts[Field.SUMMARY])
    for duty in role.duties:
        section = duty.label or "职责"
        yield make_statement(role.name, section, duty.title)
        for task in duty.tasks:
            yield make_statement(role.name, section, task, fold(duty.title.text))
    for listing in role.authorities:
        for item in listing.items:
            yield _as_noun(_of_named_kind(_of_kind(make_statement(role.name, listing.kind, item))))
    for listing in role.others:
        for item in listing.items:
            yield _of_kind(make_statement(role.name, listing.kind, item))


def _as_noun(statement: Statement) -> Statement:
    """A right that is written as what it is, without 权 behind it: 领班任免的提名, 班次安排的建议."""
    ending = _noun().search(statement.folded)
    if ending is None or len(statement.rights) != 1 or statement.rights[0].verb:
        return statement
    verb = ending["verb"]
    right = replace(statement.rights[0], strength=actions().written[verb], verb=verb)
    return replace(statement, rights=(right,))


@cache
def _noun() -> re.Pattern[str]:
    verbs = "|".join(sorted(map(re.escape, actions().written), key=lambda w: (-len(w), w)))
    return regex(rf"的(?:最终|初步|优先)?(?P<verb>{verbs})$")


def _of_kind(statement: Statement) -> Statement:
    """A line under 审批权 that has no verb of its own is one to approve; one under 要先请示的 denies."""
    if asks_first(statement.section):
        own = (replace(r, negated=True) if r.holder is None else r for r in statement.rights)
        return replace(statement, rights=tuple(own))
    verb = bare(statement.section).removesuffix("限").removesuffix("权")
    strength = actions().written.get(verb) if verb != bare(statement.section) else None
    if strength is None:
        return statement
    rights = (
        replace(r, strength=strength, verb=verb) if (r.strength, r.verb) == (Strength.EXECUTE, "") else r
        for r in statement.rights
    )
    return replace(statement, rights=tuple(rights))


def _of_named_kind(statement: Statement) -> Statement:
    """A right without a verb of its own is as strong as the name of its kind says: 须请示的, 当场能定的."""
    told = [name for name, words in labels().kind_strength if words.search(bare(statement.section))]
    if len(told) != 1 or not _is_matter(statement):
        return statement
    strength = Strength[told[0].upper()]
    verb = actions().names[strength]
    return replace(
        statement, rights=tuple(replace(r, strength=strength, verb=verb) for r in statement.rights)
    )


def _is_matter(statement: Statement) -> bool:
    return all((r.strength, r.verb) == (Strength.EXECUTE, "") for r in statement.rights)


def department_statements(department: Department) -> Iterator[Statement]:
    """The overview and the items of the functions; a flat list of functions is its own items."""
    if department.overview:
        yield make_statement(department.name, "部门职责概述", department.overview, is_department=True)
    flat = not any(function.tasks for function in department.functions)
    for function in department.functions:
        title = function.title.text
        if flat:
            yield make_statement(department.name, title, function.title, is_department=True)
        for item in function.tasks:
            yield make_statement(department.name, title, item, fold(title), is_department=True)
