"""Which short forms stand for which names."""

import pytest

from knowledge.abbreviation import abbreviates, is_initials, word_starts
from knowledge.name_index import cut_name
from knowledge.roles.grades import head_of
from knowledge.text import bare, fold


def _abbreviates(short: str, name: str) -> bool:
    return abbreviates(bare(short), *word_starts(fold(name), cut_name))


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("客开主管", "客户开发主管"),
        ("客户主管", "客户开发主管"),
        ("开发主管", "客户开发主管"),
        ("产品主管", "产品支持主管"),
        ("售后主管", "售后支持主管"),
        ("护长", "护士长"),
        ("病区护长", "病区护士长"),
        ("前端TL", "前端 Tech Lead"),
        ("后端TL", "后端 Tech Lead"),
        ("人资经理", "人力资源经理"),
        ("收费主管", "门诊收费主管"),
        ("采购专员", "物资采购专员"),
        ("主管", "客户开发主管"),
        ("财务经理", "第二分公司财务经理"),
        ("项负", "项目负责人"),
    ],
)
def test_short_forms(short: str, name: str) -> None:
    assert _abbreviates(short, name)


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("高级主管", "主管"),
        ("高级主管", "客户开发主管"),
        ("客户开发主管", "客户开发主管"),
        ("客户开发专员", "客户开发主管"),
        ("户发主管", "客户开发主管"),
        ("开客主管", "客户开发主管"),
        ("售前主管", "售后支持主管"),
        ("客开", "客户开发主管"),
        ("管", "客户开发主管"),
        ("经理助理", "经理"),
        ("", "主管"),
        ("客户开发主管助理", "客户开发主管"),
    ],
)
def test_no_short_forms(short: str, name: str) -> None:
    assert not _abbreviates(short, name)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("客户开发主管", ["客户", "开发", "主管"]),
        ("副总经理", ["副", "总经理"]),
        ("物资采购专员", ["物资", "采购", "专员"]),
        ("仓管员", ["仓管员"]),
        ("理货员", ["理货", "员"]),
        ("后勤保障部主管", ["后勤", "保障", "部", "主管"]),
    ],
)
def test_words_of_a_name(name: str, words: list[str]) -> None:
    assert cut_name(name) == words


@pytest.mark.parametrize(
    ("name", "head"),
    [("客户开发主管", "主管"), ("副总经理", "总经理"), ("合规总监", "总监"), ("主管客户", ""), ("", "")],
)
def test_last_word_of_a_name(name: str, head: str) -> None:
    assert head_of(name) == head


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("QA 主管", "qa主管", True),
        ("後端負責人", "后端负责人", True),
        ("客服主管", "客服经理", False),
        ("经理", "副经理", False),
    ],
)
def test_same_name(one: str, other: str, same: bool) -> None:
    assert (bare(one) == bare(other)) is same


@pytest.mark.parametrize(
    ("short", "name", "fits"),
    [
        ("责编", "责任编辑", True),
        ("美编", "美术编辑", True),
        ("责辑", "责任编辑", False),
        ("编", "编辑", False),
    ],
)
def test_initials(short: str, name: str, fits: bool) -> None:
    assert is_initials(short, *word_starts(fold(name), cut_name)[:2]) is fits
