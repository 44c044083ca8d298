"""How time is kept: what is due is done, one failure stops nothing, time can be played."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from adapters.database import Database, connect
from adapters.database.queue import SqlQueue
from adapters.database.store import SqlStore
from adapters.ports import Away
from bot import words
from bot.calendars import Calendars
from bot.clock import MovableClock
from bot.enrol import enrol
from bot.outbox import Outbox
from bot.scheduler import Beats, Scheduler, play
from bot.service import Coach, Service
from coaching.actions import Decision, Post, Send
from coaching.events import DigestDue, Event, NudgeDue
from coaching.nudge import Nudge
from coaching.people import Rep, Team
from coaching.turn import Situation, TeamWeek
from tests.bot.world import (
    DAY,
    HOUR,
    KEY,
    MONDAY,
    Deaf,
    Shelf,
    Speaker,
    ada,
    bea,
    company,
    place_of,
    said,
)

FRIDAY_AT_FOUR = MONDAY + 4 * DAY + 8 * HOUR


@dataclass
class World:
    """Two reps, a team with a channel, and a coach that answers every nudge with a message."""

    database: Database
    workspace_id: UUID
    reps: tuple[Rep, ...]
    team: Team
    clock: MovableClock = field(default_factory=lambda: MovableClock(MONDAY))
    platform: Speaker = field(default_factory=Speaker)
    shelf: Shelf = field(default_factory=Shelf)
    unsettled: bool = False
    left: tuple[Nudge, ...] = ()
    trouble: str = ""
    at: dict[str, datetime] = field(default_factory=dict)

    def scheduler(self) -> Scheduler:
        store, queue = self.database.store, self.database.queue
        service = Service(
            store=store, coach=Coach(decide=self.decide, judge=Deaf()), clock=self.clock
        )
        self.outbox = Outbox(
            queue=queue,
            platforms={"web": self.platform},
            speaker=words.read().speaker,
            clock=self.clock,
            jitter=lambda: 0.0,
        )
        calendars = Calendars(store=store, service=service, source=self.shelf, poll=DAY)
        return Scheduler(queue=queue, service=service, calendars=calendars, outbox=self.outbox)

    def decide(self, event: Event, situation: Situation | TeamWeek) -> Decision:
        match event:
            case DigestDue(week_of=monday) if monday >= MONDAY.date():
                post = Post(id=f"week of {event.week_of}", team_id=event.team_id, message=said())
                self.at[post.id] = situation.now
                return Decision(actions=(post,))
            case NudgeDue(nudge=nudge) if isinstance(situation, Situation):
                if situation.rep.name == self.trouble:
                    raise RuntimeError
                send = Send(id=f"{nudge.about}/{situation.rep.name}", message=said())
                self.at[send.id] = situation.now
                self.left = tuple(one for one in self.left if one != nudge)
                earlier = replace(nudge, at=nudge.at - timedelta(minutes=1))
                left = (earlier,) if self.unsettled else self.left
                return Decision(actions=(send,), nudges=left)
            case _:
                return Decision()

    async def promise(self, rep: Rep, *moments: datetime) -> None:
        self.left = tuple(
            Nudge(kind="prompt", about=f"n{number}", start=at + HOUR, at=at)
            for number, at in enumerate(moments)
        )
        async with self.database.store.open(self.workspace_id) as unit:
            await unit.save(rep.id, Decision(nudges=self.left), version=0)


@pytest.fixture
async def world(sqlite_url: str, tmp_path: Path) -> AsyncIterator[World]:
    database = await connect(sqlite_url, key=KEY)
    workspace_id = await database.store.workspace("w")
    config = company(tmp_path, ada(calendar=""), bea(calendar=""))
    enrolled = await enrol(database.store, workspace_id, config, ())
    async with database.store.open(workspace_id) as unit:
        for rep in enrolled.reps:
            account, place = place_of(rep)
            await unit.put_account(account, rep.id, place)
        await unit.put_channel(enrolled.teams[0].id, replace(place, address="#n", kind="team"))
    yield World(
        database=database,
        workspace_id=workspace_id,
        reps=enrolled.reps,
        team=enrolled.teams[0],
    )
    await database.close()


async def test_a_nudge_is_told_when_its_moment_has_come_and_not_before(world: World) -> None:
    await world.promise(world.reps[0], MONDAY + HOUR)
    scheduler = world.scheduler()
    await scheduler.tick(MONDAY)
    before = list(world.platform.sent)
    world.clock.set(MONDAY + HOUR)
    await scheduler.tick(MONDAY + HOUR)
    assert (before, world.platform.sent) == ([], ["n0/Ada"])


async def test_one_reps_failure_does_not_stop_the_others_and_is_tried_again(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    for rep in world.reps:
        await world.promise(rep, MONDAY)
    world.trouble = "Ada"
    scheduler = world.scheduler()
    with caplog.at_level(logging.ERROR):
        await scheduler.tick(MONDAY)
    first = list(world.platform.sent)
    world.trouble = ""
    world.clock.advance(timedelta(minutes=2))
    await scheduler.tick(world.clock.now())
    assert (first, world.platform.sent) == (["n0/Bea"], ["n0/Bea", "n0/Ada"])
    (logged,) = caplog.records
    assert logged.__dict__["rep"] == str(world.reps[0].id)


async def test_a_nudge_that_is_left_standing_does_not_hold_up_the_beat(world: World) -> None:
    world.unsettled = True
    await world.promise(world.reps[0], MONDAY)
    await asyncio.wait_for(world.scheduler().tick(MONDAY), timeout=20)
    assert world.platform.sent == ["n0/Ada"]


@pytest.mark.parametrize(
    "late,posted",
    [
        (timedelta(minutes=-1), []),
        (timedelta(0), ["week of 2026-11-23"]),
        (2 * DAY, ["week of 2026-11-23"]),
        (4 * DAY, []),
    ],
)
async def test_a_digest_is_posted_at_its_moment_and_while_it_is_news(
    world: World, late: timedelta, posted: list[str]
) -> None:
    world.clock.set(FRIDAY_AT_FOUR + late)
    await world.scheduler().tick(world.clock.now())
    assert world.platform.sent == posted


async def test_a_digest_is_posted_once(world: World) -> None:
    world.clock.set(FRIDAY_AT_FOUR)
    for _ in range(3):
        await world.scheduler().tick(world.clock.now())
        world.clock.advance(HOUR)
    assert world.platform.sent == ["week of 2026-11-23"]


async def test_the_next_moment_is_that_of_the_first_promise(world: World) -> None:
    scheduler = world.scheduler()
    digest_only = await scheduler.next_at(MONDAY)
    await world.promise(world.reps[0], MONDAY + HOUR, MONDAY + 2 * HOUR)
    assert (digest_only, await scheduler.next_at(MONDAY)) == (FRIDAY_AT_FOUR, MONDAY + HOUR)


async def test_where_nothing_is_promised_there_is_no_next_moment(
    sqlite_url: str, tmp_path: Path
) -> None:
    database = await connect(sqlite_url, key=KEY)
    workspace_id = await database.store.workspace("w")
    world = World(
        database=database,
        workspace_id=workspace_id,
        reps=(),
        team=Team(id=workspace_id, name="none"),
    )
    scheduler = world.scheduler()
    assert await scheduler.next_at(MONDAY) is None
    steps = [at async for at in play(scheduler, world.clock, MONDAY + DAY)]
    await database.close()
    assert steps == [MONDAY, MONDAY + DAY]


async def test_a_week_is_played_by_jumps_and_each_thing_comes_at_its_moment(world: World) -> None:
    moments = (MONDAY + HOUR, MONDAY + 25 * HOUR)
    await world.promise(world.reps[0], *moments)
    steps = [at async for at in play(world.scheduler(), world.clock, MONDAY + 5 * DAY)]
    assert world.at == {
        "n0/Ada": moments[0],
        "n1/Ada": moments[1],
        "week of 2026-11-23": FRIDAY_AT_FOUR,
    }
    assert (steps[0], steps[-1]) == (MONDAY, MONDAY + 5 * DAY)


async def test_what_was_not_done_in_play_is_tried_again_when_its_claim_has_run_out(
    world: World,
) -> None:
    world.trouble = "Ada"
    await world.promise(world.reps[0], MONDAY)
    moments = []
    async for now in play(world.scheduler(), world.clock, MONDAY + HOUR):
        moments.append(now)
        world.trouble = ""
    minute = timedelta(minutes=1)
    assert (moments, world.at) == ([MONDAY, MONDAY + minute, MONDAY + HOUR], {"n0/Ada": moments[1]})


async def test_whoever_stops_listening_stops_the_play(world: World) -> None:
    await world.promise(world.reps[0], MONDAY + HOUR)
    async for _ in play(world.scheduler(), world.clock, MONDAY + DAY):
        if world.platform.sent:
            break
    assert world.clock.now() == MONDAY + HOUR


async def test_a_part_that_fails_does_not_stop_the_beat(world: World) -> None:
    await world.promise(world.reps[0], MONDAY)
    scheduler = world.scheduler()

    async def broken(now: datetime) -> None:
        raise OSError

    scheduler._calendars.read_due = broken  # type: ignore[method-assign]  # noqa: SLF001 - no disk
    await scheduler.tick(MONDAY)
    assert world.platform.sent == ["n0/Ada"]


async def test_a_database_that_is_away_is_told_once_and_once_when_it_is_back(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    await world.promise(world.reps[0], MONDAY)
    scheduler = world.scheduler()

    async def away(*_: object, **__: object) -> None:
        raise Away("no answer")

    with monkeypatch.context() as broken:
        broken.setattr(SqlStore, "workspaces", away)
        broken.setattr(SqlQueue, "due", away)
        broken.setattr(SqlQueue, "digests_due", away)
        broken.setattr(SqlQueue, "lease", away)
        for _ in range(3):
            await scheduler.tick(MONDAY)
    for _ in range(3):
        await scheduler.tick(MONDAY)
    assert [record.getMessage() for record in caplog.records] == [
        "Nothing can be done for now: no answer",
        "The database answers again",
    ]
    assert all(record.exc_info is None for record in caplog.records)
    assert world.platform.sent == ["n0/Ada"]


async def test_a_running_server_beats_at_once_and_stops_politely(world: World) -> None:
    await world.promise(world.reps[0], MONDAY)
    tidied = asyncio.Event()

    async def tidy() -> None:
        tidied.set()

    scheduler = world.scheduler()
    beats = Beats(scheduler, world.outbox, world.clock, tidy)
    beats.start()
    await asyncio.wait_for(tidied.wait(), timeout=10)
    await asyncio.wait_for(world.platform.told.wait(), timeout=10)
    await beats.stop()
    assert (world.platform.sent, await world.outbox.carry()) == (["n0/Ada"], 0)


async def test_stopping_does_not_wait_for_ever(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Beats, "GRACE", timedelta(milliseconds=50))
    started = asyncio.Event()

    async def endless(now: datetime) -> None:
        started.set()
        await asyncio.sleep(3600)

    async def tidy() -> None:
        return None

    scheduler = world.scheduler()
    scheduler.read = endless  # type: ignore[method-assign]  # a calendar that never answers
    beats = Beats(scheduler, world.outbox, world.clock, tidy)
    beats.start()
    await asyncio.wait_for(started.wait(), timeout=10)
    await asyncio.wait_for(beats.stop(), timeout=5)
