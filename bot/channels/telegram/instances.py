"""The instances of the bot that run on one store: each says now and then that it lives."""

import time
from dataclasses import dataclass
from typing import ClassVar

from knowledge.store.draft import Draft
from knowledge.store.record import Record
from knowledge.store.store import Store

LOOK = 5.0  # seconds after which an instance says so again
_GONE = 20.0  # seconds of silence after which it is thought dead


@dataclass(frozen=True, slots=True)
class Instance(Record):
    """`name`: of its own; `at`: when it was heard of last, in seconds since 1970."""

    TABLE: ClassVar[str] = "telegram_instances"
    MOST: ClassVar[int] = 1_000
    name: str
    at: float = 0.0

    @property
    def key(self) -> str:
        """Its name."""
        return self.name


def alive(store: Store, name: str) -> int:
    """Say that an instance lives; how many do. Raises StoreError."""
    if not store.shared:
        return 1
    now = time.time()

    def work(draft: Draft) -> int:
        others = [one for one in draft.all(Instance) if one.name != name]
        for one in others:
            if abs(now - one.at) >= _GONE:
                draft.remove(Instance, one.key)
        draft.put(Instance(name, now))
        return 1 + sum(abs(now - one.at) < _GONE for one in others)

    return store.change(work, lasting=False)


def gone(store: Store, name: str) -> None:
    """Say that an instance ends. Raises StoreError."""
    if store.shared:
        store.change(lambda draft: draft.remove(Instance, name), lasting=False)
