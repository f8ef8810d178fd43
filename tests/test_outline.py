"""Headings told by the outline of a whole text, and duties told without numbers."""

import pytest

from knowledge.documents.document import Kind, Source
from knowledge.documents.markdown import read_markdown
from knowledge.documents.plain import read_plain
from knowledge.roles.job_description import read_roles
from knowledge.roles.labels import Field
from knowledge.roles.lines import make_line
from knowledge.roles.outline import outlined
from knowledge.roles.role import Role
from knowledge.roles.told_duties import clauses, told_duties

_HERE = Source("岗位.txt", 1)


def _headings(text: str) -> list[tuple[int, str]]:
    blocks = outlined(read_plain("岗位", text).blocks)
    return [(block.level, block.text) for block in blocks if block.kind is Kind.HEADING]


def _roles(text: str) -> dict[str, Role]:
    return {role.name: role for role in read_roles(read_plain("岗位", text)).roles}


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        (
            "一、概况\n仓储部管收发。\n二、岗位职责\n1、仓储部经理\n（1）定制度；\n2、理货员\n清点货物。\n三、附则\n本规定即日起用。\n",
            [
                (1, "一、概况"),
                (1, "二、岗位职责"),
                (2, "仓储部经理"),
                (2, "理货员"),
                (1, "三、附则"),
            ],
        ),
        # the count of labels begins anew below each post: they are no parts of the document
        (
            "一、店长\n（一）职责\n1.定价\n（二）权限\n1.调价权\n二、导购员\n（一）职责\n1.理货\n",
            [(1, "店长"), (1, "导购员")],
        ),
        # 迎宾 is counted on from posts; 岗位职责 is a label, not a post
        ("1.领班\n排班。\n2.迎宾\n引座。\n3.传菜员\n传菜。\n", [(1, "领班"), (1, "迎宾"), (1, "传菜员")]),
        ("岗位一：领班\n排班。\n岗位二：传菜员\n传菜。\n", [(1, "领班"), (1, "传菜员")]),
        ("★领班\n●排班\n★传菜员\n●传菜\n", [(1, "领班"), (1, "传菜员")]),
        # a value below its label, names in a list, duties with the name of a post at their end: no outline
        ("直接上级\n店长\n直接下级\n导购员\n", []),
        ("店长职责\n1.考核导购员和收银员\n2.培训导购员和收银员\n", []),
        ("【岗位名称】店长\n【直接下级】导购员\n【岗位名称】导购员\n【直接上级】店长\n", []),
    ],
)
def test_lines_that_head_descriptions(text: str, headings: list[tuple[int, str]]) -> None:
    assert _headings(text) == headings


def test_what_a_heading_adds_in_brackets_is_said_of_the_post() -> None:
    text = "3.1 仓储主管（定员2人，上级：物流经理）\n安排班次。\n核对单据。\n3.2 理货员\n清点。\n码货。\n"
    roles = _roles(text)
    assert roles["仓储主管"].superiors == ("物流经理",)
    assert [d.title.text for d in roles["仓储主管"].duties] == ["安排班次", "核对单据"]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("排定班次；核对单据；盘点库存。", ["排定班次；", "核对单据；", "盘点库存。"]),
        # what goes on with a right is part of it
        (
            "审批2000元以内的维修费；超过的报总监。登记台账。",
            ["审批2000元以内的维修费；超过的报总监。", "登记台账。"],
        ),
        ("请假1天以内由主管批准；3天以上由经理批准。", ["请假1天以内由主管批准；3天以上由经理批准。"]),
        ("办理入职（收集材料；签合同）。管理档案。", ["办理入职（收集材料；签合同）。", "管理档案。"]),
        ("领班的工作有两项：一是排定班次；二是检查卫生。", ["排定班次；", "检查卫生。"]),
        ("检查班组的卫生。", ["检查班组的卫生。"]),
    ],
)
def test_sentences_of_a_paragraph(line: str, parts: list[str]) -> None:
    assert [part.text for part in clauses(make_line(line, _HERE))] == parts


@pytest.mark.parametrize(
    ("lines", "said", "duties"),
    [
        (
            ["在店长的领导下工作。", "排定班次。", "检查卫生。"],
            ["在店长的领导下工作。"],
            ["排定班次。", "检查卫生。"],
        ),
        (["领班由店长直接领导，现有领班二人。排定班次；检查卫生。"], 1, ["排定班次；", "检查卫生。"]),
        (["领班负责前厅的全面工作。"], ["领班负责前厅的全面工作。"], []),  # a summary, as far as is known
    ],
)
def test_what_is_no_duty(lines: list[str], said: list[str] | int, duties: list[str]) -> None:
    before, told = told_duties([make_line(line, _HERE) for line in lines], "领班")
    assert [line.text for line in told] == duties
    assert len(before) == said if isinstance(said, int) else [line.text for line in before] == said


@pytest.mark.parametrize("name", ["采购员.txt", "03-采购员.txt", "附件2：采购员岗位说明书（2023版）.txt"])
def test_a_post_that_only_its_file_names(name: str) -> None:
    text = "职责：\n1、询价比价。\n2、跟踪到货。\n上级：采购主管\n"
    (role,) = read_roles(read_plain(name, text)).roles
    assert (role.name, role.superiors) == ("采购员", ("采购主管",))
    assert [duty.title.text for duty in role.duties] == ["询价比价", "跟踪到货"]


def test_a_file_named_for_no_post() -> None:
    assert read_roles(read_plain("采购制度.txt", "职责：\n1、询价比价。\n2、跟踪到货。\n")).roles == ()


def test_a_superior_in_the_brackets_of_a_heading_is_no_summary() -> None:
    first = "3.1 叉车工（4人，归仓储主管管理）\n装卸货物。\n检查叉车。\n"
    text = f"{first}3.2 理货员（向仓储主管汇报）\n清点。\n码货。\n"
    roles = _roles(text)
    assert {name: role.superiors for name, role in roles.items()} == {
        "叉车工": ("仓储主管",),
        "理货员": ("仓储主管",),
    }
    assert roles["叉车工"].facts.keys() == {Field.HEADCOUNT, Field.SUPERIOR}


def test_the_place_of_a_post_is_told_under_a_label_of_its_own() -> None:
    section = (
        "{name}岗位责任\n1、岗位关系：{name}属生产部，设{count}人，对厂长负责。\n"
        "2、主要职责：\n（1）排定班次；\n（2）检查质量。\n3、工作配合：对内与品质部配合。\n"
    )
    text = section.format(name="车间主任", count=1) + section.format(name="工艺员", count=3)
    roles = _roles(text)
    for name, count in (("车间主任", "1人"), ("工艺员", "3人")):
        role = roles[name]
        assert (role.department, role.text(Field.HEADCOUNT), role.superiors) == ("生产部", count, ("厂长",))
        assert [duty.title.text for duty in role.duties] == ["排定班次", "检查质量"]
        assert role.collaboration


def test_the_posts_of_a_department_stand_below_a_heading_that_names_it() -> None:
    text = (
        "# 编写说明\n\n本手册收录两个部门。\n馆长负责解释。\n\n# 部门职能\n\n## 展览部\n\n- 布置展览\n\n"
        "# 展览部岗位\n\n## 展览主管\n\n- 策划展览\n- 联系展商\n"
    )
    reading = read_roles(read_markdown("手册", text))
    assert {role.name: role.department for role in reading.roles} == {"展览主管": "展览部"}
    assert [department.name for department in reading.departments] == ["展览部"]
