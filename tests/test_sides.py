"""With whom a role works outside or inside, however the side is told, put to an invented press."""

from typing import Any

import pytest

from bot.conversation import Conversations
from bot.replies import reply_object
from tests.gold import about, check

_DUTIES = """# 发行科科长岗位说明书
- 直接上级：社长
## 职责
1. 编制发行计划。
2. 审核回款。
## 协作关系
- 社内主要与编辑科、财务科协作，社外主要与书城、网店联系

# 印务科科长岗位说明书
- 直接上级：社长
## 职责
1. 安排付印。
2. 验收成书。
## 内部协作
- 编辑科
- 发行科
## 外部协作
- 印刷厂
- 纸行

# 编辑科科长岗位说明书
- 直接上级：社长
## 职责
1. 编辑科科长在社内部与印务科、发行科保持日常协作，对外联系作者和译者。
2. 终审书稿。

# 财务科科长岗位说明书
- 直接上级：社长
## 职责
1. 编制预算。
2. 与各科室核对账目往来，日常与编辑科密切配合。
"""

_CASES: list[tuple[str, dict[str, Any]]] = [
    ("发行科科长在社外都跟谁打交道", {"said": ["书城", "网店"], "unsaid": ["财务科"]}),
    ("发行科科长对外要跟哪些单位联系", {"said": ["书城"], "unsaid": ["编辑科"]}),
    ("发行科科长在社内跟谁配合", {"said": ["编辑科", "财务科"], "unsaid": ["书城"]}),
    ("印务科科长要在厂外跟哪些单位打交道", {"said": ["印刷厂", "纸行"], "unsaid": ["发行科"]}),
    ("印务科科长要跟哪些衙门打交道", {"said": ["印刷厂"], "unsaid": ["编辑科"]}),
    ("印务科科长在社里头跟谁配合", {"said": ["编辑科", "发行科"], "unsaid": ["纸行"]}),
    ("印务科科长要跟哪些部门和外面的单位打交道", {"said": ["编辑科", "纸行"]}),
    ("编辑科科长对外跟谁打交道", {"said": ["对外联系作者和译者"]}),
    ("编辑科科长在社内部跟哪些科室协作", {"said": ["印务科"]}),
    ("财务科科长日常和谁密切配合", {"said": ["编辑科"]}),
    ("财务科科长在社外跟谁打交道", {"status": "not_found"}),
    ("发行科科长社外联系人的电话是多少", {"status": "not_found"}),
    ("发行科科长在社外跟谁吃饭", {"status": "not_found"}),
    ("印务科科长厂外住在哪里", {"status": "not_found"}),
]


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Conversations:
    return about(tmp_path_factory.mktemp("press"), _DUTIES)


@pytest.mark.parametrize(("question", "gold"), _CASES, ids=[question for question, _ in _CASES])
def test_sides_of_partners(press: Conversations, question: str, gold: dict[str, Any]) -> None:
    answer = press.ask(question, question)
    check(answer, gold)
    text = reply_object(answer)["text"]
    assert all(word in text for word in gold.get("said", ()))
    assert not any(word in text for word in gold.get("unsaid", ()))
