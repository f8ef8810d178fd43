"""A right of several named together (科室负责人) is that of each of them, over their own people."""

from typing import Any

import pytest

from bot.conversation import Conversations
from tests.gold import about, check

_RULES = """# 站务手册

## 一、说明
本手册所称班组负责人，是指检票班班长、巡线班班长。

## 二、岗位
### 检票班班长
- 直接上级：站长
- 直接下级：检票员
- 职责：安排检票员轮班

### 巡线班班长
- 直接上级：站长
- 直接下级：巡线员
- 职责：安排巡线

## 三、请假
职工请假1天以内的，由班组负责人批准；1天以上的，由站长批准。
"""


@pytest.fixture(scope="module")
def station(tmp_path_factory: pytest.TempPathFactory) -> Conversations:
    return about(tmp_path_factory.mktemp("station"), _RULES, "站务手册.md")


@pytest.mark.parametrize(
    ("asked", "gold"),
    [
        ("检票班班长能批职工半天假吗", {"verdict": True}),
        ("检票员请假半天，检票班班长签字就行了吗", {"verdict": True}),
        ("检票员请假半天，巡线班班长可以批吗", {"verdict": False}),
        ("检票员请假三天，检票班班长可以批吗", {"verdict": False}),
    ],
)
def test_held_together(station: Conversations, asked: str, gold: dict[str, Any]) -> None:
    check(station.ask(asked, asked), gold)
