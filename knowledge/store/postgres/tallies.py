"""What was counted and is not written yet: in memory, one tally a key, written down every second."""

from collections.abc import Callable, Iterable
from threading import Event, Lock, Thread

from knowledge.store.record import Tally, row_key

Place = tuple[str, str]  # a table and a key

MOST = 200  # keys that may wait; each takes a lock of the database when it is written
_WAIT = 1.0  # seconds that a count waits at most


class Tallies:
    """Counts that wait, the one counted longest ago first. May be used by several threads."""

    def __init__(self, write: Callable[[list[Tally]], None]) -> None:
        """`write`: writes them down, whole or not at all; raises where it could not."""
        self._write = write
        self._waiting: dict[Place, Tally] = {}
        self._tables: set[str] = set()  # of those that wait
        self._flying: set[str] = set()  # of those that are being written
        self._lock = Lock()
        self._writing = Lock()  # by one thread at a time
        self._some, self._over = Event(), Event()
        self._thread: Thread | None = None

    def add(self, tallies: Iterable[Tally]) -> bool:
        """Count; whether so many wait that they should be written now."""
        with self._lock:
            self._merge(tallies)
            if self._waiting and self._thread is None and not self._over.is_set():
                self._thread = Thread(target=self._run, name="tallies", daemon=True)
                self._thread.start()
            if self._waiting:
                self._some.set()
            return len(self._waiting) >= MOST or self._over.is_set()

    def wait(self, table: str | None = None) -> bool:
        """Whether any of a table wait or are under way; without one, of any table."""
        with self._lock:
            if table:
                return table in self._tables or table in self._flying
            return bool(self._tables or self._flying)

    def write(self) -> None:
        """Write down all that wait; when this returns, none is under way either. Where it raises they wait
        on, of more than the most the latest."""
        with self._writing:
            with self._lock:
                taken, self._waiting = list(self._waiting.values()), {}
                self._flying, self._tables = self._tables, set()
                self._some.clear()
            try:
                if taken:
                    self._write(taken)
            except BaseException:
                with self._lock:
                    later, self._waiting = list(self._waiting.values()), {}
                    self._merge([*taken, *later])
                    self._waiting = dict(list(self._waiting.items())[-MOST:])
                    self._some.set()
                raise
            finally:
                with self._lock:
                    self._flying = set()

    def stop(self) -> None:
        """End the thread that writes; what waits still is for `write`."""
        self._over.set()
        self._some.set()
        if self._thread is not None:
            self._thread.join()

    def _merge(self, tallies: Iterable[Tally]) -> None:
        for tally in tallies:
            place = tally.TABLE, row_key(tally.key)
            before = self._waiting.pop(place, None)  # what is counted last lies last
            self._tables.add(tally.TABLE)
            self._waiting[place] = before.plus(tally) if before else tally

    def _run(self) -> None:
        while not self._over.is_set():
            self._some.wait()
            if not self._over.wait(_WAIT):
                try:
                    self.write()
                except Exception:  # the database is away: they wait for the next time
                    continue
