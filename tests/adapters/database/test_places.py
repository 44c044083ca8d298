"""Where people and teams are reached, and what becomes of what waits when a place is gone."""

from __future__ import annotations

from dataclasses import replace

from adapters.database import Database
from adapters.ports import Place
from coaching.actions import Decision
from tests.adapters.database import world
from tests.adapters.database.world import ADA, MINUTE, NORTH, NOW

STRANGER = Place(platform="slack", tenant="T1", address="D9", kind="rep")


async def test_a_rep_without_an_account_is_reached_nowhere_any_more(database: Database) -> None:
    workspace = await world.settle(database)
    async with database.store.open(workspace) as unit:
        assert await unit.place_of(ADA.id) == world.place()
        await unit.save(ADA.id, Decision(actions=(world.send("m"),)), version=0)
        await unit.drop_account(world.account())
        await unit.drop_account(world.account())
        assert await unit.place_of(ADA.id) is None
        assert await unit.rep_of(world.account()) is None
    assert await database.queue.lease(NOW, limit=10, lease=MINUTE) == ()


async def test_with_two_accounts_the_other_one_is_reached_when_one_is_gone(
    database: Database,
) -> None:
    workspace = await world.settle(database)
    other = replace(world.account(), user="other")
    async with database.store.open(workspace) as unit:
        await unit.put_account(other, ADA.id, STRANGER)
        assert await unit.place_of(ADA.id) == STRANGER
        await unit.drop_account(other)
        assert await unit.place_of(ADA.id) == world.place()


async def test_whoever_is_met_by_one_account_is_found_where_they_were_last(
    database: Database,
) -> None:
    workspace = await world.settle(database)
    other = replace(world.account(), user="other")
    async with database.store.open(workspace) as unit:
        assert await unit.found(world.account()) == (ADA, world.place())
        assert await unit.found(other) is None
        await unit.put_account(other, ADA.id, STRANGER)
        assert await unit.found(world.account()) == (ADA, STRANGER)
        assert await unit.found(other) == (ADA, STRANGER)


async def test_a_channel_that_is_gone_gets_no_posts(database: Database) -> None:
    workspace = await world.settle(database)
    async with database.store.open(workspace) as unit:
        assert await unit.channel(NORTH.id) == world.channel()
        await unit.save_team(NORTH.id, Decision(actions=(world.post("p"),)))
        assert await unit.drop_channel(STRANGER) is None
        assert await unit.drop_channel(world.channel()) == NORTH.id
        assert await unit.drop_channel(world.channel()) is None
        assert await unit.channel(NORTH.id) is None
    assert await database.queue.lease(NOW, limit=10, lease=MINUTE) == ()


async def test_a_notice_goes_to_a_place_that_is_nobodys_once_and_in_its_language(
    database: Database,
) -> None:
    workspace = await world.settle(database)
    for _ in range(2):
        async with database.store.open(workspace) as unit:
            await unit.notify(
                "n", STRANGER, world.words("hello"), language="zh-Hans", zone="Asia/Shanghai"
            )
    (batch,) = await database.queue.lease(NOW, limit=10, lease=MINUTE)
    (row,) = batch
    assert (row.id, row.place, row.message) == ("n", STRANGER, world.words("hello"))
    assert (row.language, row.zone) == ("zh-Hans", "Asia/Shanghai")


async def test_an_edited_notice_keeps_its_reader(database: Database) -> None:
    workspace = await world.settle(database)
    async with database.store.open(workspace) as unit:
        await unit.notify("n", STRANGER, world.words("a"), language="zh-Hans", zone="UTC")
    (batch,) = await database.queue.lease(NOW, limit=10, lease=MINUTE)
    await database.queue.sent(batch[0].row, "D9:1", now=NOW)
    await database.queue.release(batch[0].row)
    async with database.store.open(workspace) as unit:
        await unit.save(ADA.id, Decision(actions=(world.edit("n", "b"),)), version=0)
    (batch,) = await database.queue.lease(NOW, limit=10, lease=MINUTE)
    assert (batch[0].kind, batch[0].reference, batch[0].language) == ("edit", "D9:1", "zh-Hans")
