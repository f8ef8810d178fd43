"""Rules with somebody else for each department, and further ways in which rules say who decides."""

from pathlib import Path

import pytest

from bot.conversation import Conversations
from knowledge import Handbook
from knowledge.documents.reader import read_document
from knowledge.roles.job_description import read_roles
from knowledge.roles.limit import find_limit

_RULES = "# 管理规定\n\n## {}\n\n{}\n"


def _read(folder: Path, title: str, *lines: str) -> list[str]:
    """The rules below a heading: matter, condition, whose, steps."""
    path = folder / "规定.md"
    path.write_text(_RULES.format(title, "\n".join(f"- {line}" for line in lines)), encoding="utf-8")
    return [
        f"{a.matter}|{a.condition}|{'、'.join(a.applies_to)}|"
        + " ".join(f"{s.who}{s.verb}{'!' if s.strength.name == 'DECIDE' else ''}" for s in a.steps)
        for a in read_roles(read_document(path)).approvals
    ]


_EACH = ["请假|3天以内|生产部|生产经理批准!", "请假|3天以内|仓储部|仓储经理批准!"]


@pytest.mark.parametrize(
    ("line", "rules"),
    [
        ("3天以内的，生产部由生产经理批准，仓储部由仓储经理批准。", _EACH),
        ("3天以内的，生产部由生产经理、仓储部由仓储经理批准。", _EACH),
        ("3天以内，生产部的找生产经理，仓储部的找仓储经理批准。", _EACH),
        (
            "3天以内的，车间人员由车间主任批准，仓储部人员由仓储经理批准；3天以上的由厂长批准。",
            [
                "请假|3天以内|车间人员|车间主任批准!",
                "请假|3天以内|仓储部人员|仓储经理批准!",
                "请假|3天以上||厂长批准!",
            ],
        ),
        (
            "3天以内的，班长审核，部门经理批准(生产部为生产经理，仓储部为仓储经理)。",
            [
                "请假|3天以内||班长审核 部门经理批准!",
                "请假|3天以内|生产部|班长审核 生产经理批准!",
                "请假|3天以内|仓储部|班长审核 仓储经理批准!",
            ],
        ),
        (
            "3天以内由部门负责人（生产部：生产经理；仓储部：仓储经理）批准。",
            ["请假|3天以内||部门负责人批准!", *_EACH],
        ),
        (
            "3天以内由部门经理批准，其中生产部为生产经理，仓储部为仓储经理。",
            ["请假|3天以内||部门经理批准!", *_EACH],
        ),
    ],
)
def test_somebody_else_for_each_department(tmp_path: Path, line: str, rules: list[str]) -> None:
    assert _read(tmp_path, "请假", line) == rules


@pytest.mark.parametrize(
    ("title", "line", "rules"),
    [
        ("用车", "单程50公里以内的，由车队长直接派车。", ["用车|单程50公里以内||车队长直接派车!"]),
        ("赔付", "300元以内客服主管可自行决定。", ["赔付|300元以内||客服主管决定!"]),
        ("领料", "单价200元以下的，仓管员凭领料单直接发放。", ["领料|单价200元以下||仓管员直接发放!"]),
        ("请假", "一天以内班长口头同意即可。", ["请假|一天以内||班长同意!"]),
        ("用车", "夜间用车不论远近，均须事前由行政经理批准。", ["夜间用车|不论远近||行政经理批准!"]),
        ("例外", "表中没有的事项，一事一议，由经理办公会决定。", ["例外 表中没有的事项|||经理办公会决定!"]),
        (
            "加班",
            "加班由主管批准，节假日加班还须报厂长批准。",
            ["加班|||主管批准!", "节假日加班|||主管批准! 厂长批准!"],
        ),
        (
            "报销",
            "1000元以下由部门经理审批；1000元以上的，在上述审批基础上，由厂长审批。",
            ["报销|1000元以下||部门经理审批!", "报销|1000元以上||部门经理审批! 厂长审批!"],
        ),
        (
            "让利",
            "一成以内的由销售主管决定；超过一成至二成（含）的由销售经理批准。",
            ["让利|一成以内||销售主管决定!", "让利|超过一成至二成（含）||销售经理批准!"],
        ),
        (
            "采购审批",
            "5000元以下，采购经理；5000元以上，总经理。",
            ["采购|5000元以下||采购经理审批!", "采购|5000元以上||总经理审批!"],
        ),
        ("采购审批", "3万—10万元：工程部经理", ["采购|3万-10万元||工程部经理审批!"]),
    ],
)
def test_ways_to_say_who_decides(tmp_path: Path, title: str, line: str, rules: list[str]) -> None:
    assert _read(tmp_path, title, line) == rules


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("手册", "编制：行政部 审核：厂长"),
        ("手册", "拟稿：王工　　审核：李工　　批准：厂长　　日期：3月1日"),
        ("仓库", "物料由仓管员直接发放。"),
        ("联系人", "3万元以下：项目经理"),
    ],
)
def test_what_approves_nothing(tmp_path: Path, title: str, line: str) -> None:
    assert _read(tmp_path, title, line) == []


@pytest.mark.parametrize(
    "line",
    [
        "病假的审批权限与事假相同。",
        "病假参照事假办理。",
        "病假的审批流程同事假一致。",
        "病假按事假的审批规定执行。",
    ],
)
def test_a_matter_that_is_approved_like_another(tmp_path: Path, line: str) -> None:
    rules = ["事假：1天以内由主管批准；1天以上由厂长批准。", line]
    assert _read(tmp_path, "请假", *rules) == [
        "请假 事假|1天以内||主管批准!",
        "请假 事假|1天以上||厂长批准!",
        "病假|1天以内||主管批准!",
        "病假|1天以上||厂长批准!",
    ]


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("一成以内", 10.0),
        ("一成半以内", 15.0),
        ("不超过2成的", 20.0),
        ("三成员以内", None),
        ("项目成立", None),
    ],
)
def test_tenths_are_percents(text: str, limit: float | None) -> None:
    found = find_limit(text)
    assert (found.most, found.unit) == (limit, "%") if limit else found is None or found.unit != "%"


@pytest.mark.parametrize(
    ("question", "roles"),
    [
        ("我是操作工，请两天假找谁批", ["班长", "生产经理"]),
        ("我是保管员，请两天假找谁批", ["仓储经理"]),
        ("单程30公里用车谁批准", ["车队长"]),
    ],
)
def test_they_are_answered(tmp_path: Path, question: str, roles: list[str]) -> None:
    posts = [
        ("操作工", "生产部甲班", "班长"),
        ("班长", "生产部", "生产经理"),
        ("保管员", "仓储部", "仓储经理"),
        ("车队长", "行政部", "厂长"),
    ]
    for name, department, superior in posts:
        form = f"岗位名称：{name}\n所属部门：{department}\n直接上级：{superior}\n"
        (tmp_path / f"{name}.md").write_text(form, encoding="utf-8")
    rules = "3天以内的，直接上级审核，部门经理批准(生产部为生产经理，仓储部为仓储经理)。"
    _read(tmp_path, "请假", f"请假{rules}", "用车单程50公里以内的，由车队长直接派车。")
    answer = Conversations(Handbook.load([tmp_path])).ask(question, question)
    assert list(answer.roles) == roles
