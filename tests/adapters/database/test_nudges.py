"""The port `Queue`: a pending nudge is claimed when its time has come, and settled once."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

import pytest

from adapters.database import Database
from adapters.ports import DueNudge
from coaching.actions import Decision
from coaching.nudge import Nudge
from tests.adapters.database import world
from tests.adapters.database.world import ADA, HOUR, MINUTE, NORTH, NOW, nudge


@pytest.fixture
async def acme(database: Database) -> UUID:
    """A workspace with one team and one rep."""
    return await world.settle(database)


async def _pend(database: Database, workspace: UUID, version: int, *nudges: Nudge) -> None:
    async with database.store.open(workspace) as unit:
        await unit.save(ADA.id, Decision(nudges=nudges), version=version)


async def _due(database: Database, now: datetime = NOW, limit: int = 10) -> list[str]:
    due = await database.queue.due(now, limit=limit, lease=MINUTE)
    return [each.nudge.about for each in due]


async def test_a_nudge_is_due_when_its_time_has_come(database: Database, acme: UUID) -> None:
    await _pend(database, acme, 0, nudge("a"), nudge("b", at=NOW + MINUTE))
    due = await database.queue.due(NOW, limit=10, lease=MINUTE)
    assert due == (DueNudge(workspace_id=acme, rep_id=ADA.id, nudge=nudge("a")),)


async def test_what_is_due_comes_oldest_first_and_not_more_than_asked_for(
    database: Database, acme: UUID
) -> None:
    minutes = {name: NOW - each * MINUTE for name, each in (("a", 1), ("b", 3), ("c", 2))}
    await _pend(database, acme, 0, *(nudge(name, at=at) for name, at in minutes.items()))
    assert await _due(database, limit=2) == ["b", "c"]
    assert await _due(database, limit=2) == ["a"]


async def test_a_claim_that_is_not_settled_ends_with_its_lease(
    database: Database, acme: UUID
) -> None:
    await _pend(database, acme, 0, nudge("a"))
    assert await _due(database) == ["a"]
    assert await _due(database, NOW + MINUTE / 2) == []
    assert await database.queue.next_at() == NOW + MINUTE
    assert await _due(database, NOW + MINUTE) == ["a"]


async def test_a_nudge_that_is_no_longer_wanted_is_gone(database: Database, acme: UUID) -> None:
    await _pend(database, acme, 0, nudge("a"), nudge("b"))
    await _pend(database, acme, 1, nudge("b"))
    assert await _due(database) == ["b"]
    await _pend(database, acme, 2)
    assert await database.queue.next_at() is None


async def test_a_nudge_that_stays_keeps_its_claim(database: Database, acme: UUID) -> None:
    await _pend(database, acme, 0, nudge("a"))
    assert await _due(database) == ["a"]
    await _pend(database, acme, 1, nudge("a"), nudge("b"))
    assert await _due(database) == ["b"]


async def test_a_nudge_put_off_is_free_again_at_its_new_time(
    database: Database, acme: UUID
) -> None:
    await _pend(database, acme, 0, nudge("a"))
    assert await _due(database) == ["a"]
    await _pend(database, acme, 1, nudge("a", at=NOW + MINUTE / 2))
    assert await _due(database) == []
    assert await _due(database, NOW + MINUTE / 2) == ["a"]


async def test_one_call_may_have_nudges_of_two_kinds_and_two_starts(
    database: Database, acme: UUID
) -> None:
    first, moved = nudge("a"), nudge("a", start=NOW + 2 * HOUR)
    review = replace(first, kind="review")
    await _pend(database, acme, 0, first, moved, review)
    due = await database.queue.due(NOW, limit=10, lease=MINUTE)
    assert {each.nudge for each in due} == {first, moved, review}


async def test_the_next_moment_is_that_of_the_earliest_nudge(
    database: Database, acme: UUID
) -> None:
    await _pend(database, acme, 0, nudge("a", at=NOW + HOUR), nudge("b", at=NOW + MINUTE))
    assert await database.queue.next_at() == NOW + MINUTE


async def test_the_teams_of_all_workspaces_may_have_a_digest(database: Database) -> None:
    acme, zeta = await world.settle(database), await world.settle(database, "zeta")
    teams = await database.queue.digests_due(NOW)
    assert sorted(teams, key=str) == sorted([(acme, NORTH), (zeta, NORTH)], key=str)
