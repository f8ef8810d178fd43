"""A store from the address that a person writes: a folder, or `postgresql://…`."""

import os
from pathlib import Path

from knowledge.errors import StoreError
from knowledge.store.embedded import EmbeddedStore
from knowledge.store.store import Store

_POSTGRES = ("postgresql://", "postgres://")


def default_folder() -> Path:
    """Where a store lies that nobody gave an address for."""
    data = os.environ.get("XDG_DATA_HOME") or os.path.expanduser("~/.local/share")
    return Path(data) / "rolebot" / "store"


def open_store(address: str = "", *, read_only: bool = False) -> Store:
    """The store of an address; empty: in the user's data folder. Opening one to read writes nothing. Raises
    StoreError."""
    if address.startswith(_POSTGRES):
        try:
            from knowledge.store.postgres.store import PostgresStore
        except ImportError as error:
            raise StoreError("要用 PostgreSQL,请先安装:pip install 'rolebot[postgres]'") from error
        return PostgresStore(address, read_only=read_only)
    folder = Path(address).expanduser() if address else default_folder()
    return EmbeddedStore(folder, read_only=read_only)
