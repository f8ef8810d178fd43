"""Relations that a role's own sentences state."""

import pytest

from knowledge.documents.markdown import read_markdown
from knowledge.documents.plain import read_plain
from knowledge.roles.job_description import read_roles
from knowledge.roles.labels import Field
from knowledge.roles.role import Role


def _role(sentence: str, post: str = "门店经理助理", more: str = "") -> Role:
    reading = read_roles(read_plain("岗位", f"{post}岗位职责\n一、认真工作。\n二、{sentence}\n{more}"))
    return reading.roles[0]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("直接管理收银员、理货员和防损员，负责排班。", ["收银员", "理货员", "防损员"]),
        ("下属有：收银员、理货员。", ["收银员", "理货员"]),
        ("下属为收银员以及理货员。", ["收银员", "理货员"]),
        ("听命于店长，带领收银员和理货员两支队伍。", ["收银员", "理货员"]),
        ("上级是店长，下级只有收银员一个岗位。", ["收银员"]),
        ("下辖收银组长和防损队长各1名。", ["收银组长", "防损队长"]),
        ("负责领导收银员3人、理货员5人开展工作。", ["收银员", "理货员"]),
        ("带领本班组收银员完成当班任务。", ["收银员"]),
        ("分管收银主管、防损主管。", ["收银主管", "防损主管"]),
        ("负责门店日常，管理维修工。", ["维修工"]),
        ("直属下级为值班经理（2名）、收银主管（1名）等。", ["值班经理", "收银主管"]),
        ("本岗位下设管理岗、技术岗两个岗位。", ["管理岗", "技术岗"]),
        ("全面管理前厅领班、后厨主管及收银员。", ["前厅领班", "后厨主管", "收银员"]),
        ("直接管理客服、工程、保洁部主管。", ["客服部主管", "工程部主管", "保洁部主管"]),
        ("直接管理Java工程师、前端工程师、QA。", ["Java工程师", "前端工程师", "QA"]),
        ("下属岗位包括产品运营、用户运营。", ["产品运营", "用户运营"]),
        ("由门店经理直接管理，下属为促销员。", ["促销员"]),
        ("带领两名收银员开展工作。", ["收银员"]),
        ("带领本班的收银员和理货员开展工作。", ["收银员", "理货员"]),
        ("三位收银组长以及防损队长、理货员均由门店经理助理直接领导。", ["收银组长", "防损队长", "理货员"]),
        ("下有两名理货员。", ["理货员"]),
        ("负责排班，下面有理货员3人、收银员2人。", ["理货员", "收银员"]),
        ("手下直接管收银主管、防损主管和理货员三个岗位。", ["收银主管", "防损主管", "理货员"]),
        ("收银员和理货员由门店经理助理直接带。", ["收银员", "理货员"]),
        ("收款归财务部管，理货员4人归门店经理助理管理。", ["理货员"]),
        ("收银员、理货员和防损员在本岗位的直接领导下开展工作。", ["收银员", "理货员", "防损员"]),
        ("收银主管和防损主管都直接向门店经理助理汇报工作。", ["收银主管", "防损主管"]),
        ("店内理货员由其直接管理，每班不少于2人。", ["理货员"]),
        ("直接管理面料检验员、巡检QC和尾查QC。", ["面料检验员", "巡检QC", "尾查QC"]),
        ("负责社区活动，带社工和活动专员。", ["社工", "活动专员"]),
        ("本楼层的保洁员归门店经理助理管。", ["保洁员"]),
        ("收银员和理货员的工作由门店经理助理直接安排。", ["收银员", "理货员"]),
        ("本店收银员、理货员的日常工作均由本岗位调度。", ["收银员", "理货员"]),
        ("各分店的店长由门店经理助理直接领导。", ["店长"]),
        ("每个档口的收银员受门店经理助理管理。", ["收银员"]),
    ],
)
def test_subordinates(sentence: str, names: list[str]) -> None:
    role = _role(sentence)
    assert list(role.subordinates) == names
    said = role.stated.get(names[0], role.facts[Field.SUBORDINATES])  # 下属有：… is a label with its value
    assert said.source.line == 3


@pytest.mark.parametrize(
    "sentence",
    [
        "带领团队完成销售指标。",
        "带领员工完成任务。",
        "管理宿舍和食堂。",
        "管理员工宿舍和食堂。",
        "管理会计核算工作。",
        "负责管理会计报表。",
        "管理仓库、车辆和司机。",
        "管理维修工的排班。",
        "监督收银员的操作。",
        "指导理货员整理货架。",
        "培训收银员、理货员。",
        "安排收银员的班次。",
        "协助店长管理收银员。",
        "协助店长直接管理收银员。",
        "不直接管理收银员。",
        "对下属有考核权。",
        "分管客服部、工程部。",
        "分管4至6栋楼。",
        "主管财务工作。",
        "领导班子成员。",
        "带领施工队按期完工。",
        "管理教师队伍。",
        "组织管理实习护士的带教。",
        "收银员的排班由门店经理助理管理。",
        "收银员由门店经理直接管理。",
        "收银主管和防损主管向门店经理汇报。",
        "商品账归门店经理助理管。",
        "收银员在门店经理助理指导下填单。",
        "领班向门店经理助理汇报异常。",
        "节日促销的工作由门店经理助理安排。",
        "收银员的培训由门店经理助理安排。",
    ],
)
def test_no_subordinates(sentence: str) -> None:
    role = _role(sentence)
    assert role.subordinates == ()
    assert Field.SUBORDINATES not in role.facts


@pytest.mark.parametrize(
    "sentence", ["负责后勤事务。直接下级：无。", "没有直接下属。", "做好本职，无下级。", "没有固定的下级。"]
)
def test_none_stated_in_a_sentence(sentence: str) -> None:
    role = _role(sentence)
    assert role.none == {Field.SUBORDINATES}
    assert role.facts[Field.SUBORDINATES].quote.rstrip("。") in sentence
    assert "直接下级" not in role.duties[1].title.text  # a label of its own is no duty


@pytest.mark.parametrize(
    ("sentence", "above", "guides"),
    [
        ("由区域经理直接领导，负责门店。", ["区域经理"], []),
        ("均在店长的领导下工作。", ["店长"], []),
        ("收银员在店长领导下工作。", ["店长"], []),
        ("负责收款，受店长领导。", ["店长"], []),
        ("受店长领导，业务上接受财务部指导。", ["店长"], ["财务部"]),
        ("服从值班经理的调度和安排。", ["值班经理"], []),
        ("归店长管理。", ["店长"], []),
        ("由所在片区的区域经理直接领导。", ["区域经理"], []),
        ("在所在门店的店长领导下工作。", ["店长"], []),
        ("由顾客的代表监督。", [], []),
        ("在店长安排下工作，负责收款。", ["店长"], []),
        ("在店长的统一调度下开展工作。", ["店长"], []),
        ("对店务会议负责。", ["店务会议"], []),
        ("在领导安排下加班。", [], []),
        ("对班前会议负责记录。", [], []),
        ("隶属店长管理。", ["店长"], []),
        ("直接上级为店长。", ["店长"], []),
        ("是店长的直接下属。", ["店长"], []),
        ("在店长及副店长领导下开展工作。", ["店长", "副店长"], []),
        ("在院党委和科主任领导下，负责护理。", ["科主任"], []),
        ("接受当地派出所的业务指导。", [], ["当地派出所"]),
        ("专业上受总部培训部指导。", [], ["总部培训部"]),
        ("行政上归店长领导，业务上归总部质检部管理。", ["店长"], ["总部质检部"]),
        ("向店长汇报工作；同时虚线向区域培训经理汇报。", ["店长"], ["区域培训经理"]),
        ("汇报对象：店长。", ["店长"], []),
        ("接受顾客监督。", [], []),
        ("接受领导安排的其他工作。", [], []),
        ("会议由店长主持。", [], []),
        ("应急小组由店长领导。", [], []),
        ("对商品质量负责。", [], []),
        ("及时向店长报告异常。", [], []),
        ("负责向税务局报税。", [], []),
        ("接受安全员的安全检查。", [], []),
    ],
)
def test_superiors_and_guides(sentence: str, above: list[str], guides: list[str]) -> None:
    role = _role(sentence, post="收银员")
    assert (list(role.superiors), list(role.dotted_superiors)) == (above, guides)


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("定员3人。", "3人"),
        ("负责收款，编制为2名。", "2名"),
        ("全店收银员每班2人。", None),
        ("检查3人以上的团队。", None),
        ("门店经理助理一人，属门店。", "一人"),
        ("门店经理助理协助店长工作，每店设一人；下设收银员。", "每店设一人"),
        ("在店长领导下工作。本岗位设二人。", "二人"),
        ("门店经理助理协助店长工作，每店1名，全国24家店，定员24人。", "24人"),
        ("评审会主持由一名员工担任。", None),
        ("门店经理助理、收银员2人值班。", None),
        ("门店经理助理3人以上方可分组。", None),
    ],
)
def test_headcount_in_a_sentence(sentence: str, count: str | None) -> None:
    assert _role(sentence).text(Field.HEADCOUNT) == count


@pytest.mark.parametrize(
    ("sentence", "department"),
    [
        ("社工主管主持社工部工作。", "社工部"),
        ("社工主管全面负责社工部的日常管理工作，对院长负责。", "社工部"),
        ("社工主管负责护理部的日常管理工作。", ""),  # the department of others
        ("社工主管负责社工部的考勤。", ""),
    ],
)
def test_the_department_whose_head_a_post_is(sentence: str, department: str) -> None:
    assert _role(sentence, post="社工主管").department == department


def test_a_label_of_the_description_goes_before_its_sentences() -> None:
    text = "岗位名称：店长\n直接下级：收银员\n岗位职责：\n1、带领理货员补货。\n2、直接管理保洁员。"
    (role,) = read_roles(read_plain("岗位", text)).roles
    assert role.subordinates == ("收银员",)


@pytest.mark.parametrize(
    ("sentence", "superiors"),
    [
        ("隶属编辑部，由副店长管理。", ("副店长",)),  # a post before any body
        ("对董事会负责。", ("董事会",)),
        ("门店经理助理的日常工作由店长领导。", ("店长",)),
        ("日常工作由店长安排和考核，没有下级。", ("店长",)),
        ("门店经理助理由店长任用和管理。", ("店长",)),
        ("由店长考核。", ()),
        ("受店长和公司财务部双重领导。", ("店长",)),
    ],
)
def test_a_post_above_comes_before_a_body(sentence: str, superiors: tuple[str, ...]) -> None:
    assert _role(sentence).superiors == superiors


def test_words_that_only_begin_like_one_for_leading() -> None:
    role = _role("带教新店员。")
    assert role.subordinates == ()


def test_sentences_below_a_heading_that_only_parts_a_form_are_read() -> None:
    text = """# 岗位职责与权限规定

## 二、灌装车间主任

### （一）基本情况

灌装车间主任编入生产部，现有编制1人，向生产副总汇报工作，直接下级为灌装班长、检瓶员。

### （二）岗位职责

1.编制周排产计划。

## 三、灌装班长

### （一）岗位设置

灌装班长在生产部任职，由灌装车间主任直接领导，下辖操作工。

### （二）主要职责

1.填写交接班记录。

## 四、检瓶员

### （一）岗位简介

检瓶员在生产部设4名，对灌装车间主任负责。

### （二）工作内容

1.挑出破损的空瓶。
"""
    head, lead, checker = read_roles(read_markdown("规定.md", text)).roles
    assert [role.facts[Field.DEPARTMENT].text for role in (head, lead, checker)] == ["生产部"] * 3
    assert [role.facts[Field.HEADCOUNT].text for role in (head, checker)] == ["1人", "4名"]
    assert (head.superiors, head.subordinates) == (("生产副总",), ("灌装班长", "检瓶员"))
    assert (lead.superiors, lead.subordinates) == (("灌装车间主任",), ("操作工",))


_LED = """# 三、冷库主管

## （一）岗位关系

冷库主管1人，直接上级为市场经理。制冷工8人、库管员2人，均对冷库主管负责。搬运工6人,对冷库主管负责。

## （二）岗位职责

1.安排值班。

# 四、制冷工

## （一）岗位关系

制冷工直接上级冷库主管，没有下级。

## （二）岗位职责

1.抄录压力表读数。
"""


def test_whoever_answers_to_a_post_with_his_number_is_below_it() -> None:
    head, below = read_roles(read_markdown("规定.md", _LED)).roles
    assert head.subordinates == ("制冷工", "库管员", "搬运工")
    assert below.superiors == ("冷库主管",)


_BOOK = """# 茶博馆工作手册

## 展陈部

1. 布置展厅。

## 保管部

1. 登记藏品。

## 岗位

### 展陈部主任

在副馆长领导下开展工作。

1. 审看展板文字。

### 保管部主任

在副馆长领导下负责藏品安全。

1. 安排库房值班。
"""


def test_a_post_named_after_a_department_of_the_document_is_in_it() -> None:
    roles = read_roles(read_markdown("手册.md", _BOOK)).roles
    homes = {role.name: role.facts[Field.DEPARTMENT].text for role in roles if Field.DEPARTMENT in role.facts}
    assert homes == {"展陈部主任": "展陈部", "保管部主任": "保管部"}


_CONTACTS = """岗位职责

八、化验主任
(一)岗位职责
1.安排化验班次。

九、门卫班长
(一)岗位职责
1.登记进出车辆。

十、对外联系
(一)化验主任与市场监管所、农业农村局保持联系。
(二)门卫班长与辖区派出所保持联系。
"""


def test_partners_told_at_the_end_are_those_of_the_post_that_is_named() -> None:
    roles = read_roles(read_plain("规定.txt", _CONTACTS)).roles
    told = {role.name: [p.text for one in role.collaboration for p in one.items] for role in roles}
    assert told == {"化验主任": ["市场监管所", "农业农村局"], "门卫班长": ["辖区派出所"]}
