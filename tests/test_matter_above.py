"""Tables of tiers without a column for their matter: what stands above says it, and whose matter it is."""

from pathlib import Path

import docx
import openpyxl
import pytest

from bot.conversation import Conversations
from knowledge import Handbook
from knowledge.documents.reader import read_document
from knowledge.roles.approval import Approval
from knowledge.roles.job_description import read_roles

_TIERS = [
    ["单次金额", "审核", "批准"],
    ["3000元以下（含）", "—", "园长助理"],
    ["3000元以上", "园长助理", "园长"],
]
_READ = ["3000元以下（含）: 园长助理批准!", "3000元以上: 园长助理审核 园长批准!"]


def _brief(approval: Approval) -> str:
    steps = (f"{s.who}{s.verb}{'!' if s.strength.name == 'DECIDE' else ''}" for s in approval.steps)
    return f"{approval.condition}: {' '.join(steps)}"


def _by_matter(path: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for approval in read_roles(read_document(path)).approvals:
        found.setdefault(approval.matter, []).append(_brief(approval))
    return found


def _table(rows: list[list[str]]) -> str:
    lines = [rows[0], ["---"] * len(rows[0]), *rows[1:]]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def _markdown(folder: Path, text: str, name: str = "规定.md") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def _word(folder: Path, *parts: str | list[list[str]]) -> Path:
    document = docx.Document()
    for part in parts:
        if isinstance(part, str):
            document.add_paragraph(part)
            continue
        table = document.add_table(len(part), len(part[0]))
        for row, cells in zip(table.rows, part, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    document.save(str(folder / "规定.docx"))
    return folder / "规定.docx"


@pytest.mark.parametrize(
    "above",
    [
        "# 幼儿园规定\n\n## 一、教具采购\n\n",
        "# 幼儿园规定\n\n## 教具采购\n\n### 审批权限\n\n",
        "# 幼儿园规定\n\n## 教具采购审批权限（试行）\n\n按下列金额逐级办理：\n\n",
        "# 幼儿园规定\n\n**教具采购**\n\n",
        "# 幼儿园规定\n\n一、教具采购\n\n",
        "# 幼儿园规定\n\n附表1：教具采购审批权限一览表\n\n",
        "# 教具采购按金额分级审批\n\n",
    ],
)
def test_a_heading_or_line_above_is_the_matter(tmp_path: Path, above: str) -> None:
    assert _by_matter(_markdown(tmp_path, above + _table(_TIERS))) == {"教具采购": _READ}


def test_each_table_has_the_matter_above_it(tmp_path: Path) -> None:
    path = _word(tmp_path, "审批权限规定", "一、教具采购", _TIERS, "二、借款（单位：元）", _TIERS)
    assert _by_matter(path) == {"教具采购": _READ, "借款": _READ}


def test_a_title_behind_posts_is_none_of_their_duties(tmp_path: Path) -> None:
    post = ["一、园长助理", "直接上级：园长", "岗位职责：", "1.安排保教工作。"]
    path = _word(tmp_path, "岗位职责", *post, "附：教具采购审批权限", _TIERS)
    reading = read_roles(read_document(path))
    assert {a.matter for a in reading.approvals} == {"教具采购"}
    assert [duty.title.text for duty in reading.roles[0].duties] == ["安排保教工作"]


def test_sheets_and_the_lines_in_them(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    first = book.worksheets[0]
    first.title = "教具采购"
    second = book.create_sheet("其他")
    for rows, sheet in ((_TIERS, first), ([["借款审批权限"], *_TIERS, ["报损"], *_TIERS], second)):
        for row in rows:
            sheet.append(row)
    book.save(tmp_path / "权限.xlsx")
    assert _by_matter(tmp_path / "权限.xlsx") == {"教具采购": _READ, "借款": _READ, "报损": _READ}


def test_the_name_of_the_file(tmp_path: Path) -> None:
    lines = "\n".join(",".join(row) for row in _TIERS)
    (tmp_path / "教具采购审批权限表.csv").write_text(lines, encoding="utf-8")
    assert _by_matter(tmp_path / "教具采购审批权限表.csv") == {"教具采购": _READ}


@pytest.mark.parametrize(
    ("rows", "approvals"),
    [
        (  # the label of the column
            ["请假天数|批准人", "1天以内|班组长", "1天以上|园长"],
            {"请假": ["1天以内: 班组长批准!", "1天以上: 园长批准!"]},
        ),
        (  # rows that name the matter of those below them
            ["单次金额|审核|批准", "教具采购||", "500元以内|—|助理", "借款||", "500元以内|助理|园长"],
            {"教具采购": ["500元以内: 助理批准!"], "借款": ["500元以内: 助理审核 园长批准!"]},
        ),
        (  # two tables side by side
            ["请假天数|审批人|报销金额|审批人", "1天以内|组长|500元以内|助理"],
            {"请假": ["1天以内: 组长审批!"], "报销": ["500元以内: 助理审批!"]},
        ),
    ],
)
def test_a_table_that_says_it_itself(
    tmp_path: Path, rows: list[str], approvals: dict[str, list[str]]
) -> None:
    text = "# 审批权限表\n\n" + _table([row.split("|") for row in rows])
    assert _by_matter(_markdown(tmp_path, text)) == approvals


@pytest.mark.parametrize(
    ("rows", "approvals"),
    [
        (  # the tiers are the columns
            ["天数|1天以内|3天以内", "审核|—|组长", "批准|组长|园长"],
            ["1天以内: 组长批准!", "3天以内: 组长审核 园长批准!"],
        ),
        (
            ["天数|组长|园长", "1天以内|批准|", "3天以内|审核|批准"],
            ["1天以内: 组长批准!", "3天以内: 组长审核 园长批准!"],
        ),
        (["请几天|谁批准", "1天以内|组长", "3天以内|园长"], ["1天以内: 组长批准!", "3天以内: 园长批准!"]),
        (
            ["情形|审核|批准", "寒暑假|—|组长", "教学期间|组长|园长"],
            ["寒暑假: 组长批准!", "教学期间: 组长审核 园长批准!"],
        ),
        (
            ["天数|流程", "1天以内|经办人→组长", "3天以内|申请人→组长→园长"],
            ["1天以内: 组长审批!", "3天以内: 组长审核 园长审批!"],
        ),
    ],
)
def test_other_ways_to_draw_them(tmp_path: Path, rows: list[str], approvals: list[str]) -> None:
    text = "# 规定\n\n## 请假\n\n" + _table([row.split("|") for row in rows])
    assert _by_matter(_markdown(tmp_path, text)) == {"请假": approvals}


@pytest.mark.parametrize(
    ("above", "rows", "applies"),
    [
        ("教师提出申请,按金额逐级办理:", ["金额|批准", "500元以下|组长"], [("教师",)]),
        ("教师借款按下列权限审批：", ["金额|批准", "500元以下|组长"], [("教师",)]),
        ("", ["借款人|审核人|批准人", "教师|组长|园长", "组长|助理|园长"], [("教师",), ("组长",)]),
        ("", ["金额|教学部|后勤部", "500元以下|教学主管|后勤主管"], [("教学部",), ("后勤部",)]),
        ("", ["申请人|500元以下|500元以上", "教师|组长|园长"], [("教师",), ("教师",)]),
    ],
)
def test_whose_matter_it_is(
    tmp_path: Path, above: str, rows: list[str], applies: list[tuple[str, ...]]
) -> None:
    text = f"# 规定\n\n## 借款\n\n{above}\n\n" + _table([row.split("|") for row in rows])
    approvals = read_roles(read_document(_markdown(tmp_path, text))).approvals
    assert [(a.matter, a.applies_to) for a in approvals] == [("借款", who) for who in applies]


def test_a_heading_that_names_no_matter_gives_none(tmp_path: Path) -> None:
    for above in ("# 岗位职责\n\n", "# 审批权限\n\n", "# 教务处\n\n## 教务处主任\n\n"):
        assert _by_matter(_markdown(tmp_path, above + _table(_TIERS))) == {}


@pytest.mark.parametrize(
    ("question", "roles"),
    [
        ("教具采购5000元的审批流程", ["园长助理", "园长"]),
        ("教具采购刚好3000元谁批", ["园长助理"]),
        ("花四千块采购教具要经过哪些人审批", ["园长助理", "园长"]),
    ],
)
def test_such_tables_are_answered(tmp_path: Path, question: str, roles: list[str]) -> None:
    _markdown(tmp_path, "岗位名称：园长助理\n直接上级：园长\n", "岗位.md")
    _markdown(tmp_path, "# 规定\n\n## 教具采购\n\n" + _table(_TIERS))
    answer = Conversations(Handbook.load([tmp_path])).ask(question, question)
    assert list(answer.roles) == roles
