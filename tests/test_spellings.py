from knowledge.characters import GrowingCharacters
from knowledge.spellings import Spellings


def test_finds_what_begins_at_a_place_longest_first() -> None:
    spellings = Spellings({"主管": 1, "主管会计": 2, "主": 3, "会计": 4})
    assert [*spellings.at("总账主管会计", 2)] == [(6, 2), (4, 1), (3, 3)]
    assert [*spellings.at("主", 0)] == [(1, 3)]
    assert [*spellings.at("主管", 2)] == []
    assert "会计" in spellings
    assert "出纳" not in spellings
    assert len(spellings) == 4


def test_finds_the_texts_that_have_all_characters_of_another() -> None:
    having = GrowingCharacters()
    for number, text in enumerate(("客户开发主管", "客户支持主管", "客服主管")):
        having.add(number, text)
    assert [*having.all_of("客主管")] == [0, 1, 2]
    assert [*having.all_of("客开主管")] == [0]
    assert [*having.all_of("客开专员")] == []
    assert [*having.all_of("")] == []


def test_where_spellings_may_begin_and_the_longest_of_a_place() -> None:
    spellings = Spellings(dict.fromkeys(("主管", "主管助理", "主", "客户经理"), True))
    text = "问主管助理和客户代表"
    assert spellings.starts(text) == [1, 6]
    assert spellings.longest(text, 1, len(text)) == 5
    assert spellings.longest(text, 1, 4) == 3
    assert spellings.longest(text, 1, 2) == 2
    assert spellings.longest(text, 6, len(text)) == 0
