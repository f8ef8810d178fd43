"""Word, Excel, HTML and CSV files: their tables as rows, and the roles that come of them."""

from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from bot.show import organization_object
from knowledge import Handbook
from knowledge.documents.document import Kind
from knowledge.documents.grid import Cell, Row, grid_rows
from knowledge.documents.reader import read_document
from knowledge.errors import DocumentError
from knowledge.roles.job_description import read_roles
from knowledge.roles.labels import Field
from knowledge.roles.role import Role
from tests.role_layouts import fill

_FORM = [
    ["岗位名称", "车间主任", "所属部门", "生产部"],
    ["直接上级", "生产部经理", "直接下级", "班组长"],
    ["岗位职责", "", "", ""],
    ["职责一", "职责表述", "组织车间生产", ""],
    ["^", "工作任务", "1、分解生产任务\n2、检查工艺纪律", ""],
    ["工作权限", "人事权", "班组长任免的建议权", ""],
    ["^", "业务权", "设备异常时的停机权", ""],
    ["工作协作关系", "内部", "设备部、质检部", ""],
    ["^", "外部", "设备厂家", ""],
]


def _word(path: Path, rows: list[list[str]], title: str = "车间主任岗位说明书") -> Path:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "内部资料"
    document.add_heading(title, 1)
    fill(document.add_table(len(rows), len(rows[0])), rows)
    document.save(str(path))
    return path


def _only(path: Path) -> Role:
    (role,) = read_roles(read_document(path)).roles
    return role


def test_a_form_in_a_word_table(tmp_path: Path) -> None:
    role = _only(_word(tmp_path / "车间主任.docx", _FORM))
    assert (role.name, role.department, role.superiors, role.subordinates) == (
        "车间主任",
        "生产部",
        ("生产部经理",),
        ("班组长",),
    )
    assert [(d.label, d.title.text, [t.text for t in d.tasks]) for d in role.duties] == [
        ("职责一", "组织车间生产", ["分解生产任务", "检查工艺纪律"])
    ]
    assert {x.kind: [i.text for i in x.items] for x in role.authorities} == {
        "人事权": ["班组长任免的建议权"],
        "业务权": ["设备异常时的停机权"],
    }
    assert {x.kind: [i.text for i in x.items] for x in role.collaboration} == {
        "内部": ["设备部", "质检部"],
        "外部": ["设备厂家"],
    }


def test_a_group_beside_the_fields_of_a_form(tmp_path: Path) -> None:
    rows = [
        ["基本信息", "岗位名称", "检验员", "所在部门", "质量部"],
        ["^", "直接上级", "质量部经理", "岗位定员", "2"],
        ["岗位职责", "职责一", "职责表述：组织检验", "", ""],
        ["^", "^", "工作任务：\n1、检验来料\n2、出具报告", "", ""],
    ]
    role = _only(_word(tmp_path / "检验员.docx", rows))
    assert (role.name, role.superiors, role.text(Field.HEADCOUNT)) == ("检验员", ("质量部经理",), "2")
    assert [(d.title.text, [t.text for t in d.tasks]) for d in role.duties] == [
        ("组织检验", ["检验来料", "出具报告"])
    ]


def test_headers_of_a_word_file_are_left_out(tmp_path: Path) -> None:
    document = read_document(_word(tmp_path / "车间主任.docx", _FORM))
    assert all("内部资料" not in block.text for block in document.blocks)


def _excel(path: Path, sheets: dict[str, list[list[Any]]], merged: dict[str, list[str]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for r, values in enumerate(rows, 1):
            for c, value in enumerate(values, 1):
                sheet.cell(r, c, value)
        for area in merged.get(title, []):
            sheet.merge_cells(area)
    book.save(path)
    return path


def test_one_row_a_role_and_one_sheet_a_role(tmp_path: Path) -> None:
    path = _excel(
        tmp_path / "岗位.xlsx",
        {
            "一览": [
                ["门店岗位一览"],
                [],
                ["序号", "部门", "岗位名称", "直接上级", "编制", "岗位职责"],
                [1, "营运部", "区域经理", "营运总监", 4, "1、巡店\n2、审核排班"],
                [2, None, "店长", "区域经理", 12, "1、编制排班表"],
            ],
            "营运总监": [["岗位名称", "营运总监"], ["直接上级", "总经理"], ["岗位职责", "1、制定标准"]],
        },
        {"一览": ["B4:B5", "A1:F1"]},
    )
    roles = read_roles(read_document(path)).roles
    assert [(r.name, r.department, r.superiors, r.text(Field.HEADCOUNT)) for r in roles] == [
        ("区域经理", "营运部", ("营运总监",), "4"),
        ("店长", "营运部", ("区域经理",), "12"),
        ("营运总监", "", ("总经理",), None),
    ]
    assert [d.title.text for d in roles[0].duties] == ["巡店", "审核排班"]
    assert roles[1].named.source.line == 5
    assert roles[1].named.source.document == "岗位.xlsx·一览"


def test_rows_that_go_on_about_one_post_and_lines_between_them(tmp_path: Path) -> None:
    rows = [
        ["某厂岗位一览表"],
        ["序号", "岗位名称", "直接上级", "编制(人)", "岗位职责", "工作任务"],
        ["一、生产部"],
        [1, "车间主任", "厂长", 1, "组织生产", "1.安排排班\n2.下达计划"],
        [None, None, None, None, "安全管理", "每周检查安全"],
        [2, "班长", "车间主任", 4, "带班", None],
        ["二、质检部"],
        ["序号", "岗位名称", "直接上级", "编制(人)", "岗位职责", "工作任务"],
        [3, "检验员", "质检科长", 6, "检验来料", None],
    ]
    areas = ["A1:F1", "A3:F3", "A4:A5", "B4:B5", "C4:C5", "D4:D5", "A7:F7"]
    roles = read_roles(read_document(_excel(tmp_path / "岗位.xlsx", {"表": rows}, {"表": areas}))).roles
    assert [(r.name, r.department, r.superiors, r.text(Field.HEADCOUNT)) for r in roles] == [
        ("车间主任", "生产部", ("厂长",), "1"),
        ("班长", "生产部", ("车间主任",), "4"),
        ("检验员", "质检部", ("质检科长",), "6"),
    ]
    assert [(d.title.text, [t.text for t in d.tasks]) for d in roles[0].duties] == [
        ("组织生产", ["安排排班", "下达计划"]),
        ("安全管理", ["每周检查安全"]),
    ]


_DEPARTMENT = ("质检部", "保证产品质量", "8人", [("检验", ["检验来料", "出具报告"]), ("计量", ["送检量具"])])


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["部门名称", "质检部", "部门编制", "8人"],
            ["职能概述", "保证产品质量。", "", ""],
            ["一级职能", "二级职能", "", ""],
            ["检验", "(1) 检验来料\n(2) 出具报告", "", ""],
            ["计量", "(1) 送检量具", "", ""],
        ],
        [
            ["部门", "编制", "部门概述", "职能大类", "职能细项"],
            ["质检部", "8人", "保证产品质量。", "检验", "1. 检验来料\n2. 出具报告"],
            ["^", "^", "^", "计量", "送检量具"],
        ],
    ],
)
def test_a_department_in_a_word_table(tmp_path: Path, rows: list[list[str]]) -> None:
    reading = read_roles(read_document(_word(tmp_path / "部门.docx", rows, "部门职能说明")))
    (department,) = reading.departments
    functions = [(f.title.text, [t.text for t in f.tasks]) for f in department.functions]
    overview = department.overview.text if department.overview else ""
    assert (
        department.name,
        overview,
        department.facts[Field.HEADCOUNT].text,
        functions,
    ) == _DEPARTMENT
    assert reading.roles == ()


def test_rows_that_are_longer_or_shorter_than_the_head(tmp_path: Path) -> None:
    path = tmp_path / "岗位.csv"
    path.write_text("岗位名称,直接上级,编制\n店长,总经理,1,x,y\n,,2,z\n店员,店长\n", encoding="utf-8")
    assert [(r.name, r.superiors) for r in read_roles(read_document(path)).roles] == [
        ("店长", ("总经理",)),
        ("店员", ("店长",)),
    ]


def test_who_compiled_a_document_is_no_headcount(tmp_path: Path) -> None:
    path = tmp_path / "岗位.md"
    path.write_text(
        "编制：人事部　版本：3\n\n岗位名称：店长\n编制：1人\n直接上级：总经理\n", encoding="utf-8"
    )
    (role,) = read_roles(read_document(path)).roles
    assert role.text(Field.HEADCOUNT) == "1人"


_SET = [
    ("店长", "营运部", "总经理", "店员、会计", "2人", "管理门店", ["安排排班", "盘点库存"], ["报损的审批权"]),
    ("店员", "营运部", "店长", "无", "6人", "接待顾客", ["收银"], ["换货的建议权"]),
]
_LABELS = ["岗位名称", "所属部门", "直接上级", "直接下级", "编制", "职责概述", "主要职责", "岗位权限"]


def _values(role: tuple[Any, ...], separator: str) -> list[str]:
    lists = (separator.join(f"{i}. {text}" for i, text in enumerate(value, 1)) for value in role[6:])
    return [*role[:6], *lists]


def test_one_set_of_roles_in_every_format_is_one_organization(tmp_path: Path) -> None:
    forms = [[list(pair) for pair in zip(_LABELS, _values(role, "\n"), strict=True)] for role in _SET]
    columns = [_LABELS, *(_values(role, "\n") for role in _SET)]
    for name, form in zip(("店长", "店员"), forms, strict=True):
        (tmp_path / "word").mkdir(exist_ok=True)
        _word(tmp_path / "word" / f"{name}.docx", form, f"{name}岗位说明书")
    _excel(tmp_path / "rows.xlsx", {"岗位": columns}, {})
    _excel(tmp_path / "sheets.xlsx", {form[0][1]: form for form in forms}, {})
    lines = ["|".join(row).replace("\n", "<br>") for row in columns]
    table = "\n".join([f"|{lines[0]}|", "|" + "---|" * len(_LABELS), *(f"|{line}|" for line in lines[1:])])
    (tmp_path / "rows.md").write_text(table, encoding="utf-8")
    text = "\n\n".join("\n".join(f"{label}：{value}" for label, value in form) for form in forms)
    (tmp_path / "text.txt").write_text(text.replace("：1. ", "：\n1. "), encoding="utf-8")
    found = []
    for path in (
        tmp_path / "word",
        *(tmp_path / f for f in ("rows.xlsx", "sheets.xlsx", "rows.md", "text.txt")),
    ):
        roles = organization_object(Handbook.load([path]).organization)["roles"]
        fields = [{k: v for k, v in role.items() if k not in ("document", "line")} for role in roles]
        found.append(sorted(fields, key=lambda role: str(role["name"])))
    assert found[0][0]["name"] == "店员"
    assert [duty["title"] for duty in found[0][1]["duties"]] == ["安排排班", "盘点库存"]
    assert all(other == found[0] for other in found[1:])


def test_an_approval_matrix_with_merged_matters(tmp_path: Path) -> None:
    rows = [
        ["公司审批权限表"],
        ["审批事项", "金额", "审核", "审批"],
        ["费用报销", "2000元以内（含）", "-", "店长"],
        [None, "2000元以上", "店长", "区域经理"],
    ]
    path = _excel(tmp_path / "权限.xlsx", {"表": rows}, {"表": ["A1:D1", "A3:A4"]})
    approvals = read_roles(read_document(path)).approvals
    assert [(a.matter, a.condition, [s.who for s in a.steps]) for a in approvals] == [
        ("费用报销", "2000元以内（含）", ["店长"]),
        ("费用报销", "2000元以上", ["店长", "区域经理"]),
    ]
    assert approvals[0].title == "公司审批权限表"


def test_a_page_of_html(tmp_path: Path) -> None:
    path = tmp_path / "会计.html"
    path.write_text(
        "<html><head><title>x</title><script>var a='岗位'</script></head><body><nav>首页</nav>"
        "<h1>会计岗位职责</h1>"
        "<table><tr><td>岗位名称</td><td>会计</td></tr><tr><td>直接上级</td><td>财务经理</td></tr></table>"
        "<h2>岗位职责</h2><ol><li>记账</li><li>报税</li></ol><footer>版权</footer></body></html>",
        encoding="utf-8",
    )
    role = _only(path)
    assert (role.name, role.superiors) == ("会计", ("财务经理",))
    assert [d.title.text for d in role.duties] == ["记账", "报税"]
    kinds = [block.kind for block in read_document(path).blocks]
    assert kinds == [Kind.HEADING, Kind.ROW, Kind.ROW, Kind.HEADING, Kind.ITEM, Kind.ITEM]


@pytest.mark.parametrize("separator", [",", "\t", ";"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_one_row_a_role_as_csv(tmp_path: Path, separator: str, encoding: str) -> None:
    path = tmp_path / "岗位.csv"
    rows = [
        ["岗位名称", "直接上级", "岗位职责"],
        ["会计", "财务经理", "记账"],
        ["出纳", "财务经理", "收付款"],
    ]
    path.write_bytes("\n".join(separator.join(row) for row in rows).encode(encoding))
    roles = read_roles(read_document(path)).roles
    assert [(r.name, r.superiors, [d.title.text for d in r.duties]) for r in roles] == [
        ("会计", ("财务经理",), ["记账"]),
        ("出纳", ("财务经理",), ["收付款"]),
    ]


@pytest.mark.parametrize("name", ["坏.docx", "坏.xlsx"])
def test_a_damaged_file_is_named_with_what_to_do(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"PK\x03\x04 damaged")
    with pytest.raises(DocumentError, match=f"{name}.*另存为"):
        read_document(tmp_path / name)


@pytest.mark.parametrize(
    ("cells", "rows"),
    [
        ([[Cell("a", columns=2), Cell("b")]], [Row(("a", "b"))]),
        ([[Cell("a", rows=2), Cell("b")], [Cell("c")]], [Row(("a", "b")), Row(("a", "c"), frozenset({0}))]),
        ([[Cell("a"), Cell("b", rows=2)], [Cell("c")]], [Row(("a", "b")), Row(("c", "b"), frozenset({1}))]),
        ([[Cell("a"), Cell("")], [Cell(""), Cell("")]], [Row(("a",))]),
    ],
)
def test_merged_cells(cells: list[list[Cell]], rows: list[Row]) -> None:
    assert grid_rows(cells) == rows
