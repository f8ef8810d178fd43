"""Titles broken off (总工 of 总工程师) and posts named together: joined where one is meant, never of two."""

from typing import Any

import pytest

from bot.conversation import Conversations
from knowledge import Handbook
from knowledge.health.checkup import check_up
from tests.gold import about, check

_DUTIES = """一、勘察总工程师岗位职责
在院长的领导下主持技术工作。钻探员、测绘员和试验员在勘察总工的直接领导下开展工作。
1、审定勘察报告。

二、经营副院长岗位职责
直接上级：院长
1、主持经营工作，市场部主任、投标组组长和合同主管都向其汇报。

三、市场部主任岗位职责
1、跟进招标信息。

四、投标组组长岗位职责
直接上级：经营副院
1、编制标书。

五、合同主管岗位职责
1、保管合同。

六、钻探员岗位职责
1、操作钻机。

七、总编辑岗位职责
直接上级：院长
1、终审院刊。

七、编辑部主任岗位职责
直接上级：总编辑
直接下级：副编辑、资深副编辑、校对
1、组稿。

八、资深副编辑岗位职责
1、复审院刊。

九、档案员岗位职责
由总编直接领导，负责归档。
1、整理档案。

十、测绘主管岗位职责
直接上级：计划副院
1、安排测绘。

十一、计划副院长岗位职责
1、编制计划。
"""

QUESTIONS: list[tuple[list[str], dict[str, Any]]] = [
    (["勘察总工程师直接领导哪些岗位"], {"roles": ["钻探员", "测绘员", "试验员"]}),
    (["试验员归谁管"], {"roles": ["勘察总工程师"]}),
    (["钻探员的上级是谁"], {"roles": ["勘察总工程师"]}),
    (["勘察总工的上级是谁"], {"roles": ["院长"]}),
    (["经营副院长手下有哪些岗位"], {"roles": ["市场部主任", "投标组组长", "合同主管"]}),
    (["合同主管归谁管"], {"roles": ["经营副院长"]}),
    (["投标组组长的上级是谁"], {"roles": ["经营副院长"]}),
    (["总编辑的下级有哪些"], {"roles": ["编辑部主任", "档案员"]}),
    (["编辑部主任的下级有哪些"], {"roles": ["副编辑", "资深副编辑", "校对"]}),
    (["副编辑的上级是谁"], {"roles": ["编辑部主任"]}),
    (["档案员的上级是谁"], {"roles": ["总编辑"]}),
    (["测绘主管的上级是谁"], {"roles": ["计划副院长"]}),
]

_TWO = """一、运营总监岗位职责
直接上级：总经理
1、主持运营。

二、运营总裁岗位职责
直接上级：董事会
1、决定投资。

三、数据员岗位职责
直接上级：运营总
1、统计数据。

四、会计主管岗位职责
直接上级：总经理
1、审核凭证。

五、出纳岗位职责
直接上级：会计
1、收付现金。
"""


@pytest.fixture(scope="module")
def institute(tmp_path_factory: pytest.TempPathFactory) -> Conversations:
    return about(tmp_path_factory.mktemp("institute"), _DUTIES, "勘察院职责.txt")


@pytest.mark.parametrize(("asked", "gold"), QUESTIONS, ids=[" / ".join(asked)[:40] for asked, _ in QUESTIONS])
def test_answer(institute: Conversations, asked: list[str], gold: dict[str, Any]) -> None:
    for question in asked:
        answer = institute.ask(" / ".join(asked), question)
    check(answer, gold)


def test_two_are_not_joined(tmp_path_factory: pytest.TempPathFactory) -> None:
    office = about(tmp_path_factory.mktemp("office"), _TWO, "公司职责.txt")
    check(office.ask("a", "数据员的上级是谁"), {"roles": ["运营总"]})
    check(office.ask("b", "出纳的上级是谁"), {"roles": ["会计"]})


def test_what_was_joined_is_found_in_the_checkup(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("checked")
    (folder / "勘察院职责.txt").write_text(_DUTIES, encoding="utf-8")
    handbook = Handbook.load([folder])
    found = check_up(handbook.organization, handbook.documents)
    findings = [f for f in found if f.kind == "other_spelling"]
    told = "".join(f.slots["names"] for f in findings)
    assert "经营副院”（经营副院长" in told
    assert "总编”（总编辑" in told
