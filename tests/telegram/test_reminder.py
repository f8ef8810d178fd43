"""Reminders of the onboarding: once a day, whoever looks."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.channels.telegram.house import House
from bot.channels.telegram.metrics import Metrics
from bot.channels.telegram.onboarding import guide, remind
from bot.channels.telegram.settings import make_settings
from bot.channels.telegram.shelf import Shelf
from bot.onboarding.reminder import Reminder
from knowledge.store.draft import Draft
from knowledge.store.kept.person import Person
from knowledge.store.kept.update import Update
from knowledge.store.memory import MemoryStore
from knowledge.store.record import row

BEGAN = datetime(2027, 3, 1, 10, tzinfo=UTC)
DUE = BEGAN + timedelta(days=1)


def _house(store: MemoryStore) -> House:
    settings = make_settings({"ROLEBOT_TELEGRAM_TOKEN": "1:a", "ROLEBOT_MEMBERS": "everyone"})
    return House(settings, store, Shelf(store), Metrics(), 1, "bot")


def _person(house: House) -> Person:
    progress, _ = guide(house.shelf.handbook).begin("客户开发专员", BEGAN.timestamp())
    return Person("7", (), progress.steps(), progress.started, Reminder(9).settings())


def test_once_a_day() -> None:
    store = MemoryStore()
    house = _house(store)
    store.change(lambda draft: draft.put(_person(house)))
    days = (BEGAN, DUE, DUE, DUE + timedelta(hours=3), DUE + timedelta(days=1))
    told = [store.change(lambda draft, now=day: remind(house, draft, now)) for day in days]
    assert told == [0, 1, 0, 0, 1]
    assert [(update.id, update.chat) for update in store.all(Update)] == [(-1, "7"), (-2, "7")]


def test_whom_another_instance_has_told_meanwhile_is_not_told_again() -> None:
    house = _house(MemoryStore())
    seen = _person(house)
    told = replace(seen, roles=("客户开发专员",), settings=Reminder(9).sent(DUE).settings())
    draft = Draft(lambda _, key: row(told)[1] if key == "7" else None, lambda _: [row(seen)], lambda _: {})
    assert remind(house, draft, DUE) == 0
    assert draft.changes == {}
