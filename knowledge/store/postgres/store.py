"""The store in PostgreSQL. A change is a transaction; the keys that it reads are held by advisory locks
until it ends, so that two instances never change one record at once."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from threading import Event, Lock
from typing import Any, LiteralString

import psycopg
from psycopg import errors
from psycopg.types.json import Jsonb
from psycopg_pool import ConnectionPool, PoolTimeout

from knowledge.errors import StoreError
from knowledge.store.draft import Draft
from knowledge.store.postgres.listener import Listener
from knowledge.store.postgres.schema import HEAD, upgrade, version_of
from knowledge.store.record import Row, Value
from knowledge.store.store import Store, T, Told

_MOST_CONNECTIONS = 8
_PATIENCE = 30.0  # seconds to wait for a database that is being restarted
_MOST_TRIES = 8
_LOOK = "请检查 ROLEBOT_STORE 的地址、用户和密码,以及数据库是否在运行。"
_SWEEPS = 50  # how often a full table is swept while it fills once

_Connection = psycopg.Connection[Any]


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
        self._ready = self._prepare(read_only)
        self._put = Counter[str]()  # rows put into each table by this process
        self._pool: ConnectionPool[_Connection] = ConnectionPool(
            address,
            min_size=1,
            max_size=_MOST_CONNECTIONS,
            timeout=_PATIENCE,
            kwargs={"autocommit": True},
            check=ConnectionPool.check_connection,
            open=True,
        )

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

    def _connect(self) -> _Connection:
        return psycopg.connect(self._address, autocommit=True, connect_timeout=10)

    @contextmanager
    def _connection(self) -> Iterator[_Connection]:
        """A connection of the pool. Raises StoreError where there is none, or the database refuses."""
        try:
            with self._pool.connection() as connection:
                yield connection
        except PoolTimeout as error:
            raise StoreError(f"连不上数据库。{_LOOK}") from error
        except (errors.InsufficientPrivilege, errors.DiskFull, errors.ReadOnlySqlTransaction) as error:
            raise StoreError(
                f"数据库不让写({_reason(error)})。请检查权限和磁盘空间,原有内容没有丢。"
            ) from error

    def change(self, work: Callable[[Draft], T], *, lasting: bool = True) -> T:
        """Make a change, whole or not at all. Where the database goes away meanwhile, it is made when it is
        back."""
        for number in range(_MOST_TRIES):
            attempt = _Attempt()
            try:
                with self._connection() as connection, connection.transaction():
                    return self._make(connection, work, lasting, attempt)
            except (errors.SerializationFailure, errors.DeadlockDetected):
                continue
            except (psycopg.OperationalError, psycopg.InterfaceError) as error:
                if attempt.transaction and self._committed(attempt.transaction):
                    result: T = attempt.result
                    return result
                if number == _MOST_TRIES - 1:
                    raise StoreError(f"数据库出错,没有改动({_reason(error)})。请稍后再试。") from error
                Event().wait(0.05 * 2**number)
        raise StoreError("数据库太忙,没有改动。请稍后再试。")

    def _make(
        self, connection: _Connection, work: Callable[[Draft], T], lasting: bool, attempt: "_Attempt"
    ) -> T:
        draft = Draft(
            lambda table, key: self._hold(connection, table, key),
            lambda table: self._scan(connection, table),
            lambda digests: self._files(connection, digests),
        )
        result = attempt.result = work(draft)
        if draft.changes or draft.files or draft.kept_files is not None:
            if not lasting:
                connection.execute("SET LOCAL synchronous_commit TO off")
            self._write(connection, draft)
            attempt.transaction = _one(connection, "SELECT pg_current_xact_id()::text")
        return result

    def _committed(self, transaction: str) -> bool:
        """Whether a transaction was committed of which the database did not say so any more."""
        for number in range(_MOST_TRIES):
            with suppress(psycopg.OperationalError, psycopg.InterfaceError), self._connection() as connection:
                found = connection.execute("SELECT pg_xact_status(%s::xid8)", [transaction]).fetchone()
                if found and found[0] != "in progress":
                    return bool(found[0] == "committed")
            Event().wait(0.05 * 2**number)
        raise StoreError("数据库没有说明最后一次改动是否成功。请检查数据库。")

    def _write(self, connection: _Connection, draft: Draft) -> None:
        with connection.cursor() as cursor:
            for digest, content in draft.files.items():
                cursor.execute("INSERT INTO files VALUES (%s, %s) ON CONFLICT DO NOTHING", [digest, content])
            for (table, key), value in draft.changes.items():
                if value is None:
                    cursor.execute("DELETE FROM records WHERE kind = %s AND key = %s", [table, key])
                else:
                    cursor.execute(_PUT, [table, key, Jsonb(value)])
            for table, kind in draft.kinds.items():
                self._sweep(cursor, table, kind.MOST)
            if draft.kept_files is not None:
                cursor.execute("DELETE FROM files WHERE digest <> ALL(%s)", [list(draft.kept_files)])
            if told := draft.told():
                cursor.execute("SELECT pg_notify(%s, %s)", [self._channel, ",".join(sorted(told))])

    def _sweep(self, cursor: "psycopg.Cursor[Any]", table: str, most: int) -> None:
        """Now and then drop what a full table holds beyond the most."""
        self._put[table] += 1
        if most and self._put[table] % max(most // _SWEEPS, 1) == 0:
            cursor.execute(_SWEEP, [table, table, most])

    def _hold(self, connection: _Connection, table: str, key: str) -> Value | None:
        """The row of a table and key, which no other change touches before this one ends."""
        place = f"{self._schema}\0{table}\0{key}".encode()
        lock = int.from_bytes(blake2b(place, digest_size=8).digest(), signed=True)
        connection.execute("SELECT pg_advisory_xact_lock(%s)", [lock])
        return self._read(connection, table, key)

    def _read(self, connection: _Connection, table: str, key: str) -> Value | None:
        found = connection.execute(_GET, [table, key]).fetchone()
        return found[0] if found else None

    def _scan(self, connection: _Connection, table: str) -> list[Row]:
        return connection.execute(_SCAN, [table]).fetchall()

    def _files(self, connection: _Connection, digests: Iterable[str]) -> dict[str, bytes]:
        wanted = list(digests)
        found: dict[str, bytes] = dict(
            connection.execute(
                "SELECT digest, content FROM files WHERE digest = ANY(%s)", [wanted]
            ).fetchall()
        )
        missing = [digest for digest in wanted if digest not in found]
        if missing:
            raise StoreError(f"数据库里缺少文件 {missing[0]}。")
        return found

    def _look(self, look: Callable[[_Connection], T], nothing: T) -> T:
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
                Event().wait(0.05 * 2**number)
        return nothing

    def read(self, table: str, key: str) -> Value | None:
        """The row of a table and key."""
        return self._look(lambda connection: self._read(connection, table, key), None)

    def scan(self, table: str) -> list[Row]:
        """The rows of a table, the one put longest ago first."""
        return self._look(lambda connection: self._scan(connection, table), [])

    def tables(self) -> list[str]:
        """The tables that hold something."""

        def look(connection: _Connection) -> list[str]:
            return [kind for (kind,) in connection.execute("SELECT DISTINCT kind FROM records ORDER BY kind")]

        return self._look(look, [])

    def files(self, digests: Iterable[str]) -> dict[str, bytes]:
        """The files of some digests."""
        wanted = list(digests)
        return self._look(lambda connection: self._files(connection, wanted), {}) if wanted else {}

    def digests(self) -> frozenset[str]:
        """The digests of every file."""

        def look(connection: _Connection) -> frozenset[str]:
            return frozenset(digest for (digest,) in connection.execute("SELECT digest FROM files"))

        return self._look(look, frozenset())

    @property
    def _channel(self) -> str:
        return f"rolebot_{self._schema}"[:60]

    @contextmanager
    def watching(self, told: Told) -> Iterator[None]:
        """While this lasts, `told` hears, in a thread of its own, of what any instance changes."""
        with self._starting:
            if self._listener is None:
                try:
                    self._listener = Listener(self._connect, self._channel, self._tell)
                except psycopg.Error as error:
                    raise StoreError(f"连不上数据库({_reason(error)})。{_LOOK}") from error
        with super().watching(told):
            yield

    def close(self) -> None:
        """Let go of the database."""
        if self._listener is not None:
            self._listener.stop()
            self._listener = None
        self._pool.close()


class _Attempt:
    """How far a change came: what `work` returned, and the transaction that writes it."""

    result: Any = None
    transaction: str = ""


_GET = "SELECT value FROM records WHERE kind = %s AND key = %s"
_SCAN = "SELECT key, value FROM records WHERE kind = %s ORDER BY number"
_PUT = (
    "INSERT INTO records (kind, key, value) VALUES (%s, %s, %s)"
    " ON CONFLICT (kind, key) DO UPDATE SET value = excluded.value, number = excluded.number"
)
_SWEEP = (
    "DELETE FROM records WHERE kind = %s AND number <="
    " (SELECT number FROM records WHERE kind = %s ORDER BY number DESC OFFSET %s LIMIT 1)"
)


def _one(connection: _Connection, statement: LiteralString) -> Any:
    """The one value that a statement finds."""
    found = connection.execute(statement).fetchone()
    return found[0] if found else None


def _reason(error: Exception) -> str:
    """The first line of what the database says, which names no password."""
    return str(error).strip().split("\n")[0][:200]
