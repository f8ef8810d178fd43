"""Questions about the lesser rights of an approval matrix: who takes part, advises, oversees, beside whoever
drafts, reviews and decides; an invented ice rink."""

from typing import Any

import pytest

from knowledge import Handbook
from tests.gold import check

_MATRIX = """# 冰场权限表

| 事项 | 场馆经理 | 运营主管 | 制冰主管 | 安全员 | 教练组长 |
|---|---|---|---|---|---|
| 应急预案 | 审批 | 审核 | 拟定 | 监督 | 参与 |
| 年度预算 | 审批 | 参与 | 参与 | - | 建议 |
| 浇冰停场 | 审批 |  | 拟定 | 配合 | 知会 |
"""


@pytest.fixture(scope="module")
def rink(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    folder = tmp_path_factory.mktemp("rink")
    (folder / "冰场权限表.md").write_text(_MATRIX, encoding="utf-8")
    return Handbook.load([folder])


QUESTIONS: list[tuple[str, dict[str, Any]]] = [
    ("谁参与应急预案", {"roles": ["教练组长"]}),
    ("应急预案 有参与权的岗位 是哪几个", {"roles": ["教练组长"]}),
    ("年度预算哪些岗位参与", {"roles": ["运营主管", "制冰主管"]}),
    ("年度预算谁有建议权", {"roles": ["教练组长"]}),
    ("应急预案由谁监督", {"roles": ["安全员"]}),
    ("浇冰停场谁配合", {"roles": ["安全员"]}),
    ("年度预算谁批", {"roles": ["场馆经理"]}),
    ("应急预案谁拟定", {"roles": ["制冰主管"]}),
    ("应急预案的审批流程", {"order": ["运营主管", "场馆经理"]}),
    ("年度预算要经过谁", {"roles": ["场馆经理"]}),
    ("教练组长参与应急预案吗", {"verdict": True}),
    ("教练组长审批应急预案吗", {"verdict": False}),
    ("安全员能批年度预算吗", {"verdict": False}),
]


@pytest.mark.parametrize(("asked", "gold"), QUESTIONS, ids=[asked for asked, _ in QUESTIONS])
def test_answer(rink: Handbook, asked: str, gold: dict[str, Any]) -> None:
    check(rink.ask(asked)[0], gold)
