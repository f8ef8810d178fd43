"""One plain thing asked in a form of parts that combine, put to an invented ferry company: what is passed
over, and what changes the question."""

from typing import Any

import pytest

from bot.conversation import Conversations
from knowledge import Handbook
from tests.gold import check

_FERRY = """一、航运总监岗位说明书
直接上级：无
直接下级：调度主管、轮机主管
所在部门：航运部
编制：1人
岗位概述：统筹航线运营，对航行安全负总责。
岗位职责
1、审定年度航班计划。
2、组织重大险情的处置。

二、调度主管岗位说明书
直接上级：航运总监
直接下级：水手
所在部门：航运部
编制：2人
岗位概述：编排渡轮班次，保证航班准点。
岗位职责
1、编排每日渡轮班次，公布停航通知。
2、每晚核对各船油料消耗。
3、安排水手轮休。
岗位权限
1、大风天气停航的决定权
2、临时加开班次的建议权
协作关系
内部：轮机主管：船舶检修时间
外部：海事处、码头管理站

三、轮机主管岗位说明书
直接上级：航运总监
直接下级：无
所在部门：机务部
编制：3人
岗位概述：管好主机和辅机，让船随时开得出去。
岗位职责
1、制定主机保养计划。
2、建立轮机备件台账。
岗位权限
1、2000元以内备件采购的审批权

四、水手岗位说明书
直接上级：调度主管
直接下级：无
所在部门：航运部
编制：14人
岗位概述：按口令带缆解缆，照看旅客上下船。
岗位职责
1、靠离码头时带缆、解缆。
2、检查救生衣和救生筏。
3、清洗甲板。
"""

_WORK = {"has": ["编排每日渡轮班次", "每晚核对各船油料消耗", "安排水手轮休"]}
_SUM = {"has": "编排渡轮班次"}
_MAY = {"has": ["大风天气停航的决定权", "临时加开班次的建议权"]}
_MANY = {"has": "14人"}
_HOME = {"has": "航运部"}
_WITH = {"has": ["轮机主管", "海事处"]}
_SAILING = ["航运总监", "调度主管", "水手"]
_ALL = [*_SAILING, "轮机主管"]
_NOTHING = {"status": "not_found"}

ASKED: list[tuple[str, dict[str, Any]]] = [
    # duties: 职责, 活, 干 with any question word, whatever is said before
    ("调度主管整天都在捣鼓些啥", _WORK),
    ("调度主管分内的活儿有哪几样", _WORK),
    ("调度主管日常要料理哪些事务呢", _WORK),
    ("调度主管这个位子上扛着哪些责任", _WORK),
    ("哪些活该调度主管干", _WORK),
    ("调度主管系做乜嘢嘅", _WORK),
    ("調度主管要負責啲咩嘢", _WORK),
    ("麻烦把调度主管的工作内容逐项列给我，谢谢", _WORK),
    ("邻居打听咱们这儿，调度主管的职责清单发我一份", _WORK),
    ("领导派我去替调度主管几天，这个岗位都有啥活要干", _WORK),
    ("我是新来的调度主管，要弄些什么", _WORK),
    ("新人调度主管一枚，我的职责有哪些呀", _WORK),
    ("隔壁老张问调度主管每天都做啥子", _WORK),
    ("当调度主管的人得干哪些活，能列个表吗", _WORK),
    ("请列示调度主管岗位的全部工作职责", _WORK),
    ("我侄子想应聘调度主管，您能讲讲这岗位都要负责哪些工作吗？", _WORK),
    ("调度主管的工作重点有哪些", _WORK),
    # in a sentence
    ("用一句话介绍下调度主管", _SUM),
    ("不用太细，一句话讲讲调度主管是干什么的", _SUM),
    ("调度主管这岗的核心定位是什么", _SUM),
    ("设调度主管图个啥", _SUM),
    ("调度主管存在的意义在哪里", _SUM),
    # rights
    ("调度主管能拍板哪些事", _MAY),
    ("调度主管被赋予了哪些职权", _MAY),
    ("调度主管手里握着什么权力", _MAY),
    ("权限方面，调度主管享有哪些", _MAY),
    ("调度主管有啲乜嘢權", _MAY),
    ("调度主管做得了哪些主", _MAY),
    ("调度主管在岗位上有哪些自主权", _MAY),
    ("调度主管的权限边界是什么", _MAY),
    # headcount
    ("水手的人员配置是几个", _MANY),
    ("水手核定的编制数", _MANY),
    ("编制里给水手留了几个位置", _MANY),
    ("计划上水手要配多少号人", _MANY),
    ("水手定編幾多人", _MANY),
    ("水手这个岗公司总共批了几个编", _MANY),
    # department
    ("水手的编制挂在哪儿", _HOME),
    ("水手归属部门", _HOME),
    ("部门嘛，水手算在哪一个", _HOME),
    ("水手挂在哪个部门名下", _HOME),
    ("水手划给了哪个部门", _HOME),
    ("水手嘅部門係邊個", _HOME),
    ("水手这岗，部门那栏写的啥", _HOME),
    # whom it works with
    ("调度主管的沟通关系，包括对内对外", _WITH),
    ("跟调度主管有业务往来的都有谁", _WITH),
    ("调度主管得跟谁商量着干", _WITH),
    ("调度主管的内部协调、外部协调分别是谁", _WITH),
    ("调度主管经常联系的单位", _WITH),
    ("调度主管的协调关系，内部外部分别是谁", _WITH),
    # lists
    ("航运部下面都有什么职位", {"roles": _SAILING}),
    ("这套JD覆盖了哪些岗位", {"roles": _ALL}),
    ("我刚接手这摊事，心里没底，想先看看总共有哪些岗位", {"roles": _ALL}),
    ("我们单位下面都设了啥部门", {"has": ["航运部", "机务部"]}),
    ("航运部那边配了哪些岗啊", {"roles": _SAILING}),
    ("编在航运部名下的是哪几个岗", {"roles": _SAILING}),
    ("航运部所有岗位的名字", {"roles": _SAILING}),
    ("岗位名都念一遍，一个别漏", {"roles": _ALL}),
    ("这份说明书涵盖了哪些岗", {"roles": _ALL}),
    ("所有的岗 名字 都发我", {"roles": _ALL}),
    ("咱单位分几个部，都叫啥", {"has": ["航运部", "机务部"]}),
    ("把各部门的名称告诉我", {"has": ["航运部", "机务部"]}),
]

OTHERWISE: list[tuple[str, dict[str, Any]]] = [
    # what changes what is asked
    ("调度主管的上级平时都忙些什么", {"has": "审定年度航班计划"}),
    ("调度主管的手机号是哪个", _NOTHING),
    ("调度主管平时都穿些什么", _NOTHING),
    ("调度主管的工作时间", _NOTHING),
    ("调度主管要负责哪些仓库", _NOTHING),
    ("高级调度主管都忙些什么", _NOTHING),
    ("调度主管和谁大", _NOTHING),
    ("水手归几个人管", {"status": ("answered", "not_found")}),
    ("您能讲讲调度主管会修船吗", {"status": ("not_found", "ambiguous")}),
    ("谁编排每日渡轮班次", {"roles": ["调度主管"]}),
    ("水手归哪个岗位管", {"roles": ["调度主管"]}),
    ("航运总监管哪些岗位", {"roles": ["调度主管", "轮机主管"]}),
    ("调度主管能决定停航吗", {"verdict": True}),
    ("备件采购这件事，轮机主管自己能拍板不", {"verdict": True}),
]

COMPARED = [
    "调度主管同轮机主管有咩分別",
    "把调度主管和轮机主管放一块儿比比",
    "在调度主管和轮机主管里挑一个，我想先知道这俩岗有什么不一样",
    "调度主管和轮机主管的分工咋分的",
    "调度主管 vs 轮机主管",
    "调度主管和轮机主管怎么区分",
    "调度主管不就是轮机主管吗？两者有什么差别",
    "调度主管还有轮机主管，职责各是啥，对照着讲",
]


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Conversations:
    path = tmp_path_factory.mktemp("ferry") / "岗位说明书.txt"
    path.write_text(_FERRY, "utf-8")
    return Conversations(Handbook.load([path]))


@pytest.mark.parametrize(("asked", "gold"), ASKED, ids=[asked for asked, _ in ASKED])
def test_a_form_is_understood_whatever_stands_around_it(
    ferry: Conversations, asked: str, gold: dict[str, Any]
) -> None:
    check(ferry.ask(asked, asked), gold)


@pytest.mark.parametrize(("asked", "gold"), OTHERWISE, ids=[asked for asked, _ in OTHERWISE])
def test_what_changes_the_question_is_not_passed_over(
    ferry: Conversations, asked: str, gold: dict[str, Any]
) -> None:
    check(ferry.ask(asked, asked), gold)


@pytest.mark.parametrize("asked", COMPARED)
def test_two_roles_are_compared(ferry: Conversations, asked: str) -> None:
    answer = ferry.ask(asked, asked)
    assert (answer.status, answer.intent) == ("answered", "compare")
