"""Posts described in running prose: a duty for each sentence, other posts' sentences apart."""

import pytest

from knowledge.documents.document import Source
from knowledge.documents.plain import read_plain
from knowledge.roles.job_description import read_roles
from knowledge.roles.labels import Field
from knowledge.roles.lines import make_line
from knowledge.roles.reading import Reading
from knowledge.roles.role import Role
from knowledge.roles.stating import role_statements
from knowledge.roles.told_duties import by_kind

_TEXT = (
    "青松监理站工作职责\n\n一、站长\n"
    "站长在公司总经理领导下主持全站工作。其主要任务是：制定年度计划，报总经理批准；签发监理报告；任免各监理组组长。"
    "站长有权决定5万元以下的设备采购。\n站长没有减免监理费的权力。\n"
    "二、资料员\n资料员的日常工作由副站长领导，负责图纸的收发登记。借阅图纸须经副站长同意。每月清点图纸。见习员每天整理台账。\n"
)


def _role(reading: Reading, name: str) -> Role:
    return next(role for role in reading.roles if role.name == name)


def test_each_sentence_is_a_duty() -> None:
    reading = read_roles(read_plain("文件", _TEXT))
    chief, clerk = _role(reading, "站长"), _role(reading, "资料员")
    assert [duty.title.text for duty in chief.duties] == [
        "制定年度计划，报总经理批准",
        "签发监理报告",
        "任免各监理组组长",
    ]
    assert [item.text for listing in chief.authorities for item in listing.items] == [
        "站长有权决定5万元以下的设备采购",
        "站长没有减免监理费的权力",
    ]
    assert chief.superiors == ("公司总经理",)
    assert chief.text(Field.SUMMARY) == "主持全站工作"
    assert [duty.title.text for duty in clerk.duties] == [
        "借阅图纸须经副站长同意",
        "每月清点图纸",
    ]
    assert [item.text for listing in clerk.others for item in listing.items] == ["见习员每天整理台账"]
    assert clerk.superiors == ("副站长",)


_INTRODUCED = (
    "园区运营岗位说明\n\n一、保安主管\n"
    "保安主管属安保部，编制1人，向园区经理汇报，直接下级为保安班长（3人）。保安主管主持安保部日常工作。\n"
    "主要职责：\n1、编排门岗班表；\n2、组织消防演练。\n"
    "二、巡逻员\n巡逻员由保安班长直接带领，共12人。\n主要职责：\n1、按点巡逻；\n2、登记来访车辆。\n"
)


def test_sentences_above_a_list_of_duties_introduce_the_post() -> None:
    reading = read_roles(read_plain("文件", _INTRODUCED))
    chief, guard = _role(reading, "保安主管"), _role(reading, "巡逻员")
    assert [duty.title.text for duty in chief.duties] == ["编排门岗班表", "组织消防演练"]
    assert [duty.title.text for duty in guard.duties] == ["按点巡逻", "登记来访车辆"]
    assert (chief.superiors, chief.subordinates) == (("园区经理",), ("保安班长",))
    assert guard.superiors == ("保安班长",)
    assert {role.name for role in reading.roles if role.described} == {"保安主管", "巡逻员"}
    assert not [role.name for role in reading.roles if role.name.startswith("为")]


def test_a_right_that_is_denied_behind_the_name_of_the_post() -> None:
    chief = _role(read_roles(read_plain("文件", _TEXT)), "站长")
    (denied,) = (s for s in role_statements(chief) if "减免" in s.folded)
    assert [right.negated for right in denied.rights] == [True]


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("招生专员每天回访来访的家长。", True),
        ("招生主管起草招生简章。", False),
        ("招生专员的转正由招生主管提出意见。", False),
        ("教师临时缺岗时，由招生主管安排代课。", False),
        ("员工须遵守规定。", False),
    ],
)
def test_whose_sentence(text: str, others: bool) -> None:
    line = make_line(text, Source("a", 1))
    assert by_kind([line], ("招生主管",))[2] == ([line] if others else [])
