"""Approvals outside any description: matrices, rules and chains, and the questions they answer."""

from pathlib import Path
from typing import Any

import pytest

from bot.conversation import Conversations
from bot.show import organization_object
from knowledge import Handbook
from knowledge.actions import Strength
from knowledge.documents.reader import read_document
from knowledge.roles.approval import Approval
from knowledge.roles.job_description import read_roles
from tests.gold import check

_ROLES = """
# 店长
岗位名称：店长
直接上级：区域经理
岗位职责：
1. 管理门店

# 店员
岗位名称：店员
直接上级：店长
岗位职责：
1. 接待顾客
"""
_MATRIX = """
# 审批权限表

| 事项 | 金额 | 申请 | 审核 | 复核 | 审批 | 知会 |
|---|---|---|---|---|---|---|
| 费用报销 | 1000元以内（含） | 经办人 | - | - | 店长 | 会计 |
| | 1000元以上至5000元（含） | 经办人 | 店长 | 会计 | 区域经理 | - |
| | 5000元以上 | 经办人 | 区域经理 | 会计 | 总经理 | - |
| 请假 | 3天以内 | 本人 | - | - | 店长 | - |
| | 3天（含）以上 | 本人 | 店长 | - | 区域经理 | - |
| 商品打折 | 8折（含）以上 | 店员 | - | - | 店长 | - |
| | 8折以下 | 店长 | - | - | 区域经理 | - |
"""


def _approvals(folder: Path, text: str) -> tuple[Approval, ...]:
    path = folder / "制度.md"
    path.write_text(text, encoding="utf-8")
    return read_roles(read_document(path)).approvals


def _brief(approval: Approval) -> tuple[str, str, list[str]]:
    return approval.matter, approval.condition, [f"{step.who}{step.verb}" for step in approval.steps]


def test_a_matrix_is_read_row_by_row(tmp_path: Path) -> None:
    approvals = _approvals(tmp_path, _MATRIX)
    assert [_brief(approval) for approval in approvals[:3]] == [
        ("费用报销", "1000元以内（含）", ["店长审批", "会计知会"]),
        ("费用报销", "1000元以上至5000元（含）", ["店长审核", "会计复核", "区域经理审批"]),
        ("费用报销", "5000元以上", ["区域经理审核", "会计复核", "总经理审批"]),
    ]
    assert {approval.title for approval in approvals} == {"审批权限表"}


@pytest.mark.parametrize(
    ("line", "matter", "steps"),
    [
        ("3天以上由区域经理批准", "请假", ["区域经理批准"]),
        ("店长审核后报区域经理审批", "请假", ["店长审核", "区域经理审批"]),
        ("经办人→店长→区域经理", "请假", ["店长审核", "区域经理审批"]),
        ("未经店长批准,不得离岗", "请假 离岗", ["店长批准"]),
    ],
)
def test_rules_and_chains(tmp_path: Path, line: str, matter: str, steps: list[str]) -> None:
    found = [_brief(a) for a in _approvals(tmp_path, f"# 请假规定\n\n{line}\n")]
    assert [s for _, _, names in found for s in names][: len(steps)] == steps
    assert found[0][0].startswith(matter.split()[0])


@pytest.mark.parametrize(
    ("line", "matter", "steps"),
    [
        (
            "押金退还流程：收银员→店长→财务经理→区域总监。退款由出纳办理",
            "押金退还流程",
            ["收银员审核", "店长审核", "财务经理审核", "区域总监审批"],
        ),
        (
            "菜单调整：厨师长提出→餐饮部经理审核→总经理批准。未经批准，任何人不得更换主菜",
            "菜单调整",
            ["厨师长提出", "餐饮部经理审核", "总经理批准"],
        ),
        (
            "借阅档案：借阅人填写申请单→科室负责人签字→档案室主任批准，报分管副院长备案",
            "借阅档案",
            ["科室负责人签字", "档案室主任批准", "分管副院长备案"],
        ),
        (
            "按《采购管理办法》，请购人申请→财务部、法务部会签→总经理审批",
            "请假",
            ["财务部会签", "法务部会签", "总经理审批"],
        ),
        (
            "预警发布：预报员起草→首席预报员审核→台长签发",
            "预警发布",
            ["预报员起草", "首席预报员审核", "台长签发"],
        ),
        (
            "停电检修：工作负责人提出→运维班长审核签字后→报调度主任批准",
            "停电检修",
            ["工作负责人提出", "运维班长", "调度主任批准"],
        ),
    ],
)
def test_chains_with_sentences_around_them(tmp_path: Path, line: str, matter: str, steps: list[str]) -> None:
    found = _approvals(tmp_path, f"# 请假规定\n\n{line}\n")
    assert len(found) == 1
    assert matter in found[0].matter
    told = [f"{step.who}{step.verb}" for step in found[0].steps]
    assert len(told) == len(steps)
    assert all(told_.startswith(step) for told_, step in zip(told, steps, strict=True))
    deciding = [step.who for step in found[0].steps if step.strength is Strength.DECIDE]
    assert len(deciding) == 1


def test_a_chain_of_work_is_no_approval(tmp_path: Path) -> None:
    assert _approvals(tmp_path, "# 发货规定\n\n发货流程：接单→拣货→打包→出库\n") == ()


@pytest.mark.parametrize("line", ["员工应当爱护公物", "店长负责门店卫生", "本制度自发布之日起执行"])
def test_what_is_no_approval_is_left(tmp_path: Path, line: str) -> None:
    assert _approvals(tmp_path, f"# 管理规定\n\n{line}\n") == ()


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Conversations:
    folder = tmp_path_factory.mktemp("shop")
    (folder / "岗位.md").write_text(_ROLES, encoding="utf-8")
    (folder / "制度.md").write_text(_MATRIX, encoding="utf-8")
    return Conversations(Handbook.load([folder]))


QUESTIONS: list[tuple[str, dict[str, Any]]] = [
    ("报销800元谁批", {"roles": ["店长"]}),
    ("报销1000元谁批", {"roles": ["店长"]}),
    ("报销1001元谁批", {"roles": ["区域经理"]}),
    ("报销5000块谁批", {"roles": ["区域经理"]}),
    ("报销八千块谁批", {"roles": ["总经理"]}),
    ("费用报销谁审批", {"roles": ["店长", "区域经理", "总经理"]}),
    ("费用报销谁复核", {"roles": ["会计"]}),
    ("报销3000元要走哪些流程", {"roles": ["店长", "会计", "区域经理"]}),
    ("我是店员,请4天假要找谁", {"roles": ["店长", "区域经理"]}),
    ("请3天假谁批", {"roles": ["区域经理"]}),
    ("请2天假谁批", {"roles": ["店长"]}),
    ("打85折谁批", {"roles": ["店长"]}),
    ("打八折谁批", {"roles": ["店长"]}),
    ("7折谁批", {"roles": ["区域经理"]}),
    ("店长能批3000元的报销吗", {"verdict": False}),
    ("店长能批500元的报销吗", {"verdict": True}),
    ("报销100美元谁批", {"status": "not_found"}),
    ("采购谁批", {"status": "not_found"}),
]


@pytest.mark.parametrize(("question", "gold"), QUESTIONS, ids=[question for question, _ in QUESTIONS])
def test_questions_about_a_matrix(shop: Conversations, question: str, gold: dict[str, Any]) -> None:
    check(shop.ask(question, question), gold)


def test_approvals_are_shown(tmp_path: Path) -> None:
    (tmp_path / "制度.md").write_text(_ROLES + _MATRIX, encoding="utf-8")
    shown = organization_object(Handbook.load([tmp_path]).organization)["approvals"]
    assert shown[0]["steps"] == [{"role": "店长", "action": "审批"}, {"role": "会计", "action": "知会"}]
    assert (shown[0]["matter"], shown[0]["document"]) == ("费用报销", "制度.md")


def test_a_name_that_begins_like_a_word_for_handing_on(tmp_path: Path) -> None:
    approvals = _approvals(
        tmp_path,
        "# 审批规定\n\n退货由销售部经理提出,质检科鉴定,经营副厂长审核,厂长批准。\n\n"
        "借款经办公室主任审核,总经理批准。\n",
    )
    assert [step for approval in approvals for step in _brief(approval)[2]] == [
        "质检科鉴定",
        "经营副厂长审核",
        "厂长批准",
        "办公室主任审核",
        "总经理批准",
    ]


_LAST = """第一部分 岗位说明
岗位名称：出纳
岗位职责：
1、办理收付款
岗位权限：
1、手续不全的拒付权
第二部分 审批事项
以下几件事常有人问，列在一起：
1、借款。5000元以内科长审批，5000元以上、2万元以内（含）的处长审批。
2、报废。3000元以内（含）由科长批准；3000元以上的，科长审核，处长批准。
"""


def test_a_part_behind_the_rights_of_the_last_post(tmp_path: Path) -> None:
    path = tmp_path / "职责.txt"
    path.write_text(_LAST, encoding="utf-8")
    reading = read_roles(read_document(path))
    assert [_brief(approval) for approval in reading.approvals] == [
        ("借款", "5000元以内", ["科长审批"]),
        ("借款", "5000元以上、2万元以内（含）", ["处长审批"]),
        ("报废", "3000元以内（含）", ["科长批准"]),
        ("报废", "3000元以上", ["科长审核", "处长批准"]),
    ]
    (clerk,) = (role for role in reading.roles if role.described)
    assert [item.text for listing in clerk.authorities for item in listing.items] == ["手续不全的拒付权"]


@pytest.mark.parametrize("verb", ["核销", "减免", "放行", "裁定"])
def test_what_settles_a_matter_at_the_end_of_its_clause(verb: str, tmp_path: Path) -> None:
    rule = f"单据差错{verb}：200元以内由店长{verb}；200元以上由财务部审核后报总经理{verb}。"
    text = f"{_ROLES}\n# 审批规定\n1. {rule}\n"
    assert [_brief(approval)[2] for approval in _approvals(tmp_path, text)] == [
        [f"店长{verb}"],
        ["财务部审核", f"总经理{verb}"],
    ]


@pytest.mark.parametrize(
    ("asked", "role"), [("加班车5个班次找谁批", "店长"), ("加班车6个班次找谁批", "总经理")]
)
def test_measures_are_units_of_limits(asked: str, role: str, tmp_path: Path) -> None:
    rule = "加班车：单日5个班次以内（含）由店长批准；超过5个班次由总经理批准。"
    text = f"{_ROLES}\n# 审批规定\n1. {rule}\n"
    (tmp_path / "制度.md").write_text(text, encoding="utf-8")
    answer = Conversations(Handbook.load([tmp_path])).ask("", asked)
    assert list(answer.roles) == [role]
