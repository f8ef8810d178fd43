"""Telegram's limit shared by several instances of the bot."""

import asyncio

from bot.channels.telegram.instances import alive, gone
from bot.channels.telegram.limits import Limits
from knowledge.store.address import open_store
from knowledge.store.memory import MemoryStore


def test_instances_on_one_store_know_how_many_they_are(database: str) -> None:
    with open_store(database) as store, open_store(database) as other:
        assert alive(store, "one") == 1
        assert alive(other, "two") == 2
        assert alive(store, "one") == 2
        gone(other, "two")
        assert alive(store, "one") == 1


def test_a_store_that_is_not_shared_has_one() -> None:
    assert alive(MemoryStore(), "one") == 1


def test_the_limit_is_divided_and_given_back() -> None:
    async def at_once(limits: Limits, instances: int) -> int:
        """How many messages to as many chats go out before the first has to wait for a second."""
        await limits.share(instances)
        sent: list[int] = []

        async def send(chat: int) -> None:
            async with limits.turn(chat):
                sent.append(chat)

        sending = [asyncio.create_task(send(chat)) for chat in range(1, 40)]
        for _ in range(10):
            await asyncio.sleep(0)
        for task in sending:
            task.cancel()
        return len(sent)

    assert asyncio.run(at_once(Limits(30), 1)) == 30
    assert asyncio.run(at_once(Limits(30), 2)) == 15
    assert asyncio.run(at_once(Limits(30), 40)) == 1

    async def grown() -> int:
        limits = Limits(30)
        await limits.share(3)
        return await at_once(limits, 1)

    assert asyncio.run(grown()) == 30
