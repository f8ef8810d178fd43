"""Names of roles typed with two characters changed round."""

import pytest

from knowledge import Handbook
from knowledge.questions.lexicon import Lexicon
from knowledge.questions.turned_names import turned_names


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon(Handbook.sample().organization)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("户客开发主管", "客户开发主管"),
        ("客开户发主管", "客户开发主管"),
        ("客户发开主管", "客户开发主管"),
        ("客户开主发管", "客户开发主管"),
        ("客户开发管主", "客户开发主管"),
        ("副经总理", "副总经理"),
    ],
)
def test_a_name_with_two_characters_changed_round(lexicon: Lexicon, typed: str, meant: str) -> None:
    for text, start in ((typed, 0), (f"请问{typed}归谁管", 2)):
        [found] = turned_names(text, lexicon)
        assert (found.start, found.end, found.text, found.names) == (
            start,
            start + len(typed),
            typed,
            (meant,),
        )


@pytest.mark.parametrize(
    "text",
    ["客户开发主管归谁管", "户客发开主管", "主户开发客管", "开户客发主管", "员专", "谁审批报销", "ab客"],
)
def test_what_is_no_such_name(lexicon: Lexicon, text: str) -> None:
    assert [*turned_names(text, lexicon)] == []
