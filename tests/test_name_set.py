"""Names found in a text."""

import pytest

from knowledge.roles.name_set import NameSet

_NAMES = NameSet(["主任", "副主任", "副主任医师", "hrbp", ""])


@pytest.mark.parametrize(
    ("text", "at", "name"),
    [
        ("副主任医师查房", 0, "副主任医师"),
        ("副主任查房", 0, "副主任"),
        ("副主任查房", 1, "主任"),
        ("副主", 0, ""),
        ("报主任", 0, ""),
        ("", 0, ""),
    ],
)
def test_the_longest_name_stands_at_a_place(text: str, at: int, name: str) -> None:
    assert _NAMES.beginning(text, at) == name


@pytest.mark.parametrize(
    ("text", "least", "name"),
    [("报副主任", 1, "副主任"), ("报副主任", 4, ""), ("报副主任批", 1, ""), ("", 1, "")],
)
def test_the_longest_name_ends_a_text(text: str, least: int, name: str) -> None:
    assert _NAMES.ending(text, least) == name


def test_names_within_a_text_come_longest_first_and_once() -> None:
    assert _NAMES.within("副主任请假时由主任顶岗,hrbp备案") == ("hrbp", "副主任", "主任")
    assert _NAMES.within("无") == ()
    assert "" not in _NAMES
