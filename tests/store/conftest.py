"""Every test that asks for `store` runs on each store."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from knowledge.store.embedded import EmbeddedStore
from knowledge.store.memory import MemoryStore
from knowledge.store.store import Store


@pytest.fixture(params=["memory", "embedded"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    with MemoryStore() if request.param == "memory" else EmbeddedStore(tmp_path / "store") as made:
        yield made


@pytest.fixture(params=["embedded"])
def reopen(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Store]:
    """Opens one and the same store again, which must be closed before."""
    return lambda: EmbeddedStore(tmp_path / "store")
