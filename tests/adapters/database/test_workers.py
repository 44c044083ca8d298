"""Several programs on one PostgreSQL (here: databases opened apart) leave each other alone."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest

from adapters.database import Database, connect
from adapters.ports import Outgoing, Queue
from coaching.actions import Decision
from coaching.people import Rep
from tests.adapters.database import world
from tests.adapters.database.world import MINUTE, NOW

WORKERS = 3
REPS = 12
EACH = 4


@pytest.fixture
async def workers(postgresql_url: str) -> AsyncIterator[list[Database]]:
    """Databases with connections and leases of their own."""
    async with AsyncExitStack() as stack:
        opened = [await connect(postgresql_url) for _ in range(WORKERS)]
        for database in opened:
            stack.push_async_callback(database.close)
        yield opened


async def _fill(database: Database) -> None:
    """Reps with some messages and one nudge each."""
    acme = await world.settle(database)
    async with database.store.open(acme) as unit:
        for number in range(REPS):
            rep = world.rep(f"R{number}")
            actions = tuple(world.send(f"{rep.name}-{each}") for each in range(EACH))
            decision = Decision(actions=actions, nudges=(world.nudge(rep.name),))
            await unit.put_rep(rep)
            await unit.put_account(world.account(rep.name), rep.id, world.place(rep.name))
            await unit.save(rep.id, decision, version=0)


async def test_no_conversation_is_leased_by_two(workers: list[Database]) -> None:
    await _fill(workers[0])
    leased = await asyncio.gather(
        *(worker.queue.lease(NOW, limit=3, lease=MINUTE) for worker in workers * 4)
    )
    places = [batch[0].place.address for batches in leased for batch in batches]
    assert sorted(places) == sorted(f"dm-R{number}" for number in range(REPS))


async def test_no_nudge_is_claimed_by_two(workers: list[Database]) -> None:
    await _fill(workers[0])
    due = await asyncio.gather(
        *(worker.queue.due(NOW, limit=3, lease=MINUTE) for worker in workers * 4)
    )
    claimed = [each.nudge.about for some in due for each in some]
    assert sorted(claimed) == sorted(f"R{number}" for number in range(REPS))


async def test_many_carriers_carry_each_message_once_and_in_order(
    workers: list[Database],
) -> None:
    await _fill(workers[0])
    carried: list[Outgoing] = []
    await asyncio.gather(*(_carry(worker.queue, carried) for worker in workers))
    for number in range(REPS):
        mine = [row.id for row in carried if row.place.address == f"dm-R{number}"]
        assert mine == [f"R{number}-{each}" for each in range(EACH)]


async def _carry(queue: Queue, carried: list[Outgoing]) -> None:
    while leased := await queue.lease(NOW, limit=2, lease=MINUTE):
        for batch in leased:
            for row in batch:
                assert await queue.renew(row.row, until=NOW + MINUTE)
                carried.append(row)
                await queue.sent(row.row, f"r-{row.id}", now=NOW)
            await queue.release(batch[-1].row)


async def test_who_lost_a_lease_can_neither_renew_nor_end_it(workers: list[Database]) -> None:
    first, second, _ = workers
    await _fill(first)
    ((row, *_), *_) = await first.queue.lease(NOW, limit=1, lease=MINUTE)
    ((same, *_), *_) = await second.queue.lease(NOW + MINUTE, limit=1, lease=MINUTE)
    assert same.row == row.row
    assert not await first.queue.renew(row.row, until=NOW + 9 * MINUTE)
    await first.queue.later(row.row, NOW + 9 * MINUTE, "busy")
    await first.queue.release(row.row)
    assert await second.queue.renew(same.row, until=NOW + 3 * MINUTE)


async def test_a_carrier_that_never_leased_a_row_cannot_touch_its_lease(
    workers: list[Database],
) -> None:
    first, second, _ = workers
    await _fill(first)
    ((row, *_), *_) = await first.queue.lease(NOW, limit=1, lease=MINUTE)
    assert not await second.queue.renew(row.row, until=NOW + 9 * MINUTE)
    await second.queue.later(row.row, NOW + 9 * MINUTE, "busy")
    await second.queue.release(row.row)
    assert await first.queue.renew(row.row, until=NOW + 2 * MINUTE)


async def test_deciding_and_carrying_at_once_loses_no_edit(workers: list[Database]) -> None:
    first, second, _ = workers
    acme = await world.settle(first)
    last: dict[str, Outgoing] = {}
    done = asyncio.Event()

    async def decide() -> None:
        for version in range(30):
            action = world.edit("m", str(version)) if version else world.send("m", "0")
            async with first.store.open(acme) as unit:
                await unit.save(world.ADA.id, Decision(actions=(action,)), version=version)
        done.set()

    async def carry() -> None:
        while True:
            finished = done.is_set()
            rows: list[Outgoing] = []
            await _carry(second.queue, rows)
            last.update({row.id: row for row in rows})
            if finished:
                return

    await asyncio.gather(decide(), carry())
    assert last["m"].message == world.words("29")


async def test_decisions_that_touch_the_same_sales_wait_for_each_other_in_one_order(
    workers: list[Database],
) -> None:
    sales = [world.opportunity(f"c{number:03}.example") for number in range(300)]
    reps = [world.rep(f"R{number}") for number in range(2)]
    acme = await world.settle(workers[0])
    async with workers[0].store.open(acme) as unit:
        for rep in reps:
            await unit.put_rep(rep)

    async def save(worker: Database, rep: Rep, order: int) -> None:
        for version in range(10):
            async with worker.store.open(acme) as unit:
                decision = Decision(saves=tuple(sales[::order]))
                await unit.save(rep.id, decision, version=version)

    await asyncio.gather(save(workers[0], reps[0], 1), save(workers[1], reps[1], -1))
    async with workers[2].store.open(acme) as unit:
        known = await unit.known(reps[0].id, since=NOW)
    assert set(known.opportunities) == {sale.id for sale in sales}


async def test_an_edit_that_is_being_stored_is_in_what_is_leased_meanwhile(
    workers: list[Database],
) -> None:
    first, second, _ = workers
    acme = await world.settle(first)
    async with first.store.open(acme) as unit:
        await unit.save(world.ADA.id, Decision(actions=(world.send("m", "old"),)), version=0)
    async with first.store.open(acme) as unit:
        await unit.save(world.ADA.id, Decision(actions=(world.edit("m", "new"),)), version=1)
        leasing = asyncio.create_task(second.queue.lease(NOW, limit=1, lease=MINUTE))
        await asyncio.sleep(0.3)  # time enough to come to the row that is being changed
    ((row,),) = await leasing
    assert row.message == world.words("new")
