"""Posts told by the form that repeats below their names, of an invented laundry that looks for people."""

import pytest

from knowledge.documents.plain import read_plain
from knowledge.roles.job_description import read_roles
from knowledge.roles.labels import Field
from knowledge.roles.role import Role


def _roles(text: str) -> dict[str, Role]:
    return {role.name: role for role in read_roles(read_plain("招聘.txt", text)).roles}


_PAGE = """招聘信息
门店管理
岗位职责：
负责门店的日常管理工作
安排店员轮班
任职要求：
大专以上学历
熨烫师
岗位职责：
熨烫衣物并检查污渍
任职要求：
两年以上经验
夜班实习生
岗位职责：
协助熨烫师整理衣物
夜间值守门店
任职要求：
每周至少四天出勤
"""


def _duties(role: Role) -> list[str]:
    return [duty.title.text for duty in role.duties]


def test_names_that_end_like_nothing_known() -> None:
    roles = _roles(_PAGE)
    assert {name: _duties(role) for name, role in roles.items()} == {
        "门店管理": ["负责门店的日常管理工作", "安排店员轮班"],
        "熨烫师": ["熨烫衣物并检查污渍"],
        "夜班实习生": ["协助熨烫师整理衣物", "夜间值守门店"],
    }


def test_the_way_to_go_on_is_no_duty() -> None:
    page = "\n".join(
        f"查看全部\n{name}\n岗位职责\n1.{one}；\n2.{two}；"
        for name, one, two in [
            ("门店管理", "负责排班", "检查卫生"),
            ("熨烫师", "熨烫衣物", "检查污渍"),
            ("取送员", "上门取衣", "送回衣物"),
        ]
    )
    assert {name: len(role.duties) for name, role in _roles(page).items()} == {
        "门店管理": 2,
        "熨烫师": 2,
        "取送员": 2,
    }


def test_nothing_like_a_post_among_the_names() -> None:
    page = "早班\n岗位职责：\n打开店门\n晚班\n岗位职责：\n关上店门\n"
    assert "早班" not in _roles(page)


@pytest.mark.parametrize("mark", [" > ", "：\n", "："])
def test_the_post_of_a_page_behind_its_label(mark: str) -> None:
    (role,) = _roles(
        f"招聘职位{mark}熨烫师\n招聘人数：2名\n岗位职责：\n1、熨烫衣物；\n2、检查污渍。\n"
    ).values()
    assert role.name == "熨烫师"
    assert role.text(Field.HEADCOUNT) == "2名"
    assert _duties(role) == ["熨烫衣物", "检查污渍"]


def test_numbers_in_lines_of_their_own() -> None:
    lines = "\n".join(f"{n}.\n{text}；" for n, text in enumerate(["负责排班", "检查卫生", "收取洗衣费"], 1))
    (role,) = _roles(f"招聘职位：门店主管\n招聘人数：1人\n岗位职责:\n{lines}\n").values()
    assert _duties(role) == ["负责排班", "检查卫生", "收取洗衣费"]
    assert role.duties[1].title.source.line == 7
