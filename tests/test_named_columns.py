"""Tables of posts whose labels no table has, in every layout: what stands there tells them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import docx
import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from knowledge.actions import Strength
from knowledge.documents.reader import read_document
from knowledge.roles.job_description import read_roles
from knowledge.roles.labels import Field
from knowledge.roles.role import Role
from knowledge.roles.stating import role_statements


@dataclass(frozen=True)
class _Post:
    name: str
    home: str
    above: str
    below: tuple[str, ...]
    number: str
    why: str
    work: tuple[str, ...]
    own: tuple[str, ...]
    asked: tuple[str, ...]
    inside: tuple[str, ...]
    outside: tuple[str, ...]


_POSTS = (
    _Post(
        "温室主管", "种植部", "基地经理", ("育苗工", "水肥员"), "1人", "让花苗按时按量出棚",
        ("制定育苗计划", "检查棚温和湿度", "核对数量"), ("病苗的销毁", "800元以内的采购"), ("新种的引进",),
        ("销售部", "仓储部"), ("种子公司",),
    ),
    _Post(
        "水肥员", "种植部", "温室主管", (), "3人", "保证每个棚水肥均匀",
        ("配制营养液", "记录滴灌时间"), ("当日滴灌时间的调整",), ("肥料的更换",), ("仓储部",), ("化肥厂",),
    ),
    _Post(
        "花材销售主管", "销售部", "基地经理", ("送花司机",), "2人", "卖得快并收得回货款",
        ("拜访花店", "核定每日售价", "催收货款"), ("九折以内的让价", "破损花材的退换"), ("赊账额度的提高",),
        ("种植部",), ("花店", "婚庆公司"),
    ),
)  # fmt: skip

# post, department, above, below, number, purpose, work, rights, those on request, partners
_WORDINGS = {
    "spoken": "岗|归哪块|听谁调度|手底下|几员|图个啥|每天干的|能拍的|得报批的|里头找谁|外头找谁",
    "formal": "岗位设定|编入单位|请示谁|统领|核编|缘何设立|承办|自决|呈请|内联|外联",
    "English": "Role|Team|Reports To|Manages|Headcount|Mission|Key Tasks|Decides|Recommends|Internal Contacts"
    "|External Contacts",
}
_GROUPS = {2: "指挥线", 7: "定与呈", 9: "联系面"}  # above two labels each


def _values(post: _Post) -> list[str]:
    lists = [post.work, post.own, post.asked, post.inside, post.outside]
    work, own, asked, inside, outside = ("\n".join(items) for items in lists)
    below = "、".join(post.below) or "无"
    return [post.name, post.home, post.above, below, post.number, post.why, work, own, asked, inside, outside]


def _one_head(sheet: Worksheet, words: list[str]) -> None:
    sheet.append(["岗位总表"])
    sheet.append(["序号", *words, "班次"])
    for i, post in enumerate(_POSTS, 1):
        sheet.append([i, *_values(post), "早班"])


def _two_heads(sheet: Worksheet, words: list[str]) -> None:
    top = [_GROUPS.get(i, _GROUPS.get(i - 1, word)) for i, word in enumerate(words)]
    for row in (top, words, *map(_values, _POSTS)):
        sheet.append(row)
    for i in range(len(words)):
        if i in _GROUPS:
            sheet.merge_cells(start_row=1, end_row=1, start_column=i + 1, end_column=i + 2)
        elif i - 1 not in _GROUPS:
            sheet.merge_cells(start_row=1, end_row=2, start_column=i + 1, end_column=i + 1)


def _nothing_merged(sheet: Worksheet, words: list[str]) -> None:
    below = {*_GROUPS, *(i + 1 for i in _GROUPS)}
    sheet.append([_GROUPS.get(i, "" if i in below else word) for i, word in enumerate(words)])
    sheet.append([word if i in below else "" for i, word in enumerate(words)])
    for post in _POSTS:
        sheet.append(_values(post))


def _turned(sheet: Worksheet, words: list[str]) -> None:
    for row in zip(words, *map(_values, _POSTS), strict=True):
        sheet.append(row)


def _department_first(sheet: Worksheet, words: list[str]) -> None:
    order = [1, 2, 0, 4, 3, 6, 5, 9, 10, 7, 8]
    for row in (words, *map(_values, _POSTS)):
        sheet.append([row[i] for i in order])
    sheet.merge_cells("A2:A3")


def _row_a_duty(sheet: Worksheet, words: list[str]) -> None:
    sheet.append(words)
    for post in _POSTS:
        first = sheet.max_row + 1
        for i, work in enumerate(post.work):
            rights = [items[i] if i < len(items) else "" for items in (post.own, post.asked)]
            values = _values(post)
            sheet.append([*values[:6], work, *rights, *values[9:]] if not i else [*[""] * 6, work, *rights])
        for column in (*range(1, 7), 10, 11):
            last = sheet.max_row
            sheet.merge_cells(start_row=first, end_row=last, start_column=column, end_column=column)
    sheet.append(["合计", "", "", "", "6人"])


def _parted_by_lines(sheet: Worksheet, words: list[str]) -> None:
    sheet.append([words[0], *words[2:]])
    for home in ("种植部", "销售部"):
        sheet.append([home])
        for values in (_values(post) for post in _POSTS if post.home == home):
            sheet.append([values[0], *values[2:]])


_LAYOUTS: dict[str, Callable[[Worksheet, list[str]], None]] = {
    "one head": _one_head,
    "two heads": _two_heads,
    "nothing merged": _nothing_merged,
    "a column a post": _turned,
    "department first": _department_first,
    "a row a duty": _row_a_duty,
    "parted by lines": _parted_by_lines,
}


def _check(roles: tuple[Role, ...]) -> None:
    assert [role.name for role in roles] == [post.name for post in _POSTS]
    for role, post in zip(roles, _POSTS, strict=True):
        assert role.superiors == (post.above,)
        assert role.subordinates == post.below
        facts = [role.facts[field].text for field in (Field.DEPARTMENT, Field.HEADCOUNT, Field.SUMMARY)]
        assert facts == [post.home, post.number, post.why]
        assert tuple(duty.title.text for duty in role.duties) == post.work
        rights = [tuple(item.text for item in listing.items) for listing in role.authorities]
        assert rights == [post.own, post.asked]
        partners = [tuple(item.text for item in listing.items) for listing in role.collaboration]
        assert partners == [post.inside, post.outside]


@pytest.mark.parametrize("words", _WORDINGS.values(), ids=_WORDINGS)
@pytest.mark.parametrize("layout", _LAYOUTS.values(), ids=_LAYOUTS)
def test_sheets_of_posts(tmp_path: Path, layout: Callable[[Worksheet, list[str]], None], words: str) -> None:
    book = openpyxl.Workbook()
    layout(book.active, words.split("|"))
    book.save(tmp_path / "岗位.xlsx")
    _check(read_roles(read_document(tmp_path / "岗位.xlsx")).roles)


@pytest.mark.parametrize("words", _WORDINGS.values(), ids=_WORDINGS)
@pytest.mark.parametrize("headed", [False, True], ids=["named", "headed"])
def test_a_form_for_each_post(tmp_path: Path, words: str, headed: bool) -> None:
    document = docx.Document()
    for post in _POSTS:
        document.add_heading(post.name, 1) if headed else document.add_paragraph("")
        pairs = list(zip(words.split("|"), _values(post), strict=True))[headed:]
        table = document.add_table(len(pairs), 2)
        for row, pair in zip(table.rows, pairs, strict=True):
            for cell, text in zip(row.cells, pair, strict=True):
                cell.text = text
    document.save(str(tmp_path / "岗位.docx"))
    _check(read_roles(read_document(tmp_path / "岗位.docx")).roles)


def _sheet_of(folder: Path, rows: list[str]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row.split("|"))
    book.save(folder / "表.xlsx")
    return folder / "表.xlsx"


def test_duties_in_columns_below_one_label(tmp_path: Path) -> None:
    rows = ["岗|听谁的|要忙的||岗数", "||平时|月底|", "库管员|仓储主管|收发布料|盘点库存|2人"]
    rows.append("裁剪工|车间主任|裁剪面料|保养裁床|5人")
    roles = read_roles(read_document(_sheet_of(tmp_path, rows))).roles
    assert [[duty.title.text for duty in role.duties] for role in roles] == [
        ["收发布料", "盘点库存"],
        ["裁剪面料", "保养裁床"],
    ]


def test_what_nothing_tells_is_no_field_of_a_post(tmp_path: Path) -> None:
    rows = ["岗|听谁的|每天干的|班次|接班人|电话", "库管员|仓储主管|收发布料|早班|裁剪工|6612"]
    rows.append("裁剪工|车间主任|裁剪面料|早班|库管员|6613")
    roles = read_roles(read_document(_sheet_of(tmp_path, rows))).roles
    assert [role.superiors for role in roles] == [("仓储主管",), ("车间主任",)]
    assert all(Field.DEPARTMENT not in role.facts and not role.subordinates for role in roles)
    assert all(Field.HEADCOUNT not in role.facts for role in roles)


@pytest.mark.parametrize(
    "rows",
    [
        (
            "事项|金额|经办|复核|终批",
            "采购|5000元以内|采购员|采购主管|副总",
            "采购|5000元以上|采购主管|副总|总经理",
        ),
        (
            "事项|发起|会签|核准",
            "编制检修计划|检修主管|生产主管|副总",
            "调整排产计划|生产主管|检修主管|总经理",
        ),
    ],
)
def test_a_matrix_of_approvals_stays_one(tmp_path: Path, rows: tuple[str, ...]) -> None:
    reading = read_roles(read_document(_sheet_of(tmp_path, [*rows])))
    assert len(reading.approvals) == 2
    assert reading.roles == ()


def test_the_name_of_a_kind_says_how_strong_its_rights_are(tmp_path: Path) -> None:
    rows = ["岗|听谁的|每天干的|自己能定的|要报批的", "库管员|仓储主管|收发布料|废料的处理|货架的添置"]
    rows.append("裁剪工|车间主任|裁剪面料|刀具的更换|裁床的大修")
    role = read_roles(read_document(_sheet_of(tmp_path, rows))).roles[0]
    rights = {s.folded: s.rights[0].strength for s in role_statements(role)}
    assert (rights["废料的处理"], rights["货架的添置"]) == (Strength.DECIDE, Strength.ADVISE)
