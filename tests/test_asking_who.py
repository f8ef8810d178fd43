"""Who does, approves, signs or makes what: everyday ways to ask for a role, of an invented hotel and a
haulier, and near matters of which nothing is said.
"""

from collections.abc import Iterator
from typing import Any

import pytest

from bot.conversation import Conversations
from tests.gold import about, check

_HOTEL = """湖畔大酒店岗位说明书

岗位名称：酒店总经理
所属部门：前厅部
直接上级：无
岗位职责：
1、审批房间免单
2、核定服务员月度奖金

岗位名称：前厅经理
所属部门：前厅部
直接上级：酒店总经理
岗位职责：
1、批准延迟退房
2、处理宾客投诉
3、同意顾客退菜
4、审批门店员工排班表
5、招聘前厅服务人员

岗位名称：前台接待
所属部门：前厅部
直接上级：前厅经理
岗位职责：
1、办理入住和退房手续
2、补发房卡
3、编写前台交接日志
4、开具在职证明

岗位名称：领班
所属部门：前厅部
直接上级：前厅经理
岗位职责：
1、培训新入职服务员
2、检查食材验收质量
3、审批前台调班
4、审核前台交接日志

岗位名称：采购主管
所属部门：前厅部
直接上级：酒店总经理
岗位职责：
1、采购蔬菜和肉类
2、签订供货合同
3、起草供货合同
4、保障资金安全
5、决定私房菜价格
6、提交本人的差旅费报销单
"""
_HAULIER = """速达物流有限公司岗位说明书

岗位名称：运输部经理
所属部门：运输部
直接上级：无
岗位职责：
1、签订外包运输合同
2、审批差旅费报销
3、批准线路停运

岗位名称：调度主管
所属部门：运输部
直接上级：运输部经理
岗位职责：
1、安排车辆和司机出车
2、接待家长咨询
3、编制月度调度计划

岗位名称：车管员
所属部门：运输部
直接上级：运输部经理
岗位职责：
1、登记车辆油耗
2、办理车辆年检
3、发放劳保用品
4、办理员工入职手续
"""
_WAYS = ("{}找谁", "{},该找谁", "{},这事谁管", "{},归谁管", "你好,{},请问该找哪位", "{}要跟谁说")
_REQUESTS = {  # what somebody wants, and who is for it
    "客人要退房": "前台接待",
    "有宾客要投诉": "前厅经理",
    "客人非要退菜": "前厅经理",
    "客人要求免单": "酒店总经理",
    "我想调个班": "领班",
    "交接日志写完了": "领班",
    "下周排班表弄好了": "前厅经理",
}
_HOTEL_QUESTIONS: dict[str, tuple[str, ...]] = {
    "退房手续谁办": ("前台接待",),  # not who approves one kind of it
    "免单得谁同意": ("酒店总经理",),
    "不知道免单归谁批,麻烦告知一下": ("酒店总经理",),
    "服务员奖金谁说了算": ("酒店总经理",),  # whoever fixes it
    "退菜谁批": ("前厅经理",),
    "食材质量谁把关": ("领班",),
    "招服务员的是谁": ("前厅经理",),
    "服务员谁招": ("前厅经理",),
    "供货合同归谁签": ("采购主管",),
    "房卡谁来搞": ("前台接待",),
    "房卡有问题找谁": ("前台接待",),
    "这个交接日志平时都是谁在写": ("前台接待",),
    "交接日志的审核人是谁": ("领班",),
    "排班表谁做": (),  # of which only the approval is said
    "谁采购药品": (),
    "会员卡价格谁定": (),
    "谁负责安全": (),
    "劳动合同谁签": (),
    "收入证明谁开": (),
    "谁管离职手续": (),
    "谁能处理": (),
}
_HAULIER_QUESTIONS: dict[str, tuple[str, ...]] = {
    "派车的事找谁": ("调度主管",),
    "谁报销差旅费": ("运输部经理",),
    "家长咨询谁负责": ("调度主管",),
    "谁负责员工入职": ("车管员",),
    "新同事要领劳保用品,找谁": ("车管员",),
    "客户想停运,归谁管": ("运输部经理",),
    "车辆年检,谁来弄": ("车管员",),
    "采购合同谁签": (),
    "教材发放归谁管": (),
    "有个新客户要接,谁能处理": (),
    "客户要改方案,该找谁": (),
}


@pytest.fixture(scope="module")
def hotel(tmp_path_factory: pytest.TempPathFactory) -> Conversations:
    return about(tmp_path_factory.mktemp("hotel"), _HOTEL, "酒店岗位说明书.txt")


@pytest.fixture(scope="module")
def haulier(tmp_path_factory: pytest.TempPathFactory) -> Conversations:
    return about(tmp_path_factory.mktemp("haulier"), _HAULIER, "物流岗位说明书.txt")


def _requests() -> Iterator[tuple[str, tuple[str, ...]]]:
    for request, role in _REQUESTS.items():
        yield from ((way.format(request), (role,)) for way in _WAYS)


def _gold(roles: tuple[str, ...]) -> dict[str, Any]:
    return {"roles": roles} if roles else {"status": "not_found"}


@pytest.mark.parametrize(("asked", "roles"), [*_HOTEL_QUESTIONS.items(), *_requests()])
def test_in_a_hotel(hotel: Conversations, asked: str, roles: tuple[str, ...]) -> None:
    check(hotel.ask(asked, asked), _gold(roles))


@pytest.mark.parametrize(("asked", "roles"), _HAULIER_QUESTIONS.items())
def test_at_a_haulier(haulier: Conversations, asked: str, roles: tuple[str, ...]) -> None:
    check(haulier.ask(asked, asked), _gold(roles))
