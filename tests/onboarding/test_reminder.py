"""The daily reminder: when it is due, what it says, and that a store can keep it."""

from datetime import datetime, timedelta, timezone

import pytest

from bot.onboarding.progress import Progress
from bot.onboarding.reminder import Reminder, reminder_lines
from bot.onboarding.tour import Guide
from knowledge import Handbook

_ZONE = timezone(timedelta(hours=8))
_BEGUN = datetime(2026, 11, 25, 15, 0, tzinfo=_ZONE).timestamp()
GOING = Progress("客户开发专员", "duties", ("team",), started=_BEGUN)
DONE = Progress("客户开发专员", "summary", ("team",), started=_BEGUN, finished=_BEGUN + 9)


@pytest.mark.parametrize(
    ("reminder", "progress", "day", "hour", "due"),
    [
        (Reminder(9), GOING, 27, 9, True),
        (Reminder(9), GOING, 27, 23, True),
        (Reminder(9), GOING, 27, 8, False),
        (Reminder(9, "2026-11-27"), GOING, 27, 10, False),
        (Reminder(9, "2026-11-26"), GOING, 27, 10, True),
        (Reminder(16), GOING, 25, 17, False),
        (Reminder(None), GOING, 27, 10, False),
        (Reminder(9), DONE, 27, 10, False),
        (Reminder(0), GOING, 26, 0, True),
    ],
)
def test_when_it_is_due(reminder: Reminder, progress: Progress, day: int, hour: int, due: bool) -> None:
    assert reminder.is_due(progress, datetime(2026, 11, day, hour, 5, tzinfo=_ZONE)) is due


def test_once_a_day() -> None:
    now = datetime(2026, 11, 27, 9, 0, tzinfo=_ZONE)
    told = Reminder(9).sent(now)
    assert not told.is_due(GOING, now + timedelta(hours=3))
    assert told.is_due(GOING, now + timedelta(days=1))


@pytest.mark.parametrize("reminder", [Reminder(), Reminder(9), Reminder(0, "2026-11-27")])
def test_settings_keep_it(reminder: Reminder) -> None:
    assert Reminder.of({"language": "zh", **reminder.settings()}) == reminder


@pytest.mark.parametrize("written", ["", "25", "-1", "九", "9点", "²"])
def test_what_is_no_hour_is_none(written: str) -> None:
    assert Reminder.of({"reminder": written}).hour is None


def test_what_it_says(handbook: Handbook) -> None:
    lines = reminder_lines(Guide(handbook).page(GOING), GOING)
    assert "还差5步" in lines[0]
    assert "■□□□□□ 1/6" in lines[0]
    assert "我负责什么" in lines[0]
