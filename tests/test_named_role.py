"""The role that somebody means."""

import pytest

from bot.named_role import named_roles
from knowledge import Handbook


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("客户开发主管", ["客户开发主管"]),
        (" 客户开发 主管 ", ["客户开发主管"]),
        ("客开主管", ["客户开发主管"]),
        ("客护开发主管", ["客户开发主管"]),
        ("kehu kaifa zhuguan", ["客户开发主管"]),
        ("客戶開發主管", ["客户开发主管"]),
        ("主管", ["客户开发主管", "产品支持主管", "售后支持主管"]),
        ("火箭专家", []),
        ("高级客户开发主管", []),
        ("", []),
        ("，。", []),
        ("{role}", []),
        ("主管" * 400, []),
    ],
)
def test_names(handbook: Handbook, words: str, names: list[str]) -> None:
    assert list(named_roles(handbook, words)) == names
