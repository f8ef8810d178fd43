"""What a post is for, may do and belongs to in sentences, with and without numbers before the paragraphs."""

import pytest

from knowledge.documents.markdown import read_markdown
from knowledge.roles.job_description import read_roles
from knowledge.roles.labels import Field
from knowledge.roles.role import Role

_OTHER = "## 二、炊事员\n\n炊事员隶属膳食科，受厨师长领导，编制4人。\n\n职责范围：洗菜切菜；清洗餐具。\n"


def _read(*paragraphs: str) -> Role:
    text = "# 食堂手册\n\n## 一、采买员\n\n" + "\n\n".join(paragraphs) + f"\n\n{_OTHER}"
    return next(role for role in read_roles(read_markdown("手册.md", text)).roles if role.name == "采买员")


def _rights(role: Role) -> list[str]:
    return [item.text.rstrip("。") for listing in role.authorities for item in listing.items]


@pytest.mark.parametrize(
    "lead",
    [
        "设立这个岗位是为了",
        "设置该岗位是为了",
        "之所以设立本岗位，是为了",
        "设岗目的是",
        "设立本岗位的目的在于",
        "本岗位的设立是为了",
        "本岗位旨在",
        "采买员的设立是为了",
        "本岗位的目的是",
        "该岗位存在的价值在于",
        "设立采买员的目的，是",
        "采买员的设置，旨在",
        "设立这一岗位，是为了",
        "这一岗位的意义，在于",
        "设置采买员的宗旨，就是要",
    ],
)
def test_what_a_post_is_for(lead: str) -> None:
    role = _read(
        f"采买员属膳食科，向厨师长汇报，没有下属，编制2人。{lead}让各灶口按时拿到新鲜食材。",
        "职责范围：询价比价；验收食材。",
    )
    assert role.facts[Field.SUMMARY].text.rstrip("。") == "让各灶口按时拿到新鲜食材"
    assert role.superiors == ("厨师长",)


@pytest.mark.parametrize(
    "label", ["权力与限度", "权限及边界", "职权和限制", "权限与限额", "岗位权限与约束", "工作权限与范围"]
)
def test_rights_and_their_bounds(label: str) -> None:
    role = _read("采买员属膳食科。", "职责范围：询价比价；验收食材。", f"{label}：有权退回变质的食材。")
    assert _rights(role) == ["有权退回变质的食材"]


@pytest.mark.parametrize(
    "lead", ["在权限上，", "权限方面，", "在职权方面，", "就权限上，", "在岗位权限方面："]
)
@pytest.mark.parametrize("number", ["1.4 ", ""])
def test_rights_led_by_a_clause(lead: str, number: str) -> None:
    role = _read(
        "采买员属膳食科。",
        "职责范围：询价比价；验收食材。",
        f"{number}{lead}采买员可以换供货商；对菜谱只有建议权。",
    )
    assert _rights(role) == ["采买员可以换供货商", "对菜谱只有建议权"]


def test_a_blank_behind_a_label_that_others_write_with_a_colon() -> None:
    role = _read("采买员属膳食科。", "职责范围 询价比价；验收食材。")
    assert [duty.title.text.rstrip("。") for duty in role.duties if duty.title] == ["询价比价", "验收食材"]


@pytest.mark.parametrize(
    "sentence",
    [
        "采买员所属部门为膳食科，编制2人。",
        "采买员所在科室是膳食科，定员2人。",
        "采买员隶属部门为膳食科，配备2人。",
        "本岗位归属膳食科，设置2人。",
    ],
)
def test_the_department_behind_a_word_for_it(sentence: str) -> None:
    role = _read(sentence, "职责范围：询价比价；验收食材。")
    assert role.department == "膳食科"
    assert "2" in role.facts[Field.HEADCOUNT].text


def test_numbers_that_count_the_parts_of_a_description() -> None:
    role = _read(
        "1.1 采买员在膳食科工作，编制2人，其上级是厨师长。",
        "1.2 该岗位负责各灶口的食材供应。",
        "1.3 日常工作包括：（1）询价比价；（2）验收食材。",
        "1.4 在权限上，采买员可以换供货商。",
    )
    assert [duty.title.text.rstrip("；。") for duty in role.duties if duty.title] == ["询价比价", "验收食材"]
    assert role.facts[Field.SUMMARY].text.rstrip("。") == "负责各灶口的食材供应"
    assert (role.department, role.superiors) == ("膳食科", ("厨师长",))
    assert _rights(role) == ["采买员可以换供货商"]


@pytest.mark.parametrize(
    "sentence",
    ["其协作对象主要是菜场、检测站。", "采买员的往来单位为菜场和检测站。", "主要联系对象有菜场、检测站。"],
)
def test_partners_behind_the_rights_are_none(sentence: str) -> None:
    role = _read(
        "采买员属膳食科。", "职责范围：询价比价；验收食材。", f"在权限方面，采买员有权换供货商。{sentence}"
    )
    assert _rights(role) == ["采买员有权换供货商"]
    assert [item.text for listing in role.collaboration for item in listing.items] == ["菜场", "检测站"]


@pytest.mark.parametrize(
    ("held", "count"), [("由一名人员担任", "一名"), ("现由2名专职人员担任", "2名"), ("由三人承担", "三人")]
)
def test_the_place_in_one_paragraph_and_the_work_in_another(held: str, count: str) -> None:
    role = _read(f"采买员{held}，上级为厨师长。", "采买员每天询价比价，验收食材。")
    assert (role.superiors, role.text(Field.HEADCOUNT)) == (("厨师长",), count)
    assert not any("担任" in duty.title.text for duty in role.duties if duty.title)
