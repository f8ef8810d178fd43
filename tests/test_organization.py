"""Roles joined into one organization: relations from both sides, short forms, departments, statements."""

import pytest

from knowledge.documents.plain import read_plain
from knowledge.organization import Organization
from knowledge.roles.job_description import read_roles
from knowledge.roles.labels import Field


def _organization(*texts: str) -> Organization:
    return Organization(read_roles(read_plain(f"{i}.txt", text)) for i, text in enumerate(texts, start=1))


def _role(name: str, up: str = "", down: str = "", more: str = "") -> str:
    lines = [f"岗位名称：{name}"]
    lines += [f"直接上级：{up}"] if up else []
    lines += [f"直接下级：{down}"] if down else []
    return "\n".join([*lines, more]) + "\n"


def _up(organization: Organization, name: str, dotted: bool = False) -> list[str]:
    return [line.superior for line in organization.superiors(name, dotted)]


def _down(organization: Organization, name: str, dotted: bool = False) -> list[str]:
    return [line.subordinate for line in organization.subordinates(name, dotted)]


# ── relations ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text",
    [
        _role("经理", down="专员") + _role("专员"),
        _role("经理") + _role("专员", up="经理"),
        _role("经理", down="专员") + _role("专员", up="经理"),
        _role("经理", down="专员"),
        _role("专员", up="经理"),
    ],
)
def test_a_relation_holds_from_both_sides(text: str) -> None:
    organization = _organization(text)
    assert (_up(organization, "专员"), _down(organization, "经理")) == (["经理"], ["专员"])


def test_own_description_goes_before_what_others_list() -> None:
    organization = _organization(_role("甲经理", down="文员"), _role("文员", up="乙经理"))
    assert _up(organization, "文员") == ["乙经理"]
    assert _down(organization, "甲经理") == ["文员"]


def test_a_relation_knows_where_it_is_stated() -> None:
    (line,) = _organization(_role("经理", down="专员")).superiors("专员")
    assert (line.stated_by, line.passage.quote) == ("经理", "直接下级：专员")
    assert (line.passage.source.document, line.passage.source.line) == ("1.txt", 2)


@pytest.mark.parametrize("value", ["无", "-", "/", ""])
def test_nobody_is_a_subordinate_of_nothing(value: str) -> None:
    organization = _organization(f"岗位名称：经理\n直接下级：{value}")
    assert (_down(organization, "经理"), list(organization.roles)) == ([], ["经理"])


def test_dotted_lines_are_apart() -> None:
    organization = _organization(_role("专员", up="总监（实线）、经理（虚线）"))
    assert (_up(organization, "专员"), _up(organization, "专员", dotted=True)) == (["总监"], ["经理"])
    assert (_down(organization, "经理"), _down(organization, "经理", dotted=True)) == ([], ["专员"])
    assert [line.superior for line in organization.chain("专员")] == ["总监"]


def test_a_chain_goes_up_to_the_last_that_is_mentioned() -> None:
    organization = _organization(
        _role("专员", up="主管"), _role("主管", up="经理"), _role("经理", up="总经理")
    )
    assert [line.superior for line in organization.chain("专员")] == ["主管", "经理", "总经理"]
    assert organization.chain("总经理") == []


def test_a_chain_ends_where_it_would_turn_in_a_circle() -> None:
    organization = _organization(_role("甲", up="乙"), _role("乙", up="丙"), _role("丙", up="甲"))
    assert [line.superior for line in organization.chain("甲")] == ["乙", "丙"]
    assert _organization(_role("甲", up="甲")).chain("甲") == []


def test_colleagues_share_a_superior() -> None:
    organization = _organization(_role("经理", down="专员、文员"), _role("助理", up="经理"))
    assert [line.subordinate for line in organization.colleagues("文员")] == ["专员", "助理"]
    assert organization.colleagues("经理") == []


def test_a_role_that_is_only_mentioned_has_no_description() -> None:
    organization = _organization(_role("经理", up="总经理", down="专员"))
    assert [role.name for role in organization.described()] == ["经理"]
    assert [name for name, role in organization.roles.items() if not role.described] == ["总经理", "专员"]


# ── short forms ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("客开主管", "客户开发主管"),
        ("产品主管", "产品支持主管"),
        ("售后主管", "售后支持主管"),
        ("病区护长", "病区护士长"),
        ("采购专员", "物资采购专员"),
        ("质控专员", "护理质控专员"),
        ("前端TL", "前端 Tech Lead"),
        ("QA主管", "QA 主管"),
    ],
)
def test_a_short_form_is_the_role_it_stands_for(short: str, name: str) -> None:
    organization = _organization(_role("部门经理", down=short) + _role(name, up="部门经理"))
    assert _down(organization, "部门经理") == [name]
    assert short not in organization.roles or short == name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("高级主管", "主管"),
        ("总经理", "副总经理"),
        ("开发主管", "客户主管"),
        ("客户开发经理", "客户开发主管"),
        ("主管", "客户开发主任"),
        ("经理助理", "经理"),
        ("售前主管", "售后支持主管"),
    ],
)
def test_a_near_miss_is_another_role(written: str, name: str) -> None:
    organization = _organization(_role("部门总监", down=written) + _role(name, up="部门总监"))
    assert written in organization.roles
    assert not organization.roles[written].described


def test_the_heads_of_all_places_are_meant() -> None:
    organization = _organization(_role("门店运营总监", down="各店店长") + _role("店长", up="运营总监"))
    assert _down(organization, "门店运营总监") == ["店长"]
    assert _up(organization, "店长") == ["门店运营总监"]


def test_two_candidates_are_not_joined() -> None:
    text = _role("部门经理", down="客服主管") + _role("客户服务主管") + _role("客房服务主管")
    organization = _organization(text)
    assert "客服主管" in organization.roles
    assert organization.naming.inferred == {}


def test_a_description_that_names_another_superior_is_not_joined() -> None:
    text = _role("甲部经理", down="产品主管") + _role("产品支持主管", up="乙部总监")
    assert _down(_organization(text), "甲部经理") == ["产品主管"]


def _post(name: str, place: str, up: str) -> str:
    return f"岗位名称：{name}\n所在部门：{place}\n直接上级：{up}\n岗位职责：\n1、做事。\n"


@pytest.mark.parametrize(
    ("name", "place", "up", "superior"),
    [
        ("编目员", "采编部", "主任", "采编部主任"),
        ("流通员", "阅览部", "主任", "阅览部主任"),
        ("流通员", "阅览部", "副主任", "阅览部副主任"),
        ("流通员", "阅览部", "值班主管", "阅览部值班主管"),
        ("编目员", "采编部", "值班主管", "采编部值班主管"),
        ("保安", "保卫科", "主任", "主任"),
        ("保安", "", "值班主管", "值班主管"),
    ],
)
def test_a_short_form_is_that_of_the_same_department(name: str, place: str, up: str, superior: str) -> None:
    every = ("采编部主任", "阅览部主任", "阅览部副主任", "采编部值班主管", "阅览部值班主管")
    posts = "".join(_post(other, other[:3], "馆长") for other in every)
    assert _up(_organization(posts + _post(name, place, up)), name) == [superior]


@pytest.mark.parametrize(
    ("name", "home"),
    [
        ("水文站站长", "水文站"),
        ("早班副班长", "早班"),
        ("急救车间副主任", "急救车间"),
        ("流通大厅主管", "流通大厅"),
        ("班主任", ""),
        ("站长", ""),
        ("大厅引导员", ""),
    ],
)
def test_the_place_that_a_name_begins_with(name: str, home: str) -> None:
    assert _organization(_role(name)).posts[name].home == home


@pytest.mark.parametrize(
    ("count", "full", "short"),
    [
        ("流通大厅主管1人，馆员5人", "读者流通大厅主管", "流通大厅主管"),
        ("副站长1名，馆员5名", "水文站副站长", "副站长"),
        ("机房值班员2人，馆员5人", "中心机房值班员", "机房值班员"),
    ],
)
def test_a_short_form_that_sentences_count(count: str, full: str, short: str) -> None:
    text = f"第一章 总则\n第一条 定员6人：{count}。\n第二章 职责\n"
    organization = _organization(text + _post(full, "流通部", "馆长") + _post("馆员", "流通部", short))
    assert short not in organization.roles
    assert _up(organization, "馆员") == [full]
    assert organization.role(full).text(Field.HEADCOUNT) in ("1人", "1名", "2人")


def test_a_role_of_another_organization_is_not_joined() -> None:
    text = (
        "甲乙合作社岗位职责\n采购主管岗位职责\n一、在采购经理领导下工作。\n"
        "丙丁服务有限公司岗位说明\n物资采购经理岗位职责\n一、主持工作。"
    )
    assert _up(_organization(text), "采购主管") == ["采购经理"]


def test_an_alias_in_brackets_is_the_same_role() -> None:
    organization = _organization(_role("班主任（学管师）"), _role("教务主管", down="学管师"))
    assert _down(organization, "教务主管") == ["班主任"]
    assert organization.naming.inferred == {}


def test_an_alias_of_two_roles_is_not_joined() -> None:
    text = _role("产品经理（PM）") + _role("项目经理（PM）") + _role("总监", down="PM")
    organization = _organization(text)
    assert organization.naming.spellings["pm"] == ["产品经理", "项目经理", "PM"]
    assert _down(organization, "总监") == ["PM"]


# ── departments and statements ───────────────────────────────────────────────────────────────────────────


def test_members_of_a_department_and_its_parts() -> None:
    text = "岗位名称：{}\n部门：{}\n"
    organization = _organization(text.format("总监", "研发中心"), text.format("工程师", "研发中心 / 后端组"))
    assert [role.name for role in organization.members("研发中心")] == ["总监", "工程师"]
    assert [role.name for role in organization.members("后端组")] == ["工程师"]
    assert organization.members("研发") == []
    assert organization.department_names() == ["研发中心", "后端组"]


def test_partners_in_order_without_their_matters() -> None:
    text = "岗位名称：经理\n协作关系\n内部：财务部、人事部\n外部：客户\n"
    text += "\n岗位名称：专员\n协作关系\n财务部、法务部"
    assert _organization(text).partners() == ["财务部", "人事部", "客户", "法务部"]


def test_statements_of_roles_and_departments() -> None:
    text = (
        "客服部部门职责\n1、受理投诉。\n"
        "岗位名称：经理\n岗位概述：主持工作。\n岗位职责：\n一、管理费用\n1、审批报销。\n"
        "工作权限：\n1、报销的审批权。\n任职资格：本科"
    )
    found = [
        (s.owner, s.section, s.folded, s.heading, s.is_department) for s in _organization(text).statements
    ]
    assert found == [
        ("经理", "职责概述", "主持工作", "", False),
        ("经理", "职责", "管理费用", "", False),
        ("经理", "职责", "审批报销", "管理费用", False),
        ("经理", "工作权限", "报销的审批权", "", False),
        ("经理", "任职资格", "本科", "", False),
        ("客服部", "受理投诉", "受理投诉", "", True),
    ]


def test_a_role_described_twice_keeps_the_first_and_knows_the_other() -> None:
    organization = _organization(_role("会计", up="甲经理"), _role("会计", up="乙经理"))
    assert [role.superiors for role in organization.repeated] == [("乙经理",)]
    assert organization.role("会计").superiors == ("甲经理",)


def test_the_name_of_a_holder_is_made_canonical() -> None:
    organization = _organization(_role("后端 Tech Lead（后端TL）"))
    assert organization.holder_name("后端tl", "报后端TL审批") == "后端 Tech Lead"
    assert organization.holder_name("cto", "超出部分报 CTO 审批") == "CTO"


def test_a_superior_in_prose_is_a_relation() -> None:
    organization = _organization("科长岗位职责\n一、在社主任的领导下工作。\n社主任岗位职责\n一、主持工作。")
    assert (_up(organization, "科长"), _down(organization, "社主任")) == (["社主任"], ["科长"])
    assert organization.role("科长").facts[Field.SUPERIOR].quote == "在社主任的领导下工作"


# ── the head of one's own department ─────────────────────────────────────────────────────────────────────


def _placed(name: str, department: str, up: str = "") -> str:
    return f"岗位名称：{name}\n所在部门：{department}\n" + (f"直接上级：{up}\n" if up else "") + "\n"


_GARDEN = (
    _placed("园艺部经理", "园艺部", "总经理") + _placed("苗圃主管", "园艺部", "园艺部经理"),
    _placed("票务经理", "票务部", "总经理") + _placed("检票班长", "票务部", "票务经理"),
    _placed("财务科长", "财务科", "总经理") + _placed("会计", "财务科", "财务科长"),
    _placed("安保部部长", "安保部"),
    _placed("渠道经理", "市场部", "总经理") + _placed("品牌经理", "市场部", "总经理"),
    _placed("演艺总监", "演艺中心", "总经理") + _placed("舞台主管", "演艺中心", "演艺总监"),
)


@pytest.mark.parametrize(
    ("department", "written", "means"),
    [
        ("园艺部", "部门经理", "园艺部经理"),
        ("园艺部", "本部门负责人", "园艺部经理"),
        ("园艺部", "本部门经理", "园艺部经理"),
        ("园艺部", "部门主管", "部门主管"),  # 苗圃主管 heads no department
        ("票务部", "部门经理", "票务经理"),
        ("票务部", "部门负责人", "票务经理"),
        ("财务科", "科长", "财务科长"),
        ("财务科", "本科科长", "财务科长"),
        ("安保部", "部长", "安保部部长"),
        ("演艺中心", "部门负责人", "演艺总监"),
        ("演艺中心", "部门经理", "部门经理"),
        ("市场部", "部门经理", "部门经理"),  # of which is not said
        ("市场部", "部门负责人", "部门负责人"),
        ("行政部", "部门经理", "部门经理"),  # described nowhere
    ],
)
def test_the_head_of_ones_own_department_is_the_post_that_heads_it(
    department: str, written: str, means: str
) -> None:
    organization = _organization(*_GARDEN, _placed("采购员", department, written))
    assert _up(organization, "采购员") == [means]
    assert means not in organization.roles or "采购员" in _down(organization, means)
    (line,) = organization.superiors("采购员")
    assert line.passage.quote == f"直接上级：{written}"
