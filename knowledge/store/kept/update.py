"""The inbox: updates of a channel from their receipt until their replies are sent, so that no crash loses
one and none is handled twice.

    receive → take → answer → finish

    received    written down; only then may the channel be told that it came
    taken       by one instance; the updates of one chat one after the other
    answered    what it changes and its replies are written down together
    finished    its replies are sent; only its id is kept, to know it when it comes again

An instance that dies leaves its updates; where several share the store, the others take them when its time
is over. Sending and finishing are two steps, so a crash between them sends a reply twice, and never loses
one.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from knowledge.store.draft import Draft
from knowledge.store.kept.counter import number_key
from knowledge.store.record import Record, Value, record
from knowledge.store.store import Store

_LEASE = 60.0  # seconds


@dataclass(frozen=True, slots=True)
class Update(Record):
    """An update that is not finished.

    `id`: the channel's, ever increasing; `chat`: updates of one chat keep their order; `payload`: the update
    as it came; `at`: when, in seconds since 1970; `owner`: the instance that took it, until `until`;
    `tries`: how often it was taken; `answered`: whether `replies`, to be sent in order, are written down.
    """

    TABLE: ClassVar[str] = "updates"
    id: int
    chat: str = ""
    payload: str = ""
    at: float = 0.0
    owner: str = ""
    until: float = 0.0
    tries: int = 0
    answered: bool = False
    replies: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The id."""
        return number_key(self.id)


@dataclass(frozen=True, slots=True)
class Finished(Record):
    """An update that needs nothing more."""

    TABLE: ClassVar[str] = "finished"
    MOST: ClassVar[int] = 20_000
    id: int

    @property
    def key(self) -> str:
        """The id."""
        return number_key(self.id)


class Inbox:
    """The updates as one instance sees them."""

    def __init__(self, store: Store, owner: str, lease: float = _LEASE) -> None:
        """`owner`: a name that no instance has had before; `lease`: seconds after which what an instance
        took is given to another, where the store is shared. In a store of one process what another took is
        free at once: that process is no more."""
        self._store = store
        self._owner = owner
        self._lease = lease if store.shared else 0.0

    def receive(self, id: int, chat: str, payload: str, at: float) -> bool:
        """Write an update down; False where it came before."""
        return self.receive_all([Update(id, chat, payload, at)]) == 1

    def receive_all(self, updates: Sequence[Update]) -> int:
        """Write updates down together; how many of them had not come before."""

        def work(draft: Draft) -> int:
            fresh = 0
            for update in updates:
                if not draft.get(Update, update.key) and not draft.get(Finished, update.key):
                    draft.put(update)
                    fresh += 1
            return fresh

        return self._store.change(work)

    def take(self, now: float, most: int = 32, ready: Callable[[int], bool] = lambda _: True) -> list[Update]:
        """The updates to be handled next, at most one of a chat: the first of it, where nobody has it. One
        that is `answered` needs only its replies sent. What this instance holds already stays its own for as
        long again. `ready`: whether an update need not wait for one that may still come before it."""

        def work(draft: Draft) -> list[Update]:
            first: dict[str, Value] = {}
            for value in draft.values(Update):
                before = first.setdefault(value.get("chat", ""), value)
                if value["id"] < before["id"]:
                    first[value.get("chat", "")] = value
            taken: list[Update] = []
            for value in sorted(first.values(), key=lambda value: value["id"]):
                if value.get("owner", "") == self._owner:
                    self._renew(draft, value["id"], now)
                elif len(taken) < most and ready(value["id"]) and self._free(record(Update, value), now):
                    taken += self._claim(draft, value["id"], now)
            return taken

        return self._store.change(work, lasting=False)

    def _free(self, update: Update, now: float) -> bool:
        """Whether nobody holds an update; one held for longer than a lease can be is held by a wrong
        clock."""
        return not update.owner or not now < update.until <= now + self._lease

    def _claim(self, draft: Draft, id: int, now: float) -> list[Update]:
        update = draft.get(Update, number_key(id))
        if update is None or update.owner == self._owner or not self._free(update, now):
            return []
        taken = replace(update, owner=self._owner, until=now + self._lease, tries=update.tries + 1)
        draft.put(taken)
        return [taken]

    def _renew(self, draft: Draft, id: int, now: float) -> None:
        if not self._lease:
            return
        update = draft.get(Update, number_key(id))
        if update is not None and update.owner == self._owner and update.until - now < self._lease / 2:
            draft.put(replace(update, until=now + self._lease))

    def answer(self, draft: Draft, id: int, replies: tuple[str, ...]) -> bool:
        """Write down the replies of an update, in the change that writes what else it does. False where
        another instance has taken it meanwhile: then nothing must be changed or sent."""
        update = draft.get(Update, number_key(id))
        if update is None or update.owner != self._owner or update.answered:
            return False
        draft.put(replace(update, answered=True, replies=replies))
        return True

    def finish(self, id: int) -> None:
        """The replies of an update are sent, or it needs none. One that another instance has by now, and has
        not answered, stays its own."""
        self._store.change(lambda draft: self.finished(draft, id))

    def finished(self, draft: Draft, id: int) -> None:
        """The same in a change that writes what else came of it."""
        update = draft.get(Update, number_key(id))
        if update is not None and update.owner != self._owner and not update.answered:
            return
        draft.remove(Update, number_key(id))
        draft.put(Finished(id))

    def give_back(self, id: int) -> None:
        """Leave an update that cannot be finished now to whoever takes it next."""

        def work(draft: Draft) -> None:
            update = draft.get(Update, number_key(id))
            if update is not None and update.owner == self._owner:
                draft.put(replace(update, owner="", until=0.0))

        self._store.change(work)
