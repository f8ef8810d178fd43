"""A post that its own description calls by its last words, and discounts that it may give."""

from typing import Any

import pytest

from bot.conversation import Conversations
from knowledge import Handbook
from tests.gold import check

_SHOP = """# 花艺门店

## 门店店长

**岗位概述**：负责一家花店的日常经营。

店长向区域经理汇报，带领花艺师和收银员。每店设店长 1 名，现有五家店。

### 岗位职责
- 安排花艺师、收银员的班次
- 清点鲜花损耗

### 岗位权限
- 老顾客九折以内的让利决定权
- 团购报价优惠在5%以内（含）的可自行决定，超过5%的报区域经理审批。交期以花艺师书面确认为准

## 区域经理

**岗位概述**：管理一个片区的花店。

区域经理由总经理直接领导。

### 岗位职责
- 检查各店陈列

### 岗位权限
- 老顾客低于九折的让利决定权
"""

QUESTIONS: list[tuple[str, dict[str, Any]]] = [
    ("店长的上级是谁", {"roles": ["区域经理"], "has": "店长向区域经理汇报"}),
    ("店长手下有谁", {"roles": ["花艺师", "收银员"], "has": "带领花艺师和收银员"}),
    ("门店店长编制几个人", {"has": "每店设店长 1 名"}),
    ("老顾客打八折店长能定吗", {"verdict": False}),
    ("老顾客打九五折店长能定吗", {"verdict": True}),
    ("老顾客刚好九折，门店店长能定吗", {"verdict": True}),
    ("老顾客打85折谁决定", {"roles": ["区域经理"]}),
    ("团购给客户让5个点，店长自己能定吗", {"verdict": True}),
    ("团购再让8个点，店长说了算不算", {"verdict": False}),
    ("团购便宜4%，门店店长说的算不算数", {"verdict": True}),
]


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    folder = tmp_path_factory.mktemp("shop")
    (folder / "花店.md").write_text(_SHOP, encoding="utf-8")
    return Handbook.load([folder])


@pytest.mark.parametrize(("question", "gold"), QUESTIONS, ids=[q for q, _ in QUESTIONS])
def test_a_shop(shop: Handbook, question: str, gold: dict[str, Any]) -> None:
    check(Conversations(shop).ask(question, question), gold)


def test_no_post_of_the_last_words(shop: Handbook) -> None:
    assert "店长" not in shop.organization.roles
