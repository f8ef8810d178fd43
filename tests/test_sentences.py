"""What sentences anywhere in a document add to its roles."""

import pytest

from knowledge.documents.plain import read_plain
from knowledge.organization import Organization
from knowledge.roles.job_description import read_roles
from knowledge.roles.labels import Field
from knowledge.roles.reading import Reading
from knowledge.roles.role import Role

_ROLES = """一、店长岗位职责
1. 主持门店工作。

二、值班经理岗位职责
1. 对店长负责。

三、收银员岗位职责
1. 收银。

"""


def _read(text: str) -> Reading:
    return read_roles(read_plain("手册", text))


def _with(chapter: str) -> Reading:
    return _read(f"{_ROLES}四、其他\n{chapter}\n")


def _named(reading: Reading, name: str) -> Role:
    return next(role for role in reading.roles if role.name == name)


# ── other names ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("sentence", "name", "aliases"),
    [
        ("1. 店长（以下简称“店总”）的解释为准。", "店长", ("店总",)),
        ("1. 收银员又称前台收银，值班经理原称值班长。", "值班经理", ("值班长",)),
        ("1. 本规定中收银员简称收银。", "收银员", ("收银",)),
        ("1. 值班经理（旧文件里称“大堂主管”）负责排班。", "值班经理", ("大堂主管",)),
        ("1. 当班经理即值班经理。", "值班经理", ("当班经理",)),
        ("1. 大堂经理与值班经理为同一岗位。", "值班经理", ("大堂经理",)),
        ("1. 值班经理、大堂经理是同一岗位。", "值班经理", ("大堂经理",)),
        ("1. 值班经理即将上岗。", "值班经理", ()),
        ("1. 大区店长简称区长。", "店长", ()),
        ("1. 店长原称值班经理。", "店长", ()),
    ],
)
def test_other_names(sentence: str, name: str, aliases: tuple[str, ...]) -> None:
    assert _named(_with(sentence), name).aliases == aliases


# ── numbers of posts ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("sentence", "described", "mentioned"),
    [
        (
            "1. 全店定员12人：店长1人，收银员6人，理货员2人。",
            {"店长": "1人", "收银员": "6人"},
            {"理货员": "2人"},
        ),
        ("1. 全店编制3人，其中店长1名、收银员2名。", {"店长": "1名", "收银员": "2名"}, {}),
        ("1. 门店设值班经理2名。", {"值班经理": "2名"}, {}),
        ("1. 值班经理2至3人，收银员6人。", {"值班经理": "2至3人", "收银员": "6人"}, {}),
        ("1. 每次活动须有收银员2人在场。", {}, {}),
        ("1. 3人以上聚餐须报备。", {}, {}),
    ],
)
def test_numbers_of_posts(sentence: str, described: dict[str, str], mentioned: dict[str, str]) -> None:
    reading = _with(sentence)
    assert {r.name: r.text(Field.HEADCOUNT) for r in reading.roles if Field.HEADCOUNT in r.facts} == described
    assert {r.name: r.text(Field.HEADCOUNT) for r in reading.mentioned} == mentioned
    assert all(r.facts[Field.HEADCOUNT].quote in sentence for r in reading.mentioned)


def test_a_number_behind_the_word_for_leading() -> None:
    reading = _read("店长岗位职责\n1. 对区域经理负责，领导理货员3人。\n2. 排班。\n")
    assert [(r.name, r.text(Field.HEADCOUNT)) for r in reading.mentioned] == [("理货员", "3人")]
    assert Organization([reading]).role("理货员").text(Field.HEADCOUNT) == "3人"


def test_a_field_goes_before_a_sentence() -> None:
    text = "岗位名称：店长\n定员：2人\n岗位职责：\n1. 排班。\n附：\n全店店长1人，收银员2人。\n"
    assert _named(_read(text), "店长").text(Field.HEADCOUNT) == "2人"


def test_numbers_of_posts_in_a_list_of_departments() -> None:
    head = (
        "第一章 设置\n阅览部：主任1人，干事3人；\n财务部：主任1人（由副馆长兼任），会计1人。\n第二章 职责\n"
    )
    reading = _read(
        f"{head}会计岗位职责\n1、记账。\n2、编制报表。\n副馆长岗位职责\n1、管理财务。\n2、值班。\n"
    )
    told = {r.name: (r.text(Field.HEADCOUNT), r.department) for r in reading.mentioned}
    assert told == {
        "阅览部主任": ("1人", "阅览部"),
        "阅览部干事": ("3人", "阅览部"),
        "财务部主任": ("1人", "财务部"),
    }
    accountant = _named(reading, "会计")
    assert (accountant.department, accountant.text(Field.HEADCOUNT)) == ("财务部", "1人")


def test_the_posts_of_a_department_that_a_sentence_counts() -> None:
    text = (
        "第一章 总则\n第一条 预报科负责天气预报；负责预警。全科6人，设科长1名，预报员4名。\n第二章 职责\n"
        "第二条 预报科科长\n（一）安排值班。\n（二）签发预报。\n"
        "第三条 预报员\n（一）在科长领导下值班。\n（二）会商。\n"
    )
    organization = Organization([_read(text)])
    found = {name: (role.department, role.text(Field.HEADCOUNT)) for name, role in organization.roles.items()}
    assert found == {"预报科科长": ("预报科", "1名"), "预报员": ("预报科", "4名")}
    assert [line.superior for line in organization.superiors("预报员")] == ["预报科科长"]


@pytest.mark.parametrize(
    ("value", "counts"),
    [
        ("理货员（2人）、收银员3名", {"理货员": "2人", "收银员": "3名"}),
        ("理货员（6名）", {"理货员": "6名"}),
        ("理货员、收银员", {}),
        ("理货员（早班）", {}),
    ],
)
def test_numbers_behind_subordinates(value: str, counts: dict[str, str]) -> None:
    organization = Organization([_read(f"岗位名称：店长\n直接下级：{value}\n岗位职责：\n1、排班。\n")])
    found = {name: role.text(Field.HEADCOUNT) for name, role in organization.roles.items()}
    assert {name: count for name, count in found.items() if count} == counts


def test_numbers_of_posts_line_by_line() -> None:
    text = (
        "服务站岗位设置\n1.站长岗（1人）\n2.残疾人事务岗（2人，含公益岗1人）\n"
        "一、站长岗\n岗位职责：\n（1）主持工作；\n二、残疾人事务岗\n岗位职责：\n（1）受理申请；\n"
    )
    reading = _read(text)
    assert [(r.name, r.text(Field.HEADCOUNT)) for r in reading.roles] == [
        ("站长岗", "1人"),
        ("残疾人事务岗", "2人"),
    ]
    assert _named(reading, "站长岗").aliases == ("站长",)


# ── groups ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("sentence", "groups"),
    [
        (
            "1. 本章所称基层员工，指收银员、理货员；管理人员，指店长和值班经理。",
            {"基层员工": ("收银员", "理货员"), "管理人员": ("店长", "值班经理")},
        ),
        ("1. 管理人员包括店长、值班经理。", {"管理人员": ("店长", "值班经理")}),
        ("1. 骨干员工（收银员、值班经理）每年培训一次。", {"骨干员工": ("收银员", "值班经理")}),
        ("1. 收银员、理货员以下统称一线人员。", {"一线人员": ("收银员", "理货员")}),
        ("1. 本制度中的“店务人员”是指店长及值班经理。", {"店务人员": ("店长", "值班经理")}),
        ("1. 下属包括收银员、理货员。", {}),
        ("1. 店长包括正、副店长。", {}),
        ("1. 培训内容包括收银、理货。", {}),
        ("1. 员工（含收银岗位）须着工装。", {}),
    ],
)
def test_groups(sentence: str, groups: dict[str, tuple[str, ...]]) -> None:
    assert {group.name: group.members for group in _with(sentence).groups} == groups


# ── deputies and part-time posts ─────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (f"{_ROLES}四、其他\n1. 店长不在时，由值班经理代行店长职责。\n", "值班经理", "代理"),
        (f"{_ROLES}四、其他\n1. 店长不在时，由值班经理代行店长职责。\n", "店长", "代理"),
        (f"{_ROLES}四、其他\n1. 安全员由收银员兼任。\n", "收银员", "兼任"),
        (_ROLES.replace("主持门店工作", "外出期间由值班经理主持工作"), "值班经理", "代理"),
    ],
)
def test_deputies(text: str, name: str, kind: str) -> None:
    role = _named(_read(text), name)
    assert [listing.kind for listing in role.others] == [kind]


def test_a_deputy_is_no_statement_twice() -> None:
    text = _ROLES.replace("主持门店工作", "外出期间由值班经理主持工作")
    assert _named(_read(text), "店长").others == ()


# ── several posts in one section ─────────────────────────────────────────────────────────────────────────

_TWO = """前台接待、收银员岗位职责
（一）前台接待和收银员均在店长的领导下工作。
（二）前台接待：
1. 接听电话。
2. 登记来访。
（三）收银员：
1. 收取现金。
（四）收银员负责开具发票。
（五）统一着装。
"""


def _duties(role: Role) -> list[str]:
    return [passage.text for duty in role.duties for passage in duty.passages()]


def test_the_number_of_each_of_two_posts() -> None:
    text = (
        "机械维修工、电气维修工岗位职责\n定员：机械维修工4人，电气维修工3人\n1、上门维修。\n2、填写服务单。\n"
    )
    assert [(r.name, r.text(Field.HEADCOUNT)) for r in _read(text).roles] == [
        ("机械维修工", "4人"),
        ("电气维修工", "3人"),
    ]


def test_two_posts_in_one_section() -> None:
    first, second = _read(_TWO).roles
    assert (first.name, second.name) == ("前台接待", "收银员")
    common = "前台接待和收银员均在店长的领导下工作"
    assert _duties(first) == [common, "接听电话", "登记来访", "统一着装"]
    assert _duties(second) == [common, "收取现金", "收银员负责开具发票", "统一着装"]
    assert first.superiors == second.superiors == ("店长",)
    assert first.named.quote == "前台接待、收银员岗位职责"


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("会计、出纳岗位职责", ["会计", "出纳"]),
        ("机械部/仪电部主管岗位职责", ["机械部主管", "仪电部主管"]),
        ("咨询、市场、教学部主管岗位职责", ["咨询部主管", "市场部主管", "教学部主管"]),
        ("学管师/班主任岗位职责", ["学管师/班主任"]),
        ("学习管理师/学管师岗位职责", ["学习管理师/学管师"]),
        ("早班厨师/晚班厨师岗位职责", ["早班厨师", "晚班厨师"]),
        ("（副）总经理岗位职责", ["总经理", "副总经理"]),
        ("炊事员及值班员岗位职责", ["炊事员及值班员"]),
        ("安全、环保专员岗位职责", ["安全、环保专员"]),
        ("阅览部主任、副主任岗位职责", ["阅览部主任", "阅览部副主任"]),
        ("水文站站长、副站长岗位职责", ["水文站站长", "水文站副站长"]),
        ("教务处处长、教务员岗位职责", ["教务处处长", "教务员"]),
    ],
)
def test_titles_of_several_posts(title: str, names: list[str]) -> None:
    assert [role.name for role in _read(f"{title}\n1. 认真工作。\n2. 遵守制度。\n").roles] == names


def test_two_posts_whose_descriptions_stand_below_their_title() -> None:
    first = "（一）水文站站长\n一、主持全站工作。\n二、签发报表。\n"
    second = "（二）水文站副站长\n一、协助站长工作，对站长负责。\n二、管理仪器。\n"
    reading = _read(f"水文站站长、副站长岗位职责\n{first}{second}")
    assert [role.name for role in reading.roles] == ["水文站站长", "水文站副站长"]
    assert [len(role.duties) for role in reading.roles] == [2, 2]


def test_a_superior_of_one_of_two_posts() -> None:
    text = "阅览部主任、副主任岗位职责\n1. 安排班次。\n2. 阅览部主任对馆长负责；副主任协助主任工作。\n"
    first, second = _read(text).roles
    assert (first.superiors, second.superiors) == (("馆长",), ())
    assert second.aliases == ("副主任",)


def test_one_post_of_two_names_is_known_by_either() -> None:
    (role,) = _read("炊事员及值班员岗位职责\n1. 做饭。\n2. 值班。\n").roles
    assert role.aliases == ("炊事员", "值班员")
