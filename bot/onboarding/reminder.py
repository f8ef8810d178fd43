"""A daily reminder, for those who want one: when it is due, and what it says. The channel has the clock."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot.onboarding.page import Page
from bot.onboarding.progress import Progress
from bot.onboarding.steps import step_keys, step_title
from bot.onboarding.words import words

_HOUR, _TOLD = "reminder", "reminded"  # the keys among a person's settings


@dataclass(frozen=True, slots=True)
class Reminder:
    """`hour`: of the person's day, 0 to 23, None: none wanted; `told`: the day of the last one, as
    2026-11-27."""

    hour: int | None = None
    told: str = ""

    @classmethod
    def of(cls, settings: Mapping[str, str]) -> "Reminder":
        """What a person's settings say; anything that is no hour counts as none."""
        written = settings.get(_HOUR, "")
        hour = int(written) if written.isascii() and written.isdecimal() and int(written) < 24 else None
        return cls(hour, settings.get(_TOLD, ""))

    def settings(self) -> dict[str, str]:
        """The reminder as a person's settings; an hour of None is written as an empty text."""
        return {_HOUR: "" if self.hour is None else str(self.hour), _TOLD: self.told}

    def is_due(self, progress: Progress, now: datetime) -> bool:
        """Whether to remind now, in the person's own time: wanted, not finished, not told today, and not on
        the day of the beginning."""
        today = now.date().isoformat()
        begun = datetime.fromtimestamp(progress.started, now.tzinfo).date().isoformat()
        wanted = self.hour is not None and now.hour >= self.hour
        return wanted and not progress.finished and today not in (self.told, begun)

    def sent(self, now: datetime) -> "Reminder":
        """The reminder after it was told."""
        return replace(self, told=now.date().isoformat())


def reminder_lines(page: Page, progress: Progress) -> tuple[str, ...]:
    """What the reminder says; `page`: where the person is."""
    step = progress.at if progress.at in step_keys() else step_keys()[0]
    left = page.of - page.done
    told = words()["reminder"].format(role=progress.role, left=left, bar=page.bar, step=step_title(step))
    return told, words()["reminder_begun"]
