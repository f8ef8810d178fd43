"""Posts in numbered prose: as articles of a regulation, and as chapters parted by labels of their own."""

import pytest

from knowledge.documents.markdown import read_markdown
from knowledge.documents.plain import read_plain
from knowledge.roles.job_description import read_roles
from knowledge.roles.labels import Field
from knowledge.roles.role import Role

_REGULATION = """# 溪口水库管理办法

## 第一章 总则

第一条 为明确各岗位职责，制定本办法。

## 第二章 岗位

第二条 站长在水务局领导下主持全站工作。站长履行下列职责:

(一)编制年度调度计划;

(二)审批维修经费。

站长不得兼任出纳。

第三条 闸门工向站长汇报,履行下列职责:

(一)启闭闸门;

(二)登记水位。

第四条 汛期值班由站长安排。

## 第三章 部门

第五条 水情科承担下列职能:

(一)观测雨量;

(二)发布水情。
"""

_CHAPTERS = """溪口水库岗位职责汇编

一、部门职能
（一）水情科
水情科由站长分管。
1.观测
（1）观测雨量；
（2）观测水位。

二、站长
（一）隶属与配备
站长一人，由水务局聘任，直接带着闸门工。
（二）职责
1.编制年度调度计划。
2.安排汛期值班。
（三）权限
1.审批维修经费。

三、闸门工
（一）隶属与配备
闸门工（闸工）两人，在站长领导下工作。
（二）职责
1.启闭闸门。
2.登记水位。
"""


def _duties(role: Role) -> list[str]:
    return [duty.title.text for duty in role.duties]


def test_articles_that_head_lists_are_posts_and_departments() -> None:
    reading = read_roles(read_markdown("办法", _REGULATION))
    head, keeper = reading.roles
    assert (head.name, _duties(head)[:2]) == ("站长", ["编制年度调度计划", "审批维修经费"])
    assert (keeper.name, _duties(keeper), keeper.superiors) == ("闸门工", ["启闭闸门", "登记水位"], ("站长",))
    (department,) = reading.departments
    assert department.name == "水情科"
    assert [f.title.text for f in department.functions] == ["观测雨量", "发布水情"]


def test_chapters_that_are_posts_with_labels_of_their_own() -> None:
    reading = read_roles(read_plain("汇编", _CHAPTERS))
    head, keeper = reading.roles
    assert (head.name, _duties(head)) == ("站长", ["编制年度调度计划", "安排汛期值班"])
    assert head.subordinates == ("闸门工",)
    assert [i.text for listing in head.authorities for i in listing.items] == ["审批维修经费"]
    assert (keeper.superiors, _duties(keeper)) == (("站长",), ["启闭闸门", "登记水位"])
    assert "闸工" in keeper.aliases
    assert [department.name for department in reading.departments] == ["水情科"]


def test_one_article_with_a_list_makes_no_post() -> None:
    text = "# 办法\n\n第一条 站长履行下列职责:\n\n(一)值班;\n\n第二条 本办法自发布之日起施行。\n"
    assert len(read_roles(read_markdown("办法", text)).roles) < 2


_STATUTE = """第三章  组织机构
第九条　本会的最高机构是社员大会。社员大会由全体社员组成。社员大会的职权是：
（一）修改章程；
（二）选举理事。
第十条　社员大会每年召开一次。
第十一条　理事会的职权是：
(一)决定干事长的聘任；
(二)执行社员大会的决议。
第十二条　理事会每季度开会一次。
第十三条　会长行使下列职权：
(一)召集理事会；
(二)提名干事长的人选。
第十四条　秘书长行使下列职权：
（一）主持日常工作；
（二）管理印章。
第十五条　会议纪要由秘书长保存。
"""


def test_powers_in_the_articles_of_a_statute() -> None:
    reading = read_roles(read_plain("章程.txt", _STATUTE))
    powers = {
        role.name: [item.text for listing in role.authorities for item in listing.items]
        for role in reading.roles
    }
    assert powers == {
        "社员大会": ["修改章程", "选举理事"],
        "理事会": ["决定干事长的聘任", "执行社员大会的决议"],
        "会长": ["召集理事会", "提名干事长的人选"],
        "秘书长": ["主持日常工作", "管理印章"],
    }
    laid = [item.text for listing in reading.provisions for item in listing.items]
    assert laid == ["社员大会每年召开一次", "理事会每季度开会一次", "会议纪要由秘书长保存"]


def test_duties_and_powers_of_one_post_in_two_articles() -> None:
    text = (
        "第一章 职责\n第一条 秘书长承担下列职责：\n（一）编制计划；\n（二）管理印章。\n"
        "第二条 秘书长行使下列职权：\n（一）决定日常开支；\n（二）提名干事。\n"
        "第三条 会计承担下列职责：\n（一）收取会费；\n（二）登记账簿。\n"
    )
    first, second = read_roles(read_plain("章程.txt", text)).roles
    assert (first.name, second.name) == ("秘书长", "会计")
    assert [duty.title.text for duty in first.duties] == ["编制计划", "管理印章"]
    assert [item.text for listing in first.authorities for item in listing.items] == [
        "决定日常开支",
        "提名干事",
    ]


_SECTIONS = """第一章 总则
第一条 本规定适用于操作部和安保部。
第二章 操作部岗位职责
第一节 操作部经理
第二条 操作部经理对总经理负责，主持操作部工作，直接管理调度主管。本岗位定员1人。
第三条 操作部经理的岗位职责：
（一）编制年度计划，报总经理审批；
（二）审批班组排班表。
第四条 操作部经理的权限：
（一）人员的调配权；
（二）单次1万元以内的应急费用审批权。
第二节 调度主管
第五条 调度主管在操作部经理领导下工作，定员2人。
第六条 调度主管的岗位职责：
（一）安排船舶靠泊；
（二）填写值班日志。
第七条 调度主管的权限：
（一）机械的调度权。
第三章 附则
第八条 本规定由综合部解释。
"""


def test_articles_of_a_section_about_one_post() -> None:
    reading = read_roles(read_plain("规定.txt", _SECTIONS))
    told = {
        role.name: (
            role.superiors,
            role.text(Field.DEPARTMENT),
            role.text(Field.HEADCOUNT),
            [duty.title.text for duty in role.duties],
            [item.text for listing in role.authorities for item in listing.items],
        )
        for role in reading.roles
        if role.described
    }
    assert told == {
        "操作部经理": (
            ("总经理",),
            "操作部",
            "1人",
            ["编制年度计划，报总经理审批", "审批班组排班表"],
            ["人员的调配权", "单次1万元以内的应急费用审批权"],
        ),
        "调度主管": (
            ("操作部经理",),
            "操作部",
            "2人",
            ["安排船舶靠泊", "填写值班日志"],
            ["机械的调度权"],
        ),
    }


_BY_CHAPTER = """泊岸茶社岗位管理办法

第一章 总则

第一条 为明确各岗位职责，制定本办法。

第二章 茶社总经理
（岗位编号：CS-01）

第二条 茶社总经理（以下简称“总经理”）是茶社经营的第一责任人，对股东会负责。
第三条 总经理直接领导茶艺主管、采购专员和库管员。
第四条 总经理履行下列职责：
（一）制定年度经营计划；
（二）签订房屋租赁合同。
第五条 总经理享有下列权限：
（一）员工录用的决定权。

第三章 茶艺主管

第六条 茶艺主管（简称“茶主”）为茶艺部负责人，上级为总经理。
第七条 茶艺主管负责：
（一）编排茶艺师班表；
（二）组织茶会。
第八条 茶艺主管有权：
（一）暂停不合格茶品的供应；
（二）调换茶艺师的班次。
第九条 为保证履职，赋予茶艺主管以下权限：
（一）对迟到员工的处罚建议权。
第十条 茶艺主管的工作协作关系：
（一）对内：采购专员；
（二）对外：茶叶协会。
第十一条 茶艺主管对不合格茶品有否决权，无定价权。
第十二条 茶主权限：（一）茶样的领用权；（二）茶会方案的审定权。
"""


def test_articles_in_the_chapter_of_a_post_are_his_by_any_name_and_lead_in() -> None:
    head, lead = read_roles(read_plain("办法.txt", _BY_CHAPTER)).roles
    assert (head.name, head.aliases, lead.name, lead.aliases) == (
        "茶社总经理",
        ("总经理",),
        "茶艺主管",
        ("茶主",),
    )
    assert head.subordinates == ("茶艺主管", "采购专员", "库管员")
    assert [duty.title.text for duty in head.duties] == ["制定年度经营计划", "签订房屋租赁合同"]
    assert [item.text for kind in head.authorities for item in kind.items] == ["员工录用的决定权"]
    assert lead.facts[Field.DEPARTMENT].text == "茶艺部"
    assert [duty.title.text for duty in lead.duties] == ["编排茶艺师班表", "组织茶会"]
    assert [item.text for kind in lead.authorities for item in kind.items] == [
        "暂停不合格茶品的供应",
        "调换茶艺师的班次",
        "对迟到员工的处罚建议权",
        "茶艺主管对不合格茶品有否决权，无定价权",
        "茶样的领用权",
        "茶会方案的审定权",
    ]
    assert [item.text for kind in lead.collaboration for item in kind.items] == ["采购专员", "茶叶协会"]


@pytest.mark.parametrize(
    ("named", "home"),
    [
        ("（以下简称{short}）隶属{home}，受{above}领导", "酿造厂"),
        ("（简称“{short}”）隶属于{home}，在{above}领导下工作", "原料库"),
        ("（以下称{short}）编入{home}，对{above}负责", "城东站"),
    ],
)
def test_articles_about_a_post_by_its_short_name(named: str, home: str) -> None:
    posts = (("质量管理部部长", "质管部长", "总经理"), ("高级酿酒技师", "技师", "质量管理部部长"))
    lines = []
    for number, (name, short, above) in enumerate(posts):
        said = named.format(short=short, home=home, above=above)
        lines += [
            f"第{'一二'[number]}章 {name}",
            f"第{'一四'[number]}条 {name}{said}，定员1人。",
            f"第{'二五'[number]}条 {short}履行下列职责：",
            "（一）检查酒样；",
            "（二）编写月报。",
            f"第{'三六'[number]}条 {short}行使下列职权：",
            "（一）不合格酒的封存权。",
        ]
    roles = read_roles(read_plain("办法", "\n".join(lines))).roles
    assert [(role.name, role.aliases) for role in roles] == [(name, (short,)) for name, short, _ in posts]
    for role, (_, _, above) in zip(roles, posts, strict=True):
        assert (role.department, role.superiors) == (home, (above,))
        assert [duty.title.text for duty in role.duties] == ["检查酒样", "编写月报"]
        assert [i.text for listing in role.authorities for i in listing.items] == ["不合格酒的封存权"]


@pytest.mark.parametrize("name", ["放映责任人", "VR讲解员", "影片审看人", "3D放映员"])
def test_articles_of_a_chapter_about_a_post_that_no_table_knows(name: str) -> None:
    text = f"""第一章 影院经理
第一条 影院经理定员一人，对总经理负责。
第二条 影院经理的主要职责：
（一）排定场次；
（二）检查影厅。
第二章 {name}
第三条 {name}定员二人，对影院经理负责。设立{name}的目的，是让每场影片按时放映。
第四条 {name}的主要职责：
（一）核对片单；
（二）保管密钥。
第四条 {name}的权限：
（一）放映事故的停映权。
第五条 {name}在工作中与票务部、工程部保持协作。
第三章 票务主管
第六条 票务主管定员一人，对影院经理负责。
第七条 票务主管的主要职责：
（一）核对票款；
（二）安排班次。
第四章 片源管理
第八条 片源管理的主要职责：
（一）登记硬盘；
（二）归还硬盘。
"""
    roles = {role.name: role for role in read_roles(read_plain("规程.txt", text)).roles}
    assert set(roles) == {"影院经理", name, "票务主管"}
    role = roles[name]
    assert (role.superiors, role.text(Field.HEADCOUNT)) == (("影院经理",), "二人")
    assert role.text(Field.SUMMARY) == "让每场影片按时放映"
    assert [duty.title.text for duty in role.duties] == ["核对片单", "保管密钥"]
    assert [i.text for listing in role.authorities for i in listing.items] == ["放映事故的停映权"]
    assert [i.text for listing in role.collaboration for i in listing.items] == ["票务部", "工程部"]
