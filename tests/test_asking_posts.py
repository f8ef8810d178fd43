"""Posts asked for by that word, debts asked back, what somebody may settle, and lines that only refer."""

from pathlib import Path

import pytest

from bot.conversation import Conversations
from tests.gold import about, check

_PAPER = """# 窑口陶坊岗位说明书

## 设计部部门职能

1. 花纸图稿变更统一编号登记，旧稿收回作废。
2. 组织新品评审。

## 花纸设计师岗位说明书

- 所属部门：设计部
- 直接上级：设计部经理

### 职责

1. 接到改稿单后一日内改图，登记编号。
2. 催收定制款尾款。

### 权限

- 改稿次数的决定权
- 单次200元以内颜料的采购权
- 打样的申请权

## 设计部经理岗位说明书

- 所属部门：设计部
- 直接上级：坊主

### 职责

1. 将客户分派给花纸设计师，烧制排期以窑工组长排定的为准。
2. 主持评审会。

### 权限

- 对返工损失扣款的建议权
- 考核花纸设计师，并对其任免和淘汰提出建议
- 单笔500元以内客户招待费的审批权

## 窑工组长岗位说明书

- 所属部门：烧成部
- 直接上级：坊主

### 职责

1. 排定烧制排期。
2. 记录窑温曲线。

编制：综合部　　审核：坊务会　　日期：2026年3月
"""

_ASKED = [
    ("改图以后由哪个岗位登记编号", {"roles": ["花纸设计师"]}),
    ("定制款还差一笔没收回来，谁去跟客户要", {"roles": ["花纸设计师"], "has": "催收定制款尾款"}),
    ("谁有权换掉花纸设计师", {"status": "not_found"}),
    ("谁考核花纸设计师", {"roles": ["设计部经理"]}),
    ("三百块的招待费谁签", {"roles": ["设计部经理"]}),
    ("烧裂了谁去跟客户解释", {"status": "not_found"}),
    ("烧制排期由哪个岗位排定", {"roles": ["窑工组长"]}),
    ("能自己做主的事有哪些，花纸设计师", {"has": "打样的申请权"}),
    ("窑工组长编制几个人", {"status": "not_found"}),
    ("返工了扣多少钱，设计部经理说了算吗", {"status": ("answered", "not_found"), "roles": []}),
]


@pytest.fixture(scope="module")
def conversations(tmp_path_factory: pytest.TempPathFactory) -> Conversations:
    return about(Path(tmp_path_factory.mktemp("documents")), _PAPER)


@pytest.mark.parametrize(("asked", "gold"), _ASKED)
def test_what_is_answered(conversations: Conversations, asked: str, gold: dict[str, object]) -> None:
    answer = conversations.ask(asked, asked)
    check(answer, gold)
    assert answer.verdict is not True
