"""Forms whose labels ran together, or that part a label from its text by a full stop; an invented ferry."""

import pytest

from knowledge.documents.markdown import read_markdown
from knowledge.documents.plain import read_plain
from knowledge.roles.headings import pieces
from knowledge.roles.job_description import read_roles
from knowledge.roles.labels import Field
from knowledge.roles.reading import Reading
from knowledge.roles.role import Role


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("岗位名称:船长所在部门:航运部", ["岗位名称:船长", "所在部门:航运部"]),
        ("直接下级：大副、轮机长岗位编制：", ["直接下级：大副、轮机长", "岗位编制："]),
        ("岗位编制:岗位编号:HY-01", ["岗位编制:", "岗位编号:HY-01"]),
        (
            "直接上级:航运部经理岗位概述:负责船员的岗位职责:见下",
            ["直接上级:航运部经理", "岗位概述:负责船员的岗位职责:见下"],
        ),
        ("岗位概述:按部门:航次安排", ["岗位概述:按部门:航次安排"]),  # only short fields end at the next label
        ("注意:直接上级:经理", ["注意:直接上级:经理"]),
    ],
)
def test_labels_right_behind_a_value(line: str, expected: list[str]) -> None:
    assert pieces(line) == expected


_GLUED = """一、船长
岗位名称:船长所在部门:航运部
直接上级:航运部经理直接下级:大副、水手长岗位编制:
岗位概述:驾驶渡船
岗位职责
1.检查船况2.签发开航令
岗位工作权限
1.停航的决定权
2.水手长1天以内请假的审批权
二、水手长(简称水头)
岗位名称:水手长所在部门:航运部直接上级:船长岗位编制:2人
岗位职责
(1)带领水手系缆;(2)保养甲板
岗位工作权限
(1)水手的派工权
"""


def _roles(reading: Reading) -> dict[str, Role]:
    return {role.name: role for role in reading.roles}


def _rights(role: Role) -> dict[str, list[str]]:
    return {listing.kind: [item.text for item in listing.items] for listing in role.authorities}


def test_forms_with_two_labels_in_a_line() -> None:
    roles = _roles(read_roles(read_plain("航运部.txt", _GLUED)))
    captain, boatswain = roles["船长"], roles["水手长"]
    assert (captain.superiors, captain.subordinates) == (("航运部经理",), ("大副", "水手长"))
    assert Field.HEADCOUNT in captain.blank
    assert [duty.title.text for duty in captain.duties] == ["检查船况", "签发开航令"]
    # the last right is not swallowed together with the counted name of the next post
    assert _rights(captain) == {"岗位工作权限": ["停航的决定权", "水手长1天以内请假的审批权"]}
    assert boatswain.facts[Field.HEADCOUNT].text == "2人"
    assert _rights(boatswain) == {"岗位工作权限": ["水手的派工权"]}


_STOPPED = """# 渡运公司岗位职责与审批权限

## 一、航运经理

1.1 岗位设置。航运经理1名，隶属航运部，向总经理汇报，下辖船长。

1.2 岗位宗旨。保证航班安全、准点。

1.3 主要职责。（1）编排航班；（2）组织船检；（3）处理乘客投诉。

1.4 岗位权限。有权停航；对船长的任免有建议权。

1.5 工作协作。对内与机务部、票务部配合，对外联系海事处、港务局。

## 二、票务经理

2.1 岗位设置。票务经理1名，隶属票务部，向总经理汇报，下辖售票员。

2.2 岗位宗旨。卖好每一张票。

2.3 主要职责。（1）制定票价方案；（2）核对票款。

2.4 岗位权限。售票员排班的决定权。

## 三、审批权限

第一条　退票。单笔100元以内（含）的，由售票员批准；100元以上的，由票务经理批准。

第二条　包船。由航运经理审核，总经理批准。
"""


@pytest.mark.parametrize("mark", ["。", "\u3000", "  "])
def test_labels_with_a_full_stop_or_blank_behind_them(mark: str) -> None:
    text = _STOPPED
    for label in ("岗位设置", "岗位宗旨", "主要职责", "岗位权限", "工作协作"):
        text = text.replace(f"{label}。", f"{label}{mark}")
    reading = read_roles(read_markdown("渡运公司.md", text))
    manager, tickets = _roles(reading)["航运经理"], _roles(reading)["票务经理"]
    assert manager.facts[Field.HEADCOUNT].text == "1名"
    assert (manager.superiors, manager.subordinates) == (("总经理",), ("船长",))
    assert manager.facts[Field.SUMMARY].text == "保证航班安全、准点"
    assert [duty.title.text for duty in manager.duties] == ["编排航班", "组织船检", "处理乘客投诉"]
    assert _rights(manager) == {"岗位权限": ["有权停航", "对船长的任免有建议权"]}
    partners = {listing.kind: [item.text for item in listing.items] for listing in manager.collaboration}
    assert partners == {"内部": ["机务部", "票务部"], "外部": ["海事处", "港务局"]}
    # the chapter that is counted on from the posts is none of the last post's rights
    assert _rights(tickets) == {"岗位权限": ["售票员排班的决定权"]}
    assert [approval.matter for approval in reading.approvals] == ["退票", "退票", "包船"]


@pytest.mark.parametrize(
    "superior", ["总公司分管副总经理", "县局分管领导", "集团分管负责人", "总院分管副院长"]
)
def test_a_label_inside_the_name_of_a_superior(superior: str) -> None:
    form = (
        "{0}岗位说明书岗位名称{0}所在部门生产部直接上级{1}直接下级{2}岗位编制1人"
        "主要职责1.排产。2.巡检。岗位权限1.调班的决定权。"
    )
    text = (
        form.format("车间主任", superior, "班长、统计员")
        + "\n"
        + form.format("班长", "车间主任", "操作工")
        + "\n"
    )
    roles = {role.name: role for role in read_roles(read_plain("说明书.txt", text)).roles}
    assert roles["车间主任"].superiors == (superior,)
    assert roles["车间主任"].subordinates == ("班长", "统计员")
