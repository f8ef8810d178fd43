from knowledge import Handbook


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
