"""The statements that read and write records and files, each over a connection that is given."""

from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b
from typing import Any

import psycopg
from psycopg.types.json import Jsonb

from knowledge.errors import StoreError
from knowledge.store.draft import Draft
from knowledge.store.postgres.connections import Connection
from knowledge.store.postgres.tallies import Place
from knowledge.store.record import Row, Tally, Value, row_key

_SWEEPS = 50  # how often a full table is swept while it fills once


class Rows:
    """The records and files of a schema. `channel`: where changes of them are told."""

    def __init__(self, schema: str) -> None:
        self._schema = schema
        self.channel = f"rolebot_{schema}"[:60]
        self._put = Counter[str]()  # rows put into each table by this process

    def read(self, connection: Connection, table: str, key: str) -> Value | None:
        """The row of a table and key."""
        found = connection.execute(_GET, [table, key]).fetchone()
        return found[0] if found else None

    def hold(self, connection: Connection, table: str, key: str) -> Value | None:
        """The row of a table and key, which no other change touches before this one ends."""
        with connection.pipeline():
            connection.execute(_LOCK, [[self._lock(table, key)]])
            return self.read(connection, table, key)

    def hold_all(self, connection: Connection, tallies: Iterable[Tally]) -> dict[Place, Value | None]:
        """The same of many that are counted: at once, and in one order for every instance."""
        held: dict[Place, Value | None] = {(tally.TABLE, row_key(tally.key)): None for tally in tallies}
        with connection.pipeline():
            connection.execute(_LOCK, [sorted(self._lock(*place) for place in held)])
            found = connection.execute(_GET_ALL, [[table for table, _ in held], [key for _, key in held]])
            return held | {(table, key): value for table, key, value in found.fetchall()}

    def scan(self, connection: Connection, table: str) -> list[Row]:
        """The rows of a table, the one put longest ago first."""
        return connection.execute(_SCAN, [table]).fetchall()

    def files(self, connection: Connection, digests: Iterable[str]) -> dict[str, bytes]:
        """The files of some digests. Raises StoreError where one is missing."""
        wanted = list(digests)
        rows = connection.execute("SELECT digest, content FROM files WHERE digest = ANY(%s)", [wanted])
        found: dict[str, bytes] = dict(rows.fetchall())
        missing = [digest for digest in wanted if digest not in found]
        if missing:
            raise StoreError(f"数据库里缺少文件 {missing[0]}。")
        return found

    def put_soon(self, connection: Connection, draft: Draft) -> bool:
        """Where a draft puts one record and nothing else: in a statement that is committed at once, without
        waiting for the disk. False where it is more than that, and nothing was done."""
        (place, value), *others = draft.changes.items() or [(("", ""), None)]
        if value is None or others or draft.files or draft.kept_files is not None or draft.told():
            return False
        connection.execute(_PUT_SOON, [*place, Jsonb(value)])
        with connection.cursor() as cursor:
            self._sweep(cursor, draft)
        return True

    def write(self, connection: Connection, draft: Draft, *, many: bool = False) -> None:
        """What a draft changes. `many`: its records, all of them put and small, in one statement."""
        puts = [(*place, Jsonb(value)) for place, value in draft.changes.items() if value is not None]
        with connection.cursor() as cursor:
            for digest, content in draft.files.items():
                cursor.execute("INSERT INTO files VALUES (%s, %s) ON CONFLICT DO NOTHING", [digest, content])
            for place, value in draft.changes.items():
                if value is None:
                    cursor.execute("DELETE FROM records WHERE kind = %s AND key = %s", place)
            if many:
                cursor.execute(_PUT_ALL, [list(column) for column in zip(*puts, strict=True)])
            for put in puts if not many else ():
                cursor.execute(_PUT, put)
            self._sweep(cursor, draft)
            if draft.kept_files is not None:
                cursor.execute("DELETE FROM files WHERE digest <> ALL(%s)", [list(draft.kept_files)])
            if told := draft.told():
                cursor.execute("SELECT pg_notify(%s, %s)", [self.channel, ",".join(sorted(told))])

    def _sweep(self, cursor: "psycopg.Cursor[Any]", draft: Draft) -> None:
        """Now and then drop what a full table holds beyond the most."""
        put = Counter(table for table, _ in draft.changes)
        for table, kind in draft.kinds.items():
            step, before = max(kind.MOST // _SWEEPS, 1), self._put[table]
            self._put[table] += put[table]
            if kind.MOST and self._put[table] // step > before // step:
                cursor.execute(_SWEEP, [table, table, kind.MOST])

    def _lock(self, table: str, key: str) -> int:
        return lock_number(f"{self._schema}\0{table}\0{key}")


_LOCK = "SELECT pg_advisory_xact_lock(number) FROM unnest(%s::bigint[]) AS number"
_GET = "SELECT value FROM records WHERE kind = %s AND key = %s"
_GET_ALL = (
    "SELECT kind, key, value FROM records JOIN unnest(%s::text[], %s::text[]) AS wanted (kind, key)"
    " USING (kind, key)"
)
_SCAN = "SELECT key, value FROM records WHERE kind = %s ORDER BY number"
_REPLACE = " ON CONFLICT (kind, key) DO UPDATE SET value = excluded.value, number = excluded.number"
_PUT = "INSERT INTO records (kind, key, value) VALUES (%s, %s, %s)" + _REPLACE
_PUT_SOON = (
    "INSERT INTO records (kind, key, value)"
    " SELECT %s, %s, %s FROM set_config('synchronous_commit', 'off', true)" + _REPLACE
)
_PUT_ALL = (
    "INSERT INTO records (kind, key, value)"
    " SELECT kind, key, value FROM unnest(%s::text[], %s::text[], %s::jsonb[])"
    " WITH ORDINALITY AS new (kind, key, value, place) ORDER BY place" + _REPLACE
)
_SWEEP = (
    "DELETE FROM records WHERE kind = %s AND number <="
    " (SELECT number FROM records WHERE kind = %s ORDER BY number DESC OFFSET %s LIMIT 1)"
)


def lock_number(name: str) -> int:
    """The number of the advisory lock on something."""
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), signed=True)
