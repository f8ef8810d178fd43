"""PostgreSQL: instances that share it, and a database that goes away and comes back."""

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

pytest.importorskip("psycopg", reason="psycopg is not installed (pip install 'rolebot[postgres]')")

from alembic.script import ScriptDirectory

from bot.conversation import Conversations
from bot.imports import carry_out, propose, read_given, unseen
from bot.stored import LivingHandbook, stored_handbook
from knowledge import Handbook
from knowledge.errors import StoreError
from knowledge.store.address import open_store
from knowledge.store.draft import Draft
from knowledge.store.kept.counter import Counter, next_number
from knowledge.store.kept.person import Person
from knowledge.store.kept.update import Finished, Inbox, Update
from knowledge.store.kept.words import Words
from knowledge.store.postgres import schema
from knowledge.store.store import Store
from tests.store.server import Server

NOW = 1_900_000_000.0


@pytest.fixture
def two(database: str) -> Iterator[tuple[Store, Store]]:
    """Two instances of one database."""
    with open_store(database) as one, open_store(database) as other:
        yield one, other


def test_the_newest_migration_is_the_one_expected() -> None:
    scripts = ScriptDirectory(str(Path(schema.__file__).parent))
    assert scripts.get_current_head() == schema.HEAD


def test_organizations_have_schemas_of_their_own(server: Server) -> None:
    server.execute("DROP SCHEMA IF EXISTS one CASCADE; DROP SCHEMA IF EXISTS other CASCADE")
    server.execute("CREATE SCHEMA one; CREATE SCHEMA other")
    one, other = (f"{server.address()}?options=-csearch_path%3D{name}" for name in ("one", "other"))
    with open_store(one) as first, open_store(other) as second:
        first.change(lambda draft: draft.put(Person("7")))
        assert first.get(Person, "7")
        assert second.all(Person) == []


def test_reading_makes_no_tables(server: Server) -> None:
    server.execute("DROP SCHEMA IF EXISTS fresh CASCADE; CREATE SCHEMA fresh")
    with open_store(f"{server.address()}?options=-csearch_path%3Dfresh", read_only=True) as store:
        assert store.get(Person, "7") is None
        assert store.tables() == []
        assert stored_handbook(store).ask("谁审批费用报销")[0].roles == ("集团客户部经理",)
    assert server.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'fresh'") == [(0,)]


def test_several_instances_may_begin_at_once(server: Server) -> None:
    server.execute("DROP SCHEMA IF EXISTS begun CASCADE; CREATE SCHEMA begun")
    where = f"{server.address()}?options=-csearch_path%3Dbegun"
    with ThreadPoolExecutor() as threads:
        for store in threads.map(open_store, [where] * 4):
            with store:
                assert store.all(Person) == []


def test_a_database_of_a_newer_program_is_refused(server: Server) -> None:
    server.execute("DROP SCHEMA IF EXISTS newer CASCADE; CREATE SCHEMA newer")
    where = f"{server.address()}?options=-csearch_path%3Dnewer"
    open_store(where).close()
    server.execute("UPDATE newer.alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match="升级"):
        open_store(where)


def test_one_that_cannot_be_reached_is_told_without_its_password() -> None:
    with pytest.raises(StoreError, match="连不上数据库") as told:
        open_store("postgresql://me:geheim@127.0.0.1:1/none")
    assert "geheim" not in str(told.value)


# ── several instances ────────────────────────────────────────────────────────────────────────────────────


def test_instances_count_to_the_right_sum(two: tuple[Store, Store]) -> None:
    def count(store: Store) -> None:
        for _ in range(50):
            store.change(lambda draft: next_number(draft, Person))

    with ThreadPoolExecutor() as threads:
        list(threads.map(count, [*two, *two]))
    assert two[0].get(Counter, Person.TABLE) == Counter(Person.TABLE, 200)


def test_threads_of_an_instance_leave_no_marks(server: Server, database: str) -> None:
    with open_store(database) as store, ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _: store.change(lambda draft: next_number(draft, Person)), range(400)))
        assert store.get(Counter, Person.TABLE) == Counter(Person.TABLE, 400)
    assert server.execute("SELECT count(*) FROM marks") == [(0,)]


def test_changes_that_wait_for_each_other_are_both_made(two: tuple[Store, Store]) -> None:
    """Each holds what the other wants; the database ends one of them, which is made again."""
    meeting = threading.Barrier(2, timeout=30)

    def work(names: str) -> Callable[[Draft], None]:
        met: list[bool] = []

        def change(draft: Draft) -> None:
            for name in names:
                before = draft.get(Counter, name) or Counter(name)
                draft.put(Counter(name, before.last + 1))
                if not met:
                    met.append(True)
                    meeting.wait()

        return change

    with ThreadPoolExecutor() as threads:
        list(threads.map(lambda pair: pair[0].change(work(pair[1])), zip(two, ("ab", "ba"), strict=True)))
    assert [two[0].get(Counter, name) for name in "ab"] == [Counter("a", 2), Counter("b", 2)]


def test_a_conversation_goes_on_at_another_instance(handbook: Handbook, two: tuple[Store, Store]) -> None:
    one, other = (Conversations(handbook, store) for store in two)
    one.ask("a", "客户开发主管的上级是谁")
    assert other.ask("a", "那他的下级呢").roles == ("客户开发专员",)


def test_all_instances_serve_what_one_imported(tmp_path: Path, two: tuple[Store, Store]) -> None:
    one, other = two
    (tmp_path / "甲.txt").write_text("岗位名称：甲专员\n直接上级：乙主管\n", "utf-8")
    heard = threading.Event()
    with LivingHandbook(other).following() as living, other.watching(lambda tables: heard.set()):
        before = living.current()
        given = read_given([tmp_path], unseen)
        assert carry_out(one, propose(one, given), "admin") is not None
        assert heard.wait(10)
        after = living.current()
    assert before.ask("甲专员的上级是谁")[0].status == "not_found"
    assert after.ask("甲专员的上级是谁")[0].roles == ("乙主管",)


def test_an_update_is_handled_by_one_instance_only(two: tuple[Store, Store]) -> None:
    """Both get every update, as with a redelivery, and handle as fast as they can."""
    updates, chats = 200, 20
    handled: list[tuple[int, int]] = []

    def instance(number: int) -> None:
        box = Inbox(two[number % 2], f"instance {number}")
        for id in range(updates):
            box.receive(id, str(id % chats), "", NOW)
        while True:
            for update in box.take(time.monotonic(), most=5):
                if two[number % 2].change(lambda draft, id=update.id: box.answer(draft, id, ("答",))):
                    handled.append((update.id, number))
                box.finish(update.id)
            if not two[number % 2].all(Update):
                return

    with ThreadPoolExecutor() as threads:
        list(threads.map(instance, range(4)))
    ids = [id for id, _ in handled]
    assert sorted(ids) == list(range(updates))
    assert len({number for _, number in handled}) > 1
    for chat in range(chats):
        in_chat = [id for id in ids if id % chats == chat]
        assert in_chat == sorted(in_chat)
    assert len(two[0].all(Finished)) == updates


# ── a database that goes away ────────────────────────────────────────────────────────────────────────────


def test_a_change_is_made_when_the_database_is_back(server: Server, two: tuple[Store, Store]) -> None:
    """It dies in the middle of the change, and again before the next; what was promised before is there."""
    store, other = two
    store.change(lambda draft: draft.put(Person("before")))
    runs: list[int] = []

    def work(draft: Draft) -> None:
        runs.append(1)
        draft.put(Person("during"))
        assert draft.get(Counter, "held") is None  # the transaction is under way
        if len(runs) == 1:
            server.stop("immediate")
            server.start()

    store.change(work)
    assert len(runs) == 2
    assert {kept.person for kept in store.all(Person)} == {"before", "during"}
    server.stop("immediate")
    server.start()
    assert {kept.person for kept in other.all(Person)} == {"before", "during"}
    other.change(lambda draft: draft.put(Person("after")))
    assert store.get(Person, "after")


def test_watchers_hear_again_after_a_restart(server: Server, two: tuple[Store, Store]) -> None:
    one, other = two
    heard = threading.Event()
    one.change(lambda draft: draft.put(Words("大龙=总经理")))
    with other.watching(lambda tables: heard.set()):
        heard.clear()
        server.stop("immediate")
        server.start()
        assert heard.wait(20)  # something may have changed meanwhile
        heard.clear()
        one.change(lambda draft: draft.put(Words("报账=费用报销")))
        assert heard.wait(20)


def test_a_commit_whose_answer_was_lost_is_not_made_twice(
    server: Server, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The transaction is committed, but the connection ends before the database says so."""
    import psycopg

    with open_store(database) as store:
        commit = psycopg.Connection.transaction
        lost: list[int] = []

        class Losing:
            def __init__(self, inner: AbstractContextManager[object]) -> None:
                self._inner = inner

            def __enter__(self) -> object:
                return self._inner.__enter__()

            def __exit__(self, *error: object) -> None:
                self._inner.__exit__(*error)  # type: ignore[arg-type]
                if not lost:
                    lost.append(1)
                    raise psycopg.OperationalError("connection lost")

        monkeypatch.setattr(psycopg.Connection, "transaction", lambda connection: Losing(commit(connection)))
        assert store.change(lambda draft: next_number(draft, Person)) == 1
        assert lost
        assert store.get(Counter, Person.TABLE) == Counter(Person.TABLE, 1)
