"""The inbox: updates of a channel from their receipt until their replies are sent, so that no crash loses
one and none is handled twice.

    receive → take → answer → finish

    received    written down; only then may the channel be told that it came
    taken       by one instance; the updates of one chat one after the other
    answered    what it changes and its replies are written down together
    finished    its replies are sent; only its id is kept, to know it when it comes again

An instance that dies leaves its updates; where several share the store, the others take them when the claim
has stood unchanged for a lease while they watched. Claims are not dated: the clocks of two machines differ,
and one that was read before another claimed is behind already. Sending and finishing are two steps, so a
crash between them sends a reply twice, and never loses one.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import inf
from typing import ClassVar

from knowledge.store.draft import Draft
from knowledge.store.kept.counter import number_key
from knowledge.store.record import Record, Value
from knowledge.store.store import Store

_LEASE = 30.0  # seconds
_Claim = tuple[str, int]  # an owner, and how often it was renewed


@dataclass(frozen=True, slots=True)
class Update(Record):
    """An update that is not finished.

    `id`: the channel's, ever increasing, or -1, -2, … for what the bot itself has to say, which goes first;
    `chat`: updates of one chat keep their order; `payload`: the update
    as it came; `at`: when, in seconds since 1970; `owner`: the instance that took it; `renewed`: how often it
    said since then that it is alive; `tries`: how often it was taken; `answered`: whether `replies`, to be
    sent in order, are written down.
    """

    TABLE: ClassVar[str] = "updates"
    id: int
    chat: str = ""
    payload: str = ""
    at: float = 0.0
    owner: str = ""
    renewed: int = 0
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
    """The updates as one instance sees them. `waiting`: how many were unfinished at the last look, whoever
    has them."""

    def __init__(self, store: Store, owner: str, lease: float = _LEASE) -> None:
        """`owner`: a name that no instance has had before; `lease`: seconds without a sign of life after
        which what an instance took is given to another, where the store is shared. In a store of one process
        what another took is free at once: that process is no more."""
        self.waiting = 0
        self._store = store
        self._owner = owner
        self._lease = lease if store.shared else 0.0
        self._mine: dict[int, float] = {}  # what this instance holds, and when it last said so
        self._watched: dict[int, tuple[_Claim, float]] = {}  # what others hold, and since when unchanged
        self._looked = -inf

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
        """The updates to be handled next, at most one of a chat: the first of it, where none of it is being
        handled. One that is `answered` needs only its replies sent. What this instance holds already stays
        its own, if this is called often enough. `now`: seconds of a clock that only goes forward, of this
        process; `ready`: whether an update need not wait for one that may still come before it."""
        if now - self._looked > self._lease / 2:
            self._watched = {}  # who did not look does not know how long a claim stood
        self._looked = now
        mine, watched, self.waiting, taken = self._store.change(
            lambda draft: self._look(draft, now, most, ready), lasting=False
        )
        self._mine, self._watched = mine, watched
        return taken

    def _look(
        self, draft: Draft, now: float, most: int, ready: Callable[[int], bool]
    ) -> tuple[dict[int, float], dict[int, tuple[_Claim, float]], int, list[Update]]:
        mine: dict[int, float] = {}
        watched: dict[int, tuple[_Claim, float]] = {}
        taken: list[Update] = []
        values = draft.values(Update)
        for value in sorted(_next(values), key=_place):
            id, owner = value["id"], value.get("owner", "")
            if owner == self._owner:
                mine[id] = self._renew(draft, id, now)
                continue
            if owner:
                claim = owner, value.get("renewed", 0)
                before, since = self._watched.get(id, (claim, now))
                watched[id] = claim, since if before == claim else now
            if len(taken) < most and ready(id):
                over = {watched[id][0]} if id in watched and now - watched[id][1] >= self._lease else set()
                taken += self._claim(draft, id, over)
        mine |= dict.fromkeys((update.id for update in taken), now)
        return mine, watched, len(values), taken

    def _claim(self, draft: Draft, id: int, over: set[_Claim]) -> list[Update]:
        """Take an update that nobody holds, or with a claim that is `over`."""
        update = draft.get(Update, number_key(id))
        if update is None or (update.owner and (update.owner, update.renewed) not in over):
            return []
        taken = replace(update, owner=self._owner, renewed=0, tries=update.tries + 1)
        draft.put(taken)
        return [taken]

    def _renew(self, draft: Draft, id: int, now: float) -> float:
        """Say that this instance is alive, where it is time to; when it last said so."""
        said = self._mine.get(id, now)
        if now - said < self._lease / 4 or not self._lease:
            return said
        update = draft.get(Update, number_key(id))
        if update is not None and update.owner == self._owner:
            draft.put(replace(update, renewed=update.renewed + 1))
        return now

    def keep(self, id: int, now: float) -> bool:
        """Whether an update is still this instance's, before something is done that cannot be undone; asks
        the store where it is not certain. Raises StoreError."""
        if not self._lease or now - self._mine.get(id, -inf) < self._lease / 2:
            return True

        def work(draft: Draft) -> bool:
            update = draft.get(Update, number_key(id))
            if update is None or update.owner != self._owner:
                return False
            draft.put(replace(update, renewed=update.renewed + 1))
            return True

        kept = self._store.change(work, lasting=False)
        if kept:
            self._mine[id] = now
        return kept

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
        if update is None or update.owner == self._owner or update.answered:
            draft.remove(Update, number_key(id))
            draft.put(Finished(id))

    def give_back(self) -> None:
        """Leave everything that this instance holds to whoever takes it next."""

        def work(draft: Draft) -> None:
            for value in draft.values(Update):
                if value.get("owner", "") == self._owner:
                    update = draft.get(Update, number_key(value["id"]))
                    if update is not None and update.owner == self._owner:
                        draft.put(replace(update, owner="", renewed=0))

        self._store.change(work)


def _place(value: Value) -> tuple[bool, int]:
    """The place of an update in the order of its chat."""
    return value["id"] >= 0, abs(value["id"])


def _next(values: list[Value]) -> list[Value]:
    """The update of each chat that comes next: the one being handled, else the first."""
    found: dict[str, Value] = {}
    for value in values:
        chat = value.get("chat", "")
        before = found.setdefault(chat, value)
        if (not value.get("owner"), _place(value)) < (not before.get("owner"), _place(before)):
            found[chat] = value
    return list(found.values())
