"""Work on very many items divided among processes, which share what is in memory when they begin."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Any, TypeVar

_T = TypeVar("_T")
_R = TypeVar("_R")
_CHUNK = 2_000  # items that a process takes at a time
_work: list[tuple[Callable[[Any], Any], Sequence[Any], int]] = []  # inherited by the processes, never sent


def divided(
    work: Callable[[Sequence[_T]], _R], items: Sequence[_T], least: int, chunk: int = _CHUNK
) -> Iterator[_R]:
    """The results of `work` for the items, `chunk` at a time in order; in this process where they are fewer
    than `least`, or where processes cannot be forked."""
    chunks = range(0, len(items), chunk)
    if len(items) < least:
        yield from (work(items[start : start + chunk]) for start in chunks)
        return
    import gc
    import multiprocessing  # what is little needs neither

    workers = int(os.environ.get("ROLEBOT_WORKERS", "0")) or os.cpu_count() or 1
    if workers < 2 or "fork" not in multiprocessing.get_all_start_methods():
        yield from (work(items[start : start + chunk]) for start in chunks)
        return
    _work.append((work, items, chunk))
    gc.freeze()  # or looking for garbage copies all that the processes share
    try:
        with multiprocessing.get_context("fork").Pool(workers) as pool:
            yield from pool.imap(_chunk, chunks)
    finally:
        gc.unfreeze()
        with suppress(IndexError):
            _work.pop()


def _chunk(start: int) -> Any:
    work, items, chunk = _work[-1]
    return work(items[start : start + chunk])
