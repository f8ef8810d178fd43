"""The inbox: nothing lost, nothing handled twice, the order of a chat kept."""

from collections.abc import Callable

import pytest

from knowledge.store.kept.update import Finished, Inbox, Update
from knowledge.store.memory import MemoryStore
from knowledge.store.store import Store

NOW = 1_900_000_000.0


@pytest.fixture
def inbox(store: Store) -> Inbox:
    return Inbox(store, "first")


def ids(updates: list[Update]) -> list[int]:
    return [update.id for update in updates]


def test_an_update_from_receipt_to_finish(store: Store, inbox: Inbox) -> None:
    assert inbox.receive(5, "chat", '{"text": "你好"}', NOW)
    assert store.get(Update, "5") == Update(5, "chat", '{"text": "你好"}', NOW)
    (taken,) = inbox.take(NOW)
    assert (taken.id, taken.payload, taken.tries, taken.answered) == (5, '{"text": "你好"}', 1, False)
    assert store.change(lambda draft: inbox.answer(draft, 5, ("你好！", "再见")))
    kept = store.get(Update, "5")
    assert kept is not None
    assert (kept.answered, kept.replies) == (True, ("你好！", "再见"))
    inbox.finish(5)
    assert store.get(Update, "5") is None
    assert store.get(Finished, "5") == Finished(5)
    assert inbox.take(NOW) == []


def test_an_update_that_comes_again_is_known(inbox: Inbox) -> None:
    assert [inbox.receive(5, "chat", "", NOW), inbox.receive(5, "chat", "", NOW)] == [True, False]
    inbox.take(NOW)
    assert not inbox.receive(5, "chat", "", NOW)
    inbox.finish(5)
    assert not inbox.receive(5, "chat", "", NOW)


def test_one_of_a_chat_at_a_time_in_order(inbox: Inbox) -> None:
    for id, chat in ((7, "a"), (3, "a"), (10, "b"), (12, "b"), (4, "c")):
        inbox.receive(id, chat, "", NOW)
    assert sorted(ids(inbox.take(NOW))) == [3, 4, 10]
    assert inbox.take(NOW) == []
    inbox.finish(10)
    assert ids(inbox.take(NOW)) == [12]
    inbox.finish(3)
    inbox.receive(13, "a", "", NOW)
    assert ids(inbox.take(NOW)) == [7]


def test_what_the_bot_has_to_say_goes_first_in_its_order(inbox: Inbox) -> None:
    for id in (7, -1, -2, 8):
        inbox.receive(id, "a", "", NOW)
    told = []
    while taken := inbox.take(NOW):
        told += ids(taken)
        inbox.finish(told[-1])
    assert told == [-1, -2, 7, 8]


def test_no_more_than_wanted_are_taken(inbox: Inbox) -> None:
    for id in range(5):
        inbox.receive(id, str(id), "", NOW)
    assert [len(inbox.take(NOW, most=2)) for _ in range(4)] == [2, 2, 1, 0]


def test_what_is_given_back_is_taken_again(inbox: Inbox) -> None:
    inbox.receive(5, "chat", "", NOW)
    inbox.take(NOW)
    inbox.give_back()
    (again,) = inbox.take(NOW)
    assert again.tries == 2


@pytest.mark.parametrize("after", [-1e9, -1.0, 0.0, 1.0, 1e9])
def test_a_process_that_died_leaves_its_updates(reopen: Callable[[], Store], after: float) -> None:
    with reopen() as store:
        inbox = Inbox(store, "first")
        inbox.receive(5, "a", "", NOW)
        inbox.receive(6, "b", "", NOW)
        inbox.take(NOW)
        store.change(lambda draft: inbox.answer(draft, 6, ("答",)))
    with reopen() as store:
        # where the store is shared, the one that died may be alive until its time is over
        taken = Inbox(store, "second", lease=0).take(NOW + after)
        assert [(update.id, update.answered, update.replies) for update in taken] == [
            (5, False, ()),
            (6, True, ("答",)),
        ]


class Shared(MemoryStore):
    """A store that several instances use."""

    shared = True


@pytest.fixture
def two() -> tuple[Store, Inbox, Inbox]:
    store = Shared()
    return store, Inbox(store, "first", lease=60), Inbox(store, "second", lease=60)


def test_another_instance_waits(two: tuple[Store, Inbox, Inbox]) -> None:
    store, first, second = two
    first.receive(5, "a", "", NOW)
    second.receive(6, "a", "", NOW)
    assert ids(first.take(NOW)) == [5]
    assert second.take(NOW) == []
    assert not store.change(lambda draft: second.answer(draft, 5, ()))
    first.finish(5)
    assert ids(second.take(NOW)) == [6]


def watch(inbox: Inbox, begin: float, end: float) -> list[int]:
    """What an instance takes that looks every second, up to when it takes something."""
    for at in range(int(end - begin) + 1):
        if taken := inbox.take(begin + at):
            return ids(taken)
    return []


# how far the clock of the second instance is ahead of the first one's
APART = [-1e9, -61.0, -0.01, 0.0, 0.01, 61.0, 1e9]


@pytest.mark.parametrize("apart", APART)
def test_another_instance_takes_over_when_there_is_no_sign_of_life(
    two: tuple[Store, Inbox, Inbox], apart: float
) -> None:
    store, first, second = two
    first.receive(5, "a", "", NOW)
    first.take(NOW)
    assert watch(second, NOW + apart, NOW + apart + 59) == []
    assert watch(second, NOW + apart + 60, NOW + apart + 61) == [5]
    assert not store.change(lambda draft: first.answer(draft, 5, ("一",)))
    assert store.change(lambda draft: second.answer(draft, 5, ("二",)))


def test_an_instance_cannot_finish_what_another_has(two: tuple[Store, Inbox, Inbox]) -> None:
    store, first, second = two
    first.receive(5, "a", "", NOW)
    first.take(NOW)
    watch(second, NOW, NOW + 61)
    first.finish(5)
    assert store.get(Finished, "5") is None
    assert store.change(lambda draft: second.answer(draft, 5, ("二",)))
    first.finish(5)  # its replies are written down, so it is known what to send
    assert store.get(Finished, "5") == Finished(5)


@pytest.mark.parametrize("apart", APART)
@pytest.mark.parametrize("most", [0, 32])  # it may have no room for more
def test_an_instance_at_work_keeps_what_it_has(
    two: tuple[Store, Inbox, Inbox], apart: float, most: int
) -> None:
    _, first, second = two
    first.receive(5, "a", "", NOW)
    first.take(NOW)
    for at in range(0, 300, 10):
        assert first.take(NOW + at, most) == []
        assert second.take(NOW + at + apart) == []


def test_who_did_not_look_does_not_take_over(two: tuple[Store, Inbox, Inbox]) -> None:
    """The database may have been away, or the machine asleep: the owner gets the time to say that it
    lives."""
    _, first, second = two
    first.receive(5, "a", "", NOW)
    first.take(NOW)
    assert second.take(NOW + 1) == []
    assert second.take(NOW + 1_000) == []
    assert first.take(NOW + 1_000) == []
    assert watch(second, NOW + 1_001, NOW + 1_059) == []
    assert watch(second, NOW + 1_060, NOW + 1_062) == [5]


def test_what_is_about_to_be_sent_is_still_ones_own(two: tuple[Store, Inbox, Inbox]) -> None:
    store, first, second = two
    first.receive(5, "a", "", NOW)
    first.take(NOW)
    assert first.keep(5, NOW + 1)
    assert first.keep(5, NOW + 40)  # it has slept, and nobody took it
    assert watch(second, NOW, NOW + 59) == []
    assert watch(second, NOW + 60, NOW + 61) == [5]
    assert not first.keep(5, NOW + 100)
    assert store.change(lambda draft: second.answer(draft, 5, ("二",)))


def test_what_arrives_late_waits_for_what_is_being_handled(inbox: Inbox) -> None:
    inbox.receive(6, "a", "", NOW)
    assert ids(inbox.take(NOW)) == [6]
    inbox.receive(5, "a", "", NOW)
    assert inbox.take(NOW) == []
    inbox.finish(6)
    assert ids(inbox.take(NOW)) == [5]


def test_all_that_is_unfinished_is_counted(two: tuple[Store, Inbox, Inbox]) -> None:
    _, first, second = two
    for id in (5, 6, 7):
        first.receive(id, str(id), "", NOW)
    first.take(NOW, most=1)
    second.take(NOW, most=1)
    assert [first.waiting, second.waiting] == [3, 3]
    first.finish(5)
    second.take(NOW)
    assert second.waiting == 2
