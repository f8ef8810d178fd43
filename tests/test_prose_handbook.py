"""Handbooks in running prose, drawn by a seed; and what single sentences of one tell."""

import pytest

from knowledge.documents.markdown import read_markdown
from knowledge.documents.plain import read_plain
from knowledge.roles.job_description import read_roles
from knowledge.roles.labels import Field
from knowledge.roles.role import Role
from tests.prose_handbook import Handbook, faults


@pytest.mark.parametrize("seed", range(120))
def test_a_drawn_handbook_is_read_as_it_is_written(seed: int) -> None:
    handbook = Handbook(seed)
    assert not faults(handbook), handbook.text


def _role(text: str, name: str = "站长") -> Role:
    reading = read_roles(
        read_plain(
            "手册.txt",
            f"岗位职责\n一、{name}\n{text}\n二、抄表员\n抄表员在站长领导下工作。\n抄表员的职责：抄录水表；核对用户。\n",
        )
    )
    return next(role for role in reading.roles if role.name == name)


def _rights(role: Role) -> list[str]:
    return [item.text for listing in role.authorities for item in listing.items]


@pytest.mark.parametrize(
    "sentence",
    [
        "三百元以内的零件由站长审批，超过三百元的报所长审批",
        "站长有权停用漏电的水泵",
        "站长无权转让设备",
        "抄表员的辞退由站长提名，所长决定",
        "对夜班的排定，站长有决定权",
        "站长可以临时调换抄表员的班次",
        "站长不得自行出租机房",
        "增加抄表员的，由站长提出申请，报所长批准",
    ],
)
def test_a_sentence_that_tells_a_right(sentence: str) -> None:
    for between in ("", "\n"):
        text = f"站长在所长领导下管理泵站。\n站长的职责：编制开机计划；组织抢修。{between}{sentence}。"
        role = _role(text)
        assert (_rights(role), [d.title.text for d in role.duties]) == (
            [sentence],
            ["编制开机计划", "组织抢修"],
        )


def test_several_rights_in_one_sentence() -> None:
    role = _role("站长的职责：编制开机计划；组织抢修。\n站长有权停机，有权调班。必要时，站长可以请外援。")
    assert _rights(role) == ["站长有权停机", "有权调班", "必要时，站长可以请外援"]


def test_a_right_of_somebody_else_is_none() -> None:
    role = _role("站长的职责：编制开机计划；组织抢修。\n副站长有权停机。大修由所长批准。", "站长")
    assert _rights(role) == []


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        ("站长在所长领导下，管好泵站，带领抄表员。", "管好泵站"),
        ("站长1人，对所长负责，下辖抄表员。", None),
        ("站长是泵站安全的第一责任人。编制1人。", "站长是泵站安全的第一责任人"),
        ("所里设站长一人，由所长领导，主持泵站工作。", "主持泵站工作"),
        ("站长（以下简称老站长）对设备的完好负责。", "站长（以下简称老站长）对设备的完好负责"),
    ],
)
def test_what_a_post_is_for_beside_its_place(text: str, purpose: str | None) -> None:
    role = _role(f"{text}\n站长的职责：编制开机计划；组织抢修。")
    assert role.text(Field.SUMMARY) == purpose


@pytest.mark.parametrize(
    "staff",
    [
        "站内设抄表员三人、电工一人，均归站长管理。",
        "泵站配备抄表员、电工各一人，由站长直接管理。",
        "抄表员3人和电工，均对站长负责。",
    ],
)
def test_staff_told_with_its_numbers(staff: str) -> None:
    role = _role(f"站长在所长领导下管好泵站。{staff}\n站长的职责：编制开机计划；组织抢修。")
    assert role.subordinates == ("抄表员", "电工")


def test_partners_told_in_a_sentence() -> None:
    role = _role(
        "站长的职责：编制开机计划；组织抢修。\n站长对外应当与供电所、水文站和村委会保持联系，对内应当与财务科做好衔接。"
    )
    found = {listing.kind: [item.text for item in listing.items] for listing in role.collaboration}
    assert found == {"外部": ["供电所", "水文站", "村委会"], "内部": ["财务科"]}


def test_the_department_of_a_head_is_one_that_is_set_up_or_stands_above() -> None:
    text = (
        "第一条　公司设综合部、财务科和泵站三个部门。\n第二章　职能科室\n第二条　财务科科长\n"
        "财务科科长在经理领导下管理资金。\n财务科科长的职责：编制报表；审核凭证。\n"
        "第三章　供水点\n第三条　供水点主任\n每个供水点设主任一人。\n供水点主任的职责：抄表；收费。\n"
    )
    clerk, head = read_roles(read_plain("手册.txt", text)).roles
    assert (clerk.department, head.department) == ("财务科", "供水点")
    assert head.text(Field.HEADCOUNT) == "每个供水点设主任一人"


def test_rules_behind_the_last_post_are_not_its_rights() -> None:
    text = (
        "# 手册\n\n## 第一章 岗位\n\n### 站长\n\n在所长领导下管好泵站。\n\n1. 排班\n2. 巡查\n\n"
        "站长有权停机。\n\n"
        "## 第二章 审批事项\n\n1. **大修**：由所长批准。\n2. **请假**：一天以内由站长批准。\n"
    )
    reading = read_roles(read_markdown("手册.md", text))
    assert _rights(reading.roles[0]) == ["站长有权停机"]
    assert {(a.matter, a.steps[-1].who) for a in reading.approvals} == {("大修", "所长"), ("请假", "站长")}


@pytest.mark.parametrize(
    ("told", "department"),
    [
        ("站长设在综合办，管好泵站。", "综合办"),
        ("站长是工程部派驻水厂的人员。", "工程部"),
        ("站长在工程部，每班一人，管好泵站。", "工程部"),
        ("站长属公司管理层，设1人。", "公司管理层"),
    ],
)
def test_where_a_post_is(told: str, department: str) -> None:
    assert _role(f"{told}\n站长的职责：编制开机计划；组织抢修。").department == department


def test_a_blank_superior_is_no_department() -> None:
    text = "站长\n直接上级：\n本岗位隶属供水部，管好泵站。\n岗位职责：\n1、排班；\n2、抢修。\n"
    (role,) = read_roles(read_plain("站长.txt", text)).roles
    assert (role.superiors, role.department) == ((), "供水部")


def test_a_body_whose_name_joins_words() -> None:
    role = _role("站长在县城乡和水利局领导下管好泵站。\n站长的职责：编制开机计划；组织抢修。")
    assert role.superiors == ("县城乡和水利局",)


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ("站长属供水部，按片区设置，共4人，归所长管理。", "4人"),
        ("站长2人（白班、夜班各1人），对所长负责。", "2人"),
        ("站长在所长领导下工作，每个项目配1至2名。", "每个项目配1至2名"),
        ("站长在所长领导下工作。站长设一人。", "一人"),
    ],
)
def test_how_many_hold_a_post(told: str, count: str) -> None:
    role = _role(f"{told}\n站长的职责：编制开机计划；组织抢修。")
    assert count in (role.text(Field.HEADCOUNT) or "")


def test_the_title_of_a_paper_about_many_posts_is_none() -> None:
    text = (
        "供水公司抄表收费条线岗位职责及权限\n为理清分工，现规定如下。文中“所长”均指水厂厂长。\n"
        "一、站长\n（一）职责\n1、排班；\n2、抢修。\n"
    )
    assert [role.name for role in read_roles(read_plain("a.txt", text)).roles if role.duties] == ["站长"]


def test_what_a_post_is_for_behind_a_label_before_its_place_alone() -> None:
    text = (
        "站长\n岗位概述：站长属供水部，编制1人，没有下级。\n设岗目的：保证供水。\n"
        "岗位职责：\n1、排班；\n2、抢修。\n"
    )
    (role,) = read_roles(read_plain("站长.txt", text)).roles
    assert (role.text(Field.SUMMARY), role.department) == ("保证供水", "供水部")
