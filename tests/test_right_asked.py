"""Rights asked for in parts around the matter, put to an invented bakery: what only asks, and what
changes the question."""

from typing import Any

import pytest

from bot.conversation import Conversations
from knowledge import Handbook
from tests.gold import check

_BAKERY = """一、厂长岗位说明书
直接上级：无
直接下级：生产主管、门店督导、采购主管
岗位职责
1、审定年度促销方案。
2、主持每周经营例会。
岗位权限
1、新品上市的审批权
2、设备大修的决定权

二、生产主管岗位说明书
直接上级：厂长
直接下级：烘焙师
岗位职责
1、编制周排产计划。
2、审核烘焙师填写的投料记录。
3、组织烤箱清洁。
岗位权限
1、临时停线的决定权
2、新品配方的建议权

三、门店督导岗位说明书
直接上级：厂长
直接下级：无
岗位职责
1、拟定年度促销方案。
2、巡查门店陈列。
3、处理顾客投诉。
岗位权限
1、临期面包打折的审批权

四、采购主管岗位说明书
直接上级：厂长
直接下级：无
岗位职责
1、登记面粉批次。
2、复核送货单。
岗位权限
1、面粉供应商更换的建议权

五、烘焙师岗位说明书
直接上级：生产主管
直接下级：无
岗位职责
1、填写投料记录。
2、保养和面机。
"""


@pytest.fixture(scope="module")
def bakery(tmp_path_factory: pytest.TempPathFactory) -> Conversations:
    file = tmp_path_factory.mktemp("bakery") / "岗位说明书.txt"
    file.write_text(_BAKERY, encoding="utf-8")
    return Conversations(Handbook.load([file]))


_APPROVES = [
    "临期面包打折卡住了，到底该哪位发话",
    "大伙儿都推来推去，临期面包打折谁做得了主啊",
    "有权给临期面包打折开绿灯的岗叫什么",
    "临期面包打折的事儿，谁点了头就能办",
    "点头放行临期面包打折的是哪个岗位",
    "谁手里捏着临期面包打折的审批权",
    "临期面包打折准不准，看谁的意思",
    "臨期麵包打折這一塊最後由邊個話事",
    "店里让我跑临期面包打折的手续，跑到现在也不晓得归谁批",
    "没有谁点头，临期面包打折就办不了",
    "麻烦告知临期面包打折的批准人",
    "临期面包打折行还是不行，谁一句话的事",
    "谁说行，临期面包打折才能办",
    "临期面包打折，审批那一步落在哪个岗头上",
    "临期面包打折的approver叫啥",
    "昨儿个报上去的临期面包打折让人退回来了，说批的人不对，那该谁批",
]
_REVIEWS = [
    "投料记录得先给谁瞧一遍",
    "投料记录写得对不对，归谁把这道关",
    "投料记录递上去之前先过谁的眼",
    "给投料记录挑错的是哪个岗",
    "审投料记录这活派给谁了",
    "投料记录谁check一下",
    "不是问批，投料记录是谁审的",
    "管投料记录审核的岗位叫啥",
    "投料记录有没有毛病，由哪位来核",
    "請問覆核投料記錄的係邊個",
]
_DRAFTS = [
    "周排产计划头一稿是谁写的",
    "周排产计划的底稿归谁弄",
    "动笔写周排产计划的是哪个岗",
    "周排产计划打哪个岗编出来的",
    "周排产计划不是批，是编，编的人是谁",
    "老板催着要周排产计划，我也不知道该哪个岗先拟一份出来",
    "周排产计划谁来draft",
    "把周排产计划拿出来的是谁",
    "周排产计划起草人是啥岗位",
]
_PROPOSES = [
    "新品配方谁有资格出主意",
    "就新品配方往上建言的是哪个岗",
    "新品配方谁说得上话、能给建议",
    "谁能对新品配方支个招提建议",
    "往上提新品配方的建议，是哪位的权力",
    "人家说我没资格提，那新品配方谁可以提意见",
    "propose新品配方是谁的权限",
]
_DOES = [
    "处理顾客投诉这差事挂在谁名下",
    "处理顾客投诉——对应的岗位叫什么",
    "处理顾客投诉轮到哪个岗出面",
    "处理顾客投诉分给谁了",
    "这个月没人处理顾客投诉，到底该是谁的活",
    "处理顾客投诉有专人吧，叫啥岗",
    "专门处理顾客投诉的人是什么岗位",
    "我这边要处理顾客投诉，该跟哪个岗说一声",
    "想请人帮忙处理顾客投诉，去敲谁的门",
    "处理顾客投诉我自己弄不来，该托给谁",
    "需要人来处理顾客投诉，电话打给哪位",
    "跑了几个办公室都说处理顾客投诉不归他们，我上哪找人",
]
_TABLE = [
    *((ask, "门店督导") for ask in _APPROVES),
    *((ask, "生产主管") for ask in (*_REVIEWS, *_DRAFTS, *_PROPOSES)),
    *((ask, "门店督导") for ask in _DOES),
]


@pytest.mark.parametrize(("ask", "role"), _TABLE)
def test_words_around_the_matter_only_ask(bakery: Conversations, ask: str, role: str) -> None:
    assert not check(bakery.ask(f"ask {ask}", ask), {"status": "answered", "roles": [role]}), ask


@pytest.mark.parametrize(
    "ask",
    [
        "火箭发射这块到底谁拍板",  # a matter that no document has
        "到底谁点头才算数",  # none at all
        "盖章这事归谁点头",
        "周排产计划谁来拍板",  # drawn up; nobody is said to decide on it
        "烤箱报废谁点头",  # another matter
        "和面机采购得谁发话",
    ],
)
def test_what_is_not_said_is_not_answered(bakery: Conversations, ask: str) -> None:
    assert not bakery.ask(f"no {ask}", ask).roles, ask


def test_each_verb_asks_for_its_own_right(bakery: Conversations) -> None:
    asked: dict[str, Any] = {
        "年度促销方案这块归谁拍板": "厂长",
        "年度促销方案的初稿归谁弄": "门店督导",
        "送货单先给谁过目": "采购主管",
    }
    for ask, role in asked.items():
        assert not check(bakery.ask(f"verb {ask}", ask), {"status": "answered", "roles": [role]}), ask


@pytest.mark.parametrize(
    "ask",
    [
        "年度促销方案上门店督导算哪一环，编、审还是批",
        "门店督导对年度促销方案是说了算的还是打打下手",
        "年度促销方案那一栏门店督导该填审核还是起草",
        "門店督導在年度促銷方案裡扮演什麼角色",
        "门店督导管年度促销方案管到哪一步",
        "关于年度促销方案，门店督导手里都有啥权",
        "列一下门店督导就年度促销方案享有的权限",
        "领导让我填表，年度促销方案这块门店督导是拟稿还是拍板",
    ],
)
def test_the_right_of_one_role_over_a_matter(bakery: Conversations, ask: str) -> None:
    assert not check(bakery.ask(f"of {ask}", ask), {"has": "拟定年度促销方案"}), ask


@pytest.mark.parametrize(
    "then",
    [
        "那设备大修咋说",
        "换成设备大修又归谁",
        "哦，顺便设备大修呢",
        "how about 设备大修",
        "设备大修同问",
        "好的，还有设备大修",
    ],
)
def test_the_same_of_another_matter(bakery: Conversations, then: str) -> None:
    chat = f"then {then}"
    bakery.ask(chat, "临期面包打折到底归哪个岗拍板")
    assert not check(bakery.ask(chat, then), {"status": "answered", "roles": ["厂长"]}), then


@pytest.mark.parametrize(
    "why",
    [
        "凭啥这么说",
        "哪一条规定的",
        "有白纸黑字没有",
        "这写在哪份文件里",
        "出处给我看看",
        "老板不信，原文怎么写的",
    ],
)
def test_where_it_is_written(bakery: Conversations, why: str) -> None:
    chat = f"why {why}"
    bakery.ask(chat, "临期面包打折到底归哪个岗拍板")
    assert not check(bakery.ask(chat, why), {"has": "临期面包打折的审批权"}), why


@pytest.mark.parametrize(
    "ask",
    [
        "又管巡查门店陈列又给临期面包打折拍板的是谁",
        "巡查门店陈列是他做，临期面包打折也得他点头，这人是啥岗",
        "哪个岗一边巡查门店陈列，一边还能批临期面包打折",
        "巡查门店陈列加上临期面包打折的审批，两样都归谁",
    ],
)
def test_whoever_does_both(bakery: Conversations, ask: str) -> None:
    assert not check(bakery.ask(f"both {ask}", ask), {"status": "answered", "roles": ["门店督导"]}), ask
