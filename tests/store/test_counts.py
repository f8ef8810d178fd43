"""Counts: on every store they add up; PostgreSQL gets them every second, and a killed process loses no more
than that."""

import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from knowledge.errors import StoreError
from knowledge.store.address import open_store
from knowledge.store.draft import Draft
from knowledge.store.kept.asked import Asked, AskedOn, count_question
from knowledge.store.kept.person import Person
from knowledge.store.postgres.tallies import MOST, Tallies
from knowledge.store.record import Tally
from knowledge.store.store import Store
from tests.store.test_breaking import child, ended

if TYPE_CHECKING:
    from tests.store.server import Server

NOW = 1_900_000_000.0


def count(store: Store, wording: str, outcome: str = "answered", at: float = NOW) -> None:
    store.change(lambda draft: count_question(draft, wording, outcome, at), lasting=False)


def times(store: Store, wording: str) -> int:
    kept = store.get(Asked, wording)
    return kept.times if kept else 0


def rows(server: "Server") -> int:
    """How many wordings are written."""
    ((found,),) = server.execute("SELECT count(*) FROM records WHERE kind = 'asked'")
    return int(found)


def until(true: Callable[[], bool]) -> bool:
    """Whether something comes true within twenty seconds."""
    return any(true() or threading.Event().wait(0.05) for _ in range(400))


# ── on every store ───────────────────────────────────────────────────────────────────────────────────────


def test_the_wording_counted_last_lies_last(store: Store) -> None:
    for wording in "甲乙丙甲":
        count(store, wording)
    assert [asked.wording for asked in store.all(Asked)] == ["乙", "丙", "甲"]
    count(store, "丁")
    count(store, "丙", "not_found", NOW + 1)
    assert [asked.wording for asked in store.all(Asked)] == ["乙", "甲", "丁", "丙"]
    assert store.get(Asked, "丙") == Asked("丙", {"answered": 1, "not_found": 1}, "not_found", NOW, NOW + 1)


def test_a_change_sees_what_was_counted_before_it(store: Store) -> None:
    count(store, "甲")

    def work(draft: Draft) -> list[int]:
        count_question(draft, "甲", "answered", NOW)
        asked = draft.get(Asked, "甲")
        return [asked.times if asked else 0, len(draft.all(Asked))]

    assert store.change(work) == [1, 1]
    assert times(store, "甲") == 2


def test_a_change_that_fails_counts_nothing(store: Store) -> None:
    def work(draft: Draft) -> None:
        count_question(draft, "甲", "answered", NOW)
        raise LookupError

    with pytest.raises(LookupError):
        store.change(work)
    assert store.all(Asked) == store.all(AskedOn) == []
    assert store.tables() == []


def test_threads_count_to_the_right_sum(store: Store) -> None:
    with ThreadPoolExecutor(12) as threads:
        list(threads.map(lambda number: count(store, f"问{number % 3}"), range(600)))
    assert [times(store, f"问{number}") for number in range(3)] == [200, 200, 200]
    assert [on.counts for on in store.all(AskedOn)] == [{"answered": 600}]


def test_counts_are_written_when_the_store_is_closed(reopen: Callable[[], Store]) -> None:
    for _ in range(2):
        with reopen() as store:
            count(store, "甲")
            count(store, "乙")
    with reopen() as store:
        assert [(asked.wording, asked.times) for asked in store.all(Asked)] == [("甲", 2), ("乙", 2)]


# ── PostgreSQL ───────────────────────────────────────────────────────────────────────────────────────────


def test_counts_of_two_instances_add_up(database: str) -> None:
    def instance(number: int) -> None:
        with open_store(database) as store:
            for turn in range(100):
                count(store, "甲", ("answered", "not_found")[number])
                count(store, f"问{number}-{turn}")
                if turn % 20 == 0:
                    assert times(store, "甲") > turn

    with ThreadPoolExecutor() as threads:
        list(threads.map(instance, range(2)))
    with open_store(database) as store:
        kept = store.get(Asked, "甲")
        assert kept is not None
        assert kept.counts == {"answered": 100, "not_found": 100}
        assert len(store.all(Asked)) == 201
        assert [on.counts for on in store.all(AskedOn)] == [{"answered": 300, "not_found": 100}]


def test_other_instances_see_counts_soon(database: str) -> None:
    with open_store(database) as one, open_store(database) as other:
        for expected in (1, 2):
            count(one, "甲")
            assert until(lambda expected=expected: times(other, "甲") == expected)  # type: ignore[misc]


def test_few_counts_wait_in_memory(server: "Server", database: str) -> None:
    with open_store(database) as store:
        for number in range(1_000):
            count(store, f"问{number}")
            assert number < 400 or rows(server) >= number - 200
        assert len(store.all(Asked)) == 1_000


def test_old_wordings_go(monkeypatch: pytest.MonkeyPatch, database: str) -> None:
    monkeypatch.setattr(Asked, "MOST", 500)
    with open_store(database) as store:
        for number in range(2_000):
            count(store, f"问{number}")
        left = [asked.wording for asked in store.all(Asked)]
    assert left == [f"问{number}" for number in range(2_000 - len(left), 2_000)]
    assert len(left) <= 700  # a write more than the most


def test_counts_wait_for_a_database_that_is_away(server: "Server", database: str) -> None:
    with open_store(database) as store:
        for number in range(MOST - 2):  # with the day's, one below what is written at once
            count(store, f"问{number}")
        server.stop("immediate")
        server.start()
        assert len(store.all(Asked)) == MOST - 2
        assert [on.counts for on in store.all(AskedOn)] == [{"answered": MOST - 2}]


def test_of_counts_that_cannot_be_written_the_latest_wait() -> None:
    written: list[str] = []
    away = True

    def write(taken: list[Tally]) -> None:
        if away:
            raise StoreError("away")
        written.extend(tally.key for tally in taken)

    tallies = Tallies(write)
    tallies.stop()  # nobody writes but the test
    for number in range(3 * MOST):
        if tallies.add([Asked(f"问{number}", {"answered": 1})]):
            with pytest.raises(StoreError, match="away"):
                tallies.write()
    away = False
    tallies.write()
    assert written == [f"问{number}" for number in range(2 * MOST, 3 * MOST)]
    assert not tallies.wait()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes as POSIX has them")
def test_a_killed_instance_loses_only_counts_that_waited(server: "Server", database: str) -> None:
    """Ten times: what was read or is older than a second is written; what was acknowledged and is no count
    lasts."""

    def run(say: Callable[[str], None]) -> None:
        store = open_store(database)
        for number in range(1_000_000):
            count(store, "甲")
            store.change(lambda draft, n=number: draft.put(Person("7", started=n)))
            say(f"{number} {times(store, '甲') if number % 50 == 7 else 0}")

    written = acknowledged = 0
    for killed in range(10):
        process, lines = child(run)
        said = [next(lines) for _ in range(60)]
        os.kill(process, signal.SIGKILL)
        said += [*lines]
        assert ended(process) == -signal.SIGKILL
        last = [int(line.split()[0]) for line in said][-1]
        seen = max(int(line.split()[1]) for line in said)
        assert seen >= written + 8
        with open_store(database) as store:
            kept = store.get(Person, "7")
            assert kept is not None
            assert kept.started in (last, last + 1)  # the one under way may be there as well
            acknowledged += last + 1
            written = times(store, "甲")
        assert seen <= written <= acknowledged + killed + 1
