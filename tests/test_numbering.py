"""Item numbers at the beginning of a line and run together inside one."""

import pytest

from knowledge.roles.numbering import leading_number, split_after, split_numbered


@pytest.mark.parametrize(
    ("text", "style", "number", "rest"),
    [
        ("一、主持工作", "chinese", 1, "主持工作"),
        ("十二、完成", "chinese", 12, "完成"),
        ("（一）制定", "bracket", 1, "制定"),
        ("(3)制定", "bracket", 3, "制定"),
        ("1、制定", "dun", 1, "制定"),
        ("1. 制定", "dot", 1, "制定"),
        ("1.制定", "dot", 1, "制定"),
        ("1）制定", "half", 1, "制定"),
        ("1)制定", "half", 1, "制定"),
        ("①制定", "circle", 1, "制定"),
        ("⑫制定", "circle", 12, "制定"),
        ("第三条 制定", "article", 3, "制定"),
        ("第2章：制定", "chapter", 2, "制定"),
        ("1.2 制定", "double", 2, "制定"),
        ("2.1制定", "double", 1, "制定"),
        ("2.2.3、制定", "triple", 3, "制定"),
        ("A、制定", "letter", None, "制定"),
        ("◆ 制定", "bullet", None, "制定"),
        ("- 制定", "bullet", None, "制定"),
        ("　　3、3天以上", "dun", 3, "3天以上"),
    ],
)
def test_leading_number(text: str, style: str, number: int | None, rest: str) -> None:
    found = leading_number(text)
    assert found is not None
    assert (found.style, found.number, text[found.start :]) == (style, number, rest)


@pytest.mark.parametrize(
    "text",
    [
        "制定计划",
        "3天以上",
        "1.5万元",
        "1.5 万元",
        "2.0版本",
        "8:00上班",
        "一般投诉",
        "十天内",
        "第三方",
        "a.txt",
        "2023年",
        "",
        "120急救",
    ],
)
def test_no_leading_number(text: str) -> None:
    assert leading_number(text) is None


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("1、制定计划2、审核报表3、归档", ["制定计划", "审核报表", "归档"]),
        ("1. 制定计划 2. 审核报表", ["制定计划", "审核报表"]),
        ("1.制定；2.审核；", ["制定；", "审核；"]),
        ("（1）制定（2）审核", ["制定", "审核"]),
        ("①制定②审核", ["制定", "审核"]),
        ("一、制定。二、审核", ["制定。", "审核"]),
        ("3、制定4、审核", ["制定", "审核"]),
        ("1、制定2、审核3、3天以上请假的审批", ["制定", "审核", "3天以上请假的审批"]),
        ("1、编制2、3万元以内的审批3、归档", ["编制", "3万元以内的审批", "归档"]),
        ("1、每月2、3次检查", ["每月2、3次检查"]),
        ("1、每月2、3次检查2、归档", ["每月2、3次检查", "归档"]),
        ("1、第1、2项的审批", ["第1、2项的审批"]),
        ("1、2.5万元以内2、归档", ["2.5万元以内", "归档"]),
        ("一、第一、二季度的计划", ["第一、二季度的计划"]),
        ("1、制定（含1.计划2.预算）", ["制定（含1.计划2.预算）"]),
        ("制定1、审核2、归档", []),
        ("", []),
    ],
)
def test_items_run_together(text: str, items: list[str]) -> None:
    assert [text[item.start : item.end].strip() for item in split_numbered(text)] == items


def test_a_lost_number_is_passed_over_only_where_asked() -> None:
    text = "1、制定3、归档"
    assert [item.number for item in split_numbered(text)] == [1]
    assert [item.number for item in split_numbered(text, gaps=True)] == [1, 3]


def test_an_empty_item_keeps_its_place() -> None:
    text = "1、制定2、3、归档4、"
    found = split_numbered(text)
    assert [(item.number, text[item.start : item.end]) for item in found] == [
        (1, "制定"),
        (2, ""),
        (3, "归档"),
        (4, ""),
    ]


@pytest.mark.parametrize(
    ("text", "number", "items"),
    [
        ("制定计划 2. 审核报表", 1, ["制定计划", "审核报表"]),
        ("制定计划；4、审核；5、归档", 3, ["制定计划；", "审核；", "归档"]),
        ("制定2023年计划", 1, ["制定2023年计划"]),
    ],
)
def test_items_behind_a_number_that_was_cut_off(text: str, number: int, items: list[str]) -> None:
    assert [text[item.start : item.end].strip() for item in split_after(text, number)] == items
