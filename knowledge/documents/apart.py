"""A process apart for parsers of intricate formats, and for reading side by side: what makes them hang or
explode takes no more down.

The process is started for the first document that needs it, reads one after the other, and is replaced when
one broke it. It has limits of its own on memory and time where the system knows them (all but Windows); the
time is watched from here as well.
"""

import os
import pickle
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Timer
from types import TracebackType
from typing import TYPE_CHECKING, Any, BinaryIO, Self, TypeVar

from knowledge.documents.document import Document
from knowledge.documents.problem import problem, wording
from knowledge.errors import DocumentError

if TYPE_CHECKING:
    import subprocess
    from tempfile import TemporaryDirectory

MEGABYTE = 1_000_000
MOST_CHARACTERS = 1_000_000  # of a document's text: some 600 pages
_MOST_READ = 400  # documents by one process: libraries keep things
# Only the reading of documents is loaded there, not all that the package `knowledge` offers (half a second).
_START = """
import sys, types
sys.modules["knowledge"] = package = types.ModuleType("knowledge")
package.__path__ = [sys.argv[1]]
from knowledge.documents.apart import serve
serve()
"""

Read = Callable[[str, bytes], Document]
_M = TypeVar("_M")
_R = TypeVar("_R")


@dataclass(frozen=True, slots=True)
class Limit:
    """What reading one document may cost: seconds, and bytes of memory."""

    seconds: int
    memory: int


class _Exhausted(Exception):
    """A document needs more memory than it may have."""


class Apart:
    """Reads documents in another process, as a context manager that ends it."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._folder: TemporaryDirectory[str] | None = None
        self._count = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        self._end()

    def read(self, read: Read, name: str, data: bytes, limit: Limit) -> Document:
        """What `read(name, data)` returns or raises. Raises DocumentError also where it crosses the limit."""
        return self.ask(partial(_checked, read), name, data, limit)

    def ask(self, work: Callable[[str, _M], _R], name: str, material: _M, limit: Limit) -> _R:
        """What `work(name, material)` returns or raises; all of it can be pickled. Raises DocumentError also
        where it crosses the limit."""
        result = self._asked(work, name, material, limit)
        if isinstance(result, _Exhausted):
            alone = self._count == 1
            self._end()
            result = result if alone else self._asked(work, name, material, limit)
        if isinstance(result, _Exhausted):
            self._end()
            raise problem("too_much_memory", name, most=limit.memory // MEGABYTE)
        if isinstance(result, DocumentError):
            raise result
        return result

    def _asked(
        self, work: Callable[[str, _M], _R], name: str, material: _M, limit: Limit
    ) -> _R | DocumentError | _Exhausted:
        """The answer of the process. Raises DocumentError where it gives none."""
        process = self._running(name)
        late = False

        def stop() -> None:
            nonlocal late
            late = True
            _kill(process)

        timer = Timer(limit.seconds, stop)
        timer.daemon = True
        timer.start()
        try:
            assert process.stdin is not None
            assert process.stdout is not None
            pickle.dump((work, name, material, limit), process.stdin)
            process.stdin.flush()
            result: _R | DocumentError | _Exhausted = pickle.load(process.stdout)
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            self._end()
            if late or process.returncode == -getattr(signal, "SIGXCPU", 0):
                raise problem("too_slow", name, seconds=limit.seconds) from error
            raise problem("crashed", name) from error
        finally:
            timer.cancel()
        return result

    def _running(self, name: str) -> "subprocess.Popen[bytes]":
        """The process, a new one where there is none or it has read enough."""
        import subprocess  # few documents need it
        from tempfile import TemporaryDirectory

        self._count += 1
        if self._count > _MOST_READ or (self._process and self._process.poll() is not None):
            self._end()
        if self._process is None:
            path = os.pathsep.join(map(os.path.abspath, sys.path))
            self._folder = TemporaryDirectory(ignore_cleanup_errors=True)
            try:
                self._process = subprocess.Popen(
                    [sys.executable, "-P", "-c", _START, str(Path(__file__).parents[1])],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    env={**os.environ, "PYTHONPATH": path, "TMPDIR": self._folder.name},
                    start_new_session=True,  # so that what it starts ends with it
                )
            except OSError as error:
                raise problem("no_process", name, why=error.strerror) from error
            self._count = 1
        return self._process

    def _end(self) -> None:
        if self._process is not None:
            _kill(self._process)
            self._process.communicate()
            self._process = None
        if self._folder is not None:
            self._folder.cleanup()  # here, since a process that was killed cleans nothing
            self._folder = None


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """End a process and what it started."""
    if process.poll() is None and hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    process.kill()


def run(command: Sequence[str]) -> bytes:
    """What a program prints; it ends with the process that it is run in, at the latest. Nothing where it
    fails."""
    import subprocess

    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    except OSError:
        return b""
    return done.stdout if done.returncode == 0 else b""


# ── inside that process ──────────────────────────────────────────────────────────────────────────────────


def serve() -> None:
    """Read the documents asked for on the standard input, until it ends."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what libraries print is no answer
    while (asked := _asked(sys.stdin.buffer)) is not None:
        work, name, material, limit = asked
        _restrict(limit)
        result = _result(work, name, material)
        pickle.dump(result, answers)
        answers.flush()


def _asked(questions: BinaryIO) -> tuple[Callable[[str, Any], Any], str, Any, Limit] | None:
    try:
        asked: tuple[Callable[[str, Any], Any], str, Any, Limit] = pickle.load(questions)
    except EOFError:
        return None
    return asked


def _checked(read: Read, name: str, data: bytes) -> Document:
    return checked_length(read(name, data))


def _result(work: Callable[[str, _M], _R], name: str, material: _M) -> _R | DocumentError | _Exhausted:
    try:
        return work(name, material)
    except DocumentError as error:
        return DocumentError(str(error))
    except ImportError as error:
        return problem("no_library", name, library=error.name or error)
    except MemoryError:
        pass  # what filled the memory is only let go after this
    except Exception:  # whatever a library makes of a document that its author did not think of
        return DocumentError(wording("crashed", name))
    return _Exhausted()


def checked_length(document: Document) -> Document:
    """The document. Raises DocumentError where it holds too much text."""
    if sum(len(block.text) for block in document.blocks) > MOST_CHARACTERS:
        raise problem("too_long", document.name, most=MOST_CHARACTERS // 10_000)
    return document


def _restrict(limit: Limit) -> None:
    """Set the limits of this process for the next document."""
    try:
        import resource
    except ImportError:  # Windows: the time is watched from outside, memory is not limited
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + limit.seconds + 1
    for kind, value in ((resource.RLIMIT_AS, limit.memory), (resource.RLIMIT_CPU, seconds)):
        most = resource.getrlimit(kind)[1]
        resource.setrlimit(kind, (value if most == resource.RLIM_INFINITY else min(value, most), most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
