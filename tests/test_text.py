"""Spellings made equal: width, script, case, blanks; numbers; scrape damage."""

import pytest

from knowledge.text import bare, bigrams, fold, is_chinese, is_word, parse_number, traditional, undamaged


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("直接上级：总经理", "直接上级:总经理"),
        ("（含）【01】“甲”", '(含)[01]"甲"'),
        ("ＡＢＣ１２３", "abc123"),
        ("QA 主管", "qa 主管"),
        ("誰審批費用報銷？", "谁审批费用报销?"),
        ("後端技術負責人", "后端技术负责人"),
        ("甲　乙\t丙 丁", "甲 乙 丙 丁"),
        ("5—10", "5-10"),
        ("", ""),
        ("plain", "plain"),
        ("朱镕基啰嗦", "朱镕基啰嗦"),
        ("喆祎審批", "喆祎审批"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    "text",
    ["ﬁnal ㎡ ½", "İstanbul", "①②③", "㍿", "乾隆皇帝乾燥", "髮廊發展", "裡面", "𠮷野家", "\f a\u200bb"],
)
def test_fold_moves_no_character(text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("岗 位 说 明 书", "岗位说明书"),
        ("后端 Tech Lead", "后端techlead"),
        ("部门/分支机构", "部门分支机构"),
        ("QA　主管", "qa主管"),
        ("職責：", "职责"),
    ],
)
def test_bare_makes_equal(one: str, other: str) -> None:
    assert bare(one) == bare(other)


@pytest.mark.parametrize(
    ("one", "other"), [("总经理", "副总经理"), ("收款", "回款"), ("主管", "高级主管"), ("一级", "二级")]
)
def test_bare_keeps_apart(one: str, other: str) -> None:
    assert bare(one) != bare(other)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3", 3),
        ("12", 12),
        ("三", 3),
        ("两", 2),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("三十五", 35),
        ("九十九", 99),
        ("", None),
        ("甲", None),
        ("二三", None),
        ("3.5", None),
        ("第三", None),
    ],
)
def test_parse_number(text: str, number: int | None) -> None:
    assert parse_number(text) == number


@pytest.mark.parametrize(("text", "pairs"), [("客户部", ["客户", "户部"]), ("客", ["客"]), ("", [])])
def test_bigrams(text: str, pairs: list[str]) -> None:
    assert bigrams(text) == pairs


@pytest.mark.parametrize(
    ("damaged", "repaired"),
    [
        ("与时汇报", "及时汇报"),
        ("收入以与费用", "收入以及费用"),
        ("在权限围", "在权限范围"),
        ("业务规的制定权", "业务规范的制定权"),
        ("本部门部协作关系", "本部门内部协作关系"),
    ],
)
def test_scrape_damage_is_repaired(damaged: str, repaired: str) -> None:
    assert undamaged(damaged) == repaired


@pytest.mark.parametrize(
    ("simplified", "written"),
    [("审核后端的台账", "審核後端的臺賬"), ("部门经理", "部門經理"), ("QA", "QA"), ("", "")],
)
def test_traditional(simplified: str, written: str) -> None:
    assert traditional(simplified) == written
    assert fold(written) == fold(simplified)


@pytest.mark.parametrize(
    "text", ["周围环境", "范围", "包围", "突围", "业务规模", "人事部", "与客户联系", "围绕目标", "公司部门"]
)
def test_sound_words_are_not_repaired(text: str) -> None:
    assert undamaged(text) == text


@pytest.mark.parametrize(
    ("character", "chinese", "word"),
    [("部", True, True), ("a", False, True), ("3", False, True), ("、", False, False), (" ", False, False)],
)
def test_kinds_of_characters(character: str, chinese: bool, word: bool) -> None:
    assert (is_chinese(character), is_word(character)) == (chinese, word)
