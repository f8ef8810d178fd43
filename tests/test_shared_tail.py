"""Posts that share their last word in a question."""

import pytest

from knowledge import Handbook
from knowledge.questions.shared_tail import with_whole_names


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("客户开发和产品支持主管的上级是谁", "客户开发主管、产品支持主管的上级是谁"),
        ("客户开发跟产品支持两个主管有什么区别", "客户开发主管、产品支持主管有什么区别"),
        ("客户开发、售后支持这两个专员谁管", "客户开发专员、售后支持专员谁管"),
        ("客户开发、产品支持以及售后支持主管各几个人", "客户开发主管、产品支持主管、售后支持主管各几个人"),
        ("我想问客户开发和产品支持三个主管", "我想问客户开发主管、产品支持主管"),
        ("客户开发和产品支持的主管", "客户开发主管、产品支持主管"),
        ("客户开发和火箭支持主管", "客户开发和火箭支持主管"),  # no such post
        ("客户开发和产品支持归谁管", "客户开发和产品支持归谁管"),  # no last word
        ("总经理和客户开发主管谁大", "总经理和客户开发主管谁大"),  # a whole name
        ("客户开发主管和产品支持主管谁大", "客户开发主管和产品支持主管谁大"),
        ("费用和客户开发主管有关吗", "费用和客户开发主管有关吗"),
    ],
)
def test_names_in_full(handbook: Handbook, asked: str, meant: str) -> None:
    assert with_whole_names(asked, handbook.read(asked).lexicon) == meant


@pytest.mark.parametrize(
    ("asked", "roles"),
    [
        ("客户开发和产品支持主管的上级是谁", ("集团客户部经理",)),
        ("客户开发、售后支持这两个专员的上级分别是谁", ("客户开发主管", "售后支持主管")),
    ],
)
def test_what_is_asked_of_each(handbook: Handbook, asked: str, roles: tuple[str, ...]) -> None:
    assert handbook.ask(asked)[0].roles == roles
