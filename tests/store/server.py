"""A PostgreSQL server of the tests' own, on loopback, from whatever is installed on the machine."""

import os
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import psycopg

_ACCOUNT = "postgres"  # PostgreSQL refuses to run as root


def programs() -> Path | None:
    """The folder of the server's programs; None where it is not installed."""
    on_path = shutil.which("initdb")
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    found = [*debian[-1:], *([Path(on_path)] if on_path else [])]
    return found[0].parent if found else None


class Server:
    """A server that can be stopped, killed and started again; its data stays until it is removed."""

    def __init__(self, programs: Path) -> None:
        self._programs = programs
        self._user: dict[str, Any] = {"user": _ACCOUNT} if os.geteuid() == 0 else {}
        self._folder = Path(tempfile.mkdtemp(prefix="rolebot-pg-"))
        if self._user:
            shutil.chown(self._folder, _ACCOUNT)
        self._data = self._folder / "data"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]
        self._process: subprocess.Popen[bytes] | None = None
        self._run("initdb", "-D", str(self._data), "-U", _ACCOUNT, "--auth=trust", "-E", "UTF8", "--locale=C")

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._programs / program), *arguments]
        subprocess.run(command, check=True, capture_output=True, cwd=self._folder, timeout=120, **self._user)

    def address(self, database: str = "postgres") -> str:
        """Where it is reached."""
        return f"postgresql://{_ACCOUNT}@127.0.0.1:{self._port}/{database}"

    def start(self) -> None:
        """Run it; returns when it takes connections."""
        log = str(self._folder / "log")
        options = (
            f"-c listen_addresses=127.0.0.1 -c port={self._port} -k {self._folder} -c max_connections=60"
        )
        self._run("pg_ctl", "-D", str(self._data), "-l", log, "-w", "-t", "60", "-o", options, "start")

    def stop(self, mode: str = "fast") -> None:
        """End it; `immediate` ends it as a crash does."""
        self._run("pg_ctl", "-D", str(self._data), "-w", "-m", mode, "stop")

    def remove(self) -> None:
        """End it and remove what it kept."""
        if (self._data / "postmaster.pid").exists():
            self.stop("immediate")
        shutil.rmtree(self._folder, ignore_errors=True)

    def execute(self, statement: str) -> list[tuple[Any, ...]]:
        """What a statement finds."""
        with psycopg.connect(self.address(), autocommit=True) as connection:
            cursor = connection.execute(statement)  # type: ignore[arg-type]
            return cursor.fetchall() if cursor.description else []
