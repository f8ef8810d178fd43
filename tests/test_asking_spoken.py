"""Questions as people say them, with verbs and measures of speech and discounts, put to an invented zoo."""

from typing import Any

import pytest

from bot.conversation import Conversations
from tests.gold import about, check

_DUTIES = """# 园长岗位说明书
- 直接上级：无
- 直接下级：动物主管、票务主管
## 权限
- 门票折扣低于八折的特价申请的审批权
- 游客赔偿500元以上的审批权
- 单笔2000元以内（含）招待费的审批权

# 动物主管岗位说明书
- 直接上级：园长
- 直接下级：饲养班长
## 职责
1. 任命饲养班长。
2. 编制饲料采购清单，报园长审核。
3. 每半年组织一次笼舍检修。
## 权限
- 发现游客翻越护栏时的现场停演权
- 到货饲料霉变时的退货权
- 饲养员的奖惩建议权
## 协作关系
- 内部协作：票务部、后勤部
- 外部协作：动物防疫站、饲料公司

# 票务主管岗位说明书
- 直接上级：园长
- 岗位概述：管好门票的销售与检验
- 直接下级：检票班长
## 职责
1. 催收账龄超过90天的票款。
2. 管理失物招领。
## 权限
- 八折（含）以上门票折扣的批准权
- 游客赔偿500元以内（含）的审批权

# 保洁副经理岗位说明书
- 直接上级：园长
## 职责
1. 组织园区清扫。
"""


@pytest.fixture(scope="module")
def zoo(tmp_path_factory: pytest.TempPathFactory) -> Conversations:
    return about(tmp_path_factory.mktemp("zoo"), _DUTIES, "动物园岗位说明书.md")


QUESTIONS: list[tuple[str, dict[str, Any]]] = [
    ("饲料采购清单是哪个岗位编制的", {"roles": ["动物主管"]}),  # 岗位|编制, not 岗位编制
    ("饲料采購清單是哪個崗位編製的?", {"roles": ["动物主管"]}),
    ("饲养班长的任命谁说了算", {"roles": ["动物主管"]}),  # what is written as a verb is asked for as a noun
    ("看到游客翻越护栏,哪个岗位能当场叫停", {"roles": ["动物主管"]}),  # the likeliest line
    ("新到的饲料霉变了,谁能把货打回给厂家", {"roles": ["动物主管"]}),
    ("门票按九折卖,谁批准", {"roles": ["票务主管"]}),
    ("旅行社非要把门票压到七折,这种特价单谁批", {"roles": ["园长"]}),
    ("游客的相机被猴子摔了,赔80块,谁当场就能定", {"roles": ["票务主管"]}),
    ("游客的相机被猴子摔了,赔八百块,谁当场就能定", {"roles": ["园长"]}),
    ("笼舍多久检修一回,是哪个岗位的事", {"roles": ["动物主管"]}),
    ("谁能给大象打八折", {"status": "not_found"}),  # a line on something else tells of no discount
    ("炒饲养班长的鱿鱼,谁有权", {"status": "not_found"}),
    ("游客丢在园里的东西归谁管", {"roles": ["票务主管"]}),
    ("请同行吃饭花400块,谁能拍板", {"roles": ["园长"]}),
    ("给我一个票务主管的 one-line intro", {"has": "管好门票"}),
]


@pytest.mark.parametrize(("question", "expected"), QUESTIONS)
def test_as_people_say_it(zoo: Conversations, question: str, expected: dict[str, Any]) -> None:
    check(zoo.ask(question, question), expected)


FOLLOWING: list[tuple[tuple[str, ...], dict[str, Any]]] = [
    (("游客赔偿300块谁批", "要是900呢"), {"roles": ["园长"]}),
    (("游客赔偿300块谁批", "那要是只赔900呢"), {"roles": ["园长"]}),
    (("门票打九折谁批准", "那七折呢"), {"roles": ["园长"]}),
    (("动物主管平时跟谁协作", "那对外的呢"), {"has": "动物防疫站"}),
    (("班长归谁管,我说的是饲养班长",), {"roles": ["动物主管"]}),
    (("跟票务主管在同一个领导手下的有哪些岗位",), {"roles": ["动物主管", "保洁副经理"]}),
    (("哪几份岗位说明书里写了“饲养员的奖惩建议权”",), {"roles": ["动物主管"]}),
    (("拖了半年还没结的票款,谁去催",), {"roles": ["票务主管"]}),
    (("票物主管的上级是谁",), {"roles": ["园长"]}),
    (("植物主管的上级是谁",), {"status": "not_found"}),  # another post, of no sound or look in common
    (("保洁副的上级是谁",), {"roles": ["园长"]}),
]


@pytest.mark.parametrize(("questions", "expected"), FOLLOWING)
def test_one_after_the_other(
    zoo: Conversations, questions: tuple[str, ...], expected: dict[str, Any]
) -> None:
    for question in questions:
        answer = zoo.ask(str(questions), question)
    check(answer, expected)
