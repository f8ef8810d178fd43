"""Regulations and numbered papers of several clerks: every field of every post is read whole."""

import pytest

from knowledge.documents.plain import read_plain
from knowledge.organization import Organization
from knowledge.roles.denial import asks_first
from knowledge.roles.job_description import read_roles
from knowledge.roles.labels import Field
from knowledge.roles.role import Listing, Role
from tests.regulation_papers import HOUSES, PAPERS, WITHOUT_PARTNERS, Paper


def _organization(text: str) -> Organization:
    return Organization([read_roles(read_plain("岗位规定.txt", text))])


def _texts(listings: tuple[Listing, ...]) -> tuple[str, ...]:
    return tuple(item.text for listing in listings for item in listing.items)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.__name__)
@pytest.mark.parametrize("house", HOUSES)
def test_a_paper_is_read_whole(paper: Paper, house: str) -> None:
    posts = HOUSES[house]
    organization = _organization("\n".join([f"{house}岗位规定", *paper(posts)]))
    described = {role.name for role in organization.roles.values() if role.duties or role.authorities}
    assert described == {post.name for post in posts}
    for post in posts:
        role = organization.role(post.name)
        assert isinstance(role, Role)
        said = [line.superior for line in organization.superiors(post.name)]
        assert (said, set(role.subordinates)) == ([post.above], set(post.below))
        assert (role.text(Field.DEPARTMENT), _count(role)) == (post.home, post.count)
        assert tuple(duty.title.text for duty in role.duties) == post.duties
        assert tuple(text.removeprefix(post.name) for text in _texts(role.authorities)) == post.rights
        partners = set() if paper in WITHOUT_PARTNERS else set(post.partners)
        assert set(_texts(role.collaboration)) == partners


def _count(role: Role) -> str:
    return (role.text(Field.HEADCOUNT) or "").rstrip("人名")


def test_rules_in_articles_behind_those_about_posts_keep_their_matters() -> None:
    text = "\n".join(
        [
            "第一条 店长归营运部，定员1人，受区域经理领导，领导店员，其职责和权限如下：",
            "（一）排定班次；",
            "（二）有权拒收变质货品。",
            "第二条 店员归营运部，定员6人，受店长领导，其职责和权限如下：",
            "（一）整理货架；",
            "（二）有权拒绝无票退货。",
            "第三条 采购按下列金额审批：",
            "（一）2000元以下的，由店长审批；",
            "（二）2000元以上的，由区域经理审批。",
            "第四条 门店维修按下列金额审批：",
            "（一）500元以下的，由店长审批；",
            "（二）500元以上的，由区域经理审批。",
        ]
    )
    organization = _organization(text)
    matters = [approval.matter for approval in organization.approvals]
    assert [next(m for m in ("采购", "维修") if m in matter) for matter in matters] == ["采购"] * 2 + [
        "维修"
    ] * 2
    assert [duty.title.text for duty in organization.roles["店员"].duties] == ["整理货架"]


@pytest.mark.parametrize(
    ("item", "duties", "rights"),
    [
        ("编制计划，有权调整计划", ("编制计划",), ("有权调整计划",)),
        ("有权拒收次品；有权退货", (), ("有权拒收次品", "有权退货")),
        ("有权批准300元以内的维修，超过300元的报院长", (), ("有权批准300元以内的维修，超过300元的报院长",)),
        ("必要时可直接停用设备", (), ("必要时可直接停用设备",)),
        ("对护工的奖金有建议权", (), ("对护工的奖金有建议权",)),
        ("审核有权签字人的名单", ("审核有权签字人的名单",), ()),
        ("告知家属有权查阅记录", ("告知家属有权查阅记录",), ()),
        ("带领护工清扫病房", ("带领护工清扫病房",), ()),
    ],
)
def test_rights_among_numbered_duties(item: str, duties: tuple[str, ...], rights: tuple[str, ...]) -> None:
    text = (
        f"护理组长职责\n1、检查病房。\n2、{item}。\n3、填写记录。\n护工职责\n1、打扫病房。\n2、分发餐食。\n"
    )
    role = _organization(text).roles["护理组长"]
    assert tuple(duty.title.text for duty in role.duties) == ("检查病房", *duties, "填写记录")
    assert _texts(role.authorities) == rights


def test_rights_among_duties_stay_where_a_list_of_rights_is_told() -> None:
    text = (
        "护理组长\n职责：\n1、检查病房。\n2、有权查阅记录。\n权限：\n1、护工的考核权。\n"
        "护工\n职责：\n1、打扫病房。\n2、分发餐食。\n权限：\n1、违章指挥的拒绝权。\n"
    )
    role = _organization(text).roles["护理组长"]
    assert [duty.title.text for duty in role.duties] == ["检查病房", "有权查阅记录"]


@pytest.mark.parametrize(
    ("told", "above", "home"),
    [
        ("院长1名，隶属县卫生健康局，直接领导护士长；护士长2名，隶属院长，下管护士。", "县卫生健康局", None),
        ("院长1名，隶属市医疗集团，管理护士长；护士长2名，归院长领导，管理护士。", "市医疗集团", None),
        ("院长（院办公室）1名，对理事会负责，下级为护士长；护士长2名，上级为院长。", "理事会", "院办公室"),
    ],
)
def test_an_external_superior_in_a_list(told: str, above: str, home: str | None) -> None:
    duties = "院长职责\n1、主持院务。\n2、签发文件。\n护士长职责\n1、排班。\n2、查房。\n"
    text = f"岗位职责公示\n各岗位编制如下：{told}\n{duties}"
    organization = _organization(text)
    said = {name: [line.superior for line in organization.superiors(name)] for name in ("院长", "护士长")}
    assert said == {"院长": [above], "护士长": ["院长"]}
    assert organization.roles["院长"].text(Field.DEPARTMENT) == home
    assert _count(organization.roles["护士长"]) == "2"


@pytest.mark.parametrize(
    ("label", "asks"),
    [
        ("要商量的", True),
        ("必须先请示的事", True),
        ("不能自己定的", True),
        ("需和领导商量的事项", True),
        ("说了算的", False),
        ("要做的事", False),
        ("工作权限", False),
    ],
)
def test_labels_of_what_a_post_may_not_decide_alone(label: str, asks: bool) -> None:
    assert asks_first(label) is asks
    text = f"店长\n做什么：\n1、排班\n2、盘点\n{label}：\n1、购买设备\n2、大额退款\n"
    organization = _organization(text + text.replace("店长", "店员"))
    denied = [r.negated for s in organization.statements.of("店长") if "购买" in s.folded for r in s.rights]
    assert all(denied) is asks or not denied


@pytest.mark.parametrize("bar", ["｜", " | ", " · "])
def test_bars_between_what_a_line_says_of_a_post(bar: str) -> None:
    place = bar.join(["隶属营运部", "编制2人", "上级区域经理", "下级店员"])
    text = f"门店岗位\n1、店长\n{place}\n职责：\n- 排班\n- 盘点\n2、店员\n职责：\n- 收银\n- 理货\n"
    role = _organization(text).roles["店长"]
    said = (role.text(Field.DEPARTMENT), _count(role), role.superiors, role.subordinates)
    assert said == ("营运部", "2", ("区域经理",), ("店员",))
