"""Sheets with one row a post: what a column says of the department beside it, and what is quoted of a row."""

from pathlib import Path

import openpyxl
import pytest

from knowledge.documents.reader import read_document
from knowledge.handbook import Handbook
from knowledge.roles.job_description import read_roles

_LONG = "\n".join(f"{i}、每日核对第{i}号库位的账目并登记差异" for i in range(1, 7))
_HEAD = ["序号", "部门", "部门职能", "岗位名称", "编制", "汇报对象", "主要职责", "岗位权限"]
_ROWS = [
    [
        "1",
        "仓储部",
        "1、收发物料；\n2、盘点库存。",
        "仓储部经理",
        "1",
        "供应链总监",
        _LONG,
        "报废申请的审核权",
    ],
    ["2", None, None, "库管员", "4", "仓储部经理", _LONG, None],
    [
        "3",
        "运输部",
        "1、调度车辆；\n2、跟踪在途货物。",
        "运输部经理",
        "1",
        "供应链总监",
        _LONG,
        "车辆维修的审批权",
    ],
    ["4", "运输部", "1、调度车辆；\n2、跟踪在途货物。", "调度员", "2", "运输部经理", _LONG, None],
]


def _sheet(folder: Path, merged: bool) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (_HEAD, *_ROWS):
        sheet.append(row)
    if merged:
        sheet.merge_cells("B2:B3")
        sheet.merge_cells("C2:C3")
    path = folder / "岗位一览表.xlsx"
    book.save(path)
    return path


@pytest.mark.parametrize("merged", [False, True])
def test_functions_of_a_department_beside_its_posts(tmp_path: Path, merged: bool) -> None:
    reading = read_roles(read_document(_sheet(tmp_path, merged)))
    functions = {d.name: [f.title.text for f in d.functions] for d in reading.departments}
    assert functions == {"仓储部": ["收发物料", "盘点库存"], "运输部": ["调度车辆", "跟踪在途货物"]}
    assert [r.name for r in reading.roles] == ["仓储部经理", "库管员", "运输部经理", "调度员"]
    assert [len(r.duties) for r in reading.roles] == [6, 6, 6, 6]


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("库管员的上级是谁", "库管员 | 4 | 仓储部经理"),
        ("库管员的编制", "库管员 | 4"),
        ("谁审批车辆维修", "车辆维修的审批权"),
    ],
)
def test_a_quote_shows_the_cells_that_matter(tmp_path: Path, question: str, quote: str) -> None:
    handbook = Handbook.load([_sheet(tmp_path, True)])
    answer, _ = handbook.ask(question)
    assert [piece.quote for piece in answer.evidence] == [quote]
