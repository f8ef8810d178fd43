"""A plain thing asked of one named role, in everyday words and behind a story, put to an invented dairy."""

from typing import Any

import pytest

from bot.conversation import Conversations
from tests.gold import about, check

_DUTIES = """一、乳品厂厂长岗位说明书
直接上级：无
直接下级：鲜奶主管、奶酪主管
所在部门：厂部
编制：1人
岗位概述：主持全厂工作，对产品质量和食品安全负总责。
岗位职责
1、审批年度生产计划。
2、每季度向股东报告经营情况。

二、鲜奶主管岗位说明书
直接上级：乳品厂厂长
直接下级：挤奶工
所在部门：鲜奶车间
编制：2人
岗位概述：组织鲜奶生产，保证每日供应。
岗位职责
1、安排挤奶班次，检查挤奶机的清洗消毒。
2、每日6时前检测原奶的脂肪和抗生素残留。
3、和奶酪主管共同核对原奶交接单。
岗位权限
1、不合格原奶的拒收权
协作关系
内部：奶酪主管：原奶交接
外部：奶农、运输公司

三、奶酪主管岗位说明书
直接上级：乳品厂厂长
直接下级：发酵工
所在部门：奶酪车间
编制：3人
岗位概述：把好发酵和熟成关，出好奶酪。
岗位职责
1、制定发酵温度和时间，记录熟成湿度。
2、培训发酵工。
岗位权限
1、单笔300元以内工具采购的审批权

四、挤奶工岗位说明书
直接上级：鲜奶主管
直接下级：无
所在部门：鲜奶车间
编制：12人
岗位概述：按规程挤奶。
岗位职责
1、挤奶前擦洗乳房，检查奶牛有无炎症。
2、挤奶后给奶桶贴上牛号和时间。
"""

_UP = {"roles": ["鲜奶主管"]}
_DOWN = {"roles": ["挤奶工"]}
_LINE = {"roles": ["鲜奶主管", "乳品厂厂长"], "order": ["鲜奶主管", "乳品厂厂长"]}
_WORK = {"has": ["安排挤奶班次", "检测原奶"]}
_CHEESE = {"has": ["制定发酵温度", "培训发酵工"]}
_SUM = {"has": ["组织鲜奶生产"]}
_HOME = {"has": ["鲜奶车间"]}
_MANY = {"has": ["12人"]}
_WITH = {"has": ["原奶交接", "奶农", "运输公司"]}
_NOTHING = {"status": "not_found"}

ALONE: list[tuple[str, dict[str, Any]]] = [
    ("挤奶工头上那位领导是谁", _UP),
    ("挤奶工平时干活由谁指挥", _UP),
    ("管挤奶工的是哪个岗位", _UP),
    ("谁分管挤奶工", _UP),
    ("挤奶工直接听命于哪个岗位", _UP),
    ("挤奶工是谁手下的人", _UP),
    ("挤奶工在谁的领导下开展工作", _UP),
    ("挤奶工归谁领导，受谁指挥", _UP),
    ("挤奶工有事往上报，报给哪个岗", _UP),
    ("入职表上“直接上级”那一格不知道写谁，我是挤奶工，麻烦告诉我该填什么", _UP),
    ("jinaigong ting shui de", _UP),
    ("新同事问起挤奶工归谁带，我一时答不上来，麻烦查下", _UP),
    ("有个亲戚的小孩打算来当挤奶工，问这个岗位直接归哪个领导", _UP),
    ("我上个月刚从食堂转岗来当挤奶工，到现在还不晓得自己的领导是哪个岗位", _UP),
    ("挤奶工上面的上面是谁", {"roles": ["乳品厂厂长"]}),
    ("挤奶工再往上数两级是哪个领导", {"roles": ["乳品厂厂长"]}),
    ("挤奶工头上压着几层领导，从近到远给我报一遍", _LINE),
    ("挤奶工往上每一级的领导是谁", _LINE),
    ("我是挤奶工，请把我上面每一层领导由近到远排给我看", _LINE),
    ("鲜奶主管名下有哪些岗位", _DOWN),
    ("谁归鲜奶主管领导", _DOWN),
    ("鲜奶车间里头归鲜奶主管管的是啥岗啊", _DOWN),
    ("鲜奶主管带着哪几号人", _DOWN),
    ("直属于鲜奶主管的有哪些岗位", _DOWN),
    ("除了鲜奶主管，他的上级还管谁", {"roles": ["奶酪主管"]}),
    ("我是新来的鲜奶主管，平时都要干点啥", _WORK),
    (
        "我以前在饭店做了几年，现在组织上想让我去当鲜奶主管，心里没底，先打听打听这个岗位的职责到底包括哪几条",
        _WORK,
    ),
    ("鲜奶主管身上背着哪些担子", _WORK),
    ("招一个鲜奶主管，职责那栏要怎么写", _WORK),
    ("鲜奶主管要履行哪些职责", _WORK),
    ("把鲜奶主管的职责一条条列给我", _WORK),
    ("公司设鲜奶主管这个岗是图什么，一句话概括", _SUM),
    ("概括地说，鲜奶主管要对什么负责", _SUM),
    ("鲜奶主管这个岗位主要是干啥用的", {"has": ["组织鲜奶生产", "安排挤奶班次"]}),
    ("设鲜奶主管这个岗位的目的是什么", _SUM),
    ("挤奶工定了几个人的编啊", _MANY),
    ("挤奶工编几个", _MANY),
    ("挤奶工总共多少人的编制", _MANY),
    ("挤奶工编在哪个科室", _HOME),
    ("挤奶工是哪个 team 的", _HOME),
    ("挤奶工隶属于哪个部门", _HOME),
    ("鲜奶主管日常要对接哪些部门和岗位", _WITH),
    ("鲜奶主管干活得跟谁搭伙", _WITH),
    ("鲜奶主管去找奶酪主管一般是聊什么事", {"has": ["原奶交接"]}),
    ("挤奶工挤奶前要检查哪些毛病", {"has": ["检查奶牛有无炎症"]}),
    ("这本汇编里总共有多少份岗位说明书", {"has": []}),
    ("直接上级写的是鲜奶主管的有哪几个岗位", _DOWN),
    ("列出所有向鲜奶主管汇报的岗位", _DOWN),
    ("以鲜奶主管为直接上级的岗位有哪些", _DOWN),
    ("哪几个岗位把鲜奶主管写成直接上级", _DOWN),
    ("把挤奶工的汇报关系从下往上捋一遍", _LINE),
    ("没有直接下级的岗位都有哪些", {"has": "直接下级：无"}),
    # what is asked is not plain, or not of that role
    ("挤奶工的工资是多少", _NOTHING),
    ("挤奶工的上级叫什么名字", _NOTHING),
    ("挤奶工的上级喜欢喝什么茶", _NOTHING),
    ("挤奶工的职责是谁写的", _NOTHING),
    ("奶酪车间有几个挤奶工", _NOTHING),
    ("高级挤奶工归谁管", _NOTHING),
    ("前任挤奶工的职责是什么", _NOTHING),
    ("挤奶工的上级电话是多少", _NOTHING),
    ("挤奶工所在部门的电话", _NOTHING),
    ("鲜奶主管手下谁最能干", _NOTHING),
    ("鲜奶主管的考核指标有哪些", _NOTHING),
    ("鲜奶主管多久体检一次", _NOTHING),
    ("鲜奶主管的概述是谁写的", _NOTHING),
    ("挤奶工值夜班要带哪些被褥", _NOTHING),
]

TOGETHER: list[tuple[list[str], dict[str, Any]]] = [
    (["鲜奶主管手下有谁？", "那他的直接上级呢？"], {"roles": ["乳品厂厂长"]}),
    (["鲜奶主管手下有谁", "那上级呢"], {"roles": ["乳品厂厂长"]}),
    (["鲜奶主管的下级有哪些", "他自己又归哪位领导"], {"roles": ["乳品厂厂长"]}),
    (["鲜奶主管的上级是谁", "那他自己带哪些人"], _DOWN),
    (["我是鲜奶主管", "我带哪些人"], _DOWN),
    (["挤奶工的上级是谁", "她在岗位权限上有什么规定", "挤奶工的职责呢"], {"has": ["擦洗乳房"]}),
    (["挤奶工的上级是谁", "他的职责有哪些"], {"has": ["擦洗乳房", "安排挤奶班次"]}),
    (["鲜奶主管的职责有哪些", "奶酪主管的也说一下"], _CHEESE),
    (["鲜奶主管的职责有哪些", "顺便问下奶酪主管的"], _CHEESE),
    (["鲜奶主管的职责有哪些", "奶酪主管"], _CHEESE),
    (["鲜奶主管的职责有哪些", "哎说错了 我想问的是奶酪主管的"], _CHEESE),
]


@pytest.fixture(scope="module")
def dairy(tmp_path_factory: pytest.TempPathFactory) -> Conversations:
    return about(tmp_path_factory.mktemp("dairy"), _DUTIES, "乳品厂岗位说明书.txt")


@pytest.mark.parametrize(("asked", "gold"), ALONE, ids=[asked for asked, _ in ALONE])
def test_a_plain_thing_is_understood_in_any_words(
    dairy: Conversations, asked: str, gold: dict[str, Any]
) -> None:
    check(dairy.ask(asked, asked), gold)


@pytest.mark.parametrize(("asked", "gold"), TOGETHER, ids=[" / ".join(asked) for asked, _ in TOGETHER])
def test_a_plain_thing_goes_on(dairy: Conversations, asked: list[str], gold: dict[str, Any]) -> None:
    answers = [dairy.ask(" / ".join(asked), question) for question in asked]
    check(answers[-1], gold)
