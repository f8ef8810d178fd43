"""Tables of posts: labels above values, posts side by side or as columns, columns inside forms."""

import io

import docx
import openpyxl
import pytest

from knowledge.documents.excel import read_excel
from knowledge.documents.word import read_word
from knowledge.roles.job_description import read_roles
from knowledge.roles.labels import Field
from knowledge.roles.reading import Reading
from knowledge.roles.role import Role
from tests.role_layouts import fill, merged

_Part = list[str] | str


def _word(*parts: _Part) -> Reading:
    """The reading of a Word file; an empty cell of a table goes on at its left, `^` with the one above."""
    document, file = docx.Document(), io.BytesIO()
    for part in parts:
        if isinstance(part, str):
            document.add_paragraph(part)
        else:
            rows = [row.split("|") for row in part]
            fill(document.add_table(len(rows), max(map(len, rows))), rows)
    document.save(file)
    return read_roles(read_word("说明书.docx", file.getvalue()))


def _excel(*parts: _Part) -> Reading:
    """The reading of a sheet with the parts below each other."""
    book, file, top = openpyxl.Workbook(), io.BytesIO(), 0
    for part in parts:
        rows = [[part]] if isinstance(part, str) else [row.split("|") for row in part]
        for r, row in enumerate(rows, start=top + 1):
            for c, text in enumerate(row, start=1):
                if text.strip() and text != "^":
                    book.worksheets[0].cell(r, c, text)
        for area in merged(rows):
            rows_of = {key: area[key] + top for key in ("start_row", "end_row")}
            book.worksheets[0].merge_cells(**{**area, **rows_of})
        top += len(rows)
    book.save(file)
    return read_roles(read_excel("说明书.xlsx", file.getvalue()))


def _facts(role: Role) -> dict[Field, str]:
    return {field: passage.text for field, passage in role.facts.items()}


def _duties(role: Role) -> list[tuple[str, list[str]]]:
    return [(duty.title.text, [task.text for task in duty.tasks]) for duty in role.duties]


def _rights(role: Role) -> dict[str, list[str]]:
    return {kind.kind: [item.text for item in kind.items] for kind in role.authorities}


_SHORT = {Field.SUPERIOR: "馆长", Field.SUBORDINATES: "库管员、讲解员", Field.HEADCOUNT: "1人"}


@pytest.mark.parametrize("read", [_word, _excel])
@pytest.mark.parametrize(
    "rows",
    [
        ["岗位名称|部长||班次|白班|", "直接上级||直接下级||定员|", "馆长||库管员、讲解员||1人|"],
        ["班次|岗位名称|直接上级", "白班|部长|馆长", "定员|地点|直接下级", "1人|展厅|库管员、讲解员"],
        ["基本信息|岗位名称|部长|班次|白班", "^|直接上级|直接下级||定员", "^|馆长|库管员、讲解员||1人"],
        ["岗位名称||直接上级|", "部长||馆长|", "直接下级||班次|", "库管员、讲解员||白班|", "定员|1人||"],
    ],
)
def test_labels_above_their_values(read: type, rows: list[str]) -> None:
    (role,) = read("部长岗位说明书", [*rows, f"岗位职责|布置展览{'|' * (rows[0].count('|') - 1)}"]).roles
    assert role.name == "部长"
    assert _facts(role).items() >= _SHORT.items()
    assert _duties(role) == [("布置展览", [])]


def test_a_blank_value_below_its_label_is_no_post_of_the_next_line() -> None:
    rows = ["岗位名称|所属部门", "讲解员|展览部", "直接上级|直接下级", "部长| ", "岗位职责|接待观众"]
    (role,) = _excel("讲解员岗位说明书", rows).roles
    assert (role.name, role.superiors, role.subordinates) == ("讲解员", ("部长",), ())
    assert _duties(role) == [("接待观众", [])]


def test_a_label_without_value_does_not_end_the_form_of_a_sheet() -> None:
    rows = [
        "岗位名称|讲解员|直接上级|部长",
        "岗位目的| | | ",
        "工作内容|1.接待观众||",
        "权限|1.团队改期的建议权，由部长决定||",
    ]
    (role,) = _excel(rows).roles
    assert (role.name, role.superiors, _duties(role)) == ("讲解员", ("部长",), [("接待观众", [])])
    assert [item.text for listing in role.authorities for item in listing.items] == [
        "团队改期的建议权，由部长决定"
    ]


def test_a_blank_merged_value_in_a_sheet_takes_its_place() -> None:
    rows = ["岗位名称|讲解员||部门|展览部|", "直接下级| ||定员|2人|", "直接上级|部长||编号|A1|"]
    (role,) = _excel(rows).roles
    assert (_facts(role)[Field.HEADCOUNT], role.subordinates, role.superiors) == ("2人", (), ("部长",))


def test_posts_as_columns_below_a_title() -> None:
    rows = [
        "岗位职责对照表||",
        " |讲解员|库管员",
        "部门|展览部|",
        "直接上级|部长|部长",
        "职责|接待观众|登记藏品",
    ]
    roles = _word(rows).roles
    assert [(role.name, role.superiors) for role in roles] == [("讲解员", ("部长",)), ("库管员", ("部长",))]
    assert [_facts(role)[Field.DEPARTMENT] for role in roles] == ["展览部", "展览部"]
    assert [_duties(role) for role in roles] == [[("接待观众", [])], [("登记藏品", [])]]


@pytest.mark.parametrize("gap", ["", " |"])
def test_forms_side_by_side(gap: str) -> None:
    rows = [f"岗位名称|讲解员|{gap}岗位名称|库管员", f"直接上级|部长|{gap}直接上级|馆长"]
    rows += [f"岗位职责|接待观众|{gap}岗位职责|登记藏品"]
    roles = _word(rows).roles
    assert [(role.name, role.superiors) for role in roles] == [("讲解员", ("部长",)), ("库管员", ("馆长",))]
    assert [_duties(role) for role in roles] == [[("接待观众", [])], [("登记藏品", [])]]


_FORM = ["岗位名称|部长||", "直接上级|馆长||"]
_COLUMNS = ["职责描述|工作任务|考核标准|权重", "展览|1.选题\n2.布展|合格|50%", "藏品|1.登记|合格|50%"]


@pytest.mark.parametrize("read", [_word, _excel])
def test_columns_inside_a_form_end_at_the_next_label(read: type) -> None:
    rows = [*_FORM, "岗位职责|||", *_COLUMNS, "工作权限|审批权|布展费的审批权|", "^|建议权|增加人员的建议权|"]
    (role,) = read([*rows, "任职资格|本科||"]).roles
    assert _duties(role) == [("展览", ["选题", "布展"]), ("藏品", ["登记"])]
    assert _rights(role) == {"审批权": ["布展费的审批权"], "建议权": ["增加人员的建议权"]}


@pytest.mark.parametrize(
    ("rows", "duties"),
    [
        (["职责一|职责描述：展览||", "^|工作任务|1.选题\n2.布展|"], [("展览", ["选题", "布展"])]),
        (["工作职责|展览|1.选题\n2.布展|", "^|藏品|登记|"], [("展览", ["选题", "布展"]), ("藏品", ["登记"])]),
        (["协作||内部协作|外部协作", "财务部||供应商|", "职责一：展览|选题||"], [("展览", ["选题"])]),
        (["工作职责|||", "1|选题||", "2|布展||"], [("选题", []), ("布展", [])]),
    ],
)
def test_titles_of_duties(rows: list[str], duties: list[tuple[str, list[str]]]) -> None:
    (role,) = _word([*_FORM, *rows, "任职资格|本科||"]).roles
    assert _duties(role) == duties


def test_the_first_counted_duty_below_a_label_in_a_sheet_is_kept() -> None:
    (role,) = _excel(_FORM, "二、岗位职责", ["1|选题||", "2|布展||"]).roles
    assert _duties(role) == [("选题", []), ("布展", [])]


def test_kinds_of_rights_behind_their_numbers() -> None:
    rows = ["工作权限|||", "序号|权限类别|权限内容|", "1|审批权|布展费的审批权|", "2|建议权|人员的建议权|"]
    assert _rights(_word([*_FORM, *rows]).roles[0]) == {
        "审批权": ["布展费的审批权"],
        "建议权": ["人员的建议权"],
    }


def test_partners_with_a_column_of_matters_end_at_the_foot_of_the_form() -> None:
    rows = [
        "协作关系|||",
        "协作对象||协作内容|",
        "财务部||报销|",
        "保安队||闭馆|",
        "编制人：张三  审核人：李四|||",
    ]
    (role,) = _word([*_FORM, *rows]).roles
    (partners,) = role.collaboration
    assert [item.text for item in partners.items] == ["财务部：报销", "保安队：闭馆"]


@pytest.mark.parametrize("read", [_word, _excel])
def test_numbered_names_of_posts_above_forms(read: type) -> None:
    parts: list[_Part] = []
    for number, name in enumerate(("部长", "讲解员", "引座"), start=1):
        parts += [
            f"{number}、{name}",
            ["一、基本信息|", f"岗位名称|{name}", "编制|2", "职责|选题", "权限|布展权"],
        ]
    roles = read(*parts).roles
    assert [(role.name, _duties(role)) for role in roles] == [
        (name, [("选题", [])]) for name in ("部长", "讲解员", "引座")
    ]
    assert [_rights(role) for role in roles] == [{"权限": ["布展权"]}] * 3


def test_the_code_above_the_name_is_of_the_same_post() -> None:
    forms = [
        [f"编号|{code}", f"岗位名称|{name}", "职责|选题"] for code, name in (("A1", "部长"), ("A2", "讲解员"))
    ]
    roles = _word(forms[0], "", forms[1]).roles
    assert [_facts(role)[Field.CODE] for role in roles] == ["A1", "A2"]


@pytest.mark.parametrize(
    "rows",
    [
        ["工作权限|审批权|1.布展费的审批权", "^|建议权|1.人员的建议权"],
        ["职权|●布展费的批准权|", "^|●藏品借出的审核权|"],
        ["岗位名称|讲解员|部门|展览部", "直接主管|部长|直接下级|—"],
        ["沟通关系|财务部、海天公司||", "任职资格|本科以上，三年经验||"],
    ],
)
def test_rows_of_a_form_are_no_approval_matrix(rows: list[str]) -> None:
    reading = _excel("岗位名称：讲解员", "岗位职责：接待观众", rows)
    assert reading.approvals == ()


def test_an_amount_right_behind_the_number_of_an_item() -> None:
    (role,) = _word([*_FORM, "权限|1.3天以内请假的批准权\n2.布展权||"]).roles
    assert _rights(role) == {"权限": ["3天以内请假的批准权", "布展权"]}


def test_lines_between_the_tables_of_a_form_are_no_duties() -> None:
    (role,) = _excel(
        [*_FORM, "定员|1人||"], "工作地点", "展厅二楼", ["职责一|展览||", "工作任务|选题||"]
    ).roles
    assert _duties(role) == [("展览", ["选题"])]


_HEADS = {
    "counted": [
        "序号|职责||频次",
        "1|订货||每日",
        "2|排班||每周",
        "3|||",
        "序号|岗位权限||",
        "1|调班的决定权||",
    ],
    "number sign": ["No.|职责内容||周期", "1|订货||每日", "2|排班||每周", "No.|权限||", "1|调班的决定权||"],
    "code": ["编号|工作内容|频率", "1|订货|每日", "2|排班|每周", "编号|权限|限额", "1|调班的决定权|无"],
    "without numbers": ["工作职责|要求", "订货|每日", "排班|每周", "工作权限|限额", "调班的决定权|无"],
    "beside": ["工作职责|1|订货", "^|2|排班", "工作权限|1|调班的决定权"],
}


@pytest.mark.parametrize("head", _HEADS.values(), ids=_HEADS)
def test_heads_of_statements_below_a_form(head: list[str]) -> None:
    (role,) = _excel(
        ["职务名称|店长|所属部门|门店", "汇报对象|区域经理|管辖职务|店员、收银员"],
        "",
        head,
        "",
        "工作联系",
        ["对内|配送部、财务部|对外|供应商、商场经理"],
    ).roles
    assert [title for title, _ in _duties(role)] == ["订货", "排班"]
    assert [item for items in _rights(role).values() for item in items] == ["调班的决定权"]
    assert role.subordinates == ("店员", "收银员")
    partners = [item.text for kind in role.collaboration for item in kind.items]
    assert partners == ["配送部", "财务部", "供应商", "商场经理"]
