"""What the tests share: the sample handbook, read once."""

import pytest

from bot.conversation import Conversations
from knowledge import Handbook


@pytest.fixture(scope="session")
def handbook() -> Handbook:
    """The sample handbook; nothing in it changes when it is asked."""
    return Handbook.sample()


@pytest.fixture
def conversations(handbook: Handbook) -> Conversations:
    """Conversations about the sample handbook in which nothing has been said."""
    return Conversations(handbook)
