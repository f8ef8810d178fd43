"""Documents that describe no post: approvals, rules or the work of departments alone."""

from pathlib import Path
from typing import Any

import pytest

from bot.conversation import Conversations
from bot.drawing import draw
from bot.health import Health
from bot.replies import reply_text
from bot.show import organization_text
from knowledge import Handbook, KnowledgeError
from tests.gold import check

_LEAVE = """# 请假办法

## 一、准假权限
- 员工请假两天以内（含两天），由班组长批准；两天以上由车间主任批准，并报人事科备案。
- 车间主任请假不论长短，一律由厂长批准。

## 二、销假
- 假期结束当天到人事科销假，未销假的按旷工处理。
"""
_PURCHASE = """# 采购审批权限表

| 事项 | 金额 | 申请 | 审核 | 批准 |
|---|---|---|---|---|
| 原料采购 | 5万元以下 | 采购员 | 采购科长 | 分管副厂长 |
| 原料采购 | 5万元以上 | 采购员 | 分管副厂长 | 厂长 |
| 设备维修 | 不限 | 车间主任 | 设备科 | 厂长 |
"""
_SHIFT = """# 值班规定

## 一、交接
- 交班前清点工具，填写交接簿。
- 夜间每两小时巡查一次锅炉房。
"""


def _load(folder: Path, *texts: str) -> Handbook:
    for number, text in enumerate(texts):
        (folder / f"{number}.md").write_text(text, encoding="utf-8")
    return Handbook.load([folder], keep=True)


@pytest.fixture(scope="module")
def works(tmp_path_factory: pytest.TempPathFactory) -> Conversations:
    return Conversations(_load(tmp_path_factory.mktemp("works"), _LEAVE, _PURCHASE))


QUESTIONS: list[tuple[str, dict[str, Any]]] = [
    ("员工请一天假谁批", {"roles": ["班组长"]}),
    ("请假三天谁批", {"roles": ["车间主任"]}),
    ("车间主任请半天假也要厂长批吗", {"verdict": True}),
    ("班组长能批请假三天吗", {"verdict": False}),
    ("班组长能批请假一天吗", {"verdict": True}),
    ("分管副厂长能批准6万元的原料采购吗", {"verdict": False}),
    ("买原料6万块谁批准", {"roles": ["厂长"]}),
    ("采购原料3万元要经过谁", {"order": ["采购科长", "分管副厂长"]}),
    ("设备维修谁审核", {"roles": ["设备科"]}),
    ("厂长审批什么", {"has": "车间主任请假"}),
    ("有哪些岗位", {"roles": ["班组长", "车间主任", "厂长", "采购科长", "分管副厂长", "采购员"]}),
    ("厂长的上级是谁", {"status": "not_found"}),
    ("厂长的职责有哪些", {"status": "not_found"}),
    ("谁负责火箭发射", {"status": "not_found"}),
    ("加班谁批", {"status": "not_found"}),
]


@pytest.mark.parametrize(("ask", "gold"), QUESTIONS)
def test_questions(works: Conversations, ask: str, gold: dict[str, Any]) -> None:
    check(works.ask(ask, ask), gold)


@pytest.mark.parametrize("words", ["帮助", "你好"])
def test_what_may_be_asked(works: Conversations, words: str) -> None:
    said = reply_text(works.ask(words, words))
    assert "谁审批请假" in said
    assert "岗位说明书" not in said


def test_nothing_but_rules(tmp_path: Path) -> None:
    handbook = _load(tmp_path, _SHIFT)
    assert handbook.organization.roles == {}
    assert "没有写任何岗位" in reply_text(handbook.ask("有哪些岗位")[0])
    assert "比如" not in reply_text(handbook.ask("帮助")[0])
    assert organization_text(handbook.organization) == "规定 交接：2条"
    with pytest.raises(KnowledgeError, match="画不出"):
        draw(handbook, "", None, None)


def test_lines_that_lay_nothing_down_are_still_told(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="没有读到任何岗位、部门或审批规定"):
        _load(tmp_path, "今天天气不错。\n\n明天去买菜。\n")


def test_what_was_read(tmp_path: Path) -> None:
    handbook = _load(tmp_path, _LEAVE, _PURCHASE)
    text = organization_text(handbook.organization)
    assert "审批 准假权限：3项" in text
    assert "规定 销假：1条" in text
    assert "厂长（只被提到，没有岗位说明）" in text


def test_their_health_asks_for_no_descriptions(tmp_path: Path) -> None:
    assert Health.of(_load(tmp_path, _LEAVE, _PURCHASE)).findings == ()


def test_an_approver_that_no_post_describes_may_be_asked_about(tmp_path: Path) -> None:
    post = "# 库管员\n\n## 职责\n- 收发材料\n- 登记台账\n\n## 直接上级\n车间主任\n"
    handbook = _load(tmp_path, post, _PURCHASE)
    answer = handbook.ask("厂长批准什么")[0]
    assert "设备维修" in reply_text(answer)
    kinds = {(f.kind, f.roles) for f in Health.of(handbook).findings}
    assert ("undescribed_approver", ("厂长",)) in kinds
