import pytest

from knowledge import Handbook
from knowledge.actions import Strength
from knowledge.documents.plain import read_plain
from knowledge.roles.job_description import read_roles
from knowledge.roles.stating import role_statements


def test_gives_the_statements_that_are_asked_for_together_in_their_order() -> None:
    statements = Handbook.sample().organization.statements
    every = list(statements)
    owners = ("客户开发主管", "集团客户部经理")
    assert statements.of(*owners) == [s for s in every if s.owner in owners]
    handed = statements.about(("集团客户部经理",))
    assert {s.owner for s in handed} > {"集团客户部经理"}
    assert handed == sorted(handed, key=every.index)
    assert statements.functions() == [s for s in every if s.is_department and s.heading]
    assert statements.of("火箭主管") == []


@pytest.mark.parametrize(
    ("right", "strength"),
    [
        ("领班任免的提名", Strength.ADVISE),
        ("班次安排的建议", Strength.ADVISE),
        ("课程设置的最终决定", Strength.DECIDE),
        ("病房之间床位的临时调配", Strength.EXECUTE),
        ("采购合同的审核权", Strength.REVIEW),
    ],
)
def test_a_right_written_as_what_it_is(right: str, strength: Strength) -> None:
    text = f"岗位名称：护士长\n岗位职责：\n1、安排班次\n权限：\n1、{right}\n2、病区消毒的检查权\n"
    (role,) = read_roles(read_plain("护士长", text)).roles
    found = [r.strength for s in role_statements(role) if s.passage.text == right for r in s.rights]
    assert found == [strength]
