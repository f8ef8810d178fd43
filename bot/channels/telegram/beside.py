"""Threads for what takes long, a few: however much of it is wanted, updates are received and answered
meanwhile."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TypeVar

_MOST = 2
T = TypeVar("T")


async def beside(work: Callable[[], T]) -> T:
    """What `work` returns, done beside the loop. Raises what it raises."""
    return await asyncio.get_running_loop().run_in_executor(_threads(), work)


@cache
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(_MOST, thread_name_prefix="beside")
