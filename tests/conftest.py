"""What the tests share: the sample handbook, read once."""

from collections.abc import Iterator

import pytest

from bot.conversation import Conversations
from knowledge import Handbook


@pytest.fixture(scope="session", autouse=True)
def _no_words_of_ones_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Whoever runs the tests may have taught words to a bot of his own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        patch.delenv("ROLEBOT_CACHE", raising=False)
        patch.delenv("ROLEBOT_STORE", raising=False)
        yield


@pytest.fixture(scope="session")
def handbook() -> Handbook:
    """The sample handbook; nothing in it changes when it is asked."""
    return Handbook.sample()


@pytest.fixture
def conversations(handbook: Handbook) -> Conversations:
    """Conversations about the sample handbook in which nothing has been said."""
    return Conversations(handbook)
