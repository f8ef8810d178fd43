"""One running bot for the tests that only talk to it; each of them is another person."""

from collections.abc import Iterator
from itertools import count

import pytest

from tests.store.conftest import database, server
from tests.telegram.world import World, world

__all__ = ["database", "server"]

_people = count(1_000)


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with world(tmp_path_factory.mktemp("town")) as made:
        made.start()
        yield made


@pytest.fixture
def person() -> int:
    """Somebody whom the bot has not met."""
    return next(_people)
