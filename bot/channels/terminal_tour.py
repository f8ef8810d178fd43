"""The onboarding in the terminal: its pages as lines, its choices by number."""

import time
from collections.abc import Iterator

from bot.named_role import named_roles
from bot.onboarding.page import Page
from bot.onboarding.progress import Progress
from bot.onboarding.tour import Guide, which_role
from bot.replies import wording
from knowledge import Handbook

_Line = tuple[bool, str]  # whether it is only proof, and the text


class Tour:
    """The one person at the terminal on his way; what he has seen lasts as long as the program runs."""

    def __init__(self) -> None:
        self._progress: Progress | None = None
        self._roles: tuple[str, ...] = ()
        self._choices = 0

    @property
    def waits(self) -> bool:
        """Whether a number is a choice on the last page shown."""
        return self._choices > 0

    def pause(self) -> None:
        """Something else was said; numbers no longer mean the page."""
        self._choices = 0

    def open(self, handbook: Handbook, role: str, me: tuple[str, ...]) -> Iterator[_Line]:
        """The page where the person is, or the first one of another role; `role`: as it was typed, else the
        one that the person said to have (`me`)."""
        self._roles = ()
        names = named_roles(handbook, role) if role else me
        if not role and self._progress is not None:
            return self._show(Guide(handbook).page(self._progress))
        if len(names) == 1:
            return self._begin(handbook, names[0])
        described = tuple(role.name for role in handbook.organization.described())
        page = which_role(names or described, "" if names else role)
        self._roles = page.choices
        return self._show(page)

    def choose(self, handbook: Handbook, number: int) -> Iterator[_Line]:
        """What comes of a number on the last page."""
        if self._roles:
            if 1 <= number <= len(self._roles):
                return self._begin(handbook, self._roles[number - 1])
            return iter([(False, wording()["terminal"]["no_such_choice"].format(most=len(self._roles)))])
        if self._progress is None:
            return iter(())
        self._progress, page = Guide(handbook).choose(self._progress, number, time.time())
        return self._show(page)

    def _begin(self, handbook: Handbook, role: str) -> Iterator[_Line]:
        self._roles = ()
        if self._progress is not None and self._progress.role == role:
            return self._show(Guide(handbook).page(self._progress))
        self._progress, page = Guide(handbook).begin(role, time.time())
        return self._show(page)

    def _show(self, page: Page) -> Iterator[_Line]:
        self._choices = len(page.choices)
        words = wording()
        yield False, words["terminal"]["page"].format(title=page.title, bar=page.bar)
        for block in page.blocks:
            yield from ((False, line) for line in block.lines)
            yield from ((True, line) for line in block.proof)
        for number, text in enumerate(page.choices, 1):
            yield False, words["reply"]["option"].format(number=number, text=text)
        if page.choices:
            yield False, words["reply"]["choose"]
