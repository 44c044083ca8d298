"""What waits for a language model: the unsure first, the newest words, within a day's budget."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from adapters.database import Database
from adapters.ports import Question
from coaching.actions import AskOpinion, Decision
from coaching.view import Asked
from tests.adapters.database import world
from tests.adapters.database.world import ADA, HOUR, MINUTE, NOW

TODAY = NOW.date()


@pytest.fixture
async def acme(database: Database) -> UUID:
    """A workspace with one rep and two calls."""
    made = await world.settle(database)
    calls = (world.opportunity(), world.call(), world.call("m2"))
    async with database.store.open(made) as unit:
        await unit.save(ADA.id, Decision(saves=calls), version=0)
    return made


async def ask(database: Database, acme: UUID, *wanted: AskOpinion) -> None:
    async with database.store.open(acme) as unit:
        version = (await unit.known(ADA.id, since=NOW)).conversation.version
        await unit.save(ADA.id, Decision(actions=wanted), version=version)


async def claimed(database: Database, acme: UUID, after: timedelta = MINUTE) -> list[Question]:
    now = NOW + after
    return list(await database.opinions.claim(acme, now, limit=9, lease=MINUTE))


async def test_what_was_asked_comes_whole(database: Database, acme: UUID) -> None:
    asked = Asked(kind="question", text="Wie „oft“?", language="zh-Hans", problem="停机")
    wanted = world.ask(asked=asked)
    await ask(database, acme, wanted)
    (found,) = await claimed(database, acme)
    assert found == Question(
        row=found.row,
        rep_id=ADA.id,
        call_id=wanted.call_id,
        message="verdict",
        asked=asked,
    )


async def test_the_unsure_come_first_and_then_the_least_confident(
    database: Database, acme: UUID
) -> None:
    other = world.call("m2")
    await ask(
        database,
        acme,
        world.ask(message="c", confidence=0.7),
        world.ask(message="b", confidence=0.65, kind="question"),
        world.ask(other, message="a", sure=False, confidence=0.5),
        world.ask(other, message="d", confidence=0.71, kind="question"),
    )
    assert [one.message for one in await claimed(database, acme)] == ["a", "b", "c", "d"]


async def test_what_is_claimed_is_nobody_elses_until_the_claim_ends(
    database: Database, acme: UUID
) -> None:
    await ask(database, acme, world.ask())
    first = await claimed(database, acme)
    assert await claimed(database, acme) == []
    assert await claimed(database, acme, 2 * MINUTE) == first
    await database.opinions.settle(first[0].row)
    assert await claimed(database, acme, 9 * MINUTE) == []


async def test_new_words_take_the_place_of_the_old_and_outlive_their_settling(
    database: Database, acme: UUID
) -> None:
    await ask(database, acme, world.ask(message="old"), world.ask(kind="question"))
    old = next(one for one in await claimed(database, acme) if one.message == "old")
    await ask(database, acme, world.ask(message="new"))
    await database.opinions.settle(old.row)
    assert [one.message for one in await claimed(database, acme)] == ["new"]


async def test_what_does_not_help_any_more_is_dropped(database: Database, acme: UUID) -> None:
    await ask(database, acme, world.ask(), world.ask(kind="question", helps_until=NOW + 2 * HOUR))
    assert [one.asked.kind for one in await claimed(database, acme, HOUR)] == ["question"]


async def test_with_no_model_to_ask_it_is_pruned(database: Database, acme: UUID) -> None:
    await ask(database, acme, world.ask())
    keep = timedelta(days=7)
    assert (await database.prune(NOW + HOUR, keep))["asked"] == 0
    assert (await database.prune(NOW + HOUR + MINUTE, keep))["asked"] == 1


async def test_a_days_budget_is_spent_once_and_is_new_tomorrow(
    database: Database, acme: UUID
) -> None:
    opinions, tomorrow = database.opinions, TODAY + timedelta(days=1)
    assert await opinions.spent(acme, TODAY) == (0, 0)
    assert [await opinions.spend(acme, TODAY, per_day=2) for _ in range(3)] == [True, True, False]
    await opinions.in_vain(acme, TODAY)
    assert await opinions.spent(acme, TODAY) == (2, 1)
    assert await opinions.spend(acme, tomorrow, per_day=2)
    assert await opinions.spent(acme, tomorrow) == (1, 0)
    assert (await database.prune(NOW + timedelta(days=8), timedelta(days=7)))["asked_days"] == 1


async def test_workspaces_share_neither_questions_nor_budget(
    database: Database, acme: UUID
) -> None:
    other = await database.store.workspace("other")
    await ask(database, acme, world.ask())
    await database.opinions.spend(acme, TODAY, per_day=1)
    assert await claimed(database, other) == []
    assert await claimed(database, other, HOUR) == []
    assert await database.opinions.spent(other, TODAY) == (0, 0)
    assert await database.opinions.spend(other, TODAY, per_day=1)
    assert len(await claimed(database, acme)) == 1
