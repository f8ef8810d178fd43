"""The likeliest line: questions in words that no document has, and those that no line answers."""

import pytest

from bot.replies import reply_object
from knowledge import Handbook
from knowledge.questions.context import Context
from knowledge.questions.likeliest import likeliest
from knowledge.questions.reading import Case
from knowledge.questions.scorecard import Scorecard, scorecard
from knowledge.questions.tiers import holders

_DUTIES = """# 民宿管家部岗位职责

# 店长岗位说明书
- 直接上级：区域经理
- 直接下级：管家、布草保管员、修缮工
## 职责
1. 主持门店每日班前会。
2. 审批单次2000元以内（含）的客房赔付。
3. 签发客房停售通知。
## 权限
- 违规拍摄团队的拒绝入住权
- 布草供应商的推荐权

# 管家岗位说明书
- 直接上级：店长
## 职责
1. 办理客人入住、退房手续，核对证件。
2. 每日巡查客房，记录设施破损。
3. 受理客人投诉，当晚回复。
4. 代客人预订接送车辆。

# 布草保管员岗位说明书
- 直接上级：店长
## 职责
1. 登记布草的送洗、报损。
2. 每周盘点客用品库存，填写补货单。
3. 保管备用钥匙。

# 修缮工岗位说明书
- 直接上级：店长
## 职责
1. 检修热水器、空调等客房设备。
2. 每季度清洗蓄水池，保存水质化验单。
"""

_MEANT = [
    ("热水器出不了热水了，谁过来检修一下", "修缮工"),
    ("客人到半夜才来，入住手续谁给他办", "管家"),
    ("床单洗坏了要报损，哪个岗位给登记", "布草保管员"),
    ("蓄水池脏得不行，谁负责清洗", "修缮工"),
    ("备用钥匙平常搁谁那儿保管", "布草保管员"),
    ("客人的接送车坐满了谁再去预订一辆", "管家"),
    ("客房里的小冰箱打碎了，破损谁记下来", "管家"),
    ("身份证核对不上还硬要入住，谁来核对证件", "管家"),
    ("停售通知贴出去之前谁签发", "店长"),
    ("新来的这批水质化验单谁收着", "修缮工"),  # one word, and a long one
    ("今晚满房谁发通知", "店长"),
]

_NOT_MEANT = [
    "谁去机场接老板的亲戚",
    "谁发员工的高温补贴",
    "消防水池的水位谁记录",
    "民宿的特种行业许可证由谁办理",
    "游泳池的救生员归谁排班",
    "客房的保险由谁购买",
    "热水器的保修卡谁填",
    "谁清洗外墙玻璃",
    "空调补贴谁发放",
    "供应商投诉谁受理",  # only customers' complaints are written about
    "工单要派到谁手上",  # asks who gets it, not who sends it
    "备用钥匙谁不能保管",
    "谁培训修缮工",  # one word alone speaks for each line about him
    "推荐信谁签发",
    "新员工的投诉谁受理",  # not a word on new people
    "哪些岗位登记报损",  # one likely line does not tell all of them
    "店长和管家谁管洗车",  # names alone say nothing of what
]

_DOUBTED = ["校车坏了找谁修", "锅炉抢修谁来组织", "物业合同由谁审批"]  # near: 维修进度, 战略合作协议


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    path = tmp_path_factory.mktemp("documents") / "岗位职责.md"
    path.write_text(_DUTIES, "utf-8")
    return Handbook.load([path])


def _likeliest(handbook: Handbook, question: str) -> list[str]:
    case = Case(handbook.read(question), handbook.organization, Context())
    found = [match for reading in likeliest(case) for match in reading.slots["found"].fitting]
    return sorted({role for match in found for role in holders(match, handbook.organization)})


@pytest.mark.parametrize(("question", "role"), _MEANT)
def test_one_line_is_meant(handbook: Handbook, question: str, role: str) -> None:
    assert _likeliest(handbook, question) == [role]


@pytest.mark.parametrize("question", _NOT_MEANT)
def test_no_line_is_meant(handbook: Handbook, question: str) -> None:
    assert _likeliest(handbook, question) == []


def test_a_likely_answer_says_that_it_is_one(handbook: Handbook) -> None:
    answer = reply_object(handbook.ask("客人退房手续排长队谁办理")[0])
    assert (answer["status"], answer["roles"]) == ("answered", ["管家"])
    assert answer["evidence"][0]["quote"] == "办理客人入住、退房手续，核对证件"
    assert "意思最贴近" in answer["text"]
    assert 0.6 <= answer["confidence"] < 0.8


_NEAR = [
    ("床单洗出个大洞，找哪个岗位处理", "谁负责登记布草的送洗、报损"),
    ("客人发火了这电话转给谁", "谁负责受理客人投诉"),
    ("拍照的人赖着不走，能赶的是谁", "哪个岗位有违规拍摄团队的拒绝入住权"),
    ("谁把破了的沙发记下来", "谁负责记录设施破损"),
]


@pytest.mark.parametrize(("question", "offered"), _NEAR)
def test_what_is_not_told_is_one_reply_away(handbook: Handbook, question: str, offered: str) -> None:
    answer, context = handbook.ask(question)
    reply = reply_object(answer)
    assert reply["status"] == "not_found"
    assert reply["options"][0] == offered
    assert reply_object(handbook.ask("1", context)[0])["status"] == "answered"


def test_points_add_up() -> None:
    card = Scorecard(-1.0, {"met": 1.0, "narrowing": -3.0})
    assert card.likelihood({"met": 0, "narrowing": 0, "run": 9}) == pytest.approx(0.2689, abs=1e-4)
    assert card.likelihood({"met": 1, "narrowing": 0, "run": 9}) == pytest.approx(0.5)
    assert card.likelihood({"met": 3, "narrowing": 1, "run": 9}) == pytest.approx(0.2689, abs=1e-4)


@pytest.mark.parametrize("table", ["meant", "told"])
def test_more_left_unexplained_never_earns_points(table: str) -> None:
    points = scorecard(table).points
    assert all(points[name] > 0 for name in ("met", "met_rarity", "told_met", "run"))
    assert all(points[name] < 0 for name in ("strange_left", "told_left", "narrowing"))


@pytest.mark.parametrize("question", _DOUBTED)
def test_what_hardly_speaks_of_it_is_shown_and_not_told(question: str) -> None:
    answer = reply_object(Handbook.sample().ask(question)[0])
    assert answer["status"] == "not_found"
    assert answer["roles"] == []
    assert "沾边" in answer["text"]
    assert answer["evidence"]
