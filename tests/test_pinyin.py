"""Pinyin as it is typed, and characters that are mistaken for each other."""

import pytest

from knowledge.dictionary import common_characters
from knowledge.pinyin import homophones, spelled


@pytest.mark.parametrize(
    ("text", "syllables"),
    [
        ("谁审批费用报销", "shui shen pi fei yong bao xiao"),
        ("科长的长期计划", "ke zhang de chang qi ji hua"),  # a character is read as its word is
        ("银行和执行", "yin hang he zhi xing"),
        ("战略", "zhan lve"),
        ("DevOps 工程师3人", "DevOps gong cheng shi 3 ren"),
        ("", ""),
    ],
)
def test_spelled(text: str, syllables: str) -> None:
    assert " ".join(syllable for syllable, _ in spelled(text)) == syllables


def test_homophones_have_the_very_same_sound() -> None:
    assert homophones("户", ("护", "湖", "无", "户")) == ("护", "湖")
    assert homophones("户", ()) == ()


def test_common_characters_are_those_in_daily_use() -> None:
    common = common_characters()
    assert {"的", "人", "户", "报"} <= set(common)
    assert "柩" not in common
    assert len(set(common)) == len(common) > 2000
