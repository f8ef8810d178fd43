"""For HR: who has finished."""

from bot.onboarding.progress import Progress
from bot.onboarding.roster import roster_lines
from bot.onboarding.steps import step_keys

_ALL = step_keys()[:-1]


def test_those_who_have_finished_come_first() -> None:
    people = [
        ("小李", Progress("出纳", "duties", ("team",), started=20.0)),
        ("小王", Progress("会计", "quiz", _ALL[:5], started=10.0)),
        ("小张", Progress("会计", "summary", _ALL, (("duty", True), ("right", False)), 5.0, 90.0)),
        ("<小赵>", Progress("出纳", "summary", _ALL, (), 5.0, 80.0)),
    ]
    assert roster_lines(people) == [
        "入职导览：共4人，看完2人",
        "<小赵>（出纳）：已看完，没有做小测验",
        "小张（会计）：已看完，小测验答对1/2",
        "小王（会计）：看了5/6步，停在“小测验”",
        "小李（出纳）：看了1/6步，停在“我负责什么”",
    ]


def test_nobody_yet() -> None:
    assert len(roster_lines([])) == 1
