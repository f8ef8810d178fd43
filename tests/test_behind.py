"""What stands behind a list of duties without a number of its own."""

import pytest

from knowledge.documents.plain import read_plain
from knowledge.roles.behind import is_closing
from knowledge.roles.job_description import read_roles

_HEAD = "维修班长岗位职责\n1、安排检修。\n2、检查工具。\n"


@pytest.mark.parametrize(
    ("line", "duties", "notes"),
    [
        ("维修班长不在岗时，由副班长代行职责。", 2, 1),
        ("维修班长对设备科长负责。", 2, 1),
        ("班长外出期间由技术员代理其工作。", 2, 1),
        ("本职责自2021年3月1日起施行，由设备科负责解释。", 2, 0),
        ("（2019年5月第三次办公会通过）", 2, 0),
        ("以上岗位职责自印发之日起执行，原规定同时废止。", 2, 0),
        ("红星纺织厂设备科  2021年3月印发", 2, 0),
        ("保管好备件。", 3, 0),
    ],
)
def test_words_behind_a_list_are_no_duties(line: str, duties: int, notes: int) -> None:
    (role,) = read_roles(read_plain("维修班", _HEAD + line + "\n")).roles
    assert len(role.duties) == duties
    assert sum(len(listing.items) for listing in role.others) == notes


@pytest.mark.parametrize(
    "text",
    [
        "执行本厂的检修制度。",
        "由设备科负责解释图纸",
        "制定检修制度并组织施行",
        "（二）检查工具",
        "2021年3月完成大修",
    ],
)
def test_a_duty_is_no_end_of_a_document(text: str) -> None:
    assert not is_closing(text)
