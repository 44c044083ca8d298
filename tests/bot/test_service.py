"""How events flow: once per delivery, in one transaction, anew where somebody came between."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from adapters.database import Database, connect
from adapters.ports import KnownTeam
from bot.clock import MovableClock
from bot.enrol import enrol
from bot.service import Coach, Decide, Service
from coaching.actions import Decision, Done, Post, Send, ShowForm
from coaching.conversation import Conversation
from coaching.errors import Conflict, Unknown
from coaching.events import DigestDue, Event, Joined, Said
from coaching.forms import Form
from coaching.meetings import Lesson, Rules
from coaching.messages import text
from coaching.people import Policy, Preferences, Rep, Team
from coaching.turn import Situation, TeamWeek
from tests.bot.world import KEY, MONDAY, Deaf, ada, bea, company, place_of, said

FORM = ShowForm(Form(kind="k", title=text("a"), fields=(), submit=text("b")))
WEEK = date(2026, 11, 23)


@dataclass
class World:
    """A store with a company in it, and the service with a coach that answers by a script."""

    database: Database
    workspace_id: UUID
    team: Team
    reps: tuple[Rep, ...]
    clock: MovableClock = field(default_factory=lambda: MovableClock(MONDAY))
    seen: list[Situation | TeamWeek] = field(default_factory=list)

    def service(self, decide: Decide, rules: Rules | None = None) -> Service:
        def watched(event: Event, situation: Situation | TeamWeek) -> Decision:
            self.seen.append(situation)
            return decide(event, situation)

        coach = Coach(decide=watched, judge=Deaf(), rules=rules or Rules())
        return Service(store=self.database.store, coach=coach, clock=self.clock)

    async def waiting(self) -> list[str]:
        leased = await self.database.queue.lease(self.clock.now(), limit=10, lease=MONDAY - MONDAY)
        return [row.id for rows in leased for row in rows]


@pytest.fixture
async def world(sqlite_url: str, tmp_path: Path) -> AsyncIterator[World]:
    database = await connect(sqlite_url, key=KEY)
    workspace_id = await database.store.workspace("w")
    config = company(tmp_path, ada(zone=None), bea())
    enrolled = await enrol(database.store, workspace_id, config, ())
    async with database.store.open(workspace_id) as unit:
        for rep in enrolled.reps:
            account, place = place_of(rep)
            await unit.put_account(account, rep.id, place)
    yield World(
        database=database,
        workspace_id=workspace_id,
        team=enrolled.teams[0],
        reps=enrolled.reps,
    )
    await database.close()


def greets(event: Event, situation: Situation | TeamWeek) -> Decision:
    return Decision(reply=FORM, actions=(Send(id=f"hello/{event}", message=said()),))


async def test_what_was_decided_is_stored_and_answered(world: World) -> None:
    rep = world.reps[0]
    reply = await world.service(greets).handle(world.workspace_id, rep.id, Joined())
    assert (reply, await world.waiting()) == (FORM, ["hello/Joined()"])


async def test_a_delivery_seen_before_is_answered_again_and_has_no_second_effect(
    world: World,
) -> None:
    def counts(event: Event, situation: Situation | TeamWeek) -> Decision:
        return Decision(reply=FORM, actions=(Send(id=f"m{len(world.seen)}", message=said()),))

    service, rep = world.service(counts), world.reps[0]
    replies = [
        await service.handle(world.workspace_id, rep.id, Said(text="x"), "d1") for _ in range(3)
    ]
    assert (replies, await world.waiting()) == ([FORM] * 3, ["m1"])


async def test_a_delivery_whose_decision_failed_is_not_taken_for_done(world: World) -> None:
    def fails_first(event: Event, situation: Situation | TeamWeek) -> Decision:
        if len(world.seen) == 1:
            raise RuntimeError
        return greets(event, situation)

    service, rep = world.service(fails_first), world.reps[0]
    with pytest.raises(RuntimeError):
        await service.handle(world.workspace_id, rep.id, Joined(), "d1")
    await service.handle(world.workspace_id, rep.id, Joined(), "d1")
    assert await world.waiting() == ["hello/Joined()"]


async def test_the_coach_sees_all_that_is_known_and_the_reps_own_policy(world: World) -> None:
    rep = replace(world.reps[1], preferences=Preferences(cues=False))
    lesson = Lesson(scope="series", value="s", coached=False)
    service = world.service(lambda event, situation: Decision(saves=(lesson,)))
    async with world.database.store.open(world.workspace_id) as unit:
        await unit.put_rep(rep)
    for _ in range(2):
        await service.handle(world.workspace_id, rep.id, Joined())
    first, second = world.seen
    assert isinstance(first, Situation)
    assert isinstance(second, Situation)
    assert (first.now, first.rep, first.team, first.policy, first.conversation) == (
        MONDAY,
        rep,
        world.team,
        replace(Policy(), cues=False),
        Conversation(rep_id=rep.id),
    )
    assert (first.rules.lessons, second.rules.lessons) == ((), (lesson,))
    assert first.work is not None
    assert (str(first.work.zone), date(2026, 12, 25) in first.work.days_off) == (
        "Europe/Berlin",
        True,
    )
    assert "Asia/Shanghai" in first.zones
    assert "NO" in first.countries


async def test_a_rep_without_a_zone_has_no_working_days(world: World) -> None:
    service = world.service(lambda event, situation: Decision())
    await service.handle(world.workspace_id, world.reps[0].id, Joined())
    (situation,) = world.seen
    assert isinstance(situation, Situation)
    assert situation.work is None


async def test_a_decision_that_somebody_came_between_is_made_anew(world: World) -> None:
    tries: list[int] = []

    def interrupted(event: Event, situation: Situation | TeamWeek) -> Decision:
        tries.append(1)
        if len(tries) < 3:
            raise Conflict
        return Decision()

    reply = await world.service(interrupted).handle(world.workspace_id, world.reps[0].id, Joined())
    assert (reply, len(tries)) == (Done(), 3)


async def test_it_does_not_try_for_ever(world: World) -> None:
    def always(event: Event, situation: Situation | TeamWeek) -> Decision:
        raise Conflict

    with pytest.raises(Conflict):
        await world.service(always).handle(world.workspace_id, world.reps[0].id, Joined())
    assert len(world.seen) == 5


async def test_many_things_at_once_are_decided_one_after_the_other(world: World) -> None:
    def next_one(event: Event, situation: Situation | TeamWeek) -> Decision:
        assert isinstance(situation, Situation)
        version = situation.conversation.version
        return Decision(actions=(Send(id=f"m{version}", message=said()),))

    service, rep = world.service(next_one), world.reps[0]
    events = (service.handle(world.workspace_id, rep.id, Said(text=f"{n}")) for n in range(8))
    await asyncio.gather(*events)
    assert (await world.waiting(), len(world.seen)) == ([f"m{n}" for n in range(8)], 8)


async def test_nobody_is_decided_for_who_is_not_here(world: World) -> None:
    with pytest.raises(Unknown):
        await world.service(greets).handle(world.workspace_id, UUID(int=9), Joined())


async def test_a_digest_is_decided_on_once_and_its_preview_stores_nothing(world: World) -> None:
    def posts(event: Event, situation: Situation | TeamWeek) -> Decision:
        assert isinstance(situation, TeamWeek)
        post = Post(id=f"d{len(world.seen)}", team_id=world.team.id, message=said())
        return Decision(actions=(post,))

    service = world.service(posts)
    event = DigestDue(team_id=world.team.id, week_of=WEEK)
    _, channel = place_of(world.reps[0])
    async with world.database.store.open(world.workspace_id) as unit:
        await unit.put_channel(world.team.id, replace(channel, kind="team", address="#north"))
    previewed = await service.preview(world.workspace_id, event)
    for _ in range(2):
        await service.handle_team(world.workspace_id, event, "digest/1")
    assert [one.id for one in previewed.actions if isinstance(one, Post)] == ["d1"]
    assert await world.waiting() == ["d2"]
    week = world.seen[0]
    assert isinstance(week, TeamWeek)
    known = KnownTeam(team=world.team, calls=(), promises=(), learnings=(), names=week.names)
    assert (week.team, week.calls, sorted(week.names.values())) == (
        known.team,
        known.calls,
        ["Ada", "Bea"],
    )
