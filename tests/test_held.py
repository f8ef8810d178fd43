"""Headings that no table lists: what stands below is part of the post above, and is what its items say."""

import pytest

from knowledge.documents.markdown import read_markdown
from knowledge.roles.held import held_field
from knowledge.roles.job_description import read_roles
from knowledge.roles.labels import Field
from knowledge.roles.role import Role

_FORM = "# 店长岗位职责\n\n部门：门店\n直接上级：区域经理\n\n"
_DUTIES = ["制定排班表", "检查货架陈列"]
_RIGHTS = ["排班调整权", "五折以内的折扣决定权"]


def _role(text: str) -> Role:
    (role,) = read_roles(read_markdown("店长", text)).roles
    return role


def _list(heading: str, items: list[str], number: bool = False) -> str:
    marks = [f"{i}. " if number else "- " for i in range(1, len(items) + 1)]
    return f"## {heading}\n\n" + "".join(f"{m}{item}\n" for m, item in zip(marks, items, strict=True)) + "\n"


@pytest.mark.parametrize("number", [True, False])
@pytest.mark.parametrize("heading", ["日常工作", "干什么", "一天要忙的", "手上的事"])
def test_duties_under_a_heading_of_its_own(heading: str, number: bool) -> None:
    role = _role(_FORM + _list(heading, _DUTIES, number) + _list("权限", _RIGHTS, number))
    assert [duty.title.text for duty in role.duties] == _DUTIES
    assert [item.text for listing in role.authorities for item in listing.items] == _RIGHTS
    assert role.superiors == ("区域经理",)


@pytest.mark.parametrize("heading", ["能定什么", "可以做主的事", "手里握着的"])
def test_rights_under_a_heading_of_its_own(heading: str) -> None:
    role = _role(_FORM + _list("职责", _DUTIES) + _list(heading, _RIGHTS))
    assert [item.text for listing in role.authorities for item in listing.items] == _RIGHTS
    assert [duty.title.text for duty in role.duties] == _DUTIES


@pytest.mark.parametrize("heading", ["和谁配合", "跟谁打交道"])
def test_partners_under_a_heading_of_its_own(heading: str) -> None:
    role = _role(_FORM + _list("职责", _DUTIES) + _list(heading, ["收货员：验收", "会计：对账"]))
    assert [i.text for listing in role.collaboration for i in listing.items] == ["收货员：验收", "会计：对账"]


@pytest.mark.parametrize(
    ("heading", "items", "field"),
    [
        ("忙什么", ["编制月报", "每周检查一次库存", "审核单据"], Field.DUTIES),
        ("忙什么", ["编制月报"], None),
        ("职业要求", ["编制月报", "审核单据"], None),
        ("性格", ["开朗", "细心"], None),
        ("手里的", ["调班的批准权", "有权拒收破损货物"], Field.AUTHORITIES),
        ("手里的", ["调班的批准权", "编制月报"], None),
    ],
)
def test_what_a_list_holds(heading: str, items: list[str], field: Field | None) -> None:
    assert held_field(heading, items) is field


def test_another_post_below_is_a_post() -> None:
    reading = read_roles(read_markdown("门店", _FORM + _list("收银员", _DUTIES)))
    assert [role.name for role in reading.roles] == ["店长", "收银员"]


@pytest.mark.parametrize("none", ["无", "—", "/", "（无）", "暂无"])
def test_rights_stated_as_none(none: str) -> None:
    role = _role(_FORM + _list("职责", _DUTIES) + f"## 权限\n\n{none}\n")
    assert role.authorities == ()
    assert Field.AUTHORITIES in role.none


def test_the_functions_below_an_overview() -> None:
    text = "# 后勤部\n\n部门定位：保证校园运转。\n\n- 维修：校舍水电的维修\n- 采购：食堂食材的采购\n"
    (department,) = read_roles(read_markdown("后勤部", text)).departments
    assert department.overview is not None
    assert department.overview.text == "保证校园运转"
    assert len(department.functions) == 2


@pytest.mark.parametrize(
    ("heading", "items", "field"),
    [
        ("审批与决定权", ["单笔100万元以下续贷的审批"], Field.AUTHORITIES),
        ("主责主业", ["拟定授信政策"], Field.DUTIES),
        ("知识产权", ["专利三项"], None),
        ("职责考核标准", ["准时率98%"], None),
    ],
)
def test_headings_that_tell_by_their_words(heading: str, items: list[str], field: Field | None) -> None:
    assert held_field(heading, items) is field
