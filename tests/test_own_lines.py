"""Whether a role may do something, asked in words of one's own: told by its own lines, or not at all."""

import pytest

from bot.conversation import Conversations
from bot.replies import reply_object
from tests.gold import about, check

_DUTIES = """# 海岛轮渡站岗位说明书

# 站长岗位说明书
- 直接上级：总经理
- 直接下级：码头主管、票务主管、船长
## 职责
1. 主持每周安全例会。
2. 编制年度检修计划，报总经理审定。
## 权限
- 大风大雾天气下停航的决定权
- 单笔2000元以内（含）旅客行李赔付的审批权
- 票务主管、码头主管任免的提名权

# 码头主管岗位说明书
- 直接上级：站长
## 职责
1. 安排水手值班。
2. 检查缆绳、舷梯，填写检查记录。
## 权限
- 对超载车辆，码头主管有权拒绝上船
- 水手请假1天以内（含）的批准权
- 水手的录用由码头主管决定，报站办备案
- 停泊位的分配权
- 岸电设备停用的建议权，由站长决定

# 票务主管岗位说明书
- 直接上级：站长
## 职责
1. 核对售票款，当日存入银行。
2. 站长外出期间代行日常管理，但不得代行行李赔付审批权。
## 权限
- 团体船票价格上下浮动8%以内的调整权，超出须经站长同意
- 无票款短缺的核销权，短款须报站长处理
- 售票员排班的决定权
- 船票打折的决定权，最低八折
- 手续不全退票申请的退回权

# 船长岗位说明书
- 直接上级：站长
## 职责
1. 驾驶渡轮，遵守航行规则。
## 权限
- 能见度不足时，有权不准开船
- 航线变更的建议权
- 无健康证船员的拒绝上岗权
- 船长不得擅自让外人进驾驶舱，确需进入的报站长同意

# 请假规定
员工请假3天以内（含）的，由直接上级批准；超过3天的，报站长批准
"""

_YES = [
    ("今天雾大得看不清，站长能下令停航吗", "大风大雾天气下停航的决定权"),
    ("车子装得太重，码头主管能不让它上船吗", "对超载车辆，码头主管有权拒绝上船"),
    ("能见度很差的时候，船长能不开船吗", "能见度不足时，有权不准开船"),
    ("团体票便宜5%，票务主管自己就能调吗", "团体船票价格上下浮动8%以内的调整权，超出须经站长同意"),
    ("船员没有健康证，船长能不让他上岗吗", "无健康证船员的拒绝上岗权"),
    ("新水手要不要，码头主管自己说了算吗", "水手的录用由码头主管决定，报站办备案"),
    ("票打个八折，票务主管能做主吗", "船票打折的决定权，最低八折"),
    ("退票的手续不全，票务主管能打回去吗", "手续不全退票申请的退回权"),
]

_NO = [
    ("团体票便宜10%，票务主管自己就能调吗", "团体船票价格上下浮动8%以内的调整权，超出须经站长同意"),
    ("票打个七折，票务主管能做主吗", "船票打折的决定权，最低八折"),
    ("换条线路走，船长自己改航线可以吗", "航线变更的建议权"),
    ("检修计划站长编完自己就能定稿吗", "编制年度检修计划，报总经理审定"),
    ("卖票的钱短了，票务主管自己核销掉行吗", "无票款短缺的核销权，短款须报站长处理"),
    ("岸电设备停不停用，码头主管说了算吗", "岸电设备停用的建议权，由站长决定"),
    ("朋友想看看驾驶舱，船长私自放外人进去行吗", "船长不得擅自让外人进驾驶舱"),
    ("水手请两天假，码头主管能批吗", "水手请假1天以内（含）的批准权"),
    ("站长不在，票务主管能替他批行李赔付吗", "不得代行行李赔付审批权"),
    ("车子坏了行李湿了赔3000块，站长可以批吗", "单笔2000元以内（含）旅客行李赔付的审批权"),
]

_REFUSED = [
    "票务主管能买一条新船吗",
    "船长能给水手涨工资吗",
    "码头主管能决定食堂的菜价吗",
    "站长能修改旅客的身份证号吗",
    "票务主管能批广告费500元吗",
    "船长能不能让乘客吸烟",
    "站长能打旅客吗",
    "能见度不足时，码头主管能开船吗",  # not to open, of another role
]


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Conversations:
    return about(tmp_path_factory.mktemp("documents"), _DUTIES)


@pytest.mark.parametrize(("question", "quote"), _YES)
def test_yes(handbook: Conversations, question: str, quote: str) -> None:
    check(handbook.ask(question, question), {"verdict": True, "has": quote})


@pytest.mark.parametrize(("question", "quote"), _NO)
def test_no(handbook: Conversations, question: str, quote: str) -> None:
    check(handbook.ask(question, question), {"verdict": False, "has": quote})


@pytest.mark.parametrize("question", _REFUSED)
def test_refused(handbook: Conversations, question: str) -> None:
    check(handbook.ask(question, question), {"status": ("not_found", "ambiguous")})


def test_a_likely_answer_says_that_it_is_one(handbook: Conversations) -> None:
    answer = reply_object(handbook.ask("1", "团体票便宜5%，票务主管自己就能调吗"))
    assert answer["roles"] == ["票务主管"]
    assert "意思最贴近" in answer["text"]
    assert 0.6 <= answer["confidence"] < 0.8


def test_who_has_it_instead_is_named(handbook: Conversations) -> None:
    answer = reply_object(handbook.ask("1", "团体票便宜10%，票务主管自己就能调吗"))
    assert answer["roles"] == ["站长"]
    assert answer["reading"].startswith("判断：")


_MATRIX = """# 审批权限表

| 事项 | 金额 | 审核 | 审批 |
|---|---|---|---|
| 旅客行李损坏赔付 | 2000元以内（含） | 码头主管 | 站长 |
| 旅客行李损坏赔付 | 2000元以上至1万元（含） | 站长 | 总经理 |
| 渡轮停航检修 | 3天以内（含） | 船长 | 站长 |
| 渡轮停航检修 | 3天以上至15天（含） | 站长 | 总经理 |
| 广告位出租 | 5万元以内（含） | 票务主管 | 站长 |
"""

_STEPS = [
    ("乘客的皮箱行李给摔坏了，要赔三千块，一步步要过哪些人", ["站长", "总经理"]),
    ("乘客的皮箱行李给摔坏了，要赔五百块，一步步要过哪些人", ["码头主管", "站长"]),
    ("渡轮想停航5天换桨叶，按顺序要经过哪些人", ["站长", "总经理"]),
]
_NO_STEPS = [
    "员工食堂换厨师，一步步要过哪些人",
    "买一批救生衣要八千块，按顺序要经过哪些人",
    "乘客的皮箱行李给摔坏了，要赔十万块，一步步要过哪些人",  # beyond every tier
]


@pytest.fixture(scope="module")
def matrix(tmp_path_factory: pytest.TempPathFactory) -> Conversations:
    return about(tmp_path_factory.mktemp("matrix"), f"{_DUTIES}\n{_MATRIX}")


@pytest.mark.parametrize(("question", "steps"), _STEPS)
def test_the_likeliest_rule_tells_the_steps(matrix: Conversations, question: str, steps: list[str]) -> None:
    check(matrix.ask(question, question), {"order": steps})


@pytest.mark.parametrize("question", _NO_STEPS)
def test_no_rule_is_likely(matrix: Conversations, question: str) -> None:
    check(matrix.ask(question, question), {"status": ("not_found", "ambiguous")})
