"""Hears what other instances changed, by PostgreSQL's LISTEN."""

from collections.abc import Callable
from threading import Event, Thread
from typing import Any

import psycopg
from psycopg import sql

from knowledge.store.store import Told

_TURN = 0.5  # seconds between two looks at whether to stop
_AGAIN = 1.0  # seconds until the next try to connect


class Listener:
    """A thread that tells of changes until it is stopped."""

    def __init__(self, connect: Callable[[], "psycopg.Connection[Any]"], channel: str, told: Told) -> None:
        """Raises psycopg.Error where there is no connection at first; one that is lost later is made anew."""
        self._connect = connect
        self._channel = channel
        self._told = told
        self._over = Event()
        self._thread = Thread(target=self._run, args=(self._listening(),), name="listener", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Hear nothing more."""
        self._over.set()
        self._thread.join()

    def _listening(self) -> "psycopg.Connection[Any]":
        connection = self._connect()
        connection.execute(sql.SQL("LISTEN {}").format(sql.Identifier(self._channel)))
        return connection

    def _run(self, connection: "psycopg.Connection[Any] | None") -> None:
        while not self._over.is_set():
            try:
                if connection is None:
                    connection = self._listening()
                    self._told(_every(connection))  # whatever changed while nobody listened
                self._hear(connection)
            except psycopg.Error:
                if connection is not None:
                    connection.close()
                connection = None
                self._over.wait(_AGAIN)
        if connection is not None:
            connection.close()

    def _hear(self, connection: "psycopg.Connection[Any]") -> None:
        for notice in connection.notifies(timeout=_TURN):
            self._told(frozenset(notice.payload.split(",")))
            if self._over.is_set():
                return


def _every(connection: "psycopg.Connection[Any]") -> frozenset[str]:
    """The kinds of records that there are."""
    return frozenset(kind for (kind,) in connection.execute("SELECT DISTINCT kind FROM records"))
