"""Connections that are used again. None is made before somebody wants it, and none in the background:
whoever wants one while the database is away is told at once, and tries again as long as it likes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore
from typing import Any

import psycopg
from psycopg.pq import TransactionStatus

Connection = psycopg.Connection[Any]


class Connections:
    """At most so many at a time; who wants one more waits."""

    def __init__(self, connect: Callable[[], Connection], most: int) -> None:
        self._connect = connect
        self._places = BoundedSemaphore(most)
        self._idle: list[Connection] = []

    @contextmanager
    def one(self) -> Iterator[Connection]:
        """A connection for as long as this lasts. Raises psycopg.Error where none can be made."""
        with self._places:
            connection = self._taken() or self._connect()
            try:
                yield connection
            finally:
                if connection.info.transaction_status is TransactionStatus.IDLE:
                    self._idle.append(connection)
                else:
                    connection.close()

    def clear(self) -> None:
        """Close what is not in use: after a restart of the database it is worth nothing."""
        while connection := self._taken():
            connection.close()

    def _taken(self) -> Connection | None:
        try:
            return self._idle.pop()
        except IndexError:  # another thread may have taken the last one
            return None
