"""The port: what every store does alike."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event, Thread
from typing import ClassVar

import pytest

from knowledge import KnowledgeError
from knowledge.store.draft import Draft
from knowledge.store.kept.counter import Counter, next_number
from knowledge.store.record import Record
from knowledge.store.store import Store


@dataclass(frozen=True, slots=True)
class Thing(Record):
    TABLE: ClassVar[str] = "things"
    name: str
    size: int = 0
    parts: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Few(Record):
    TABLE: ClassVar[str] = "few"
    MOST: ClassVar[int] = 3
    name: str

    @property
    def key(self) -> str:
        return self.name


def put(store: Store, *records: Record) -> None:
    def work(draft: Draft) -> None:
        for record in records:
            draft.put(record)

    store.change(work)


def names(store: Store) -> list[str]:
    return [thing.name for thing in store.all(Thing)]


def test_nothing_is_there_at_first(store: Store) -> None:
    assert store.get(Thing, "甲") is None
    assert store.all(Thing) == []
    assert store.tables() == []
    assert store.digests() == frozenset()
    assert store.notices == []


@pytest.mark.parametrize(
    "thing",
    [
        Thing("甲", 7, ("乙", "丙")),
        Thing("", 0),
        Thing("'; DROP TABLE counters; --"),
        Thing('%s {key} \\ " \n\t', parts=("\r\n",)),
        Thing("💡" * 300, -(10**15)),
        Thing("长" * 5000),
    ],
)
def test_what_is_put_is_got(store: Store, thing: Thing) -> None:
    put(store, thing)
    assert store.get(Thing, thing.name) == thing
    assert store.all(Thing) == [thing]


@pytest.mark.parametrize(
    ("text", "kept"), [("半\ud800个", "半?个"), ("零\0字", "零\ufffd字"), ("\0", "\ufffd")]
)
def test_what_no_store_can_hold_is_replaced(store: Store, text: str, kept: str) -> None:
    put(store, Thing(text, parts=(text,)))
    assert store.get(Thing, text) == Thing(kept, parts=(kept,))


def test_the_last_put_lies_last(store: Store) -> None:
    put(store, Thing("甲"), Thing("乙"), Thing("丙"))
    put(store, Thing("甲", 1))
    assert names(store) == ["乙", "丙", "甲"]
    store.change(lambda draft: draft.remove(Thing, "丙"))
    assert names(store) == ["乙", "甲"]


def test_a_change_sees_itself(store: Store) -> None:
    put(store, Thing("甲"), Thing("乙"))

    def work(draft: Draft) -> list[str]:
        draft.put(Thing("甲", 1))
        draft.remove(Thing, "乙")
        draft.put(Thing("丙"))
        assert draft.get(Thing, "甲") == Thing("甲", 1)
        assert draft.get(Thing, "乙") is None
        return [thing.name for thing in draft.all(Thing)]

    assert store.change(work) == ["甲", "丙"]
    assert names(store) == ["甲", "丙"]


def test_a_change_that_fails_changes_nothing(store: Store) -> None:
    put(store, Thing("甲"))

    def work(draft: Draft) -> None:
        draft.put(Thing("甲", 1))
        draft.put(Thing("乙"))
        draft.put_file(b"x")
        raise LookupError

    with pytest.raises(LookupError):
        store.change(work)
    assert store.all(Thing) == [Thing("甲")]
    assert store.digests() == frozenset()


@pytest.mark.parametrize("lasting", [True, False])
def test_threads_count_to_the_right_sum(store: Store, lasting: bool) -> None:
    def count() -> None:
        for _ in range(25):
            store.change(lambda draft: next_number(draft, Thing), lasting=lasting)

    threads = [Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert store.get(Counter, Thing.TABLE) == Counter(Thing.TABLE, 100)


def test_files_are_found_by_their_digest(store: Store) -> None:
    one, two = store.change(lambda draft: (draft.put_file("甲".encode()), draft.put_file(b"\0\xff")))
    assert store.files([two, one]) == {one: "甲".encode(), two: b"\0\xff"}
    assert store.change(lambda draft: draft.put_file(b"\0\xff")) == two
    assert store.change(lambda draft: draft.file(one)) == "甲".encode()
    store.change(lambda draft: draft.keep_files(frozenset({two})))
    assert store.digests() == {two}
    with pytest.raises(KnowledgeError):
        store.files([one])


def test_watchers_hear_of_what_they_should(store: Store) -> None:
    heard: list[frozenset[str]] = []
    told = Event()

    def hear(tables: frozenset[str]) -> None:
        heard.append(tables)
        told.set()

    @dataclass(frozen=True, slots=True)
    class Loud(Thing):
        TABLE: ClassVar[str] = "loud"
        TOLD: ClassVar[bool] = True

    with store.watching(hear):
        put(store, Thing("甲"))
        put(store, Loud("甲"))
        assert told.wait(10)
    put(store, Loud("乙"))
    assert heard == [frozenset({"loud"})]


def test_a_full_table_drops_what_was_put_longest_ago(store: Store) -> None:
    for name in "甲乙丙":
        put(store, Few(name))
    put(store, Few("甲"))
    put(store, Few("丁"))
    assert [few.name for few in store.all(Few)] == ["丙", "甲", "丁"]


def test_what_was_kept_is_there_again(reopen: Callable[[], Store]) -> None:
    with reopen() as store:
        put(store, Thing("甲", 1), Thing("乙", 2))
        put(store, Thing("甲", 3))
        digest = store.change(lambda draft: draft.put_file(b"x"))
    for _ in range(3):
        with reopen() as store:
            assert store.all(Thing) == [Thing("乙", 2), Thing("甲", 3)]
            assert store.files([digest]) == {digest: b"x"}
            assert store.notices == []


def test_a_row_of_another_release_is_told(reopen: Callable[[], Store]) -> None:
    @dataclass(frozen=True, slots=True)
    class Older(Record):
        TABLE: ClassVar[str] = Thing.TABLE
        old_name: str
        gone: int = 1

        @property
        def key(self) -> str:
            return self.old_name

    @dataclass(frozen=True, slots=True)
    class Newer(Thing):
        more: float = 0.5

    with reopen() as store:
        put(store, Older("甲"), Thing("乙", 2))
        assert store.get(Newer, "乙") == Newer("乙", 2)
        with pytest.raises(KnowledgeError, match="升级"):
            store.get(Thing, "甲")
