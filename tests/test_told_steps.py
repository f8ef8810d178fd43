"""Tiers of an approval as sentences tell them: every tier with its steps in order."""

import pytest

from knowledge.documents.plain import read_plain
from knowledge.roles.job_description import read_roles


@pytest.mark.parametrize(
    ("rule", "tiers"),
    [
        (
            "车辆配件采购，3000元以下的，车队队长签批；3000元至2万元的，车队队长提出申请，运营经理审核，"
            "分管副总签批；2万元以上的，还须经经理办公会研究决定。",
            [
                ("车辆配件采购", ["车队队长"]),
                ("车辆配件采购", ["运营经理", "分管副总"]),
                ("车辆配件采购", ["运营经理", "分管副总", "经理办公会"]),
            ],
        ),
        (
            "固定资产报废，净值1万元以下的由设备主管提出、财务经理审核、分管副总批准，1万元及以上的另报总经理批准。",
            [
                ("固定资产报废", ["财务经理", "分管副总"]),
                ("固定资产报废", ["财务经理", "分管副总", "总经理"]),
            ],
        ),
        (
            "运输合同由运营经理审核、法务专员会审后，提交总经理签订。",
            [("运输合同", ["运营经理", "法务专员", "总经理"])],
        ),
        (
            "退货在一千元以内的，店长有权决定；一千元至五千元的须请示区域经理；五千元以上的由营运总监决定。",
            [("退货", ["店长"]), ("退货", ["区域经理"]), ("退货", ["营运总监"])],
        ),
        (
            "员工调薪，由人力资源部核定，总经理批准；其中主管以上人员的调薪还须董事长签字。",
            [
                ("员工调薪", ["人力资源部", "总经理"]),
                ("主管以上人员的调薪", ["人力资源部", "总经理", "董事长"]),
            ],
        ),
        (
            "辞退员工须经车间主任提出、人力资源部审查、厂长办公会讨论通过。",
            [("辞退员工", ["人力资源部", "厂长办公会"])],
        ),
    ],
)
def test_every_tier_with_its_steps(rule: str, tiers: list[tuple[str, list[str]]]) -> None:
    approvals = read_roles(read_plain("规定.txt", f"审批规定\n第一条 {rule}\n")).approvals
    assert [(a.matter, [step.who for step in a.steps]) for a in approvals] == tiers


def test_tiers_by_who_asks() -> None:
    rule = "差旅费：普通员工的由部门经理审批，部门经理的由分管副总审批，副总的由总经理审批。"
    approvals = read_roles(read_plain("规定.txt", f"审批规定\n第一条 {rule}\n")).approvals
    assert [(a.matter, a.applies_to, [step.who for step in a.steps]) for a in approvals] == [
        ("差旅费", ("普通员工",), ["部门经理"]),
        ("差旅费", ("部门经理",), ["分管副总"]),
        ("差旅费", ("副总",), ["总经理"]),
    ]
