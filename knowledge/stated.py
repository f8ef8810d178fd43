"""What documents state, as statements: of roles, and beside them of departments, approvals and rules."""

from collections.abc import Iterable, Sequence

from knowledge.roles.approval import Approval, rule_statements
from knowledge.roles.performer import handed_on, with_performers
from knowledge.roles.posts import Posts
from knowledge.roles.provision import provision_statements
from knowledge.roles.reading import Reading
from knowledge.roles.role import Department, Role
from knowledge.roles.statement import Statement
from knowledge.roles.stating import approval_statement, department_statements, role_statements


def statements_of(roles: Iterable[Role]) -> list[Statement]:
    """The statements of roles."""
    found = []
    for role in roles:
        own = [with_performers(statement) for statement in role_statements(role)]
        found += [*own, *handed_on(own)]
    return found


def statements_beside(
    departments: Iterable[Department],
    approvals: Sequence[Approval],
    readings: Iterable[Reading],
    names: Iterable[str],
) -> list[Statement]:
    """Those of departments, approvals, and chapters that are about no role. `names`: of posts, departments
    and groups."""
    found = [statement for department in departments for statement in department_statements(department)]
    found += rule_statements(list(approvals))
    found += handed_on(map(approval_statement, {id(a.passage): a for a in approvals}.values()))
    posts = Posts([*names])
    for reading in readings:
        for provisions in reading.provisions:
            found += provision_statements(provisions, posts)
    return found
