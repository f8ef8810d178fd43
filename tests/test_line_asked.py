"""Who stands above, below and beside a role, in many wordings, and what must not be taken for it."""

import pytest

from knowledge import Handbook
from knowledge.answer import Answered

_TABLE = """# 门店店长
直接上级:区域经理
直接下级:收银主管、理货主管
岗位职责:
1. 负责门店的日常经营。

# 区域经理
直接上级:营运总监
直接下级:门店店长、督导专员
岗位职责:
1. 负责区域内门店的管理。

# 营运总监
直接上级:总经理
直接下级:区域经理
岗位职责:
1. 负责公司的营运管理。

# 收银主管
直接上级:门店店长
直接下级:收银员
岗位职责:
1. 负责收银工作。

# 督导专员
直接上级:区域经理
岗位职责:
1. 负责门店的巡查。
"""


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    path = tmp_path_factory.mktemp("line") / "岗位说明书.md"
    path.write_text(_TABLE, "utf-8")
    return Handbook.load([path])


_ASKED = {
    ("区域经理",): [
        "门店店长顶头的那位领导是哪个岗",
        "俺打听一下,门店店长头上是谁管着",
        "门店店长挨哪个领导管呀",
        "给门店店长布置工作的那位是哪个岗位",
        "帮人填张表,门店店长,直属主管那一栏写谁",
        "新来的人事让我核对门店店长的汇报对象,是哪个岗位来着",
        "门店店长是哪个岗位手底下的人",
        "谁直接带着门店店长呢",
        "门店店长的+1是哪个岗",
        "门店店长嘅上司係邊個",
        "门店店长有了难处,想问问他顶上直接管他的人是谁",
        "门店店长这个岗位,实线汇报给谁?急",
        "咱就问一句,门店店长上头谁管",
        "门店店长给谁当下属",
        "门店店长的上级领导职务是什么",
        "门店店长听哪个的招呼",
    ],
    ("营运总监",): [
        "门店店长的顶头上司又归谁管",
        "门店店长的+2是哪个岗位",
        "谁是门店店长的领导的领导",
        "门店店长的直接上级向哪个岗位汇报",
        "门店店长的上上级叫什么岗位",
        "管门店店长的那个人由谁管",
        "门店店长隔一级的领导是哪位",
        "门店店长的老板的顶头领导是哪个岗位呀",
        "比门店店长高两级的是谁",
        "管着门店店长的那个岗位,它的上级是哪个",
        "门店店长的领导,他又归谁管",
    ],
    ("区域经理", "营运总监", "总经理"): [
        "门店店长往上一层层都是哪些领导,到顶为止",
        "门店店长往上一层一层都是谁",
        "门店店长往上一直到总经理,每一级的上级是谁",
        "从门店店长一直数到总经理都有谁",
        "门店店长往上一级一级是谁",
        "把门店店长头上的领导一个不落地列出来",
        "门店店长的管理链条从下往上捋一遍",
        "门店店长的直接上级和间接上级,直到最高层都是谁",
        "依次说说门店店长的全部上级",
        "门店店长上头那一串领导都是谁",
        "門店店長上面一級一級係邊個",
    ],
    ("督导专员",): [
        "跟门店店长一个老板的还有哪些岗",
        "直接上级和门店店长相同的岗位有哪些",
        "除了门店店长,他的直接上级还带着谁",
        "门店店长的顶头上司手下还有别的什么岗位",
        "哪些岗位与门店店长同在一个领导手底下",
        "门店店长的领导除了管他还管谁",
        "还有谁也归门店店长的上级管",
        "门店店长的顶头上司名下其他岗位",
        "除门店店长以外,他的领导还带哪些岗",
        "门店店长那个领导下面,除了他还有哪些岗",
    ],
    ("收银主管", "理货主管"): [
        "归门店店长直接管的都有哪些岗",
        "直接上级是门店店长的有哪些岗位",
        "门店店长的-1都有谁",
        "麻烦列一列直接汇报给门店店长的岗位,谢谢",
        "俺们单位门店店长手底下带着哪几个岗",
        "哪几个岗位听门店店长指挥",
        "门店店长名下的人分别是哪些岗位",
        "门店店长可以直接给哪些岗位派活",
        "挂在门店店长下面的岗位有哪些",
        "report给门店店长的都有谁",
        "有几个岗位的上级是门店店长",
        "门店店长嘅下屬有邊啲崗位",
        "跟着门店店长干的都有哪些岗",
        "门店店长直管的岗位有哪几个",
    ],
}


@pytest.mark.parametrize(
    ("roles", "text"), [(roles, text) for roles, texts in _ASKED.items() for text in texts]
)
def test_it_is_told_by_the_order_of_the_parts(handbook: Handbook, roles: tuple[str, ...], text: str) -> None:
    answer, _ = handbook.ask(text)
    assert isinstance(answer, Answered)
    assert set(answer.roles) == set(roles)


_WHETHER = [
    ("门店店长是督导专员的上级吗", False),
    ("区域经理直接带门店店长对不对", True),
    ("门店店长的+1是区域经理吧", True),
    ("门店店长归营运总监直接管吗", False),
    ("听说门店店长是区域经理手下,没错吧", True),
    ("门店店长和督导专员的顶头上司一样吗", True),
    ("门店店长、督导专员是不是一个老板", True),
    ("收银主管跟督导专员归同一个人管吗", False),
    ("门店店长的上级是不是也是督导专员的上级", True),
    ("收银主管和督导专员在不在同一个领导手底下", False),
]


@pytest.mark.parametrize(("text", "verdict"), _WHETHER)
def test_whether_one_stands_above_another(handbook: Handbook, text: str, verdict: bool) -> None:
    answer, _ = handbook.ask(text)
    assert isinstance(answer, Answered)
    assert answer.verdict is verdict


_OTHER = [
    "门店店长的直接上级叫什么名字",
    "门店店长以前的工资归谁管",
    "门店店长的领导力课程找哪个老师",
    "门店店长手下的工资是多少",
    "高级门店督导的上级是谁",
    "门店店长的虚线上级是谁",
    "门店店长的上级毕业于哪个学校",
    "门店店长和谁吵架了,他领导知道吗",
]


@pytest.mark.parametrize("text", _OTHER)
def test_what_asks_another_thing_is_not_answered(handbook: Handbook, text: str) -> None:
    answer, _ = handbook.ask(text)
    assert not isinstance(answer, Answered)


@pytest.mark.parametrize(
    "said",
    [
        "我,门店店长,刚来",
        "俺门店店长,有个事要问",
        "我刚转岗成门店店长",
        "老员工了,在门店店长岗上",
        "我係门店店长",
        "本人门店店长一枚",
    ],
)
def test_who_asks_is_told_by_the_role_beside_him(handbook: Handbook, said: str) -> None:
    _, context = handbook.ask(said)
    answer, _ = handbook.ask("我归谁管啊", context)
    assert answer.roles == ("区域经理",)


@pytest.mark.parametrize(
    ("first", "then", "roles"),
    [
        ("门店店长听谁的", "那谁听他的", {"收银主管", "理货主管"}),
        ("门店店长向谁汇报", "那向他汇报的有哪些岗位", {"收银主管", "理货主管"}),
        ("收银主管歸誰管", "咁督导专员呢", {"区域经理"}),
        ("收银主管的上级是谁", "督导专员咧", {"区域经理"}),
        ("门店店长手下有谁", "那他的直接上级呢", {"区域经理"}),
    ],
)
def test_what_is_asked_next(handbook: Handbook, first: str, then: str, roles: set[str]) -> None:
    _, context = handbook.ask(first)
    answer, _ = handbook.ask(then, context)
    assert set(answer.roles) == roles
