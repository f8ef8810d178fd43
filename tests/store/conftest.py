"""Every test that asks for `store` runs on each store."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from knowledge.store.address import open_store
from knowledge.store.memory import MemoryStore
from knowledge.store.store import Store

if TYPE_CHECKING:
    from tests.store.server import Server

KEPT = ["embedded", "postgres"]


@pytest.fixture(scope="session")
def server() -> Iterator["Server"]:
    """A running PostgreSQL."""
    pytest.importorskip("psycopg", reason="psycopg is not installed (pip install 'rolebot[postgres]')")
    from tests.store.server import Server, programs

    found = programs()
    if found is None:
        pytest.skip("PostgreSQL is not installed (apt-get install postgresql)")
    running = Server(found)
    try:
        running.start()
        yield running
    finally:
        running.remove()


@pytest.fixture
def database(server: "Server") -> str:
    """The address of an empty database with its tables."""
    open_store(server.address()).close()
    server.execute("TRUNCATE records, files")
    address: str = server.address()
    return address


@pytest.fixture(params=["memory", *KEPT])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    if request.param == "memory":
        made: Store = MemoryStore()
    elif request.param == "postgres":
        made = open_store(request.getfixturevalue("database"))
    else:
        made = open_store(str(tmp_path / "store"))
    with made:
        yield made


@pytest.fixture(params=KEPT)
def reopen(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Store]:
    """Opens one and the same store again, which must be closed before."""
    postgres = request.param == "postgres"
    where: str = request.getfixturevalue("database") if postgres else str(tmp_path / "store")
    return lambda: open_store(where)
