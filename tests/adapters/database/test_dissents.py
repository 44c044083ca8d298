"""What reps see otherwise: once per text, with the rep, gone when they take it back."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest
from sqlalchemy import delete

from adapters.database import Database
from adapters.database.engines import address, open_engines
from adapters.database.tables import reps
from coaching.actions import Decision
from coaching.dissent import Dissent, TakenBack
from coaching.errors import Conflict
from tests.adapters.database import world
from tests.adapters.database.world import ADA, HOUR, NOW


@pytest.fixture
async def acme(database: Database) -> UUID:
    """A workspace with one team and one rep."""
    return await world.settle(database)


async def _save(database: Database, acme: UUID, version: int, *told: Dissent | TakenBack) -> None:
    async with database.store.open(acme) as unit:
        await unit.save(ADA.id, Decision(saves=told), version=version)


async def _kept(database: Database, acme: UUID) -> tuple[Dissent, ...]:
    async with database.store.open(acme) as unit:
        return tuple(await unit.dissents())


async def test_what_is_said_is_known_whole_and_in_order(database: Database, acme: UUID) -> None:
    first, second = world.dissent(), world.dissent("They sign", said_at=NOW + HOUR)
    await _save(database, acme, 0, second, first)
    assert await _kept(database, acme) == (first, second)


async def test_what_is_said_before_a_day_is_left_out(database: Database, acme: UUID) -> None:
    first, second = world.dissent(), world.dissent("They sign", said_at=NOW + HOUR)
    await _save(database, acme, 0, first, second)
    async with database.store.open(acme) as unit:
        assert await unit.dissents(since=NOW + HOUR) == (second,)


async def test_saying_it_again_of_the_same_text_replaces_it(database: Database, acme: UUID) -> None:
    again = replace(world.dissent(), says="order", said_at=NOW + HOUR)
    await _save(database, acme, 0, world.dissent())
    await _save(database, acme, 1, again)
    assert await _kept(database, acme) == (again,)


async def test_what_is_taken_back_is_deleted(database: Database, acme: UUID) -> None:
    other = world.dissent("They sign")
    await _save(database, acme, 0, world.dissent(), other)
    await _save(database, acme, 1, TakenBack(id=world.dissent().id, rep_id=ADA.id))
    assert await _kept(database, acme) == (other,)


async def test_nobody_takes_back_what_another_said(database: Database, acme: UUID) -> None:
    bea = world.rep("Bea")
    hers = world.dissent(of=bea)
    async with database.store.open(acme) as unit:
        await unit.put_rep(bea)
        await unit.save(bea.id, Decision(saves=(hers,)), version=0)
    await _save(database, acme, 0, TakenBack(id=hers.id, rep_id=ADA.id))
    assert await _kept(database, acme) == (hers,)


async def test_it_goes_with_the_rep(database: Database, database_url: str, acme: UUID) -> None:
    await _save(database, acme, 0, world.dissent())
    engines = open_engines(address(database_url))
    async with engines[0].begin() as connection:
        await connection.execute(delete(reps).where(reps.c.id == ADA.id))
    for engine in engines:
        await engine.dispose()
    assert await _kept(database, acme) == ()


async def test_it_is_stored_with_the_rest_of_its_decision_or_not_at_all(
    database: Database, acme: UUID
) -> None:
    await _save(database, acme, 0)
    with pytest.raises(Conflict):
        await _save(database, acme, 0, world.dissent())
    assert await _kept(database, acme) == ()
