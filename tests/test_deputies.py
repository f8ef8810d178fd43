"""Who stands in for a role, by the fields and sentences of descriptions."""

from pathlib import Path

import pytest

from knowledge import Handbook

_POSTS = """财务管理岗位职责

项目财务主管
上级：项目经理
职责：
1. 编制项目资金计划。
2. 审核付款申请。
代理人：项目会计

项目会计
上级：项目财务主管
职责：
1. 登记账簿。
2. 开具发票。
AB角：B角为项目财务主管。

项目经理
上级：无
职责：
1. 负责项目全面管理。
2. 签订合同。
不在岗时，由项目总工代行职责。
"""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    folder = tmp_path_factory.mktemp("deputies")
    (folder / "岗位职责.txt").write_text(_POSTS, encoding="utf-8")
    return Handbook.load([folder])


@pytest.mark.parametrize(
    ("asked", "roles", "quote"),
    [
        ("项目财务主管的代理人是谁", ("项目会计",), "代理人：项目会计"),
        ("项目财务主管不在谁代理", ("项目会计",), "代理人：项目会计"),
        ("谁是项目会计的B角", ("项目财务主管",), "B角为项目财务主管"),
        ("项目经理不在的时候谁代行", ("项目总工",), "由项目总工代行职责"),
    ],
)
def test_who_stands_in(book: Handbook, asked: str, roles: tuple[str, ...], quote: str) -> None:
    answer, _ = book.ask(asked)
    assert answer.roles == roles
    assert any(e.passage.quote in quote or quote in e.passage.quote for e in answer.evidence)


def test_no_deputy_is_made_up(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "出纳岗位职责\n1. 办理收付。\n2. 保管现金。\n上级：会计主管\n", encoding="utf-8"
    )
    answer, _ = Handbook.load([tmp_path]).ask("出纳不在谁代理")
    assert answer.roles == ()


_MUTUAL = """粮库岗位职责

保管员岗位职责
1、每周测温。
2、做好记录。
保管员与化验员互为AB岗。

化验员岗位职责
1、扦样化验。
2、保管样品。
防火员由保管员兼任，统计员由化验员兼任。

出纳岗位职责
1、收付款。
2、登账。
"""


@pytest.mark.parametrize(
    ("asked", "roles"),
    [
        ("化验员的AB角是谁", ("保管员",)),
        ("保管员的B岗是谁", ("化验员",)),
        ("保管员不在谁顶", ("化验员",)),
        ("出纳的AB角是谁", ()),
    ],
)
def test_posts_that_stand_in_for_each_other(tmp_path: Path, asked: str, roles: tuple[str, ...]) -> None:
    (tmp_path / "a.txt").write_text(_MUTUAL, encoding="utf-8")
    book = Handbook.load([tmp_path])
    answer, _ = book.ask(asked)
    assert answer.roles == roles
    duties = {
        role: [d.title.text for d in book.organization.role(role).duties] for role in ("保管员", "化验员")
    }
    assert duties == {"保管员": ["每周测温", "做好记录"], "化验员": ["扦样化验", "保管样品"]}
