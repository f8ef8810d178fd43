"""The store in PostgreSQL. A change is a transaction; the keys that it reads are held by advisory locks
until it ends, so that two instances never change one record at once. Counts are written every second."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from threading import Event, Lock
from typing import Any, LiteralString
from uuid import uuid4

import psycopg
from psycopg import errors

from knowledge.errors import StoreError
from knowledge.store.draft import Draft
from knowledge.store.postgres.connections import Connection, Connections
from knowledge.store.postgres.listener import Listener
from knowledge.store.postgres.rows import Rows, lock_number
from knowledge.store.postgres.schema import HEAD, upgrade, version_of
from knowledge.store.postgres.tallies import Place, Tallies
from knowledge.store.record import Row, Tally, Value
from knowledge.store.store import Store, T, Told

_MOST_CONNECTIONS = 8
_MOST_TRIES = 12  # with the waits between them, half a minute
_FEW_TRIES = 2  # of what will be tried again anyway
_LONGEST_WAIT = 6.0  # seconds
_LOOK = "请检查 ROLEBOT_STORE 的地址、用户和密码,以及数据库是否在运行。"


class PostgresStore(Store):
    """A database, or a schema of one (`?options=-csearch_path%3Dname`), for any number of instances."""

    shared = True

    def __init__(self, address: str, *, read_only: bool = False) -> None:
        """Only a store opened to write gets its tables. Raises StoreError where the database cannot be
        reached, or was made by a newer program."""
        super().__init__()
        self._address = address
        self._listener: Listener | None = None
        self._starting = Lock()
        self._schema = ""
        self._ready = self._prepare(read_only)
        self._settled: deque[str] = deque()  # marks that nobody will ask for any more
        self._rows = Rows(self._schema)
        self._connections = Connections(self._connect, _MOST_CONNECTIONS)
        self._tallies = Tallies(self._write_tallies)

    def _prepare(self, read_only: bool) -> bool:
        """Whether the tables are there; makes them where they may be made."""
        try:
            with self._connect() as connection:
                self._schema = _one(connection, "SELECT current_schema()")
                version = version_of(connection)
        except psycopg.Error as error:
            raise StoreError(f"连不上数据库({_reason(error)})。{_LOOK}") from error
        if version is not None and version > HEAD:
            raise StoreError("数据库是更新的版本建立的,这个版本的程序用不了。请先升级程序。")
        if version != HEAD and not read_only:
            try:
                upgrade(self._connect)
            except Exception as error:
                raise StoreError(
                    f"数据库的表没有建成({_reason(error)})。请检查这个用户有没有建表的权限。"
                ) from error
            version = HEAD
        return version == HEAD

    def _connect(self) -> Connection:
        return psycopg.connect(self._address, autocommit=True, connect_timeout=10)

    @contextmanager
    def _connection(self) -> Iterator[Connection]:
        """A connection. Raises psycopg.Error where there is none, StoreError where the database refuses."""
        try:
            with self._connections.one() as connection:
                yield connection
        except (errors.InsufficientPrivilege, errors.DiskFull, errors.ReadOnlySqlTransaction) as error:
            raise StoreError(
                f"数据库不让写({_reason(error)})。请检查权限和磁盘空间,原有内容没有丢。"
            ) from error

    def change(self, work: Callable[[Draft], T], *, lasting: bool = True) -> T:
        """Make a change, whole or not at all. Where the database goes away meanwhile, it is made when it is
        back."""
        attempt = self._attempt(work, lasting)
        if attempt.tallies and self._tallies.add(attempt.tallies):
            with suppress(StoreError):  # they wait on
                self._tallies.write()
        return attempt.result  # type: ignore[no-any-return]

    def _write_tallies(self, tallies: list[Tally]) -> None:
        """Write down what was counted, in one change."""
        self._attempt(lambda draft: draft.tallies.extend(tallies), False, _FEW_TRIES, tallying=True)

    def _attempt(
        self,
        work: Callable[[Draft], Any],
        lasting: bool,
        most: int = _MOST_TRIES,
        *,
        tallying: bool = False,
    ) -> "_Attempt":
        """Make a change in at most so many tries. `tallying`: with what it counts."""
        caught_up = tallying
        for number in range(most):
            attempt = _Attempt(tallying, caught_up)
            try:
                with self._connection() as connection, ExitStack() as transaction:
                    self._make(connection, transaction, work, lasting, attempt)
                self._settled.extend([attempt.mark] if attempt.marked else [])
                return attempt
            except _BehindError:
                self._catch_up()
                caught_up = True
                continue
            except (errors.SerializationFailure, errors.DeadlockDetected):
                self._settled.extend(attempt.forgets)
                continue
            except (psycopg.OperationalError, psycopg.InterfaceError) as error:
                self._settled.extend(attempt.forgets)
                if attempt.marked and self._committed(attempt.mark):
                    return attempt
                if number == most - 1:
                    raise StoreError(f"数据库出错,没有改动({_reason(error)})。请稍后再试。") from error
                self._wait(number)
        raise StoreError("数据库太忙,没有改动。请稍后再试。")

    def _make(
        self,
        connection: Connection,
        transaction: ExitStack,
        work: Callable[[Draft], Any],
        lasting: bool,
        attempt: "_Attempt",
    ) -> None:
        def begin(table: str = "") -> None:
            if table and not attempt.caught_up and self._tallies.wait(table):
                raise _BehindError
            if not attempt.begun:
                attempt.begun = True
                transaction.enter_context(connection.transaction())

        held: dict[Place, Value | None] = {}
        draft = self._draft(connection, begin, held)
        attempt.result = work(draft)
        if attempt.tallying:
            begin()
            held |= self._rows.hold_all(connection, draft.tallies)
            draft.settle()
        attempt.tallies = draft.tallies
        if not (draft.changes or draft.files or draft.kept_files is not None):
            return
        if not lasting and not attempt.begun and self._rows.put_soon(connection, draft):
            return
        begin()
        with connection.pipeline():
            if not lasting:
                connection.execute("SET LOCAL synchronous_commit TO off")
            self._rows.write(connection, draft, many=attempt.tallying)
            self._mark(connection, attempt)

    def _draft(
        self, connection: Connection, begin: Callable[[str], None], held: dict[Place, Value | None]
    ) -> Draft:
        """A draft that begins its transaction, and catches up, when it first reads."""

        def hold(table: str, key: str) -> Value | None:
            begin(table)
            place = table, key
            return held[place] if place in held else self._rows.hold(connection, table, key)

        def scan(table: str) -> list[Row]:
            begin(table)
            return self._rows.scan(connection, table)

        def files(digests: Iterable[str]) -> dict[str, bytes]:
            begin("")
            return self._rows.files(connection, digests)

        return Draft(hold, scan, files)

    def _catch_up(self, table: str | None = None) -> None:
        """Write down what was counted before a table is read, or any; else it would not be seen."""
        if self._tallies.wait(table):
            with suppress(StoreError):  # then without it
                self._tallies.write()

    def _wait(self, number: int) -> None:
        """Wait before the next try; what connections there were may be broken."""
        self._connections.clear()
        Event().wait(min(0.05 * 2**number, _LONGEST_WAIT))

    def _mark(self, connection: Connection, attempt: "_Attempt") -> None:
        """Leave a mark with the change, so that it can be told whether it was committed. (The transaction's
        own number does not tell: one that a crash undid is given out again.)"""
        attempt.marked = True
        with suppress(IndexError):  # other threads take from it at the same time
            while True:
                attempt.forgets.append(self._settled.popleft())
        connection.execute("SELECT pg_advisory_xact_lock(%s)", [lock_number(attempt.mark)])
        connection.execute("INSERT INTO marks VALUES (%s)", [attempt.mark])
        connection.execute(_FORGET, [attempt.forgets])

    def _committed(self, mark: str) -> bool:
        """Whether a change was committed of which the database did not say so any more."""
        for number in range(_MOST_TRIES):
            with suppress(psycopg.OperationalError, psycopg.InterfaceError), self._connection() as connection:
                with connection.transaction():  # the lock waits for a commit that is still under way
                    connection.execute("SELECT pg_advisory_xact_lock(%s)", [lock_number(mark)])
                return connection.execute("SELECT FROM marks WHERE mark = %s", [mark]).fetchone() is not None
            self._wait(number)
        raise StoreError("数据库没有说明最后一次改动是否成功。请检查数据库。")

    def _look(self, look: Callable[[Connection], T], nothing: T) -> T:
        """What a look into the database finds; `nothing` where it has no tables yet."""
        if not self._ready:
            return nothing
        for number in range(_MOST_TRIES):
            try:
                with self._connection() as connection:
                    return look(connection)
            except (psycopg.OperationalError, psycopg.InterfaceError) as error:
                if number == _MOST_TRIES - 1:
                    raise StoreError(f"数据库读不出来({_reason(error)})。请稍后再试。") from error
                self._wait(number)
        return nothing

    def read(self, table: str, key: str) -> Value | None:
        """The row of a table and key."""
        self._catch_up(table)
        return self._look(lambda connection: self._rows.read(connection, table, key), None)

    def scan(self, table: str) -> list[Row]:
        """The rows of a table, the one put longest ago first."""
        self._catch_up(table)
        return self._look(lambda connection: self._rows.scan(connection, table), [])

    def tables(self) -> list[str]:
        """The tables that hold something."""

        def look(connection: Connection) -> list[str]:
            return [kind for (kind,) in connection.execute("SELECT DISTINCT kind FROM records ORDER BY kind")]

        self._catch_up()
        return self._look(look, [])

    def files(self, digests: Iterable[str]) -> dict[str, bytes]:
        """The files of some digests."""
        wanted = list(digests)
        return self._look(lambda connection: self._rows.files(connection, wanted), {}) if wanted else {}

    def digests(self) -> frozenset[str]:
        """The digests of every file."""

        def look(connection: Connection) -> frozenset[str]:
            return frozenset(digest for (digest,) in connection.execute("SELECT digest FROM files"))

        return self._look(look, frozenset())

    @contextmanager
    def watching(self, told: Told) -> Iterator[None]:
        """While this lasts, `told` hears, in a thread of its own, of what any instance changes."""
        with self._starting:
            if self._listener is None:
                try:
                    self._listener = Listener(self._connect, self._rows.channel, self._tell)
                except psycopg.Error as error:
                    raise StoreError(f"连不上数据库({_reason(error)})。{_LOOK}") from error
        with super().watching(told):
            yield

    def close(self) -> None:
        """Let go of the database; what was counted is written down, where the database is there."""
        self._tallies.stop()
        self._catch_up()
        if self._listener is not None:
            self._listener.stop()
            self._listener = None
        if self._settled:
            with suppress(StoreError, psycopg.Error), self._connection() as connection:
                connection.execute(_FORGET, [list(self._settled)])
        self._connections.clear()


class _Attempt:
    """How far a change came: what `work` returned, and the mark that is in the database if it was
    committed."""

    def __init__(self, tallying: bool, caught_up: bool) -> None:
        self.tallying = tallying  # writes what it counts
        self.caught_up = caught_up  # what was counted before it is written, or need not be
        self.begun = False  # in a transaction
        self.tallies: list[Tally] = []
        self.result: Any = None
        self.mark = uuid4().hex
        self.marked = False
        self.forgets: list[str] = []  # earlier marks that it takes away


class _BehindError(BaseException):
    """What a change wants to read was counted but not written yet: it is made again. Nothing that a change
    does about its own errors may catch this."""


_FORGET = "DELETE FROM marks WHERE mark = ANY(%s)"


def _one(connection: Connection, statement: LiteralString) -> Any:
    """The one value that a statement finds."""
    found = connection.execute(statement).fetchone()
    return found[0] if found else None


def _reason(error: Exception) -> str:
    """The first line of what the database says, which names no password."""
    return str(error).strip().split("\n")[0][:200]
