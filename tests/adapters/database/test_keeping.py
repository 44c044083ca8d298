"""Retention: what was kept long enough goes, what is still needed stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from adapters.database import Database
from coaching.actions import Action, Decision
from tests.adapters.database import world
from tests.adapters.database.world import ADA, LONG_AGO, MINUTE, NOW, edit, send, told

DAY = timedelta(days=1)
KEEP = timedelta(days=400)


async def _decide(database: Database, acme: UUID, version: int, *actions: Action) -> None:
    async with database.store.open(acme) as unit:
        await unit.save(ADA.id, Decision(actions=actions), version=version)


async def _carry(database: Database) -> None:
    for batch in await database.queue.lease(NOW, limit=10, lease=MINUTE):
        for row in batch:
            await database.queue.sent(row.row, f"r-{row.id}", now=NOW)
        await database.queue.release(batch[0].row)


async def test_deliveries_are_kept_for_a_week(database: Database) -> None:
    acme = await world.settle(database)
    async with database.store.open(acme) as unit:
        await unit.first_time("d", now=NOW)
    assert (await database.prune(NOW + 7 * DAY, KEEP))["seen"] == 0
    assert (await database.prune(NOW + 9 * DAY, KEEP))["seen"] == 1
    async with database.store.open(acme) as unit:
        assert await unit.first_time("d", now=NOW)


async def test_what_was_told_goes_when_its_call_is_long_past(database: Database) -> None:
    acme = await world.settle(database)
    ahead = replace(told("ahead"), start=NOW + 30 * DAY)
    async with database.store.open(acme) as unit:
        await unit.save(ADA.id, Decision(saves=(told("past"), ahead)), version=0)
    assert (await database.prune(NOW + KEEP, KEEP))["told"] == 0
    assert (await database.prune(NOW + KEEP + DAY, KEEP))["told"] == 1
    async with database.store.open(acme) as unit:
        assert (await unit.known(ADA.id, since=LONG_AGO)).told == (ahead,)


async def test_messages_go_once_they_are_settled_for_long(database: Database) -> None:
    acme = await world.settle(database)
    await _decide(database, acme, 0, send("m"), send("late", helps_until=NOW - DAY))
    await _carry(database)
    await _decide(database, acme, 1, send("waits"))
    assert (await database.prune(NOW + KEEP, KEEP))["outbox"] == 0
    assert (await database.prune(NOW + KEEP + DAY, KEEP))["outbox"] == 2
    async with database.store.open(acme) as unit:
        assert [await unit.message(name) for name in ("m", "late", "waits")] == [
            None,
            None,
            world.words(),
        ]


async def test_a_message_stays_while_an_edit_of_it_waits(database: Database) -> None:
    acme = await world.settle(database)
    await _decide(database, acme, 0, send("m"))
    await _carry(database)
    await _decide(database, acme, 1, edit("m"))
    assert (await database.prune(NOW + KEEP + DAY, KEEP))["outbox"] == 0
    await _carry(database)
    assert (await database.prune(NOW + KEEP + DAY, KEEP))["outbox"] == 2


async def test_what_was_dropped_undated_counts_from_the_first_pruning(database: Database) -> None:
    acme = await world.settle(database)
    await _decide(database, acme, 0, edit("never sent"))
    assert (await database.prune(NOW, KEEP))["outbox"] == 0
    assert await database.dropped(NOW - DAY) == {"no_message": 1}
    assert (await database.prune(NOW + KEEP + DAY, KEEP))["outbox"] == 1


async def test_what_a_rep_sees_otherwise_goes_when_it_was_kept_for_long(database: Database) -> None:
    acme = await world.settle(database)
    later = world.dissent("They sign", said_at=NOW + DAY)
    async with database.store.open(acme) as unit:
        await unit.save(ADA.id, Decision(saves=(world.dissent(), later)), version=0)
    assert (await database.prune(NOW + KEEP, KEEP))["dissents"] == 0
    assert (await database.prune(NOW + KEEP + MINUTE, KEEP))["dissents"] == 1
    async with database.store.open(acme) as unit:
        assert await unit.dissents() == (later,)


async def test_installs_that_nobody_finished_are_forgotten(database: Database) -> None:
    await database.tenants.note_state("late", until=NOW - MINUTE)
    await database.tenants.note_state("fresh", until=NOW + MINUTE)
    assert (await database.prune(NOW, KEEP))["install_states"] == 1
    assert await database.tenants.take_state("fresh", now=NOW)
