"""Work on many documents, several at a time: each hand has a process of its own (apart.py)."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from queue import SimpleQueue
from typing import TypeVar

from knowledge.documents.apart import Apart

_T = TypeVar("_T")
_R = TypeVar("_R")
_MOST_HANDS = 4  # each process may need some hundred megabytes
_AHEAD = 4  # things that wait for each hand, so that none is idle while the first takes long


def side_by_side(work: Callable[[_T, Apart], _R], things: Iterable[_T]) -> Iterator[_R]:
    """What `work` makes of each thing, in their order. What it raises is raised here, and ends it all."""
    hands = min(_processors(), _MOST_HANDS)
    with ExitStack() as stack:
        free: SimpleQueue[Apart] = SimpleQueue()
        for _ in range(hands):
            free.put(stack.enter_context(Apart()))

        def done(thing: _T) -> _R:
            own = free.get()
            try:
                return work(thing, own)
            finally:
                free.put(own)

        pool = ThreadPoolExecutor(hands)
        stack.callback(pool.shutdown, cancel_futures=True)
        waiting: deque[Future[_R]] = deque()
        for thing in things:
            waiting.append(pool.submit(done, thing))
            if len(waiting) > hands * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _processors() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
