"""Posts whose headings only the form of a whole document tells, and which reading of a document counts."""

import pytest

from knowledge.documents.plain import read_plain
from knowledge.roles.choice import read_best
from knowledge.roles.labels import Field
from knowledge.roles.outline import outlined
from knowledge.roles.reading import Reading

_COUNTED = (
    "物流部岗位说明\n1 总则\n1.1 为明确各岗位职责，制定本说明。\n2 岗位职责\n"
    "2.1 物流经理（定员1人，向运营总监汇报）\n负责物流部全面工作。\n审核仓储费用。\n组织供应商评价。\n"
    "2.2 仓储主管（2人，向物流经理汇报）\n负责库区管理。\n组织月度盘点。\n"
    "2.3 叉车工（定员4人，归仓储主管管理）\n按单装卸货物。\n检查叉车电量。\n3 附则\n本说明由物流部解释。\n"
)
_GROUPED = (
    "一、领导岗位\n（一）站长\n1．主持车站全面工作。\n2．审批车站日常开支。\n（二）党支部书记\n1．负责党建工作。\n"
    "二、操作岗位\n（一）行车值班员、客运值班员\n直接领导：站长\n1．监视列车运行。\n2．填写台账。\n"
    "（二）站务员\n直接领导：客运值班员\n1．引导乘客。\n三、共同职责\n1．遵守规章制度。\n2．参加应急演练。\n"
)


def _read(text: str, name: str = "文件.txt") -> Reading:
    return read_best(read_plain(name, text))


def _duties(reading: Reading) -> dict[str, list[str]]:
    return {role.name: [duty.title.text for duty in role.duties] for role in reading.roles}


def test_posts_counted_below_chapters_with_remarks_in_brackets() -> None:
    reading = _read(_COUNTED)
    assert _duties(reading) == {
        "物流经理": ["负责物流部全面工作", "审核仓储费用", "组织供应商评价"],
        "仓储主管": ["负责库区管理", "组织月度盘点"],
        "叉车工": ["按单装卸货物", "检查叉车电量"],
    }
    assert [role.superiors for role in reading.roles] == [("运营总监",), ("物流经理",), ("仓储主管",)]
    assert [role.text(Field.HEADCOUNT) for role in reading.roles] == ["1人", "2人", "4人"]
    assert reading.roles[1].facts[Field.SUPERIOR].quote == "2.2 仓储主管（2人，向物流经理汇报）"


def test_posts_below_headings_of_groups() -> None:
    reading = _read(_GROUPED)
    assert _duties(reading) == {
        "站长": ["主持车站全面工作", "审批车站日常开支"],
        "党支部书记": ["负责党建工作"],
        "行车值班员": ["监视列车运行", "填写台账"],
        "客运值班员": ["监视列车运行", "填写台账"],
        "站务员": ["引导乘客"],
    }


@pytest.mark.parametrize(
    "text",
    [
        "一、职责\n1. 记账。\n2. 报税。\n二、权限\n1. 签字。\n",
        "岗位名称：会计\n直接下级：\n1. 出纳\n2. 收银员\n职责：\n1. 记账。\n2. 报税。\n",
        "部门设会计、出纳各一名。\n会计负责记账。\n出纳负责收付。\n",
    ],
)
def test_no_form_names_posts(text: str) -> None:
    assert outlined(read_plain("文件", text).blocks) is None


@pytest.mark.parametrize("name", ["采购员.txt", "03-采购员.txt", "附件2：采购员岗位说明书（2023版）.txt"])
def test_a_post_that_only_its_file_names(name: str) -> None:
    reading = _read("职责：\n1、询价比价。\n2、跟踪到货。\n上级：采购主管\n", name)
    assert _duties(reading) == {"采购员": ["询价比价", "跟踪到货"]}
    assert reading.roles[0].superiors == ("采购主管",)


def test_a_file_named_for_no_post() -> None:
    assert _read("职责：\n1、询价比价。\n2、跟踪到货。\n", "采购制度.txt").roles == ()
