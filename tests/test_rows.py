"""Tables of posts in the forms that documents have: where labels stand, what goes on, what heads what."""

from pathlib import Path

import docx
import pytest

from knowledge.documents.markdown import read_markdown
from knowledge.documents.reader import read_document
from knowledge.roles.job_description import read_roles
from knowledge.roles.labels import Field
from knowledge.roles.reading import Reading
from knowledge.roles.role import Listing, Role
from tests.role_layouts import fill


def _reading(folder: Path, *parts: str | list[str]) -> Reading:
    """The reading of a Word file; an empty cell of a table goes on at its left, `^` with the one above."""
    document = docx.Document()
    for part in parts:
        if isinstance(part, str):
            document.add_paragraph(part)
            continue
        rows = [row.split("|") for row in part]
        table = document.add_table(len(rows), max(map(len, rows)))
        fill(table, rows)
    path = folder / "说明书.docx"
    document.save(str(path))
    return read_roles(read_document(path))


def _duties(role: Role) -> list[str]:
    return [duty.title.text for duty in role.duties]


def _lists(listings: tuple[Listing, ...]) -> dict[str, list[str]]:
    return {listing.kind: [item.text for item in listing.items] for listing in listings}


_FORM = ["岗位名称|教务主任|所属部门|教务处", "直接上级|副校长|直接下级|教务员"]


@pytest.mark.parametrize(
    "rows",
    [
        ["工作职责|序号|具体内容|占比", "^|1|编排课程表|30%", "^|2|组织考试|20%"],
        ["工作职责|||", "序号|具体内容|占比|", "1|编排课程表|30%|", "2|组织考试|20%|"],
    ],
)
def test_counted_statements_below_a_head_of_their_own(tmp_path: Path, rows: list[str]) -> None:
    reading = _reading(tmp_path, [*_FORM, *rows, "任职资格|本科以上||"])
    (role,) = reading.roles
    assert _duties(role) == ["编排课程表", "组织考试"]
    assert _lists(role.others)["任职资格"] == ["本科以上"]
    assert reading.unplaced == ()


def test_who_compiled_a_form_is_no_headcount(tmp_path: Path) -> None:
    (role,) = _reading(tmp_path, [*_FORM, "岗位职责|编排课程表||", "编制|张三|审核|李四"]).roles
    assert not {"编制", "审核"} & _lists(role.others).keys()
    assert "张三" not in [passage.text for passage in role.facts.values()]


def test_the_first_row_of_a_list_without_heads_is_kept(tmp_path: Path) -> None:
    requirements = ["学历|本科以上", "经验|两年以上"]
    indicators = ["考核点|目标值", "满意率|95%"]
    parts = ["任职资格", requirements, "考核指标", indicators]
    (role,) = _reading(tmp_path, "岗位名称：客服专员", "岗位职责：接听客户来电", *parts).roles
    assert _lists(role.others) == {
        "任职资格": ["学历：本科以上", "经验：两年以上"],
        "考核指标": ["满意率：95%"],
    }


def test_a_total_is_no_duty(tmp_path: Path) -> None:
    rows = ["序号|部门|岗位|主要职责", "1|人事部|前台|接待来访", "合计|-|-|1个岗位"]
    (role,) = _reading(tmp_path, rows).roles
    assert _duties(role) == ["接待来访"]


def test_a_group_beside_rows_of_a_form_ends_the_list_above(tmp_path: Path) -> None:
    authorities = ["岗位权限|审批权|备件领用|", "^|审核权|检修方案|"]
    group = ["考核|设备完好率|98%以上|", "^|计划完成率|100%|"]
    rows = [*_FORM, "岗位职责|编排课程表||", *authorities, *group, "任职资格|学历|大专|"]
    reading = _reading(tmp_path, rows)
    (role,) = reading.roles
    assert _lists(role.authorities) == {"审批权": ["备件领用"], "审核权": ["检修方案"]}
    assert _lists(role.others) == {
        "考核": ["设备完好率：98%以上", "计划完成率：100%"],
        "任职资格": ["学历：大专"],
    }
    assert reading.unplaced == ()


# ── shapes of tables ─────────────────────────────────────────────────────────────────────────────────────


def test_values_below_labels_that_fill_their_rows(tmp_path: Path) -> None:
    rows = [
        *("岗位名称|所属部门|汇报对象|编制", "馆员|阅览部|馆长|2人"),
        *("直接下属|||", "志愿者|||", "职位概要|||", "管理阅览室|||"),
        *("工作职责|||", "1. 整理书架|||", "2. 登记借阅|||", "工作权限|||", "拒绝外借的权力|||"),
    ]
    reading = _reading(tmp_path, rows)
    (role,) = reading.roles
    assert (role.name, role.superiors, role.subordinates) == ("馆员", ("馆长",), ("志愿者",))
    assert (role.text(Field.SUMMARY), role.text(Field.HEADCOUNT)) == ("管理阅览室", "2人")
    assert _duties(role) == ["整理书架", "登记借阅"]
    assert _lists(role.authorities) == {"工作权限": ["拒绝外借的权力"]}
    assert reading.unplaced == ()


def test_a_head_of_two_rows(tmp_path: Path) -> None:
    rows = [
        *("序号|部门|岗位|汇报关系||定员|职责与权限|", "^|^|^|直接上级|直接下级|^|主要职责|权限"),
        *("1|阅览部|馆员|馆长|志愿者|2|整理书架|拒绝外借", "2|^|志愿者|馆员|无|9|引导读者|-"),
    ]
    librarian, helper = _reading(tmp_path, rows).roles
    assert (librarian.name, librarian.superiors, librarian.subordinates) == ("馆员", ("馆长",), ("志愿者",))
    assert (_duties(librarian), _lists(librarian.authorities)) == (["整理书架"], {"权限": ["拒绝外借"]})
    assert (helper.department, helper.superiors, helper.text(Field.HEADCOUNT)) == ("阅览部", ("馆员",), "9")


def test_classes_of_duties_above_their_tasks(tmp_path: Path) -> None:
    rows = [
        "职责类别|工作内容||",
        "读者服务|解答咨询||",
        "^|办理借阅||",
        "藏书|清点藏书||",
        "权限|拒绝外借||",
    ]
    (role,) = _reading(tmp_path, [*_FORM, *rows]).roles
    assert [(d.title.text, [t.text for t in d.tasks]) for d in role.duties] == [
        ("读者服务", ["解答咨询", "办理借阅"]),
        ("藏书", ["清点藏书"]),
    ]


def test_a_column_for_each_post(tmp_path: Path) -> None:
    rows = [
        *("岗位名称|流通员|编目员|馆长", "所属部门|阅览部|采编部|馆务部", "直接上级|馆长|馆长|局长"),
        *(
            "直接下级|无|无|流通员、编目员",
            "编制|2|1|1",
            "主要职责|整理书架|著录图书|批准计划",
            "权限|拒借|退编|考核",
        ),
    ]
    roles = _reading(tmp_path, rows).roles
    assert [(r.name, r.superiors, r.text(Field.HEADCOUNT), _duties(r)) for r in roles] == [
        ("流通员", ("馆长",), "2", ["整理书架"]),
        ("编目员", ("馆长",), "1", ["著录图书"]),
        ("馆长", ("局长",), "1", ["批准计划"]),
    ]


@pytest.mark.parametrize("first", ["项目", "岗位", "内容"])
def test_counted_duties_in_the_column_of_each_post(tmp_path: Path, first: str) -> None:
    rows = [
        f"{first}|领班|收银员|迎宾",
        *(
            "上司|餐厅经理|领班|领班",
            "部下|收银员、迎宾|无|/",
            "职责1|排班|收款|带位",
            "职责2|查岗|对账|送客",
        ),
        *("仪容|整洁|整洁|淡妆", "权限|调班的决定权|无|无"),
    ]
    foreman, cashier, usher = _reading(tmp_path, rows).roles
    assert (foreman.name, foreman.superiors, foreman.subordinates) == (
        "领班",
        ("餐厅经理",),
        ("收银员", "迎宾"),
    )
    assert [_duties(role) for role in (foreman, cashier, usher)] == [
        ["排班", "查岗"],
        ["收款", "对账"],
        ["带位", "送客"],
    ]
    assert _lists(foreman.authorities) == {"权限": ["调班的决定权"]}
    assert all(Field.AUTHORITIES in role.none and role.superiors == ("领班",) for role in (cashier, usher))


def test_forms_with_the_same_head_are_forms_of_their_own(tmp_path: Path) -> None:
    forms = [
        [
            *("职位|科室|直接上司|人数", f"{name}|化验科|{above}|{count}"),
            *("工作职责|||", f"1. {duty}|||", "权限|||", f"{right}|||"),
        ]
        for name, above, count, duty, right in (
            ("化验科长", "总工程师", "1", "审核检验报告", "仪器停用权"),
            ("化验员", "化验科长", "6", "采集水样", "-"),
            ("样品管理员", "科长", "", "登记样品", ""),
        )
    ]
    roles = _reading(tmp_path, *forms).roles
    assert [(role.name, _duties(role)) for role in roles] == [
        ("化验科长", ["审核检验报告"]),
        ("化验员", ["采集水样"]),
        ("样品管理员", ["登记样品"]),
    ]
    assert [role.text(Field.HEADCOUNT) for role in roles] == ["1", "6", None]
    assert [_lists(role.authorities) for role in roles] == [{"权限": ["仪器停用权"]}, {}, {}]


@pytest.mark.parametrize("value", ["2021年4月", "2021-04-03", "2021.4", "2021年4月3日"])
def test_when_a_form_was_written_is_no_right_of_the_post_above(tmp_path: Path, value: str) -> None:
    second = ["岗位名称|校医|所属部门|医务室", f"编制人数|1|编写日期|{value}", "岗位职责|晨检||"]
    first, nurse = _reading(tmp_path, [*_FORM, "岗位职责|编排课程表||", "权限|调课权||", *second]).roles
    assert _lists(first.authorities) == {"权限": ["调课权"]}
    assert (nurse.authorities, nurse.text(Field.HEADCOUNT), _duties(nurse)) == ((), "1", ["晨检"])
    assert value not in str(nurse.others)


def test_numbered_labels_that_head_the_rows_below(tmp_path: Path) -> None:
    form = [
        "一、基本信息|||",
        *_FORM,
        "二、设置目的|||",
        "保证教学有序。|||",
        "三、工作权限|||",
        "1. 排课权|||",
    ]
    (role,) = _reading(tmp_path, form).roles
    assert role.facts[Field.SUMMARY].text == "保证教学有序"
    assert _lists(role.authorities) == {"工作权限": ["排课权"]}


def test_two_forms_with_labels_above_their_values(tmp_path: Path) -> None:
    head = "岗位名称|所属部门|直接上级|编制"
    first = [head, "教务主任|教务处|副校长|1", "直接下级|教务员||", "岗位职责|编排课程表||"]
    second = [head, "总务主任|总务处|副校长|1", "直接下级|校医||", "岗位职责|管理校产||"]
    found = {role.name: role.subordinates for role in _reading(tmp_path, first, second).roles}
    assert found == {"教务主任": ("教务员",), "总务主任": ("校医",)}


_TWO_LEVELS = [
    "编号：ZD-07||||版本：B||生效日期：2024年||",
    "序号|部门|岗位名称|编制|隶属关系||岗位概要|主要职责|工作联系",
    "^|^|^|^|直接上级|直接下级|^|^|内部",
    "1|教务处|教务主任|1|副校长|教务员|负责排课|1.编排课程表\n2.组织考试|总务处",
    "2|^|教务员|2|教务主任|无|负责登记|1.登记成绩\n2.印发试卷|总务处",
]


def test_what_stands_above_a_head_of_two_rows_says_only_of_what_the_table_is(tmp_path: Path) -> None:
    reading = _reading(tmp_path, "学校岗位职责一览表", _TWO_LEVELS)
    assert [role.name for role in reading.roles] == ["教务主任", "教务员"]
    head, clerk = reading.roles
    assert (head.superiors, head.subordinates) == (("副校长",), ("教务员",))
    assert (clerk.superiors, clerk.department) == (("教务主任",), "教务处")
    assert _duties(clerk) == ["登记成绩", "印发试卷"]


def test_the_title_of_a_paper_about_many_posts_is_no_post(tmp_path: Path) -> None:
    reading = _reading(tmp_path, "学校岗位职责一览表", ["职责|编排课程表", "职责|登记成绩"])
    assert reading.roles == ()


def test_a_blank_department_is_that_of_the_post_above(tmp_path: Path) -> None:
    head = "部门|职务|人数|直属上司|工作职责"
    rows = [
        head,
        "厨务部|厨师长|1|店总|制定菜单",
        "\u3000|面点师|2|厨师长|制作面点",
    ]  # an empty cell is merged
    first, second = _reading(tmp_path, rows).roles
    assert (first.department, second.department) == ("厨务部", "厨务部")


def test_rights_by_kind_with_their_limits(tmp_path: Path) -> None:
    rows = [
        "类别|权限|限额",
        "人事|教研组长的任免权|—",
        "人事|教师招聘的建议权|—",
        "财务|教具采购的审批权|5000元以内",
    ]
    (role,) = _reading(tmp_path, [*_FORM, "岗位职责|编排课程表||"], "权限", rows).roles
    assert _lists(role.authorities) == {
        "人事": ["教研组长的任免权", "教师招聘的建议权"],
        "财务": ["教具采购的审批权（5000元以内）"],
    }
    (limited,) = role.authorities[-1].items
    assert "（" not in limited.quote
    assert "5000元以内" in limited.quote


_HANDBOOK = """# 学校手册

## 一、部门职能

### 教务处

教务处管全校的教学。

| 职能 | 内容 |
| --- | --- |
| 排课 | 编排课程表；调换课时 |
| 考务 | 组织考试 |

### 总务处

- **采购供应**：采购教具，登记入库
- **校舍维修**：安排维修

## 二、岗位说明

### 教务主任

教务主任在副校长的领导下工作。

**岗位概述**：负责教学安排。

- 编排课程表

权限：课时调换的审批权；教具采购的建议权。

对外协作：教育局、考试院。
"""


def test_departments_under_headings_of_their_own() -> None:
    reading = read_roles(read_markdown("手册", _HANDBOOK))
    functions = {d.name: [f.title.text for f in d.functions] for d in reading.departments}
    assert functions == {"教务处": ["排课", "考务"], "总务处": ["采购供应", "校舍维修"]}
    (head,) = reading.roles
    assert head.facts[Field.SUMMARY].text == "负责教学安排"
    assert len(_lists(head.authorities)["权限"]) == 2
    assert _lists(head.collaboration) == {"外部": ["教育局", "考试院"]}


@pytest.mark.parametrize(
    ("rights", "expected"),
    [
        (
            ["人事|领班及以下录用的审批权；班长任免的建议权", "财务|单笔2000元以内采购的审批权"],
            {"人事": ["领班及以下录用的审批权", "班长任免的建议权"], "财务": ["单笔2000元以内采购的审批权"]},
        ),
        (
            ["1|泳池停用1天以内的审批权", "2|单笔2000元以内采购的审批权", "3|救生员录用的建议权"],
            {"权限": ["泳池停用1天以内的审批权", "单笔2000元以内采购的审批权", "救生员录用的建议权"]},
        ),
    ],
    ids=["kinds", "numbers"],
)
def test_rights_in_rows_below_their_label_are_no_matrix(
    tmp_path: Path, rights: list[str], expected: dict[str, list[str]]
) -> None:
    form = [
        "岗位名称|泳池主管",
        "所属部门|康乐部",
        "直接上级|康乐部经理",
        "工作职责|",
        "1|编排救生员的班次。",
    ]
    role = _reading(tmp_path, [*form, "权限|", *rights]).roles[0]
    assert _lists(role.authorities) == expected
