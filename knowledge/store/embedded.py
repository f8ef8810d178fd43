"""The store in a folder, for one process: what it holds is in memory; every change is written down before it
is acknowledged; now and then everything is written anew as a TinyDB file."""

import hashlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path

from knowledge.errors import StoreError
from knowledge.store.disk import sync_folder, write_missing
from knowledge.store.draft import Change
from knowledge.store.generations import Generations
from knowledge.store.journal import JournalWriter
from knowledge.store.lock import FolderLock
from knowledge.store.memory import MemoryStore
from knowledge.store.snapshot import write_snapshot

_SMALLEST_JOURNAL = 1 << 20  # bytes below which no new snapshot is written


class EmbeddedStore(MemoryStore):
    """A folder that only one process may write to. Reading it alone needs no lock and writes nothing."""

    def __init__(self, folder: Path, *, read_only: bool = False) -> None:
        """Open or begin a store; a folder that does not exist yet is empty. Raises StoreBusyError where
        another process has it open for writing, and StoreError where it cannot be read or written."""
        super().__init__()
        self._folder = folder
        self._files_folder = folder / "files"
        self._writer: JournalWriter | None = None
        self._folder_lock: FolderLock | None = None
        try:
            if not read_only:
                folder.mkdir(parents=True, exist_ok=True)
                self._folder_lock = FolderLock(folder)
            self._generations = Generations(folder)
            self._rows = self._generations.tables
            self._number = self._generations.newest
            self._snapshot_size = 0
            if self._folder_lock is not None:
                self._begin()
        except OSError as error:
            self._release()
            raise _failed(folder, error) from error
        self._say_damage()

    def _begin(self) -> None:
        """Get ready to write."""
        for draft in [*self._folder.glob(".*.tmp"), *self._files_folder.glob(".*.tmp")]:
            draft.unlink()
        generations = self._generations
        if generations.damaged:
            self._renew()  # what could be read is safe before anything is moved
            for path in generations.damaged:
                path.replace(path.with_name(f"damaged-{path.name}"))
            return
        snapshot = generations.snapshot(self._number)
        self._snapshot_size = snapshot.stat().st_size if snapshot.exists() else 0
        self._writer = JournalWriter(generations.journal(self._number), generations.good)
        sync_folder(self._folder)

    def _say_damage(self) -> None:
        for path in self._generations.damaged:
            kept = "原样保留" if self._folder_lock is None else f"已改名为 damaged-{path.name}"
            self.notices.append(f"存储文件“{path}”有损坏({kept}),已用上一份完好的和之后的改动恢复。")
        if self._generations.lost:
            self.notices.append(f"“{self._folder}”里没有一份完好的存储,较早的内容可能丢失。请从备份恢复。")

    def close(self) -> None:
        """Let go of the folder, with a fresh snapshot in it where there is room for one."""
        with self._lock:
            if self._writer is not None and self._writer.size:
                with suppress(OSError):  # the changes are written down all the same
                    self._renew()
            self._release()

    def _release(self) -> None:
        if self._writer is not None:
            self._writer.close()
            self._writer = None
        if self._folder_lock is not None:
            self._folder_lock.release()
            self._folder_lock = None

    def _write(self, changes: list[Change], files: dict[str, bytes]) -> Callable[[], None]:
        """Write down what is about to be changed."""
        if self._writer is None:
            raise StoreError(f"存储“{self._folder}”是只读打开的或已经关闭,不能改动。")
        try:
            if files:
                write_missing(self._files_folder, files)
            if not changes:
                return _nothing
            if self._writer.size > max(_SMALLEST_JOURNAL, self._snapshot_size):
                self._try_renewing()
            self._writer.append(changes)
            return partial(self._sync, self._writer, self._writer.size)
        except OSError as error:
            raise _failed(self._folder, error) from error

    def _sync(self, writer: JournalWriter, mark: int) -> None:
        try:
            writer.sync(mark)
        except OSError as error:
            raise _failed(self._folder, error) from error

    def _try_renewing(self) -> None:
        """Begin a new generation; where the disk has no room for it, the old one goes on."""
        try:
            self._renew()
        except OSError:
            self._snapshot_size = 2 * (self._writer.size if self._writer else 0)

    def _renew(self) -> None:
        """Write a snapshot and go on in a new journal."""
        number, old = self._number + 1, self._writer
        path = self._generations.snapshot(number)
        write_snapshot(path, {name: list(self._rows[name].items()) for name in self.tables()})
        # from here on the new generation counts
        writer = JournalWriter(self._generations.journal(number))
        sync_folder(self._folder)
        self._writer, self._number, self._snapshot_size = writer, number, path.stat().st_size
        if old is not None:
            old.close()
            for file in [*self._generations.older(number - 1)]:
                file.unlink(missing_ok=True)

    def files(self, digests: Iterable[str]) -> dict[str, bytes]:
        """The files of some digests."""
        found: dict[str, bytes] = {}
        for digest in digests:
            try:
                found[digest] = (self._files_folder / digest).read_bytes()
            except OSError as error:
                raise _failed(self._files_folder / digest, error) from error
            if hashlib.sha256(found[digest]).hexdigest() != digest:
                raise StoreError(f"存储里的文件“{digest}”已损坏。请从备份恢复或重新导入。")
        return found

    def digests(self) -> frozenset[str]:
        """The digests of every file."""
        if not self._files_folder.is_dir():
            return frozenset()
        return frozenset(p.name for p in self._files_folder.iterdir() if not p.name.startswith("."))

    def _drop_files(self, kept: frozenset[str] | None) -> None:
        """Drop every file but these; one that cannot be dropped lies there until the next time."""
        for digest in self.digests() - kept if kept is not None else ():
            with suppress(OSError):
                (self._files_folder / digest).unlink()


def _nothing() -> None:
    """Nothing was written."""


def _failed(path: Path, error: OSError) -> StoreError:
    return StoreError(
        f"存储“{path}”读写失败({error.strerror or error})。请检查文件夹权限和磁盘空间,原有内容没有丢。"
    )
