"""How messages are carried: in order, once, and what comes of each kind of failure."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from adapters.database import Database, connect
from adapters.database.engines import address, open_engines
from adapters.database.queue import SqlQueue
from adapters.ports import Away, Gone, Later, Never, Outgoing
from bot import words
from bot.clock import MovableClock
from bot.enrol import enrol
from bot.outbox import ATTEMPTS, Outbox
from bot.program import Carrier
from coaching.actions import Action, Decision, Edit, Send
from coaching.people import Rep
from tests.bot.world import KEY, MONDAY, Speaker, ada, bea, company, place_of, said

SECOND = timedelta(seconds=1)


@dataclass
class World:
    """Two reps on one platform, and an outbox without chance."""

    database: Database
    workspace_id: UUID
    reps: tuple[Rep, ...]
    clock: MovableClock = field(default_factory=lambda: MovableClock(MONDAY))
    platform: Speaker = field(default_factory=Speaker)
    versions: dict[UUID, int] = field(default_factory=dict)

    def outbox(self, jitter: float = 0.0, **platforms: Speaker) -> Outbox:
        return Outbox(
            queue=self.database.queue,
            platforms=platforms or {"web": self.platform},
            speaker=words.read().speaker,
            clock=self.clock,
            jitter=lambda: jitter,
        )

    async def promise(self, rep: Rep, *actions: Action) -> None:
        version = self.versions.get(rep.id, 0)
        async with self.database.store.open(self.workspace_id) as unit:
            await unit.save(rep.id, Decision(actions=actions), version=version)
        self.versions[rep.id] = version + 1

    async def waits_until(self) -> datetime | None:
        return await self.database.queue.next_at()

    async def dropped(self) -> list[str]:
        return sorted(await self.database.dropped(MONDAY - timedelta(days=1)))


@pytest.fixture
async def world(sqlite_url: str, tmp_path: Path) -> AsyncIterator[World]:
    database = await connect(sqlite_url, key=KEY)
    workspace_id = await database.store.workspace("w")
    enrolled = await enrol(database.store, workspace_id, company(tmp_path, ada(), bea()), ())
    async with database.store.open(workspace_id) as unit:
        for rep in enrolled.reps:
            account, place = place_of(rep)
            await unit.put_account(account, rep.id, place)
    yield World(database=database, workspace_id=workspace_id, reps=enrolled.reps)
    await database.close()


def send(name: str, thread: str = "", helps_until: datetime | None = None) -> Send:
    return Send(id=name, message=said(), thread=thread, helps_until=helps_until)


async def test_messages_go_out_in_order_and_only_once(world: World) -> None:
    await world.promise(world.reps[0], send("a1"), send("a2"))
    await world.promise(world.reps[0], send("a3"))
    outbox = world.outbox()
    assert [await outbox.carry(), await outbox.carry()] == [3, 0]
    assert world.platform.sent == ["a1", "a2", "a3"]


async def test_a_thread_hangs_on_the_platforms_own_reference(world: World) -> None:
    await world.promise(world.reps[0], send("a1"), send("a2", thread="a1"))
    await world.outbox().carry()
    assert world.platform.threads == {"a1": "", "a2": "ref:a1"}


async def test_an_edit_goes_to_the_message_it_changes_in_the_readers_words(world: World) -> None:
    await world.promise(world.reps[0], send("a1"))
    outbox = world.outbox()
    await outbox.carry()
    await world.promise(world.reps[0], Edit(id="a1", message=said("said-day-tomorrow")))
    await outbox.carry()
    assert world.platform.edited == ["ref:a1=tomorrow"]


async def test_later_holds_back_its_conversation_and_no_other(world: World) -> None:
    at = MONDAY + 90 * SECOND
    world.platform.raises = {"a1": [Later(at, "slow down")]}
    await world.promise(world.reps[0], send("a1"), send("a2"))
    await world.promise(world.reps[1], send("b1"))
    outbox = world.outbox()
    await outbox.carry()
    assert (world.platform.sent, await world.waits_until()) == (["b1"], at)
    world.clock.set(at)
    await outbox.carry()
    assert world.platform.sent == ["b1", "a1", "a2"]


@pytest.mark.parametrize("end", [Never("too long"), Gone("left the company")])
async def test_what_is_refused_for_good_holds_back_nothing(world: World, end: Exception) -> None:
    world.platform.raises = {"a1": [end]}
    await world.promise(world.reps[0], send("a1"), send("a2"))
    await world.outbox().carry()
    assert (world.platform.sent, await world.dropped()) == (["a2"], [str(end)])


@pytest.mark.parametrize("jitter,first,second", [(0.0, 2.5, 5.0), (1.0, 5.0, 10.0)])
async def test_a_surprise_waits_twice_as_long_each_time(
    world: World, jitter: float, first: float, second: float
) -> None:
    world.platform.raises = {"a1": [RuntimeError("what?")] * 2}
    await world.promise(world.reps[0], send("a1"))
    outbox = world.outbox(jitter)
    waits = []
    for _ in range(2):
        before = world.clock.now()
        await outbox.carry()
        at = await world.waits_until()
        assert at is not None
        waits.append((at - before).total_seconds())
        world.clock.set(at)
    await outbox.carry()
    assert (waits, world.platform.sent) == ([first, second], ["a1"])


async def test_a_store_that_is_away_is_no_failure_of_the_platform(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    class Unstored(Speaker):
        async def send(self, envelope: object) -> str:
            raise Away

    await world.promise(world.reps[0], send("a"))
    carrier = Carrier(world.outbox(web=Unstored()))
    carrier()
    await carrier.rest()
    assert caplog.records == []
    world.clock.advance(timedelta(minutes=2))
    assert await world.outbox().carry() == 1


async def test_no_wait_is_longer_than_an_hour_and_there_is_an_end(world: World) -> None:
    world.platform.raises = {"a1": [RuntimeError()] * ATTEMPTS}
    await world.promise(world.reps[0], send("a1"))
    outbox = world.outbox(1.0)
    waits = []
    for _ in range(ATTEMPTS):
        before = world.clock.now()
        await outbox.carry()
        at = await world.waits_until()
        if at is not None:
            waits.append(at - before)
            world.clock.set(at)
    assert (len(waits), max(waits), await world.dropped()) == (
        ATTEMPTS - 1,
        timedelta(hours=1),
        ["RuntimeError"],
    )


async def test_what_would_come_too_late_is_given_up(world: World) -> None:
    world.platform.raises = {"a1": [Later(MONDAY + 60 * SECOND, "later")]}
    await world.promise(world.reps[0], send("a1", helps_until=MONDAY + 30 * SECOND), send("a2"))
    await world.outbox().carry()
    assert (world.platform.sent, await world.dropped()) == (["a2"], ["later"])


async def test_a_moment_in_the_past_is_not_tried_over_and_over(world: World) -> None:
    world.platform.raises = {"a1": [Later(MONDAY - SECOND, "now")]}
    await world.promise(world.reps[0], send("a1"))
    await world.outbox().carry()
    assert await world.waits_until() == MONDAY + SECOND


async def test_messages_wait_for_a_platform_that_is_off(world: World) -> None:
    await world.promise(world.reps[0], send("a1"))
    await world.outbox(other=Speaker(name="other")).carry()
    assert await world.waits_until() == MONDAY + timedelta(hours=1)


async def test_once_stopped_nothing_more_is_begun(world: World) -> None:
    await world.promise(world.reps[0], send("a1"), send("a2"))
    outbox = world.outbox()

    class Stopping(Speaker):
        async def send(self, envelope: object) -> str:
            outbox.stop()
            return await super().send(envelope)  # type: ignore[arg-type]  # as it came

    outbox._platforms = {"web": (stopping := Stopping())}  # noqa: SLF001 - it must know the outbox
    assert await outbox.carry() == 1
    assert (stopping.sent, await outbox.carry()) == (["a1"], 0)
    assert await world.outbox().carry() == 1


async def test_a_conversation_whose_lease_was_lost_is_left_to_the_other(world: World) -> None:
    await world.promise(world.reps[0], send("a1"), send("a2"))
    other = world.outbox()

    class Slow(Speaker):
        async def send(self, envelope: object) -> str:
            world.clock.advance(timedelta(minutes=5))
            await other.carry()
            return await super().send(envelope)  # type: ignore[arg-type]  # as it came

    slow = Slow()
    assert await world.outbox(web=slow).carry() == 1
    assert (slow.sent, world.platform.sent) == (["a1"], ["a1", "a2"])


class Counting(SqlQueue):
    """A queue that counts how often it is looked at."""

    looks = 0

    async def lease(
        self, now: datetime, *, limit: int, lease: timedelta
    ) -> Sequence[tuple[Outgoing, ...]]:
        self.looks += 1
        return await super().lease(now, limit=limit, lease=lease)


async def test_of_many_who_carry_at_once_one_looks_and_one_is_next(
    world: World, sqlite_url: str
) -> None:
    writer, reader = open_engines(address(sqlite_url))
    queue = Counting(writer, reader)
    outbox = Outbox(
        queue=queue,
        platforms={"web": world.platform},
        speaker=words.read().speaker,
        clock=world.clock,
        jitter=lambda: 0.0,
    )
    await world.promise(world.reps[0], send("a1"))
    carried = await asyncio.gather(*(outbox.carry() for _ in range(20)))
    assert (sum(carried), world.platform.sent) == (1, ["a1"])
    # The first, the one that was next, and the first again when it had carried.
    assert queue.looks == 3
    await writer.dispose()
    await reader.dispose()
