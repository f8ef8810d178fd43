"""The tables in the database, and how a database gets them. Alembic keeps which migrations (`versions/`)
were made."""

from collections.abc import Callable
from importlib.resources import as_file, files
from threading import Lock
from typing import Any

import psycopg

HEAD = "0001"  # the newest migration
_upgrading = Lock()  # Alembic knows one migration at a time in a process
_LOCK = 7_268_420_115  # so that one instance migrates at a time; any number


def version_of(connection: "psycopg.Connection[Any]") -> str | None:
    """The newest migration that was made; None in a database without tables."""
    if connection.execute("SELECT to_regclass('alembic_version')").fetchone() == (None,):
        return None
    found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(found[0]) if found else None


def upgrade(connect: Callable[[], "psycopg.Connection[Any]"]) -> None:
    """Make the migrations that were not made yet."""
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import create_engine, text
    from sqlalchemy.pool import NullPool

    with _upgrading:
        engine = create_engine("postgresql+psycopg://", creator=connect, poolclass=NullPool)
        with as_file(files(__package__)) as folder, engine.begin() as connection:
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            config = Config()
            config.set_main_option("script_location", str(folder).replace("%", "%%"))
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
