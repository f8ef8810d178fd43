"""Whether the ends of ranges belong to them, said once for a whole document."""

import pytest

from knowledge.documents.plain import read_plain
from knowledge.roles.amount import Amount
from knowledge.roles.approval import rule_statements
from knowledge.roles.bounds import Bounds, bounds_said
from knowledge.roles.job_description import read_roles


@pytest.mark.parametrize(
    ("sentence", "upper", "lower"),
    [
        ("本规定中的“以内”“以下”均含本数，“超过”“以上”不含本数。", True, False),
        ("各档金额、天数均含本数，中心总监指文创总监。", True, None),
        ("本办法所称以上包括本数，以下不包括本数。", False, True),
        ("以上、以下均含本数。", None, None),
        ("1000元以下（不含本数）由站长审批。", None, None),
        ("以上金额均含税。", None, None),
    ],
)
def test_what_a_document_says_of_all_ends(sentence: str, upper: bool | None, lower: bool | None) -> None:
    assert bounds_said([sentence]) == Bounds(upper, lower)


@pytest.mark.parametrize(
    ("said", "amount", "who"),
    [
        ("“以下”含本数，“以上”不含本数。", 500, ["站长"]),
        ("“以上”含本数，“以下”不含本数。", 500, ["所长"]),
        ("以上各档均含本数。", 500, ["站长"]),
        ("", 500, ["站长", "所长"]),
    ],
)
def test_the_amount_where_two_ranges_meet(said: str, amount: int, who: list[str]) -> None:
    text = f"审批规定\n第一条 {said}\n第二条 零件采购\n500元以下由站长审批，500元以上由所长审批。\n"
    approvals = [a for a in read_roles(read_plain("规定.txt", text)).approvals if a.limit]
    rights = [right for s in rule_statements(approvals) for right in s.rights]
    yuan = Amount(amount, "元", 0, 0)
    assert [right.holder for right in rights if right.limit and right.limit.holds(yuan)] == who
