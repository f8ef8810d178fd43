"""Approval matrices in the layouts documents have: heads of two rows, tiers, marks, limits, footnotes."""

from pathlib import Path

import openpyxl
import pytest

from bot.conversation import Conversations
from knowledge import Handbook
from knowledge.actions import Strength
from knowledge.documents.reader import read_document
from knowledge.roles.approval import Approval
from knowledge.roles.approval_cell import read_cell
from knowledge.roles.footnote import is_footnote, split_marks
from knowledge.roles.job_description import read_roles
from knowledge.roles.limit import Amount
from knowledge.roles.reading import Reading


def _reading(folder: Path, text: str) -> Reading:
    path = folder / "权限.md"
    path.write_text(f"# 权限表\n\n{text}\n", encoding="utf-8")
    return read_roles(read_document(path))


def _brief(approval: Approval) -> tuple[str, str, str]:
    steps = (f"{s.who}{s.verb}{'!' if s.strength.name == 'DECIDE' else ''}" for s in approval.steps)
    return approval.matter, approval.condition, " ".join(steps)


def _table(*rows: str) -> str:
    width = rows[0].count("|") + 1
    return "\n".join(f"| {row} |" for row in (rows[0], "|".join(["---"] * width), *rows[1:]))


@pytest.mark.parametrize(
    ("rows", "approvals"),
    [
        (  # the cells of roles hold verbs
            ["事项|店长|会计|区域经理", "报损|审核|复核|审批", "促销|审批||备案"],
            [
                ("报损", "", "店长审核 会计复核 区域经理审批!"),
                ("促销", "", "店长审批! 区域经理备案"),
            ],
        ),
        (  # ticks: the last one decides
            ["审批事项|店长|区域经理|总经理", "换货|√||", "闭店|√|√|√"],
            [("换货", "", "店长审批!"), ("闭店", "", "店长审核 区域经理审核 总经理审批!")],
        ),
        (  # steps that are only counted: the last of a row decides
            ["事项|天数|第一级|第二级", "请假|3天以内|店长|", "请假|3天以上|店长|区域经理"],
            [
                ("请假", "3天以内", "店长审批!"),
                ("请假", "3天以上", "店长第一级审批 区域经理审批!"),
            ],
        ),
        (
            ["稿件|一审|二审|三审（签发）|一校", "通知|编辑|主编||校对", "公告|编辑|主编|社长|校对"],
            [
                ("通知", "", "编辑一审 主编二审! 校对一校"),
                ("公告", "", "编辑一审 主编二审 社长三审! 校对一校"),
            ],
        ),
        (  # the highest post stands first
            ["事项|总经理|区域经理|店长", "闭店|√|√|√"],
            [("闭店", "", "店长审核 区域经理审核 总经理审批!")],
        ),
        (  # numbers give the order
            ["事项|总经理|店长|会计", "借款|③|①|②", "垫资|2|1|"],
            [("借款", "", "店长审核 会计审核 总经理审批!"), ("垫资", "", "店长审核 总经理审批!")],
        ),
        (
            ["事项|店长|会计|总经理", "借款|①审核|②复核|③批准"],
            [("借款", "", "店长审核 会计复核 总经理批准!")],
        ),
        (  # the cells of roles hold limits, the unit stands in the head of none
            ["事项|店长|区域经理", "报损|500元以内|500元以上", "请假|2天以内|2天以上"],
            [
                ("报损", "500元以内", "店长审批!"),
                ("报损", "500元以上", "区域经理审批!"),
                ("请假", "2天以内", "店长审批!"),
                ("请假", "2天以上", "区域经理审批!"),
            ],
        ),
        (  # the columns are tiers
            ["事项|1万元以下|1万元（含）以上", "装修|店长|区域经理→总经理"],
            [
                ("装修", "1万元以下", "店长审批!"),
                ("装修", "1万元（含）以上", "区域经理审核 总经理审批!"),
            ],
        ),
        (  # the cell tells the tiers apart
            [
                "事项|审批人",
                "报损|500元以下：店长；500元以上：区域经理",
                "借款|店长（1千元以内）、总经理（1千元以上）",
            ],
            [
                ("报损", "500元以下", "店长审批!"),
                ("报损", "500元以上", "区域经理审批!"),
                ("借款", "1千元以内", "店长审批!"),
                ("借款", "1千元以上", "总经理审批!"),
            ],
        ),
        (  # the label names role, verb and tier
            ["事项|店长审核|区域经理审批（5万元以下）|总经理审批（5万元及以上）", "装修|√|√|√"],
            [
                ("装修", "5万元以下", "店长审核 区域经理审批!"),
                ("装修", "5万元及以上", "店长审核 总经理审批!"),
            ],
        ),
        (
            ["事项|审批流程", "开店|店长→区域经理→总经理", "关店|店长审核后报总经理审批"],
            [
                ("开店", "", "店长审核 区域经理审核 总经理审批!"),
                ("关店", "", "店长审核 总经理审批!"),
            ],
        ),
        (
            ["事项|一级审批|二级审批|三级审批", "加班|领班|店长|-", "调薪|店长|人事经理和财务经理|总经理"],
            [
                ("加班", "", "领班一级审批 店长审批!"),
                ("调薪", "", "店长一级审批 人事经理二级审批 财务经理二级审批 总经理审批!"),
            ],
        ),
        (  # 大类 and 小类, blanks below them, 同上
            [
                "大类|小类|金额|审核|审批",
                "费用|差旅费|500元以内|-|店长",
                "||500元以上|店长|总经理",
                "|招待费|不分金额|同上|同上",
                "人事|录用||人事专员|总经理",
            ],
            [
                ("费用 差旅费", "500元以内", "店长审批!"),
                ("费用 差旅费", "500元以上", "店长审核 总经理审批!"),
                ("费用 招待费", "不分金额", "店长审核 总经理审批!"),
                ("人事 录用", "", "人事专员审核 总经理审批!"),
            ],
        ),
        (  # a row for each role, a column for each matter
            ["岗位|报销额度|请假|闭店", "店长|500元以内|3天以内|审核", "区域经理|500元以上|3天以上|审批"],
            [
                ("报销", "500元以内", "店长审批!"),
                ("请假", "3天以内", "店长审批!"),
                ("报销", "500元以上", "区域经理审批!"),
                ("请假", "3天以上", "区域经理审批!"),
                ("闭店", "", "店长审核 区域经理审批!"),
            ],
        ),
        (  # several in one cell; 知会 is no approval
            ["事项|会签|批准|知会", "合同|法务、财务经理|总经理|会计及出纳", "用印|-|店长或总经理|无"],
            [
                ("合同", "", "法务会签 财务经理会签 总经理批准! 会计知会 出纳知会"),
                ("用印", "", "店长批准! 总经理批准!"),
            ],
        ),
    ],
)
def test_layouts_of_a_matrix(tmp_path: Path, rows: list[str], approvals: list[tuple[str, str, str]]) -> None:
    assert [_brief(a) for a in _reading(tmp_path, _table(*rows)).approvals] == approvals


def test_marks_mean_what_the_legend_says(tmp_path: Path) -> None:
    table = _table("事项|店长|区域经理|总经理|董事会", "预算|○|△|▲|☆")
    reading = _reading(tmp_path, f"{table}\n\n注：○提出，△审核，▲批准，☆备案。")
    steps = "店长提出 区域经理审核 总经理批准! 董事会备案"
    assert [_brief(a) for a in reading.approvals] == [("预算", "", steps)]
    assert reading.unplaced == ()


@pytest.mark.parametrize("legend", ["S=提出 R=审核 A=审批 I=知会", "S提出，R审核，A审批，I备案", ""])
def test_letters_mean_what_is_said_or_usual(tmp_path: Path, legend: str) -> None:
    table = _table("事项|会计|店长|总经理|董事会", "预算|I|S|A|", "投资|||R|A")
    budget, investment = _reading(tmp_path, f"{legend}\n\n{table}" if legend else table).approvals
    assert [(s.who, s.strength) for s in budget.steps] == [
        ("店长", Strength.DRAFT),
        ("总经理", Strength.DECIDE),
        ("会计", Strength.INFORMED),
    ]
    assert (investment.steps[-1].who, investment.steps[-1].strength) == ("董事会", Strength.DECIDE)


@pytest.mark.parametrize("place", ["above", "below"])
def test_marks_of_posts_in_rows_mean_what_is_said_beside_the_table(tmp_path: Path, place: str) -> None:
    table, legend = _table("岗位|培训|报废", "班长|○|", "库管员|| ○", "厂长|▲|▲"), "▲ 审批　○ 审核"
    reading = _reading(tmp_path, f"{legend}\n\n{table}" if place == "above" else f"{table}\n\n{legend}")
    assert [_brief(a) for a in reading.approvals] == [
        ("培训", "", "班长审核 厂长审批!"),
        ("报废", "", "库管员审核 厂长审批!"),
    ]
    assert reading.roles == ()


def test_marks_that_nobody_explains_are_no_approvals(tmp_path: Path) -> None:
    assert _reading(tmp_path, _table("岗位|急救|消防", "班长|○|", "厂长|▲|▲")).approvals == ()


@pytest.mark.parametrize(
    "text",
    [
        _table("事项|金额（万元）|审批", "采购|1以下|店长", "采购|1-5|总经理"),
        "单位：万元\n\n" + _table("事项|店长|总经理", "采购|≤1|1-5"),
        _table("事项|金额|审批", "采购|1以下|店长", "采购|1-5|总经理") + "\n\n注：单位：万元",
    ],
)
def test_a_unit_that_stands_elsewhere(tmp_path: Path, text: str) -> None:
    limits = [approval.limit for approval in _reading(tmp_path, text).approvals]
    inside = [
        [limit is not None and limit.holds(Amount(value, "元", 0, 0)) for value in (5000, 30_000)]
        for limit in limits
    ]
    assert inside == [[True, False], [False, True]]


def test_a_footnote_belongs_to_the_rows_that_bear_its_mark(tmp_path: Path) -> None:
    table = _table(
        "事项|审核|审批", "请假①|-|店长", "出差※|店长|总经理", "用车（注2）|-|店长", "开店|-|总经理"
    )
    notes = (
        "注：①店长本人请假由总经理审批。\n\n※境外出差另行规定。\n\n"
        "注2：夜间用车须提前一天申请。\n\n注：本表由人事部维护。"
    )
    reading = _reading(tmp_path, f"{table}\n\n{notes}")
    assert [(a.matter, a.note) for a in reading.approvals[:4]] == [
        ("请假", "店长本人请假由总经理审批"),
        ("出差", "境外出差另行规定"),
        ("用车", "夜间用车须提前一天申请"),
        ("开店", ""),
    ]
    assert [s.who for s in reading.approvals[4].steps] == ["总经理"]  # the first footnote is a rule as well
    assert reading.approvals[0].footnotes[0].quote == "注：①店长本人请假由总经理审批"
    assert [p.text for p in reading.unplaced] == ["本表由人事部维护"]


def test_who_asks_is_kept(tmp_path: Path) -> None:
    table = _table("事项|申请人|审批", "请假|员工|店长", "请假|店长|总经理")
    assert [(a.applies_to, a.steps[0].who) for a in _reading(tmp_path, table).approvals] == [
        (("员工",), "店长"),
        (("店长",), "总经理"),
    ]


def test_a_row_that_ends_before_its_steps_is_left(tmp_path: Path) -> None:
    (tmp_path / "权限.csv").write_text("序号,事项,金额,审批\n1,报损,1元以上,店长\n2,闭店\n", encoding="utf-8")
    reading = read_roles(read_document(tmp_path / "权限.csv"))
    assert [a.matter for a in reading.approvals] == ["报损"]
    assert [p.text for p in reading.unplaced] == ["2 | 闭店"]


def test_a_row_that_names_nobody_is_left(tmp_path: Path) -> None:
    reading = _reading(tmp_path, _table("事项|审批", "报损|店长", "外派|按公司制度执行"))
    assert [a.matter for a in reading.approvals] == ["报损"]
    assert [p.text for p in reading.unplaced] == ["外派 | 按公司制度执行"]


@pytest.mark.parametrize(
    "rows",
    [
        ["版本|修订内容|修订人|审核|批准", "1|新建|甲|乙|丙"],
        ["考核项目|考核标准|权重", "审批及时率|95%以上|30%"],
        ["岗位名称|直接上级|岗位职责|权限", "店长|总经理|管理门店|500元以内报损的审批权"],
        ["岗位名称|岗位职责|审批权限|建议权", "店长|管理门店|500元以内的报损|店员聘任"],
        ["姓名|电话", "甲|1"],
    ],
)
def test_no_matrix(tmp_path: Path, rows: list[str]) -> None:
    assert _reading(tmp_path, _table(*rows)).approvals == ()


def _sheet(path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "费用"
    for row in [
        ["门店审批权限表"],
        ["序号", "事项", "标准", "审批流程", None, None, None],
        [None, None, None, "申请", "审核", "审批", "知会"],
        [1, "报损", "200元以内(含)", "店员", "—", "店长", "会计"],
        [None, None, "200元以上", None, "店长", "区域经理", None],
        [2, "闭店*", "—", "店长", "区域经理", None, "—"],
        ["一、人事类"],
        [3, "请假", "3天以内(含)", "店员", "—", "店长", "—"],
        ["*闭店须提前一个月公告。"],
    ]:
        sheet.append(row)
    for area in (
        "A1:G1",
        "D2:G2",
        "A2:A3",
        "B2:B3",
        "C2:C3",
        "A4:A5",
        "B4:B5",
        "D4:D5",
        "G4:G5",
        "E6:F6",
        "A7:G7",
    ):
        sheet.merge_cells(area)
    book.save(path)
    return path


def test_a_sheet_with_merged_cells(tmp_path: Path) -> None:
    approvals = read_roles(read_document(_sheet(tmp_path / "权限.xlsx"))).approvals
    assert [(*_brief(a), a.applies_to) for a in approvals] == [
        ("报损", "200元以内(含)", "店长审批! 会计知会", ("店员",)),
        ("报损", "200元以上", "店长审核 区域经理审批! 会计知会", ("店员",)),
        ("闭店", "", "区域经理审批!", ("店长",)),
        ("请假", "3天以内(含)", "店长审批!", ("店员",)),
    ]
    assert [a.note for a in approvals] == ["", "", "闭店须提前一个月公告", ""]
    assert {a.title for a in approvals} == {"门店审批权限表"}


@pytest.mark.parametrize(
    ("question", "roles"),
    [
        ("报损150元谁批", ["店长"]),
        ("报损200元谁批", ["店长"]),
        ("报损300元谁批", ["区域经理"]),
        ("报损300元要经过哪些审批步骤", ["店长", "区域经理"]),
    ],
)
def test_questions_about_a_sheet(tmp_path: Path, question: str, roles: list[str]) -> None:
    (tmp_path / "岗位.md").write_text("岗位名称：店长\n直接上级：区域经理\n", encoding="utf-8")
    _sheet(tmp_path / "权限.xlsx")
    answer = Conversations(Handbook.load([tmp_path])).ask(question, question)
    assert list(answer.roles) == roles


@pytest.mark.parametrize("question", ["闭店由谁审批", "闭店要经过哪些审批步骤"])
def test_a_footnote_is_quoted_with_its_row(tmp_path: Path, question: str) -> None:
    (tmp_path / "岗位.md").write_text("岗位名称：店长\n直接上级：区域经理\n", encoding="utf-8")
    _sheet(tmp_path / "权限.xlsx")
    answer = Conversations(Handbook.load([tmp_path])).ask(question, question)
    assert list(answer.roles) == ["区域经理"]
    assert [e.quote for e in answer.evidence][-1] == "*闭店须提前一个月公告"
    assert any(say.key == "footnote" for say in answer.says)


@pytest.mark.parametrize(
    ("cell", "steps"),
    [
        ("店长、会计", ["店长审批", "会计审批"]),
        ("店长\n会计", ["店长审批", "会计审批"]),
        ("分管\n副总经理", ["分管副总经理审批"]),
        ("1.店长审核 \n2.总经理审批", ["店长审核", "总经理审批"]),
        ("由店长批准", ["店长批准"]),
        ("店长、会计会签", ["店长会签", "会计会签"]),
        ("店长审核，总经理批准，会计备案", ["店长审核", "总经理批准", "会计备案"]),
        ("人力资源和行政部经理", ["人力资源和行政部经理审批"]),
        ("总经理（或其授权人）", ["总经理审批"]),
        ("总经理*", ["总经理审批"]),
        ("店长->总经理", ["店长审核", "总经理审批"]),
        ("按制度执行", []),
        ("√", []),
    ],
)
def test_cells(cell: str, steps: list[str]) -> None:
    found = read_cell(cell, Strength.DECIDE, "审批")
    assert [f"{e.step.who}{e.step.verb}" for e in found] == steps


@pytest.mark.parametrize(
    ("text", "plain", "marks"),
    [
        ("请假①", "请假", {"1"}),
        ("请假[1]", "请假", {"1"}),
        ("请假（注1）", "请假", {"1"}),
        ("请假注1", "请假", {"1"}),
        ("请假¹", "请假", {"1"}),
        ("请假*", "请假", {"*"}),
        ("请假**", "请假", {"**"}),
        ("请假※", "请假", {"※"}),
        ("①", "①", set()),
        ("关注", "关注", set()),
        ("设备（牙椅）", "设备（牙椅）", set()),
    ],
)
def test_marks_of_footnotes(text: str, plain: str, marks: set[str]) -> None:
    assert split_marks(text) == (plain, frozenset(marks))


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("注：一", True),
        ("※二", True),
        ("备注1：三", True),
        ("注2、四", True),
        ("注意安全", False),
        ("二、流程", False),
    ],
)
def test_lines_that_are_remarks(text: str, remark: bool) -> None:
    assert is_footnote(text) is remark


def test_a_folder_with_nothing_but_a_matrix_is_a_handbook(tmp_path: Path) -> None:
    (tmp_path / "权限.md").write_text(_table("审批事项|审核|审批", "费用报销|会计|总经理"), encoding="utf-8")
    book = Handbook.load([tmp_path])
    decided, _ = book.ask("费用报销由谁审批")
    assert [e.passage.quote for e in decided.evidence] == ["| 费用报销|会计|总经理 |"]
    assert book.ask("有哪些岗位")[0].status == "answered"


def test_the_title_says_the_matter_of_a_table_about_people(tmp_path: Path) -> None:
    path = tmp_path / "假.csv"
    path.write_text(
        "请假审批权限\n申请人,天数,审核,审批\n店员,1天以内,,值班经理\n,1天以上,值班经理,店长\n值班经理,1天以上,,店长\n",
        encoding="utf-8",
    )
    approvals = read_roles(read_document(path)).approvals
    assert [(*_brief(a), a.applies_to) for a in approvals] == [
        ("请假", "1天以内", "值班经理审批!", ("店员",)),
        ("请假", "1天以上", "值班经理审核 店长审批!", ("店员",)),
        ("请假", "1天以上", "店长审批!", ("值班经理",)),
    ]


def test_columns_of_keepers_say_who_keeps_what(tmp_path: Path) -> None:
    path = tmp_path / "印章.md"
    table = _table("印章名称|保管人|审核|审批", "公章|行政主管|店长|总经理", "合同章|法务专员|-|总经理")
    path.write_text(f"# 印章管理表\n\n{table}\n", encoding="utf-8")
    (provisions,) = read_roles(read_document(path)).provisions
    assert [item.text for item in provisions.items] == ["公章由行政主管保管", "合同章由法务专员保管"]
    answer, _ = Handbook.load([path]).ask("合同章由谁保管")
    assert answer.roles == ("法务专员",)
    assert "合同章" in answer.evidence[0].quote


@pytest.mark.parametrize("label", ["金额档/条件", "档", "口径"])
def test_a_column_of_limits_whatever_its_label(tmp_path: Path, label: str) -> None:
    """An amount that is read past would make every tier an answer to each amount."""
    reading = _reading(
        tmp_path,
        f"""| 事项 | {label} | 提出 | 审批 |
| --- | --- | --- | --- |
| 设备采购 | 1万元以内（含） | 车间主任 | 生产部经理 |
| 设备采购 | 1万元以上至5万元（含） | 车间主任 | 副总经理 |""",
    )
    assert [(a.condition, a.steps[-1].who) for a in reading.approvals] == [
        ("1万元以内（含）", "生产部经理"),
        ("1万元以上至5万元（含）", "副总经理"),
    ]
