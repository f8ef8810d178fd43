"""Who makes up a body, and posts under one head, put to an invented vineyard."""

from typing import Any

import pytest

from bot.conversation import Conversations
from tests.gold import about, check

_DUTIES = """# 庄主岗位说明书
- 直接上级：无
- 直接下级：酿造主任、种植主任、销售主任
## 职责
1. 召集庄务会。

# 酿造主任岗位说明书
- 直接上级：庄主
- 直接下级：酿造工
## 职责
1. 制定酿造方案。
2. 安排装瓶。

# 种植主任岗位说明书
- 直接上级：庄主
## 职责
1. 安排修枝。
2. 安排采收。

# 销售主任岗位说明书
- 直接上级：庄主
## 职责
1. 联系经销商。
2. 编制销售计划。

# 庄务管理规定
第一条 品鉴委员会由酿造主任、种植主任和外聘酿酒师三人组成，庄主任主任委员。
第二条 庄务会由庄主召集，酿造主任、销售主任参加，每月开一次。
第三条 单笔2万元以上的橡木桶采购由庄务会讨论通过。
"""

_PANEL = ["酿造主任", "种植主任", "外聘酿酒师"]
_CASES: list[tuple[str, dict[str, Any]]] = [
    ("品鉴委员会由哪些岗位组成", {"roles": _PANEL, "has": "三人组成"}),
    ("品鑒委員會由哪些崗位組成？", {"roles": _PANEL}),
    ("品鉴委员会一共几个人", {"has": "三人组成"}),
    ("品鉴委员会的成员有哪些人", {"roles": _PANEL}),
    ("庄务会由哪些岗位参加", {"roles": ["酿造主任", "销售主任"]}),
    ("工会由哪些岗位组成", {"status": "not_found"}),
    ("董事会一共几个人", {"status": "not_found"}),
    ("品鉴委员会几个人结婚了", {"status": "not_found"}),
    ("品鉴委员会的电话有哪些人知道", {"status": "not_found"}),
    ("和酿造主任同归庄主领导的还有哪几个岗位", {"roles": ["种植主任", "销售主任"]}),
    ("跟酿造主任平级、同一个领导分管的还有哪些岗位", {"roles": ["种植主任", "销售主任"]}),
    ("酿造主任有哪些平级、同归一个领导管的岗位", {"roles": ["种植主任", "销售主任"]}),
    ("和酿造主任同归财务总监领导的还有哪几个岗位", {"status": "not_found"}),
    ("酿造工归谁直接领倒", {"roles": ["酿造主任"]}),
    ("种植主任归谁菅", {"roles": ["庄主"]}),
    ("我在酒窖里干酿造工的,直接管我的是哪个领导", {"roles": ["酿造主任"]}),
]


@pytest.fixture(scope="module")
def vineyard(tmp_path_factory: pytest.TempPathFactory) -> Conversations:
    return about(tmp_path_factory.mktemp("vineyard"), _DUTIES)


@pytest.mark.parametrize(("asked", "gold"), _CASES, ids=[asked for asked, _ in _CASES])
def test_body(vineyard: Conversations, asked: str, gold: dict[str, Any]) -> None:
    check(vineyard.ask(asked, asked), gold)
