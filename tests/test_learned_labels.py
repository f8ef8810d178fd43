"""Labels that no table has and the document tells, and labels with an English name beside the Chinese one."""

import pytest

from knowledge.documents.markdown import read_markdown
from knowledge.documents.plain import read_plain
from knowledge.roles.job_description import read_roles
from knowledge.roles.labels import Field, labels
from knowledge.roles.names import split_alias

_FORM = (
    "★ {name}\n岗位使命：负责{what}\n"
    "须尽之责任：\n1) 编制{what}计划\n2) 组织检查\n手中的权力：\n1) 否决{what}方案\n"
    "归谁管：{above}\n"
)


def test_labels_in_each_description() -> None:
    text = "项目部岗位职责\n\n" + "".join(
        _FORM.format(name=name, what=what, above=above)
        for name, what, above in (("项目经理", "进度", "公司经理"), ("安全员", "安全", "项目经理"))
    )
    first, second = read_roles(read_plain("文件", text)).roles
    assert [duty.title.text for duty in first.duties] == ["编制进度计划", "组织检查"]
    assert [item.text for listing in second.authorities for item in listing.items] == ["否决安全方案"]
    assert first.text(Field.SUMMARY) == "负责进度"
    assert (first.superiors, second.superiors) == (("公司经理",), ("项目经理",))
    assert second.facts[Field.SUPERIOR].quote == "归谁管：项目经理"


def test_words_before_a_colon_that_stand_once_are_no_label() -> None:
    text = "岗位名称：会计\n职责：\n1. 记账\n2. 其他工作：\n3. 报税\n"
    (role,) = read_roles(read_plain("文件", text)).roles
    assert [duty.title.text for duty in role.duties] == ["记账", "其他工作", "报税"]


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Job Title 职位", Field.NAME),
        ("Reports to 汇报对象", Field.SUPERIOR),
        ("职责 Responsibilities", Field.DUTIES),
        ("Department（部门）", Field.DEPARTMENT),
        ("IT部门", None),
        ("ERP 系统", None),
    ],
)
def test_labels_in_two_languages(text: str, field: Field | None) -> None:
    assert labels().field_of(text) is field


def test_a_form_in_two_languages() -> None:
    text = (
        "# 岗位说明\n\n**Job Title 职位**：Store Manager 店长\n**Reports to 汇报对象**：区域经理\n"
        "**Responsibilities 职责**\n- 达成门店销售目标\n- 审批店员排班\n"
    )
    (role,) = read_roles(read_markdown("文件", text)).roles
    assert (role.name, role.aliases, role.superiors) == ("店长", ("Store Manager",), ("区域经理",))
    assert [duty.title.text for duty in role.duties] == ["达成门店销售目标", "审批店员排班"]


@pytest.mark.parametrize(
    ("text", "name", "aliases"),
    [
        ("Store Manager 店长", "店长", ("Store Manager",)),
        ("店长 Store Manager", "店长", ("Store Manager",)),
        ("前端 Tech Lead", "前端 Tech Lead", ()),
        ("Java 工程师", "Java 工程师", ()),
    ],
)
def test_names_in_two_languages(text: str, name: str, aliases: tuple[str, ...]) -> None:
    assert split_alias(text) == (name, aliases)


def test_labels_in_brackets_that_no_table_has() -> None:
    text = "".join(
        f"【{name}】\n【汇报给】{above}\n【工作】\n1）{what}。\n2）{more}。\n"
        for name, above, what, more in (
            ("店长", "区域经理", "定目标", "批退货"),
            ("收银员", "店长", "收银", "交账"),
        )
    )
    first, second = read_roles(read_plain("文件", text)).roles
    assert [duty.title.text for duty in first.duties] == ["定目标", "批退货"]
    assert [duty.title.text for duty in second.duties] == ["收银", "交账"]
    assert Field.SUMMARY not in first.facts


def test_heads_of_columns_in_words_of_their_own() -> None:
    text = (
        "| 职务 | 所在科室 | 听命于 | 手下 | 要干的活 | 能做主的 |\n|---|---|---|---|---|---|\n"
        "| 护士长 | 内科 | 护理部主任 | 护士、护理员 | 编制排班；组织查房；考核护士 | 调班 |\n"
        "| 护士 | 内科 | 护士长 | 无 | 执行医嘱；书写记录 | 无 |\n"
    )
    head, nurse = read_roles(read_markdown("文件", text)).roles
    assert (head.superiors, head.subordinates, nurse.superiors) == (
        ("护理部主任",),
        ("护士", "护理员"),
        ("护士长",),
    )
    assert [item.text for listing in head.authorities for item in listing.items] == ["调班"]
    assert [duty.title.text for duty in nurse.duties] == ["执行医嘱", "书写记录"]


def test_posts_in_bold_before_what_they_do() -> None:
    text = (
        "# 村务岗位\n\n"
        "**1. 村主任（1名）** 对村党支部书记负责。职责：主持村委会工作；审批1000元以内开支；召集会议。\n\n"
        "**2. 村会计（1名）** 归村主任管。职责：记账算账；公布账目；保管凭证。\n"
    )
    chief, clerk = read_roles(read_markdown("文件", text)).roles
    assert (chief.name, chief.superiors, clerk.name, clerk.superiors) == (
        "村主任",
        ("村党支部书记",),
        "村会计",
        ("村主任",),
    )
    assert [duty.title.text for duty in clerk.duties] == ["记账算账", "公布账目", "保管凭证"]
