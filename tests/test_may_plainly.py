"""What a role may, must and is to do, however it is asked; put to an invented nursery."""

import pytest

from bot.conversation import Conversations
from tests.gold import about, check

_DUTIES = """青禾苗圃岗位说明

一、场长岗位职责
直接上级：总经理
1、审批苗木报损。
2、单次2万元以内（含）农机维修费的审批权。

二、育苗主管岗位职责
所在部门：育苗部
直接上级：场长
1、组织嫁接培训。
2、检查苗床湿度。
3、单次3000元以内（含）基质采购的审批权，超过的报场长审批。
4、决定苗床轮休。

三、销售主管岗位职责
所在部门：销售部
直接上级：场长
1、回访绿化公司客户。
2、苗木折扣九折以上（含）的审批权，低于九折的报场长审批。

四、仓管员岗位职责
所在部门：仓储部
直接上级：场长
1、盘点肥料库存。
2、登记农药领用。
"""


@pytest.fixture(scope="module")
def nursery(tmp_path_factory: pytest.TempPathFactory) -> Conversations:
    return about(tmp_path_factory.mktemp("nursery"), _DUTIES, "岗位说明.txt")


@pytest.mark.parametrize(
    "question",
    [
        "苗床轮休这种事育苗主管拍得了板不",
        "苗床轮休的决定权是不是在育苗主管手上",
        "找育苗主管签个字，苗床轮休就算批下来了吧",
        "苗床轮休归育苗主管话事啊嘛，我说的是权限上",
        "隔壁班的老周非说要问场部，育苗主管够不够资格给苗床轮休点头",
        "按规矩，苗床轮休交到育苗主管那边能批下来么",
        "育苗主管对苗床轮休有冇權決定",
        "苗床轮休育苗主管做主好使不",
        "育苗主管okay了苗床轮休就有效吗",
        "育苗主管是苗床轮休的拍板人吗",
        "请教一下，苗床轮休可否由育苗主管来定夺",
        "育苗主管有没有全线批苗床轮休",
    ],
)
def test_who_may_is_told_so(nursery: Conversations, question: str) -> None:
    check(nursery.ask("a", question), {"verdict": True})


@pytest.mark.parametrize(
    "question",
    [
        "苗木报损找仓管员签字行不行",
        "仓管员能给苗木报损放行不",
        "苗木报损仓管员说了算吗",
        "急用！苗木报损这单仓管员批得了伐",
        "苗木报损的审批在不在仓管员的权限里",
        "仓管员对苗木报损拿得了主意吗",
    ],
)
def test_who_may_not_is_not_told_he_may(nursery: Conversations, question: str) -> None:
    assert nursery.ask("a", question).verdict is not True


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("基质采购2500元，育苗主管点头够不够", True),
        ("2500元的基质采购育苗主管批得动吗", True),
        ("手头这笔基质采购是2500元，育苗主管说了算不", True),
        ("育苗主管有没有权放行2500元的基质采购", True),
        ("基质采购到了5000元还归育苗主管批吗", False),
        ("5000元，基质采购，育苗主管拍得了板不", False),
        ("老板出差了，基质采购5000元叫育苗主管签行不行", False),
        ("育苗主管能不能approve 5000元的基质采购", False),
        ("苗木折扣要是八折，销售主管做得了主吗", False),
        ("苗木折扣九五折的話，銷售主管可不可以核準", True),
    ],
)
def test_within_the_limit_and_beyond_it(nursery: Conversations, question: str, verdict: bool) -> None:
    check(nursery.ask("a", question), {"verdict": verdict})


@pytest.mark.parametrize(
    "question",
    [
        "育苗主管一个人拍板苗床轮休就行吗，不用再请示上面",
        "不跟上头打招呼，育苗主管能直接定苗床轮休不",
        "苗床轮休育苗主管自个儿做得了主吗",
        "苗床轮休到育苗主管就到头了吗，不用往上报了吧",
        "育苗主管能越过领导自己定苗床轮休吗",
        "苗床轮休由育苗主管独自决定，成不成",
        "光育苗主管一个人点头，苗床轮休就能办吗",
        "无须上级批准，育苗主管就可以决定苗床轮休，是吗",
    ],
)
def test_alone(nursery: Conversations, question: str) -> None:
    check(nursery.ask("a", question), {"verdict": True})


@pytest.mark.parametrize(
    "question",
    ["育苗主管定苗床轮休要不要先问领导", "育苗主管不点头，苗床轮休能办吗", "苗床轮休能绕开育苗主管吗"],
)
def test_the_contrary_is_never_taken_for_it(nursery: Conversations, question: str) -> None:
    assert nursery.ask("a", question).verdict is not True


@pytest.mark.parametrize(
    "question",
    [
        "育苗主管批基质采购，天花板是多少",
        "基质采购育苗主管顶多能批到多少",
        "多少以内的基质采购归育苗主管定",
        "基质采购超过多少育苗主管就签不了了",
        "育苗主管手里基质采购的额度有多大",
        "基质采购这块给育苗主管授权到什么数",
        "查一下育苗主管审批基质采购的限额",
    ],
)
def test_how_far_a_right_goes(nursery: Conversations, question: str) -> None:
    check(nursery.ask("a", question), {"has": "3000元"})


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("盘点肥料库存是不是仓管员的活儿", True),
        ("仓管员该不该盘点肥料库存", True),
        ("盘点肥料库存这摊子归仓管员管不", True),
        ("仓管员用不用盘点肥料库存", True),
        ("主管老叫仓管员去盘点肥料库存，这算他分内的事吗", True),
        ("盘点肥料库存在仓管员的job scope里吗", True),
        ("盘点肥料库存算到仓管员头上对不对", True),
        ("仓管员名下有没有盘点肥料库存这一条", True),
        ("按分工盘点肥料库存是仓管员做的没错吧", True),
    ],
)
def test_whose_duty_it_is(nursery: Conversations, question: str, verdict: bool) -> None:
    check(nursery.ask("a", question), {"verdict": verdict})


@pytest.mark.parametrize(
    "question",
    ["让仓管员修剪行道树，这是他的职责吗", "修剪行道树，仓管员，是他的任务吗"],
)
def test_a_strange_duty_is_no_list_of_duties(nursery: Conversations, question: str) -> None:
    assert nursery.ask("a", question).status == "not_found"


@pytest.mark.parametrize(
    "question",
    [
        "苗木报损非得场长点头不可吗",
        "苗木报损要不要拿去给场长签字",
        "苗木报损必须过场长这一关批准吗",
        "苗木报损是不是得有场长的签名才有效",
        "没有场长批，苗木报损是不是就办不了",
        "苗木报损须经场长核准吗",
        "少了场长签字苗木报损就不行吗",
        "办苗木报损需不需要经过场长同意",
    ],
)
def test_what_must_have_somebodys_word(nursery: Conversations, question: str) -> None:
    check(nursery.ask("a", question), {"verdict": True})


@pytest.mark.parametrize(
    "question",
    [
        "8000元的农机维修费得谁点头",
        "农机维修费8000元，单子最后送到谁那边核可",
        "农机维修费，这回是8000元，谁拍这个板",
        "手上压着一份农机维修费，8000元，我该送谁那儿签",
        "8000元的农机维修费卡在谁手上批",
        "农机维修费8000元谁的权限",
        "刚上班不熟，农机维修费8000元边个话事批",
        "批8000元的农机维修费要哪级领导",
        "我是仓管员，农机维修费8000元该报给谁批",
        "身为仓管员，要办8000元的农机维修费，哪位点头才算",
    ],
)
def test_who_decides_on_so_much(nursery: Conversations, question: str) -> None:
    answer = nursery.ask("a", question)
    assert answer.status == "answered"
    assert "场长" in answer.roles


@pytest.mark.parametrize(
    ("turns", "gold"),
    [
        (["小额的基质采购谁批", "那8000元的呢"], {"roles": ["场长"]}),
        (["一点点的基质采购谁说了算", "要是8000元，还是他吗"], {"roles": ["场长"]}),
        (["苗床轮休谁定", "他一个人拍板就行吗"], {"verdict": True}),
        (["苗床轮休谁拍板", "可以独立决定吗"], {"verdict": True}),
        (["育苗主管是做什么的", "那苗床轮休他做得了主不"], {"verdict": True}),
        (["育苗主管的职责有哪些", "苗床轮休能找他签字吗"], {"verdict": True}),
        (["育苗主管的职责有哪些", "5000元的基质采购他批得了吗"], {"verdict": False}),
    ],
)
def test_it_goes_on_with_what_was_asked_before(
    nursery: Conversations, turns: list[str], gold: dict[str, object]
) -> None:
    answers = [nursery.ask("-".join(turns), turn) for turn in turns]
    check(answers[-1], gold)


@pytest.mark.parametrize("question", ["育苗主管能批吗", "500元谁签字", "场长盖章行不行", "要育苗主管点头吗"])
def test_a_word_of_asking_is_no_matter(nursery: Conversations, question: str) -> None:
    assert nursery.ask("b", question).status != "answered"
