"""Steps that tiers share, chains drawn in other ways, and cases that go on from the steps before them."""

from pathlib import Path

import pytest

from knowledge.actions import Strength
from knowledge.documents.reader import read_document
from knowledge.roles.approval import Approval
from knowledge.roles.job_description import read_roles

_POSTS = (
    "社工", "护理部主任", "院长", "出版部主任", "总编辑", "社长", "采购员", "采购经理", "总经理", "出纳",
    "客服专员", "店长", "区域经理",
)  # fmt: skip


def _approvals(folder: Path, line: str) -> tuple[Approval, ...]:
    roles = "".join(f"\n# {post}\n岗位名称：{post}\n岗位职责：\n1. 日常工作\n" for post in _POSTS)
    path = folder / "制度.md"
    path.write_text(f"# 审批权限规定\n\n{line}\n{roles}", encoding="utf-8")
    return read_roles(read_document(path)).approvals


def _told(approval: Approval) -> str:
    steps = [s for s in approval.steps if s.strength is not Strength.INFORMED]
    return "→".join(f"{step.who}{step.verb}" for step in steps)


LINES: list[tuple[str, list[str]]] = [
    # What is done first, whatever the amount, belongs to every tier.
    (
        "日常费用报销，先由会计复核单据，再按金额签批：单笔500元以内由店长审批，500元以上由区域经理审批",
        ["会计复核→店长审批", "会计复核→区域经理审批"],
    ),
    (
        "差旅费由经办人填单，部门负责人签字，财务会计审核票据后，3000元以下的由副总经理审批，3000元以上的由总经理审批",
        [
            "部门负责人签字→财务会计审核→副总经理审批",
            "部门负责人签字→财务会计审核→总经理审批",
        ],
    ),
    (
        "合同由法务专员审核；5万元以内由部门经理批准，5万元以上由总经理批准",
        ["法务专员审核→部门经理批准", "法务专员审核→总经理批准"],
    ),
    (
        "物资领用经仓库主管核实后，200元以内的由班组长批准，200元以上的由车间主任批准",
        ["仓库主管核实→班组长批准", "仓库主管核实→车间主任批准"],
    ),
    # A tier with a matter of its own shares nothing.
    (
        "合同由法务专员审核；采购5万元以内由部门经理批准，5万元以上由总经理批准",
        ["法务专员审核", "部门经理批准", "总经理批准"],
    ),
    # What decides without an amount is a tier of its own.
    (
        "请假由班长签字同意；超过3天的由车间主任批准",
        ["班长签字同意", "车间主任批准"],
    ),
    (
        "开支1000元以下的，由办公室主任审核、副馆长审批；1000元以上的，由副馆长审核、馆长审批",
        ["办公室主任审核→副馆长审批", "副馆长审核→馆长审批"],
    ),
    # A case that goes on from the steps before it.
    (
        "请假由班长批准；超过3天的，再报车间主任批准",
        ["班长批准", "班长批准→车间主任批准"],
    ),
    (
        "培训由部门经理审批，费用超过1万元的，还须报总经理审批",
        ["部门经理审批", "部门经理审批→总经理审批"],
    ),
    (
        "重印的流程为：发行员提出→出版部主任核算成本→总编辑批准。重印数超过1万册的，再报社长批准",
        [
            "发行员提出→出版部主任核算成本→总编辑批准",
            "发行员提出→出版部主任核算成本→总编辑批准→社长批准",
        ],
    ),
    (
        "一般选题的审批流程为：编辑申报→出版部主任初审→选题论证会论证→总编辑批准。"
        "涉及重大题材的选题，经总编辑批准后还须报社长签批",
        [
            "编辑申报→出版部主任初审→选题论证会论证→总编辑批准",
            "编辑申报→出版部主任初审→选题论证会论证→总编辑批准→社长签批",
        ],
    ),
    # Chains drawn with dashes, and with verbs that are no rights.
    ("入住按“社工接待咨询—护理部主任评估—院长审批”办理", ["社工接待咨询→护理部主任评估→院长审批"]),
    ("付款按照出纳–采购经理–总经理的顺序审批", ["出纳审核→采购经理审核→总经理审批"]),
    ("付款：采购员询价→采购经理审核→总经理批准→出纳付款", ["采购经理审核→总经理批准→出纳付款"]),
    ("退款：客服专员受理→店长核实→区域经理批准", ["客服专员受理→店长核实→区域经理批准"]),
    ("退货由客服专员受理，店长审核后报区域经理批准", ["客服专员受理→店长审核→区域经理批准"]),
    # Bodies whose name ends where a verb might begin, and verbs with an adverb of order.
    (
        "赔款20万元以上的，经赔案评审委员会审议后报总经理审批",
        ["赔案评审委员会审议→总经理审批"],
    ),
    ("大额支出经理事会审定", ["理事会审定"]),
    (
        "事假超过 3 天的，车队长、营运副经理逐级签署意见，由分公司经理批准",
        ["车队长签署意见→营运副经理签署意见→分公司经理批准"],
    ),
    # Chains of work, and dates, are no approvals.
    ("发货：采购员下单→出纳付款→店长收货", []),
    ("本规定自2024-01-01起执行", []),
]


@pytest.mark.parametrize(("line", "steps"), LINES, ids=[line[:16] for line, _ in LINES])
def test_the_steps_of_every_tier(tmp_path: Path, line: str, steps: list[str]) -> None:
    assert [_told(approval) for approval in _approvals(tmp_path, line)] == steps


@pytest.mark.parametrize(
    ("line", "conditions"),
    [
        ("请假由班长批准；超过3天的，再报车间主任批准", [(None, 3.0), (3.0, None)]),
        (
            "重印：出版部主任核算→总编辑批准。超过1万册的，再报社长批准",
            [(None, 10_000.0), (10_000.0, None)],
        ),
        ("请假由班长批准；节日期间的，再报车间主任批准", [None, None]),
    ],
)
def test_what_stands_without_a_range_lies_below_the_case(
    tmp_path: Path, line: str, conditions: list[tuple[float | None, float | None] | None]
) -> None:
    limits = [approval.limit for approval in _approvals(tmp_path, line)]
    assert [(limit.least, limit.most) if limit else None for limit in limits] == conditions
