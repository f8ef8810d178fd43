"""Paragraphs that state the approvals of several matters: each is a line of its own, and no limit leaks."""

from pathlib import Path

import docx
import pytest

from bot.show import organization_object
from knowledge import Handbook
from knowledge.documents.document import Source
from knowledge.documents.plain import read_plain
from knowledge.roles.job_description import read_roles
from knowledge.roles.matters import cut_matters
from tests.role_layouts import fill

_POSTS = (
    "店长\n直接上级：区域经理\n岗位职责：\n1、主持门店工作。\n2、安排班次。\n"
    "店员\n直接上级：店长\n岗位职责：\n1、接待顾客。\n2、补货。\n"
)
_BUY = "采购审批：5万元以下由店长审批，超过部分报区域经理审批"
_SEAL = "用章：由行政主管批准"
_ADS = "广告预算：3万元以下由店长审批，以上由总经理批准"
_TOLD = {
    ("采购", "5万元以下", "店长"),
    ("采购", "超过部分", "区域经理"),
    ("用章", "", "行政主管"),
    ("广告预算", "3万元以下", "店长"),
    ("广告预算", "以上", "总经理"),
}
_FORMS = [
    f"{_BUY}；{_SEAL}。{_ADS}。",
    f"{_BUY}。{_SEAL}。{_ADS}。",
    f"{_BUY}；\u3000{_SEAL}；{_ADS}",
    f"1、{_BUY}；2、{_SEAL}；3、{_ADS}。",
    f"（1）{_BUY}（2）{_SEAL}（3）{_ADS}",
    f"①{_BUY}；②{_SEAL}；③{_ADS}。",
    f"审批说明：{_BUY}；{_SEAL}。{_ADS}。",
    f"{_BUY}，{_SEAL}，{_ADS}。",
    f"审批权限：{_BUY.replace('审批：', '', 1)}；{_SEAL}；{_ADS}。",
    f"{_BUY}；{_SEAL.replace('：', '')}；{_ADS}。",
    "".join(f"【{part.replace('审批：', '：').replace('：', '】', 1)}。" for part in (_BUY, _SEAL, _ADS)),
    "；".join(f"**{part.replace('：', '**：', 1)}" for part in (_BUY, _SEAL, _ADS)),
]


def _read(path: Path) -> dict[str, list[dict[str, str]]]:
    return organization_object(Handbook.load([path]).organization)


def _told(approvals: list[dict[str, str]]) -> set[tuple[str, str, str]]:
    return {(a["matter"], a["condition"], a["steps"][-1]["role"]) for a in approvals}  # type: ignore[index]


@pytest.mark.parametrize("behind", ["", "审批权限\n", "第三部分 审批规定\n", "# 审批事项\n\n"])
@pytest.mark.parametrize("form", _FORMS, ids=range(len(_FORMS)))
def test_each_matter_is_a_line(tmp_path: Path, form: str, behind: str) -> None:
    path = tmp_path / "门店手册.md"
    posts = _POSTS.replace("\n", "\n\n") if not behind.startswith("#") else ""
    path.write_text(f"{posts}{behind}\n{form}\n", "utf-8")
    read = _read(path)
    assert _told(read["approvals"]) == _TOLD
    plain = form.replace("*", "")
    for approval in read["approvals"]:
        quote = approval["quote"]
        assert quote in plain
        assert sum(name in quote for name in ("采购", "用章", "广告")) == 1
    if posts:
        duties = {r["name"]: [d["title"] for d in r["duties"]] for r in read["roles"]}  # type: ignore[attr-defined]
        assert duties == {"店长": ["主持门店工作", "安排班次"], "店员": ["接待顾客", "补货"]}


def test_a_cell_is_cut_too(tmp_path: Path) -> None:
    document = docx.Document()
    rows = [["岗位名称", "店长"], ["直接上级", "区域经理"], ["岗位职责", "1、主持门店工作。\n2、安排班次。"]]
    rows += [["审批说明", _FORMS[0]], ["任职要求", "大专以上学历"]]
    fill(document.add_table(len(rows), 2), rows)
    document.save(str(tmp_path / "店长.docx"))
    read = _read(tmp_path / "店长.docx")
    assert _told(read["approvals"]) == _TOLD
    (role,) = read["roles"]
    assert [d["title"] for d in role["duties"]] == ["主持门店工作", "安排班次"]  # type: ignore[index]


@pytest.mark.parametrize(
    "text",
    [
        "采购：5万元以下由店长审批，其中：办公用品由行政主管审批。",
        "采购审批范围包括：5000元以下由店长审批；如下：5000元以上由总经理审批",
        "营业时间：8:30至21:30；交接时间：14:00，由店长批准",
        "5万元以下：由店长审批；5万元以上：由总经理审批",
        "采购：审核：店长；审批：总经理",
        "店长：审批采购；总经理：审批预算",
        "采购：三天内由店长批准。备注：须附申请单",
        "接待顾客，包括：收银、补货；做好记录，即：登记台账",
        "经店长审核后：报总经理审批；超过的：由董事会审批",
    ],
)
def test_a_colon_that_heads_no_matter(text: str) -> None:
    assert cut_matters(text, Source("a", 1)) == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "采购：由店长审批；备注：附清单。用章：由总经理批准",
            ["采购：由店长审批；备注：附清单", "用章：由总经理批准"],
        ),
        (
            "报销：500元以下：由店长审批；500元以上：由总经理审批。请假：8:30前由店长批准",
            ["报销：500元以下：由店长审批；500元以上：由总经理审批", "请假：8:30前由店长批准"],
        ),
        ("用车：经办人→店长→总经理；换班：由店长批准", ["用车：经办人→店长→总经理", "换班：由店长批准"]),
        (
            "请假：病假由店长批准；事假由总经理批准。用车：由店长批准",
            ["请假：病假由店长批准；事假由总经理批准", "用车：由店长批准"],
        ),
    ],
)
def test_what_belongs_to_a_matter_stays_with_it(text: str, lines: list[str]) -> None:
    assert [line.quote for line in cut_matters(text, Source("a", 1))] == lines


def test_the_limit_of_one_matter_is_not_that_of_another(tmp_path: Path) -> None:
    path = tmp_path / "审批规定.txt"
    path.write_text(f"审批规定\n{_FORMS[0]}\n", "utf-8")
    handbook = Handbook.load([path])
    assert handbook.ask("4万的广告预算谁批")[0].roles == ("总经理",)
    assert handbook.ask("4万的采购谁批")[0].roles == ("店长",)
    assert [e.quote for e in handbook.ask("用章谁批")[0].evidence] == [_SEAL]


def test_a_range_that_a_limit_leaves() -> None:
    (low, high) = read_roles(
        read_plain("借款.txt", "借款：2000元以内由店长批准，超出的由总经理批准。")
    ).approvals
    assert low.limit is not None
    assert high.limit is not None
    assert high.limit.least == low.limit.most
    assert not high.limit.least_included
