"""What every update is answered with: the settings, the handbook, the conversations, and the bot's own
name."""

import time
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import cast

from bot.channels.telegram.metrics import Metrics
from bot.channels.telegram.rates import Rates
from bot.channels.telegram.settings import Settings
from bot.channels.telegram.shelf import Shelf
from bot.conversation import Conversations
from knowledge import Handbook
from knowledge.organization import Organization
from knowledge.store.store import Store


@cache
def wording() -> dict[str, dict[str, str]]:
    """The wording table of this channel."""
    return tomllib.loads(files("bot.channels.telegram").joinpath("wording.toml").read_text("utf-8"))


@dataclass(slots=True)
class House:
    """`clock`: seconds since 1970; `bot_id`, `username`: what Telegram calls the bot."""

    settings: Settings
    store: Store
    shelf: Shelf
    metrics: Metrics
    bot_id: int
    username: str
    clock: Callable[[], float] = time.time
    words: dict[str, str] = field(default_factory=lambda: wording()["say"])
    conversations: Conversations = field(init=False)
    rates: Rates = field(init=False)

    def __post_init__(self) -> None:
        # the shelf asks the handbook that is current, and remembers its answers
        self.conversations = Conversations(cast(Handbook, self.shelf), self.store, self.clock)
        self.rates = Rates(self.settings.questions, 60.0)

    @property
    def organization(self) -> Organization:
        """What the documents say."""
        return self.shelf.handbook.organization
