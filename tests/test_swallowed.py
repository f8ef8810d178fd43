"""What a description took that is another post's, and names that are none."""

import pytest

from knowledge.documents.plain import read_plain
from knowledge.roles.job_description import read_roles
from knowledge.roles.names import read_names
from knowledge.roles.swallowed import is_name

_TEXT = (
    "岗位名称：厂长\n直接上级：无\n直接下级：班长\n岗位职责：\n1、主持全厂工作。\n2、审批预算。\n3、班长\n4、安排班次。\n"
    "工作权限：\n1、派工权。\n"
)


def test_what_stands_behind_the_name_of_another_post_is_not_told_of_this_one() -> None:
    reading = read_roles(read_plain("a", _TEXT))
    (role,) = reading.roles
    assert [duty.title.text for duty in role.duties] == ["主持全厂工作", "审批预算"]
    assert role.authorities == ()
    assert [passage.text for passage in reading.unplaced] == ["班长", "安排班次", "派工权"]


@pytest.mark.parametrize("duty", ["考核班长", "安排班长值班", "厂长", "兼任班长"])
def test_duties_that_only_speak_of_posts(duty: str) -> None:
    (role, *_) = read_roles(read_plain("a", _TEXT.replace("3、班长", f"3、{duty}"))).roles
    assert [d.title.text for d in role.duties] == ["主持全厂工作", "审批预算", duty, "安排班次"]


@pytest.mark.parametrize(
    ("text", "name"),
    [("厂长", True), ("Senior Java Engineer", True), ("负责全厂，主持工作", False), ("12", False)],
)
def test_names(text: str, name: bool) -> None:
    assert is_name(text) is name


@pytest.mark.parametrize(
    ("text", "solid"),
    [
        ("详见组织架构图", ()),
        ("见附件", ()),
        ("按公司规定", ()),
        ("待定", ()),
        ("根据项目情况确定", ()),
        ("3-5人", ()),
        ("按摩师、见习主管", ("按摩师", "见习主管")),
        ("分管副总", ("分管副总",)),
    ],
)
def test_what_is_written_in_place_of_a_name(text: str, solid: tuple[str, ...]) -> None:
    assert read_names(text).solid == solid
