"""The lock that keeps a second process from writing to a folder. The system lets go of it when its process
ends, however it ends."""

import os
import sys
from pathlib import Path
from typing import IO

from knowledge.errors import StoreBusyError

_NAME = "lock"


class FolderLock:
    """Held from its making until it is released."""

    def __init__(self, folder: Path) -> None:
        """Raises StoreBusyError where another process holds it, OSError where the folder cannot be
        written."""
        path = folder / _NAME
        self._file = path.open("a+", encoding="ascii")
        try:
            _lock(self._file)
        except OSError as error:
            self._file.seek(0)
            holder = self._file.read(20).strip()
            self._file.close()
            by = f"进程 {holder}" if holder.isdecimal() else "另一个进程"
            raise StoreBusyError(
                f"存储“{folder}”正由{by}使用(比如正在运行的机器人)。请先停掉它再试;"
                "要让几个进程同时用,请改用 PostgreSQL(ROLEBOT_STORE=postgresql://…)。"
            ) from error
        self._file.truncate(0)
        self._file.write(str(os.getpid()))
        self._file.flush()

    def release(self) -> None:
        """Let go of it."""
        self._file.close()


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[str]) -> None:
        file.seek(1 << 20)  # behind what the file says, which stays readable
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
